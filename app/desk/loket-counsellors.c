/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads the active counsellors. */

#include "loket-counsellors.h"

#include "loket-record-table.h"

static gboolean
add_active (LoketRecord  *record,
            gpointer      user_data,
            GError      **error)
{
  if (loket_record_get_flag (record, LOKET_COUNSELLOR_ACTIVE))
    g_list_store_append (user_data, record);

  return TRUE;
}

static gpointer
load_counsellors (LoketDatabase  *database,
                  gpointer        input,
                  GError        **error)
{
  g_autoptr (GListStore) counsellors = g_list_store_new (LOKET_TYPE_COUNSELLOR);
  LoketRecordTable *table = loket_record_table_get (database, &loket_counsellor_kind);

  if (!loket_record_table_for_each (table, add_active, counsellors, error))
    return NULL;

  return g_steal_pointer (&counsellors);
}

/**
 * loket_desk_load_counsellors_async:
 *
 * Loads the active counsellors, in the order of their codes.
 */
void
loket_desk_load_counsellors_async (LoketDesk           *desk,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  loket_desk_read_async (desk, load_counsellors, NULL, NULL, g_object_unref, cancellable, callback,
                         user_data);
}

/**
 * loket_desk_load_counsellors_finish:
 *
 * Returns: (transfer full) (nullable): a list of #LoketCounsellor
 */
GListModel *
loket_desk_load_counsellors_finish (LoketDesk     *desk,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
