/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Rows that say the same as before stay. */

#include "loketten-config.h"

#include "loket-finding-rows.h"

#include "loket-findings.h"
#include "loket-row-keeper.h"

static GtkWidget *
create_row (const LoketFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finding->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding->sentence, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->note, -1);

  return row;
}

/**
 * loket_finding_rows_show:
 * @list: there to be seen only while it has rows
 * @findings: (element-type LoketFinding): a row for each
 */
void
loket_finding_rows_show (GtkListBox *list,
                         GPtrArray  *findings)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (list));

  for (guint i = 0; i < findings->len; i++)
    {
      const LoketFinding *finding = findings->pdata[i];
      g_autofree char *words = g_strjoin ("\n", finding->sentence, finding->note, NULL);

      if (loket_row_keeper_keep (rows, words) == NULL)
        loket_row_keeper_add (rows, words, create_row (finding));
    }
  gtk_widget_set_visible (GTK_WIDGET (list), findings->len > 0);
  loket_row_keeper_focus (GTK_WIDGET (list), loket_row_keeper_finish (rows));
}
