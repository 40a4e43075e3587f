/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the form of an appointment and of what will be recorded of it. */

#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-session-form.h"
#include "loket-session-plan.h"
#include "loket-session.h"
#include "records-fixture.h"

#include <string.h>

#define NOW RECORDS_TODAY "T11:28"

typedef struct
{
  LoketCodes *codes;
  LoketForm *form;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->codes = records_load_codes ();
  fixture->form = loket_session_form_new ("f", "c", "t", "x", "phone", RECORDS_TODAY "T11:00");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_form_free (fixture->form);
  g_object_unref (fixture->codes);
}

static LoketSessionPlan *
plan (Fixture *fixture)
{
  const LoketChecks checks = { RECORDS_TODAY, fixture->codes };
  const LoketSessionWorld world = { &checks, NULL, NOW };
  g_autoptr (GError) error = NULL;
  LoketSessionPlan *made = loket_session_plan_new (fixture->form, &world, NULL, &error);

  g_assert_no_error (error);

  return made;
}

static void
set (Fixture    *fixture,
     const char *name,
     const char *value)
{
  loket_form_set_value (fixture->form, name, value);
}

static void
test_minutes_run (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (LoketSessionPlan) made = plan (fixture);

  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, NOW), ==, 28);
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, RECORDS_TODAY "T11:29"), ==, 29);
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_ENDED_AT), ==, NOW);
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_MINUTES), ==, "28");
}

static void
test_times_can_be_corrected (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketSessionPlan) made = NULL;

  set (fixture, LOKET_SESSION_FORM_DATE, "19-11-2026");
  set (fixture, LOKET_SESSION_FORM_START, "9.15");
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, NOW), ==, -1);
  set (fixture, LOKET_SESSION_FORM_END, "10");
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, NOW), ==, 45);
  made = plan (fixture);
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_STARTS_AT), ==,
                   "2026-11-19T09:15");
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_ENDED_AT), ==,
                   "2026-11-19T10:00");
}

/* An evening may run into the next day; a whole night is a mistake in typing. */
static void
test_session_may_pass_midnight (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSessionPlan) made = NULL;

  set (fixture, LOKET_SESSION_FORM_DATE, "19-11-2026");
  set (fixture, LOKET_SESSION_FORM_START, "23:30");
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, "2026-11-20T00:15"), ==, 45);
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, "2026-11-20T05:31"), ==, -1);
  set (fixture, LOKET_SESSION_FORM_END, "5:31");
  g_assert_cmpint (loket_session_form_get_minutes (fixture->form, NOW), ==, -1);
  set (fixture, LOKET_SESSION_FORM_END, "0:15");
  made = plan (fixture);
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_ENDED_AT), ==,
                   "2026-11-20T00:15");
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_MINUTES), ==, "45");
}

static void
test_wrong_input_names_its_field (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *value;
    const char *at_fault;
  } cases[] = {
    { LOKET_SESSION_FORM_DATE, "31-2-2026", LOKET_SESSION_FORM_DATE },
    { LOKET_SESSION_FORM_DATE, NULL, LOKET_SESSION_FORM_DATE },
    { LOKET_SESSION_FORM_DATE, "22-11-2026", LOKET_SESSION_FORM_START },
    { LOKET_SESSION_FORM_DATE, "20-11-2026", LOKET_SESSION_FORM_END },
    { LOKET_SESSION_FORM_START, "25:00", LOKET_SESSION_FORM_START },
    { LOKET_SESSION_FORM_START, "11:29", LOKET_SESSION_FORM_START },
    { LOKET_SESSION_FORM_END, "10:59", LOKET_SESSION_FORM_END },
    { LOKET_SESSION_FORM_END, "11:29", LOKET_SESSION_FORM_END },
    { LOKET_SESSION_FORM_END, "straks", LOKET_SESSION_FORM_END },
    { LOKET_SESSION_FORM_CHANNEL, "pigeon", LOKET_SESSION_FORM_CHANNEL },
    { LOKET_SESSION_FORM_QUESTIONS, "why", LOKET_SESSION_FORM_QUESTIONS },
    { LOKET_SESSION_FORM_OUTCOMES, "which_work=answered", LOKET_SESSION_FORM_OUTCOMES },
    { LOKET_SESSION_FORM_NEXT_DATE, "4-12", LOKET_SESSION_FORM_NEXT_TIME },
    { LOKET_SESSION_FORM_NEXT_TIME, "10:00", LOKET_SESSION_FORM_NEXT_DATE },
  };
  const LoketChecks checks = { RECORDS_TODAY, fixture->codes };
  const LoketSessionWorld world = { &checks, NULL, NOW };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketForm) form = loket_form_copy (fixture->form);
      g_autoptr (LoketSessionPlan) made = NULL;
      g_autoptr (GError) error = NULL;
      const char *name = NULL;

      loket_form_set_value (form, cases[i].name, cases[i].value);
      made = loket_session_plan_new (form, &world, &name, &error);
      g_assert_null (made);
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_cmpstr (name, ==, cases[i].at_fault);
    }
}

static void
test_note_that_is_too_long_is_refused (Fixture       *fixture,
                                       gconstpointer  data)
{
  const LoketChecks checks = { RECORDS_TODAY, fixture->codes };
  const LoketSessionWorld world = { &checks, NULL, NOW };
  g_autofree char *fits = g_strnfill (10000, 'a');
  g_autofree char *too_long = g_strnfill (100001, 'a');
  g_autoptr (LoketSessionPlan) made = NULL;
  g_autoptr (GError) error = NULL;
  const char *name = NULL;

  set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, fits);
  made = plan (fixture);
  g_assert_cmpstr (loket_draft_get_value (made->session, LOKET_SESSION_NOTE_INTERNAL), ==, fits);

  set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, too_long);
  g_assert_null (loket_session_plan_new (fixture->form, &world, &name, &error));
  g_assert_cmpstr (name, ==, LOKET_SESSION_FORM_NOTE_INTERNAL);
}

static void
test_codes_can_be_set_and_taken_out (Fixture       *fixture,
                                     gconstpointer  data)
{
  LoketForm *form = fixture->form;
  g_autofree char *outcome = NULL;

  loket_session_form_set_code (form, LOKET_SESSION_FORM_QUESTIONS, "which_work", TRUE);
  loket_session_form_set_code (form, LOKET_SESSION_FORM_QUESTIONS, "retraining", TRUE);
  loket_session_form_set_code (form, LOKET_SESSION_FORM_QUESTIONS, "which_work", TRUE);
  loket_session_form_set_outcome (form, "retraining", "open");
  loket_session_form_set_outcome (form, "retraining", "answered");
  outcome = loket_session_form_dup_outcome (form, "retraining");
  g_assert_cmpstr (outcome, ==, "answered");
  g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_OUTCOMES), ==,
                   "retraining=answered");
  g_assert_true (loket_session_form_has_code (form, LOKET_SESSION_FORM_QUESTIONS, "retraining"));
  g_assert_false (loket_session_form_has_code (form, LOKET_SESSION_FORM_QUESTIONS, "retrain"));

  loket_session_form_set_code (form, LOKET_SESSION_FORM_QUESTIONS, "retraining", FALSE);
  g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_QUESTIONS), ==, "which_work");
  g_assert_null (loket_form_get_value (form, LOKET_SESSION_FORM_OUTCOMES));
}

static char *
join_promises (const LoketForm *form)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loket_session_form_get_n_promises (form); i++)
    g_string_append (text, loket_session_form_get_promise (form, i).text);

  return g_string_free (text, FALSE);
}

/* Any order of adding and removing leaves what a plain list would hold. */
static void
test_promises_are_a_list (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GString) model = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *promises = NULL;

      if (model->len > 0 && g_test_rand_int_range (0, 2) == 0)
        {
          guint position = (guint) g_test_rand_int_range (0, (int) model->len);

          loket_session_form_remove_promise (fixture->form, position);
          g_string_erase (model, position, 1);
        }
      else
        {
          char text[] = { (char) ('a' + i % 26), '\0' };
          const LoketFormPromise promise = { "send", "24-11", text };

          loket_session_form_set_promise (fixture->form, (guint) model->len, &promise);
          g_string_append (model, text);
        }
      promises = join_promises (fixture->form);
      g_assert_cmpstr (promises, ==, model->str);
    }
}

static void
test_members_are_a_list (Fixture       *fixture,
                         gconstpointer  data)
{
  const LoketFormMember first = { "b", "Bas & Zn", "held" };
  const LoketFormMember second = { "c", "Cees", "no_show" };
  LoketForm *form = fixture->form;

  loket_session_form_set_member (form, 0, &first);
  loket_session_form_set_member (form, 1, &second);
  g_assert_cmpuint (loket_session_form_get_n_members (form), ==, 2);
  g_assert_true (loket_session_form_has_member (form, "c"));
  /* The client whose record is open takes part as well. */
  g_assert_true (loket_session_form_has_member (
    form, loket_form_get_text (form, LOKET_SESSION_FORM_CLIENT)));

  loket_session_form_remove_member (form, 0);
  g_assert_cmpuint (loket_session_form_get_n_members (form), ==, 1);
  g_assert_cmpstr (loket_session_form_get_member (form, 0).name, ==, "Cees");
  g_assert_cmpstr (loket_session_form_get_member (form, 0).state, ==, "no_show");
  g_assert_false (loket_session_form_has_member (form, "b"));
}

/* One form says it all again: what was recorded, and what was typed since. */
static void
test_form_takes_back_what_went_on (Fixture       *fixture,
                                   gconstpointer  data)
{
  const LoketFormPromise before = { "send", "24-11", "Brochure", NULL };
  const LoketFormPromise since = { "callback", "25-11", "Bellen", "which_work" };
  g_autoptr (LoketForm) next = NULL;

  set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Eerst");
  loket_session_form_set_promise (fixture->form, 0, &before);
  set (fixture, LOKET_SESSION_FORM_ASSESSMENTS, "interest");
  set (fixture, LOKET_SESSION_FORM_DONE, "p");
  next = loket_session_form_go_on (fixture->form, "next", "s");
  g_assert_cmpstr (loket_form_get_value (next, LOKET_SESSION_FORM_RECORDED), ==, "s");
  g_assert_cmpstr (loket_form_get_value (next, LOKET_SESSION_FORM_NOTE_CLIENT), ==, "Eerst");
  g_assert_cmpuint (loket_session_form_get_n_promises (next), ==, 0);
  g_assert_null (loket_form_get_value (next, LOKET_SESSION_FORM_ASSESSMENTS));

  loket_form_set_value (next, LOKET_SESSION_FORM_NOTE_CLIENT, "Later");
  loket_form_set_value (next, LOKET_SESSION_FORM_ASSESSMENTS, "language");
  loket_session_form_set_promise (next, 0, &since);
  loket_session_form_take_back (fixture->form, next);
  g_assert_null (loket_form_get_value (fixture->form, LOKET_SESSION_FORM_RECORDED));
  g_assert_cmpstr (loket_form_get_value (fixture->form, LOKET_SESSION_FORM_NOTE_CLIENT), ==,
                   "Later");
  g_assert_cmpstr (loket_form_get_value (fixture->form, LOKET_SESSION_FORM_ASSESSMENTS), ==,
                   "interest;language");
  g_assert_cmpstr (loket_form_get_value (fixture->form, LOKET_SESSION_FORM_DONE), ==, "p");
  g_assert_cmpuint (loket_session_form_get_n_promises (fixture->form), ==, 2);
  g_assert_cmpstr (loket_session_form_get_promise (fixture->form, 1).question, ==, "which_work");
}

static void
test_promise_needs_a_coming_date (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const char *const wrong[] = { "", "ooit", "31-2", "20-11-2026" };
  const LoketChecks checks = { RECORDS_TODAY, fixture->codes };
  const LoketSessionWorld world = { &checks, NULL, NOW };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const LoketFormPromise promise = { "send", wrong[i], "Brochure" };
      g_autoptr (GError) error = NULL;
      const char *name = NULL;

      loket_session_form_set_promise (fixture->form, 0, &promise);
      g_assert_null (loket_session_plan_new (fixture->form, &world, &name, &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_cmpstr (name, ==, "promise");
    }
}

/* Only a promise to call back is a contact; sending something is not. */
static void
test_follow_up_is_known_before_saving (Fixture       *fixture,
                                       gconstpointer  data)
{
  const LoketFormPromise callback = { "callback", "22-11-2026", "Over de regeling" };
  const LoketFormPromise brochure = { "send", "24-11-2026", "Brochure" };
  g_autoptr (LoketSessionPlan) made = NULL;
  const LoketPlannedContact *planned;

  loket_session_form_set_promise (fixture->form, 0, &brochure);
  loket_session_form_set_promise (fixture->form, 1, &callback);
  made = plan (fixture);
  g_assert_cmpuint (made->promises->len, ==, 2);
  g_assert_cmpuint (made->contacts->len, ==, 1);
  planned = made->contacts->pdata[0];
  g_assert_true (planned->cause == made->promises->pdata[1]);
  /* Promised for Sunday. */
  g_assert_cmpstr (loket_draft_get_value (planned->contact, LOKET_CONTACT_DUE_ON), ==,
                   "2026-11-23");
  g_assert_cmpstr (loket_draft_get_value (planned->cause, LOKET_PROMISE_DUE_ON), ==,
                   "2026-11-22");
}

/* Whatever is typed, it is planned or refused with a sentence and a name; nothing else happens. */
static void
test_any_text_is_planned_or_refused (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char *const names[] = {
    LOKET_SESSION_FORM_DATE, LOKET_SESSION_FORM_START, LOKET_SESSION_FORM_END,
    LOKET_SESSION_FORM_NOTE_CLIENT, LOKET_SESSION_FORM_NOTE_INTERNAL, LOKET_SESSION_FORM_QUESTIONS,
    LOKET_SESSION_FORM_OUTCOMES, LOKET_SESSION_FORM_STATE, LOKET_SESSION_FORM_ASSESSMENTS,
    LOKET_SESSION_FORM_NEXT_DATE, LOKET_SESSION_FORM_NEXT_TIME, LOKET_SESSION_FORM_DONE,
  };
  const LoketChecks checks = { RECORDS_TODAY, fixture->codes };
  const LoketSessionWorld world = { &checks, NULL, NOW };

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (LoketForm) form = loket_form_copy (fixture->form);
      g_autofree char *text = records_random_text (30);
      g_autoptr (LoketSessionPlan) made = NULL;
      g_autoptr (GError) error = NULL;
      const char *name = NULL;

      loket_form_set_value (form, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], text);
      made = loket_session_plan_new (form, &world, &name, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      g_assert_true (made != NULL || (name != NULL && *error->message != '\0'));
    }
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

  add_test ("/session-plan/minutes-run", test_minutes_run);
  add_test ("/session-plan/times-can-be-corrected", test_times_can_be_corrected);
  add_test ("/session-plan/session-may-pass-midnight", test_session_may_pass_midnight);
  add_test ("/session-plan/members-are-a-list", test_members_are_a_list);
  add_test ("/session-plan/form-takes-back-what-went-on", test_form_takes_back_what_went_on);
  add_test ("/session-plan/wrong-input-names-its-field", test_wrong_input_names_its_field);
  add_test ("/session-plan/note-that-is-too-long-is-refused",
            test_note_that_is_too_long_is_refused);
  add_test ("/session-plan/codes-can-be-set-and-taken-out", test_codes_can_be_set_and_taken_out);
  add_test ("/session-plan/promises-are-a-list", test_promises_are_a_list);
  add_test ("/session-plan/promise-needs-a-coming-date", test_promise_needs_a_coming_date);
  add_test ("/session-plan/follow-up-is-known-before-saving",
            test_follow_up_is_known_before_saving);
  add_test ("/session-plan/any-text-is-planned-or-refused", test_any_text_is_planned_or_refused);

  return g_test_run ();
}
