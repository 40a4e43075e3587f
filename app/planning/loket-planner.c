/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The rules of after-care and reminders, and what of them is there already. */

#include "loket-planner-private.h"

#include "loket-assessment-stage.h"
#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-follow-up.h"
#include "loket-promise.h"

#include <string.h>

static const char *
get_cause (LoketRecord *contact)
{
  return loket_record_get_value (contact, LOKET_CONTACT_CAUSE);
}

static gboolean
is_open (LoketRecord *contact)
{
  return loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
}

gboolean
loket_planning_is_of_kind (LoketRecord *contact,
                           const char  *kind)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), kind);
}

static void
want (LoketPlanning *planning,
      const char    *kind,
      LoketDateText  due_on,
      LoketDateText  meant_on,
      const char    *cause)
{
  const LoketPlannedDue due = { kind, due_on, meant_on, cause, NULL, NULL };

  g_array_append_val (planning->wanted, due);
}

gboolean
loket_planning_is_cancelled (LoketRecord *contact)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_OUTCOME), "cancelled");
}

/* A file may bring sessions and contacts without the day of the response: whom we spoke was
 * answered. */
static gboolean
is_answered (const LoketCourse *course)
{
  return course->first_response_on != NULL || course->last_contact_on != NULL;
}

static void
plan_response (LoketPlanning *planning)
{
  const LoketCourse *course = planning->course;

  if (!is_answered (course))
    want (planning, "first_response",
          loket_follow_up_get_response (planning->rules, course->opened_on),
          loket_follow_up_get_meant (planning->rules, "first_response", course->opened_on), NULL);
}

static void
plan_callback (LoketPlanning *planning,
               LoketRecord   *promise)
{
  const char *promised_on = loket_record_get_text (promise, LOKET_PROMISE_DUE_ON);
  const LoketPlannedDue due = {
    .kind = "callback",
    .due_on = loket_follow_up_get_callback (planning->rules, promised_on),
    .meant_on = loket_working_days_move_on (NULL, promised_on),
    .cause = loket_record_get_id (promise),
    .counsellor_id = loket_record_get_value (promise, LOKET_PROMISE_COUNSELLOR),
    .promise = promise,
  };

  g_array_append_val (planning->wanted, due);
}

static void
plan_callbacks (LoketPlanning *planning)
{
  GPtrArray *promises = planning->course->promises;

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];

      if (loket_promise_is_open (LOKET_PROMISE (promise)) && loket_follow_up_is_callback (promise))
        plan_callback (planning, promise);
    }
}

static void
plan_assessment (LoketPlanning *planning,
                 LoketRecord   *record)
{
  g_autoptr (LoketDraft) assessment = loket_draft_new_from_record (record);
  const char *kind = NULL, *from = NULL;
  LoketDateText due_on = loket_assessment_stage_get_due (
    planning->rules, planning->course->counsellor_id, assessment, &kind, &from);

  if (kind != NULL)
    want (planning, kind, due_on, loket_follow_up_get_meant (planning->rules, kind, from),
          loket_record_get_id (record));
}

static void
plan_assessments (LoketPlanning *planning)
{
  GPtrArray *assessments = planning->course->assessments;

  for (guint i = 0; i < assessments->len; i++)
    plan_assessment (planning, assessments->pdata[i]);
}

static void
plan_stalled (LoketPlanning *planning)
{
  const LoketCourse *course = planning->course;
  const char *since = loket_planner_get_silent_since (course);

  if (!course->has_appointment)
    want (planning, "stalled",
          loket_follow_up_get_stalled (planning->rules, course->counsellor_id, since),
          loket_follow_up_get_meant (planning->rules, "stalled", since), NULL);
}

static void
plan_aftercare (LoketPlanning *planning)
{
  const LoketCourse *course = planning->course;
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = loket_follow_up_get_aftercare (planning->rules, course->counsellor_id,
                                           course->aftercare, course->closed_on, contacts);

  for (guint i = 0; i < n; i++)
    want (planning, "aftercare", contacts[i].due_on,
          loket_working_days_move_on (NULL, contacts[i].meant_on.text), NULL);
}

/* A client who was not in contact since is stalled once: one that ended in another way than by
 * being reached counts as long as nobody spoke to the client afterwards. */
static gboolean
is_stalled_since (LoketPlanning *planning,
                  LoketRecord   *contact)
{
  const char *since = loket_planner_get_silent_since (planning->course);
  guint field = is_open (contact) ? LOKET_CONTACT_DUE_ON : LOKET_CONTACT_DONE_ON;

  return strcmp (loket_record_get_text (contact, field), since) > 0;
}

/* Whether @contact is the one that is wanted, whatever became of it; what was cancelled was not
 * wanted then, and may be again. One that says its cause is for that; one that does not came with
 * a file or from a person, and is taken for what it can be. A sign-up is answered once. After-care
 * is looked at as a series. */
static gboolean
is_wanted_as (LoketPlanning         *planning,
              LoketRecord           *contact,
              const LoketPlannedDue *due)
{
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);

  if (!loket_planning_is_of_kind (contact, due->kind) || loket_planning_is_cancelled (contact))
    return FALSE;
  if (due->promise != NULL)
    return loket_follow_up_is_call_of (planning->rules, contact, due->promise);
  if (due->cause != NULL && get_cause (contact) != NULL)
    return g_str_equal (get_cause (contact), due->cause);
  if (g_str_equal (due->kind, "stalled"))
    return is_stalled_since (planning, contact);

  return due->cause == NULL || is_open (contact) || g_str_equal (due_on, due->due_on.text);
}

gboolean
loket_planning_is_due_on (LoketRecord           *contact,
                          const LoketPlannedDue *due)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), due->due_on.text);
}

/* Of several that would do, one that is due on the day. */
static LoketRecord *
find (LoketPlanning         *planning,
      const LoketPlannedDue *due)
{
  GPtrArray *contacts = planning->course->contacts;
  LoketRecord *found = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (is_wanted_as (planning, contacts->pdata[i], due)
          && (found == NULL || loket_planning_is_due_on (contacts->pdata[i], due)))
        found = contacts->pdata[i];
    }

  return found;
}

/* Nobody has tried, moved, put off or handed over the contact, and it is plain for what it is. */
gboolean
loket_planning_is_untouched (LoketPlanning         *planning,
                             LoketRecord           *contact,
                             const LoketPlannedDue *due)
{
  const char *counsellor_id = loket_record_get_value (contact, LOKET_CONTACT_COUNSELLOR);
  const char *wanted_id
    = due->counsellor_id != NULL ? due->counsellor_id : planning->course->counsellor_id;

  return is_open (contact) && (counsellor_id == NULL || g_strcmp0 (counsellor_id, wanted_id) == 0)
         && loket_record_get_value (contact, LOKET_CONTACT_PLANNED_ON) == NULL
         && loket_record_get_value (contact, LOKET_CONTACT_SNOOZED_UNTIL) == NULL
         && loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS) <= 0
         && g_strcmp0 (get_cause (contact), due->cause) == 0;
}

static gboolean
is_asked_for (LoketPlanning *planning,
              LoketRecord   *contact)
{
  for (guint i = 0; i < planning->wanted->len; i++)
    {
      if (is_wanted_as (planning, contact, &g_array_index (planning->wanted, LoketPlannedDue, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whether nothing but a rule can be the reason for the contact: it ends with what asked for it. A
 * callback or after-care that nobody can trace may be what a person wants. */
static gboolean
is_by_rule (LoketPlanning *planning,
            LoketRecord   *contact)
{
  const LoketCourse *course = planning->course;

  if (course->no_contact)
    return TRUE;
  if (loket_planning_is_of_kind (contact, "aftercare"))
    return course->closed_on == NULL;
  if (course->closed_on != NULL)
    return TRUE;

  return get_cause (contact) != NULL || loket_planning_is_of_kind (contact, "first_response")
         || loket_planning_is_of_kind (contact, "stalled");
}

/* A contact that is late stays so when somebody writes down afterwards that the office was closed,
 * or the counsellor away: what it is for came no later. */
static gboolean
is_late_all_the_same (LoketPlanning         *planning,
                      LoketRecord           *contact,
                      const LoketPlannedDue *due)
{
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);

  return strcmp (due_on, planning->today) < 0 && strcmp (due_on, due->due_on.text) < 0
         && strcmp (due_on, due->meant_on.text) >= 0;
}

void
loket_planning_note_moved (LoketPlanning         *planning,
                           LoketRecord           *contact,
                           const LoketPlannedDue *due,
                           LoketPlanChanges      *changes)
{
  const LoketMovedDue moved = { contact, due->due_on };

  if (loket_planning_is_untouched (planning, contact, due)
      && !loket_planning_is_due_on (contact, due) && !is_late_all_the_same (planning, contact, due))
    g_array_append_val (changes->moved, moved);
}

/* Silence is planned for when it is near, and no more when somebody was in contact since. */
static void
compare_due (LoketPlanning         *planning,
             const LoketPlannedDue *due,
             LoketPlanChanges      *changes)
{
  LoketRecord *contact = find (planning, due);
  gboolean is_near = !g_str_equal (due->kind, "stalled")
                     || loket_follow_up_is_foreseen (planning->rules, due->due_on.text,
                                                     planning->today);

  if (contact == NULL && is_near)
    g_array_append_val (changes->missing, *due);
  else if (contact != NULL && (is_near || !loket_planning_is_untouched (planning, contact, due)))
    loket_planning_note_moved (planning, contact, due, changes);
  else if (contact != NULL)
    g_ptr_array_add (changes->needless, contact);
}

static LoketPlanChanges *
compare (LoketPlanning *planning)
{
  GPtrArray *contacts = planning->course->contacts;
  LoketPlanChanges *changes = g_new0 (LoketPlanChanges, 1);

  changes->missing = g_array_new (FALSE, FALSE, sizeof (LoketPlannedDue));
  changes->moved = g_array_new (FALSE, FALSE, sizeof (LoketMovedDue));
  changes->needless = g_ptr_array_new ();
  if (planning->course->closed_on != NULL && !planning->course->no_contact)
    loket_planning_compare_aftercare (planning, changes);
  for (guint i = 0; i < planning->wanted->len && planning->course->closed_on == NULL; i++)
    compare_due (planning, &g_array_index (planning->wanted, LoketPlannedDue, i), changes);
  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];

      if (is_open (contact) && is_by_rule (planning, contact) && !is_asked_for (planning, contact))
        g_ptr_array_add (changes->needless, contact);
    }

  return changes;
}

/**
 * loket_planner_get_silent_since:
 * @course: the course of a trajectory
 *
 * Returns: (transfer none): the day from which nothing was heard of the client, YYYY-MM-DD
 */
const char *
loket_planner_get_silent_since (const LoketCourse *course)
{
  if (course->last_contact_on != NULL)
    return course->last_contact_on;

  return course->first_response_on != NULL ? course->first_response_on : course->opened_on;
}

/**
 * loket_planner_is_at_rest:
 * @course: the course of a trajectory that is open, without its tests, promises and contacts
 * @rules: (nullable): what the office chose
 * @today: YYYY-MM-DD
 *
 * Returns: whether there is nothing to plan for it if no test, promise or contact is open
 */
gboolean
loket_planner_is_at_rest (const LoketCourse *course,
                          const LoketRules  *rules,
                          const char        *today)
{
  LoketDateText stalled_on;

  if (course->no_contact)
    return TRUE;
  if (!is_answered (course))
    return FALSE;
  if (course->has_appointment)
    return TRUE;

  stalled_on = loket_follow_up_get_stalled (rules, course->counsellor_id,
                                            loket_planner_get_silent_since (course));

  return !loket_follow_up_is_foreseen (rules, stalled_on.text, today);
}

/**
 * loket_planner_plan:
 * @course: the course of a trajectory
 * @rules: (nullable): what the office chose
 * @today: YYYY-MM-DD
 *
 * Works out which contacts the rules of after-care and reminders ask for, and compares them with
 * those that there are. What a person moved, put off, tried, handed over or closed is there, and
 * keeps its day; it only ends with what asked for it. Planning again after the changes were
 * made changes nothing.
 *
 * Returns: (transfer full): what is to be changed
 */
LoketPlanChanges *
loket_planner_plan (const LoketCourse *course,
                    const LoketRules  *rules,
                    const char        *today)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (LoketPlannedDue));
  LoketPlanning planning = { course, rules, today, wanted };

  if (!course->no_contact && course->closed_on == NULL)
    {
      plan_response (&planning);
      plan_callbacks (&planning);
      plan_assessments (&planning);
      plan_stalled (&planning);
    }
  else if (!course->no_contact)
    plan_aftercare (&planning);

  return compare (&planning);
}

void
loket_plan_changes_free (LoketPlanChanges *changes)
{
  g_array_unref (changes->missing);
  g_array_unref (changes->moved);
  g_ptr_array_unref (changes->needless);
  g_free (changes);
}
