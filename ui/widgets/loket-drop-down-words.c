/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Leaves a list of the same words alone: another one in its place would begin at its top again. */

#include "loketten-config.h"

#include "loket-drop-down-words.h"

static gboolean
has_words (GtkDropDown   *drop_down,
           GtkStringList *words)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (words));

  if (!GTK_IS_STRING_LIST (model) || g_list_model_get_n_items (model) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                        gtk_string_list_get_string (words, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_drop_down_words_set:
 * @words: what there is to choose from
 * @selected: which one is chosen
 */
void
loket_drop_down_words_set (GtkDropDown   *drop_down,
                           GtkStringList *words,
                           guint          selected)
{
  if (!has_words (drop_down, words))
    gtk_drop_down_set_model (drop_down, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (drop_down, selected);
}
