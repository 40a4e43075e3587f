/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets the word that is chosen take the room there is; on its own the row would cut it off after
 * 20 letters, however wide it is. */

#include "loketten-config.h"

#include "loket-combo-words.h"

static GtkListItemFactory *
create_factory (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/loketten/Loketten/", name, NULL);

  return gtk_builder_list_item_factory_new_from_resource (NULL, path);
}

/**
 * loket_combo_words_fill:
 * @words: what can be chosen; the first of them is at first
 */
void
loket_combo_words_fill (AdwComboRow   *row,
                        GtkStringList *words)
{
  g_autoptr (GtkListItemFactory) chosen = create_factory ("loket-combo-word.ui");
  g_autoptr (GtkListItemFactory) offered = create_factory ("loket-choice-row.ui");

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, offered);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}
