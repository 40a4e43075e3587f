/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who advises the client, and that counsellor's office; the only office when that is not known. */

#include "loket-attribution-table.h"

/**
 * loket_attribution_table_find:
 * @trajectory_id: a trajectory
 * @office: (out) (transfer full) (nullable): the name of an office
 * @counsellor: (out) (transfer full) (nullable): the code of a counsellor
 * @error: why it could not be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_attribution_table_find (LoketDatabase  *database,
                              const char     *trajectory_id,
                              char          **office,
                              char          **counsellor,
                              GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database,
                                      "SELECT coalesce (office.name, (SELECT min (name) "
                                      "FROM office HAVING count(*) = 1)), counsellor.code "
                                      "FROM trajectory "
                                      "LEFT JOIN counsellor "
                                      "ON counsellor.id = trajectory.counsellor_id "
                                      "LEFT JOIN office ON office.id = counsellor.office_id "
                                      "WHERE trajectory.id = $1",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, trajectory_id);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    {
      *office = g_strdup (loket_statement_get_text (statement, 0));
      *counsellor = g_strdup (loket_statement_get_text (statement, 1));
    }
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}
