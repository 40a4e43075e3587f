/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds, among the words by which clients are found, the numbers and ids of the records that were
 * merged into theirs. */

#include "loket-merged-table.h"

#include "loket-client.h"
#include "loket-error.h"
#include "loket-name-place.h"
#include "loket-record-table.h"

static gboolean
find_word (LoketDatabase   *database,
           LoketNamePlace   place,
           const char      *word,
           char           **client_id,
           GError         **error)
{
  LoketStatement *statement;
  LoketStep step;

  *client_id = NULL;
  statement = loket_database_prepare (database,
                                      "SELECT client_id FROM client_name "
                                      "WHERE place = $1 AND word = $2",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, word);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    *client_id = g_strdup (loket_statement_get_text (statement, 0));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/**
 * loket_merged_table_find_number:
 * @number: the number of a client, exactly as it was
 * @client_id: (out) (transfer full) (nullable): the client into whose record the one with that
 *   number was merged
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_merged_table_find_number (LoketDatabase  *database,
                                const char     *number,
                                char          **client_id,
                                GError        **error)
{
  return find_word (database, LOKET_NAME_PLACE_MERGED_NUMBER, number, client_id, error);
}

/**
 * loket_merged_table_find_id:
 * @id: the id of a client whose record is gone
 * @client_id: (out) (transfer full) (nullable): the client into whose record it was merged
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_merged_table_find_id (LoketDatabase  *database,
                            const char     *id,
                            char          **client_id,
                            GError        **error)
{
  return find_word (database, LOKET_NAME_PLACE_MERGED_ID, id, client_id, error);
}

/**
 * loket_merged_table_load_client:
 * @id: the id of a client, who may have been merged into another
 * @error: %LOKET_ERROR_NOT_FOUND when there is neither
 *
 * Returns: (transfer full) (nullable): the client, or the one whose record it became part of
 */
LoketRecord *
loket_merged_table_load_client (LoketDatabase  *database,
                                const char     *id,
                                GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_client_kind);
  g_autoptr (GError) failure = NULL;
  g_autofree char *client_id = NULL;
  LoketRecord *record = loket_record_table_load (table, id, &failure);

  if (record != NULL)
    return record;

  if (g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND)
      && !loket_merged_table_find_id (database, id, &client_id, error))
    return NULL;
  if (client_id != NULL)
    return loket_record_table_load (table, client_id, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
