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

#include <string.h>

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

static gboolean
plan_course (Planning              *planning,
             const LoketCourseRow  *row,
             GError               **error)
{
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (LoketPlanChanges) changes = NULL;
  LoketCourse course = {
    .counsellor_id = row->counsellor_id,
    .opened_on = row->opened_on,
    .first_response_on = row->first_response_on,
    .closed_on = row->closed_on,
    .aftercare = row->aftercare,
    .last_contact_on = row->last_contact_on,
    .has_appointment = row->has_appointment,
    .no_contact = row->no_contact,
  };

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

static guint
count_aftercare (const LoketRules *rules,
                 LoketRule         rule,
                 const char       *today)
{
  int weeks[LOKET_MOST_AFTERCARE];

  return loket_rules_get_numbers (rules, rule, today, weeks);
}

/* Trajectories with after-care that is due on another day than the rules ask for. */
typedef struct
{
  const LoketRules *rules;
  GHashTable *ids;
} Astray;

static void
note_astray (const LoketCared *cared,
             gpointer          user_data)
{
  Astray *astray = user_data;
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = loket_follow_up_get_aftercare (astray->rules, cared->counsellor_id, cared->aftercare,
                                           cared->closed_on, contacts);

  for (guint i = 0; i < n && !cared->no_contact; i++)
    {
      if (g_str_equal (contacts[i].due_on.text, cared->due_on))
        return;
    }

  g_hash_table_add (astray->ids, g_strdup (cared->trajectory_id));
}

/* Most after-care is where it should be: only of the rest the whole course is looked at. */
static gboolean
add_astray (const Planning  *planning,
            GPtrArray       *rows,
            GError         **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) sorted = NULL;
  Astray astray = { planning->rules, ids };

  if (!loket_course_table_for_each_cared (planning->database, note_astray, &astray, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_remove (ids, ((LoketCourseRow *) rows->pdata[i])->trajectory_id);
  sorted = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);
  for (GList *id = sorted; id != NULL; id = id->next)
    {
      LoketCourseRow *row = loket_course_table_load (planning->database, planning->today,
                                                     id->data, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }

  return TRUE;
}

static GPtrArray *
load_courses (const Planning  *planning,
              GError         **error)
{
  const LoketRules *rules = planning->rules;
  const char *today = planning->today;
  guint n_once = count_aftercare (rules, LOKET_RULE_AFTERCARE_ONCE, today);
  guint n_longer = count_aftercare (rules, LOKET_RULE_AFTERCARE_LONGER, today);
  gboolean is_steady = !loket_rules_is_chosen (rules, LOKET_RULE_AFTERCARE_ONCE)
                       && !loket_rules_is_chosen (rules, LOKET_RULE_AFTERCARE_LONGER);
  g_autoptr (GPtrArray) rows = NULL;

  rows = loket_course_table_load_wanting (planning->database, today,
                                          is_steady ? n_once : 0, is_steady ? n_longer : 0, error);
  if (rows == NULL || !add_astray (planning, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * loket_course_plans_for_each:
 * @database: a connection, inside a transaction
 * @rules: what the office agreed on, or would
 * @today: YYYY-MM-DD
 * @func: gets each trajectory with what is to be changed for it, which may be nothing
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
  g_autoptr (GPtrArray) rows = load_courses (&planning, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!plan_course (&planning, rows->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
