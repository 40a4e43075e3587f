/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of correcting what was recorded, of the stages of a test, and of pins. It is Saturday
 * 21 November 2026. */

#include "desk-fixture.h"
#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-correct-act.h"
#include "loket-dossier.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"
#include "loket-work-acts.h"

typedef struct
{
  LoketDesk *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO counsellor (id, version, act, code, name, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, no_contact, no_survey,"
    " sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 0, 0, 'aa');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id)"
    " VALUES ('t', 1, '', 'T1', 'a', '2026-11-02', 'x');"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, ended_at,"
    " minutes, state, question_outcomes) VALUES"
    " ('1', 1, '', '1', 't', '2026-11-05T10:00', '2026-11-05T10:30', 30, 'held',"
    " 'which_work=answered;retraining=follow_up');"
    "INSERT INTO session_question (owner_id, position, code) VALUES ('1', 1, 'which_work'),"
    " ('1', 2, 'retraining');"
    "INSERT INTO promise (id, version, act, promise_no, trajectory_id, made_by, kind, due_on)"
    " VALUES ('p', 1, '', '1', 't', 'counsellor', 'callback', '2026-11-24');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on,"
    " cause) VALUES ('c', 1, '', '1', 't', 'callback', '2026-11-24', '2026-11-24', 'p');");
  g_assert_true (loket_desk_identify (fixture->desk, "A01", NULL, "test", NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (fixture->desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

static LoketDeed *
save (Fixture          *fixture,
      const LoketDraft *draft,
      const LoketTalk  *talk,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_correct_async (fixture->desk, "test.correct", draft, talk, NULL, desk_result_cb,
                            &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static LoketDeed *
correct (Fixture         *fixture,
         const LoketKind *kind,
         const char      *id,
         guint            field,
         const char      *value,
         const LoketTalk *talk)
{
  g_autoptr (LoketRecord) record = desk_load (fixture->desk, kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;
  LoketDeed *deed;

  loket_draft_set_value (draft, field, value);
  deed = save (fixture, draft, talk, &error);
  g_assert_no_error (error);

  return deed;
}

static void
assert_refused (Fixture         *fixture,
                const LoketKind *kind,
                const char      *id,
                guint            field,
                const char      *value,
                const char      *words)
{
  g_autoptr (LoketRecord) record = desk_load (fixture->desk, kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, field, value);
  g_assert_null (save (fixture, draft, NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  store_assert_says (error, words);
}

static void
test_end_follows_the_minutes (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = correct (fixture, &loket_session_kind, "1", LOKET_SESSION_MINUTES,
                                        "50", NULL);
  g_autoptr (LoketDeed) undone = NULL;
  g_autofree char *log = desk_read_log (fixture->desk, deed->id);

  assert_text (fixture, "SELECT ended_at FROM session", "2026-11-05T10:50");
  g_assert_nonnull (strstr (log, "session minutes: 30 -> 50"));
  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  assert_text (fixture, "SELECT ended_at || minutes FROM session", "2026-11-05T10:3030");
}

static void
test_outcome_goes_with_its_question (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = correct (fixture, &loket_session_kind, "1",
                                        LOKET_SESSION_QUESTIONS_BROUGHT, "retraining", NULL);

  assert_text (fixture, "SELECT question_outcomes FROM session", "retraining=follow_up");
}

static void
test_impossible_is_refused_by_name (Fixture       *fixture,
                                    gconstpointer  data)
{
  assert_refused (fixture, &loket_session_kind, "1", LOKET_SESSION_STARTS_AT, "2026-11-22T10:00",
                  "Start");
  assert_refused (fixture, &loket_session_kind, "1", LOKET_SESSION_STARTS_AT, "2026-02-30T10:00",
                  "Start");
  assert_refused (fixture, &loket_session_kind, "1", LOKET_SESSION_MINUTES, "many", "Minutes");
  assert_refused (fixture, &loket_promise_kind, "p", LOKET_PROMISE_DUE_ON, "31-02", "Due on");
}

/* As when it is moved in the list of work: it has another day, and is due when it was. */
static void
test_callback_moves_with_its_promise (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  desk_execute (fixture->desk, "UPDATE contact SET snoozed_until = '2026-11-23T10:00'");
  deed = correct (fixture, &loket_promise_kind, "p", LOKET_PROMISE_DUE_ON, "2026-11-28", NULL);

  assert_text (fixture, "SELECT due_on || planned_on || open_on FROM contact",
               "2026-11-242026-11-302026-11-30");
  assert_text (fixture, "SELECT coalesce (snoozed_until, '') FROM contact", "");
  assert_text (fixture, "SELECT due_on || first_due_on FROM promise", "2026-11-282026-11-24");

  undone = loket_desk_undo (fixture->desk, deed->id, NULL);
  g_assert_nonnull (undone);
  assert_text (fixture, "SELECT due_on || coalesce (first_due_on, '') FROM promise", "2026-11-24");
  assert_text (fixture, "SELECT coalesce (planned_on, '') FROM contact", "");
}

static void
assert_is_closed (Fixture         *fixture,
                  const LoketKind *kind,
                  const char      *id,
                  guint            field,
                  const char      *value)
{
  g_autoptr (LoketRecord) record = desk_load (fixture->desk, kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, field, value);
  g_assert_null (save (fixture, draft, NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  store_assert_says (error, "closed");
}

static void
assert_is_not_pinned (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_desk_pin_async (fixture->desk, "t", "1", TRUE, NULL, desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), &error);
  g_assert_null (deed);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
}

static void
test_closed_is_only_read (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LoketDeed) noted = NULL;
  g_autoptr (LoketDeed) corrected = NULL;

  desk_execute (
    fixture->desk,
    "UPDATE trajectory SET closed_on = '2026-11-20', outcome = 'advice_given';"
    "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind, requested_on)"
    " VALUES ('s', 1, '', '1', 't', 'interest', '2026-11-09');"
    "INSERT INTO attempt (id, version, act, contact_id, attempted_at, outcome) VALUES"
    " ('m', 1, '', 'c', '2026-11-19T10:00', 'not_reached');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on)"
    " VALUES ('d', 1, '', '2', 't', 'aftercare', '2026-12-04', '2026-12-04');");

  assert_is_closed (fixture, &loket_session_kind, "1", LOKET_SESSION_MINUTES, "50");
  assert_is_closed (fixture, &loket_promise_kind, "p", LOKET_PROMISE_TEXT, "Folder");
  assert_is_closed (fixture, &loket_assessment_kind, "s", LOKET_ASSESSMENT_TAKEN_ON, "2026-11-12");
  assert_is_closed (fixture, &loket_contact_kind, "c", LOKET_CONTACT_NOTE, "Spoken");
  assert_is_closed (fixture, &loket_attempt_kind, "m", LOKET_ATTEMPT_NOTE, "Voicemail");
  assert_is_closed (fixture, &loket_trajectory_kind, "t", LOKET_TRAJECTORY_OPENED_ON,
                    "2026-11-03");

  assert_is_not_pinned (fixture);

  noted = correct (fixture, &loket_contact_kind, "d", LOKET_CONTACT_NOTE, "Voicemail", NULL);
  assert_text (fixture, "SELECT note FROM contact WHERE id = 'd'", "Voicemail");
  desk_execute (fixture->desk, "UPDATE trajectory SET closed_on = NULL, outcome = NULL");
  corrected = correct (fixture, &loket_session_kind, "1", LOKET_SESSION_MINUTES, "50", NULL);
  assert_text (fixture, "SELECT minutes FROM session", "50");
}

static char *
request_test (Fixture    *fixture,
              const char *requested_on)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_assessment_kind);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_ASSESSMENT_TRAJECTORY_NO, "t");
  loket_draft_set_value (draft, LOKET_ASSESSMENT_KIND, "interest");
  loket_draft_set_value (draft, LOKET_ASSESSMENT_REQUESTED_ON, requested_on);
  deed = save (fixture, draft, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (deed->subject_id);
}

#define TEST_CONTACTS                                                                              \
  "SELECT group_concat (kind || ' ' || due_on || ' ' || coalesce (outcome, 'open'), ', ') FROM "   \
  "(SELECT * FROM contact WHERE kind LIKE 'assessment%' ORDER BY due_on, id)"

static void
test_contacts_follow_the_stages (Fixture       *fixture,
                                 gconstpointer  data)
{
  const LoketTalk talk = { "phone", "Fits care work" };
  g_autofree char *id = request_test (fixture, "2026-11-09");
  g_autoptr (LoketDeed) invited = NULL;
  g_autoptr (LoketDeed) taken = NULL;
  g_autoptr (LoketDeed) result = NULL;
  g_autoptr (LoketDeed) discussed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  assert_text (fixture, TEST_CONTACTS, "assessment_pending 2026-11-23 open");
  invited = correct (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_INVITED_ON,
                     "2026-11-11", NULL);
  assert_text (fixture, TEST_CONTACTS, "assessment_pending 2026-11-23 open");
  taken = correct (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, "2026-11-12",
                   NULL);
  assert_text (fixture, TEST_CONTACTS, "assessment_result 2026-11-19 open, "
                                       "assessment_pending 2026-11-23 cancelled");
  result = correct (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_RESULT_ON, "2026-11-16",
                    NULL);
  assert_text (fixture, TEST_CONTACTS, "assessment_result 2026-11-19 cancelled, "
                                       "assessment_pending 2026-11-23 cancelled, "
                                       "assessment_debrief 2026-11-23 open");
  discussed = correct (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_DISCUSSED_ON,
                       "2026-11-20", &talk);
  assert_text (fixture, "SELECT outcome || done_on || channel || note || counsellor_id "
                        "FROM contact WHERE kind = 'assessment_debrief'",
               "reached2026-11-20phoneFits care workx");

  undone = loket_desk_undo (fixture->desk, discussed->id, NULL);
  g_assert_nonnull (undone);
  assert_text (fixture, "SELECT open_on FROM contact WHERE kind = 'assessment_debrief'",
               "2026-11-23");
  assert_text (fixture, "SELECT coalesce (discussed_on, 'no') FROM assessment", "no");
}

/* Of two tests, with as many contacts as there are names here, from a file that did not say which
 * test they are about: c2, c3 ... */
static void
import_contacts (Fixture    *fixture,
                 const char *names)
{
  g_auto (GStrv) kinds = g_strsplit (names, " ", -1);

  desk_execute (fixture->desk,
                "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind,"
                " requested_on, taken_on) VALUES"
                " ('e1', 1, '', 'e1', 't', 'interest', '2026-11-03', '2026-11-10'),"
                " ('e2', 1, '', 'e2', 't', 'language', '2026-11-03', NULL);");
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, open_on)"
        " VALUES ('c%u', 1, '', 'c%u', 't', 'assessment_%s', '2026-11-17', '2026-11-17')",
        i + 2, i + 2, kinds[i]);

      desk_execute (fixture->desk, sql);
    }
}

#define NAMELESS                                                                                   \
  "SELECT group_concat (kind || ' ' || coalesce (outcome, 'open'), ', ') FROM "                    \
  "(SELECT * FROM contact WHERE kind LIKE 'assessment%' AND cause IS NULL ORDER BY id)"

#define NAMED                                                                                      \
  "SELECT group_concat (cause || ' ' || kind || ' ' || coalesce (outcome, 'open'), ', ') FROM "    \
  "(SELECT * FROM contact WHERE kind LIKE 'assessment%' AND cause <> '' ORDER BY cause, id)"

/* The other test of the client does not wait for that: so it was about this one. */
static void
test_nameless_contact_is_of_who_is_in_the_stage (Fixture       *fixture,
                                                 gconstpointer  data)
{
  const LoketTalk talk = { "phone", "Fits care work" };
  g_autoptr (LoketDeed) result = NULL;
  g_autoptr (LoketDeed) discussed = NULL;

  import_contacts (fixture, "pending result debrief");
  desk_execute (fixture->desk, "UPDATE contact SET due_on = '2026-11-20', open_on = '2026-11-20' "
                               "WHERE id = 'c4'");
  result = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_RESULT_ON, "2026-11-16",
                    NULL);
  assert_text (fixture, NAMELESS, "assessment_pending open, assessment_result cancelled, "
                                  "assessment_debrief open");
  assert_text (fixture, NAMED, "");
  assert_text (fixture, "SELECT due_on FROM contact WHERE id = 'c4'", "2026-11-23");

  discussed = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_DISCUSSED_ON,
                       "2026-11-19", &talk);
  assert_text (fixture, NAMELESS, "assessment_pending open, assessment_result cancelled, "
                                  "assessment_debrief reached");
  assert_text (fixture, NAMED, "");
}

/* Both wait for their result: one contact goes on for the other, of two contacts one does. */
static void
test_nameless_contact_stays_for_the_other_test (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (LoketDeed) first = NULL;
  g_autoptr (LoketDeed) second = NULL;

  import_contacts (fixture, "result");
  desk_execute (fixture->desk, "UPDATE assessment SET taken_on = '2026-11-11' WHERE id = 'e2'");
  first = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_RESULT_ON, "2026-11-16",
                   NULL);
  assert_text (fixture, NAMELESS, "assessment_result open");
  assert_text (fixture, NAMED, "e1 assessment_debrief open");

  second = correct (fixture, &loket_assessment_kind, "e2", LOKET_ASSESSMENT_RESULT_ON,
                    "2026-11-17", NULL);
  assert_text (fixture, NAMELESS, "assessment_result cancelled");
  assert_text (fixture, NAMED, "e1 assessment_debrief open, e2 assessment_debrief open");
}

static void
test_of_two_nameless_contacts_one_ends (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (LoketDeed) first = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  import_contacts (fixture, "result result");
  desk_execute (fixture->desk, "UPDATE assessment SET taken_on = '2026-11-11' WHERE id = 'e2'");
  first = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_RESULT_ON, "2026-11-16",
                   NULL);
  assert_text (fixture, NAMELESS, "assessment_result cancelled, assessment_result open");

  /* One that names the other test is enough for it. */
  undone = loket_desk_undo (fixture->desk, first->id, NULL);
  desk_execute (fixture->desk, "UPDATE contact SET cause = 'e2' WHERE id = 'c2'");
  g_clear_pointer (&first, loket_deed_free);
  first = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_RESULT_ON, "2026-11-16",
                   NULL);
  assert_text (fixture, NAMELESS, "assessment_result cancelled");
  assert_text (fixture, NAMED, "e1 assessment_debrief open, e2 assessment_result open");
}

/* Of two that name no test, the one that is due on the day of the test is about it, wherever it
 * stands in the file. */
static void
test_nameless_contact_is_of_its_day (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char dues[] = "SELECT group_concat (due_on || ' ' || coalesce (outcome, 'open'), "
                             "', ') FROM (SELECT * FROM contact WHERE kind = 'assessment_result' "
                             "ORDER BY due_on)";
  g_autoptr (LoketDeed) result = NULL;

  import_contacts (fixture, "result result");
  desk_execute (fixture->desk,
                "UPDATE assessment SET taken_on = '2026-11-18' WHERE id = 'e2';"
                "UPDATE contact SET due_on = '2026-11-25', open_on = '2026-11-25' "
                "WHERE id = 'c2'");
  result = correct (fixture, &loket_assessment_kind, "e1", LOKET_ASSESSMENT_RESULT_ON,
                    "2026-11-16", NULL);
  assert_text (fixture, dues, "2026-11-17 cancelled, 2026-11-25 open");
}

static void
test_order_of_stages_is_kept (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *id = request_test (fixture, "2026-11-09");

  assert_refused (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, "2026-11-08",
                  "Taken on");
  assert_refused (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_RESULT_ON, "2026-11-08",
                  "Result on");
  assert_refused (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, "2026-11-22",
                  "Taken on");
  assert_text (fixture, "SELECT coalesce (taken_on, 'no') FROM assessment", "no");
}

/* Discussing it in a session, or from Vandaag, ends the test as well. */
static void
test_contact_reached_is_a_debrief (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *id = request_test (fixture, "2026-11-09");
  g_autoptr (LoketDeed) taken = correct (fixture, &loket_assessment_kind, id,
                                         LOKET_ASSESSMENT_TAKEN_ON, "2026-11-12", NULL);
  g_autoptr (LoketDeed) result = correct (fixture, &loket_assessment_kind, id,
                                          LOKET_ASSESSMENT_RESULT_ON, "2026-11-16", NULL);
  g_autofree char *contact = desk_read_text (fixture->desk, "SELECT id FROM contact "
                                                            "WHERE kind = 'assessment_debrief'");
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_work_async (fixture->desk, LOKET_ACT_REACH, contact, NULL, NULL, desk_result_cb,
                         &done);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&done), &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT discussed_on FROM assessment", "2026-11-21");
}

static void
test_who_objects_is_not_contacted (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *id = NULL;

  desk_execute (fixture->desk, "UPDATE client SET no_contact = 1");
  id = request_test (fixture, "2026-11-09");
  assert_text (fixture, TEST_CONTACTS, "");
}

static void
pin (Fixture    *fixture,
     const char *record_id,
     gboolean    is_pinned,
     const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_pin_async (fixture->desk, "t", record_id, is_pinned, NULL, desk_result_cb, &result);
  deed = loket_desk_act_finish (fixture->desk, desk_await (&result), &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT coalesce (pinned, '') FROM trajectory", expected);
}

static void
test_pins_come_and_go (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (LoketRecord) trajectory = NULL;

  pin (fixture, "1", TRUE, "1");
  pin (fixture, "p", TRUE, "1;p");
  pin (fixture, "p", TRUE, "1;p");
  trajectory = desk_load (fixture->desk, &loket_trajectory_kind, "t");
  g_assert_true (loket_trajectory_has_pinned (LOKET_TRAJECTORY (trajectory), "p"));
  g_assert_false (loket_trajectory_has_pinned (LOKET_TRAJECTORY (trajectory), "c"));
  pin (fixture, "1", FALSE, "p");
  pin (fixture, "p", FALSE, "");
}

static LoketStageDays
load_stage_days (Fixture    *fixture,
                 const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDossier) dossier = NULL;
  g_autoptr (LoketRecord) test = desk_load (fixture->desk, &loket_assessment_kind, id);

  loket_desk_load_dossier_async (fixture->desk, "a", NULL, desk_result_cb, &result);
  dossier = loket_desk_load_dossier_finish (fixture->desk, desk_await (&result), NULL);

  return loket_dossier_get_stage_days (dossier, test);
}

/* Ten tests took 1 to 10 working days from taking to result; another kind took longer. */
static void
test_usual_days_are_of_the_kind_and_the_stage (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *id = request_test (fixture, "2026-11-09");
  g_autoptr (LoketDeed) taken = NULL;
  LoketStageDays days;

  desk_execute (fixture->desk,
                "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind,"
                " requested_on, taken_on, result_on) VALUES"
                " ('e1', 1, '', 'e1', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-08'),"
                " ('e2', 1, '', 'e2', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-09'),"
                " ('e3', 1, '', 'e3', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-10'),"
                " ('e4', 1, '', 'e4', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-11'),"
                " ('e5', 1, '', 'e5', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-14'),"
                " ('e6', 1, '', 'e6', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-15'),"
                " ('e7', 1, '', 'e7', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-16'),"
                " ('e8', 1, '', 'e8', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-17'),"
                " ('e9', 1, '', 'e9', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-18'),"
                " ('f1', 1, '', 'f1', 't', 'language', '2026-09-01', '2026-09-07', '2026-10-30');");
  taken = correct (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, "2026-11-12",
                   NULL);
  days = load_stage_days (fixture, id);
  g_assert_cmpuint (days.n, ==, 9);

  desk_execute (fixture->desk,
                "INSERT INTO assessment (id, version, act, assessment_no, trajectory_id, kind,"
                " requested_on, taken_on, result_on) VALUES"
                " ('g0', 1, '', 'g0', 't', 'interest', '2026-09-01', '2026-09-07', '2026-09-21');");
  days = load_stage_days (fixture, id);
  g_assert_cmpuint (days.n, ==, 10);
  g_assert_cmpfloat (days.median, ==, 5.5);
  g_assert_cmpfloat_with_epsilon (days.p80, 8.2, 1e-9);

  /* From the request to the taking they all took four. */
  g_free (id);
  id = request_test (fixture, "2026-11-09");
  days = load_stage_days (fixture, id);
  g_assert_cmpuint (days.n, ==, 11);
  g_assert_cmpfloat (days.median, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/correct-act/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("end-follows-the-minutes", test_end_follows_the_minutes);
  ADD ("outcome-goes-with-its-question", test_outcome_goes_with_its_question);
  ADD ("impossible-is-refused-by-name", test_impossible_is_refused_by_name);
  ADD ("callback-moves-with-its-promise", test_callback_moves_with_its_promise);
  ADD ("contacts-follow-the-stages", test_contacts_follow_the_stages);
  ADD ("nameless-contact-is-of-who-is-in-the-stage",
       test_nameless_contact_is_of_who_is_in_the_stage);
  ADD ("nameless-contact-stays-for-the-other-test",
       test_nameless_contact_stays_for_the_other_test);
  ADD ("nameless-contact-is-of-its-day", test_nameless_contact_is_of_its_day);
  ADD ("of-two-nameless-contacts-one-ends", test_of_two_nameless_contacts_one_ends);
  ADD ("order-of-stages-is-kept", test_order_of_stages_is_kept);
  ADD ("contact-reached-is-a-debrief", test_contact_reached_is_a_debrief);
  ADD ("who-objects-is-not-contacted", test_who_objects_is_not_contacted);
  ADD ("closed-is-only-read", test_closed_is_only_read);
  ADD ("pins-come-and-go", test_pins_come_and_go);
  ADD ("usual-days-are-of-the-kind-and-the-stage", test_usual_days_are_of_the_kind_and_the_stage);
#undef ADD

  return g_test_run ();
}
