/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets a person choose, for each field in which two records differ, which value stays. */

#include "loketten-config.h"

#include "loket-merge-dialog.h"

#include "loket-confirmed.h"
#include "loket-intake.h"
#include "loket-likeness-words.h"
#include "loket-merge-act.h"
#include "loket-person-name.h"

#include <glib/gi18n.h>

struct _LoketMergeDialog
{
  LoketFormDialog parent_instance;

  GtkListBox *list;

  LoketDesk *desk;
  LoketClient *clients[2];
  guint chosen[LOKET_CLIENT_N_FIELDS];  /* of which client the value stays */
};

G_DEFINE_FINAL_TYPE (LoketMergeDialog, loket_merge_dialog, LOKET_TYPE_FORM_DIALOG)

static const char *
get_value (LoketMergeDialog *self,
           guint             which,
           guint             field)
{
  return loket_record_get_text (LOKET_RECORD (self->clients[which]), field);
}

/* "K." says less than "Kees". */
static gboolean
is_initial (const char *name)
{
  g_autoptr (LoketPersonName) person_name = loket_person_name_new (name);

  return loket_person_name_is_initial (person_name);
}

/* What is filled in goes before what is empty, a name before an initial, a wish to be left alone
 * before none, the day on which somebody came first before a later one, and what was confirmed
 * later before what was confirmed earlier; else what the first record says. */
static guint
choose_default (LoketMergeDialog *self,
                guint             field)
{
  const char *first = get_value (self, 0, field);
  const char *second = get_value (self, 1, field);

  /* A prefix belongs to its family name. */
  if (field == LOKET_CLIENT_PREFIX
      && !g_str_equal (get_value (self, 0, LOKET_CLIENT_FAMILY_NAME),
                       get_value (self, 1, LOKET_CLIENT_FAMILY_NAME)))
    return self->chosen[LOKET_CLIENT_FAMILY_NAME];
  if (*first == '\0')
    return 1;
  if (loket_client_kind.fields[field].type == LOKET_FIELD_FLAG)
    return g_str_equal (second, "1");
  if (field == LOKET_CLIENT_GIVEN_NAME && *second != '\0')
    return is_initial (first) && !is_initial (second);
  if (field == LOKET_CLIENT_REGISTERED_ON && *second != '\0')
    return g_strcmp0 (second, first) < 0;

  return *second != '\0' && loket_intake_asks_for (field)
         && loket_confirmed_is_newer (LOKET_RECORD (self->clients[1]),
                                      LOKET_RECORD (self->clients[0]), field);
}

static void
toggled_cb (LoketMergeDialog *self,
            GtkCheckButton   *button)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  guint which = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "which"));

  if (gtk_check_button_get_active (button))
    self->chosen[field] = which;
}

static const char *
get_title (guint field)
{
  return field == LOKET_CLIENT_CLIENT_NO
           ? _("Record that stays") : loket_kind_get_field_title (&loket_client_kind, field);
}

static GtkWidget *
create_choice (LoketMergeDialog *self,
               guint             field,
               guint             which)
{
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;
  GtkWidget *label;

  value = loket_likeness_words_format_value (loket_desk_get_codes (self->desk),
                                             LOKET_RECORD (self->clients[which]), field);
  label = gtk_label_new (*value != '\0' ? value : _("Not filled in"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (*value == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);

  /* Translators: a field, and what it says: "Town: Breda". */
  name = g_strdup_printf (_("%s: %s"), get_title (field), gtk_label_get_label (GTK_LABEL (label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (button), "which", GUINT_TO_POINTER (which));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), self->chosen[field] == which);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (LoketMergeDialog *self,
         guint             field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (get_title (field));
  GtkWidget *first = create_choice (self, field, 0);
  GtkWidget *second = create_choice (self, field, 1);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (second), GTK_CHECK_BUTTON (first));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_set_homogeneous (GTK_BOX (choices), TRUE);
  gtk_box_append (GTK_BOX (choices), first);
  gtk_box_append (GTK_BOX (choices), second);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_widget_add_css_class (box, "facts");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (field), -1);
  gtk_list_box_append (self->list, row);
}

static LoketDraft *
create_draft (LoketMergeDialog *self)
{
  guint kept = self->chosen[LOKET_CLIENT_CLIENT_NO];
  LoketDraft *draft = loket_draft_new_from_record (LOKET_RECORD (self->clients[kept]));

  for (guint i = LOKET_CLIENT_CLIENT_NO + 1; i < LOKET_CLIENT_N_FIELDS; i++)
    {
      LoketRecord *chosen = LOKET_RECORD (self->clients[self->chosen[i]]);

      if (!(loket_client_kind.fields[i].flags & (LOKET_FIELD_DERIVED | LOKET_FIELD_INTERNAL)))
        loket_draft_set_value (draft, i, loket_record_get_value (chosen, i));
    }

  return draft;
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autoptr (LoketDraft) draft = create_draft (self);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  name = loket_client_join_name (loket_draft_get_text (draft, LOKET_CLIENT_GIVEN_NAME),
                                 loket_draft_get_text (draft, LOKET_CLIENT_PREFIX),
                                 loket_draft_get_text (draft, LOKET_CLIENT_FAMILY_NAME));
  /* Translators: the name of a client. */
  sentence = g_strdup_printf (_("Two records of %s merged"), name);
  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_merge_dialog_accept (LoketFormDialog *form)
{
  LoketMergeDialog *self = LOKET_MERGE_DIALOG (form);
  g_autoptr (LoketDraft) draft = create_draft (self);
  guint gone = 1 - self->chosen[LOKET_CLIENT_CLIENT_NO];

  loket_form_dialog_begin (form);
  loket_desk_merge_async (self->desk, draft, self->clients[gone], NULL, merged_cb,
                          g_object_ref (self));
}

static void
loket_merge_dialog_dispose (GObject *object)
{
  LoketMergeDialog *self = LOKET_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_MERGE_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->clients[0]);
  g_clear_object (&self->clients[1]);

  G_OBJECT_CLASS (loket_merge_dialog_parent_class)->dispose (object);
}

static void
loket_merge_dialog_class_init (LoketMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_merge_dialog_dispose;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_merge_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketMergeDialog, list);
}

static void
loket_merge_dialog_init (LoketMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (LoketMergeDialog *self)
{
  for (guint i = 0; i < LOKET_CLIENT_N_FIELDS; i++)
    {
      if (loket_client_kind.fields[i].flags & (LOKET_FIELD_DERIVED | LOKET_FIELD_INTERNAL)
          || g_str_equal (get_value (self, 0, i), get_value (self, 1, i)))
        continue;

      self->chosen[i] = choose_default (self, i);
      add_row (self, i);
    }
}

/**
 * loket_merge_dialog_new:
 * @desk: the desk
 * @first: the client whose record stays unless another choice is made
 * @second: the same person, in another record
 */
GtkWidget *
loket_merge_dialog_new (LoketDesk   *desk,
                        LoketClient *first,
                        LoketClient *second)
{
  LoketMergeDialog *self = g_object_new (LOKET_TYPE_MERGE_DIALOG, NULL);
  g_autofree char *name = loket_client_dup_display_name (first);

  self->desk = g_object_ref (desk);
  self->clients[0] = g_object_ref (first);
  self->clients[1] = g_object_ref (second);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Two Records"), name);
  fill (self);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));

  return GTK_WIDGET (self);
}
