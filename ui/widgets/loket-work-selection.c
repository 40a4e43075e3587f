/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps what was selected while the rows that show it come and go. */

#include "loket-work-selection.h"

struct _LoketWorkSelection
{
  GObject parent_instance;

  GHashTable *items;  /* id of a record -> LoketWorkItem */
  gboolean is_active;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketWorkSelection, loket_work_selection, G_TYPE_OBJECT)

static const char *
get_id (LoketWorkItem *item)
{
  return loket_work_item_get (item)->record_id;
}

static void
loket_work_selection_finalize (GObject *object)
{
  g_hash_table_unref (LOKET_WORK_SELECTION (object)->items);

  G_OBJECT_CLASS (loket_work_selection_parent_class)->finalize (object);
}

static void
loket_work_selection_class_init (LoketWorkSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_work_selection_finalize;

  /**
   * LoketWorkSelection::changed:
   *
   * Something was selected or not any more, or selecting began or ended.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_work_selection_init (LoketWorkSelection *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

LoketWorkSelection *
loket_work_selection_new (void)
{
  return g_object_new (LOKET_TYPE_WORK_SELECTION, NULL);
}

gboolean
loket_work_selection_is_active (LoketWorkSelection *self)
{
  g_return_val_if_fail (LOKET_IS_WORK_SELECTION (self), FALSE);

  return self->is_active;
}

/**
 * loket_work_selection_set_active:
 * @is_active: whether rows are being selected; nothing is at the beginning, nor at the end
 */
void
loket_work_selection_set_active (LoketWorkSelection *self,
                                 gboolean            is_active)
{
  g_return_if_fail (LOKET_IS_WORK_SELECTION (self));

  if (self->is_active == is_active)
    return;

  self->is_active = is_active;
  g_hash_table_remove_all (self->items);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
loket_work_selection_contains (LoketWorkSelection *self,
                               LoketWorkItem      *item)
{
  g_return_val_if_fail (LOKET_IS_WORK_SELECTION (self), FALSE);

  return g_hash_table_contains (self->items, get_id (item));
}

void
loket_work_selection_set (LoketWorkSelection *self,
                          LoketWorkItem      *item,
                          gboolean            is_selected)
{
  g_return_if_fail (LOKET_IS_WORK_SELECTION (self));

  if (loket_work_selection_contains (self, item) == is_selected)
    return;

  if (is_selected)
    g_hash_table_insert (self->items, g_strdup (get_id (item)), g_object_ref (item));
  else
    g_hash_table_remove (self->items, get_id (item));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_gone (gpointer key,
         gpointer item,
         gpointer wanted)
{
  return !g_hash_table_contains (wanted, key);
}

/**
 * loket_work_selection_keep:
 * @items: (element-type LoketWorkItem): what there is now
 *
 * What is not among it is not selected any more: nobody can see that it is.
 */
void
loket_work_selection_keep (LoketWorkSelection *self,
                           GPtrArray          *items)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (LOKET_IS_WORK_SELECTION (self));

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (wanted, (gpointer) get_id (items->pdata[i]));
  if (g_hash_table_foreach_remove (self->items, is_gone, wanted) > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

guint
loket_work_selection_count (LoketWorkSelection *self)
{
  g_return_val_if_fail (LOKET_IS_WORK_SELECTION (self), 0);

  return g_hash_table_size (self->items);
}

/**
 * loket_work_selection_list:
 *
 * Returns: (transfer full) (element-type LoketWorkItem): what is selected
 */
GPtrArray *
loket_work_selection_list (LoketWorkSelection *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (list, g_object_ref (item));

  return list;
}
