/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads the active counsellors, and finds the one who is at work. */

#include "loketten-config.h"

#include "loket-counsellors.h"

#include "loket-error.h"
#include "loket-record-table.h"

#include <glib/gi18n-lib.h>

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

/**
 * loket_counsellors_load:
 * @database: a connection, inside a transaction
 * @code: the code of a counsellor
 * @error: %LOKET_ERROR_NOT_FOUND when nobody has it
 *
 * Returns: (transfer full) (nullable): the counsellor
 */
LoketRecord *
loket_counsellors_load (LoketDatabase  *database,
                        const char     *code,
                        GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_counsellor_kind);
  LoketRecord *counsellor = NULL;

  if (loket_record_table_find (table, code, &counsellor, error) && counsellor == NULL)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
                 _("“%s” is not the code of a counsellor in this store"), code);

  return counsellor;
}

typedef struct
{
  const char *wanted;
  const char *chosen;
  LoketCounsellor *found;
} Identity;

static gpointer
find_counsellor (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  Identity *identity = input;
  LoketRecordTable *table = loket_record_table_get (database, &loket_counsellor_kind);
  g_autoptr (GListStore) active = g_list_store_new (LOKET_TYPE_COUNSELLOR);
  LoketRecord *record = NULL;

  if (identity->wanted != NULL && *identity->wanted != '\0')
    {
      record = loket_counsellors_load (database, identity->wanted, error);
      if (record == NULL)
        return NULL;
    }

  if (record == NULL && identity->chosen != NULL
      && !loket_record_table_find (table, identity->chosen, &record, error))
    return NULL;

  if (record == NULL)
    {
      if (!loket_record_table_for_each (table, add_active, active, error))
        return NULL;
      if (g_list_model_get_n_items (G_LIST_MODEL (active)) == 1)
        record = g_list_model_get_item (G_LIST_MODEL (active), 0);
    }

  identity->found = record != NULL ? LOKET_COUNSELLOR (record) : NULL;

  return identity;
}

/**
 * loket_counsellors_find:
 * @store: the store
 * @wanted: (nullable): the code of who must be at work; "" is nobody
 * @chosen: (nullable): the code of who was chosen before
 * @found: (out) (transfer full) (nullable): who is @wanted, else who was @chosen, else the only
 *   active counsellor
 * @error: %LOKET_ERROR_NOT_FOUND when there is no counsellor @wanted
 *
 * Blocks.
 *
 * Returns: whether that could be found out, also when it is nobody
 */
gboolean
loket_counsellors_find (LoketStore       *store,
                        const char       *wanted,
                        const char       *chosen,
                        LoketCounsellor **found,
                        GError          **error)
{
  Identity identity = { wanted, chosen, NULL };

  if (loket_store_read (store, find_counsellor, &identity, error) == NULL)
    return FALSE;

  *found = identity.found;

  return TRUE;
}
