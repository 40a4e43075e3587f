/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads along the dates on which contacts and promises are due. */

#include "loket-due-table.h"

#include "loket-work-conditions.h"

#define OF_TRAJECTORY \
  "trajectory.counsellor_id IS NOT NULL, coalesce (trajectory.situation, client.situation), " \
  "trajectory.opened_on, trajectory.closed_on"

static const char contacts[] =
  "SELECT client.client_no, trajectory.trajectory_no, 0, contact.kind, contact.open_on, "
  "coalesce (contact.counsellor_id, trajectory.counsellor_id), "
  "coalesce (contact.attempts, 0), " OF_TRAJECTORY ", promise.text, assessment.kind "
  "FROM contact CROSS JOIN trajectory ON trajectory.id = contact.trajectory_id "
  "CROSS JOIN client ON client.id = trajectory.client_id "
  "LEFT JOIN promise ON promise.id = contact.cause "
  "LEFT JOIN assessment ON assessment.id = contact.cause "
  "WHERE contact.open_on <= $1 AND " LOKET_SQL_CONTACT_IS_WANTED;

static const char promises[] =
  "SELECT client.client_no, trajectory.trajectory_no, 1, promise.kind, promise.due_on, "
  "coalesce (promise.counsellor_id, trajectory.counsellor_id), 0, " OF_TRAJECTORY ", "
  "promise.text, NULL "
  "FROM promise CROSS JOIN trajectory ON trajectory.id = promise.trajectory_id "
  "CROSS JOIN client ON client.id = trajectory.client_id "
  "WHERE promise.due_on <= $1 AND " LOKET_SQL_PROMISE_IS_WANTED;

void
loket_due_row_free (LoketDueRow *row)
{
  g_free (row->client_no);
  g_free (row->trajectory_no);
  g_free (row->kind);
  g_free (row->due_on);
  g_free (row->counsellor_id);
  g_free (row->situation);
  g_free (row->opened_on);
  g_free (row->closed_on);
  g_free (row->text);
  g_free (row->assessment);
  g_free (row);
}

static char *
dup_text (LoketStatement *statement,
          int             column)
{
  return g_strdup (loket_statement_get_text (statement, column));
}

static LoketDueRow *
read_row (LoketStatement *statement)
{
  LoketDueRow *row = g_new0 (LoketDueRow, 1);

  row->client_no = dup_text (statement, 0);
  row->trajectory_no = dup_text (statement, 1);
  row->is_promise = loket_statement_get_integer (statement, 2) == 1;
  row->kind = dup_text (statement, 3);
  row->due_on = dup_text (statement, 4);
  row->counsellor_id = dup_text (statement, 5);
  row->attempts = (int) loket_statement_get_integer (statement, 6);
  row->is_taken = loket_statement_get_integer (statement, 7) == 1;
  row->situation = dup_text (statement, 8);
  row->opened_on = dup_text (statement, 9);
  row->closed_on = dup_text (statement, 10);
  row->text = dup_text (statement, 11);
  row->assessment = dup_text (statement, 12);

  return row;
}

static gboolean
load (LoketDatabase  *database,
      const char     *query,
      const char     *on,
      GPtrArray      *rows,
      GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, query, error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, on);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));

  return step == LOKET_STEP_DONE;
}

/**
 * loket_due_table_load:
 * @on: YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable) (element-type LoketDueRow): the open contacts, and the open
 *   promises of counsellors, that are due on the day or before it, in no order
 */
GPtrArray *
loket_due_table_load (LoketDatabase  *database,
                      const char     *on,
                      GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_due_row_free);
  if (!load (database, contacts, on, rows, error) || !load (database, promises, on, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}
