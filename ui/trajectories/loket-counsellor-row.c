/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers nobody and everybody, by name. */

#include "loketten-config.h"

#include "loket-counsellor-row.h"

#include "loket-combo-words.h"
#include "loket-counsellor.h"

#include <glib/gi18n.h>

/**
 * loket_counsellor_row_fill:
 * @chosen_id: (nullable): the id of who is chosen at first
 *
 * Returns: (transfer full) (element-type utf8): the ids, in the order of the row; the first is
 *   NULL, for nobody
 */
GPtrArray *
loket_counsellor_row_fill (AdwComboRow  *row,
                           LoketDossier *dossier,
                           const char   *chosen_id)
{
  g_autoptr (GPtrArray) counsellors = loket_dossier_list_counsellors (dossier);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  gtk_string_list_append (names, _("Nobody yet"));
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < counsellors->len; i++)
    {
      const char *id = loket_record_get_id (counsellors->pdata[i]);

      if (g_strcmp0 (id, chosen_id) == 0)
        selected = i + 1;
      gtk_string_list_append (names, loket_counsellor_get_display_name (counsellors->pdata[i]));
      g_ptr_array_add (ids, g_strdup (id));
    }
  loket_combo_words_fill (row, names);
  adw_combo_row_set_selected (row, selected);

  return ids;
}
