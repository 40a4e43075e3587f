/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks the planner about each trajectory, and stores the difference. */

#include "loket-replan-act.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-course-table.h"
#include "loket-planner.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-work-steps.h"

/* The act as it goes on. */
typedef struct
{
  LoketAct *act;
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
    contacts = load_of (replanning, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
                        row->has_contacts, row->trajectory_id, error);
  if (contacts == NULL)
    return FALSE;

  course.assessments = assessments;
  course.promises = promises;
  course.contacts = contacts;
  changes = loket_planner_plan (&course, loket_act_get_rules (replanning->act),
                                loket_act_get_checks (replanning->act)->today);

  return apply (replanning, row, changes, error);
}

static gboolean
replan (LoketAct  *act,
        gpointer   input,
        GError   **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Replanning replanning = { .act = act, .replanned = input };

  rows = loket_course_table_load (loket_act_get_database (act), loket_act_get_checks (act)->today,
                                  error);
  if (rows == NULL)
    return FALSE;

  missing = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  replanning.missing = missing;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!replan_course (&replanning, rows->pdata[i], error))
        return FALSE;
    }
  replanning.replanned->n_made = missing->len;

  return loket_act_save_all (act, missing, error);
}

/**
 * loket_desk_replan:
 * @desk: a desk
 * @replanned: (out): what was changed
 * @error: why nothing was changed
 *
 * Makes every contact that the rules ask for and that is not there, moves those of which the reason
 * was corrected, cancels those that nothing asks for any more, and waits for it; one act. What a
 * person moved, handed over or closed stays as it is, and planning twice changes nothing.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_replan (LoketDesk       *desk,
                   LoketReplanned  *replanned,
                   GError         **error)
{
  *replanned = (LoketReplanned) { 0, 0, 0 };

  return loket_desk_act (desk, "plan", replan, replanned, error);
}
