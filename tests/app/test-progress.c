/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A few answers are added up over 24 months, and told how far they are from enough. */

#include "loket-progress.h"

#include "loket-answers.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketQuestionnaire *kto;
  LoketFrame         *frame;
  LoketRequest       *request;
  const LoketItem    *overall;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->kto = satisfaction_load_kto ();
  fixture->frame = loket_frame_new (fixture->kto);
  fixture->request = loket_request_new (fixture->kto);
  fixture->overall = loket_questionnaire_find_item (fixture->kto, "overall");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->request, loket_request_free);
  g_clear_object (&fixture->frame);
  g_clear_object (&fixture->kto);
}

static void
answer (Fixture *fixture,
        int      year,
        int      month,
        guint    n)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (fixture->kto, year);
  char answers[SATISFACTION_ANSWERS_ROOM];
  LoketFrameRow row = { loket_month_new (year, month), 0, "Noord", "A1", version->from, answers };

  loket_answers_clear (version, answers);
  g_assert_true (loket_answers_set (version, 0, "8", 1, answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  for (guint i = 0; i < n; i++)
    g_assert_true (loket_frame_append (fixture->frame, &row, NULL));
}

static LoketProgress
get_progress (Fixture    *fixture,
              const char *period)
{
  if (period != NULL)
    g_assert_true (loket_request_set_period (fixture->request, period, NULL));
  return loket_progress_get (fixture->frame, fixture->request, fixture->overall);
}

/* As in the picture: 12 in the period, 31 in 24 months, 27 in the last 12: 50 in nine months. */
static void
test_counts_and_forecasts (Fixture       *fixture,
                           gconstpointer  data)
{
  LoketProgress progress = { 0 };
  g_autoptr (LoketRequest) rolling = NULL;
  g_autoptr (LoketSummary) summary = NULL;

  answer (fixture, 2022, 1, 4);
  answer (fixture, 2022, 9, 15);
  answer (fixture, 2023, 3, 12);
  answer (fixture, 2023, 5, 100);
  progress = get_progress (fixture, "2023-02..2023-04");

  g_assert_cmpuint (progress.n, ==, 12);
  g_assert_cmpuint (progress.n_rolling, ==, 31);
  g_assert_cmpuint (progress.n_year, ==, 27);
  g_assert_cmpint (progress.rolling.first, ==, loket_month_new (2021, 5));
  g_assert_cmpint (progress.rolling.last, ==, loket_month_new (2023, 4));
  g_assert_cmpuint (progress.thin, ==, 30);
  g_assert_cmpuint (progress.threshold, ==, 50);
  g_assert_cmpint (progress.thin_month, ==, 0);
  g_assert_cmpint (progress.threshold_month, ==, loket_month_new (2024, 1));

  rolling = loket_request_create_rolling (fixture->frame, fixture->request);
  summary = loket_summary_new (fixture->frame, rolling);
  g_assert_cmpuint (satisfaction_find_question (summary, "overall")->n, ==, 31);
  g_assert_false (satisfaction_find_question (summary, "overall")->is_thin);
}

static void
test_does_not_tell_of_few (Fixture       *fixture,
                           gconstpointer  data)
{
  LoketProgress progress = { 0 };

  answer (fixture, 2022, 9, 3);
  answer (fixture, 2023, 3, 12);
  answer (fixture, 2023, 6, 4);
  progress = get_progress (fixture, "2023-03");
  g_assert_cmpuint (progress.n, ==, 12);
  g_assert_true (progress.is_rolling_hidden);
  g_assert_cmpuint (progress.n_rolling, ==, 0);
  progress = get_progress (fixture, "2023-06");
  g_assert_true (progress.is_hidden);
  g_assert_cmpuint (progress.n, ==, 0);
}

static void
test_nobody_answered (Fixture       *fixture,
                      gconstpointer  data)
{
  LoketProgress progress = get_progress (fixture, "2023");

  g_assert_false (progress.is_hidden);
  g_assert_cmpuint (progress.n_rolling, ==, 0);
  g_assert_cmpint (progress.threshold_month, ==, -1);
}

/* Without a period the last months that there are count. */
static void
test_ends_with_the_last_response (Fixture       *fixture,
                                  gconstpointer  data)
{
  LoketProgress progress = { 0 };

  answer (fixture, 2022, 2, 20);
  answer (fixture, 2023, 11, 60);
  progress = get_progress (fixture, NULL);
  g_assert_cmpint (progress.rolling.last, ==, loket_month_new (2023, 11));
  g_assert_cmpuint (progress.n_rolling, ==, 80);
  g_assert_cmpint (progress.threshold_month, ==, 0);
}

static void
test_marks_thin_figures (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *json = NULL;
  const LoketQuestionSummary *overall = NULL;

  answer (fixture, 2023, 3, 29);
  g_assert_true (loket_request_add_by (fixture->request, "counsellor", NULL));
  summary = loket_summary_new (fixture->frame, fixture->request);
  overall = satisfaction_find_question (summary, "overall");
  json = loket_summary_to_json (summary);
  g_assert_true (overall->is_thin);
  g_assert_true (((LoketGroupSummary *) g_ptr_array_index (overall->groups, 0))->is_thin);
  g_assert_nonnull (strstr (json, "\"thin\" : true"));
  answer (fixture, 2023, 3, 1);
  g_clear_pointer (&summary, loket_summary_unref);
  summary = loket_summary_new (fixture->frame, fixture->request);
  g_assert_false (satisfaction_find_question (summary, "overall")->is_thin);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/progress/counts-and-forecasts", test_counts_and_forecasts);
  ADD ("/progress/does-not-tell-of-few", test_does_not_tell_of_few);
  ADD ("/progress/nobody-answered", test_nobody_answered);
  ADD ("/progress/ends-with-the-last-response", test_ends_with_the_last_response);
  ADD ("/progress/marks-thin-figures", test_marks_thin_figures);
#undef ADD
  return g_test_run ();
}
