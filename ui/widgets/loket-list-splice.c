/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who changes one thing changes one place of a list: what is before and behind it stays. */

#include "loketten-config.h"

#include "loket-list-splice.h"

static gboolean
is_same_at (GListStore    *list,
            guint          position,
            gpointer       item,
            LoketSameFunc  is_same)
{
  g_autoptr (GObject) mine = g_list_model_get_item (G_LIST_MODEL (list), position);

  return is_same (mine, item);
}

/**
 * loket_list_splice:
 * @items: what the list is to hold
 * @is_same: whether an item of the list may stay in the place of another
 */
void
loket_list_splice (GListStore    *list,
                   GPtrArray     *items,
                   LoketSameFunc  is_same)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint most = MIN (n_old, items->len);
  guint before = 0, behind = 0;

  while (before < most && is_same_at (list, before, items->pdata[before], is_same))
    before++;
  while (behind < most - before
         && is_same_at (list, n_old - behind - 1, items->pdata[items->len - behind - 1], is_same))
    behind++;

  if (before + behind < MAX (n_old, items->len))
    g_list_store_splice (list, before, n_old - before - behind, items->pdata + before,
                         items->len - before - behind);
}
