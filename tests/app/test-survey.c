/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Responses are loaded once, and again only when they changed. */

#include "loket-survey.h"

#include "loket-closure.h"
#include "loket-office.h"
#include "loket-questionnaires.h"
#include "loket-save-act.h"
#include "loket-survey-choices.h"
#include "loket-undo-act.h"
#include "survey-fixture.h"

#include <string.h>

static LoketSurvey *
create_survey (SurveyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);

  g_assert_no_error (error);

  return loket_survey_new (fixture->desk, kto);
}

static LoketFrame *
load (LoketSurvey *survey)
{
  g_autoptr (GError) error = NULL;
  LoketFrame *frame = loket_survey_load (survey, &error);

  g_assert_no_error (error);

  return frame;
}

static void
test_loads_what_was_imported (SurveyFixture *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) frame = NULL;

  survey_fixture_import_all (fixture);
  frame = load (survey);

  g_assert_cmpuint (loket_frame_get_n_rows (frame), ==, 960 + 2159);
  g_assert_cmpuint (loket_frame_get_invited (frame)->len, ==, 11);
}

static void
test_empty_store_gives_empty_frame (SurveyFixture *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) frame = load (survey);

  g_assert_cmpuint (loket_frame_get_n_rows (frame), ==, 0);
}

static void
save_office (SurveyFixture *fixture)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_office_kind);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_OFFICE_NAME, "Regio 99");
  deed = loket_desk_save (fixture->desk, "office.save", draft, &error);
  g_assert_no_error (error);
}

static void
test_other_acts_keep_the_frame (SurveyFixture *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) before = NULL;
  g_autoptr (LoketFrame) after = NULL;

  survey_fixture_import_file (fixture, "responses_2022.csv");
  before = load (survey);
  save_office (fixture);
  after = load (survey);

  g_assert_true (before == after);
}

static void
test_new_responses_give_a_new_frame (SurveyFixture *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) before = NULL;
  g_autoptr (LoketFrame) between = NULL;
  g_autoptr (LoketFrame) after = NULL;

  survey_fixture_import_file (fixture, "responses_2022.csv");
  before = load (survey);
  survey_fixture_import_file (fixture, "responses_2023.csv");
  between = load (survey);
  survey_fixture_import_invited (fixture);
  after = load (survey);

  g_assert_cmpuint (loket_frame_get_n_rows (before), ==, 960);
  g_assert_cmpuint (loket_frame_get_n_rows (between), ==, 960 + 2159);
  g_assert_cmpuint (loket_frame_get_invited (after)->len, ==, 11);
}

/* A changed response is no newer row: only the change log tells. */
static void
test_changed_response_gives_a_new_frame (SurveyFixture *fixture,
                                         gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) before = NULL;
  g_autoptr (LoketFrame) after = NULL;
  g_autofree char *csv = NULL;

  survey_fixture_import_file (fixture, "responses_2022.csv");
  before = load (survey);
  csv = survey_fixture_read_file ("responses_2022.csv");
  memcpy (strstr (csv, "Regio 0"), "Regio X", strlen ("Regio X"));
  survey_fixture_import (fixture, "responses", csv);
  after = load (survey);

  g_assert_true (before != after);
  g_assert_cmpuint (loket_frame_get_n_rows (after), ==, 960);
  g_assert_cmpuint (loket_names_get_size (loket_frame_get_office_names (after)), ==,
                    loket_names_get_size (loket_frame_get_office_names (before)) + 1);
}

/* A sign-up on Friday, answered on Tuesday; three sessions of which one is later than the survey, a
 * test whose result took seven working days, a promise for a Saturday that was kept on Monday. */
static void
import_trajectory (SurveyFixture *fixture)
{
  survey_fixture_import (fixture, "counsellors", "counsellor,name\nA1,Joke\n");
  survey_fixture_import (fixture, "clients", "client_no,family_name\nC1,Jansen\n");
  survey_fixture_import (fixture, "trajectories",
                         "trajectory_no,client_no,opened_on,counsellor,first_response_on\n"
                         "T1,C1,2023-02-03,A1,2023-02-07\n");
  survey_fixture_import (fixture, "sessions",
                         "session_no,trajectory_no,starts_at,minutes,state\n"
                         "S1,T1,2023-02-10T10:00,60,held\n"
                         "S2,T1,2023-05-31T10:00,75,held\n"
                         "S3,T1,2023-06-01T10:00,60,held\n"
                         "S4,T1,2023-03-01T10:00,,no_show\n");
  survey_fixture_import (fixture, "assessments",
                         "assessment_no,trajectory_no,kind,requested_on,taken_on,result_on\n"
                         "B1,T1,competence,2023-02-13,2023-02-20,2023-03-01\n");
  survey_fixture_import (fixture, "promises",
                         "promise_no,trajectory_no,by,kind,due_on,made_on,done_on,outcome\n"
                         "P1,T1,counsellor,send,2023-03-04,2023-03-01,2023-03-06,kept\n"
                         "P2,T1,client,send,2023-03-04,2023-03-01,,\n");
  survey_fixture_import (fixture, "responses",
                         "respondent_id,year,month_sent,loket,counsellor,age_group,gender,"
                         "education,sessions,situation,test_taken,overall,website,reachability,"
                         "opening_hours,response_time,clarity,knowledge,tests,advice,aftercare,"
                         "heard_via,questions_brought,yield,done_since,next_steps,"
                         "dissatisfied_about,remarks,trajectory_no\n"
                         "R1,2023,5,Noord,A1,27_50,male,mbo4,2,work,no,8,8,8,8,8,8,8,,8,no,other,"
                         "which_work,know_what_fits,stayed_in_job,gather_info,,,T1\n"
                         "R2,2023,5,Noord,A1,27_50,male,mbo4,2,work,no,8,8,8,8,8,8,8,,8,no,other,"
                         "which_work,know_what_fits,stayed_in_job,gather_info,,,\n");
}

static void
assert_band (LoketFrame *frame,
             gsize       row,
             LoketFact   fact,
             const char *band)
{
  guint code = loket_frame_get_fact_column (frame, fact)[row];

  g_assert_cmpstr (loket_item_get_option (loket_fact_get_item (fact), code - 1)->code, ==, band);
}

static void
test_knows_the_trajectory_at_the_time (SurveyFixture *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) frame = NULL;

  import_trajectory (fixture);
  frame = load (survey);

  g_assert_true (loket_frame_has_facts (frame));
  assert_band (frame, 0, LOKET_FACT_SESSIONS, "2");
  assert_band (frame, 0, LOKET_FACT_MINUTES, "120_240");
  assert_band (frame, 0, LOKET_FACT_TESTS, "1");
  assert_band (frame, 0, LOKET_FACT_RESPONSE, "2_3");
  assert_band (frame, 0, LOKET_FACT_RESULT, "6_10");
  assert_band (frame, 0, LOKET_FACT_PROMISES, "kept");
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    assert_band (frame, 1, i, "no_trajectory");
}

static LoketDeed *
close_office (SurveyFixture *fixture,
              const char    *day)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_closure_kind);
  g_autoptr (GError) error = NULL;
  LoketDeed *deed;

  loket_draft_set_value (draft, LOKET_CLOSURE_FROM, day);
  loket_draft_set_value (draft, LOKET_CLOSURE_UNTIL, day);
  deed = loket_desk_save (fixture->desk, "closure.save", draft, &error);
  g_assert_no_error (error);

  return deed;
}

/* Seven working days to the result, and two of them closed: five. */
static void
test_closing_days_give_a_new_frame (SurveyFixture *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) open = NULL;
  g_autoptr (LoketFrame) closed = NULL;
  g_autoptr (LoketFrame) again = NULL;
  g_autoptr (LoketDeed) first = NULL;
  g_autoptr (LoketDeed) second = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  import_trajectory (fixture);
  open = load (survey);
  first = close_office (fixture, "2023-02-22");
  second = close_office (fixture, "2023-02-23");
  closed = load (survey);
  undone = loket_desk_undo (fixture->desk, second->id, &error);
  g_assert_no_error (error);
  again = load (survey);

  assert_band (open, 0, LOKET_FACT_RESULT, "6_10");
  assert_band (closed, 0, LOKET_FACT_RESULT, "3_5");
  assert_band (again, 0, LOKET_FACT_RESULT, "6_10");
}

/* Only the change log and the newest rows are looked at to see that something happened. */
static void
test_work_in_a_trajectory_gives_a_new_frame (SurveyFixture *fixture,
                                             gconstpointer  data)
{
  const char *header = "session_no,trajectory_no,starts_at,minutes,state\n";
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) first = NULL;
  g_autoptr (LoketFrame) second = NULL;
  g_autoptr (LoketFrame) third = NULL;
  g_autoptr (LoketFrame) fourth = NULL;
  g_autofree char *more = g_strconcat (header, "S5,T1,2023-04-03T10:00,,held\n", NULL);
  g_autofree char *changed = g_strconcat (header, "S5,T1,2023-04-03T10:00,30,held\n", NULL);

  import_trajectory (fixture);
  first = load (survey);
  survey_fixture_import (fixture, "sessions", more);
  second = load (survey);
  survey_fixture_import (fixture, "sessions", changed);
  third = load (survey);
  save_office (fixture);
  fourth = load (survey);

  assert_band (first, 0, LOKET_FACT_SESSIONS, "2");
  assert_band (second, 0, LOKET_FACT_SESSIONS, "3");
  assert_band (second, 0, LOKET_FACT_MINUTES, "unknown");
  assert_band (third, 0, LOKET_FACT_MINUTES, "120_240");
  g_assert_true (third == fourth);
}

static void
test_offers_what_occurs (SurveyFixture *fixture,
                         gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketSurveyChoices) all = NULL;
  g_autoptr (LoketSurveyChoices) one = NULL;

  survey_fixture_import_all (fixture);
  frame = load (survey);
  all = loket_survey_choices_new (frame, NULL);
  one = loket_survey_choices_new (frame, "Regio 20");

  g_assert_cmpuint (all->years->len, ==, 2);
  g_assert_cmpint (g_array_index (all->years, LoketSurveyYear, 0).year, ==, 2023);
  g_assert_cmpuint (g_array_index (all->years, LoketSurveyYear, 0).n, ==, 2159);
  g_assert_cmpuint (all->offices->len, ==, 34);
  g_assert_cmpstr (g_ptr_array_index (all->offices, 0), ==, "Achterhoek");
  g_assert_cmpuint (all->counsellors->len, ==, 0);
  g_assert_cmpuint (one->years->len, ==, 1);
  g_assert_cmpuint (one->offices->len, ==, 34);
  for (guint i = 1; i < one->counsellors->len; i++)
    g_assert_cmpstr (g_ptr_array_index (one->counsellors, i - 1), <,
                     g_ptr_array_index (one->counsellors, i));
}

static void
test_starts_with_latest_whole_year (SurveyFixture *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketSurveyChoices) all = NULL;
  g_autoptr (LoketSurveyChoices) few = NULL;

  survey_fixture_import_all (fixture);
  frame = load (survey);
  all = loket_survey_choices_new (frame, NULL);
  few = loket_survey_choices_new (frame, "Regio 24");

  g_assert_cmpint (loket_survey_choices_get_default_year (all, 2026), ==, 2023);
  g_assert_cmpint (loket_survey_choices_get_default_year (all, 2023), ==, 2022);
  g_assert_cmpint (loket_survey_choices_get_default_year (all, 2022), ==, 2023);
  g_assert_cmpint (loket_survey_choices_get_default_year (few, 2026), ==, 2023);
}

static void
frame_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  LoketFrame **frame = user_data;

  *frame = loket_survey_load_finish (LOKET_SURVEY (object), result, &error);
  g_assert_no_error (error);
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  LoketSummary **summary = user_data;

  *summary = loket_survey_summarise_finish (LOKET_SURVEY (object), result, &error);
  g_assert_no_error (error);
}

static void
test_sums_up_beside_the_main_thread (SurveyFixture *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketSurvey) survey = create_survey (fixture);
  g_autoptr (LoketRequest) request = NULL;
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (LoketFrame) again = NULL;
  g_autoptr (LoketSummary) summary = NULL;

  survey_fixture_import_all (fixture);
  loket_survey_load_async (survey, NULL, frame_loaded_cb, &frame);
  while (frame == NULL)
    g_main_context_iteration (NULL, TRUE);
  loket_survey_load_async (survey, NULL, frame_loaded_cb, &again);
  while (again == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (frame == again);

  request = loket_request_new (loket_frame_get_questionnaire (frame));
  g_assert_true (loket_request_set_period (request, "2023", NULL));
  loket_survey_summarise_async (survey, frame, request, NULL, summarised_cb, &summary);
  while (summary == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (summary->totals.responses, ==, 2159);
  g_assert_cmpuint (summary->totals.invited, ==, 11046);
}

#define ADD(path, test) \
  g_test_add (path, SurveyFixture, NULL, survey_fixture_set_up, test, survey_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/survey/loads-what-was-imported", test_loads_what_was_imported);
  ADD ("/survey/empty-store-gives-empty-frame", test_empty_store_gives_empty_frame);
  ADD ("/survey/other-acts-keep-the-frame", test_other_acts_keep_the_frame);
  ADD ("/survey/new-responses-give-a-new-frame", test_new_responses_give_a_new_frame);
  ADD ("/survey/changed-response-gives-a-new-frame", test_changed_response_gives_a_new_frame);
  ADD ("/survey/knows-the-trajectory-at-the-time", test_knows_the_trajectory_at_the_time);
  ADD ("/survey/work-in-a-trajectory-gives-a-new-frame",
       test_work_in_a_trajectory_gives_a_new_frame);
  ADD ("/survey/closing-days-give-a-new-frame", test_closing_days_give_a_new_frame);
  ADD ("/survey/offers-what-occurs", test_offers_what_occurs);
  ADD ("/survey/starts-with-latest-whole-year", test_starts_with_latest_whole_year);
  ADD ("/survey/sums-up-beside-the-main-thread", test_sums_up_beside_the_main_thread);

  return g_test_run ();
}
