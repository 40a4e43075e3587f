/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Most responses have no open answer: so it goes from the answers to their responses. */

#include "loket-open-answer-table.h"

#define QUERY                                                                                      \
  "SELECT open_answer.owner_id, open_answer.item, open_answer.text, response.review, "             \
  "client.given_name, client.family_name, response.office FROM open_answer "                       \
  "CROSS JOIN response ON response.id = open_answer.owner_id "                                     \
  "LEFT JOIN trajectory ON trajectory.id = response.trajectory_id "                                \
  "LEFT JOIN client ON client.id = trajectory.client_id "                                          \
  "WHERE response.questionnaire = $1 AND response.month >= $2 AND response.month <= $3 "           \
  "ORDER BY open_answer.owner_id, open_answer.item"

/**
 * loket_open_answer_table_for_each:
 * @query: which ones
 * @func: is given every open answer, in the order in which the responses came in
 *
 * Returns: whether all were read; FALSE also when @func ended it
 */
gboolean
loket_open_answer_table_for_each (LoketDatabase               *database,
                                  const LoketOpenAnswerQuery  *query,
                                  LoketOpenAnswerFunc          func,
                                  gpointer                     user_data,
                                  GError                     **error)
{
  LoketStatement *statement = loket_database_prepare (database, QUERY, error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, query->questionnaire);
  loket_statement_bind_text (statement, 2, query->first_month);
  loket_statement_bind_text (statement, 3, query->last_month);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const LoketOpenAnswerRow row = {
        loket_statement_get_text (statement, 0), loket_statement_get_text (statement, 1),
        loket_statement_get_text (statement, 2), loket_statement_get_text (statement, 3),
        loket_statement_get_text (statement, 4), loket_statement_get_text (statement, 5),
        loket_statement_get_text (statement, 6)
      };

      if (!func (&row, user_data, error))
        {
          loket_statement_reset (statement);
          return FALSE;
        }
    }

  return step == LOKET_STEP_DONE;
}
