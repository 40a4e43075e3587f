/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What each act on a row of work leaves behind, and that undoing leaves nothing of it. */

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-change-table.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-worklist.h"
#include "work-fixture.h"

/* A desk with a counsellor who has one trajectory. */
typedef struct
{
  LoketDesk *desk;
  const char *counsellor;
  const char *client;
  const char *trajectory;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = work_open_desk ();
  fixture->counsellor = work_add_counsellor (fixture->desk, "A01", "counsellor");
  fixture->client = work_add_client (fixture->desk, "Kees", "Velden");
  fixture->trajectory = work_add_trajectory (fixture->desk, fixture->client, fixture->counsellor);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  work_close_desk (fixture->desk);
}

static const char *
add_contact (Fixture    *fixture,
             const char *kind)
{
  return work_add (fixture->desk, &loket_contact_kind,
                   LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory, LOKET_CONTACT_KIND, kind,
                   LOKET_CONTACT_DUE_ON, "2025-11-18", -1);
}

static LoketDeed *
do_work (Fixture      *fixture,
         LoketWorkAct  act,
         const char   *id,
         const char   *until)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = work_do (fixture->desk, act, id, until, &error);

  g_assert_no_error (error);

  return deed;
}

static void
assert_refused (Fixture      *fixture,
                LoketWorkAct  act,
                const char   *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = work_do (fixture->desk, act, id, NULL, &error);

  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_null (deed);
}

static void
assert_value (Fixture         *fixture,
              const LoketKind *kind,
              const char      *id,
              guint            field,
              const char      *expected)
{
  g_autoptr (LoketRecord) record = work_load (fixture->desk, kind, id);

  g_assert_cmpstr (loket_record_get_value (record, field), ==, expected);
}

static gpointer
load_changes (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_change_table_load_act (database, input, error);
}

/* The log names the act and who did it. */
static void
assert_logged (Fixture    *fixture,
               LoketDeed  *deed,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = loket_store_read (loket_desk_get_store (fixture->desk),
                                                    load_changes, deed->id, &error);
  const LoketChange *act;

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 1);
  act = changes->pdata[0];
  g_assert_cmpstr (act->new_value, ==, name);
  g_assert_cmpstr (act->counsellor, ==, "A01");
}

static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  const char *id = work_add_trajectory (fixture->desk, fixture->client, NULL);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_TAKE, id, NULL);

  assert_logged (fixture, deed, "trajectory.take");
  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_COUNSELLOR,
                fixture->counsellor);
  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, NULL);
  assert_refused (fixture, LOKET_ACT_TAKE, id);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_COUNSELLOR, NULL);
}

static void
test_respond (Fixture       *fixture,
              gconstpointer  data)
{
  const char *id = work_add_trajectory (fixture->desk, fixture->client, NULL);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_RESPOND, id, NULL);

  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                WORK_TODAY);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, NULL);
}

static const char *
add_session (Fixture    *fixture,
             const char *trajectory)
{
  return work_add (fixture->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, trajectory,
                   LOKET_SESSION_STARTS_AT, "2025-11-20T09:30", LOKET_SESSION_STATE, "planned", -1);
}

static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    LoketWorkAct act;
    const char *state;
    const char *name;
  } outcomes[] = {
    { LOKET_ACT_HELD, "held", "session.held" },
    { LOKET_ACT_NO_SHOW, "no_show", "session.no-show" },
    { LOKET_ACT_CANCEL, "cancelled", "session.cancel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      const char *id = add_session (fixture, fixture->trajectory);
      g_autoptr (LoketDeed) deed = do_work (fixture, outcomes[i].act, id, NULL);

      assert_logged (fixture, deed, outcomes[i].name);
      assert_value (fixture, &loket_session_kind, id, LOKET_SESSION_STATE, outcomes[i].state);
      assert_refused (fixture, LOKET_ACT_HELD, id);

      work_undo (fixture->desk, deed);
      assert_value (fixture, &loket_session_kind, id, LOKET_SESSION_STATE, "planned");
    }
}

/* A session that was held, and a client who was reached, are what the others waited for. */
static void
test_contact_ends_what_waited_for_it (Fixture       *fixture,
                                      gconstpointer  data)
{
  const LoketWorkAct acts[] = { LOKET_ACT_HELD, LOKET_ACT_REACH };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const char *response = add_contact (fixture, "first_response");
      const char *stalled = add_contact (fixture, "stalled");
      const char *id = acts[i] == LOKET_ACT_HELD ? add_session (fixture, fixture->trajectory)
                                                 : response;
      g_autoptr (LoketDeed) deed = do_work (fixture, acts[i], id, NULL);

      assert_value (fixture, &loket_contact_kind, response, LOKET_CONTACT_OUTCOME,
                    id == response ? "reached" : "cancelled");
      assert_value (fixture, &loket_contact_kind, stalled, LOKET_CONTACT_OUTCOME, "cancelled");
      work_undo (fixture->desk, deed);
      assert_value (fixture, &loket_contact_kind, response, LOKET_CONTACT_OPEN_ON, "2025-11-18");
      assert_value (fixture, &loket_contact_kind, stalled, LOKET_CONTACT_OPEN_ON, "2025-11-18");
    }
}

static void
test_session_answers_sign_up (Fixture       *fixture,
                              gconstpointer  data)
{
  const char *trajectory = work_add_trajectory (fixture->desk, fixture->client, NULL);
  const char *missed = add_session (fixture, trajectory);
  const char *held = add_session (fixture, trajectory);
  g_autoptr (LoketDeed) no_show = do_work (fixture, LOKET_ACT_NO_SHOW, missed, NULL);
  g_autoptr (LoketDeed) deed = NULL;

  assert_value (fixture, &loket_trajectory_kind, trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                NULL);
  deed = do_work (fixture, LOKET_ACT_HELD, held, NULL);
  assert_value (fixture, &loket_trajectory_kind, trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                "2025-11-20");

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_trajectory_kind, trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                NULL);
}

/* A file brought a session without the day of the response; a later one was not the answer. */
static void
test_first_contact_stays_the_answer (Fixture       *fixture,
                                     gconstpointer  data)
{
  const char *trajectory = work_add_trajectory (fixture->desk, fixture->client, NULL);
  const char *later = add_session (fixture, trajectory);
  g_autoptr (LoketDeed) deed = NULL;

  work_add (fixture->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, trajectory,
            LOKET_SESSION_STARTS_AT, "2025-11-05T09:30", LOKET_SESSION_STATE, "held", -1);
  deed = do_work (fixture, LOKET_ACT_HELD, later, NULL);
  assert_value (fixture, &loket_trajectory_kind, trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                "2025-11-05");
}

static void
close_trajectory (Fixture *fixture)
{
  g_autoptr (LoketRecord) record = work_load (fixture->desk, &loket_trajectory_kind,
                                              fixture->trajectory);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_TRAJECTORY_CLOSED_ON, WORK_TODAY);
  deed = loket_desk_save (fixture->desk, "test.close", draft, &error);
  g_assert_no_error (error);
}

/* But for after-care, which begins then, and an appointment, which may pass later. */
static void
test_closed_is_only_read (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *promise = work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                                  fixture->trajectory, LOKET_PROMISE_BY, "counsellor",
                                  LOKET_PROMISE_KIND, "send", LOKET_PROMISE_DUE_ON, "2025-11-18",
                                  -1);
  const char *contact = add_contact (fixture, "other");
  const char *aftercare = add_contact (fixture, "aftercare");
  const char *session = add_session (fixture, fixture->trajectory);
  g_autoptr (LoketDeed) reached = NULL, held = NULL;

  close_trajectory (fixture);
  assert_refused (fixture, LOKET_ACT_KEEP, promise);
  assert_refused (fixture, LOKET_ACT_SNOOZE_PROMISE, promise);
  assert_refused (fixture, LOKET_ACT_MOVE_PROMISE, promise);
  assert_refused (fixture, LOKET_ACT_REACH, contact);
  assert_refused (fixture, LOKET_ACT_MISS, contact);
  assert_refused (fixture, LOKET_ACT_SNOOZE, contact);
  assert_refused (fixture, LOKET_ACT_MOVE, contact);
  assert_refused (fixture, LOKET_ACT_TAKE, fixture->trajectory);
  assert_refused (fixture, LOKET_ACT_RESPOND, fixture->trajectory);
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_DONE_ON, NULL);

  reached = do_work (fixture, LOKET_ACT_REACH, aftercare, NULL);
  held = do_work (fixture, LOKET_ACT_HELD, session, NULL);
  assert_value (fixture, &loket_session_kind, session, LOKET_SESSION_STATE, "held");
}

static void
test_reach (Fixture       *fixture,
            gconstpointer  data)
{
  const char *id = add_contact (fixture, "aftercare");
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_REACH, id, NULL);

  assert_logged (fixture, deed, "contact.reach");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_DONE_ON, WORK_TODAY);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OUTCOME, "reached");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, NULL);
  assert_refused (fixture, LOKET_ACT_REACH, id);
  assert_refused (fixture, LOKET_ACT_MISS, id);
  assert_refused (fixture, LOKET_ACT_SNOOZE, id);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_DONE_ON, NULL);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-18");
}

static void
test_reach_keeps_callback (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *contact = add_contact (fixture, "callback");
  const char *promise = work_add (fixture->desk, &loket_promise_kind,
                                  LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
                                  LOKET_PROMISE_DUE_ON, "2025-11-18", -1);
  const char *other = work_add (fixture->desk, &loket_promise_kind,
                                LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
                                LOKET_PROMISE_DUE_ON, "2025-11-27", -1);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_REACH, contact, NULL);

  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_OUTCOME, "kept");
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_DONE_ON, WORK_TODAY);
  assert_value (fixture, &loket_promise_kind, other, LOKET_PROMISE_OUTCOME, NULL);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_OUTCOME, NULL);
}

/* Promised for Saturday; the contact moved on to Monday. */
static void
test_reach_keeps_callback_of_weekend (Fixture       *fixture,
                                      gconstpointer  data)
{
  const char *contact = work_add (fixture->desk, &loket_contact_kind,
                                  LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_CONTACT_KIND, "callback",
                                  LOKET_CONTACT_DUE_ON, "2025-11-17", -1);
  const char *promise = work_add (fixture->desk, &loket_promise_kind,
                                  LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
                                  LOKET_PROMISE_DUE_ON, "2025-11-15", -1);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_REACH, contact, NULL);

  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_OUTCOME, "kept");
}

/* Promised for Saturday, with a contact of Monday that came from a file: it moves with the promise,
 * and ends with it. */
static void
test_nameless_call_goes_with_its_promise (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *contact = g_strdup (
    work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
              fixture->trajectory, LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON,
              "2025-11-24", -1));
  g_autofree char *promise = g_strdup (
    work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
              fixture->trajectory, LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
              LOKET_PROMISE_DUE_ON, "2025-11-22", -1));
  g_autoptr (LoketDeed) moved = do_work (fixture, LOKET_ACT_MOVE_PROMISE, promise, "2025-12-03");
  g_autoptr (LoketDeed) kept = NULL;

  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_OPEN_ON, "2025-12-03");
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_CAUSE, promise);
  work_undo (fixture->desk, moved);
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_CAUSE, NULL);

  kept = do_work (fixture, LOKET_ACT_KEEP, promise, NULL);
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_OUTCOME, "reached");
}

/* Who called three times in vain has neither kept nor broken the promise. */
static void
test_third_miss_ends_callback (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *contact = add_contact (fixture, "callback");
  const char *promise = work_add (fixture->desk, &loket_promise_kind,
                                  LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
                                  LOKET_PROMISE_DUE_ON, "2025-11-18", -1);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (LoketDeed) deed = NULL;

      assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_OUTCOME, NULL);
      deed = do_work (fixture, LOKET_ACT_MISS, contact, NULL);
    }

  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_OUTCOME, "not_reached");
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_DONE_ON, WORK_TODAY);
}

static gpointer
count_attempts (LoketDatabase  *database,
                gpointer        input,
                GError        **error)
{
  g_autoptr (GPtrArray) attempts = NULL;

  attempts = loket_record_table_load_where (loket_record_table_get (database, &loket_attempt_kind),
                                            LOKET_ATTEMPT_CONTACT_NO, input, error);

  /* One more, since NULL would be a failure. */
  return attempts != NULL ? GUINT_TO_POINTER (attempts->len + 1) : NULL;
}

static void
assert_attempts (Fixture    *fixture,
                 const char *contact,
                 guint       expected)
{
  gpointer counted = loket_store_read (loket_desk_get_store (fixture->desk), count_attempts,
                                       (gpointer) contact, NULL);

  g_assert_cmpuint (GPOINTER_TO_UINT (counted), ==, expected + 1);
}

static void
test_miss (Fixture       *fixture,
           gconstpointer  data)
{
  const char *id = add_contact (fixture, "aftercare");
  g_autoptr (LoketDeed) snoozed = do_work (fixture, LOKET_ACT_SNOOZE, id, "2025-11-21T09:00");
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_MISS, id, NULL);

  assert_logged (fixture, deed, "contact.miss");
  assert_attempts (fixture, id, 1);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_ATTEMPTS, "1");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_DUE_ON, "2025-11-18");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_PLANNED_ON, "2025-11-25");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_PLANNED_PART, "afternoon");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-25");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  work_undo (fixture->desk, deed);
  assert_attempts (fixture, id, 0);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_ATTEMPTS, NULL);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-18");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_SNOOZED_UNTIL, "2025-11-21T09:00");
}

/* A contact that was given to nobody is done by who advises the client, here on Fridays alone. */
static void
test_next_try_is_on_a_day_of_who_does_it (Fixture       *fixture,
                                          gconstpointer  data)
{
  const char *counsellor = work_add (fixture->desk, &loket_counsellor_kind,
                                     LOKET_COUNSELLOR_COUNSELLOR, "A05", LOKET_COUNSELLOR_ROLE,
                                     "counsellor", LOKET_COUNSELLOR_ACTIVE, "1",
                                     LOKET_COUNSELLOR_WEEK_DAYS, "5", -1);
  g_autoptr (LoketDeed) deed = NULL;
  const char *id;

  fixture->trajectory = work_add_trajectory (fixture->desk, fixture->client, counsellor);
  id = add_contact (fixture, "aftercare");
  deed = do_work (fixture, LOKET_ACT_MISS, id, NULL);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_PLANNED_ON, "2025-11-28");
}

static void
test_third_miss_closes (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *id = add_contact (fixture, "first_response");
  g_autoptr (LoketDeed) first = do_work (fixture, LOKET_ACT_MISS, id, NULL);
  g_autoptr (LoketDeed) second = do_work (fixture, LOKET_ACT_MISS, id, NULL);
  g_autoptr (LoketDeed) third = do_work (fixture, LOKET_ACT_MISS, id, NULL);

  assert_attempts (fixture, id, 3);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OUTCOME, "closed_not_reached");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, NULL);

  work_undo (fixture->desk, third);
  assert_attempts (fixture, id, 2);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OUTCOME, NULL);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-25");
}

static void
test_first_response (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *trajectory = work_add_trajectory (fixture->desk, fixture->client, NULL);
  const char *id = work_add (fixture->desk, &loket_contact_kind,
                             LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                             LOKET_CONTACT_KIND, "first_response",
                             LOKET_CONTACT_DUE_ON, "2025-11-18", -1);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_REACH, id, NULL);

  assert_value (fixture, &loket_trajectory_kind, trajectory, LOKET_TRAJECTORY_FIRST_RESPONSE_ON,
                WORK_TODAY);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  const char *id = work_add (fixture->desk, &loket_promise_kind,
                             LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                             LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                             LOKET_PROMISE_DUE_ON, "2025-11-18", -1);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_KEEP, id, NULL);

  assert_logged (fixture, deed, "promise.keep");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_DONE_ON, WORK_TODAY);
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_OUTCOME, "kept");
  assert_refused (fixture, LOKET_ACT_KEEP, id);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_OUTCOME, NULL);
}

static void
test_snooze_and_move (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *id = add_contact (fixture, "aftercare");
  g_autoptr (LoketDeed) snoozed = do_work (fixture, LOKET_ACT_SNOOZE, id, "2025-11-24T09:00");
  g_autoptr (LoketDeed) moved = NULL;

  /* Being reminded later leaves the date alone. */
  assert_logged (fixture, snoozed, "contact.snooze");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_SNOOZED_UNTIL, "2025-11-24T09:00");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-18");

  /* A Saturday becomes the Monday behind it; the first date stays. */
  moved = do_work (fixture, LOKET_ACT_MOVE, id, "2025-11-29");
  assert_logged (fixture, moved, "contact.move");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-12-01");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_DUE_ON, "2025-11-18");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_SNOOZED_UNTIL, NULL);

  work_undo (fixture->desk, moved);
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_OPEN_ON, "2025-11-18");
  assert_value (fixture, &loket_contact_kind, id, LOKET_CONTACT_SNOOZED_UNTIL, "2025-11-24T09:00");
}

static void
test_snooze_promise (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *id = work_add (fixture->desk, &loket_promise_kind,
                             LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                             LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                             LOKET_PROMISE_DUE_ON, "2025-11-20", -1);
  g_autoptr (LoketDeed) snoozed = do_work (fixture, LOKET_ACT_SNOOZE_PROMISE, id,
                                           "2025-11-24T09:00");
  g_autoptr (LoketDeed) kept = NULL;

  assert_logged (fixture, snoozed, "promise.snooze");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_SNOOZED_UNTIL, "2025-11-24T09:00");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_DUE_ON, "2025-11-20");
  work_undo (fixture->desk, snoozed);
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_SNOOZED_UNTIL, NULL);

  kept = do_work (fixture, LOKET_ACT_KEEP, id, NULL);
  assert_refused (fixture, LOKET_ACT_SNOOZE_PROMISE, id);
}

/* The date that was promised first is what "on time" is judged by. */
static void
test_move_promise (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *id = g_strdup (
    work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
              fixture->trajectory, LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
              LOKET_PROMISE_DUE_ON, "2025-11-20", -1));
  g_autofree char *contact = g_strdup (
    work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
              fixture->trajectory, LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON,
              "2025-11-20", LOKET_CONTACT_CAUSE, id, -1));
  g_autoptr (LoketDeed) moved = do_work (fixture, LOKET_ACT_MOVE_PROMISE, id, "2025-11-29");
  g_autoptr (LoketDeed) again = NULL;

  assert_logged (fixture, moved, "promise.move");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_DUE_ON, "2025-12-01");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_FIRST_DUE_ON, "2025-11-20");
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_OPEN_ON, "2025-12-01");

  again = do_work (fixture, LOKET_ACT_MOVE_PROMISE, id, "2025-12-03");
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_FIRST_DUE_ON, "2025-11-20");
  work_undo (fixture->desk, again);
  work_undo (fixture->desk, moved);
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_DUE_ON, "2025-11-20");
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_OPEN_ON, "2025-11-20");
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

static LoketWorkItem *
create_item (const char    *id,
             LoketWorkType  type,
             const char    *client_name)
{
  const LoketWork work = { .type = type, .record_id = (char *) id,
                           .client_name = (char *) client_name };

  return loket_work_item_new (&work);
}

static void
bulk_done_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LoketDeed *
do_to_all (Fixture       *fixture,
           LoketBulkAct   bulk,
           GPtrArray     *items,
           const char    *value,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_work_on_all_async (fixture->desk, bulk, items, value, NULL, bulk_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return loket_desk_act_finish (fixture->desk, result, error);
}

/* A contact and a promise change hands in one act, planning leaves them there, and one undo gives
 * both back. */
static void
test_all_are_handed_over (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *other = work_add_counsellor (fixture->desk, "A02", "counsellor");
  const char *contact = add_contact (fixture, "callback");
  const char *promise = work_add (fixture->desk, &loket_promise_kind,
                                  LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                                  LOKET_PROMISE_DUE_ON, "2025-11-19", -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) planned = NULL;
  g_autoptr (GError) error = NULL;
  LoketReplanned replanned;

  g_ptr_array_add (items, create_item (contact, LOKET_WORK_CONTACT, "Kees"));
  g_ptr_array_add (items, create_item (promise, LOKET_WORK_PROMISE, "Sanne"));
  deed = do_to_all (fixture, LOKET_BULK_ASSIGN, items, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_changed, ==, 2);

  planned = loket_desk_replan (fixture->desk, &replanned, &error);
  g_assert_no_error (error);
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_COUNSELLOR, other);
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_COUNSELLOR, other);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_contact_kind, contact, LOKET_CONTACT_COUNSELLOR, NULL);
  assert_value (fixture, &loket_promise_kind, promise, LOKET_PROMISE_COUNSELLOR, NULL);
}

/* One that was closed meanwhile holds back all of them, and is named. */
static void
test_all_or_none (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *open = add_contact (fixture, "callback");
  const char *closed = add_contact (fixture, "aftercare");
  g_autoptr (LoketDeed) reached = do_work (fixture, LOKET_ACT_REACH, closed, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, create_item (open, LOKET_WORK_CONTACT, "Kees"));
  g_ptr_array_add (items, create_item (closed, LOKET_WORK_CONTACT, "Ingrid & Zn"));
  deed = do_to_all (fixture, LOKET_BULK_MOVE, items, "2025-11-28", &error);
  g_assert_null (deed);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_true (g_str_has_prefix (error->message, "Ingrid & Zn: "));
  assert_value (fixture, &loket_contact_kind, open, LOKET_CONTACT_PLANNED_ON, NULL);
}

/* What is not needed any more is closed without having been kept. */
static void
test_drop_promise (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *id = work_add (fixture->desk, &loket_promise_kind,
                             LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                             LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                             LOKET_PROMISE_DUE_ON, "2025-11-19", -1);
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_DROP_PROMISE, id, NULL);

  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_OUTCOME, "cancelled");
  assert_refused (fixture, LOKET_ACT_DROP_PROMISE, id);

  work_undo (fixture->desk, deed);
  assert_value (fixture, &loket_promise_kind, id, LOKET_PROMISE_OUTCOME, NULL);
}

static const char *
add_contact_about (Fixture    *fixture,
                   const char *kind,
                   const char *test)
{
  return work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
                   fixture->trajectory, LOKET_CONTACT_KIND, kind, LOKET_CONTACT_DUE_ON,
                   "2025-11-18", LOKET_CONTACT_CAUSE, test, -1);
}

/* The open contact about a test; there is one at most. */
static LoketRecord *
load_open_contact (Fixture *fixture)
{
  g_autoptr (LoketWorklist) worklist = loket_desk_load_worklist (fixture->desk, FALSE, NULL);
  const LoketWorkGroup groups[] = { LOKET_WORK_GROUP_DUE, LOKET_WORK_GROUP_COMING };
  LoketRecord *found = NULL;

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      GPtrArray *items = worklist->groups[groups[g]];

      for (guint i = 0; i < items->len; i++)
        {
          g_assert_null (found);
          found = work_load (fixture->desk, &loket_contact_kind,
                             loket_work_item_get (items->pdata[i])->record_id);
        }
    }

  return found;
}

static void
assert_asked_after (Fixture    *fixture,
                    const char *kind,
                    const char *due_on)
{
  g_autoptr (LoketRecord) contact = load_open_contact (fixture);

  g_assert_nonnull (contact);
  g_assert_cmpstr (loket_record_get_text (contact, LOKET_CONTACT_KIND), ==, kind);
  g_assert_cmpstr (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), ==, due_on);
}

/* What is known of the test ends the contact that asked after it, and plans the next: nothing is
 * left for planning. The client was spoken to only when the result was discussed. */
static void
test_test_goes_on (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *id = work_add (fixture->desk, &loket_assessment_kind,
                             LOKET_ASSESSMENT_TRAJECTORY_NO, fixture->trajectory,
                             LOKET_ASSESSMENT_KIND, "interest",
                             LOKET_ASSESSMENT_REQUESTED_ON, "2025-11-03", -1);
  const char *pending = add_contact_about (fixture, "assessment_pending", id);
  g_autoptr (LoketRecord) none = NULL;
  g_autoptr (LoketRecord) debrief = NULL;
  g_autoptr (LoketDeed) taken = do_work (fixture, LOKET_ACT_TEST_TAKEN, id, NULL);
  g_autoptr (LoketDeed) again = NULL, result = NULL, discussed = NULL;

  assert_logged (fixture, taken, "assessment.take");
  assert_value (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, WORK_TODAY);
  assert_value (fixture, &loket_contact_kind, pending, LOKET_CONTACT_OUTCOME, "cancelled");
  assert_asked_after (fixture, "assessment_result", "2025-11-28");
  assert_refused (fixture, LOKET_ACT_TEST_TAKEN, id);

  work_undo (fixture->desk, taken);
  assert_value (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_TAKEN_ON, NULL);
  assert_asked_after (fixture, "assessment_pending", "2025-11-18");

  again = do_work (fixture, LOKET_ACT_TEST_TAKEN, id, NULL);
  result = do_work (fixture, LOKET_ACT_TEST_RESULT, id, NULL);
  assert_value (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_RESULT_ON, WORK_TODAY);
  assert_asked_after (fixture, "assessment_debrief", "2025-11-28");
  debrief = load_open_contact (fixture);

  discussed = do_work (fixture, LOKET_ACT_TEST_DISCUSSED, id, NULL);
  assert_value (fixture, &loket_assessment_kind, id, LOKET_ASSESSMENT_DISCUSSED_ON, WORK_TODAY);
  assert_value (fixture, &loket_contact_kind, loket_record_get_id (debrief),
                LOKET_CONTACT_OUTCOME, "reached");
  none = load_open_contact (fixture);
  g_assert_null (none);
  assert_refused (fixture, LOKET_ACT_TEST_RESULT, id);
}

static void
assert_act (const char *kind,
            const char *assessment_id,
            int         act)
{
  const LoketWork work = {
    .type = LOKET_WORK_CONTACT,
    .kind = (char *) kind,
    .record_id = (char *) "contact",
    .assessment_id = (char *) assessment_id,
  };

  g_assert_cmpint (loket_work_act_find_for_test (&work), ==, act);
  if (act >= 0)
    g_assert_cmpstr (loket_work_act_get_record ((LoketWorkAct) act, &work), ==, assessment_id);
  g_assert_cmpstr (loket_work_act_get_record (LOKET_ACT_MISS, &work), ==, "contact");
}

static void
test_asks_what_became_of_a_test (Fixture       *fixture,
                                 gconstpointer  data)
{
  assert_act ("assessment_pending", "test", LOKET_ACT_TEST_TAKEN);
  assert_act ("assessment_result", "test", LOKET_ACT_TEST_RESULT);
  assert_act ("assessment_debrief", "test", LOKET_ACT_TEST_DISCUSSED);
  assert_act ("assessment_debrief", NULL, -1);
  assert_act ("callback", NULL, -1);
}

/* A sign-up that is given to a colleague is taken, as if the colleague had done it. */
static void
test_sign_up_is_given (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *id = work_add_trajectory (fixture->desk, fixture->client, NULL);
  const char *other = work_add_counsellor (fixture->desk, "A02", "counsellor");
  g_autoptr (LoketDeed) deed = do_work (fixture, LOKET_ACT_TAKE, id, other);

  assert_value (fixture, &loket_trajectory_kind, id, LOKET_TRAJECTORY_COUNSELLOR, other);
  assert_refused (fixture, LOKET_ACT_TAKE, id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/work-acts/taking-makes-a-sign-up-mine", test_take);
  add_test ("/work-acts/responding-answers-a-sign-up", test_respond);
  add_test ("/work-acts/a-passed-appointment-gets-an-outcome", test_session);
  add_test ("/work-acts/a-session-answers-a-sign-up", test_session_answers_sign_up);
  add_test ("/work-acts/a-contact-ends-what-waited-for-it", test_contact_ends_what_waited_for_it);
  add_test ("/work-acts/closed-is-only-read", test_closed_is_only_read);
  add_test ("/work-acts/reaching-closes-a-contact", test_reach);
  add_test ("/work-acts/reaching-keeps-the-promise-to-call-back", test_reach_keeps_callback);
  add_test ("/work-acts/reaching-keeps-a-promise-for-the-weekend",
            test_reach_keeps_callback_of_weekend);
  add_test ("/work-acts/nameless-call-goes-with-its-promise",
            test_nameless_call_goes_with_its_promise);
  add_test ("/work-acts/the-third-miss-does-not-keep-a-promise", test_third_miss_ends_callback);
  add_test ("/work-acts/missing-keeps-a-contact-open", test_miss);
  add_test ("/work-acts/next-try-is-on-a-day-of-who-does-it",
            test_next_try_is_on_a_day_of_who_does_it);
  add_test ("/work-acts/the-third-miss-closes-a-contact", test_third_miss_closes);
  add_test ("/work-acts/a-first-contact-answers-a-sign-up", test_first_response);
  add_test ("/work-acts/the-first-contact-stays-the-answer", test_first_contact_stays_the_answer);
  add_test ("/work-acts/keeping-closes-a-promise", test_keep);
  add_test ("/work-acts/snoozing-is-not-moving", test_snooze_and_move);
  add_test ("/work-acts/snoozing-leaves-a-promise-its-date", test_snooze_promise);
  add_test ("/work-acts/another-date-keeps-the-promised-one", test_move_promise);
  add_test ("/work-acts/all-are-handed-over-and-stay-so", test_all_are_handed_over);
  add_test ("/work-acts/all-or-none", test_all_or_none);
  add_test ("/work-acts/a-dropped-promise-was-not-kept", test_drop_promise);
  add_test ("/work-acts/a-test-goes-on-and-its-contacts-with-it", test_test_goes_on);
  add_test ("/work-acts/asks-what-became-of-a-test", test_asks_what_became_of_a_test);
  add_test ("/work-acts/a-sign-up-is-given-to-a-colleague", test_sign_up_is_given);

  return g_test_run ();
}
