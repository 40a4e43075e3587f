/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Stores the difference between the contacts that there are and those that there should be. */

#include "loket-replan-act.h"

#include "loket-contact.h"
#include "loket-course-plans.h"
#include "loket-work-steps.h"

/* The act as it goes on. */
typedef struct
{
  LoketAct *act;
  GPtrArray *missing;  /* of LoketDraft: contacts to be made */
  LoketReplanned *replanned;
} Replanning;

static void
add_missing (Replanning             *replanning,
             const LoketCourseRow   *row,
             const LoketPlannedDue  *due)
{
  LoketDraft *contact = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO, row->trajectory_id);
  loket_draft_set_value (contact, LOKET_CONTACT_KIND, due->kind);
  loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, due->due_on.text);
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR,
                         due->counsellor_id != NULL ? due->counsellor_id : row->counsellor_id);
  loket_draft_set_value (contact, LOKET_CONTACT_CAUSE, due->cause);
  g_ptr_array_add (replanning->missing, contact);
}

static gboolean
apply (const LoketCourseRow    *row,
       const LoketPlanChanges  *changes,
       gpointer                 user_data,
       GError                 **error)
{
  Replanning *replanning = user_data;

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

/* @id: (nullable): the id of the only trajectory or client that is planned for */
static gboolean
replan_all_or_one (LoketAct          *act,
                   const char        *id,
                   const LoketRules  *rules,
                   LoketReplanned    *replanned,
                   GError           **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  const char *today = loket_act_get_checks (act)->today;
  g_autoptr (GPtrArray) missing = NULL;
  Replanning replanning = { .act = act, .replanned = replanned };
  gboolean is_planned;

  *replanned = (LoketReplanned) { 0, 0, 0 };
  missing = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  replanning.missing = missing;
  if (id != NULL)
    is_planned = loket_course_plans_for_one (database, id, rules, today, apply, &replanning, error);
  else
    is_planned = loket_course_plans_for_each (database, rules, today, apply, &replanning, error);
  if (!is_planned)
    return FALSE;

  replanned->n_made = missing->len;

  return loket_act_save_all (act, missing, error);
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
  return replan_all_or_one (act, NULL, rules, replanned, error);
}

/**
 * loket_step_replan_one:
 * @id: the id of a trajectory, or of a client for all trajectories of that client
 *
 * Does what loket_step_replan () does for what the act has changed, so that no list shows until the
 * next planning what has become needless. It is undone with the act.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_replan_one (LoketAct    *act,
                       const char  *id,
                       GError     **error)
{
  LoketReplanned replanned;

  return replan_all_or_one (act, id, loket_act_get_rules (act), &replanned, error);
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
  return loket_desk_act (desk, LOKET_ACT_PLAN, replan, replanned, error);
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
  loket_desk_act_async (desk, LOKET_ACT_PLAN, replan, g_new0 (LoketReplanned, 1), g_free,
                        cancellable, callback, user_data);
}
