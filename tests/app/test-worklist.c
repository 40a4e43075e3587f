/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * In which group and in which order work stands, and how it stands, at a given moment. */

#include "loket-contact.h"
#include "loket-counts.h"
#include "loket-digest.h"
#include "loket-late-work.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-work-state.h"
#include "loket-worklist.h"
#include "work-fixture.h"

#define MOST_ELSEWHERE 4

static LoketWorkItem *
create_item (LoketWorkType  type,
             const char    *id,
             const char    *at)
{
  const LoketWork work = {
    .type = type,
    .record_id = (char *) id,
    .client_name = (char *) id,
    .at = (char *) at,
    .due_on = type == LOKET_WORK_CONTACT ? (char *) at : NULL,
    .kind = type == LOKET_WORK_CONTACT ? (char *) "callback" : NULL,
  };

  return loket_work_item_new (&work);
}

static void
assert_group (LoketWorkType   type,
              const char     *at,
              const char     *snoozed_until,
              LoketWorkGroup  group)
{
  const LoketWork work = {
    .type = type,
    .at = (char *) at,
    .snoozed_until = (char *) snoozed_until,
  };

  g_assert_cmpint (loket_work_get_group (&work, NULL, WORK_NOW), ==, group);
}

static void
test_groups_by_date (void)
{
  assert_group (LOKET_WORK_CONTACT, "2025-11-20", NULL, LOKET_WORK_GROUP_DUE);
  assert_group (LOKET_WORK_CONTACT, "2025-11-21", NULL, LOKET_WORK_GROUP_DUE);
  assert_group (LOKET_WORK_CONTACT, "2025-11-22", NULL, LOKET_WORK_GROUP_COMING);
  /* The fifth working day after a Friday. */
  assert_group (LOKET_WORK_PROMISE, "2025-11-28", NULL, LOKET_WORK_GROUP_COMING);
  assert_group (LOKET_WORK_PROMISE, "2025-11-29", NULL, LOKET_WORK_GROUP_LATER);
  assert_group (LOKET_WORK_APPOINTMENT, "2025-11-21T16:00", NULL, LOKET_WORK_GROUP_APPOINTMENTS);
  assert_group (LOKET_WORK_APPOINTMENT, "2025-11-03T16:00", NULL, LOKET_WORK_GROUP_APPOINTMENTS);
  assert_group (LOKET_WORK_APPOINTMENT, "2025-11-24T09:00", NULL, LOKET_WORK_GROUP_COMING);
}

static void
test_groups_what_waits (void)
{
  const LoketWork stalled = {
    .type = LOKET_WORK_CONTACT,
    .kind = (char *) "stalled",
    .due_on = (char *) "2025-11-10",
    .at = (char *) "2025-11-10",
  };

  assert_group (LOKET_WORK_UNTAKEN, "2025-01-01", NULL, LOKET_WORK_GROUP_UNTAKEN);
  assert_group (LOKET_WORK_ASSESSMENT, "2025-01-01", NULL, LOKET_WORK_GROUP_WAITING);
  /* The first response is due on the third working day. */
  assert_group (LOKET_WORK_SIGN_UP, "2025-11-19", NULL, LOKET_WORK_GROUP_WAITING);
  assert_group (LOKET_WORK_SIGN_UP, "2025-11-18", NULL, LOKET_WORK_GROUP_DUE);
  g_assert_cmpint (loket_work_get_group (&stalled, NULL, WORK_NOW), ==, LOKET_WORK_GROUP_WAITING);
}

static void
test_puts_snoozed_where_it_wakes (void)
{
  assert_group (LOKET_WORK_CONTACT, "2025-11-18", "2025-11-21T15:00", LOKET_WORK_GROUP_DUE);
  assert_group (LOKET_WORK_CONTACT, "2025-11-18", "2025-11-24T09:00", LOKET_WORK_GROUP_COMING);
  assert_group (LOKET_WORK_CONTACT, "2025-11-18", "2025-12-24T09:00", LOKET_WORK_GROUP_LATER);
  assert_group (LOKET_WORK_CONTACT, "2025-11-18", "2025-11-20T09:00", LOKET_WORK_GROUP_DUE);
  assert_group (LOKET_WORK_CONTACT, "2026-03-02", "2025-11-24T09:00", LOKET_WORK_GROUP_COMING);
  assert_group (LOKET_WORK_CONTACT, "2026-03-02", "2025-11-20T09:00", LOKET_WORK_GROUP_COMING);
  assert_group (LOKET_WORK_CONTACT, "2026-03-02", "2025-12-24T09:00", LOKET_WORK_GROUP_LATER);
}

static void
test_orders_longest_waiting_first (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LoketWorklist) worklist = NULL;
  static const char *const expected[] = { "oldest", "anna", "bert", "snoozed" };
  const LoketWork snoozed = {
    .type = LOKET_WORK_CONTACT,
    .record_id = (char *) "snoozed",
    .client_name = (char *) "snoozed",
    .kind = (char *) "callback",
    .due_on = (char *) "2025-11-03",
    .at = (char *) "2025-11-03",
    .snoozed_until = (char *) "2025-11-21T15:00",
  };

  g_ptr_array_add (items, create_item (LOKET_WORK_CONTACT, "bert", "2025-11-20"));
  g_ptr_array_add (items, loket_work_item_new (&snoozed));
  g_ptr_array_add (items, create_item (LOKET_WORK_PROMISE, "anna", "2025-11-20"));
  g_ptr_array_add (items, create_item (LOKET_WORK_CONTACT, "oldest", "2025-11-04"));
  g_ptr_array_add (items, create_item (LOKET_WORK_CONTACT, "far away", "2026-11-04"));

  worklist = loket_worklist_new (items, NULL, WORK_NOW);

  g_assert_cmpuint (worklist->groups[LOKET_WORK_GROUP_DUE]->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LoketWorkItem *item = worklist->groups[LOKET_WORK_GROUP_DUE]->pdata[i];

      g_assert_cmpstr (loket_work_item_get (item)->record_id, ==, expected[i]);
    }
  g_assert_cmpuint (worklist->n_late, ==, 3);
}

static void
assert_state (LoketWork         work,
              LoketWorkStanding standing,
              int               amount)
{
  LoketWorkState state = loket_work_get_state (&work, NULL, WORK_NOW);

  g_assert_cmpint (state.standing, ==, standing);
  g_assert_cmpint (state.amount, ==, amount);
}

#define CONTACT(...) \
  (LoketWork) { .type = LOKET_WORK_CONTACT, .kind = (char *) "aftercare", __VA_ARGS__ }
#define APPOINTMENT(moment) \
  (LoketWork) { .type = LOKET_WORK_APPOINTMENT, .at = (char *) (moment) }

static void
test_counts_lateness_in_working_days (void)
{
  assert_state (CONTACT (.at = (char *) "2025-11-21"), LOKET_WORK_DUE, 0);
  assert_state (CONTACT (.at = (char *) "2025-11-20"), LOKET_WORK_LATE, 1);
  assert_state (CONTACT (.at = (char *) "2025-11-14"), LOKET_WORK_LATE, 5);
  assert_state (CONTACT (.at = (char *) "2025-11-24"), LOKET_WORK_COMING, 3);
}

static void
test_tells_moved_from_snoozed (void)
{
  assert_state (CONTACT (.at = (char *) "2025-11-24", .due_on = (char *) "2025-11-14"),
                LOKET_WORK_MOVED, 3);
  assert_state (CONTACT (.at = (char *) "2025-11-14", .due_on = (char *) "2025-11-14",
                         .snoozed_until = (char *) "2025-11-21T15:00"),
                LOKET_WORK_SNOOZED, 0);
  assert_state (CONTACT (.at = (char *) "2025-11-14", .due_on = (char *) "2025-11-14",
                         .snoozed_until = (char *) "2025-11-21T10:40"),
                LOKET_WORK_LATE, 5);
  assert_state (CONTACT (.at = (char *) "2025-11-18", .done_on = (char *) "2025-11-18"),
                LOKET_WORK_DONE, 0);
}

static void
test_asks_outcome_an_hour_after_the_start (void)
{
  assert_state (APPOINTMENT ("2025-11-21T11:00"), LOKET_WORK_SOON, 20);
  assert_state (APPOINTMENT ("2025-11-21T10:40"), LOKET_WORK_GOING_ON, 0);
  assert_state (APPOINTMENT ("2025-11-21T09:41"), LOKET_WORK_GOING_ON, -59);
  assert_state (APPOINTMENT ("2025-11-21T09:40"), LOKET_WORK_OVER, -60);
  assert_state (APPOINTMENT ("2025-11-24T09:00"), LOKET_WORK_COMING, 3);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **finished = user_data;

  *finished = g_object_ref (result);
}

static LoketWorklist *
load_worklist (LoketDesk *desk,
               gboolean   everybody)
{
  g_autoptr (GAsyncResult) finished = NULL;
  g_autoptr (GError) error = NULL;
  LoketWorklist *worklist;

  loket_desk_load_worklist_async (desk, everybody, MOST_ELSEWHERE, NULL, loaded_cb, &finished);
  while (finished == NULL)
    g_main_context_iteration (NULL, TRUE);
  worklist = loket_desk_load_worklist_finish (desk, finished, &error);
  g_assert_no_error (error);

  return worklist;
}

static guint
count (LoketWorklist  *worklist,
       LoketWorkGroup  group)
{
  return worklist->groups[group]->len;
}

/* Of each type one for me, one for a colleague; and one sign-up that nobody has taken. */
static const char *
fill_desk (LoketDesk *desk)
{
  const char *colleague = work_add_counsellor (desk, "A02", "counsellor");
  const char *me = work_add_counsellor (desk, "A01", "team_lead");
  const char *owners[] = { me, colleague };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      const char *client = work_add_client (desk, "Kees", i == 0 ? "Mijn" : "Ander");
      const char *trajectory = work_add_trajectory (desk, client, owners[i]);

      /* A contact without a counsellor is the trajectory's. */
      work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2025-11-18", -1);
      work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2025-11-25",
                LOKET_CONTACT_COUNSELLOR, owners[i], -1);
      work_add (desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, trajectory,
                LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                LOKET_PROMISE_DUE_ON, WORK_TODAY, -1);
      work_add (desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, trajectory,
                LOKET_PROMISE_BY, "client", LOKET_PROMISE_KIND, "send",
                LOKET_PROMISE_DUE_ON, WORK_TODAY, -1);
      work_add (desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, trajectory,
                LOKET_SESSION_STARTS_AT, "2025-11-21T09:30", LOKET_SESSION_COUNSELLOR, owners[i],
                LOKET_SESSION_STATE, "planned", -1);
      work_add (desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, trajectory,
                LOKET_SESSION_STARTS_AT, "2025-11-21T11:00", LOKET_SESSION_COUNSELLOR, owners[i],
                LOKET_SESSION_STATE, "planned", -1);
    }

  return work_add_trajectory (desk, work_add_client (desk, "Youssef", "El Amrani"), NULL);
}

static void
test_reads_own_work (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *sign_up = fill_desk (desk);
  g_autoptr (LoketWorklist) worklist = load_worklist (desk, FALSE);
  const LoketWork *late;

  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_UNTAKEN), ==, 1);
  g_assert_cmpstr (loket_work_item_get (worklist->groups[LOKET_WORK_GROUP_UNTAKEN]->pdata[0])
                     ->record_id, ==, sign_up);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_APPOINTMENTS), ==, 2);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_DUE), ==, 2);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_COMING), ==, 1);
  g_assert_cmpuint (worklist->n_late, ==, 1);
  g_assert_true (worklist->has_clients);

  late = loket_work_item_get (worklist->groups[LOKET_WORK_GROUP_DUE]->pdata[0]);
  g_assert_cmpstr (late->client_name, ==, "Kees Mijn");
  g_assert_cmpstr (late->phone, ==, "06-12345678");
  g_assert_cmpstr (late->counsellor_name, ==, "A01");

  work_close_desk (desk);
}

static void
test_reads_everybodys_work (void)
{
  LoketDesk *desk = work_open_desk ();
  g_autoptr (LoketWorklist) worklist = NULL;

  fill_desk (desk);
  worklist = load_worklist (desk, TRUE);

  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_UNTAKEN), ==, 1);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_APPOINTMENTS), ==, 4);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_DUE), ==, 4);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_COMING), ==, 2);

  work_close_desk (desk);
}

/* Two weeks later, what the colleague left lying shows at the team lead: all but what is just late;
 * and not at another counsellor. A reminder that was put off changes nothing about that. */
static void
test_team_lead_sees_what_is_too_late (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *colleague = work_add_counsellor (desk, "A02", "counsellor");
  const char *me = work_add_counsellor (desk, "A01", "team_lead");
  const char *trajectory = work_add_trajectory (desk, work_add_client (desk, "Kees", "Ander"),
                                                colleague);
  static const char *const due[] = { "2025-11-13", "2025-11-14" };
  g_autoptr (LoketWorklist) mine = NULL;
  g_autoptr (LoketWorklist) others = NULL;
  const LoketWork *late;

  for (guint i = 0; i < G_N_ELEMENTS (due); i++)
    {
      work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, due[i],
                LOKET_CONTACT_SNOOZED_UNTIL, "2025-11-28T09:00", -1);
      work_add (desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, trajectory,
                LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                LOKET_PROMISE_DUE_ON, due[i], -1);
    }
  /* Taken, and not answered for longer than is agreed on and for less. */
  work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
            work_add_client (desk, "Rob", "Zonder"), LOKET_TRAJECTORY_OPENED_ON, "2025-11-06",
            LOKET_TRAJECTORY_COUNSELLOR, colleague, -1);
  work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
            work_add_client (desk, "Rob", "Optijd"), LOKET_TRAJECTORY_OPENED_ON, "2025-11-11",
            LOKET_TRAJECTORY_COUNSELLOR, colleague, -1);

  mine = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (mine, LOKET_WORK_GROUP_ELSEWHERE), ==, 3);
  late = loket_work_item_get (mine->groups[LOKET_WORK_GROUP_ELSEWHERE]->pdata[0]);
  g_assert_cmpstr (late->client_name, ==, "Rob Zonder");
  late = loket_work_item_get (mine->groups[LOKET_WORK_GROUP_ELSEWHERE]->pdata[1]);
  g_assert_cmpstr (late->at, ==, "2025-11-13");
  g_assert_cmpstr (late->counsellor_id, ==, colleague);
  g_assert_nonnull (me);

  work_add_counsellor (desk, "A03", "counsellor");
  others = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (others, LOKET_WORK_GROUP_ELSEWHERE), ==, 0);
  work_close_desk (desk);
}

/* After-care in a trajectory without a counsellor stands with who takes what nobody does, and is
 * not counted once more among what waits too long with others. */
static void
test_team_lead_sees_what_nobody_has (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *trajectory = work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
                                     work_add_client (desk, "Kees", "Niemand"),
                                     LOKET_TRAJECTORY_OPENED_ON, "2025-10-01",
                                     LOKET_TRAJECTORY_CLOSED_ON, "2025-10-20", -1);
  g_autoptr (LoketWorklist) counsellors = NULL;
  g_autoptr (LoketWorklist) leads = NULL;

  work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
            LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2025-11-03", -1);
  work_add_counsellor (desk, "A01", "counsellor");
  counsellors = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (counsellors, LOKET_WORK_GROUP_DUE), ==, 1);

  work_add_counsellor (desk, "A02", "team_lead");
  leads = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (leads, LOKET_WORK_GROUP_DUE), ==, 1);
  g_assert_cmpuint (count (leads, LOKET_WORK_GROUP_ELSEWHERE), ==, 0);

  work_add_counsellor (desk, "A03", "counsellor");
  loket_worklist_free (g_steal_pointer (&counsellors));
  counsellors = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (counsellors, LOKET_WORK_GROUP_DUE), ==, 0);
  work_close_desk (desk);
}

/* However many there are, all are counted, and those that wait longest are read: of contacts and
 * promises alike, and not those of which the team lead knows anyhow. */
static void
test_all_that_is_too_late_is_counted (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *colleague = work_add_counsellor (desk, "A02", "counsellor");
  const char *me = work_add_counsellor (desk, "A01", "team_lead");
  const char *owners[] = { me, colleague };
  static const char *const expected[] = { "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06" };
  g_autoptr (LoketWorklist) worklist = NULL;

  for (guint i = 0; i < 12; i++)
    {
      const char *trajectory = work_add_trajectory (desk, work_add_client (desk, "Kees", "Ander"),
                                                    owners[i % 2]);
      LoketDateText day = loket_date_add_days ("2025-10-01", (int) i / 2);
      LoketDateText due = loket_working_days_move_on (NULL, day.text);

      if (i % 4 < 2)
        work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
                  LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, due.text, -1);
      else
        work_add (desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, trajectory,
                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                  LOKET_PROMISE_DUE_ON, due.text, -1);
    }
  /* A sign-up that nobody has taken stands on top already. */
  work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
            work_add_trajectory (desk, work_add_client (desk, "Youssef", "El Amrani"), NULL),
            LOKET_CONTACT_KIND, "first_response", LOKET_CONTACT_DUE_ON, "2025-10-01", -1);

  worklist = load_worklist (desk, FALSE);
  g_assert_cmpuint (worklist->n_elsewhere, ==, 6);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_ELSEWHERE), ==, MOST_ELSEWHERE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LoketWorkItem *item = worklist->groups[LOKET_WORK_GROUP_ELSEWHERE]->pdata[i];

      g_assert_cmpstr (loket_work_item_get (item)->at, ==, expected[i]);
      g_assert_cmpstr (loket_work_item_get (item)->counsellor_id, ==, colleague);
    }

  work_close_desk (desk);
}

/* The first response is due on the third working day: from the next on it is a matter for the team
 * lead, and so is a late first contact; not so what a colleague took. */
static void
test_untaken_escalates_at_once (void)
{
  LoketDesk *desk = work_open_desk ();
  static const char *const opened[] = { "2025-11-14", "2025-11-17", "2025-11-18" };
  const LoketWork contact = {
    .type = LOKET_WORK_CONTACT,
    .kind = (char *) "first_response",
    .at = (char *) "2025-11-20",
  };
  LoketWork taken = contact, untaken = contact;
  g_autoptr (LoketWorklist) worklist = NULL;

  work_add_counsellor (desk, "A01", "counsellor");
  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
              work_add_client (desk, "Youssef", "El Amrani"), LOKET_TRAJECTORY_OPENED_ON,
              opened[i], -1);

  worklist = load_worklist (desk, FALSE);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_UNTAKEN), ==, 3);
  g_assert_cmpuint (worklist->n_escalated[LOKET_WORK_GROUP_UNTAKEN], ==, 2);

  taken.counsellor_id = (char *) "a";
  g_assert_true (loket_work_is_escalated (&contact, NULL, WORK_NOW));
  g_assert_false (loket_work_is_escalated (&taken, NULL, WORK_NOW));
  /* What was due on Friday is late by no working day on Saturday, for loketctl due as well. */
  untaken.at = (char *) WORK_TODAY;
  g_assert_false (loket_work_is_escalated (&untaken, NULL, "2025-11-22T10:00"));
  g_assert_true (loket_work_is_escalated (&untaken, NULL, "2025-11-24T08:00"));
  work_close_desk (desk);
}

/* However far away it is due, a reminder that was put off comes. */
static void
test_what_is_due_later_wakes (void)
{
  LoketDesk *desk = work_open_desk ();
  const char *me = work_add_counsellor (desk, "A01", "counsellor");
  const char *trajectory = work_add_trajectory (desk, work_add_client (desk, "Kees", "Later"), me);
  static const char *const wakes[] = { "2025-11-21T09:00", "2025-11-24T09:00",
                                       "2025-12-24T09:00", NULL };
  g_autoptr (LoketWorklist) worklist = NULL;
  g_autoptr (LoketDigest) digest = NULL;
  g_auto (GStrv) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wakes); i++)
    work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, trajectory,
              LOKET_CONTACT_KIND, "aftercare", LOKET_CONTACT_DUE_ON, "2026-03-02",
              LOKET_CONTACT_COUNSELLOR, me, LOKET_CONTACT_SNOOZED_UNTIL, wakes[i], -1);
  work_add (desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO, trajectory,
            LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
            LOKET_PROMISE_DUE_ON, "2026-03-03", LOKET_PROMISE_SNOOZED_UNTIL, wakes[0], -1);

  worklist = load_worklist (desk, FALSE);
  found = loket_worklist_dup_wakes (worklist);
  digest = loket_digest_new (worklist, NULL);
  g_assert_cmpuint (count (worklist, LOKET_WORK_GROUP_COMING), ==, 3);
  g_assert_cmpuint (g_strv_length (found), ==, 3);
  g_assert_cmpuint (digest->n_today, ==, 2);
  work_close_desk (desk);
}

/* The contact that was planned for it is the same work. */
static void
test_untaken_stands_once (void)
{
  LoketDesk *desk = work_open_desk ();
  g_autoptr (LoketWorklist) everybodys = NULL;

  work_add_counsellor (desk, "A01", "counsellor");
  work_add (desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
            work_add_trajectory (desk, work_add_client (desk, "Youssef", "El Amrani"), NULL),
            LOKET_CONTACT_KIND, "first_response", LOKET_CONTACT_DUE_ON, "2025-11-06", -1);

  everybodys = load_worklist (desk, TRUE);
  g_assert_cmpuint (count (everybodys, LOKET_WORK_GROUP_UNTAKEN), ==, 1);
  g_assert_cmpuint (count (everybodys, LOKET_WORK_GROUP_DUE), ==, 0);
  work_close_desk (desk);
}

static void
test_finds_nothing_at_an_empty_desk (void)
{
  LoketDesk *desk = work_open_desk ();
  g_autoptr (LoketWorklist) worklist = load_worklist (desk, TRUE);

  g_assert_false (worklist->has_clients);
  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    g_assert_cmpuint (count (worklist, i), ==, 0);

  work_close_desk (desk);
}

static void
test_counts_what_asks_for_work (void)
{
  LoketDesk *desk = work_open_desk ();
  g_autoptr (GAsyncResult) finished = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree LoketCounts *counts = NULL;
  /* The first response is due on the third working day. */
  static const char *const opened[] = { "2025-11-18", "2025-11-19" };

  fill_desk (desk);
  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    work_add (desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
              work_add_client (desk, "Rob", "Wachtend"), LOKET_TRAJECTORY_OPENED_ON, opened[i],
              LOKET_TRAJECTORY_COUNSELLOR, loket_desk_get_counsellor_id (desk), -1);
  loket_desk_load_counts_async (desk, NULL, loaded_cb, &finished);
  while (finished == NULL)
    g_main_context_iteration (NULL, TRUE);
  counts = loket_desk_load_counts_finish (desk, finished, &error);

  /* The sign-ups, the appointment of 9:30, the late contact and the promise. */
  g_assert_no_error (error);
  g_assert_cmpuint (counts->today, ==, 5);
  g_assert_cmpuint (counts->aftercare, ==, 2);

  g_clear_object (&finished);
  work_close_desk (desk);
}

/* Who asks for help does not wait until a counsellor works who is there on Mondays only. */
static void
test_sign_up_is_due_by_the_days_of_the_office (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();
  LoketWork work = { .type = LOKET_WORK_SIGN_UP, .counsellor_id = "anna", .at = "2026-11-02" };

  loket_rules_add_counsellor (rules, "anna", "1", TRUE, FALSE);
  g_assert_cmpstr (loket_work_get_due (&work, rules).text, ==, "2026-11-05");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/worklist/team-lead-sees-what-is-too-late",
                   test_team_lead_sees_what_is_too_late);
  g_test_add_func ("/worklist/team-lead-sees-what-nobody-has",
                   test_team_lead_sees_what_nobody_has);
  g_test_add_func ("/worklist/all-that-is-too-late-is-counted",
                   test_all_that_is_too_late_is_counted);
  g_test_add_func ("/worklist/untaken-escalates-at-once", test_untaken_escalates_at_once);
  g_test_add_func ("/worklist/what-is-due-later-wakes", test_what_is_due_later_wakes);
  g_test_add_func ("/worklist/untaken-stands-once", test_untaken_stands_once);
  g_test_add_func ("/worklist/groups-by-date", test_groups_by_date);
  g_test_add_func ("/worklist/groups-what-waits", test_groups_what_waits);
  g_test_add_func ("/worklist/puts-snoozed-where-it-wakes", test_puts_snoozed_where_it_wakes);
  g_test_add_func ("/worklist/orders-longest-waiting-first", test_orders_longest_waiting_first);
  g_test_add_func ("/worklist/reads-own-work", test_reads_own_work);
  g_test_add_func ("/worklist/reads-everybodys-work", test_reads_everybodys_work);
  g_test_add_func ("/worklist/finds-nothing-at-an-empty-desk", test_finds_nothing_at_an_empty_desk);
  g_test_add_func ("/work-state/counts-lateness-in-working-days",
                   test_counts_lateness_in_working_days);
  g_test_add_func ("/work-state/sign-up-is-due-by-the-days-of-the-office",
                   test_sign_up_is_due_by_the_days_of_the_office);
  g_test_add_func ("/work-state/tells-moved-from-snoozed", test_tells_moved_from_snoozed);
  g_test_add_func ("/work-state/asks-outcome-an-hour-after-the-start",
                   test_asks_outcome_an_hour_after_the_start);
  g_test_add_func ("/counts/counts-what-asks-for-work", test_counts_what_asks_for_work);

  return g_test_run ();
}
