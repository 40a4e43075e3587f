/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The rules of after-care and reminders, and what of them is there already. */

#include "loket-planner.h"

#include "loket-assessment-stage.h"
#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-follow-up.h"
#include "loket-promise.h"

#include <string.h>

/* What is being worked out. */
typedef struct
{
  const LoketCourse *course;
  const LoketRules *rules;
  const char *today;
  GArray *wanted;  /* of LoketPlannedDue */
} Planning;

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

static gboolean
is_of_kind (LoketRecord *contact,
            const char  *kind)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), kind);
}

static void
want (Planning      *planning,
      const char    *kind,
      LoketDateText  due_on,
      const char    *cause)
{
  const LoketPlannedDue due = { .kind = kind, .due_on = due_on, .cause = cause };

  g_array_append_val (planning->wanted, due);
}

static gboolean
is_cancelled (LoketRecord *contact)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_OUTCOME), "cancelled");
}

static void
plan_response (Planning *planning)
{
  const LoketCourse *course = planning->course;

  if (course->first_response_on == NULL)
    want (planning, "first_response",
          loket_follow_up_get_response (planning->rules, course->opened_on), NULL);
}

static void
plan_callback (Planning    *planning,
               LoketRecord *promise)
{
  const LoketPlannedDue due = {
    .kind = "callback",
    .due_on = loket_follow_up_get_callback (planning->rules,
                                            loket_record_get_text (promise, LOKET_PROMISE_DUE_ON)),
    .cause = loket_record_get_id (promise),
    .counsellor_id = loket_record_get_value (promise, LOKET_PROMISE_COUNSELLOR),
  };

  g_array_append_val (planning->wanted, due);
}

static void
plan_callbacks (Planning *planning)
{
  GPtrArray *promises = planning->course->promises;

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];

      if (loket_promise_is_open (LOKET_PROMISE (promise))
          && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "counsellor")
          && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_KIND), "callback"))
        plan_callback (planning, promise);
    }
}

static void
plan_assessments (Planning *planning)
{
  GPtrArray *assessments = planning->course->assessments;

  for (guint i = 0; i < assessments->len; i++)
    {
      g_autoptr (LoketDraft) assessment = loket_draft_new_from_record (assessments->pdata[i]);
      const char *kind = NULL;
      LoketDateText due_on = loket_assessment_stage_get_due (planning->rules,
                                                             planning->course->counsellor_id,
                                                             assessment, &kind);

      if (kind != NULL)
        want (planning, kind, due_on, loket_record_get_id (assessments->pdata[i]));
    }
}

static void
plan_stalled (Planning *planning)
{
  const LoketCourse *course = planning->course;

  if (!course->has_appointment)
    want (planning, "stalled",
          loket_follow_up_get_stalled (planning->rules, course->counsellor_id,
                                       loket_planner_get_silent_since (course)),
          NULL);
}

static void
plan_aftercare (Planning *planning)
{
  const LoketCourse *course = planning->course;
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = loket_follow_up_get_aftercare (planning->rules, course->counsellor_id,
                                           course->aftercare, course->closed_on, contacts);

  for (guint i = 0; i < n; i++)
    want (planning, "aftercare", contacts[i].due_on, NULL);
}

/* A client who was not in contact since is stalled once: one that ended in another way than by
 * being reached counts as long as nobody spoke to the client afterwards. */
static gboolean
is_stalled_since (Planning    *planning,
                  LoketRecord *contact)
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
is_wanted_as (Planning              *planning,
              LoketRecord           *contact,
              const LoketPlannedDue *due)
{
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);

  if (!is_of_kind (contact, due->kind) || is_cancelled (contact))
    return FALSE;
  if (due->cause != NULL && get_cause (contact) != NULL)
    return g_str_equal (get_cause (contact), due->cause);
  if (g_str_equal (due->kind, "stalled"))
    return is_stalled_since (planning, contact);
  if (g_str_equal (due->kind, "callback"))
    return g_str_equal (due_on, due->due_on.text);

  return due->cause == NULL || is_open (contact) || g_str_equal (due_on, due->due_on.text);
}

static gboolean
is_due_on (LoketRecord           *contact,
           const LoketPlannedDue *due)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), due->due_on.text);
}

/* Of several that would do, one that is due on the day. */
static LoketRecord *
find (Planning              *planning,
      const LoketPlannedDue *due)
{
  GPtrArray *contacts = planning->course->contacts;
  LoketRecord *found = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (is_wanted_as (planning, contacts->pdata[i], due)
          && (found == NULL || is_due_on (contacts->pdata[i], due)))
        found = contacts->pdata[i];
    }

  return found;
}

/* Nobody has tried, moved, put off or handed over the contact, and it is plain for what it is. */
static gboolean
is_untouched (Planning              *planning,
              LoketRecord           *contact,
              const LoketPlannedDue *due)
{
  const char *counsellor_id = loket_record_get_value (contact, LOKET_CONTACT_COUNSELLOR);
  const char *wanted_id = due->counsellor_id != NULL ? due->counsellor_id
                                                     : planning->course->counsellor_id;

  return is_open (contact)
         && (counsellor_id == NULL || g_strcmp0 (counsellor_id, wanted_id) == 0)
         && loket_record_get_value (contact, LOKET_CONTACT_PLANNED_ON) == NULL
         && loket_record_get_value (contact, LOKET_CONTACT_SNOOZED_UNTIL) == NULL
         && loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS) <= 0
         && g_strcmp0 (get_cause (contact), due->cause) == 0;
}

static gboolean
is_asked_for (Planning    *planning,
              LoketRecord *contact)
{
  for (guint i = 0; i < planning->wanted->len; i++)
    {
      if (is_wanted_as (planning, contact,
                        &g_array_index (planning->wanted, LoketPlannedDue, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whether nothing but a rule can be the reason for the contact: it ends with what asked for it. A
 * callback or after-care that nobody can trace may be what a person wants. */
static gboolean
is_by_rule (Planning    *planning,
            LoketRecord *contact)
{
  const LoketCourse *course = planning->course;

  if (course->no_contact)
    return TRUE;
  if (is_of_kind (contact, "aftercare"))
    return course->closed_on == NULL;
  if (course->closed_on != NULL)
    return TRUE;

  return get_cause (contact) != NULL || is_of_kind (contact, "first_response")
         || is_of_kind (contact, "stalled");
}

static void
note_moved (Planning              *planning,
            LoketRecord           *contact,
            const LoketPlannedDue *due,
            LoketPlanChanges      *changes)
{
  const LoketMovedDue moved = { contact, due->due_on };

  if (is_untouched (planning, contact, due) && !is_due_on (contact, due))
    g_array_append_val (changes->moved, moved);
}

static void
compare_due (Planning              *planning,
             const LoketPlannedDue *due,
             LoketPlanChanges      *changes)
{
  LoketRecord *contact = find (planning, due);

  if (contact != NULL)
    note_moved (planning, contact, due, changes);
  else if (!g_str_equal (due->kind, "stalled")
           || loket_follow_up_is_foreseen (planning->rules, due->due_on.text, planning->today))
    g_array_append_val (changes->missing, *due);
}

static int
compare_due_days (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (loket_record_get_text (*(LoketRecord *const *) a, LOKET_CONTACT_DUE_ON),
                 loket_record_get_text (*(LoketRecord *const *) b, LOKET_CONTACT_DUE_ON));
}

/* The after-care of this closing, in the order of its days: what was done before belongs to an
 * earlier one, and what was cancelled to none. */
static GPtrArray *
list_aftercare (const LoketCourse *course)
{
  GPtrArray *series = g_ptr_array_new ();

  for (guint i = 0; i < course->contacts->len; i++)
    {
      LoketRecord *contact = course->contacts->pdata[i];
      const char *done_on = loket_record_get_value (contact, LOKET_CONTACT_DONE_ON);

      if (is_of_kind (contact, "aftercare") && !is_cancelled (contact)
          && (done_on == NULL || strcmp (done_on, course->closed_on) >= 0)
          && strcmp (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), course->closed_on) > 0)
        g_ptr_array_add (series, contact);
    }
  g_ptr_array_sort (series, compare_due_days);

  return series;
}

/* How many days lie between the day of a contact and one that is wanted. */
static int
get_distance (LoketRecord           *contact,
              const LoketPlannedDue *due)
{
  return ABS (loket_date_get_day (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON))
              - loket_date_get_day (due->due_on.text));
}

/* What is due on a day that is asked for is for that day. Takes those out of the series. */
static void
place_exactly (Planning     *planning,
               GPtrArray    *series,
               LoketRecord **places)
{
  for (guint place = 0; place < planning->wanted->len; place++)
    {
      for (guint i = 0; i < series->len && places[place] == NULL; i++)
        {
          if (!is_due_on (series->pdata[i],
                          &g_array_index (planning->wanted, LoketPlannedDue, place)))
            continue;
          places[place] = series->pdata[i];
          g_ptr_array_remove_index (series, i);
        }
    }
}

/* Whether as many places are free behind @place as there are contacts left. */
static gboolean
leaves_enough (Planning     *planning,
               LoketRecord **places,
               guint         place,
               guint         n_left)
{
  guint n_free = 0;

  for (guint i = place + 1; i < planning->wanted->len; i++)
    n_free += places[i] == NULL;

  return n_free >= n_left;
}

/* The others keep their order: each has the place that it is nearest to, of those behind the last
 * one that leave enough for the contacts to come. */
static void
place_nearly (Planning     *planning,
              GPtrArray    *series,
              LoketRecord **places)
{
  guint next = 0;

  for (guint i = 0; i < series->len; i++)
    {
      int nearest = -1, nearest_distance = 0;

      for (guint place = next; place < planning->wanted->len; place++)
        {
          int distance = get_distance (series->pdata[i],
                                       &g_array_index (planning->wanted, LoketPlannedDue, place));

          if (places[place] != NULL
              || !leaves_enough (planning, places, place, series->len - i - 1)
              || (nearest >= 0 && distance >= nearest_distance))
            continue;
          nearest = (int) place;
          nearest_distance = distance;
        }
      g_assert (nearest >= 0);
      places[nearest] = series->pdata[i];
      next = (guint) nearest + 1;
    }
}

/* A contact has its place in the series, whatever became of it and on whichever day it is: it is
 * not planned again because the calendar changed. Of more than the wish asks for nobody knows which
 * are the right ones: they stay as they are. */
static void
compare_aftercare (Planning         *planning,
                   LoketPlanChanges *changes)
{
  g_autoptr (GPtrArray) series = list_aftercare (planning->course);
  LoketRecord *places[LOKET_MOST_AFTERCARE] = { NULL };

  if (series->len > planning->wanted->len)
    return;

  place_exactly (planning, series, places);
  place_nearly (planning, series, places);
  for (guint i = 0; i < planning->wanted->len; i++)
    {
      const LoketPlannedDue *due = &g_array_index (planning->wanted, LoketPlannedDue, i);

      if (places[i] != NULL)
        note_moved (planning, places[i], due, changes);
      else
        g_array_append_val (changes->missing, *due);
    }
}

static LoketPlanChanges *
compare (Planning *planning)
{
  GPtrArray *contacts = planning->course->contacts;
  LoketPlanChanges *changes = g_new0 (LoketPlanChanges, 1);

  changes->missing = g_array_new (FALSE, FALSE, sizeof (LoketPlannedDue));
  changes->moved = g_array_new (FALSE, FALSE, sizeof (LoketMovedDue));
  changes->needless = g_ptr_array_new ();
  if (planning->course->closed_on != NULL)
    compare_aftercare (planning, changes);
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
  if (course->first_response_on == NULL)
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
 * keeps its day; it only ends with what asked for it. Planning again after the changes were made
 * changes nothing.
 *
 * Returns: (transfer full): what is to be changed
 */
LoketPlanChanges *
loket_planner_plan (const LoketCourse *course,
                    const LoketRules  *rules,
                    const char        *today)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (LoketPlannedDue));
  Planning planning = { course, rules, today, wanted };

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
