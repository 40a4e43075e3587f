/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the act that records an appointment. It is Saturday 21 November 2026, 10:40. */

#include "loket-error.h"
#include "loket-session-form.h"
#include "loket-undo-act.h"
#include "session-fixture.h"

static char *
dump (SessionFixture *fixture)
{
  return desk_read_text (
    fixture->desk,
    "SELECT (SELECT group_concat (id || version || state) FROM session) || "
    "(SELECT group_concat (id || coalesce (open_on, '')) FROM contact) || "
    "(SELECT group_concat (id || coalesce (outcome, '')) FROM promise) || "
    "(SELECT count(*) FROM assessment) || (SELECT count(*) FROM attempt) || "
    "(SELECT group_concat (id || coalesce (first_response_on, '')) FROM trajectory)");
}

/* Thirty minutes, two questions, a test, a promise to call back, the next appointment. */
static void
fill_in_everything (SessionFixture *fixture)
{
  const LoketFormPromise callback = { "callback", "24-11", "Over de regeling" };

  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_QUESTIONS, "retraining", TRUE);
  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_QUESTIONS, "which_work", TRUE);
  loket_session_form_set_outcome (fixture->form, "retraining", "follow_up");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Mbo Verzorgende IG & meer\n");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, "Twijfelt nog");
  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_ASSESSMENTS, "competence", TRUE);
  loket_session_form_set_promise (fixture->form, 0, &callback);
  session_set (fixture, LOKET_SESSION_FORM_NEXT_DATE, "4-12");
  session_set (fixture, LOKET_SESSION_FORM_NEXT_TIME, "10");
  session_set (fixture, LOKET_SESSION_FORM_DONE, "p;k");
}

static void
test_everything_in_one_act (SessionFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  fill_in_everything (fixture);
  deed = session_save (fixture);
  g_assert_cmpstr (deed->name, ==, "session.log");
  session_assert_text (
    fixture,
    "SELECT starts_at || ' ' || ended_at || ' ' || minutes || ' ' || channel || ' ' || "
    "state || ' ' || counsellor_id || ' ' || note_client || '|' || note_internal || "
    "' ' || question_outcomes FROM session WHERE state = 'held'",
    "2026-11-21T10:10 2026-11-21T10:40 30 phone held x Mbo Verzorgende IG & meer|"
    "Twijfelt nog retraining=follow_up");
  session_assert_text (fixture, "SELECT group_concat (code) FROM session_question",
                       "retraining,which_work");
  session_assert_text (fixture,
                       "SELECT starts_at || state || channel || counsellor_id FROM session "
                       "WHERE starts_at > '2026-12'",
                       "2026-12-04T10:00plannedphonex");
  session_assert_text (fixture, "SELECT kind || requested_on FROM assessment",
                       "competence2026-11-21");
  session_assert_text (fixture,
                       "SELECT made_by || kind || due_on || text || made_on || state FROM promise "
                       "JOIN session ON session.id = session_id",
                       "counsellorcallback2026-11-24Over de regeling2026-11-21held");
  session_assert_text (fixture, "SELECT first_response_on FROM trajectory WHERE id = 't'",
                       "2026-11-21");
}

static void
test_contacts_know_their_cause (SessionFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  fill_in_everything (fixture);
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT group_concat (contact.kind || due_on || counsellor_id) FROM contact "
                       "JOIN assessment ON assessment.id = cause",
                       "assessment_pending2026-12-04x");
  session_assert_text (fixture,
                       "SELECT group_concat (contact.kind || contact.due_on) FROM contact "
                       "JOIN promise ON promise.id = cause",
                       "callback2026-11-24");
}

static void
test_ticked_off_is_done (SessionFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  fill_in_everything (fixture);
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT done_on || outcome FROM promise WHERE id = 'p'",
                       "2026-11-21kept");
  session_assert_text (fixture, "SELECT done_on || outcome FROM contact WHERE id = 'k'",
                       "2026-11-21reached");
  session_assert_text (fixture, "SELECT open_on FROM contact WHERE id = 'l'", "2026-11-04");
}

/* Nobody is reminded any more to answer a client, or to ask after one, who sat at the desk. One undo
 * brings it back. */
static void
test_session_ends_what_waited_for_it (SessionFixture *fixture,
                                      gconstpointer   data)
{
  static const char *const waiting = "SELECT group_concat (kind || coalesce (outcome, ' open')) "
                                     "FROM (SELECT * FROM contact WHERE kind <> 'other' "
                                     "ORDER BY id)";
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  desk_execute (fixture->desk,
                "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on,"
                " open_on) VALUES"
                " ('m', 1, '', 'C7', 't', 'stalled', '2026-11-20', '2026-11-20')");
  deed = session_save (fixture);
  session_assert_text (fixture, waiting, "first_responsecancelled,stalledcancelled");
  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  session_assert_text (fixture, waiting, "first_response open,stalled open");
}

static void
test_one_undo_takes_all_back (SessionFixture *fixture,
                              gconstpointer   data)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  fill_in_everything (fixture);
  deed = session_save (fixture);
  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_planned_session_is_filled (SessionFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_PLANNED, "s");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, "Twijfelt");
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT group_concat (id || state || starts_at || minutes || session_no) "
                       "FROM session",
                       "sheld2026-11-21T10:1030G9");
  session_assert_text (fixture, "SELECT first_response_on FROM trajectory WHERE id = 't'",
                       "2026-11-21");

  loket_form_free (fixture->form);
  fixture->form = loket_session_form_new ("01234567-89ab-7def-8123-456789000009", "a", "t", "x",
                                          "phone", "2026-11-21T10:10");
  session_set (fixture, LOKET_SESSION_FORM_PLANNED, "s");
  session_assert_refused (fixture, LOKET_ERROR_CONFLICT, "has an outcome already");
}

static void
test_client_without_trajectory_gets_one (SessionFixture *fixture,
                                         gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_CLIENT, "b");
  session_set (fixture, LOKET_SESSION_FORM_TRAJECTORY, NULL);
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT opened_on || first_response_on || situation || counsellor_id "
                       "FROM trajectory WHERE client_id = 'b'",
                       "2026-11-212026-11-21jobseekerx");
  session_assert_text (
    fixture,
    "SELECT client_id FROM session JOIN trajectory ON trajectory.id = trajectory_id "
    "WHERE state = 'held'",
    "b");
}

static void
test_closed_trajectory_is_read_only (SessionFixture *fixture,
                                     gconstpointer   data)
{
  session_set (fixture, LOKET_SESSION_FORM_CLIENT, "c");
  session_set (fixture, LOKET_SESSION_FORM_TRAJECTORY, "u");
  session_assert_refused (fixture, LOKET_ERROR_CONFLICT, "Reopen it");
}

/* Neither of them is a contact with the client. */
static void
test_no_show_and_cancelled_close_nothing (SessionFixture *fixture,
                                          gconstpointer   data)
{
  static const char *const states[] = { "no_show", "cancelled" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *id = g_strdup_printf ("01234567-89ab-7def-8123-45678900000%u", i);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM session WHERE state = '%s' "
                                              "AND minutes IS NULL AND ended_at IS NULL",
                                              states[i]);
      g_autoptr (LoketDeed) deed = NULL;

      loket_form_free (fixture->form);
      fixture->form = loket_session_form_new (id, "a", "t", "x", "phone", "2026-11-21T10:10");
      session_set (fixture, LOKET_SESSION_FORM_STATE, states[i]);
      deed = session_save (fixture);
      session_assert_text (fixture, sql, "1");
    }
  session_assert_text (fixture, "SELECT first_response_on FROM trajectory WHERE id = 't'", "");
  session_assert_text (fixture, "SELECT count(*) FROM contact WHERE open_on IS NOT NULL", "2");
}

static void
test_not_reached_is_an_attempt (SessionFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  session_set (fixture, LOKET_SESSION_FORM_NOTE_INTERNAL, "Voicemail");
  session_set (fixture, LOKET_SESSION_FORM_NOTE_CLIENT, "Graag terugbellen");
  deed = session_save (fixture);

  /* For the contact that was due first; it is tried again on Tuesday. */
  session_assert_text (
    fixture, "SELECT contact_id || attempted_at || channel || outcome || note FROM attempt",
    "l2026-11-21T10:10phonenot_reachedVoicemail\nGraag terugbellen");
  session_assert_text (fixture, "SELECT attempts || open_on FROM contact WHERE id = 'l'",
                       "12026-11-24");
  session_assert_text (fixture, "SELECT count(*) FROM session", "1");
}

static void
test_not_reached_without_reason_makes_a_callback (SessionFixture *fixture,
                                                  gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_CLIENT, "b");
  session_set (fixture, LOKET_SESSION_FORM_TRAJECTORY, NULL);
  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT contact.kind || contact.due_on || open_on || attempts FROM contact "
                       "JOIN trajectory ON trajectory.id = trajectory_id WHERE client_id = 'b'",
                       "callback2026-11-212026-11-241");
}

/* A client who objects to contact is not put on a list; the promise stands all the same. */
static void
test_who_objects_gets_no_contacts (SessionFixture *fixture,
                                   gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk, "UPDATE client SET no_contact = 1");
  fill_in_everything (fixture);
  session_set (fixture, LOKET_SESSION_FORM_NO_CONTACT, "1");
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT count(*) FROM contact", "2");
  session_assert_text (fixture, "SELECT count(*) FROM contact WHERE open_on IS NOT NULL", "0");
  session_assert_text (fixture, "SELECT count(*) FROM promise", "2");
}

/* Keeping a promise on the list ends the contact that was planned for it, and the other way. */
static void
test_promise_and_contact_end_together (SessionFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) second = NULL;
  g_autofree char *promise = NULL;

  fill_in_everything (fixture);
  deed = session_save (fixture);
  promise = desk_read_text (fixture->desk, "SELECT id FROM promise WHERE kind = 'callback'");

  loket_form_free (fixture->form);
  fixture->form = loket_session_form_new ("01234567-89ab-7def-8123-456789000009", "a", "t", "x",
                                          "phone", "2026-11-21T10:40");
  session_set (fixture, LOKET_SESSION_FORM_DONE, promise);
  second = session_save (fixture);
  session_assert_text (fixture, "SELECT outcome FROM promise WHERE kind = 'callback'", "kept");
  session_assert_text (fixture,
                       "SELECT outcome || coalesce (open_on, '') FROM contact "
                       "WHERE kind = 'callback'",
                       "reached");
}

/* What the program finds after a crash between saving and forgetting the form. */
static void
test_form_cannot_be_saved_twice (SessionFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = session_save (fixture);

  session_assert_text (fixture, "SELECT count(*) FROM session WHERE state = 'held'", "1");
  session_assert_refused (fixture, LOKET_ERROR_CONFLICT, "saved already");
}

/* What did not take place keeps the time for which it was planned. */
static void
test_planned_session_that_was_not_held_keeps_its_time (SessionFixture *fixture,
                                                       gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_PLANNED, "s");
  session_set (fixture, LOKET_SESSION_FORM_STATE, "cancelled");
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT group_concat (id || state || starts_at) FROM session",
                       "scancelled2026-11-21T10:00");
}

static void
test_not_reached_for_an_appointment_is_no_show (SessionFixture *fixture,
                                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_PLANNED, "s");
  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT group_concat (id || state || starts_at) FROM session",
                       "sno_show2026-11-21T10:00");
  session_assert_text (fixture, "SELECT count(*) FROM attempt", "1");
}

/* What is due later is not why somebody called today. */
static void
test_attempt_is_not_for_what_is_due_later (SessionFixture *fixture,
                                           gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk, "UPDATE contact SET planned_on = '2027-03-01', open_on = '2027-03-01'");
  session_set (fixture, LOKET_SESSION_FORM_STATE, LOKET_SESSION_NOT_REACHED);
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT count(*) FROM contact WHERE open_on = '2027-03-01'", "2");
  session_assert_text (fixture, "SELECT kind || attempts FROM contact WHERE open_on < '2027'",
                       "callback1");
}

static void
test_trajectory_that_was_opened_since_is_taken (SessionFixture *fixture,
                                                gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_TRAJECTORY, NULL);
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT count(*) FROM trajectory WHERE client_id = 'a'", "1");
  session_assert_text (fixture, "SELECT trajectory_id FROM session WHERE state = 'held'", "t");
}

static void
test_what_is_gone_needs_no_doing (SessionFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_DONE, "nothing;p");
  deed = session_save (fixture);
  session_assert_text (fixture, "SELECT outcome FROM promise WHERE id = 'p'", "kept");
}

/* An old callback without a cause is done; what is promised now, for the same day, is not. */
static void
test_new_promise_is_not_kept_at_once (SessionFixture *fixture,
                                      gconstpointer   data)
{
  const LoketFormPromise callback = { "callback", "24-11", "Opnieuw" };
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk, "UPDATE contact SET kind = 'callback', due_on = '2026-11-24', "
                               "open_on = '2026-11-24' WHERE id = 'k'");
  loket_session_form_set_promise (fixture->form, 0, &callback);
  session_set (fixture, LOKET_SESSION_FORM_DONE, "k");
  deed = session_save (fixture);
  session_assert_text (
    fixture, "SELECT coalesce (outcome, 'open') FROM promise WHERE kind = 'callback'", "open");
  session_assert_text (fixture, "SELECT outcome FROM contact WHERE id = 'k'", "reached");
}

static void
test_form_can_be_saved_again_after_an_undo (SessionFixture *fixture,
                                            gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = session_save (fixture);
  g_autoptr (LoketDeed) undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_autoptr (LoketDeed) again = NULL;

  g_assert_nonnull (undone);
  again = session_save (fixture);
  session_assert_text (fixture, "SELECT count(*) FROM session WHERE state = 'held'", "1");
}

/* Dates without a year: the coming one of what is planned, the last one of what took place. */
static void
test_dates_without_year_lie_near (SessionFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr (LoketDeed) deed = NULL;

  session_set (fixture, LOKET_SESSION_FORM_DATE, "20-11");
  session_set (fixture, LOKET_SESSION_FORM_START, "9:00");
  session_set (fixture, LOKET_SESSION_FORM_END, "9:45");
  session_set (fixture, LOKET_SESSION_FORM_NEXT_DATE, "21-11");
  session_set (fixture, LOKET_SESSION_FORM_NEXT_TIME, "15:00");
  loket_session_form_set_code (fixture->form, LOKET_SESSION_FORM_ASSESSMENTS, "interest", TRUE);
  deed = session_save (fixture);
  session_assert_text (fixture,
                       "SELECT group_concat (starts_at || state) FROM (SELECT * FROM session "
                       "WHERE id <> 's' ORDER BY starts_at)",
                       "2026-11-20T09:00held,2026-11-21T15:00planned");
  session_assert_text (fixture, "SELECT requested_on FROM assessment", "2026-11-20");
}

static void
add_test (const char *path,
          void (*test) (SessionFixture *fixture, gconstpointer data))
{
  g_test_add (path, SessionFixture, NULL, session_set_up, test, session_tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add_test ("/session-act/everything-in-one-act", test_everything_in_one_act);
  add_test ("/session-act/contacts-know-their-cause", test_contacts_know_their_cause);
  add_test ("/session-act/ticked-off-is-done", test_ticked_off_is_done);
  add_test ("/session-act/session-ends-what-waited-for-it", test_session_ends_what_waited_for_it);
  add_test ("/session-act/one-undo-takes-all-back", test_one_undo_takes_all_back);
  add_test ("/session-act/planned-session-is-filled", test_planned_session_is_filled);
  add_test ("/session-act/client-without-trajectory-gets-one",
            test_client_without_trajectory_gets_one);
  add_test ("/session-act/closed-trajectory-is-read-only", test_closed_trajectory_is_read_only);
  add_test ("/session-act/no-show-and-cancelled-close-nothing",
            test_no_show_and_cancelled_close_nothing);
  add_test ("/session-act/not-reached-is-an-attempt", test_not_reached_is_an_attempt);
  add_test ("/session-act/not-reached-without-reason-makes-a-callback",
            test_not_reached_without_reason_makes_a_callback);
  add_test ("/session-act/who-objects-gets-no-contacts", test_who_objects_gets_no_contacts);
  add_test ("/session-act/promise-and-contact-end-together", test_promise_and_contact_end_together);
  add_test ("/session-act/form-cannot-be-saved-twice", test_form_cannot_be_saved_twice);

  add_test ("/session-act/planned-session-that-was-not-held-keeps-its-time",
            test_planned_session_that_was_not_held_keeps_its_time);
  add_test ("/session-act/not-reached-for-an-appointment-is-no-show",
            test_not_reached_for_an_appointment_is_no_show);
  add_test ("/session-act/attempt-is-not-for-what-is-due-later",
            test_attempt_is_not_for_what_is_due_later);
  add_test ("/session-act/trajectory-that-was-opened-since-is-taken",
            test_trajectory_that_was_opened_since_is_taken);
  add_test ("/session-act/what-is-gone-needs-no-doing", test_what_is_gone_needs_no_doing);
  add_test ("/session-act/new-promise-is-not-kept-at-once", test_new_promise_is_not_kept_at_once);
  add_test ("/session-act/form-can-be-saved-again-after-an-undo",
            test_form_can_be_saved_again_after_an_undo);
  add_test ("/session-act/dates-without-year-lie-near", test_dates_without_year_lie_near);

  return g_test_run ();
}
