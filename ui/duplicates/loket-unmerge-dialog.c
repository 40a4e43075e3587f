/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists the merges of a record, says what taking one apart means, and does it. */

#include "loketten-config.h"

#include "loket-unmerge-dialog.h"

#include "loket-sentences.h"

#include <glib/gi18n.h>

struct _LoketUnmergeDialog
{
  LoketFormDialog parent_instance;

  GtkListBox *list;

  LoketDesk *desk;
  GPtrArray *merges;  /* of LoketMerge */
  guint chosen;
};

G_DEFINE_FINAL_TYPE (LoketUnmergeDialog, loket_unmerge_dialog, LOKET_TYPE_FORM_DIALOG)

static void
toggled_cb (LoketUnmergeDialog *self,
            GtkCheckButton     *button)
{
  if (gtk_check_button_get_active (button))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "merge"));
}

/* "Merged 21 November by A001. E-mail stays as it is now." */
static char *
format_merge (LoketUnmergeDialog *self,
              const LoketMerge   *merge)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autofree char *day = loket_sentences_format_year_day (merge->at, today.text);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a day, and who did it. */
  g_string_append_printf (text, _("Merged on %s by %s."), day, merge->counsellor);
  if (merge->n_moved > 0)
    g_string_append_printf (text, ngettext (" Takes %u trajectory along.",
                                            " Takes %u trajectories along.", merge->n_moved),
                            merge->n_moved);
  if (merge->n_later > 0)
    g_string_append_printf (text,
                            ngettext (" %u trajectory that was opened since stays here.",
                                      " %u trajectories that were opened since stay here.",
                                      merge->n_later), merge->n_later);
  for (guint i = 0; i < merge->later_fields->len; i++)
    /* Translators: the name of a field that was changed after the merge. */
    g_string_append_printf (text, _(" %s was changed since and stays as it is."),
                            (const char *) merge->later_fields->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkCheckButton *
add_row (LoketUnmergeDialog *self,
         guint               i,
         GtkCheckButton     *group)
{
  const LoketMerge *merge = self->merges->pdata[i];
  g_autofree char *title = g_strdup_printf ("%s  ·  %s", merge->name, merge->number);
  g_autofree char *subtitle = format_merge (self, merge);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == self->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (check), "merge", GUINT_TO_POINTER (i));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);

  return GTK_CHECK_BUTTON (check);
}

static void
unmerged_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketUnmergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  const LoketMerge *merge = self->merges->pdata[self->chosen];
  g_autofree char *sentence = NULL;

  /* Translators: the name and the number of a client. */
  sentence = g_strdup_printf (_("%s, %s, has a record of their own again"), merge->name,
                              merge->number);
  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
}

static void
loket_unmerge_dialog_accept (LoketFormDialog *form)
{
  LoketUnmergeDialog *self = LOKET_UNMERGE_DIALOG (form);
  const LoketMerge *merge = self->merges->pdata[self->chosen];

  loket_form_dialog_begin (form);
  loket_desk_unmerge_async (self->desk, merge->act, NULL, unmerged_cb, g_object_ref (self));
}

static void
loket_unmerge_dialog_dispose (GObject *object)
{
  LoketUnmergeDialog *self = LOKET_UNMERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_UNMERGE_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_unmerge_dialog_parent_class)->dispose (object);
}

static void
loket_unmerge_dialog_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_UNMERGE_DIALOG (object)->merges, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_unmerge_dialog_parent_class)->finalize (object);
}

static void
loket_unmerge_dialog_class_init (LoketUnmergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_unmerge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_unmerge_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_unmerge_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-unmerge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketUnmergeDialog, list);
}

static void
loket_unmerge_dialog_init (LoketUnmergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_unmerge_dialog_new:
 * @desk: the desk
 * @merges: (element-type LoketMerge): the merges of a record, at least one; the latest is chosen
 */
GtkWidget *
loket_unmerge_dialog_new (LoketDesk *desk,
                          GPtrArray *merges)
{
  LoketUnmergeDialog *self = g_object_new (LOKET_TYPE_UNMERGE_DIALOG, NULL);
  GtkCheckButton *group = NULL;

  self->desk = g_object_ref (desk);
  self->merges = g_ptr_array_ref (merges);
  self->chosen = merges->len - 1;
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Take Merged Records Apart"), "");
  for (guint i = 0; i < merges->len; i++)
    group = add_row (self, i, group);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));

  return GTK_WIDGET (self);
}
