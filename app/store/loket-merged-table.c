/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps, beside the words by which a client is found, the numbers and ids of the records that were
 * merged into the client's. */

#include "loket-merged-table.h"

#include "loket-client.h"
#include "loket-error.h"
#include "loket-record-table.h"
#include "loket-text.h"

/* Places of the table client_name: a number as people search for it, as files name it, an id. */
typedef enum
{
  PLACE_NUMBER = 2,
  PLACE_MERGED_NUMBER = 6,
  PLACE_MERGED_ID = 7
} Place;

static gboolean
run_word (LoketDatabase  *database,
          const char     *sql,
          Place           place,
          const char     *word,
          const char     *client_id,
          GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, word);
  loket_statement_bind_text (statement, 3, client_id);

  return loket_statement_run (statement, error);
}

static gboolean
run_all (LoketDatabase     *database,
         const char        *sql,
         const LoketDraft  *draft,
         const char        *client_id,
         GError           **error)
{
  const char *merged = loket_draft_get_value (draft, LOKET_CLIENT_MERGED);
  g_auto (GStrv) items = merged != NULL ? g_strsplit (merged, ";", -1) : NULL;

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *number = NULL;
      g_autofree char *folded = NULL;

      if (!loket_client_read_merged (items[i], &id, &number))
        continue;
      folded = loket_text_fold (number);
      if (!run_word (database, sql, PLACE_NUMBER, folded, client_id, error)
          || !run_word (database, sql, PLACE_MERGED_NUMBER, number, client_id, error)
          || !run_word (database, sql, PLACE_MERGED_ID, id, client_id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_merged_table_put:
 * @draft: a client, complete
 * @id: its id
 *
 * Returns: whether the client is found by the numbers that were merged
 */
gboolean
loket_merged_table_put (LoketDatabase     *database,
                        const LoketDraft  *draft,
                        const char        *id,
                        GError           **error)
{
  return run_all (database,
                  "INSERT INTO client_name (place, word, sort_name, client_id) "
                  "VALUES ($1, $2, '', $3) ON CONFLICT DO NOTHING",
                  draft, id, error);
}

/**
 * loket_merged_table_remove:
 * @draft: a client as it was stored
 * @id: its id
 *
 * Returns: whether the client is no longer found by them
 */
gboolean
loket_merged_table_remove (LoketDatabase     *database,
                           const LoketDraft  *draft,
                           const char        *id,
                           GError           **error)
{
  return run_all (database,
                  "DELETE FROM client_name WHERE place = $1 AND word = $2 AND sort_name = '' "
                  "AND client_id = $3",
                  draft, id, error);
}

static gboolean
find_word (LoketDatabase  *database,
           Place           place,
           const char     *word,
           char          **client_id,
           GError        **error)
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
  return find_word (database, PLACE_MERGED_NUMBER, number, client_id, error);
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
  return find_word (database, PLACE_MERGED_ID, id, client_id, error);
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
