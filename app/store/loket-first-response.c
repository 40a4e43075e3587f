/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks it of one trajectory. */

#include "loket-first-response.h"

/**
 * loket_first_response_load:
 * @trajectory_id: the id of a trajectory
 * @day: (out): when the client was answered, YYYY-MM-DD; empty when nobody answered yet
 * @error: why it could not be read
 *
 * Returns: whether it could be read
 */
gboolean
loket_first_response_load (LoketDatabase  *database,
                           const char     *trajectory_id,
                           LoketDateText  *day,
                           GError        **error)
{
  LoketStatement *statement = loket_database_prepare (
    database, "SELECT " LOKET_SQL_FIRST_RESPONSE " FROM trajectory WHERE id = $1", error);
  const char *text;
  LoketStep step;

  *day = (LoketDateText) { 0 };
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, trajectory_id);
  step = loket_statement_step (statement, error);
  text = step == LOKET_STEP_ROW ? loket_statement_get_text (statement, 0) : NULL;
  if (text != NULL)
    g_strlcpy (day->text, text, sizeof day->text);
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}
