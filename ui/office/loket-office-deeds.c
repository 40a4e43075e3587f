/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Changes it at once and offers to undo it; what is to be removed is shown first. */

#include "loketten-config.h"

#include "loket-office-deeds.h"

#include "loket-office-act.h"
#include "loket-office-form.h"
#include "loket-sentences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is being done, and how the window hears of it. */
typedef struct
{
  GtkWidget *widget;
  char *done;
} Change;

static void
free_change (Change *change)
{
  g_object_unref (change->widget);
  g_free (change->done);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, free_change)

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed == NULL)
    gtk_widget_activate_action (change->widget, "win.show-problem", "s", error->message);
  else if (!loket_deed_is_empty (deed))
    gtk_widget_activate_action (change->widget, "win.offer-undo", "(ss)", change->done, deed->id);
}

/**
 * loket_office_deeds_change:
 * @widget: where it was asked for
 * @draft: a setting or a counsellor, as it will be
 * @done: what to say when it is done
 */
void
loket_office_deeds_change (GtkWidget        *widget,
                           LoketDesk        *desk,
                           const LoketDraft *draft,
                           const char       *done)
{
  Change *change = g_new0 (Change, 1);

  /* The row may be gone when it is done: its window is not. */
  change->widget = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  change->done = g_strdup (done);
  loket_desk_change_office_async (desk, draft, FALSE, NULL, changed_cb, change);
}

/**
 * loket_office_deeds_format_days:
 * @from: the first day
 * @until: the last day
 *
 * Returns: (transfer full): "Mon 23 Nov 2026 to Fri 4 Dec 2026", or the one day
 */
char *
loket_office_deeds_format_days (const char *from,
                                const char *until)
{
  g_autofree char *first = loket_sentences_format_full_day (from);
  g_autofree char *last = loket_sentences_format_full_day (until);

  if (g_str_equal (from, until))
    return g_steal_pointer (&first);

  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static void
remove_clicked_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  LoketRecord *record = g_object_get_data (G_OBJECT (row), "record");
  GtkWidget *form;

  form = loket_office_form_new_removal (g_object_get_data (G_OBJECT (button), "desk"), record,
                                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                        g_object_get_data (G_OBJECT (button), "done"));
  loket_form_dialog_present (LOKET_FORM_DIALOG (form), GTK_WINDOW (gtk_widget_get_root (button)));
}

static GtkWidget *
create_row (LoketDesk   *desk,
            LoketRecord *record,
            const char  *title,
            const char  *subtitle,
            const char  *done)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: what is removed: "Remove Mon 23 Nov 2026". */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "desk", g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "done", g_strdup (done), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), NULL);

  return row;
}

/**
 * loket_office_deeds_show_row:
 * @rows: of the list
 * @record: closing days or an absence
 * @title: when
 * @subtitle: why, or who stands in
 * @done: what to say when it was removed
 *
 * Shows a row with a button that removes the record, after it was shown what that changes.
 */
void
loket_office_deeds_show_row (LoketRowKeeper *rows,
                             LoketDesk      *desk,
                             LoketRecord    *record,
                             const char     *title,
                             const char     *subtitle,
                             const char     *done)
{
  g_autofree char *words = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n%s\n%s",
                                            loket_record_get_id (record),
                                            loket_record_get_version (record), title, subtitle);

  if (loket_row_keeper_keep (rows, words) == NULL)
    loket_row_keeper_add (rows, words, create_row (desk, record, title, subtitle, done));
}
