/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The timeline of a client: in which order, and in which words. */

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-event-filter.h"
#include "loket-event-list.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "work-fixture.h"

typedef struct
{
  LoketDesk *desk;
  const char *client;
  const char *trajectory;
  LoketDossier *dossier;
  GListModel *events;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *counsellor;

  fixture->desk = work_open_desk ();
  counsellor = work_add_counsellor (fixture->desk, "A001", "counsellor");
  fixture->client = work_add_client (fixture->desk, "Ali", "Demir");
  fixture->trajectory = work_add_trajectory (fixture->desk, fixture->client, counsellor);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->events);
  g_clear_object (&fixture->dossier);
  work_close_desk (fixture->desk);
}

static void
dossier_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->dossier = loket_desk_load_dossier_finish (LOKET_DESK (object), result, &error);
  g_assert_no_error (error);
}

static void
load_events (Fixture *fixture)
{
  loket_desk_load_dossier_async (fixture->desk, fixture->client, NULL, dossier_loaded_cb, fixture);
  while (fixture->dossier == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->events = loket_event_list_new (fixture->dossier, loket_desk_get_codes (fixture->desk));
}

static void
assert_event (Fixture    *fixture,
              guint       position,
              const char *title,
              const char *date,
              gboolean    is_open)
{
  g_autoptr (LoketEvent) event = g_list_model_get_item (fixture->events, position);

  g_assert_nonnull (event);
  g_assert_cmpstr (loket_event_get_title (event), ==, title);
  g_assert_cmpstr (loket_event_get_date (event), ==, date);
  g_assert_cmpint (loket_event_is_open (event), ==, is_open);
}

static void
add_session (Fixture    *fixture,
             const char *starts_at,
             const char *state,
             const char *minutes,
             const char *note)
{
  work_add (fixture->desk, &loket_session_kind,
            LOKET_SESSION_TRAJECTORY_NO, fixture->trajectory,
            LOKET_SESSION_STARTS_AT, starts_at, LOKET_SESSION_STATE, state,
            LOKET_SESSION_CHANNEL, "phone", LOKET_SESSION_MINUTES, minutes,
            LOKET_SESSION_NOTE_CLIENT, note, -1);
}

static void
add_promise (Fixture    *fixture,
             const char *by,
             const char *due_on,
             const char *done_on,
             const char *outcome,
             const char *text)
{
  work_add (fixture->desk, &loket_promise_kind,
            LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory, LOKET_PROMISE_BY, by,
            LOKET_PROMISE_KIND, "send", LOKET_PROMISE_MADE_ON, "2025-11-10",
            LOKET_PROMISE_DUE_ON, due_on, LOKET_PROMISE_DONE_ON, done_on,
            LOKET_PROMISE_OUTCOME, outcome, LOKET_PROMISE_TEXT, text, -1);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  add_session (fixture, "2025-11-10T10:00", "held", "45", NULL);
  add_session (fixture, "2025-11-12T10:00", "held", "30", NULL);
  add_session (fixture, "2025-11-28T10:00", "planned", NULL, NULL);
  add_promise (fixture, "counsellor", "2025-11-24", NULL, NULL, "Folder");
  load_events (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (fixture->events), ==, 5);
  assert_event (fixture, 0, "Promised: Folder", "2025-11-24", TRUE);
  assert_event (fixture, 1, "Appointment, by telephone", "2025-11-28T10:00", TRUE);
  assert_event (fixture, 2, "Session, by telephone, 30 minutes", "2025-11-12T10:00", FALSE);
  assert_event (fixture, 3, "Session, by telephone, 45 minutes", "2025-11-10T10:00", FALSE);
  assert_event (fixture, 4, "Signed up", "2025-11-03", FALSE);
}

static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (LoketEvent) event = NULL;

  add_session (fixture, "2025-11-10T10:00", "no_show", NULL, "First line\nsecond line");
  add_session (fixture, "2025-11-11T10:00", "cancelled", NULL, NULL);
  load_events (fixture);

  assert_event (fixture, 0, "Session cancelled, by telephone", "2025-11-11T10:00", FALSE);
  assert_event (fixture, 1, "Did not come to the session, by telephone", "2025-11-10T10:00",
                FALSE);
  event = g_list_model_get_item (fixture->events, 1);
  g_assert_cmpstr (loket_event_get_subtitle (event), ==, "First line");
  g_assert_cmpint (loket_event_get_kind (event), ==, LOKET_EVENT_SESSION);
}

static void
test_promises (Fixture       *fixture,
               gconstpointer  data)
{
  add_promise (fixture, "counsellor", "2025-11-14", "2025-11-13", "kept", "Folder");
  add_promise (fixture, "client", "2025-11-12", "2025-11-12", "kept", "Bring a CV");
  load_events (fixture);

  assert_event (fixture, 0, "Promise kept: Folder", "2025-11-13", FALSE);
  assert_event (fixture, 1, "The client will: Bring a CV", "2025-11-12", FALSE);
}

static void
test_assessments (Fixture       *fixture,
                  gconstpointer  data)
{
  work_add (fixture->desk, &loket_assessment_kind,
            LOKET_ASSESSMENT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_ASSESSMENT_KIND, "interest",
            LOKET_ASSESSMENT_REQUESTED_ON, "2025-11-05",
            LOKET_ASSESSMENT_TAKEN_ON, "2025-11-07",
            LOKET_ASSESSMENT_RESULT_ON, "2025-11-12", -1);
  load_events (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (fixture->events), ==, 5);
  assert_event (fixture, 0, "Interest test: result in", "2025-11-12", TRUE);
  assert_event (fixture, 1, "Result of the interest test came in", "2025-11-12", FALSE);
  assert_event (fixture, 2, "Interest test taken", "2025-11-07", FALSE);
  assert_event (fixture, 3, "Interest test asked for", "2025-11-05", FALSE);
}

static void
test_contacts (Fixture       *fixture,
               gconstpointer  data)
{
  work_add (fixture->desk, &loket_contact_kind,
            LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, "2025-11-14",
            LOKET_CONTACT_PLANNED_ON, "2025-11-25", LOKET_CONTACT_ATTEMPTS, "1", -1);
  work_add (fixture->desk, &loket_contact_kind,
            LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "first_response", LOKET_CONTACT_DUE_ON, "2025-11-06",
            LOKET_CONTACT_DONE_ON, "2025-11-05", LOKET_CONTACT_OUTCOME, "reached", -1);
  load_events (fixture);

  assert_event (fixture, 0, "Call back", "2025-11-25", TRUE);
  assert_event (fixture, 1, "First response: Reached", "2025-11-05", FALSE);
}

static void
add_call (Fixture    *fixture,
          const char *text,
          const char *due_on,
          const char *done_on,
          const char *outcome)
{
  work_add (fixture->desk, &loket_promise_kind,
            LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory, LOKET_PROMISE_BY, "counsellor",
            LOKET_PROMISE_KIND, "callback", LOKET_PROMISE_MADE_ON, "2025-11-10",
            LOKET_PROMISE_DUE_ON, due_on, LOKET_PROMISE_DONE_ON, done_on,
            LOKET_PROMISE_OUTCOME, outcome, LOKET_PROMISE_TEXT, text, -1);
}

static void
add_callback (Fixture    *fixture,
              const char *due_on,
              const char *done_on,
              const char *outcome)
{
  work_add (fixture->desk, &loket_contact_kind,
            LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, due_on,
            LOKET_CONTACT_DONE_ON, done_on, LOKET_CONTACT_OUTCOME, outcome, -1);
}

static void
test_promised_call (Fixture       *fixture,
                    gconstpointer  data)
{
  const LoketEventFilter promises = { .kinds = LOKET_EVENT_PROMISE };
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (LoketEvent) open = NULL;
  g_autoptr (LoketEvent) done = NULL;

  add_call (fixture, "Ask the school", "2025-11-24", NULL, NULL);
  add_callback (fixture, "2025-11-24", NULL, NULL);
  add_call (fixture, "The licence", "2025-11-14", "2025-11-13", "kept");
  add_callback (fixture, "2025-11-14", "2025-11-13", "reached");
  /* Nobody calls any more, but this was promised. */
  add_call (fixture, "The allowance", "2025-11-26", NULL, NULL);
  add_callback (fixture, "2025-11-26", "2025-11-12", "cancelled");
  load_events (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (fixture->events), ==, 5);
  assert_event (fixture, 0, "Promised: Ask the school", "2025-11-24", TRUE);
  assert_event (fixture, 1, "Promised: The allowance", "2025-11-26", TRUE);
  assert_event (fixture, 2, "Call back: Reached", "2025-11-13", FALSE);
  assert_event (fixture, 3, "Call back: Cancelled", "2025-11-12", FALSE);
  open = g_list_model_get_item (fixture->events, 0);
  g_assert_cmpint (loket_event_get_kind (open), ==, LOKET_EVENT_CONTACT);
  g_assert_cmpstr (loket_event_get_subtitle (open), ==, "By Monday 24 November at the latest");
  done = g_list_model_get_item (fixture->events, 2);
  g_assert_cmpstr (loket_event_get_subtitle (done), ==, "The licence");
  shown = loket_event_filter_apply (&promises, fixture->events);
  g_assert_cmpuint (shown->len, ==, 3);
}

static void
assert_subtitle (Fixture    *fixture,
                 guint       position,
                 const char *subtitle)
{
  g_autoptr (LoketEvent) event = g_list_model_get_item (fixture->events, position);

  g_assert_cmpstr (loket_event_get_subtitle (event), ==, subtitle);
}

/* Neither the day nor the note hides what came of calling before. */
static void
test_call_in_vain (Fixture       *fixture,
                   gconstpointer  data)
{
  add_call (fixture, "Ask the school", "2025-11-24", NULL, NULL);
  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, "2025-11-24",
            LOKET_CONTACT_NOTE, "Works until five\nin Zwolle", LOKET_CONTACT_ATTEMPTS, "2", -1);
  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2025-11-25",
            LOKET_CONTACT_NOTE, "Has a new job", LOKET_CONTACT_ATTEMPTS, "1", -1);
  load_events (fixture);

  assert_event (fixture, 0, "Promised: Ask the school", "2025-11-24", TRUE);
  assert_subtitle (fixture, 0, "By Monday 24 November at the latest, Works until five, 2 attempts");
  assert_subtitle (fixture, 1, "Has a new job, 1 attempt");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/event/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("open-ones-first-then-the-latest", test_order);
  ADD ("says-how-a-session-went", test_sessions);
  ADD ("says-whose-promise-and-what-became-of-it", test_promises);
  ADD ("tells-each-stage-of-a-test", test_assessments);
  ADD ("says-what-a-contact-is-for", test_contacts);
  ADD ("a-promised-call-stands-there-once", test_promised_call);
  ADD ("a-call-in-vain-keeps-its-note", test_call_in_vain);
#undef ADD

  return g_test_run ();
}
