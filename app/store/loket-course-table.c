/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads every trajectory that is open, and those that are closed and miss what was agreed. */

#include "loket-course-table.h"

#include <string.h>

/* What only matters as long as it is open is not looked up afterwards. */
#define FACTS \
  "SELECT trajectory.id, trajectory.counsellor_id, opened_on, first_response_on, closed_on, " \
  "aftercare, " \
  "CASE WHEN closed_on IS NULL THEN (SELECT max(starts_at) FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.state = 'held') END, " \
  "CASE WHEN closed_on IS NULL THEN (SELECT max(done_on) FROM contact " \
  "WHERE contact.trajectory_id = trajectory.id AND contact.outcome = 'reached') END, " \
  "closed_on IS NULL AND EXISTS (SELECT 1 FROM session " \
  "WHERE session.trajectory_id = trajectory.id AND session.starts_at >= $1 " \
  "AND session.state = 'planned'), "

/* Those that are open; those that are closed in which more is to come than after-care, or anything
 * with a client who objects to contact. */
static const char wanting[] =
  FACTS
  "client_id IN (SELECT id FROM client WHERE no_contact = 1), "
  "closed_on IS NULL AND trajectory.id IN "
  "(SELECT trajectory_id FROM assessment WHERE discussed_on IS NULL), "
  "closed_on IS NULL AND trajectory.id IN "
  "(SELECT trajectory_id FROM promise WHERE done_on IS NULL), "
  "EXISTS (SELECT 1 FROM contact WHERE contact.trajectory_id = trajectory.id "
  "AND contact.open_on IS NOT NULL AND contact.kind <> 'aftercare') "
  "OR EXISTS (SELECT 1 FROM contact WHERE contact.trajectory_id = trajectory.id "
  "AND contact.open_on IS NOT NULL AND contact.kind = 'aftercare') "
  "FROM trajectory WHERE trajectory.id IN ("
  "SELECT id FROM trajectory WHERE closed_on IS NULL "
  "UNION SELECT trajectory_id FROM contact WHERE open_on IS NOT NULL AND kind <> 'aftercare' "
  "UNION SELECT contact.trajectory_id FROM client "
  "CROSS JOIN trajectory ON trajectory.client_id = client.id "
  "CROSS JOIN contact ON contact.trajectory_id = trajectory.id "
  "WHERE client.no_contact = 1 AND contact.open_on IS NOT NULL)";

/* Of a few trajectories everything is read. */
static const char of_one[] =
  FACTS
  "(SELECT no_contact FROM client WHERE client.id = client_id), "
  "closed_on IS NULL, closed_on IS NULL, 1 "
  "FROM trajectory WHERE trajectory.id = $2 OR client_id = $2 ORDER BY trajectory.id";

/* Both in the order of the trajectories, from indexes that hold all of it: a hundred thousand rows
 * are walked through in the time in which some thousand are looked up. */
static const char cared[] =
  "SELECT id, counsellor_id, closed_on, aftercare FROM trajectory "
  "WHERE closed_on IS NOT NULL AND aftercare IN ('yes_once', 'yes_longer') "
  "AND client_id NOT IN (SELECT id FROM client WHERE no_contact = 1) ORDER BY id";

static const char series[] =
  "SELECT trajectory_id, due_on, done_on, open_on IS NOT NULL FROM contact "
  "WHERE kind = 'aftercare' AND coalesce (outcome, '') <> 'cancelled' "
  "ORDER BY trajectory_id, due_on";

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
  row->last_contact_on = loket_moment_dup_later_day (loket_statement_get_text (statement, 6),
                                                     loket_statement_get_text (statement, 7));
  row->has_appointment = loket_statement_get_integer (statement, 8) == 1;
  row->no_contact = loket_statement_get_integer (statement, 9) == 1;
  row->has_assessments = loket_statement_get_integer (statement, 10) == 1;
  row->has_promises = loket_statement_get_integer (statement, 11) == 1;
  row->has_open_contacts = loket_statement_get_integer (statement, 12) == 1;

  return row;
}

/* @id: (nullable): as the second parameter of @sql, when it has one */
static GPtrArray *
load_rows (LoketDatabase  *database,
           const char     *sql,
           const char     *today,
           const char     *id,
           GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  LoketStatement *statement = loket_database_prepare (database, sql, error);
  LoketStep step;

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, today);
  if (id != NULL)
    loket_statement_bind_text (statement, 2, id);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_course_row_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * loket_course_table_load_wanting:
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable) (element-type LoketCourseRow): the trajectories that are
 *   open, and those that are closed with contacts to come that may have to be cancelled
 */
GPtrArray *
loket_course_table_load_wanting (LoketDatabase  *database,
                                 const char     *today,
                                 GError        **error)
{
  return load_rows (database, wanting, today, NULL, error);
}

/**
 * loket_course_table_load_of:
 * @id: the id of a trajectory, or of a client
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable) (element-type LoketCourseRow): that trajectory, or all that
 *   the client has
 */
GPtrArray *
loket_course_table_load_of (LoketDatabase  *database,
                            const char     *id,
                            const char     *today,
                            GError        **error)
{
  return load_rows (database, of_one, today, id, error);
}

/* Whether a contact follows this closing: what was done before belongs to an earlier one. */
static gboolean
is_after (LoketStatement *contact,
          const char     *closed_on)
{
  const char *done_on = loket_statement_get_text (contact, 2);

  return strcmp (loket_statement_get_text (contact, 1), closed_on) > 0
         && (done_on == NULL || strcmp (done_on, closed_on) >= 0);
}

static void
add_contact (GArray         *contacts,
             LoketStatement *contact)
{
  LoketSeriesDue one = { .is_open = loket_statement_get_integer (contact, 3) == 1 };

  g_strlcpy (one.due_on.text, loket_statement_get_text (contact, 1), sizeof one.due_on.text);
  g_array_append_val (contacts, one);
}

static void
note_stray (LoketStatement *contact,
            GHashTable     *strays)
{
  if (loket_statement_get_integer (contact, 3) == 1
      && !g_hash_table_contains (strays, loket_statement_get_text (contact, 0)))
    g_hash_table_add (strays, g_strdup (loket_statement_get_text (contact, 0)));
}

/* Walks on to behind the contacts of a trajectory, and keeps those that follow its closing.
 * @trajectory: (nullable): NULL to walk on to the end */
static LoketStep
gather_contacts (LoketStatement    *contact,
                 LoketStep          step,
                 const LoketCared  *trajectory,
                 GHashTable        *strays,
                 GError           **error)
{
  for (; step == LOKET_STEP_ROW; step = loket_statement_step (contact, error))
    {
      int order = trajectory == NULL ? -1 : strcmp (loket_statement_get_text (contact, 0),
                                                    trajectory->trajectory_id);

      if (order > 0)
        break;
      if (order == 0 && is_after (contact, trajectory->closed_on))
        add_contact (trajectory->contacts, contact);
      else
        note_stray (contact, strays);
    }

  return step;
}

/**
 * loket_course_table_for_each_cared:
 * @func: gets each trajectory that is closed with a wish for after-care, in the order of their ids,
 *   but for clients who object to contact; it reads nothing of the store
 * @strays: (element-type utf8): gets the ids of the trajectories with after-care to come that is
 *   none of a closing with such a wish
 *
 * Returns: whether all were read
 */
gboolean
loket_course_table_for_each_cared (LoketDatabase  *database,
                                   LoketCaredFunc  func,
                                   gpointer        user_data,
                                   GHashTable     *strays,
                                   GError        **error)
{
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (LoketSeriesDue));
  LoketStatement *trajectory = loket_database_prepare (database, cared, error);
  LoketStatement *contact;
  LoketStep step, contact_step;

  contact = trajectory != NULL ? loket_database_prepare (database, series, error) : NULL;
  if (contact == NULL)
    return FALSE;

  contact_step = loket_statement_step (contact, error);
  while (contact_step != LOKET_STEP_ERROR
         && (step = loket_statement_step (trajectory, error)) == LOKET_STEP_ROW)
    {
      const LoketCared one = {
        .trajectory_id = loket_statement_get_text (trajectory, 0),
        .counsellor_id = loket_statement_get_text (trajectory, 1),
        .closed_on = loket_statement_get_text (trajectory, 2),
        .aftercare = loket_statement_get_text (trajectory, 3),
        .contacts = contacts,
      };

      g_array_set_size (contacts, 0);
      contact_step = gather_contacts (contact, contact_step, &one, strays, error);
      func (&one, user_data);
    }
  if (contact_step == LOKET_STEP_ROW)
    contact_step = gather_contacts (contact, contact_step, NULL, strays, error);
  loket_statement_reset (trajectory);
  loket_statement_reset (contact);

  return contact_step != LOKET_STEP_ERROR && step == LOKET_STEP_DONE;
}
