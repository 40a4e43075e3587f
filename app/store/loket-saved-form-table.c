/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers which forms were saved, in the transaction that saves them. */

#include "loket-saved-form-table.h"

gboolean
loket_saved_form_table_insert (LoketDatabase  *database,
                               const char     *form_id,
                               const char     *act,
                               GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO saved_form (form_id, act) VALUES ($1, $2)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, form_id);
  loket_statement_bind_text (statement, 2, act);

  return loket_statement_run (statement, error);
}

/**
 * loket_saved_form_table_has:
 * @is_saved: (out): whether the form was saved
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_saved_form_table_has (LoketDatabase  *database,
                            const char     *form_id,
                            gboolean       *is_saved,
                            GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database, "SELECT 1 FROM saved_form WHERE form_id = $1",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, form_id);
  step = loket_statement_step (statement, error);
  *is_saved = step == LOKET_STEP_ROW;
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/**
 * loket_saved_form_table_remove:
 * @act: the id of an act that is being undone
 *
 * Returns: whether the form that the act saved can be saved again
 */
gboolean
loket_saved_form_table_remove (LoketDatabase  *database,
                               const char     *act,
                               GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database, "DELETE FROM saved_form WHERE act = $1", error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, act);

  return loket_statement_run (statement, error);
}
