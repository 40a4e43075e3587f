/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groups by what the records say change when the records do: whoever has two releases must not
 * learn from their difference what one client answered. */

#include "loket-questionnaires.h"
#include "loket-release-act.h"
#include "loket-survey.h"
#include "loket-undo-act.h"
#include "survey-fixture.h"

#define N_CLIENTS     30
#define FIRST_NOWHERE 201

/* The first half has one session, the second two; beside them ten without a trajectory. */
static void
import_records (SurveyFixture *fixture)
{
  g_autoptr (GString) clients = g_string_new ("client_no,family_name\n");
  g_autoptr (GString) trajectories = g_string_new ("trajectory_no,client_no,opened_on,counsellor,"
                                                   "first_response_on\n");
  g_autoptr (GString) sessions = g_string_new ("session_no,trajectory_no,starts_at,minutes,"
                                               "state\n");

  for (guint i = 1; i <= N_CLIENTS + 1; i++)
    {
      g_string_append_printf (clients, "C%u,Jansen\n", i);
      g_string_append_printf (trajectories, "T%u,C%u,2023-02-06,A1,2023-02-07\n", i, i);
      g_string_append_printf (sessions, "S%u,T%u,2023-02-10T10:00,30,held\n", i, i);
      if (i > N_CLIENTS / 2)
        g_string_append_printf (sessions, "S%u,T%u,2023-02-17T10:00,20,held\n", i + 100, i);
    }
  survey_fixture_import (fixture, "counsellors", "counsellor,name\nA1,Joke\n");
  survey_fixture_import (fixture, "clients", clients->str);
  survey_fixture_import (fixture, "trajectories", trajectories->str);
  survey_fixture_import (fixture, "sessions", sessions->str);
}

/* @trajectory is that of the first; 0 for none. */
static void
import_responses (SurveyFixture *fixture,
                  guint          first,
                  guint          n,
                  guint          trajectory)
{
  g_autoptr (GString) csv =
      g_string_new ("respondent_id,year,month_sent,loket,counsellor,age_group,gender,education,"
                    "sessions,situation,test_taken,overall,website,reachability,opening_hours,"
                    "response_time,clarity,knowledge,tests,advice,aftercare,heard_via,"
                    "questions_brought,yield,done_since,next_steps,dissatisfied_about,remarks,"
                    "trajectory_no\n");

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *number = trajectory > 0 ? g_strdup_printf ("T%u", trajectory + i - first)
                                               : g_strdup ("");

      g_string_append_printf (csv, "R%u,2023,5,Noord,A1,27_50,male,mbo4,2,work,no,%u,8,8,8,8,8,8,"
                              ",8,no,other,which_work,know_what_fits,stayed_in_job,gather_info,"
                              ",,%s\n", i, 6 + i % 5, number);
    }
  survey_fixture_import (fixture, "responses", csv->str);
}

static void
set_up (SurveyFixture *fixture,
        gconstpointer  data)
{
  survey_fixture_set_up (fixture, data);
  import_records (fixture);
  import_responses (fixture, 1, N_CLIENTS, 1);
  import_responses (fixture, FIRST_NOWHERE, 10, 0);
}

static LoketRelease *
must_release (SurveyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, kto);
  g_autoptr (LoketFrame) frame = loket_survey_load (survey, &error);
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autoptr (LoketSummary) summary = NULL;
  LoketRelease *release;

  g_assert_no_error (error);
  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_add_by (request, "record_sessions", NULL));
  summary = loket_summary_new (frame, request);
  release = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF, &error);
  g_assert_no_error (error);

  return release;
}

/* Of the grades in all; 0 when they are hidden. */
static guint
get_shown (const LoketRelease *release,
           const char         *value)
{
  LoketSummary *summary = release->summary;

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      for (guint k = 0; g_str_equal (question->item->id, "overall") && k < question->groups->len;
           k++)
        {
          const LoketGroupSummary *group = g_ptr_array_index (question->groups, k);

          if (g_str_equal (loket_frame_get_group_value (summary->frame, &group->by, group->group),
                           value))
            return group->hidden ? 0 : group->n;
        }
    }
  g_assert_not_reached ();
}

static void
assert_shows (const LoketRelease *release,
              guint               one,
              guint               two,
              guint               nowhere)
{
  g_assert_cmpuint (get_shown (release, "1"), ==, one);
  g_assert_cmpuint (get_shown (release, "2"), ==, two);
  g_assert_cmpuint (get_shown (release, "no_trajectory"), ==, nowhere);
}

/* One client more with two sessions, one less with one: both differences are what he said. */
static void
test_hides_who_moved_between_bands (SurveyFixture *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketRelease) first = must_release (fixture);
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketRelease) again = NULL;

  assert_shows (first, 15, 15, 10);
  survey_fixture_import (fixture, "sessions", "session_no,trajectory_no,starts_at,minutes,state\n"
                                              "S201,T1,2023-02-24T10:00,20,held\n");
  second = must_release (fixture);
  assert_shows (second, 0, 0, 10);
  again = must_release (fixture);
  assert_shows (again, 0, 0, 10);
}

static void
test_shows_what_was_taken_back (SurveyFixture *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketRelease) first = must_release (fixture);
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketRelease) third = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  survey_fixture_import (fixture, "sessions", "session_no,trajectory_no,starts_at,minutes,state\n"
                                              "S201,T1,2023-02-24T10:00,20,held\n");
  second = must_release (fixture);
  assert_shows (second, 0, 0, 10);
  deed = loket_desk_undo (fixture->desk, fixture->act, NULL);
  g_assert_nonnull (deed);
  third = must_release (fixture);
  assert_shows (third, 15, 15, 10);
}

/* Five who moved at once are enough to hide among. */
static void
test_shows_where_five_moved (SurveyFixture *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketRelease) first = must_release (fixture);
  g_autoptr (LoketRelease) second = NULL;

  survey_fixture_import (fixture, "sessions", "session_no,trajectory_no,starts_at,minutes,state\n"
                                              "S201,T1,2023-02-24T10:00,20,held\n"
                                              "S202,T2,2023-02-24T10:00,20,held\n"
                                              "S203,T3,2023-02-24T10:00,20,held\n"
                                              "S204,T4,2023-02-24T10:00,20,held\n"
                                              "S205,T5,2023-02-24T10:00,20,held\n");
  second = must_release (fixture);
  assert_shows (second, 10, 20, 10);
}

/* What had no trajectory at first, and what has none any more. */
static void
test_hides_who_got_a_trajectory (SurveyFixture *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketRelease) first = must_release (fixture);
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketRelease) third = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  import_responses (fixture, FIRST_NOWHERE, 1, N_CLIENTS + 1);
  second = must_release (fixture);
  assert_shows (second, 15, 0, 0);
  deed = loket_desk_undo (fixture->desk, fixture->act, NULL);
  g_assert_nonnull (deed);
  third = must_release (fixture);
  assert_shows (third, 15, 15, 10);
}

/* What was removed was in a band, and not without a trajectory: six others do not hide it. */
static void
test_knows_the_band_of_what_was_removed (SurveyFixture *fixture,
                                         gconstpointer  data)
{
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  import_responses (fixture, N_CLIENTS + 1, 1, N_CLIENTS + 1);
  first = must_release (fixture);
  assert_shows (first, 15, 16, 10);
  deed = loket_desk_undo (fixture->desk, fixture->act, NULL);
  g_assert_nonnull (deed);
  import_responses (fixture, FIRST_NOWHERE + 10, 6, 0);
  second = must_release (fixture);
  g_assert_cmpuint (get_shown (second, "2"), ==, 0);
}

#define ADD(path, test) \
  g_test_add (path, SurveyFixture, NULL, set_up, test, survey_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/release-facts/hides-who-moved-between-bands", test_hides_who_moved_between_bands);
  ADD ("/release-facts/shows-what-was-taken-back", test_shows_what_was_taken_back);
  ADD ("/release-facts/shows-where-five-moved", test_shows_where_five_moved);
  ADD ("/release-facts/hides-who-got-a-trajectory", test_hides_who_got_a_trajectory);
  ADD ("/release-facts/knows-the-band-of-what-was-removed",
       test_knows_the_band_of_what_was_removed);

  return g_test_run ();
}
