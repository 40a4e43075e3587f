/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the contacts that the rules ask for. It is Saturday 21 November 2026. */

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-follow-up.h"
#include "loket-planner.h"
#include "loket-promise.h"

#include <string.h>

#define TODAY "2026-11-21"

/* A course that is made up, with the records that belong to it. */
typedef struct
{
  LoketCourse course;
  LoketRules *rules;  /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->course = (LoketCourse) {
    .opened_on = "2026-11-02",
    .first_response_on = "2026-11-04",
    .has_appointment = TRUE,
    .assessments = g_ptr_array_new_with_free_func (g_object_unref),
    .promises = g_ptr_array_new_with_free_func (g_object_unref),
    .contacts = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->course.assessments);
  g_ptr_array_unref (fixture->course.promises);
  g_ptr_array_unref (fixture->course.contacts);
  g_clear_pointer (&fixture->rules, loket_rules_unref);
}

static void
add_test_asked (Fixture    *fixture,
                const char *id,
                const char *requested_on,
                const char *taken_on,
                const char *result_on,
                const char *discussed_on)
{
  const char *values[LOKET_ASSESSMENT_N_FIELDS] = {
    [LOKET_ASSESSMENT_KIND] = "interest",
    [LOKET_ASSESSMENT_REQUESTED_ON] = requested_on,
    [LOKET_ASSESSMENT_TAKEN_ON] = taken_on,
    [LOKET_ASSESSMENT_RESULT_ON] = result_on,
    [LOKET_ASSESSMENT_DISCUSSED_ON] = discussed_on,
  };

  g_ptr_array_add (fixture->course.assessments,
                   loket_record_new (&loket_assessment_kind, id, 1, values));
}

static void
add_promise (Fixture    *fixture,
             const char *id,
             const char *by,
             const char *kind,
             const char *due_on)
{
  const char *values[LOKET_PROMISE_N_FIELDS] = {
    [LOKET_PROMISE_BY] = by,
    [LOKET_PROMISE_KIND] = kind,
    [LOKET_PROMISE_DUE_ON] = due_on,
  };

  g_ptr_array_add (fixture->course.promises,
                   loket_record_new (&loket_promise_kind, id, 1, values));
}

/* @open_on: (nullable): NULL for one that is closed */
static void
add_contact (Fixture    *fixture,
             const char *kind,
             const char *due_on,
             const char *open_on,
             const char *cause)
{
  const char *values[LOKET_CONTACT_N_FIELDS] = {
    [LOKET_CONTACT_KIND] = kind,
    [LOKET_CONTACT_DUE_ON] = due_on,
    [LOKET_CONTACT_OPEN_ON] = open_on,
    [LOKET_CONTACT_PLANNED_ON] = g_strcmp0 (open_on, due_on) != 0 ? open_on : NULL,
    [LOKET_CONTACT_OUTCOME] = open_on == NULL ? "reached" : NULL,
    [LOKET_CONTACT_CAUSE] = cause,
  };

  g_ptr_array_add (fixture->course.contacts,
                   loket_record_new (&loket_contact_kind, "c", 1, values));
}

/* "kind date cause;" for each contact that is missing, "-kind;" for each that is needless. */
static char *
describe (const Fixture *fixture,
          const char    *today)
{
  g_autoptr (LoketPlanChanges) changes = loket_planner_plan (&fixture->course, fixture->rules, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->missing->len; i++)
    {
      const LoketPlannedDue *due = &g_array_index (changes->missing, LoketPlannedDue, i);

      g_string_append_printf (text, "%s %s %s;", due->kind, due->due_on.text,
                              due->cause != NULL ? due->cause : "-");
    }
  for (guint i = 0; i < changes->moved->len; i++)
    g_string_append_printf (text, ">%s;", g_array_index (changes->moved, LoketMovedDue,
                                                         i).due_on.text);
  for (guint i = 0; i < changes->needless->len; i++)
    g_string_append_printf (text, "-%s;", loket_record_get_text (changes->needless->pdata[i],
                                                                 LOKET_CONTACT_KIND));

  return g_string_free (text, FALSE);
}

static void
assert_plan (const Fixture *fixture,
             const char    *expected)
{
  g_autofree char *plan = describe (fixture, TODAY);

  g_assert_cmpstr (plan, ==, expected);
}

static void
test_sign_up_asks_for_a_response (Fixture       *fixture,
                                  gconstpointer  data)
{
  fixture->course.first_response_on = NULL;
  assert_plan (fixture, "first_response 2026-11-05 -;");
  add_contact (fixture, "first_response", "2026-11-05", "2026-11-09", NULL);
  assert_plan (fixture, "");
  fixture->course.first_response_on = "2026-11-10";
  assert_plan (fixture, "-first_response;");
}

/* Whatever became of it: it was asked once. */
static void
test_what_a_person_closed_stays_closed (Fixture       *fixture,
                                        gconstpointer  data)
{
  fixture->course.first_response_on = NULL;
  add_contact (fixture, "first_response", "2026-11-05", NULL, NULL);
  add_test_asked (fixture, "a", "2026-11-02", NULL, NULL, NULL);
  add_contact (fixture, "assessment_pending", "2026-11-16", NULL, "a");
  assert_plan (fixture, "");
}

/* Promised for a Sunday: the client is called on Monday. Other promises are due as themselves. */
static void
test_promise_to_call_back_asks_for_a_call (Fixture       *fixture,
                                           gconstpointer  data)
{
  add_promise (fixture, "p", "counsellor", "callback", "2026-11-22");
  add_promise (fixture, "q", "counsellor", "send", "2026-11-24");
  add_promise (fixture, "r", "client", "callback", "2026-11-24");
  assert_plan (fixture, "callback 2026-11-23 p;");
  /* A person moved it. */
  add_contact (fixture, "callback", "2026-11-23", "2026-11-27", "p");
  assert_plan (fixture, "");
}

/* From a file: it is on the day that was promised, or on the working day after it, and on no
 * other. */
static void
test_call_from_a_file_is_the_promised_one (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const struct
  {
    const char *due_on;
    const char *plan;
  } cases[] = {
    { "2026-11-21", "" },
    { "2026-11-23", "" },
    { "2026-11-22", "callback 2026-11-23 p;" },
    { "2026-11-24", "callback 2026-11-23 p;" },
  };

  add_promise (fixture, "p", "counsellor", "callback", "2026-11-21");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add_contact (fixture, "callback", cases[i].due_on, cases[i].due_on, NULL);
      assert_plan (fixture, cases[i].plan);
      g_ptr_array_set_size (fixture->course.contacts, 0);
    }
}

static void
test_each_stage_of_a_test_asks_for_its_own (Fixture       *fixture,
                                            gconstpointer  data)
{
  add_test_asked (fixture, "a", "2026-11-02", NULL, NULL, NULL);
  add_test_asked (fixture, "b", "2026-11-02", "2026-11-09", NULL, NULL);
  add_test_asked (fixture, "c", "2026-11-02", "2026-11-09", "2026-11-12", NULL);
  add_test_asked (fixture, "d", "2026-11-02", "2026-11-09", "2026-11-12", "2026-11-13");
  assert_plan (fixture, "assessment_pending 2026-11-16 a;assessment_result 2026-11-16 b;"
                        "assessment_debrief 2026-11-19 c;");
}

static void
test_a_stage_that_is_over_asks_no_more (Fixture       *fixture,
                                        gconstpointer  data)
{
  add_test_asked (fixture, "a", "2026-11-02", "2026-11-09", NULL, NULL);
  add_contact (fixture, "assessment_pending", "2026-11-16", "2026-11-16", "a");
  assert_plan (fixture, "assessment_result 2026-11-16 a;-assessment_pending;");
}

/* Thirty working days after Monday 12 October: Monday 23 November, which is near enough. */
static void
test_silence_is_noticed (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *earlier = NULL;

  fixture->course.last_contact_on = "2026-10-12";
  assert_plan (fixture, "");
  fixture->course.has_appointment = FALSE;
  assert_plan (fixture, "stalled 2026-11-23 -;");
  earlier = describe (fixture, "2026-11-13");
  g_assert_cmpstr (earlier, ==, "");

  /* At most one, and a new one only after a later contact. */
  add_contact (fixture, "stalled", "2026-11-23", "2026-11-23", NULL);
  assert_plan (fixture, "");
  /* A session was written down later. */
  fixture->course.last_contact_on = "2026-10-13";
  assert_plan (fixture, ">2026-11-24;");
}

static void
test_who_was_tried_is_not_moved (Fixture       *fixture,
                                 gconstpointer  data)
{
  fixture->course.first_response_on = NULL;
  add_contact (fixture, "first_response", "2026-11-04", "2026-11-04", NULL);
  assert_plan (fixture, ">2026-11-05;");
  g_ptr_array_set_size (fixture->course.contacts, 0);
  add_contact (fixture, "first_response", "2026-11-04", "2026-11-09", NULL);
  assert_plan (fixture, "");
}

static void
test_silence_that_ended_asks_no_more (Fixture       *fixture,
                                      gconstpointer  data)
{
  fixture->course.has_appointment = FALSE;
  fixture->course.last_contact_on = "2026-11-20";
  add_contact (fixture, "stalled", "2026-11-18", "2026-11-18", NULL);
  assert_plan (fixture, "-stalled;");
}

static void
test_closing_asks_for_what_the_client_wants (Fixture       *fixture,
                                             gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  add_contact (fixture, "assessment_result", "2026-11-20", "2026-11-20", NULL);
  add_contact (fixture, "other", "2026-11-20", "2026-11-20", NULL);
  assert_plan (fixture, "-assessment_result;-other;");
  g_ptr_array_set_size (fixture->course.contacts, 0);

  /* After six weeks it is Tuesday 22 December. */
  fixture->course.aftercare = "yes_once";
  assert_plan (fixture, "aftercare 2026-12-22 -;");
  fixture->course.aftercare = "yes_longer";
  add_contact (fixture, "aftercare", "2026-12-22", NULL, NULL);
  assert_plan (fixture, "aftercare 2026-11-24 -;aftercare 2027-02-02 -;aftercare 2027-05-11 -;");
  fixture->course.aftercare = "yes_self";
  assert_plan (fixture, "");
  fixture->course.aftercare = NULL;
  assert_plan (fixture, "");
}

/* The day of closing was corrected by a day: the contacts go along, and there are no more of them. */
static void
test_aftercare_follows_the_day_of_closing (Fixture       *fixture,
                                           gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-11";
  fixture->course.aftercare = "yes_longer";
  add_contact (fixture, "aftercare", "2026-11-24", "2026-11-24", NULL);
  add_contact (fixture, "aftercare", "2026-12-22", "2026-12-22", NULL);
  add_contact (fixture, "aftercare", "2027-02-02", "2027-02-02", NULL);
  add_contact (fixture, "aftercare", "2027-05-11", "2027-05-11", NULL);
  assert_plan (fixture, ">2026-11-25;>2026-12-23;>2027-02-03;>2027-05-12;");
}

static void
test_reopening_needs_no_aftercare (Fixture       *fixture,
                                   gconstpointer  data)
{
  add_contact (fixture, "aftercare", "2026-12-22", "2026-12-22", NULL);
  assert_plan (fixture, "-aftercare;");
}

static void
test_who_objects_gets_none (Fixture       *fixture,
                            gconstpointer  data)
{
  fixture->course.first_response_on = NULL;
  fixture->course.has_appointment = FALSE;
  fixture->course.no_contact = TRUE;
  add_promise (fixture, "p", "counsellor", "callback", "2026-11-22");
  assert_plan (fixture, "");
  add_contact (fixture, "other", "2026-11-20", "2026-11-20", NULL);
  assert_plan (fixture, "-other;");
}

/* A person who plans something of no rule is not corrected. */
static void
test_what_no_rule_asks_for_is_left_alone (Fixture       *fixture,
                                          gconstpointer  data)
{
  add_contact (fixture, "other", "2026-11-20", "2026-11-20", NULL);
  add_contact (fixture, "callback", "2026-11-20", "2026-11-20", NULL);
  assert_plan (fixture, "");
}

static const char *
draw_date (void)
{
  static const char *const dates[] = {
    "2026-08-03", "2026-09-14", "2026-10-12", "2026-11-09", "2026-11-20",
  };
  int i = g_test_rand_int_range (-2, G_N_ELEMENTS (dates));

  return i < 0 ? NULL : dates[i];
}

static const char *
draw_id (void)
{
  static const char *const ids[] = { "a1", "a2", "p1", "p2", "gone" };

  return ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))];
}

static void
draw_course (Fixture *fixture)
{
  static const char *const wishes[] = { "no", "yes_self", "yes_once", "yes_longer" };
  static const char *const kinds[] = {
    "first_response", "callback", "assessment_pending", "assessment_result", "assessment_debrief",
    "aftercare", "stalled", "other",
  };
  LoketCourse *course = &fixture->course;

  course->opened_on = "2026-08-03";
  course->first_response_on = draw_date ();
  course->closed_on = g_test_rand_bit () ? draw_date () : NULL;
  course->aftercare = wishes[g_test_rand_int_range (0, G_N_ELEMENTS (wishes))];
  course->last_contact_on = draw_date ();
  course->has_appointment = g_test_rand_bit ();
  course->no_contact = g_test_rand_int_range (0, 10) == 0;
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    add_test_asked (fixture, i == 1 ? "a1" : "a2", "2026-08-03", draw_date (), draw_date (),
                    draw_date ());
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    add_promise (fixture, i == 1 ? "p1" : "p2", "counsellor",
                 g_test_rand_bit () ? "callback" : "send", "2026-11-27");
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      const char *due_on = draw_date ();

      if (due_on != NULL)
        add_contact (fixture, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))], due_on,
                     g_test_rand_bit () ? due_on : NULL, g_test_rand_bit () ? draw_id () : NULL);
    }
}

static void
apply (Fixture                *fixture,
       const LoketPlanChanges *changes)
{
  GPtrArray *contacts = fixture->course.contacts;

  for (guint i = 0; i < changes->missing->len; i++)
    {
      const LoketPlannedDue *due = &g_array_index (changes->missing, LoketPlannedDue, i);

      add_contact (fixture, due->kind, due->due_on.text, due->due_on.text, due->cause);
    }
  for (guint i = 0; i < changes->moved->len; i++)
    {
      const LoketMovedDue *moved = &g_array_index (changes->moved, LoketMovedDue, i);
      g_autofree char *kind = g_strdup (loket_record_get_text (moved->contact,
                                                               LOKET_CONTACT_KIND));
      g_autofree char *cause = g_strdup (loket_record_get_value (moved->contact,
                                                                 LOKET_CONTACT_CAUSE));

      g_ptr_array_remove (contacts, moved->contact);
      add_contact (fixture, kind, moved->due_on.text, moved->due_on.text, cause);
    }
  for (guint i = 0; i < changes->needless->len; i++)
    g_ptr_array_remove (contacts, changes->needless->pdata[i]);
}

static void
add_ended (Fixture    *fixture,
           const char *kind,
           const char *due_on,
           const char *done_on,
           const char *outcome)
{
  const char *values[LOKET_CONTACT_N_FIELDS] = {
    [LOKET_CONTACT_KIND] = kind,
    [LOKET_CONTACT_DUE_ON] = due_on,
    [LOKET_CONTACT_DONE_ON] = done_on,
    [LOKET_CONTACT_OUTCOME] = outcome,
  };

  g_ptr_array_add (fixture->course.contacts,
                   loket_record_new (&loket_contact_kind, "c", 1, values));
}

/* One was done, one a person moved: closing days and other days of the week touch neither. */
static void
test_calendar_plans_no_aftercare_twice (Fixture       *fixture,
                                        gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "yes_longer";
  fixture->course.counsellor_id = "anna";
  fixture->rules = loket_rules_new ();
  loket_rules_add_closure (fixture->rules, "2026-11-24", "2026-11-24");
  loket_rules_add_closure (fixture->rules, "2026-12-21", "2026-12-24");
  loket_rules_add_counsellor (fixture->rules, "anna", "1;3;4;5", TRUE, FALSE);
  add_ended (fixture, "aftercare", "2026-11-24", "2026-11-20", "reached");
  add_contact (fixture, "aftercare", "2026-12-22", "2026-12-29", NULL);
  add_contact (fixture, "aftercare", "2027-02-02", "2027-02-02", NULL);
  add_contact (fixture, "aftercare", "2027-05-11", "2027-05-11", NULL);
  assert_plan (fixture, ">2027-02-03;>2027-05-12;");
}

static void
test_missing_one_of_a_series_is_made (Fixture       *fixture,
                                      gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "yes_longer";
  add_ended (fixture, "aftercare", "2026-11-24", "2026-11-24", "closed_not_reached");
  add_contact (fixture, "aftercare", "2027-02-03", "2027-02-03", NULL);
  assert_plan (fixture, "aftercare 2026-12-22 -;aftercare 2027-05-11 -;>2027-02-02;");
}

/* The one that is nearest to the day on which the client wants to be called is that one. */
static void
test_one_too_many_ends (Fixture       *fixture,
                                gconstpointer  data)
{
  fixture->course.closed_on = "2026-10-12";
  fixture->course.aftercare = "yes_once";
  add_contact (fixture, "aftercare", "2026-11-10", "2026-11-10", NULL);
  add_contact (fixture, "aftercare", "2026-11-20", "2026-11-20", NULL);
  assert_plan (fixture, ">2026-11-23;-aftercare;");
  /* A person moved the other: that one stays. */
  g_ptr_array_set_size (fixture->course.contacts, 0);
  add_contact (fixture, "aftercare", "2026-11-10", "2026-11-26", NULL);
  add_contact (fixture, "aftercare", "2026-11-20", "2026-11-20", NULL);
  assert_plan (fixture, "-aftercare;");
}

/* A file said that the client wants to be called, and then that the client does not; of what nobody
 * asked the client nothing is known. */
static void
test_wish_that_was_corrected_ends_aftercare (Fixture       *fixture,
                                             gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "no";
  add_contact (fixture, "aftercare", "2026-11-24", "2026-11-24", NULL);
  add_contact (fixture, "aftercare", "2026-12-22", "2026-12-29", NULL);
  add_contact (fixture, "aftercare", "2027-02-02", "2027-02-02", NULL);
  assert_plan (fixture, "-aftercare;-aftercare;");
  fixture->course.aftercare = NULL;
  assert_plan (fixture, "");
}

/* The first of the former series is due before the client stopped coming. */
static void
test_aftercare_of_another_closing_ends (Fixture       *fixture,
                                        gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "yes_once";
  add_contact (fixture, "aftercare", "2026-11-03", "2026-11-03", NULL);
  add_contact (fixture, "aftercare", "2026-12-22", "2026-12-22", NULL);
  assert_plan (fixture, "-aftercare;");
}

/* Days on which the office was closed, and counsellors away, that are written down afterwards: what
 * is late stays late, and what is to come moves on. */
static void
test_what_is_late_stays_late (Fixture       *fixture,
                              gconstpointer  data)
{
  fixture->course.first_response_on = NULL;
  fixture->course.counsellor_id = "anna";
  add_contact (fixture, "first_response", "2026-11-05", "2026-11-05", NULL);
  add_test_asked (fixture, "a", "2026-11-02", NULL, NULL, NULL);
  add_contact (fixture, "assessment_pending", "2026-11-16", "2026-11-16", "a");
  add_test_asked (fixture, "b", "2026-11-10", NULL, NULL, NULL);
  add_contact (fixture, "assessment_pending", "2026-11-24", "2026-11-24", "b");
  assert_plan (fixture, "");
  fixture->rules = loket_rules_new ();
  loket_rules_add_closure (fixture->rules, "2026-11-05", "2026-11-06");
  loket_rules_add_counsellor (fixture->rules, "anna", NULL, TRUE, FALSE);
  loket_rules_add_absence (fixture->rules, "anna", "2026-11-16", "2026-11-26", NULL);
  assert_plan (fixture, ">2026-11-27;");
}

/* One that was moved past another keeps its place the next time. */
static void
test_what_was_moved_stays (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (LoketPlanChanges) changes = NULL;

  fixture->course.closed_on = "2026-10-12";
  fixture->course.aftercare = "yes_longer";
  add_contact (fixture, "aftercare", "2026-11-12", "2026-11-12", NULL);
  add_ended (fixture, "aftercare", "2026-11-20", "2026-11-20", "reached");
  changes = loket_planner_plan (&fixture->course, NULL, TODAY);
  g_assert_cmpuint (changes->moved->len, ==, 1);
  g_assert_cmpuint (changes->missing->len, ==, 2);
  apply (fixture, changes);
  assert_plan (fixture, "");
}

/* What was done for an earlier closing, or cancelled by opening again, is not for this one. */
static void
test_closing_again_plans_anew (Fixture       *fixture,
                               gconstpointer  data)
{
  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "yes_once";
  add_ended (fixture, "aftercare", "2026-11-17", "2026-10-20", "reached");
  add_ended (fixture, "aftercare", "2026-12-22", "2026-11-05", "cancelled");
  assert_plan (fixture, "aftercare 2026-12-22 -;");
}

/* Cancelled because of an appointment that then did not come about. */
static void
test_silence_is_noticed_again (Fixture       *fixture,
                               gconstpointer  data)
{
  fixture->course.opened_on = "2026-09-01";
  fixture->course.first_response_on = "2026-09-02";
  fixture->course.has_appointment = FALSE;
  add_ended (fixture, "stalled", "2026-10-14", "2026-10-10", "cancelled");
  assert_plan (fixture, "stalled 2026-10-14 -;");
  add_ended (fixture, "stalled", "2026-10-14", "2026-10-16", "closed_not_reached");
  assert_plan (fixture, "");
  fixture->course.last_contact_on = "2026-10-05";
  assert_plan (fixture, "");
}

static void
test_handed_over_is_not_moved (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *values[LOKET_CONTACT_N_FIELDS] = {
    [LOKET_CONTACT_KIND] = "aftercare",
    [LOKET_CONTACT_DUE_ON] = "2026-12-22",
    [LOKET_CONTACT_OPEN_ON] = "2026-12-22",
    [LOKET_CONTACT_COUNSELLOR] = "bram",
  };

  fixture->course.closed_on = "2026-11-10";
  fixture->course.aftercare = "yes_once";
  fixture->course.counsellor_id = "anna";
  fixture->rules = loket_rules_new ();
  loket_rules_add_counsellor (fixture->rules, "anna", "1", TRUE, FALSE);
  g_ptr_array_add (fixture->course.contacts,
                   loket_record_new (&loket_contact_kind, "c", 1, values));
  assert_plan (fixture, "");
}

/* Whatever was recorded: what is planned is due on a working day, and planning twice changes
 * nothing. */
static void
test_planning_twice_changes_nothing (Fixture       *fixture,
                                     gconstpointer  data)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (LoketPlanChanges) changes = NULL;
      g_autofree char *again = NULL;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      draw_course (fixture);
      changes = loket_planner_plan (&fixture->course, NULL, TODAY);
      for (guint j = 0; j < changes->missing->len; j++)
        g_assert_true (loket_working_days_is_working_day (
          NULL, g_array_index (changes->missing, LoketPlannedDue, j).due_on.text));

      apply (fixture, changes);
      again = describe (fixture, TODAY);
      g_assert_cmpstr (again, ==, "");
    }
}

static int
compare_due_on (gconstpointer a,
                gconstpointer b)
{
  return strcmp (loket_record_get_text (*(LoketRecord *const *) a, LOKET_CONTACT_DUE_ON),
                 loket_record_get_text (*(LoketRecord *const *) b, LOKET_CONTACT_DUE_ON));
}

/* What is seen of a course at a glance, as when every one in the store is looked at. */
static gboolean
has_open (const Fixture *fixture,
          gboolean       counts_aftercare)
{
  GPtrArray *contacts = fixture->course.contacts;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON) != NULL
          && (counts_aftercare
              || !g_str_equal (loket_record_get_text (contacts->pdata[i], LOKET_CONTACT_KIND),
                               "aftercare")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_settled (const Fixture *fixture)
{
  const LoketCourse *course = &fixture->course;
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (LoketSeriesDue));

  if (course->no_contact || has_open (fixture, FALSE))
    return FALSE;

  g_ptr_array_sort (course->contacts, compare_due_on);
  for (guint i = 0; i < course->contacts->len; i++)
    {
      LoketRecord *contact = course->contacts->pdata[i];
      const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);
      LoketSeriesDue due = { { "" }, FALSE };

      due.is_open = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
      if (due.is_open && strcmp (due_on, course->closed_on) <= 0)
        return FALSE;
      g_strlcpy (due.due_on.text, due_on, sizeof due.due_on.text);
      if (g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), "aftercare")
          && strcmp (due_on, course->closed_on) > 0)
        g_array_append_val (series, due);
    }

  return loket_follow_up_is_settled (NULL, course->counsellor_id, course->aftercare,
                                     course->closed_on, series);
}

static gboolean
is_at_rest (const Fixture *fixture)
{
  const LoketCourse *course = &fixture->course;

  return course->assessments->len == 0 && course->promises->len == 0 && !has_open (fixture, TRUE)
         && loket_planner_is_at_rest (course, NULL, TODAY);
}

/* Whatever was recorded: a course that is passed over has nothing to be changed. Both kinds are
 * drawn often, and so are those that are nearly as they should be. */
static void
test_what_is_passed_over_has_nothing_to_plan (Fixture       *fixture,
                                              gconstpointer  data)
{
  guint n_settled = 0, n_at_rest = 0;

  for (int i = 0; i < 20000; i++)
    {
      gboolean is_passed_over;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      draw_course (fixture);
      if (g_test_rand_bit ())
        {
          g_autoptr (LoketPlanChanges) changes = loket_planner_plan (&fixture->course, NULL, TODAY);

          apply (fixture, changes);
        }
      if (fixture->course.closed_on != NULL && g_test_rand_int_range (0, 4) == 0)
        fixture->course.closed_on = "2026-10-13";

      is_passed_over = fixture->course.closed_on != NULL ? is_settled (fixture)
                                                         : is_at_rest (fixture);
      if (is_passed_over)
        assert_plan (fixture, "");
      n_settled += is_passed_over && fixture->course.closed_on != NULL;
      n_at_rest += is_passed_over && fixture->course.closed_on == NULL;
    }

  g_assert_cmpuint (n_settled, >, 500);
  g_assert_cmpuint (n_at_rest, >, 100);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/planner/sign-up-asks-for-a-response", test_sign_up_asks_for_a_response);
  add_test ("/planner/what-a-person-closed-stays-closed", test_what_a_person_closed_stays_closed);
  add_test ("/planner/promise-to-call-back-asks-for-a-call",
            test_promise_to_call_back_asks_for_a_call);
  add_test ("/planner/call-from-a-file-is-the-promised-one",
            test_call_from_a_file_is_the_promised_one);
  add_test ("/planner/each-stage-of-a-test-asks-for-its-own",
            test_each_stage_of_a_test_asks_for_its_own);
  add_test ("/planner/a-stage-that-is-over-asks-no-more", test_a_stage_that_is_over_asks_no_more);
  add_test ("/planner/silence-is-noticed", test_silence_is_noticed);
  add_test ("/planner/who-was-tried-is-not-moved", test_who_was_tried_is_not_moved);
  add_test ("/planner/silence-that-ended-asks-no-more", test_silence_that_ended_asks_no_more);
  add_test ("/planner/closing-asks-for-what-the-client-wants",
            test_closing_asks_for_what_the_client_wants);
  add_test ("/planner/aftercare-follows-the-day-of-closing",
            test_aftercare_follows_the_day_of_closing);
  add_test ("/planner/reopening-needs-no-aftercare", test_reopening_needs_no_aftercare);
  add_test ("/planner/who-objects-gets-none", test_who_objects_gets_none);
  add_test ("/planner/what-no-rule-asks-for-is-left-alone",
            test_what_no_rule_asks_for_is_left_alone);
  add_test ("/planner/calendar-plans-no-aftercare-twice", test_calendar_plans_no_aftercare_twice);
  add_test ("/planner/missing-one-of-a-series-is-made", test_missing_one_of_a_series_is_made);
  add_test ("/planner/one-too-many-ends", test_one_too_many_ends);
  add_test ("/planner/wish-that-was-corrected-ends-aftercare",
            test_wish_that_was_corrected_ends_aftercare);
  add_test ("/planner/aftercare-of-another-closing-ends", test_aftercare_of_another_closing_ends);
  add_test ("/planner/what-is-late-stays-late", test_what_is_late_stays_late);
  add_test ("/planner/what-was-moved-stays", test_what_was_moved_stays);
  add_test ("/planner/closing-again-plans-anew", test_closing_again_plans_anew);
  add_test ("/planner/silence-is-noticed-again", test_silence_is_noticed_again);
  add_test ("/planner/handed-over-is-not-moved", test_handed_over_is_not_moved);
  add_test ("/planner/planning-twice-changes-nothing", test_planning_twice_changes_nothing);
  add_test ("/planner/what-is-passed-over-has-nothing-to-plan",
            test_what_is_passed_over_has_nothing_to_plan);

  return g_test_run ();
}
