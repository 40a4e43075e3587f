/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads lists of clients, some rows at a time. */

#include "loket-client-table.h"

#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-error.h"
#include "loket-first-response.h"
#include "loket-note-search.h"
#include "loket-recent-table.h"

/* Through how many sessions to look back for the clients to whom somebody talked last. */
#define MOST_RECENT_SESSIONS 40

void
loket_client_row_free (LoketClientRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_free (row->client_no);
  g_free (row->birth_date);
  g_free (row->city);
  g_free (row->phone);
  g_free (row->opened_on);
  g_free (row->closed_on);
  g_free (row->aftercare);
  g_free (row->first_response_on);
  g_free (row->next_session);
  g_free (row->next_due);
  g_clear_pointer (&row->note, loket_note_free);
  g_clear_pointer (&row->excerpt, loket_excerpt_free);
  g_free (row);
}

static const char *
get_text_or_empty (LoketStatement *statement,
                   int             column)
{
  const char *text = loket_statement_get_text (statement, column);

  return text != NULL ? text : "";
}

static LoketClientRow *
read_row (LoketStatement *statement)
{
  LoketClientRow *row = g_new0 (LoketClientRow, 1);
  const char *contact = loket_statement_get_text (statement, 10);
  const char *promise = loket_statement_get_text (statement, 11);

  row->id = g_strdup (loket_statement_get_text (statement, 0));
  row->name = loket_client_join_name (get_text_or_empty (statement, 1),
                                      get_text_or_empty (statement, 2),
                                      get_text_or_empty (statement, 3));
  row->opened_on = g_strdup (loket_statement_get_text (statement, 4));
  row->closed_on = g_strdup (loket_statement_get_text (statement, 5));
  row->aftercare = g_strdup (loket_statement_get_text (statement, 6));
  row->first_response_on = g_strdup (loket_statement_get_text (statement, 7));
  row->n_sessions = (int) loket_statement_get_integer (statement, 8);
  row->next_session = g_strdup (loket_statement_get_text (statement, 9));
  if (contact == NULL || (promise != NULL && g_strcmp0 (promise, contact) < 0))
    contact = promise;
  row->next_due = g_strdup (contact);
  row->n_assessments = (int) loket_statement_get_integer (statement, 12);
  row->client_no = g_strdup (loket_statement_get_text (statement, 13));
  row->birth_date = g_strdup (loket_statement_get_text (statement, 14));
  row->city = g_strdup (loket_statement_get_text (statement, 15));
  row->phone = g_strdup (loket_statement_get_text (statement, 16));

  return row;
}

/**
 * loket_client_table_load_row:
 * @id: the id of a client
 * @now: the moment behind which the next session lies, YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer full) (nullable): the line about the client; %LOKET_ERROR_NOT_FOUND when the
 *   client is gone
 */
LoketClientRow *
loket_client_table_load_row (LoketDatabase  *database,
                             const char     *id,
                             const char     *now,
                             GError        **error)
{
  g_autoptr (LoketClientRow) row = NULL;
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (
    database,
    "SELECT client.id, given_name, prefix, family_name, opened_on, closed_on, aftercare, "
    LOKET_SQL_FIRST_RESPONSE ", "
    "(SELECT count(*) FROM session WHERE trajectory_id = trajectory.id AND state = 'held'), "
    "(SELECT min(starts_at) FROM session WHERE trajectory_id = trajectory.id "
    "AND state = 'planned' AND starts_at >= $1), "
    "(SELECT min(open_on) FROM contact WHERE trajectory_id = trajectory.id "
    "AND open_on IS NOT NULL), "
    "(SELECT min(due_on) FROM promise WHERE trajectory_id = trajectory.id "
    "AND done_on IS NULL AND outcome IS NULL AND made_by = 'counsellor'), "
    "(SELECT count(*) FROM assessment WHERE trajectory_id = trajectory.id "
    "AND discussed_on IS NULL), client_no, birth_date, city, phone "
    "FROM client LEFT JOIN trajectory ON client_id = client.id WHERE client.id = $2 "
    "ORDER BY opened_on DESC, trajectory.id DESC LIMIT 1",
    error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, now);
  loket_statement_bind_text (statement, 2, id);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    row = read_row (statement);
  else if (step == LOKET_STEP_DONE)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, "client %s is gone", id);
  loket_statement_reset (statement);

  return g_steal_pointer (&row);
}

static GPtrArray *
read_ids (LoketStatement  *statement,
          GError         **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  LoketStep step;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (loket_statement_get_text (statement, 0)));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static const char *
choose_query (const LoketClientScope *scope)
{
  if (scope->counsellor_id != NULL && scope->only_open)
    return "SELECT DISTINCT client.id, sort_name "
           "FROM trajectory JOIN client ON client.id = client_id "
           "WHERE counsellor_id = $1 AND closed_on IS NULL ORDER BY sort_name, client.id";
  if (scope->counsellor_id != NULL)
    return "SELECT DISTINCT client.id, sort_name "
           "FROM trajectory JOIN client ON client.id = client_id "
           "WHERE counsellor_id = $1 ORDER BY sort_name, client.id";

  return "SELECT DISTINCT client.id, sort_name "
         "FROM trajectory JOIN client ON client.id = client_id "
         "WHERE closed_on IS NULL ORDER BY sort_name, client.id";
}

static gboolean
search (LoketDatabase  *database,
        const char     *text,
        guint           most,
        GPtrArray     **ids,
        guint          *n_named,
        GError        **error)
{
  g_autoptr (GPtrArray) found = loket_client_name_table_search (database, text, most, error);

  if (found == NULL)
    return FALSE;

  *n_named = found->len;
  if (!loket_note_search_run (database, text, most, found, error))
    return FALSE;
  *ids = g_steal_pointer (&found);

  return TRUE;
}

/* Of nobody in particular nobody is recent. */
static GPtrArray *
load_recent_ids (LoketDatabase           *database,
                 const LoketClientScope  *scope,
                 GError                 **error)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sessions = NULL;

  if (scope->counsellor_id == NULL)
    return ids;

  sessions = loket_recent_table_load (database, scope->counsellor_id, scope->now.text,
                                      MOST_RECENT_SESSIONS, error);
  if (sessions == NULL)
    {
      g_ptr_array_unref (ids);
      return NULL;
    }

  for (guint i = 0; i < sessions->len; i++)
    {
      const LoketRecentSession *session = sessions->pdata[i];

      if (!g_ptr_array_find_with_equal_func (ids, session->client_id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (session->client_id));
    }

  return ids;
}

/**
 * loket_client_table_load_ids:
 * @scope: which clients
 * @most: after how many hits of a search to stop
 * @ids: (out) (transfer full) (nullable) (element-type utf8): the ids in the order of the list;
 *   NULL when the scope is every client there is, which is better read a piece at a time
 * @n_named: (out): how many of them, at the beginning, a search found by name or number; the others
 *   it found in notes
 * @error: why they cannot be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_client_table_load_ids (LoketDatabase           *database,
                             const LoketClientScope  *scope,
                             guint                    most,
                             GPtrArray              **ids,
                             guint                   *n_named,
                             GError                 **error)
{
  LoketStatement *statement;

  *ids = NULL;
  *n_named = 0;
  if (scope->text != NULL && *scope->text != '\0')
    return search (database, scope->text, most, ids, n_named, error);
  if (scope->only_recent)
    {
      *ids = load_recent_ids (database, scope, error);
      return *ids != NULL;
    }
  if (scope->counsellor_id == NULL && !scope->only_open)
    return TRUE;

  statement = loket_database_prepare (database, choose_query (scope), error);
  if (statement == NULL)
    return FALSE;
  if (scope->counsellor_id != NULL)
    loket_statement_bind_text (statement, 1, scope->counsellor_id);

  *ids = read_ids (statement, error);

  return *ids != NULL;
}

/**
 * loket_client_table_load_all_ids:
 * @offset: how many clients to leave out
 * @count: how many to read
 * @backwards: whether to count from the end of the alphabet
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids of clients by name, from Z to A when
 *   read backwards
 */
GPtrArray *
loket_client_table_load_all_ids (LoketDatabase  *database,
                                 guint           offset,
                                 guint           count,
                                 gboolean        backwards,
                                 GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      backwards
                                        ? "SELECT id FROM client ORDER BY sort_name DESC, id DESC "
                                          "LIMIT $1 OFFSET $2"
                                        : "SELECT id FROM client ORDER BY sort_name, id "
                                          "LIMIT $1 OFFSET $2",
                                      error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_integer (statement, 1, count);
  loket_statement_bind_integer (statement, 2, offset);

  return read_ids (statement, error);
}
