/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the dossier: all that is known of one client. */

#include "desk-fixture.h"
#include "loket-dossier.h"
#include "loket-error.h"
#include "loket-session-form.h"
#include "loket-session-start.h"

/* A client with an old trajectory and one that runs; another client's things must stay out. */
static LoketDesk *
open_filled (void)
{
  LoketDesk *desk = desk_open ("store.db");

  desk_execute (
    desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1), ('y', 1, '', 'A02', NULL, 0);"
    "INSERT INTO client (id, version, act, client_no, family_name, no_contact, no_survey,"
    " sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa'), ('b', 1, '', 'K2', 'Bb', 0, 0, 'bb');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id,"
    " first_response_on, closed_on, aftercare, outcome) VALUES"
    " ('t2', 1, '', 'T2', 'a', '2026-09-01', 'x', '2026-09-02', '2026-11-02', 'yes_once',"
    " 'advice_given'),"
    " ('t1', 1, '', 'T1', 'a', '2025-01-06', 'y', NULL, '2025-03-03', 'no', NULL),"
    " ('t3', 1, '', 'T3', 'b', '2026-10-05', 'x', NULL, NULL, NULL, NULL);"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state) VALUES"
    " ('1', 1, '', '1', 't2', '2026-10-12T10:00', 'held'),"
    " ('2', 1, '', '2', 't2', '2026-12-14T10:00', 'planned'),"
    " ('3', 1, '', '3', 't2', '2026-12-07T10:00', 'planned'),"
    " ('4', 1, '', '4', 't2', '2026-11-12T10:00', 'no_show'),"
    " ('7', 1, '', '7', 't2', '2026-11-21T10:00', 'planned'),"
    " ('5', 1, '', '5', 't1', '2025-02-03T10:00', 'held'),"
    " ('6', 1, '', '6', 't3', '2026-11-20T10:00', 'held');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, done_on,"
    " outcome, open_on) VALUES"
    " ('1', 1, '', '1', 't2', 'aftercare', '2026-11-20', NULL, NULL, '2026-11-20'),"
    " ('5', 1, '', '5', 't2', 'stalled', '2026-11-30', NULL, NULL, '2026-11-30'),"
    " ('2', 1, '', '2', 't2', 'callback', '2026-10-20', '2026-10-21', 'reached', NULL),"
    " ('3', 1, '', '3', 't2', 'callback', '2026-11-19', '2026-11-19', 'closed_not_reached', NULL),"
    " ('4', 1, '', '4', 't3', 'callback', '2026-11-01', NULL, NULL, '2026-11-01');"
    "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, due_on,"
    " done_on) VALUES ('1', 1, '', '1', 't2', 'counsellor', 'send', '2026-11-10', NULL),"
    " ('2', 1, '', '2', 't2', 'counsellor', 'send', '2026-11-09', '2026-11-09'),"
    " ('3', 1, '', '3', 't2', 'client', 'send', '2026-11-08', NULL),"
    " ('4', 1, '', '4', 't2', 'counsellor', 'send', '2026-11-21', NULL);"
    "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, discussed_on)"
    " VALUES ('1', 1, '', '1', 't2', 'interest', NULL),"
    " ('2', 1, '', '2', 't2', 'interest', '2026-11-02'),"
    " ('3', 1, '', '3', 't1', 'interest', NULL);"
    "INSERT INTO response (id, version, act, response_no, questionnaire, month, trajectory_id,"
    " answers) VALUES ('1', 1, '', '1', 'kto', '2026-11', 't2', '.');");

  return desk;
}

static LoketDossier *
load (LoketDesk  *desk,
      const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketDossier *dossier;

  loket_desk_load_dossier_async (desk, id, NULL, desk_result_cb, &result);
  dossier = loket_desk_load_dossier_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return dossier;
}

static void
test_holds_what_is_the_clients_and_nothing_else (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");

  g_assert_cmpstr (loket_record_get_id (LOKET_RECORD (loket_dossier_get_client (dossier))), ==,
                   "a");
  g_assert_cmpuint (loket_dossier_get_trajectories (dossier)->len, ==, 2);
  g_assert_cmpuint (loket_dossier_get_sessions (dossier)->len, ==, 6);
  g_assert_cmpuint (loket_dossier_get_assessments (dossier)->len, ==, 3);
  g_assert_cmpuint (loket_dossier_get_promises (dossier)->len, ==, 4);
  g_assert_cmpuint (loket_dossier_get_contacts (dossier)->len, ==, 4);
}

static void
test_latest_trajectory_is_the_current_one (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  LoketTrajectory *current = loket_dossier_get_current_trajectory (dossier);

  g_assert_cmpstr (loket_record_get_id (LOKET_RECORD (current)), ==, "t2");
}

static void
test_counsellors_have_names (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");

  g_assert_cmpstr (loket_dossier_get_counsellor_name (dossier, "x"), ==, "Anna");
  g_assert_cmpstr (loket_dossier_get_counsellor_name (dossier, "y"), ==, "A02");
  g_assert_null (loket_dossier_get_counsellor_name (dossier, "z"));
  g_assert_null (loket_dossier_get_counsellor_name (dossier, NULL));
}

/* Neither a client who did not come nor one who was not reached was spoken to. */
static void
test_last_contact_is_a_real_one (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  g_autoptr (LoketDossier) other = load (desk, "b");

  g_assert_cmpstr (loket_dossier_get_last_contact (dossier), ==, "2026-10-21");
  g_assert_cmpstr (loket_dossier_get_last_contact (other), ==, "2026-11-20T10:00");
}

static void
test_next_session_is_the_first_that_is_planned (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  g_autoptr (LoketDossier) other = load (desk, "b");

  g_assert_cmpstr (loket_dossier_get_next_session (dossier, "2026-11-21T10:40"), ==, "2026-12-07T10:00");
  g_assert_null (loket_dossier_get_next_session (other, "2026-11-21T10:40"));
}

/* What is due today is not late, nor is what the client promised ours to do. */
static void
test_overdue_is_what_we_should_have_done (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  const char *first_due = NULL;

  g_assert_cmpuint (loket_dossier_count_overdue (dossier, STORE_TODAY, &first_due), ==, 2);
  g_assert_cmpstr (first_due, ==, "2026-11-10");
  g_assert_cmpuint (loket_dossier_count_overdue (dossier, "2026-11-10", &first_due), ==, 0);
  g_assert_null (first_due);
}

/* Promised for Saturday; the contact came from a file, and is due on Monday. */
static void
test_promised_call_is_late_once (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = NULL;
  LoketRecord *call;
  const char *first_due;

  desk_execute (desk,
                "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on,"
                " open_on) VALUES ('6', 1, '', '6', 't3', 'callback', '2026-11-16', '2026-11-16');"
                "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind,"
                " due_on) VALUES ('5', 1, '', '5', 't3', 'counsellor', 'callback', '2026-11-14')");
  dossier = load (desk, "b");

  call = loket_dossier_find_call (dossier, loket_dossier_get_promises (dossier)->pdata[0]);
  g_assert_nonnull (call);
  g_assert_cmpstr (loket_record_get_id (call), ==, "6");
  g_assert_cmpuint (loket_dossier_count_overdue (dossier, STORE_TODAY, &first_due), ==, 2);
}

static void
test_steps_follow_from_the_current_trajectory (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  LoketStageFacts facts;

  loket_dossier_get_stage_facts (dossier, loket_dossier_get_current_trajectory (dossier), &facts);
  g_assert_true (facts.answered);
  g_assert_true (facts.closed);
  g_assert_true (facts.advised);
  g_assert_true (facts.wants_aftercare);
  g_assert_true (facts.surveyed);
  g_assert_cmpuint (facts.n_sessions, ==, 1);
  g_assert_cmpuint (facts.n_assessments, ==, 2);
  g_assert_cmpuint (facts.n_assessments_open, ==, 1);
  g_assert_cmpuint (facts.n_aftercare_open, ==, 1);
}

static void
test_client_without_a_trajectory_has_no_steps (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (LoketDossier) dossier = load (desk, id);
  LoketStageFacts facts;

  g_assert_null (loket_dossier_get_current_trajectory (dossier));
  g_assert_null (loket_dossier_get_last_contact (dossier));
  loket_dossier_get_stage_facts (dossier, loket_dossier_get_current_trajectory (dossier), &facts);
  g_assert_false (facts.answered);
  g_assert_cmpuint (facts.n_sessions, ==, 0);
}

static void
test_client_who_is_gone_is_not_found (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_load_dossier_async (desk, "nobody", NULL, desk_result_cb, &result);
  g_assert_null (loket_desk_load_dossier_finish (desk, desk_await (&result), &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
}

/* Client b has an open trajectory; an appointment belongs to a session that begins near its time. */
static void
test_session_begins_with_the_appointment_of_now (void)
{
  static const struct
  {
    const char *now;
    const char *planned;
    const char *planned_at;
    const char *channel;
  } cases[] = {
    { "2026-11-21T14:59", NULL, NULL, "online" },
    { "2026-11-21T15:00", "8", "16:00", "phone" },
    { "2026-11-21T17:30", "8", "16:00", "phone" },
    { "2026-11-22T16:00", NULL, NULL, "online" },
  };
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = NULL;

  desk_execute (desk, "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at,"
                      " state, channel) VALUES"
                      " ('8', 1, '', '8', 't3', '2026-11-21T16:00', 'planned', 'phone')");
  dossier = load (desk, "b");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketForm) form = loket_dossier_begin_session (dossier, "f", "x", "online",
                                                                cases[i].now);

      g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_TRAJECTORY), ==, "t3");
      g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_PLANNED), ==,
                       cases[i].planned);
      g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_PLANNED_AT), ==,
                       cases[i].planned_at);
      g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_CHANNEL), ==,
                       cases[i].channel);
    }
}

/* What was planned last week is written down as of last week. */
static void
test_session_is_that_of_an_appointment (void)
{
  static const struct
  {
    int usual_minutes;
    const char *now;
    const char *end;
  } cases[] = {
    { 45, "2026-11-21T10:40", "16:45" },
    { 0, "2026-11-21T10:40", NULL },
    { 45, "2026-11-12T16:30", NULL },
  };
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = NULL;

  desk_execute (desk, "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at,"
                      " state, channel) VALUES"
                      " ('8', 1, '', '8', 't3', '2026-11-12T16:00', 'planned', 'phone'),"
                      " ('9', 1, '', '9', 't3', '2026-11-13T16:00', 'no_show', 'phone')");
  dossier = load (desk, "b");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketForm) form = loket_session_form_new ("f", "b", NULL, "x", "online",
                                                           cases[i].now);

      g_assert_false (loket_dossier_fill_appointment (dossier, form, "9", 45, cases[i].now));
      g_assert_null (loket_form_get_value (form, LOKET_SESSION_FORM_PLANNED));
      g_assert_true (loket_dossier_fill_appointment (dossier, form, "8", cases[i].usual_minutes,
                                                     cases[i].now));
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_PLANNED), ==, "8");
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_PLANNED_AT), ==, "16:00");
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_TRAJECTORY), ==, "t3");
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_DATE), ==, "12-11-2026");
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_START), ==, "16:00");
      g_assert_cmpstr (loket_form_get_text (form, LOKET_SESSION_FORM_CHANNEL), ==, "phone");
      g_assert_cmpstr (loket_form_get_value (form, LOKET_SESSION_FORM_END), ==, cases[i].end);
    }
}

/* The trajectory of client a is closed: nothing is recorded in it. */
static void
test_session_does_not_go_into_a_closed_trajectory (void)
{
  g_autoptr (LoketDesk) desk = open_filled ();
  g_autoptr (LoketDossier) dossier = load (desk, "a");
  g_autoptr (LoketForm) form = loket_dossier_begin_session (dossier, "f", "x", "online",
                                                            "2026-11-21T10:40");

  g_assert_null (loket_form_get_value (form, LOKET_SESSION_FORM_TRAJECTORY));
  g_assert_null (loket_form_get_value (form, LOKET_SESSION_FORM_PLANNED));
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/dossier/holds-what-is-the-clients-and-nothing-else",
                   test_holds_what_is_the_clients_and_nothing_else);
  g_test_add_func ("/dossier/latest-trajectory-is-the-current-one",
                   test_latest_trajectory_is_the_current_one);
  g_test_add_func ("/dossier/counsellors-have-names", test_counsellors_have_names);
  g_test_add_func ("/dossier/last-contact-is-a-real-one", test_last_contact_is_a_real_one);
  g_test_add_func ("/dossier/next-session-is-the-first-that-is-planned",
                   test_next_session_is_the_first_that_is_planned);
  g_test_add_func ("/dossier/overdue-is-what-we-should-have-done",
                   test_overdue_is_what_we_should_have_done);
  g_test_add_func ("/dossier/promised-call-is-late-once", test_promised_call_is_late_once);
  g_test_add_func ("/dossier/steps-follow-from-the-current-trajectory",
                   test_steps_follow_from_the_current_trajectory);
  g_test_add_func ("/dossier/client-without-a-trajectory-has-no-steps",
                   test_client_without_a_trajectory_has_no_steps);
  g_test_add_func ("/dossier/client-who-is-gone-is-not-found",
                   test_client_who_is_gone_is_not_found);

  g_test_add_func ("/dossier/session-is-that-of-an-appointment",
                   test_session_is_that_of_an_appointment);
  g_test_add_func ("/dossier/session-begins-with-the-appointment-of-now",
                   test_session_begins_with_the_appointment_of_now);
  g_test_add_func ("/dossier/session-does-not-go-into-a-closed-trajectory",
                   test_session_does_not_go_into_a_closed_trajectory);

  return g_test_run ();
}
