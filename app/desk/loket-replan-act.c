/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks the planner about each trajectory, and stores the difference. */

#include "loket-replan-act.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-course-table.h"
#include "loket-follow-up.h"
#include "loket-planner.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-work-steps.h"

#include <string.h>

/* The act as it goes on. */
typedef struct
{
  LoketAct *act;
  const LoketRules *rules;
  GPtrArray *missing;  /* of LoketDraft: contacts to be made */
  LoketReplanned *replanned;
} Replanning;

static GPtrArray *
load_of (Replanning       *replanning,
         const LoketKind  *kind,
         guint             field,
         gboolean          has_some,
         const char       *trajectory_id,
         GError          **error)
{
  LoketDatabase *database = loket_act_get_database (replanning->act);

  if (!has_some)
    return g_ptr_array_new ();

  return loket_record_table_load_where (loket_record_table_get (database, kind), field,
                                        trajectory_id, error);
}

static void
add_missing (Replanning             *replanning,
             const LoketCourseRow   *row,
             const LoketPlannedDue  *due)
{
  LoketDraft *contact = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO, row->trajectory_id);
  loket_draft_set_value (contact, LOKET_CONTACT_KIND, due->kind);
  loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, due->due_on.text);
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, row->counsellor_id);
  loket_draft_set_value (contact, LOKET_CONTACT_CAUSE, due->cause);
  g_ptr_array_add (replanning->missing, contact);
}

static gboolean
apply (Replanning              *replanning,
       const LoketCourseRow    *row,
       const LoketPlanChanges  *changes,
       GError                 **error)
{
  for (guint i = 0; i < changes->missing->len; i++)
    add_missing (replanning, row, &g_array_index (changes->missing, LoketPlannedDue, i));
  for (guint i = 0; i < changes->moved->len; i++)
    {
      const LoketMovedDue *moved = &g_array_index (changes->moved, LoketMovedDue, i);
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (moved->contact);

      loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, moved->due_on.text);
      if (!loket_act_save (replanning->act, contact, error))
        return FALSE;
      replanning->replanned->n_moved++;
    }
  for (guint i = 0; i < changes->needless->len; i++)
    {
      g_autoptr (LoketDraft) contact = loket_draft_new_from_record (changes->needless->pdata[i]);

      if (!loket_step_end_contact (replanning->act, contact, "cancelled", error))
        return FALSE;
      replanning->replanned->n_cancelled++;
    }

  return TRUE;
}

static gboolean
replan_course (Replanning            *replanning,
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

  assessments = load_of (replanning, &loket_assessment_kind, LOKET_ASSESSMENT_TRAJECTORY_NO,
                         row->has_assessments, row->trajectory_id, error);
  if (assessments != NULL)
    promises = load_of (replanning, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                        row->has_promises, row->trajectory_id, error);
  if (promises != NULL)
    contacts = load_of (replanning, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, TRUE,
                        row->trajectory_id, error);
  if (contacts == NULL)
    return FALSE;

  course.assessments = assessments;
  course.promises = promises;
  course.contacts = contacts;
  changes = loket_planner_plan (&course, replanning->rules,
                                loket_act_get_checks (replanning->act)->today);

  return apply (replanning, row, changes, error);
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
add_astray (LoketAct          *act,
            const LoketRules  *rules,
            GPtrArray         *rows,
            GError           **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) sorted = NULL;
  Astray astray = { rules, ids };

  if (!loket_course_table_for_each_cared (database, note_astray, &astray, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_remove (ids, ((LoketCourseRow *) rows->pdata[i])->trajectory_id);
  sorted = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);
  for (GList *id = sorted; id != NULL; id = id->next)
    {
      LoketCourseRow *row = loket_course_table_load (database, loket_act_get_checks (act)->today,
                                                     id->data, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }

  return TRUE;
}

static GPtrArray *
load_courses (LoketAct          *act,
              const LoketRules  *rules,
              GError           **error)
{
  const char *today = loket_act_get_checks (act)->today;
  guint n_once = count_aftercare (rules, LOKET_RULE_AFTERCARE_ONCE, today);
  guint n_longer = count_aftercare (rules, LOKET_RULE_AFTERCARE_LONGER, today);
  gboolean is_steady = !loket_rules_is_chosen (rules, LOKET_RULE_AFTERCARE_ONCE)
                       && !loket_rules_is_chosen (rules, LOKET_RULE_AFTERCARE_LONGER);
  g_autoptr (GPtrArray) rows = NULL;

  rows = loket_course_table_load_wanting (loket_act_get_database (act), today,
                                          is_steady ? n_once : 0, is_steady ? n_longer : 0, error);
  if (rows == NULL || !add_astray (act, rules, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * loket_step_replan:
 * @rules: what the office agreed on: those of the act, or those that hold after it
 * @replanned: (out): what was changed
 *
 * Makes every contact that the rules ask for and that is not there, moves those of which the reason
 * was corrected, and cancels those that nothing asks for any more. What a person moved, handed over
 * or closed stays as it is, and planning twice changes nothing.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_replan (LoketAct          *act,
                   const LoketRules  *rules,
                   LoketReplanned    *replanned,
                   GError           **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) rows = load_courses (act, rules, error);
  Replanning replanning = { .act = act, .rules = rules, .replanned = replanned };

  *replanned = (LoketReplanned) { 0, 0, 0 };
  if (rows == NULL)
    return FALSE;

  missing = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  replanning.missing = missing;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!replan_course (&replanning, rows->pdata[i], error))
        return FALSE;
    }
  replanned->n_made = missing->len;

  return loket_act_save_all (act, missing, error);
}

static gboolean
replan (LoketAct  *act,
        gpointer   input,
        GError   **error)
{
  return loket_step_replan (act, loket_act_get_rules (act), input, error);
}

/**
 * loket_desk_replan:
 * @desk: a desk
 * @replanned: (out): what was changed
 * @error: why nothing was changed
 *
 * Does loket_step_replan () as one act, and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_replan (LoketDesk       *desk,
                   LoketReplanned  *replanned,
                   GError         **error)
{
  return loket_desk_act (desk, "plan", replan, replanned, error);
}

/**
 * loket_desk_replan_async:
 *
 * Does loket_step_replan () as one act. It ends with loket_desk_act_finish ().
 */
void
loket_desk_replan_async (LoketDesk           *desk,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  loket_desk_act_async (desk, "plan", replan, g_new0 (LoketReplanned, 1), g_free, cancellable,
                        callback, user_data);
}
