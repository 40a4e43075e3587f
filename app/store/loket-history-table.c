/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the history of a client by acts, latest first: ids grow with time.
 *
 * What an act made has no lines of its own in the log; its row says which act that was. */

#include "loket-history-table.h"

/* $1: the client; $2: one record alone, or "". */
#define OF_TRAJECTORY(table, number)                                                               \
  "UNION ALL SELECT " table ".id, '" table "', " table "." number ", " table ".act FROM " table    \
  " JOIN trajectory ON trajectory.id = " table ".trajectory_id WHERE trajectory.client_id = $1 "
#define CHOSEN                                                                                     \
  "WITH mine (id, kind, number, act) AS ("                                                         \
  "SELECT id, 'client', client_no, act FROM client WHERE id = $1 "                                 \
  "UNION ALL SELECT id, 'trajectory', trajectory_no, act FROM trajectory WHERE client_id = $1 "    \
  OF_TRAJECTORY ("session", "session_no")                                                          \
  OF_TRAJECTORY ("assessment", "assessment_no")                                                    \
  OF_TRAJECTORY ("promise", "promise_no")                                                          \
  OF_TRAJECTORY ("contact", "contact_no")                                                          \
  "UNION ALL SELECT attempt.id, 'attempt', NULL, attempt.act FROM attempt "                        \
  "JOIN contact ON contact.id = attempt.contact_id "                                               \
  "JOIN trajectory ON trajectory.id = contact.trajectory_id WHERE trajectory.client_id = $1 "      \
  "UNION ALL SELECT invitee.id, 'invitee', NULL, invitee.act FROM invitee "                        \
  "JOIN trajectory ON trajectory.id = invitee.trajectory_id WHERE trajectory.client_id = $1 "      \
  "UNION ALL SELECT record_id, kind, NULL, NULL FROM change_log "                                  \
  "WHERE new_value IS NULL AND field IN ('client_no', 'trajectory_no') AND old_value = $1 "        \
  "UNION ALL SELECT record_id, change_log.kind, NULL, NULL FROM change_log "                       \
  "JOIN trajectory ON trajectory.id = change_log.old_value WHERE trajectory.client_id = $1 "       \
  "AND new_value IS NULL AND field IN ('client_no', 'trajectory_no')), "                           \
  "chosen AS (SELECT id, kind, number, act FROM mine WHERE $2 = '' OR id = $2) "

static LoketStatement *
prepare (LoketDatabase  *database,
         const char     *sql,
         const char     *client_id,
         const char     *record_id,
         GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, client_id);
  loket_statement_bind_text (statement, 2, record_id != NULL ? record_id : "");

  return statement;
}

/**
 * loket_history_table_load_acts:
 * @client_id: the id of a client
 * @record_id: (nullable): a record of the client; NULL for all
 * @before: (nullable): the id of an act; NULL to begin with the latest
 * @most: how many at most
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of the acts that made or changed
 *   something of the client before that act, latest first
 */
GPtrArray *
loket_history_table_load_acts (LoketDatabase  *database,
                               const char     *client_id,
                               const char     *record_id,
                               const char     *before,
                               guint           most,
                               GError        **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func (g_free);
  LoketStatement *statement;
  LoketStep step;

  statement = prepare (database,
                       CHOSEN "SELECT act FROM ("
                       "SELECT act FROM chosen WHERE act IS NOT NULL "
                       "UNION SELECT act FROM change_log "
                       "WHERE record_id IN (SELECT id FROM chosen)) AS acts "
                       "WHERE act <> '' AND ($3 = '' OR act < $3) ORDER BY act DESC LIMIT $4",
                       client_id, record_id, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 3, before != NULL ? before : "");
  loket_statement_bind_integer (statement, 4, most);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (acts, g_strdup (loket_statement_get_text (statement, 0)));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&acts) : NULL;
}

/**
 * loket_history_table_load_changes:
 * @first: the id of the earliest act
 * @last: the id of the latest act
 *
 * Returns: (transfer full) (nullable) (element-type LoketChange): what those acts, and all between
 *   them, changed of the client, in the order in which it was written
 */
GPtrArray *
loket_history_table_load_changes (LoketDatabase  *database,
                                  const char     *client_id,
                                  const char     *record_id,
                                  const char     *first,
                                  const char     *last,
                                  GError        **error)
{
  LoketStatement *statement;

  statement = prepare (database,
                       CHOSEN "SELECT id, act, at, counsellor, kind, record_id, field, old_value, "
                       "new_value FROM change_log WHERE record_id IN (SELECT id FROM chosen) "
                       "AND act >= $3 AND act <= $4 ORDER BY id",
                       client_id, record_id, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 3, first);
  loket_statement_bind_text (statement, 4, last);

  return loket_change_table_read_all (statement, error);
}

static void
free_made (LoketMade *made)
{
  g_free (made->act);
  g_free (made->kind);
  g_free (made->record_id);
  g_free (made->number);
  g_free (made);
}

/**
 * loket_history_table_load_made:
 * @first: the id of the earliest act
 * @last: the id of the latest act
 *
 * Returns: (transfer full) (nullable) (element-type LoketMade): the records of the client that were
 *   made by those acts, and all between them
 */
GPtrArray *
loket_history_table_load_made (LoketDatabase  *database,
                               const char     *client_id,
                               const char     *record_id,
                               const char     *first,
                               const char     *last,
                               GError        **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) free_made);
  LoketStatement *statement;
  LoketStep step;

  statement = prepare (database,
                       CHOSEN "SELECT act, kind, id, number FROM chosen "
                       "WHERE act >= $3 AND act <= $4 ORDER BY id",
                       client_id, record_id, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 3, first);
  loket_statement_bind_text (statement, 4, last);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      LoketMade *made = g_new0 (LoketMade, 1);

      made->act = g_strdup (loket_statement_get_text (statement, 0));
      made->kind = g_strdup (loket_statement_get_text (statement, 1));
      made->record_id = g_strdup (loket_statement_get_text (statement, 2));
      made->number = g_strdup (loket_statement_get_text (statement, 3));
      g_ptr_array_add (all, made);
    }

  return step == LOKET_STEP_DONE ? g_steal_pointer (&all) : NULL;
}
