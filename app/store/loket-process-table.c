/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Plain rows without joins: what belongs together is found in memory, which is faster. */

#include "loket-process-table.h"

#include "loket-first-response.h"

static const struct
{
  const char *sql;
  int n_columns;
} queries[] = {
  [LOKET_PROCESS_ROWS_COUNSELLORS] =
    { "SELECT id, code, office_id, role FROM counsellor ORDER BY code", 4 },
  [LOKET_PROCESS_ROWS_OFFICES] = { "SELECT id, name FROM office ORDER BY name", 2 },
  [LOKET_PROCESS_ROWS_TRAJECTORIES] =
    { "SELECT id, counsellor_id, opened_on, " LOKET_SQL_FIRST_RESPONSE ", closed_on "
      "FROM trajectory", 5 },
  [LOKET_PROCESS_ROWS_SESSIONS] =
    { "SELECT trajectory_id, counsellor_id, starts_at, state, minutes FROM session "
      "WHERE state IN ('held', 'no_show')", 5 },
  [LOKET_PROCESS_ROWS_ASSESSMENTS] =
    { "SELECT trajectory_id, taken_on, result_on, discussed_on FROM assessment "
      "WHERE taken_on IS NOT NULL OR result_on IS NOT NULL", 4 },
  [LOKET_PROCESS_ROWS_PROMISES] =
    { "SELECT trajectory_id, counsellor_id, coalesce (first_due_on, due_on), done_on, outcome "
      "FROM promise WHERE made_by = 'counsellor' "
      "AND coalesce (outcome, '') <> 'cancelled'", 5 },
  [LOKET_PROCESS_ROWS_AFTERCARE] =
    { "SELECT trajectory_id, due_on, done_on, outcome FROM contact "
      "WHERE kind = 'aftercare' AND coalesce (outcome, '') <> 'cancelled'", 4 },
};

/**
 * loket_process_table_for_each:
 * @rows: what to read
 * @func: is given the columns of each row
 * @error: why it could not be read
 *
 * Returns: whether all were read
 */
gboolean
loket_process_table_for_each (LoketDatabase     *database,
                              LoketProcessRows   rows,
                              LoketProcessFunc   func,
                              gpointer           user_data,
                              GError           **error)
{
  LoketStatement *statement = loket_database_prepare (database, queries[rows].sql, error);
  LoketStep step = LOKET_STEP_DONE;

  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const char *values[LOKET_PROCESS_MAX_COLUMNS] = { NULL };

      for (int i = 0; i < queries[rows].n_columns; i++)
        values[i] = loket_statement_get_text (statement, i);
      func (values, user_data);
    }

  return step == LOKET_STEP_DONE;
}
