/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks the planner about each trajectory for which it may want another contact. */

#include "loket-course-plans.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-follow-up.h"
#include "loket-promise.h"
#include "loket-record-table.h"

typedef struct
{
  LoketDatabase *database;
  const LoketRules *rules;
  const char *today;
  LoketCoursePlanFunc func;
  gpointer user_data;
} Planning;

static GPtrArray *
load_of (LoketDatabase    *database,
         const LoketKind  *kind,
         guint             field,
         gboolean          has_some,
         const char       *trajectory_id,
         GError          **error)
{
  if (!has_some)
    return g_ptr_array_new ();

  return loket_record_table_load_where (loket_record_table_get (database, kind), field,
                                        trajectory_id, error);
}

static LoketCourse
make_course (const LoketCourseRow *row)
{
  return (LoketCourse) {
    .counsellor_id = row->counsellor_id,
    .opened_on = row->opened_on,
    .first_response_on = row->first_response_on,
    .closed_on = row->closed_on,
    .aftercare = row->aftercare,
    .last_contact_on = row->last_contact_on,
    .has_appointment = row->has_appointment,
    .no_contact = row->no_contact,
  };
}

/* Most courses are as they should be, which is seen without reading all that belongs to them. */
static gboolean
is_at_rest (const Planning       *planning,
            const LoketCourseRow *row,
            const LoketCourse    *course)
{
  return row->closed_on == NULL && !row->has_assessments && !row->has_promises
         && !row->has_open_contacts
         && loket_planner_is_at_rest (course, planning->rules, planning->today);
}

static gboolean
plan_course (Planning              *planning,
             const LoketCourseRow  *row,
             GError               **error)
{
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (LoketPlanChanges) changes = NULL;
  LoketCourse course = make_course (row);

  if (is_at_rest (planning, row, &course))
    return TRUE;

  assessments = load_of (planning->database, &loket_assessment_kind, LOKET_ASSESSMENT_TRAJECTORY_NO,
                         row->has_assessments, row->trajectory_id, error);
  if (assessments != NULL)
    promises = load_of (planning->database, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                        row->has_promises, row->trajectory_id, error);
  if (promises != NULL)
    contacts = load_of (planning->database, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, TRUE,
                        row->trajectory_id, error);
  if (contacts == NULL)
    return FALSE;

  course.assessments = assessments;
  course.promises = promises;
  course.contacts = contacts;
  changes = loket_planner_plan (&course, planning->rules, planning->today);

  return planning->func (row, changes, planning->user_data, error);
}

/* Closed trajectories with other after-care than the rules ask for. */
typedef struct
{
  const LoketRules *rules;
  GHashTable *known;  /* ids of those that are looked at anyway */
  GPtrArray *rows;
} Astray;

static void
note_astray (const LoketCared *cared,
             gpointer          user_data)
{
  Astray *astray = user_data;
  LoketCourseRow *row;

  if (loket_follow_up_is_settled (astray->rules, cared->counsellor_id, cared->aftercare,
                                  cared->closed_on, cared->contacts)
      || g_hash_table_contains (astray->known, cared->trajectory_id))
    return;

  row = g_new0 (LoketCourseRow, 1);
  row->trajectory_id = g_strdup (cared->trajectory_id);
  row->counsellor_id = g_strdup (cared->counsellor_id);
  row->closed_on = g_strdup (cared->closed_on);
  row->aftercare = g_strdup (cared->aftercare);
  g_ptr_array_add (astray->rows, row);
}

/* After-care that nobody asked for, or of another closing. */
static gboolean
add_strays (const Planning  *planning,
            GHashTable      *strays,
            GHashTable      *known,
            GPtrArray       *rows,
            GError         **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, strays);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GPtrArray) found = NULL;

      if (g_hash_table_contains (known, id))
        continue;
      found = loket_course_table_load_of (planning->database, id, planning->today, error);
      if (found == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&found));
    }

  return TRUE;
}

static gboolean
add_astray (const Planning  *planning,
            GPtrArray       *rows,
            GError         **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) strays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Astray astray = { planning->rules, known, rows };
  guint n_known = rows->len;

  for (guint i = 0; i < n_known; i++)
    g_hash_table_add (known, ((LoketCourseRow *) rows->pdata[i])->trajectory_id);
  if (!loket_course_table_for_each_cared (planning->database, note_astray, &astray, strays, error))
    return FALSE;
  for (guint i = n_known; i < rows->len; i++)
    g_hash_table_add (known, ((LoketCourseRow *) rows->pdata[i])->trajectory_id);

  return add_strays (planning, strays, known, rows, error);
}

static gboolean
plan_all (Planning   *planning,
          GPtrArray  *rows,
          GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (!plan_course (planning, rows->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_course_plans_for_each:
 * @database: a connection, inside a transaction
 * @rules: what the office agreed on, or would
 * @today: YYYY-MM-DD
 * @func: gets each trajectory for which something may have to change, with what that is
 *
 * Returns: whether all were planned
 */
gboolean
loket_course_plans_for_each (LoketDatabase        *database,
                             const LoketRules     *rules,
                             const char           *today,
                             LoketCoursePlanFunc   func,
                             gpointer              user_data,
                             GError              **error)
{
  Planning planning = { database, rules, today, func, user_data };
  g_autoptr (GPtrArray) rows = loket_course_table_load_wanting (database, today, error);

  return rows != NULL && add_astray (&planning, rows, error) && plan_all (&planning, rows, error);
}

/**
 * loket_course_plans_for_one:
 * @database: a connection, inside a transaction
 * @id: the id of a trajectory, or of a client for all trajectories of that client
 * @rules: what the office agreed on
 * @today: YYYY-MM-DD
 * @func: as for loket_course_plans_for_each ()
 *
 * Returns: whether it was planned
 */
gboolean
loket_course_plans_for_one (LoketDatabase        *database,
                            const char           *id,
                            const LoketRules     *rules,
                            const char           *today,
                            LoketCoursePlanFunc   func,
                            gpointer              user_data,
                            GError              **error)
{
  Planning planning = { database, rules, today, func, user_data };
  g_autoptr (GPtrArray) rows = loket_course_table_load_of (database, id, today, error);

  return rows != NULL && plan_all (&planning, rows, error);
}
