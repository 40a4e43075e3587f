/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders the draft of a client and sends every change through it. */

#include "loketten-config.h"

#include "loket-client-editor.h"

#include "loket-alike-view.h"
#include "loket-combo-words.h"
#include "loket-date.h"
#include "loket-error.h"
#include "loket-family-name.h"
#include "loket-header-layout.h"
#include "loket-intake.h"
#include "loket-item-set.h"
#include "loket-postcode.h"
#include "loket-save-act.h"
#include "loket-saving.h"

#include <glib/gi18n.h>

struct _LoketClientEditor
{
  AdwWindow parent_instance;

  GtkRevealer *problem_revealer;
  GtkLabel *problem;
  LoketAlikeView *alike;

  LoketDesk *desk;
  LoketDraft *draft;
  LoketDraft *original;  /* what the draft was when the form opened */
  gboolean restored;     /* came back from a form that was closed, so that it is not saved yet */
  gboolean rendering;    /* rows change because of the draft, not because of a person */
};

enum
{
  SAVED,
  DISCARDED,
  SHOW_CLIENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The fields that the form has a row for; the row has the name of the field. */
static const guint shown_fields[] = {
  LOKET_CLIENT_GIVEN_NAME, LOKET_CLIENT_PREFIX,    LOKET_CLIENT_FAMILY_NAME,
  LOKET_CLIENT_PHONE,      LOKET_CLIENT_EMAIL,     LOKET_CLIENT_POSTCODE,
  LOKET_CLIENT_CITY,       LOKET_CLIENT_BIRTH_DATE, LOKET_CLIENT_SITUATION,
  LOKET_CLIENT_EDUCATION,  LOKET_CLIENT_GENDER,    LOKET_CLIENT_HEARD_VIA,
  LOKET_CLIENT_LANGUAGE,   LOKET_CLIENT_NO_CONTACT, LOKET_CLIENT_NO_SURVEY,
};

G_DEFINE_FINAL_TYPE (LoketClientEditor, loket_client_editor, ADW_TYPE_WINDOW)

static GtkWidget *
get_row (LoketClientEditor *self,
         guint              field)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), LOKET_TYPE_CLIENT_EDITOR,
                                                    loket_client_kind.fields[field].name));
}

/* The codes a combo row offers: nothing, then the list without what is retired. */
static GPtrArray *
get_offered_codes (LoketClientEditor *self,
                   guint              field)
{
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  GPtrArray *list = loket_codes_get_list (codes, loket_client_kind.fields[field].list);
  GPtrArray *offered = g_ptr_array_new ();
  const char *current = loket_draft_get_value (self->original, field);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      LoketCode *code = g_ptr_array_index (list, i);

      if (!code->retired || g_strcmp0 (code->code, current) == 0)
        g_ptr_array_add (offered, code);
    }

  return offered;
}

static void
fill_combo (LoketClientEditor *self,
            guint              field)
{
  g_autoptr (GPtrArray) offered = get_offered_codes (self, field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Not known"));
  for (guint i = 0; i < offered->len; i++)
    gtk_string_list_append (labels, ((LoketCode *) g_ptr_array_index (offered, i))->label);

  loket_combo_words_fill (ADW_COMBO_ROW (get_row (self, field)), labels);
}

static guint
find_selected (LoketClientEditor *self,
               guint              field)
{
  g_autoptr (GPtrArray) offered = get_offered_codes (self, field);
  const char *value = loket_draft_get_text (self->draft, field);

  for (guint i = 0; i < offered->len; i++)
    {
      if (g_str_equal (((LoketCode *) g_ptr_array_index (offered, i))->code, value))
        return i + 1;
    }

  return 0;
}

/* A date is shown as people here write it. */
static char *
dup_shown_text (const LoketDraft *draft,
                guint             field)
{
  const char *value = loket_draft_get_text (draft, field);

  if (loket_client_kind.fields[field].type != LOKET_FIELD_DATE || !loket_date_is_valid (value))
    return g_strdup (value);

  return g_strdup_printf ("%.2s-%.2s-%.4s", value + 8, value + 5, value);
}

static void
refresh (LoketClientEditor *self)
{
  self->rendering = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      guint field = shown_fields[i];
      GtkWidget *row = get_row (self, field);

      if (ADW_IS_COMBO_ROW (row))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_selected (self, field));
      else if (GTK_IS_SWITCH (row))
        gtk_switch_set_active (GTK_SWITCH (row),
                               g_str_equal (loket_draft_get_text (self->draft, field), "1"));
      else
        {
          g_autofree char *text = dup_shown_text (self->draft, field);

          gtk_editable_set_text (GTK_EDITABLE (row), text);
        }
    }

  self->rendering = FALSE;
}

static void
read_row (LoketClientEditor *self,
          guint              field)
{
  GtkWidget *row = get_row (self, field);

  if (ADW_IS_COMBO_ROW (row))
    {
      g_autoptr (GPtrArray) offered = get_offered_codes (self, field);
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
      const LoketCode *code = NULL;

      if (selected > 0 && selected <= offered->len)
        code = g_ptr_array_index (offered, selected - 1);
      loket_draft_set_value (self->draft, field, code != NULL ? code->code : NULL);
    }
  else if (GTK_IS_SWITCH (row))
    loket_draft_set_flag (self->draft, field, gtk_switch_get_active (GTK_SWITCH (row)));
  else
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
      LoketDateText date = { "" };

      if (loket_client_kind.fields[field].type == LOKET_FIELD_DATE)
        date = loket_date_parse_typed (text);
      loket_draft_set_value (self->draft, field, date.text[0] != '\0' ? date.text : text);
    }
}

static void
hide_problem (LoketClientEditor *self)
{
  gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    gtk_widget_remove_css_class (get_row (self, shown_fields[i]), "error");
}

static void
row_changed_cb (LoketClientEditor *self)
{
  if (self->rendering || self->draft == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    read_row (self, shown_fields[i]);
  hide_problem (self);
  loket_alike_view_look (self->alike, self->draft);
}

/* What is typed here can be opened again from a toast. */
static void
open_alike_cb (LoketClientEditor *self,
               const char        *client_id)
{
  if (loket_saving_get (GTK_WINDOW (self)))
    return;

  g_signal_emit (self, signals[SHOW_CLIENT], 0, client_id);
  gtk_window_close (GTK_WINDOW (self));
}

/* It is remembered with the client, when the form is saved. */
static void
not_same_cb (LoketClientEditor *self,
             const char        *client_id)
{
  g_autofree char *not_same = NULL;

  not_same = loket_item_set_add (loket_draft_get_value (self->draft, LOKET_CLIENT_NOT_SAME),
                                 client_id);
  loket_draft_set_value (self->draft, LOKET_CLIENT_NOT_SAME, not_same);
  loket_alike_view_look (self->alike, self->draft);
}

/* What came from a file stays as it was until somebody types there. */
static gboolean
was_typed (LoketClientEditor *self,
           guint              field)
{
  return !g_str_equal (loket_draft_get_text (self->draft, field),
                       loket_draft_get_text (self->original, field));
}

/* Once a person has left a row: "van der Berg" becomes a prefix and a name, "1234ab" "1234 AB". */
static void
tidy (LoketClientEditor *self)
{
  g_autofree char *prefix = NULL;
  g_autofree char *family_name = NULL;
  g_autofree char *postcode = NULL;

  if (self->draft == NULL)
    return;

  if (*loket_draft_get_text (self->draft, LOKET_CLIENT_PREFIX) == '\0'
      && was_typed (self, LOKET_CLIENT_FAMILY_NAME)
      && loket_family_name_split (loket_draft_get_text (self->draft, LOKET_CLIENT_FAMILY_NAME),
                                  &prefix, &family_name))
    {
      loket_draft_set_value (self->draft, LOKET_CLIENT_PREFIX, prefix);
      loket_draft_set_value (self->draft, LOKET_CLIENT_FAMILY_NAME, family_name);
      refresh (self);
    }

  postcode = loket_postcode_tidy (loket_draft_get_text (self->draft, LOKET_CLIENT_POSTCODE));
  if (was_typed (self, LOKET_CLIENT_POSTCODE)
      && !g_str_equal (postcode, loket_draft_get_text (self->draft, LOKET_CLIENT_POSTCODE)))
    {
      loket_draft_set_value (self->draft, LOKET_CLIENT_POSTCODE, postcode);
      refresh (self);
    }
}

static void
focus_moved_cb (LoketClientEditor *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint typed[] = { LOKET_CLIENT_FAMILY_NAME, LOKET_CLIENT_POSTCODE };

  if (focus == NULL || self->rendering)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      if (gtk_widget_is_ancestor (focus, get_row (self, typed[i])))
        return;
    }
  tidy (self);
}

static void
show_problem (LoketClientEditor *self,
              GtkWidget         *row,
              const char        *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  if (row == NULL)
    return;

  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static gboolean
check_draft (LoketClientEditor *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const LoketChecks checks = { today.text, loket_desk_get_codes (self->desk) };
  g_autoptr (LoketDraft) draft = loket_draft_copy (self->draft);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *row = NULL;
  guint field = 0;

  /* The store gives the number; until then any will do. */
  if (loket_draft_get_value (draft, LOKET_CLIENT_CLIENT_NO) == NULL)
    loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, "-");
  if (loket_draft_validate (draft, &checks, &field, &error))
    return TRUE;

  row = get_row (self, field);
  /* Translators: the name of a field, then what is wrong with it: "Telephone: “x” is not ..." */
  sentence = g_strdup_printf (_("%s: %s"),
                              ADW_IS_PREFERENCES_ROW (row)
                                ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))
                                : loket_kind_get_field_title (&loket_client_kind, field),
                              error->message);
  show_problem (self, row, sentence);

  return FALSE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketClientEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const char *client_id;

  loket_saving_set (GTK_WINDOW (self), FALSE);
  if (deed == NULL)
    {
      show_problem (self, NULL, error->message);
      return;
    }

  if (loket_deed_is_empty (deed))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  name = loket_client_join_name (loket_draft_get_text (self->draft, LOKET_CLIENT_GIVEN_NAME),
                                 loket_draft_get_text (self->draft, LOKET_CLIENT_PREFIX),
                                 loket_draft_get_text (self->draft, LOKET_CLIENT_FAMILY_NAME));
  /* Translators: the name of a client whose record was saved. */
  sentence = g_strdup_printf (_("%s saved"), name);
  client_id = loket_draft_is_new (self->draft) ? deed->subject_id
                                               : loket_draft_get_id (self->draft);
  g_signal_emit (self, signals[SAVED], 0, client_id, sentence, deed->id);

  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketClientEditor *self = LOKET_CLIENT_EDITOR (widget);

  tidy (self);
  if (loket_saving_get (GTK_WINDOW (self)) || !check_draft (self))
    return;

  loket_saving_set (GTK_WINDOW (self), TRUE);
  if (loket_draft_is_new (self->draft))
    loket_desk_register_client_async (self->desk, self->draft, NULL, saved_cb, g_object_ref (self));
  else
    loket_desk_save_client_async (self->desk, "client.save", self->draft, NULL, NULL, saved_cb,
                                  g_object_ref (self));
}

static void
go_to_alike_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  loket_alike_view_go_to (LOKET_CLIENT_EDITOR (widget)->alike);
}

/* Enter goes on to the next row, so that both hands stay on the keyboard. */
static void
row_activated_cb (LoketClientEditor *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
loket_client_editor_close_request (GtkWindow *window)
{
  LoketClientEditor *self = LOKET_CLIENT_EDITOR (window);

  if (loket_saving_get (window))
    return TRUE;
  if (loket_client_editor_has_changes (self))
    g_signal_emit (self, signals[DISCARDED], 0, self->draft);

  return GTK_WINDOW_CLASS (loket_client_editor_parent_class)->close_request (window);
}

static void
loket_client_editor_dispose (GObject *object)
{
  LoketClientEditor *self = LOKET_CLIENT_EDITOR (object);

  self->rendering = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CLIENT_EDITOR);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_client_editor_parent_class)->dispose (object);
}

static void
loket_client_editor_finalize (GObject *object)
{
  LoketClientEditor *self = LOKET_CLIENT_EDITOR (object);

  g_clear_pointer (&self->draft, loket_draft_free);
  g_clear_pointer (&self->original, loket_draft_free);

  G_OBJECT_CLASS (loket_client_editor_parent_class)->finalize (object);
}

static void
loket_client_editor_class_init (LoketClientEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_client_editor_dispose;
  object_class->finalize = loket_client_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_client_editor_close_request;

  /**
   * LoketClientEditor::saved:
   * @client_id: the id of the client
   * @sentence: what was done, for a toast
   * @act: the act, for undoing it
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                                 G_TYPE_STRING);

  /**
   * LoketClientEditor::discarded:
   * @draft: (type LoketDraft): what was typed and not saved
   */
  signals[DISCARDED] = g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LoketClientEditor::show-client:
   * @client_id: the id of a client, who is looked at instead
   */
  signals[SHOW_CLIENT] = g_signal_new ("show-client", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LOKET_TYPE_ALIKE_VIEW);
  g_type_ensure (LOKET_TYPE_HEADER_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-client-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketClientEditor, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketClientEditor, problem);
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class,
                                               loket_client_kind.fields[shown_fields[i]].name,
                                               FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LoketClientEditor, alike);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_alike_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_same_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "editor.go-to-alike", NULL, go_to_alike_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_ALT_MASK,
                                       "editor.go-to-alike", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
loket_client_editor_init (LoketClientEditor *self)
{
  self->rendering = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

static void
open_draft (LoketClientEditor *self,
            LoketDraft        *draft)
{
  self->draft = draft;
  self->original = loket_draft_copy (draft);

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      if (loket_client_kind.fields[shown_fields[i]].type == LOKET_FIELD_CODE)
        fill_combo (self, shown_fields[i]);
    }
  refresh (self);
  loket_alike_view_set_desk (self->alike, self->desk);
  loket_alike_view_look (self->alike, draft);

  gtk_window_set_title (GTK_WINDOW (self),
                        loket_draft_is_new (draft) ? _("New Client") : _("Edit Client"));
  gtk_widget_grab_focus (get_row (self, LOKET_CLIENT_GIVEN_NAME));
}

/**
 * loket_client_editor_new:
 * @desk: the desk
 * @client: (nullable): the client to change; NULL makes a new one
 */
GtkWidget *
loket_client_editor_new (LoketDesk   *desk,
                         LoketClient *client)
{
  LoketClientEditor *self = g_object_new (LOKET_TYPE_CLIENT_EDITOR, NULL);
  LoketDraft *draft;

  self->desk = g_object_ref (desk);
  if (client != NULL)
    {
      draft = loket_draft_new_from_record (LOKET_RECORD (client));
    }
  else
    {
      draft = loket_draft_new (&loket_client_kind);
      loket_draft_set_value (draft, LOKET_CLIENT_LANGUAGE, "nl");
      loket_draft_set_flag (draft, LOKET_CLIENT_NO_CONTACT, FALSE);
      loket_draft_set_flag (draft, LOKET_CLIENT_NO_SURVEY, FALSE);
    }
  open_draft (self, draft);

  return GTK_WIDGET (self);
}

/**
 * loket_client_editor_new_from_draft:
 * @desk: the desk
 * @draft: what was typed and not saved, which is copied
 */
GtkWidget *
loket_client_editor_new_from_draft (LoketDesk        *desk,
                                    const LoketDraft *draft)
{
  LoketClientEditor *self = g_object_new (LOKET_TYPE_CLIENT_EDITOR, NULL);

  self->desk = g_object_ref (desk);
  self->restored = TRUE;
  open_draft (self, loket_draft_copy (draft));

  return GTK_WIDGET (self);
}

/**
 * loket_client_editor_has_changes:
 *
 * Returns: whether something stands in the form that is not saved
 */
gboolean
loket_client_editor_has_changes (LoketClientEditor *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENT_EDITOR (self), FALSE);

  return self->restored || !loket_draft_equal (self->draft, self->original);
}
