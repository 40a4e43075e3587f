/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads every trajectory that is open, and those that are closed and miss what was agreed. */

#include "loket-course-table.h"

#include "loket-date.h"

/* Those that are open; those that are closed and have not all the after-care that was agreed; and
 * those that have another open contact, or one with who objects. */
#define COURSES \
  "SELECT id FROM trajectory WHERE closed_on IS NULL " \
  "UNION SELECT id FROM trajectory WHERE closed_on IS NOT NULL " \
  "AND aftercare IN ('yes_once', 'yes_longer') " \
  "AND (SELECT count(*) FROM contact WHERE contact.trajectory_id = trajectory.id " \
  "AND contact.kind = 'aftercare' AND contact.due_on > trajectory.closed_on " \
  "AND coalesce (contact.outcome, '') <> 'cancelled') " \
  "< CASE aftercare WHEN 'yes_once' THEN 1 ELSE 4 END " \
  "UNION SELECT contact.trajectory_id FROM contact " \
  "JOIN trajectory AS its ON its.id = contact.trajectory_id " \
  "JOIN client AS whose ON whose.id = its.client_id WHERE contact.open_on IS NOT NULL " \
  "AND (contact.kind <> 'aftercare' OR whose.no_contact = 1)"

static const char query[] =
  "SELECT trajectory.id, trajectory.counsellor_id, opened_on, first_response_on, closed_on, "
  "aftercare, "
  "(SELECT max(starts_at) FROM session WHERE session.trajectory_id = trajectory.id "
  "AND session.state = 'held'), "
  "(SELECT max(done_on) FROM contact WHERE contact.trajectory_id = trajectory.id "
  "AND contact.outcome = 'reached'), "
  "EXISTS (SELECT 1 FROM session WHERE session.trajectory_id = trajectory.id "
  "AND session.state = 'planned' AND session.starts_at >= $1), "
  "client.no_contact, "
  "EXISTS (SELECT 1 FROM assessment WHERE assessment.trajectory_id = trajectory.id), "
  "EXISTS (SELECT 1 FROM promise WHERE promise.trajectory_id = trajectory.id "
  "AND promise.done_on IS NULL), "
  "EXISTS (SELECT 1 FROM contact WHERE contact.trajectory_id = trajectory.id) "
  "FROM trajectory JOIN client ON client.id = trajectory.client_id "
  "WHERE trajectory.id IN (" COURSES ")";

void
loket_course_row_free (LoketCourseRow *row)
{
  g_free (row->trajectory_id);
  g_free (row->counsellor_id);
  g_free (row->opened_on);
  g_free (row->first_response_on);
  g_free (row->closed_on);
  g_free (row->aftercare);
  g_free (row->last_contact_on);
  g_free (row);
}

/* The later of a session's day and a contact's day. */
static char *
dup_last_contact (const char *starts_at,
                  const char *done_on)
{
  g_autofree char *held_on = starts_at != NULL ? g_strndup (starts_at, LOKET_DATE_LENGTH) : NULL;

  if (held_on == NULL || (done_on != NULL && g_strcmp0 (done_on, held_on) > 0))
    return g_strdup (done_on);

  return g_steal_pointer (&held_on);
}

static LoketCourseRow *
read_row (LoketStatement *statement)
{
  LoketCourseRow *row = g_new0 (LoketCourseRow, 1);

  row->trajectory_id = g_strdup (loket_statement_get_text (statement, 0));
  row->counsellor_id = g_strdup (loket_statement_get_text (statement, 1));
  row->opened_on = g_strdup (loket_statement_get_text (statement, 2));
  row->first_response_on = g_strdup (loket_statement_get_text (statement, 3));
  row->closed_on = g_strdup (loket_statement_get_text (statement, 4));
  row->aftercare = g_strdup (loket_statement_get_text (statement, 5));
  row->last_contact_on = dup_last_contact (loket_statement_get_text (statement, 6),
                                           loket_statement_get_text (statement, 7));
  row->has_appointment = loket_statement_get_integer (statement, 8) == 1;
  row->no_contact = loket_statement_get_integer (statement, 9) == 1;
  row->has_assessments = loket_statement_get_integer (statement, 10) == 1;
  row->has_promises = loket_statement_get_integer (statement, 11) == 1;
  row->has_contacts = loket_statement_get_integer (statement, 12) == 1;

  return row;
}

/**
 * loket_course_table_load:
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable) (element-type LoketCourseRow): the trajectories for which
 *   contacts may have to be made or cancelled
 */
GPtrArray *
loket_course_table_load (LoketDatabase  *database,
                         const char     *today,
                         GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  LoketStatement *statement = loket_database_prepare (database, query, error);
  LoketStep step;

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, today);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_course_row_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
