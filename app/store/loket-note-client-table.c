/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives clients the numbers that stand in the places of their notes. */

#include "loket-note-client-table.h"

/**
 * loket_note_client_table_is_filled:
 * @is_filled: (out): whether notes can be found at all; not in a store of an older program
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_note_client_table_is_filled (LoketDatabase  *database,
                                   gboolean       *is_filled,
                                   GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "SELECT EXISTS (SELECT 1 FROM note_client) "
                                      "OR NOT EXISTS (SELECT 1 FROM client)", error);
  if (statement == NULL || loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return FALSE;

  *is_filled = loket_statement_get_integer (statement, 0) == 1;
  loket_statement_reset (statement);

  return TRUE;
}

/**
 * loket_note_client_table_find:
 * @number: the number of a client
 * @client_id: (out) (transfer full) (nullable): the id; NULL when there is no such client
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_note_client_table_find (LoketDatabase  *database,
                              guint32         number,
                              char          **client_id,
                              GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  *client_id = NULL;
  statement = loket_database_prepare (database, "SELECT client_id FROM note_client "
                                                "WHERE number = $1", error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, number);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    *client_id = g_strdup (loket_statement_get_text (statement, 0));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/**
 * loket_note_client_table_find_number:
 * @client_id: the id of a client
 * @number: (out): its number, or 0 when it has none
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_note_client_table_find_number (LoketDatabase  *database,
                                     const char     *client_id,
                                     guint32        *number,
                                     GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database, "SELECT number FROM note_client "
                                                "WHERE client_id = $1", error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, client_id);
  step = loket_statement_step (statement, error);
  *number = step == LOKET_STEP_ROW ? (guint32) loket_statement_get_integer (statement, 0) : 0;
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/**
 * loket_note_client_table_add:
 * @client_id: the id of a client who has no number yet
 * @number: (out): its number from now on
 *
 * Returns: whether it has one
 */
gboolean
loket_note_client_table_add (LoketDatabase  *database,
                             const char     *client_id,
                             guint32        *number,
                             GError        **error)
{
  LoketStatement *statement;
  gboolean is_added;

  statement = loket_database_prepare (database,
                                      "INSERT INTO note_client (number, client_id) "
                                      "SELECT COALESCE (max (number), 0) + 1, $1 FROM note_client "
                                      "RETURNING number", error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, client_id);
  is_added = loket_statement_step (statement, error) == LOKET_STEP_ROW;
  if (is_added)
    *number = (guint32) loket_statement_get_integer (statement, 0);
  loket_statement_reset (statement);

  return is_added;
}

/**
 * loket_note_client_table_give_number:
 * @client_id: the id of a client
 * @number: (out): its number, which is given when there is none yet
 *
 * Returns: whether it has one
 */
gboolean
loket_note_client_table_give_number (LoketDatabase  *database,
                                     const char     *client_id,
                                     guint32        *number,
                                     GError        **error)
{
  return loket_note_client_table_find_number (database, client_id, number, error)
         && (*number != 0 || loket_note_client_table_add (database, client_id, number, error));
}

/**
 * loket_note_client_table_remove:
 * @client_id: the id of a client
 *
 * Returns: whether the client has no number any more
 */
gboolean
loket_note_client_table_remove (LoketDatabase  *database,
                                const char     *client_id,
                                GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database, "DELETE FROM note_client WHERE client_id = $1",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, client_id);

  return loket_statement_run (statement, error);
}
