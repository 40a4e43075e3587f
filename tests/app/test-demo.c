/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The made-up office keeps the rules that real ones keep, and today looks like an ordinary day. */

#include "demo-fixture.h"

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-backup.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-counsellor.h"
#include "loket-error.h"
#include "loket-invitation.h"
#include "loket-office.h"
#include "loket-promise.h"
#include "loket-response.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-working-days.h"

#include <stdlib.h>
#include <string.h>

#define FRIDAY "2025-11-21T10:40"

/* A Friday, a Monday at eight, the Tuesday after Easter, an evening, a Saturday, Christmas. */
static const char *const moments[] = {
  FRIDAY, "2026-11-23T08:05", "2026-04-07T13:20", "2026-06-18T17:45", "2026-11-21T14:10",
  "2026-12-25T11:00",
};

static const char *
get (LoketRecord *record,
     guint        field)
{
  return loket_record_get_text (record, field);
}

static gboolean
is (LoketRecord *record,
    guint        field,
    const char  *value)
{
  return g_str_equal (get (record, field), value);
}

static void
test_refuses_store_with_clients (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, 5);
  const LoketDemoOptions options = { .seed = 1, .n_clients = 5, .n_years = 2 };
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_make_demo (fixture->desk, &options, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "5 clients"));
}

static void
test_makes_as_many_clients_as_wanted (void)
{
  static const guint numbers[] = { 1, 40, 41, 130 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, numbers[i]);
      g_autoptr (GPtrArray) clients = demo_fixture_load (fixture, &loket_client_kind);

      g_assert_cmpuint (clients->len, ==, numbers[i]);
    }
}

static void
test_passes_the_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (DemoFixture) fixture = demo_fixture_new (moments[i], i, 200);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = loket_desk_check (fixture->desk, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < problems->len; k++)
        g_test_message ("%s", (char *) problems->pdata[k]);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_same_seed_makes_same_office (void)
{
  g_autoptr (DemoFixture) first = demo_fixture_new (FRIDAY, 7, 200);
  g_autoptr (DemoFixture) again = demo_fixture_new (FRIDAY, 7, 200);
  g_autoptr (DemoFixture) other = demo_fixture_new (FRIDAY, 8, 200);
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *same = NULL;
      g_autofree char *different = NULL;

      if (kinds[i]->plural == NULL)
        continue;

      text = demo_fixture_export (first, kinds[i]);
      same = demo_fixture_export (again, kinds[i]);
      different = demo_fixture_export (other, kinds[i]);
      g_assert_cmpstr (text, ==, same);
      if (kinds[i] != &loket_counsellor_kind)
        g_assert_cmpstr (text, !=, different);
    }
}

/* Attempts are in no file. */
static void
test_same_seed_makes_same_attempts (void)
{
  g_autoptr (DemoFixture) first = demo_fixture_new (FRIDAY, 7, 200);
  g_autoptr (DemoFixture) again = demo_fixture_new (FRIDAY, 7, 200);
  g_autoptr (GPtrArray) attempts = demo_fixture_load (first, &loket_attempt_kind);
  g_autoptr (GPtrArray) same = demo_fixture_load (again, &loket_attempt_kind);

  g_assert_cmpuint (attempts->len, ==, same->len);
  for (guint i = 0; i < same->len; i++)
    {
      g_assert_cmpstr (get (attempts->pdata[i], LOKET_ATTEMPT_AT), ==,
                       get (same->pdata[i], LOKET_ATTEMPT_AT));
      g_assert_cmpstr (get (attempts->pdata[i], LOKET_ATTEMPT_OUTCOME), ==,
                       get (same->pdata[i], LOKET_ATTEMPT_OUTCOME));
    }
}

static void
test_office_has_a_team (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, 10);
  g_autoptr (GPtrArray) counsellors = demo_fixture_load (fixture, &loket_counsellor_kind);
  guint n_leads = 0;

  g_assert_cmpuint (counsellors->len, ==, 6);
  for (guint i = 0; i < counsellors->len; i++)
    n_leads += loket_counsellor_is_team_lead (counsellors->pdata[i]) ? 1 : 0;
  g_assert_cmpuint (n_leads, ==, 1);
  g_assert_cmpstr (get (counsellors->pdata[0], LOKET_COUNSELLOR_NAME), ==, "Marieke de Wit");
}

static void
test_no_contact_is_due_on_a_day_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (DemoFixture) fixture = demo_fixture_new (moments[i], i, 200);
      g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);

      g_assert_cmpuint (contacts->len, >, 300);
      for (guint k = 0; k < contacts->len; k++)
        {
          const char *planned_on = loket_record_get_value (contacts->pdata[k],
                                                           LOKET_CONTACT_PLANNED_ON);

          g_assert_true (loket_working_days_is_working_day (NULL, get (contacts->pdata[k],
                                                                       LOKET_CONTACT_DUE_ON)));
          g_assert_true (planned_on == NULL
                         || loket_working_days_is_working_day (NULL, planned_on));
        }
    }
}

/* Contacts and promises of the counsellor that are due, and sessions, all of one counsellor. */
typedef struct
{
  guint n_appointments;
  guint n_without_outcome;
  guint n_overdue;
  guint n_today;
  guint n_week;
} Day;

static void
count_due (Day        *day,
           const char *due_on,
           const char *today)
{
  LoketDateText week = loket_working_days_add (NULL, today, 5);

  if (strcmp (due_on, today) < 0)
    day->n_overdue++;
  else if (g_str_equal (due_on, today))
    day->n_today++;
  else if (strcmp (due_on, week.text) <= 0)
    day->n_week++;
}

static void
count_contacts (DemoFixture *fixture,
                const char  *counsellor,
                const char  *today,
                Day         *day)
{
  g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);
  g_autoptr (GPtrArray) promises = demo_fixture_load (fixture, &loket_promise_kind);
  g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
  g_autoptr (GHashTable) by_id = demo_fixture_index (trajectories);

  for (guint i = 0; i < contacts->len; i++)
    {
      const char *open_on = loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_OPEN_ON);

      if (open_on != NULL && is (contacts->pdata[i], LOKET_CONTACT_COUNSELLOR, counsellor))
        count_due (day, open_on, today);
    }

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *promise = promises->pdata[i];
      LoketRecord *trajectory = g_hash_table_lookup (by_id,
                                                     get (promise, LOKET_PROMISE_TRAJECTORY_NO));

      /* A promise to call back is there as a contact. */
      if (is (promise, LOKET_PROMISE_DONE_ON, "") && is (promise, LOKET_PROMISE_BY, "counsellor")
          && !is (promise, LOKET_PROMISE_KIND, "callback")
          && is (trajectory, LOKET_TRAJECTORY_COUNSELLOR, counsellor))
        count_due (day, get (promise, LOKET_PROMISE_DUE_ON), today);
    }
}

static void
count_appointments (DemoFixture *fixture,
                    const char  *counsellor,
                    const char  *moment,
                    Day         *day)
{
  g_autoptr (GPtrArray) sessions = demo_fixture_load (fixture, &loket_session_kind);

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];
      const char *starts_at = get (session, LOKET_SESSION_STARTS_AT);

      if (!is (session, LOKET_SESSION_COUNSELLOR, counsellor))
        continue;

      if (strncmp (starts_at, moment, LOKET_DATE_LENGTH) == 0)
        day->n_appointments++;
      if (is (session, LOKET_SESSION_STATE, "planned") && strcmp (starts_at, moment) < 0)
        day->n_without_outcome++;
    }
}

static void
test_today_of_A001_is_an_ordinary_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments) * 2; i++)
    {
      const char *moment = moments[i / 2];
      g_autofree char *today = g_strndup (moment, LOKET_DATE_LENGTH);
      gboolean is_open = loket_working_days_is_working_day (NULL, today);
      g_autoptr (DemoFixture) fixture = demo_fixture_new (moment, i, i % 2 == 0 ? 1200 : 200);
      g_autofree char *counsellor = demo_fixture_dup_counsellor (fixture, "A001");
      Day day = { 0 };

      count_appointments (fixture, counsellor, moment, &day);
      count_contacts (fixture, counsellor, today, &day);

      g_assert_cmpuint (day.n_appointments, ==, 3);
      g_assert_cmpuint (day.n_without_outcome, ==, strcmp (moment + 11, "09:30") > 0 ? 1 : 0);
      g_assert_cmpuint (day.n_overdue, ==, 2);
      /* On a day off nothing is due. */
      g_assert_cmpuint (day.n_today, ==, is_open ? 3 : 0);
      g_assert_cmpuint (day.n_week, >=, 3);
      g_assert_cmpuint (day.n_week, <=, 25);
    }
}

static void
test_few_sign_ups_wait_for_a_counsellor (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 3, 1200);
  g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
  guint n_waiting = 0;

  for (guint i = 0; i < trajectories->len; i++)
    {
      if (!is (trajectories->pdata[i], LOKET_TRAJECTORY_COUNSELLOR, ""))
        continue;
      n_waiting++;
      g_assert_cmpstr (get (trajectories->pdata[i], LOKET_TRAJECTORY_FIRST_RESPONSE_ON), ==, "");
      g_assert_cmpstr (get (trajectories->pdata[i], LOKET_TRAJECTORY_CLOSED_ON), ==, "");
    }

  g_assert_cmpuint (n_waiting, >=, 1);
  g_assert_cmpuint (n_waiting, <=, 3);
}

/* Whether @due_on is one of the dates that the rules give for after-care. */
static gboolean
is_aftercare_date (LoketRecord *trajectory,
                   const char  *due_on)
{
  static const int weeks[] = { 6, 2, 12, 26 };
  guint n_weeks = is (trajectory, LOKET_TRAJECTORY_AFTERCARE, "yes_longer") ? 4 : 1;
  const char *closed_on = get (trajectory, LOKET_TRAJECTORY_CLOSED_ON);

  for (guint i = 0; i < n_weeks; i++)
    {
      LoketDateText date = loket_working_days_add_weeks (NULL, closed_on, weeks[i]);

      if (g_str_equal (date.text, due_on))
        return TRUE;
    }

  return FALSE;
}

static void
check_due_date (LoketRecord *contact,
                LoketRecord *trajectory)
{
  const char *due_on = get (contact, LOKET_CONTACT_DUE_ON);
  LoketDateText response = loket_working_days_add (NULL, get (trajectory,
                                                              LOKET_TRAJECTORY_OPENED_ON), 3);

  if (is (contact, LOKET_CONTACT_KIND, "first_response"))
    g_assert_cmpstr (due_on, ==, response.text);
  if (is (contact, LOKET_CONTACT_KIND, "aftercare"))
    g_assert_true (is_aftercare_date (trajectory, due_on));
}

static void
test_contacts_follow_the_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (DemoFixture) fixture = demo_fixture_new (moments[i], i, 400);
      g_autoptr (GPtrArray) clients = demo_fixture_load (fixture, &loket_client_kind);
      g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
      g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);
      g_autoptr (GHashTable) clients_by_id = demo_fixture_index (clients);
      g_autoptr (GHashTable) by_id = demo_fixture_index (trajectories);

      for (guint k = 0; k < contacts->len; k++)
        {
          LoketRecord *contact = contacts->pdata[k];
          LoketRecord *trajectory = g_hash_table_lookup (by_id, get (contact,
                                                                     LOKET_CONTACT_TRAJECTORY_NO));
          LoketRecord *client = g_hash_table_lookup (clients_by_id,
                                                     get (trajectory, LOKET_TRAJECTORY_CLIENT_NO));
          gboolean is_open = !is (contact, LOKET_CONTACT_OPEN_ON, "");
          gboolean is_closed = !is (trajectory, LOKET_TRAJECTORY_CLOSED_ON, "");

          check_due_date (contact, trajectory);
          g_assert_false (is_open && loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT));
          g_assert_false (is_open && is_closed
                          && !is (contact, LOKET_CONTACT_KIND, "aftercare"));
        }
    }
}

static void
test_closed_trajectories_are_complete (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 5, 1200);
  g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
  g_autoptr (GPtrArray) promises = demo_fixture_load (fixture, &loket_promise_kind);
  g_autoptr (GHashTable) by_id = demo_fixture_index (trajectories);
  guint n_closed = 0;

  for (guint i = 0; i < trajectories->len; i++)
    {
      gboolean is_closed = !is (trajectories->pdata[i], LOKET_TRAJECTORY_CLOSED_ON, "");

      n_closed += is_closed ? 1 : 0;
      g_assert_cmpint (is (trajectories->pdata[i], LOKET_TRAJECTORY_OUTCOME, ""), ==, !is_closed);
      g_assert_cmpint (is (trajectories->pdata[i], LOKET_TRAJECTORY_AFTERCARE, ""), ==,
                       !is_closed);
    }
  g_assert_cmpuint (n_closed, >, trajectories->len * 8 / 10);

  for (guint i = 0; i < promises->len; i++)
    {
      LoketRecord *trajectory = g_hash_table_lookup (by_id, get (promises->pdata[i],
                                                                 LOKET_PROMISE_TRAJECTORY_NO));

      g_assert_false (is (promises->pdata[i], LOKET_PROMISE_DONE_ON, "")
                      && is (promises->pdata[i], LOKET_PROMISE_BY, "counsellor")
                      && !is (trajectory, LOKET_TRAJECTORY_CLOSED_ON, ""));
    }
}

/* Remembers the latest date of each trajectory. */
static void
note_date (GHashTable *dates,
           const char *trajectory,
           const char *date)
{
  const char *known = g_hash_table_lookup (dates, trajectory);

  if (known == NULL || strcmp (known, date) < 0)
    g_hash_table_insert (dates, (gpointer) trajectory, (gpointer) date);
}

static void
test_nobody_is_forgotten (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 9, 1200);
  g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
  g_autoptr (GPtrArray) sessions = demo_fixture_load (fixture, &loket_session_kind);
  g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);
  g_autoptr (GHashTable) dates = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sessions->len; i++)
    note_date (dates, get (sessions->pdata[i], LOKET_SESSION_TRAJECTORY_NO),
               get (sessions->pdata[i], LOKET_SESSION_STARTS_AT));
  for (guint i = 0; i < contacts->len; i++)
    {
      if (is (contacts->pdata[i], LOKET_CONTACT_OUTCOME, "reached"))
        note_date (dates, get (contacts->pdata[i], LOKET_CONTACT_TRAJECTORY_NO),
                   get (contacts->pdata[i], LOKET_CONTACT_DONE_ON));
      else if (!is (contacts->pdata[i], LOKET_CONTACT_OPEN_ON, ""))
        note_date (dates, get (contacts->pdata[i], LOKET_CONTACT_TRAJECTORY_NO), "2999-01-01");
    }

  for (guint i = 0; i < trajectories->len; i++)
    {
      const char *last = g_hash_table_lookup (dates, loket_record_get_id (trajectories->pdata[i]));

      if (!is (trajectories->pdata[i], LOKET_TRAJECTORY_CLOSED_ON, ""))
        continue;
      g_assert_nonnull (last);
      g_assert_cmpint (loket_working_days_count_between (NULL, last, FRIDAY), <, 30);
    }
}

static void
test_every_kind_of_work_is_there (void)
{
  static const char *const kinds[] = {
    "first_response", "callback", "assessment_pending", "assessment_result",
    "assessment_debrief", "aftercare", "stalled",
  };
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 2, 1200);
  g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_snoozed = 0, n_moved = 0;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (is (contacts->pdata[i], LOKET_CONTACT_OPEN_ON, ""))
        continue;
      g_hash_table_add (open, (gpointer) get (contacts->pdata[i], LOKET_CONTACT_KIND));
      n_snoozed += is (contacts->pdata[i], LOKET_CONTACT_SNOOZED_UNTIL, "") ? 0 : 1;
      n_moved += is (contacts->pdata[i], LOKET_CONTACT_PLANNED_ON, "") ? 0 : 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_true (g_hash_table_contains (open, kinds[i]));
  g_assert_cmpuint (n_snoozed, >, 0);
  g_assert_cmpuint (n_moved, >, 0);
}

static void
test_attempts_are_counted (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 4, 400);
  g_autoptr (GPtrArray) contacts = demo_fixture_load (fixture, &loket_contact_kind);
  g_autoptr (GPtrArray) attempts = demo_fixture_load (fixture, &loket_attempt_kind);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < attempts->len; i++)
    {
      const char *contact = get (attempts->pdata[i], LOKET_ATTEMPT_CONTACT_NO);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, contact));

      g_hash_table_insert (counts, (gpointer) contact, GINT_TO_POINTER (count + 1));
    }

  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];
      gpointer count = g_hash_table_lookup (counts, loket_record_get_id (contact));

      g_assert_cmpint (loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS), ==,
                       GPOINTER_TO_INT (count));
      if (is (contact, LOKET_CONTACT_OUTCOME, "closed_not_reached"))
        g_assert_cmpint (GPOINTER_TO_INT (count), ==, 3);
    }
}

static void
test_published_survey_is_whole (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, 50);
  g_autoptr (GPtrArray) responses = demo_fixture_load (fixture, &loket_response_kind);
  g_autoptr (GPtrArray) invitations = demo_fixture_load (fixture, &loket_invitation_kind);
  g_autoptr (GHashTable) offices = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_2022 = 0, n_2023 = 0;
  int n_invited = 0;

  for (guint i = 0; i < responses->len; i++)
    {
      const char *month = get (responses->pdata[i], LOKET_RESPONSE_MONTH);

      n_2022 += g_str_has_prefix (month, "2022") ? 1 : 0;
      if (!g_str_has_prefix (month, "2023"))
        continue;
      n_2023++;
      g_hash_table_add (offices, (gpointer) get (responses->pdata[i], LOKET_RESPONSE_LOKET));
    }
  for (guint i = 0; i < invitations->len; i++)
    {
      if (!g_str_has_prefix (get (invitations->pdata[i], LOKET_INVITATION_MONTH), "2023"))
        continue;
      n_invited += loket_record_get_integer (invitations->pdata[i], LOKET_INVITATION_SENT);
      g_assert_cmpstr (get (invitations->pdata[i], LOKET_INVITATION_LOKET), ==, "");
    }

  g_assert_cmpuint (n_2022, ==, 960);
  g_assert_cmpuint (n_2023, ==, 2159);
  g_assert_cmpuint (g_hash_table_size (offices), ==, 34);
  g_assert_cmpint (n_invited, ==, 11046);
}

static void
test_own_responses_belong_to_trajectories (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, 1200);
  g_autoptr (GPtrArray) responses = demo_fixture_load (fixture, &loket_response_kind);
  g_autoptr (GPtrArray) invitations = demo_fixture_load (fixture, &loket_invitation_kind);
  g_autoptr (GPtrArray) trajectories = demo_fixture_load (fixture, &loket_trajectory_kind);
  g_autoptr (GHashTable) by_id = demo_fixture_index (trajectories);
  int n_own = 0, n_invited = 0;

  for (guint i = 0; i < responses->len; i++)
    {
      const char *month = get (responses->pdata[i], LOKET_RESPONSE_MONTH);
      LoketRecord *trajectory;

      if (strcmp (month, "2024") < 0)
        continue;
      n_own++;
      g_assert_cmpstr (get (responses->pdata[i], LOKET_RESPONSE_LOKET), ==, "Rivierenland");
      trajectory = g_hash_table_lookup (by_id, get (responses->pdata[i],
                                                    LOKET_RESPONSE_TRAJECTORY_NO));
      g_assert_nonnull (trajectory);
      g_assert_cmpint (strncmp (get (trajectory, LOKET_TRAJECTORY_OPENED_ON), month, 7), <, 0);
    }
  for (guint i = 0; i < invitations->len; i++)
    {
      if (strcmp (get (invitations->pdata[i], LOKET_INVITATION_MONTH), "2024") > 0)
        n_invited += loket_record_get_integer (invitations->pdata[i], LOKET_INVITATION_SENT);
    }

  g_assert_cmpint (n_own, >, 80);
  g_assert_cmpint (n_invited, >, 4 * n_own);
  g_assert_cmpint (n_invited, <, 7 * n_own);
}

static void
note_progress (double   fraction,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_tells_how_far_it_is (void)
{
  g_autoptr (DemoFixture) fixture = demo_fixture_new (FRIDAY, 1, 0);
  double last = 0;
  const LoketDemoOptions options = { 1, 1200, 2, note_progress, &last };
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_make_demo (fixture->desk, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (last, >, 0.5);
  g_assert_cmpuint (deed->n_created, >, 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/demo/refuses-store-with-clients", test_refuses_store_with_clients);
  g_test_add_func ("/demo/makes-as-many-clients-as-wanted", test_makes_as_many_clients_as_wanted);
  g_test_add_func ("/demo/passes-the-check", test_passes_the_check);
  g_test_add_func ("/demo/same-seed-makes-same-office", test_same_seed_makes_same_office);
  g_test_add_func ("/demo/same-seed-makes-same-attempts", test_same_seed_makes_same_attempts);
  g_test_add_func ("/demo/office-has-a-team", test_office_has_a_team);
  g_test_add_func ("/demo/no-contact-is-due-on-a-day-off", test_no_contact_is_due_on_a_day_off);
  g_test_add_func ("/demo/today-of-A001-is-an-ordinary-day",
                   test_today_of_A001_is_an_ordinary_day);
  g_test_add_func ("/demo/few-sign-ups-wait-for-a-counsellor",
                   test_few_sign_ups_wait_for_a_counsellor);
  g_test_add_func ("/demo/contacts-follow-the-rules", test_contacts_follow_the_rules);
  g_test_add_func ("/demo/closed-trajectories-are-complete",
                   test_closed_trajectories_are_complete);
  g_test_add_func ("/demo/nobody-is-forgotten", test_nobody_is_forgotten);
  g_test_add_func ("/demo/every-kind-of-work-is-there", test_every_kind_of_work_is_there);
  g_test_add_func ("/demo/attempts-are-counted", test_attempts_are_counted);
  g_test_add_func ("/demo/published-survey-is-whole", test_published_survey_is_whole);
  g_test_add_func ("/demo/own-responses-belong-to-trajectories",
                   test_own_responses_belong_to_trajectories);
  g_test_add_func ("/demo/tells-how-far-it-is", test_tells_how_far_it_is);

  return g_test_run ();
}
