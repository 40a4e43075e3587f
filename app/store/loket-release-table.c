/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps what left the program; only a release that never became visible is taken out. */

#include "loket-release-table.h"

/**
 * loket_release_table_insert:
 * @error: why it could not be written
 */
gboolean
loket_release_table_insert (LoketDatabase          *database,
                            const LoketReleaseRow  *row,
                            GError                **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO release (id, at, counsellor, medium, request, "
                                      "tables) VALUES ($1, $2, $3, $4, $5, $6)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, row->id);
  loket_statement_bind_text (statement, 2, row->at);
  loket_statement_bind_text (statement, 3, row->counsellor);
  loket_statement_bind_text (statement, 4, row->medium);
  loket_statement_bind_text (statement, 5, row->request);
  loket_statement_bind_text (statement, 6, row->tables);

  return loket_statement_run (statement, error);
}

/**
 * loket_release_table_remove:
 * @id: of a release that nobody can have seen
 * @error: why it could not be written
 *
 * Removes it. It stays when others left after it, which may have been written down as what differs
 * from it.
 *
 * Returns: whether the store could be written
 */
gboolean
loket_release_table_remove (LoketDatabase  *database,
                            const char     *id,
                            GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database, "DELETE FROM release WHERE id = $1 AND NOT EXISTS "
                                      "(SELECT 1 FROM release WHERE id > $1)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, id);

  return loket_statement_run (statement, error);
}

/**
 * loket_release_table_for_each:
 * @func: is given every release, in the order in which they left
 *
 * Returns: whether all were read; FALSE also when @func ended it
 */
gboolean
loket_release_table_for_each (LoketDatabase     *database,
                              LoketReleaseFunc   func,
                              gpointer           user_data,
                              GError           **error)
{
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  statement = loket_database_prepare (database,
                                      "SELECT id, at, counsellor, medium, request, tables "
                                      "FROM release ORDER BY id",
                                      error);
  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const LoketReleaseRow row = {
        loket_statement_get_text (statement, 0), loket_statement_get_text (statement, 1),
        loket_statement_get_text (statement, 2), loket_statement_get_text (statement, 3),
        loket_statement_get_text (statement, 4), loket_statement_get_text (statement, 5)
      };

      if (!func (&row, user_data, error))
        {
          loket_statement_reset (statement);
          return FALSE;
        }
    }

  return step == LOKET_STEP_DONE;
}
