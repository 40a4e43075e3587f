/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Only of trajectories that a response is about, which are few beside all there are. */

#include "loket-fact-table.h"

#include "loket-first-response.h"

#define MOST_COLUMNS 4

#define OF_RESPONSES \
  "(SELECT trajectory_id FROM response " \
  "WHERE questionnaire = $1 AND trajectory_id IS NOT NULL)"

static const struct
{
  const char *sql;
  int n_columns;
} queries[] = {
  [LOKET_FACT_ROWS_RESPONSES] =
    { "SELECT id, trajectory_id FROM response "
      "WHERE questionnaire = $1 AND trajectory_id IS NOT NULL", 2 },
  [LOKET_FACT_ROWS_TRAJECTORIES] =
    { "SELECT id, opened_on, " LOKET_SQL_FIRST_RESPONSE " FROM trajectory "
      "WHERE id IN " OF_RESPONSES, 3 },
  [LOKET_FACT_ROWS_SESSIONS] =
    { "SELECT trajectory_id, starts_at, minutes FROM session "
      "WHERE state = 'held' AND trajectory_id IN " OF_RESPONSES, 3 },
  [LOKET_FACT_ROWS_ASSESSMENTS] =
    { "SELECT trajectory_id, taken_on, result_on FROM assessment "
      "WHERE taken_on IS NOT NULL AND trajectory_id IN " OF_RESPONSES, 3 },
  [LOKET_FACT_ROWS_PROMISES] =
    { "SELECT trajectory_id, coalesce (first_due_on, due_on), done_on, outcome FROM promise "
      "WHERE made_by = 'counsellor' AND coalesce (outcome, '') <> 'cancelled' "
      "AND trajectory_id IN " OF_RESPONSES, 4 },
};

/**
 * loket_fact_table_for_each:
 * @rows: what to read
 * @questionnaire: the id of a questionnaire: only of trajectories that its responses are about
 * @func: is given the columns of each row
 * @error: why it could not be read
 *
 * Returns: whether all were read
 */
gboolean
loket_fact_table_for_each (LoketDatabase  *database,
                           LoketFactRows   rows,
                           const char     *questionnaire,
                           LoketFactFunc   func,
                           gpointer        user_data,
                           GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, queries[rows].sql, error);
  LoketStep step = LOKET_STEP_DONE;

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, questionnaire);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const char *values[MOST_COLUMNS] = { NULL };

      for (int i = 0; i < queries[rows].n_columns; i++)
        values[i] = loket_statement_get_text (statement, i);
      func (values, user_data);
    }

  return step == LOKET_STEP_DONE;
}
