/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads settings, each of which holds from a day on. */

#include "loket-setting-table.h"

/**
 * loket_setting_table_load:
 * @name: the name of a setting
 * @today: the day on which it holds, YYYY-MM-DD
 * @value: (out) (nullable): what the office chose; NULL when it chose nothing
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_setting_table_load (LoketDatabase  *database,
                          const char     *name,
                          const char     *today,
                          char          **value,
                          GError        **error)
{
  LoketStatement *statement = loket_database_prepare (
    database,
    "SELECT value FROM setting WHERE name = $1 AND valid_from <= $2 "
    "ORDER BY valid_from DESC LIMIT 1",
    error);
  LoketStep step;

  *value = NULL;
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, name);
  loket_statement_bind_text (statement, 2, today);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    *value = g_strdup (loket_statement_get_text (statement, 0));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}
