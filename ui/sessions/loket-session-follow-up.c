/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list of rows: the next appointment, a row per promise, a row per thing that is open. */

#include "loketten-config.h"

#include "loket-session-follow-up.h"

#include "loket-code-chips.h"
#include "loket-contact.h"
#include "loket-follow-up.h"
#include "loket-plain-row.h"
#include "loket-promise.h"
#include "loket-sentences.h"
#include "loket-session-form.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketSessionFollowUp
{
  AdwBin parent_instance;

  LoketCodeChips *assessments;
  GtkListBox *list;
  GtkEntry *next_date;
  GtkEntry *next_time;

  LoketForm *form;         /* borrowed: the session's */
  LoketDossier *dossier;   /* (nullable) */
  LoketDesk *desk;         /* (nullable) */
  GPtrArray *rows;         /* borrowed: the rows that come and go */
  gboolean is_rendering;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionFollowUp, loket_session_follow_up, ADW_TYPE_BIN)

static void render_rows (LoketSessionFollowUp *self);

static void
tell_changed (LoketSessionFollowUp *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
assessment_toggled_cb (LoketSessionFollowUp *self,
                       const char           *code,
                       gboolean              is_chosen)
{
  loket_session_form_set_code (self->form, LOKET_SESSION_FORM_ASSESSMENTS, code, is_chosen);
  tell_changed (self);
}

static void
next_changed_cb (LoketSessionFollowUp *self)
{
  if (self->is_rendering)
    return;

  loket_form_set_value (self->form, LOKET_SESSION_FORM_NEXT_DATE,
                        gtk_editable_get_text (GTK_EDITABLE (self->next_date)));
  loket_form_set_value (self->form, LOKET_SESSION_FORM_NEXT_TIME,
                        gtk_editable_get_text (GTK_EDITABLE (self->next_time)));
  tell_changed (self);
}

static guint
get_position (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "position"));
}

static void
set_position (GtkWidget *widget,
              guint      position)
{
  g_object_set_data (G_OBJECT (widget), "position", GUINT_TO_POINTER (position));
}

/* Changes what the person typed of a promise; the rest stays. */
static void
change_promise (LoketSessionFollowUp *self,
                guint                 position,
                const char           *due_on,
                const char           *text)
{
  LoketFormPromise promise = loket_session_form_get_promise (self->form, position);
  g_autofree char *kind = g_strdup (promise.kind);
  g_autofree char *question = g_strdup (promise.question);
  g_autofree char *new_due_on = g_strdup (due_on != NULL ? due_on : promise.due_on);
  g_autofree char *new_text = g_strdup (text != NULL ? text : promise.text);
  const LoketFormPromise changed = { kind, new_due_on, new_text, question };

  loket_session_form_set_promise (self->form, position, &changed);
  tell_changed (self);
}

static void
promise_text_changed_cb (LoketSessionFollowUp *self,
                         GtkEditable          *entry)
{
  change_promise (self, get_position (GTK_WIDGET (entry)), NULL, gtk_editable_get_text (entry));
}

static void
promise_date_changed_cb (LoketSessionFollowUp *self,
                         GtkEditable          *entry)
{
  change_promise (self, get_position (GTK_WIDGET (entry)), gtk_editable_get_text (entry), NULL);
}

static void
promise_removed_cb (LoketSessionFollowUp *self,
                    GtkWidget            *button)
{
  loket_session_form_remove_promise (self->form, get_position (button));
  render_rows (self);
  tell_changed (self);
}

static void
add_row (LoketSessionFollowUp *self,
         GtkWidget            *row)
{
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
create_date_entry (LoketSessionFollowUp *self,
                   const char           *text,
                   guint                 position)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day of the promise"), -1);
  set_position (entry, position);
  g_signal_connect_object (entry, "changed", G_CALLBACK (promise_date_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
create_remove_button (LoketSessionFollowUp *self,
                      guint                 position)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Do not record this promise"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Do not record this promise"), -1);
  set_position (button, position);
  g_signal_connect_object (button, "clicked", G_CALLBACK (promise_removed_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static char *
dup_promise_title (LoketSessionFollowUp   *self,
                   const LoketFormPromise *promise)
{
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  const char *kind = loket_codes_get_label (codes, "promise_kind", promise->kind);

  if (promise->question != NULL)
    /* Translators: the kind of a promise, and a question of the client: "Promised: find out, about
     * “Which training fits me?”". */
    return g_strdup_printf (_("Promised: %s, about “%s”"), kind,
                            loket_codes_get_label (codes, "questions_brought", promise->question));

  /* Translators: the kind of a promise: "Promised: call back". */
  return g_strdup_printf (_("Promised: %s"), kind);
}

/* A promise can be read and changed in place: what, and until when. */
static void
add_promise_row (LoketSessionFollowUp *self,
                 guint                 position)
{
  LoketFormPromise promise = loket_session_form_get_promise (self->form, position);
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = dup_promise_title (self, &promise);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), promise.text);
  set_position (row, position);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            create_date_entry (self, promise.due_on, position));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), create_remove_button (self, position));
  g_signal_connect_object (row, "changed", G_CALLBACK (promise_text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
done_toggled_cb (LoketSessionFollowUp *self,
                 GtkCheckButton       *check)
{
  loket_session_form_set_code (self->form, LOKET_SESSION_FORM_DONE,
                               gtk_widget_get_name (GTK_WIDGET (check)),
                               gtk_check_button_get_active (check));
  tell_changed (self);
}

/* Something that was open before, which this appointment may settle. */
static void
add_open_row (LoketSessionFollowUp *self,
              LoketRecord          *record,
              const char           *title,
              const char           *due_on)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (_("Done"));
  gboolean is_late = FALSE;
  g_autofree char *due = loket_sentences_format_due (due_on, loket_desk_get_rules (self->desk),
                                                     today.text, &is_late);
  const char *id = loket_record_get_id (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), due);
  gtk_widget_set_name (check, id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               loket_session_form_has_code (self->form, LOKET_SESSION_FORM_DONE,
                                                            id));
  g_signal_connect_object (check, "toggled", G_CALLBACK (done_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  add_row (self, row);
}

static gboolean
is_of_trajectory (LoketSessionFollowUp *self,
                  LoketRecord          *record,
                  guint                 field)
{
  return g_strcmp0 (loket_record_get_value (record, field),
                    loket_form_get_value (self->form, LOKET_SESSION_FORM_TRAJECTORY)) == 0;
}

static void
add_open_contacts (LoketSessionFollowUp *self)
{
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  GPtrArray *contacts = loket_dossier_get_contacts (self->dossier);

  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];
      const char *open_on = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON);

      if (open_on != NULL && is_of_trajectory (self, contact, LOKET_CONTACT_TRAJECTORY_NO))
        add_open_row (self, contact,
                      loket_codes_get_label (codes, "contact_kind",
                                             loket_record_get_text (contact, LOKET_CONTACT_KIND)),
                      open_on);
    }
}

/* Whether a promise to call back is in the list already, as the contact that was planned for it. */
static gboolean
has_contact (LoketSessionFollowUp *self,
             LoketRecord          *promise)
{
  GPtrArray *contacts = loket_dossier_get_contacts (self->dossier);

  for (guint i = 0; i < contacts->len; i++)
    {
      const char *cause = loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_CAUSE);

      if (loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON) != NULL
          && g_str_equal (loket_record_get_text (contacts->pdata[i], LOKET_CONTACT_KIND),
                          "callback")
          && (cause == NULL || g_str_equal (cause, loket_record_get_id (promise))))
        return TRUE;
    }

  return FALSE;
}

static void
add_open_promises (LoketSessionFollowUp *self)
{
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  GPtrArray *promises = loket_dossier_get_promises (self->dossier);

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];
      const char *kind = loket_record_get_text (promise, LOKET_PROMISE_KIND);
      const char *text = loket_record_get_value (promise, LOKET_PROMISE_TEXT);

      if (loket_promise_is_open (LOKET_PROMISE (promise))
          && !(g_str_equal (kind, "callback") && has_contact (self, promise))
          && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "counsellor")
          && is_of_trajectory (self, promise, LOKET_PROMISE_TRAJECTORY_NO))
        add_open_row (self, promise,
                      text != NULL ? text : loket_codes_get_label (codes, "promise_kind", kind),
                      loket_record_get_text (promise, LOKET_PROMISE_DUE_ON));
    }
}

static void
render_rows (LoketSessionFollowUp *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < loket_session_form_get_n_promises (self->form); i++)
    add_promise_row (self, i);
  if (self->dossier != NULL)
    {
      add_open_contacts (self);
      add_open_promises (self);
    }
}

static void
loket_session_follow_up_dispose (GObject *object)
{
  LoketSessionFollowUp *self = LOKET_SESSION_FOLLOW_UP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_SESSION_FOLLOW_UP);
  g_clear_object (&self->dossier);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_session_follow_up_parent_class)->dispose (object);
}

static void
loket_session_follow_up_finalize (GObject *object)
{
  g_ptr_array_unref (LOKET_SESSION_FOLLOW_UP (object)->rows);

  G_OBJECT_CLASS (loket_session_follow_up_parent_class)->finalize (object);
}

static void
loket_session_follow_up_class_init (LoketSessionFollowUpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_session_follow_up_dispose;
  object_class->finalize = loket_session_follow_up_finalize;

  /**
   * LoketSessionFollowUp::changed:
   *
   * A person changed something in the form.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_CODE_CHIPS);
  g_type_ensure (LOKET_TYPE_PLAIN_ROW);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-session-follow-up.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFollowUp, assessments);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFollowUp, list);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFollowUp, next_date);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFollowUp, next_time);
  gtk_widget_class_bind_template_callback (widget_class, next_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, assessment_toggled_cb);
}

static void
loket_session_follow_up_init (LoketSessionFollowUp *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_follow_up_set_codes:
 * @codes: the office's lists
 */
void
loket_session_follow_up_set_codes (LoketSessionFollowUp *self,
                                   LoketCodes           *codes)
{
  g_return_if_fail (LOKET_IS_SESSION_FOLLOW_UP (self));

  loket_code_chips_set_list (self->assessments, codes, "assessment_kind", FALSE);
}

/**
 * loket_session_follow_up_set_form:
 * @form: (transfer none): the form to fill in; outlives us, or is replaced
 * @dossier: (nullable): what is open of the client
 */
void
loket_session_follow_up_set_form (LoketSessionFollowUp *self,
                                  LoketForm            *form,
                                  LoketDossier         *dossier,
                                  LoketDesk            *desk)
{
  g_return_if_fail (LOKET_IS_SESSION_FOLLOW_UP (self));

  self->form = form;
  g_set_object (&self->dossier, dossier);
  g_set_object (&self->desk, desk);

  self->is_rendering = TRUE;
  loket_code_chips_set_chosen (self->assessments,
                               loket_form_get_text (form, LOKET_SESSION_FORM_ASSESSMENTS));
  gtk_editable_set_text (GTK_EDITABLE (self->next_date),
                         loket_form_get_text (form, LOKET_SESSION_FORM_NEXT_DATE));
  gtk_editable_set_text (GTK_EDITABLE (self->next_time),
                         loket_form_get_text (form, LOKET_SESSION_FORM_NEXT_TIME));
  self->is_rendering = FALSE;
  render_rows (self);
}

static void
add_promise (LoketSessionFollowUp   *self,
             const LoketFormPromise *promise)
{
  loket_session_form_set_promise (self->form, loket_session_form_get_n_promises (self->form),
                                  promise);
  render_rows (self);
  tell_changed (self);
}

/**
 * loket_session_follow_up_add_promise:
 * @kind: a code of the list "promise_kind"
 * @due_on: YYYY-MM-DD
 * @text: what was promised
 */
void
loket_session_follow_up_add_promise (LoketSessionFollowUp *self,
                                     const char           *kind,
                                     const char           *due_on,
                                     const char           *text)
{
  LoketDateText typed = loket_date_format_typed (due_on);
  const LoketFormPromise promise = { kind, typed.text, text, NULL };

  g_return_if_fail (LOKET_IS_SESSION_FOLLOW_UP (self));

  add_promise (self, &promise);
}

/**
 * loket_session_follow_up_promise_about:
 * @question: a code of the list "questions_brought"
 *
 * Promises to find something out about the question; what it is, is typed in the new row.
 */
void
loket_session_follow_up_promise_about (LoketSessionFollowUp *self,
                                       const char           *question)
{
  static const char kind[] = "find_out";
  guint position;
  LoketDateText today, due_on, typed;
  LoketFormPromise promise;

  g_return_if_fail (LOKET_IS_SESSION_FOLLOW_UP (self));

  position = loket_session_form_get_n_promises (self->form);
  today = loket_desk_get_today (self->desk);
  due_on = loket_follow_up_get_promise (loket_desk_get_rules (self->desk),
                                        loket_desk_get_counsellor_id (self->desk), kind,
                                        today.text);
  typed = loket_date_format_typed (due_on.text);
  promise = (LoketFormPromise) { kind, typed.text,
                                 loket_codes_get_label (loket_desk_get_codes (self->desk),
                                                        "questions_brought", question),
                                 question };
  add_promise (self, &promise);
  gtk_widget_grab_focus (self->rows->pdata[position]);
}

/**
 * loket_session_follow_up_focus:
 * @name: the name of a text of the form
 *
 * Puts the cursor where the text is changed.
 */
void
loket_session_follow_up_focus (LoketSessionFollowUp *self,
                               const char           *name)
{
  g_return_if_fail (LOKET_IS_SESSION_FOLLOW_UP (self));

  if (g_str_equal (name, LOKET_SESSION_FORM_NEXT_DATE))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_date));
  else if (g_str_equal (name, LOKET_SESSION_FORM_NEXT_TIME))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_time));
  else if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
}
