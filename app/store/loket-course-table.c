/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads every trajectory that is open, and those that are closed and miss what was agreed. */

#include "loket-course-table.h"

#include "loket-date.h"

/* The columns of a course; what only matters as long as it is open is not looked up afterwards. */
#define COURSE \
  "SELECT trajectory.id, trajectory.counsellor_id, opened_on, first_response_on, closed_on, " \
  "aftercare, " \
  "CASE WHEN closed_on IS NULL THEN (SELECT max(starts_at) FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.state = 'held') END, " \
  "CASE WHEN closed_on IS NULL THEN (SELECT max(done_on) FROM contact " \
  "WHERE contact.trajectory_id = trajectory.id AND contact.outcome = 'reached') END, " \
  "closed_on IS NULL AND EXISTS (SELECT 1 FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.starts_at >= $1 " \
  "AND session.state = 'planned'), " \
  "client.no_contact, " \
  "closed_on IS NULL AND EXISTS (SELECT 1 FROM assessment " \
  "WHERE assessment.trajectory_id = trajectory.id), " \
  "closed_on IS NULL AND EXISTS (SELECT 1 FROM promise " \
  "WHERE promise.trajectory_id = trajectory.id AND promise.done_on IS NULL) " \
  "FROM trajectory JOIN client ON client.id = trajectory.client_id WHERE "

/* Those that are open; those that are closed and have not as much of the after-care that was agreed
 * as there should be ($2 and $3 are how many contacts the wishes ask for, 0 when that depends on
 * the day); and those that have another open contact. */
static const char wanting[] =
  COURSE "trajectory.id IN ("
  "SELECT id FROM trajectory WHERE closed_on IS NULL "
  "UNION SELECT id FROM trajectory WHERE closed_on IS NOT NULL "
  "AND aftercare IN ('yes_once', 'yes_longer') "
  "AND ($2 = 0 OR (SELECT count(*) FROM contact WHERE contact.trajectory_id = trajectory.id "
  "AND contact.kind = 'aftercare' AND contact.due_on > trajectory.closed_on "
  "AND coalesce (contact.done_on, trajectory.closed_on) >= trajectory.closed_on "
  "AND coalesce (contact.outcome, '') <> 'cancelled') "
  "< CASE aftercare WHEN 'yes_once' THEN $2 ELSE $3 END) "
  "UNION SELECT contact.trajectory_id FROM contact WHERE contact.open_on IS NOT NULL "
  "AND contact.kind <> 'aftercare')";

static const char of_id[] = COURSE "trajectory.id = $2";

/* Along the dates on which it is due: a trajectory with a series comes more than once. */
static const char cared[] =
  "SELECT trajectory.id, trajectory.counsellor_id, trajectory.closed_on, trajectory.aftercare, "
  "contact.due_on, client.no_contact FROM contact "
  "CROSS JOIN trajectory ON trajectory.id = contact.trajectory_id "
  "CROSS JOIN client ON client.id = trajectory.client_id "
  "WHERE contact.open_on >= '' AND contact.kind = 'aftercare' "
  "AND trajectory.closed_on IS NOT NULL";

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

  return row;
}

/**
 * loket_course_table_load_wanting:
 * @today: YYYY-MM-DD
 * @n_once: how many contacts who wants one gets; 0 when that depends on the day of closing
 * @n_longer: how many contacts who wants them for longer gets
 *
 * Returns: (transfer full) (nullable) (element-type LoketCourseRow): the trajectories for which
 *   contacts may have to be made or cancelled
 */
GPtrArray *
loket_course_table_load_wanting (LoketDatabase  *database,
                                 const char     *today,
                                 guint           n_once,
                                 guint           n_longer,
                                 GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  LoketStatement *statement = loket_database_prepare (database, wanting, error);
  LoketStep step;

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, today);
  loket_statement_bind_integer (statement, 2, n_once);
  loket_statement_bind_integer (statement, 3, n_longer);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_course_row_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * loket_course_table_load:
 * @today: YYYY-MM-DD
 * @trajectory_id: the id of a trajectory
 *
 * Returns: (transfer full) (nullable): the course; NULL with @error set when it could not be read
 */
LoketCourseRow *
loket_course_table_load (LoketDatabase  *database,
                         const char     *today,
                         const char     *trajectory_id,
                         GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, of_id, error);
  LoketCourseRow *row;

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, today);
  loket_statement_bind_text (statement, 2, trajectory_id);
  if (loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return NULL;

  row = read_row (statement);
  loket_statement_reset (statement);

  return row;
}

/**
 * loket_course_table_for_each_cared:
 * @func: gets each open contact after closing, with what it follows from
 *
 * Returns: whether all were read
 */
gboolean
loket_course_table_for_each_cared (LoketDatabase  *database,
                                   LoketCaredFunc  func,
                                   gpointer        user_data,
                                   GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, cared, error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const LoketCared one = {
        .trajectory_id = loket_statement_get_text (statement, 0),
        .counsellor_id = loket_statement_get_text (statement, 1),
        .closed_on = loket_statement_get_text (statement, 2),
        .aftercare = loket_statement_get_text (statement, 3),
        .due_on = loket_statement_get_text (statement, 4),
        .no_contact = loket_statement_get_integer (statement, 5) == 1,
      };

      func (&one, user_data);
    }

  return step == LOKET_STEP_DONE;
}
