/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds a line of a list and tells when it arrives or changes. */

#include "loket-client-item.h"

struct _LoketClientItem
{
  GObject parent_instance;

  LoketClientRow *row; /* (nullable): until it is read */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketClientItem, loket_client_item, G_TYPE_OBJECT)

static void
loket_client_item_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_CLIENT_ITEM (object)->row, loket_client_row_free);

  G_OBJECT_CLASS (loket_client_item_parent_class)->finalize (object);
}

static void
loket_client_item_class_init (LoketClientItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_client_item_finalize;

  /**
   * LoketClientItem::changed:
   *
   * The line was read, or says something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_client_item_init (LoketClientItem *self)
{
}

/**
 * loket_client_item_new:
 *
 * Returns: (transfer full): a line that is not read yet
 */
LoketClientItem *
loket_client_item_new (void)
{
  return g_object_new (LOKET_TYPE_CLIENT_ITEM, NULL);
}

/**
 * loket_client_item_get_id:
 *
 * Returns: (transfer none) (nullable): the id of the client; NULL until the line is read
 */
const char *
loket_client_item_get_id (LoketClientItem *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENT_ITEM (self), NULL);

  return self->row != NULL ? self->row->id : NULL;
}

/**
 * loket_client_item_get_row:
 *
 * Returns: (transfer none) (nullable): the line; NULL until it is read
 */
const LoketClientRow *
loket_client_item_get_row (LoketClientItem *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENT_ITEM (self), NULL);

  return self->row;
}

/**
 * loket_client_item_take_row:
 * @row: (transfer full) (nullable): the line; NULL while it is on its way
 */
void
loket_client_item_take_row (LoketClientItem *self,
                            LoketClientRow  *row)
{
  g_return_if_fail (LOKET_IS_CLIENT_ITEM (self));

  if (row == NULL && self->row == NULL)
    return;

  g_clear_pointer (&self->row, loket_client_row_free);
  self->row = row;
  g_signal_emit (self, signals[CHANGED], 0);
}
