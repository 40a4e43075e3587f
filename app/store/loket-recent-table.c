/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads backwards through the sessions of a counsellor. */

#include "loket-recent-table.h"

void
loket_recent_session_free (LoketRecentSession *session)
{
  g_free (session->client_id);
  g_free (session->channel);
  g_free (session);
}

static LoketRecentSession *
read_session (LoketStatement *statement)
{
  LoketRecentSession *session = g_new0 (LoketRecentSession, 1);

  session->client_id = g_strdup (loket_statement_get_text (statement, 0));
  session->channel = g_strdup (loket_statement_get_text (statement, 1));
  session->minutes = (int) loket_statement_get_integer (statement, 2);

  return session;
}

/**
 * loket_recent_table_load:
 * @counsellor_id: the id of a counsellor
 * @now: YYYY-MM-DDTHH:MM
 * @most: how many sessions
 *
 * Returns: (transfer full) (nullable) (element-type LoketRecentSession): the sessions that the
 *   counsellor held last, the latest first
 */
GPtrArray *
loket_recent_table_load (LoketDatabase  *database,
                         const char     *counsellor_id,
                         const char     *now,
                         guint           most,
                         GError        **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (
    database,
    "SELECT trajectory.client_id, session.channel, session.minutes FROM session "
    "JOIN trajectory ON trajectory.id = session.trajectory_id "
    "WHERE session.counsellor_id = $1 AND session.starts_at <= $2 AND session.state = 'held' "
    "ORDER BY session.starts_at DESC, session.id DESC LIMIT $3",
    error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, counsellor_id);
  loket_statement_bind_text (statement, 2, now);
  loket_statement_bind_integer (statement, 3, most);
  sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_recent_session_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (sessions, read_session (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&sessions) : NULL;
}
