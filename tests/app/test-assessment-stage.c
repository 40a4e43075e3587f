/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a test stands, and how long the last ones took. */

#include "loket-assessment-stage.h"

#include "loket-assessment.h"

static LoketDraft *
create_assessment (const char *requested_on,
                   const char *invited_on,
                   const char *taken_on,
                   const char *result_on,
                   const char *discussed_on)
{
  LoketDraft *draft = loket_draft_new (&loket_assessment_kind);

  loket_draft_set_value (draft, LOKET_ASSESSMENT_REQUESTED_ON, requested_on);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_INVITED_ON, invited_on);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_TAKEN_ON, taken_on);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_RESULT_ON, result_on);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_DISCUSSED_ON, discussed_on);

  return draft;
}

static void
assert_stage (LoketDraft           *draft,
              LoketAssessmentStage  stage,
              const char           *since,
              const char           *kind,
              const char           *due_on)
{
  g_autoptr (LoketDraft) owned = draft;
  const char *found_since, *found_kind;
  LoketDateText due;

  g_assert_cmpint (loket_assessment_stage_find (draft, &found_since), ==, stage);
  g_assert_cmpstr (found_since, ==, since);
  due = loket_assessment_stage_get_due (NULL, NULL, draft, &found_kind, NULL);
  g_assert_cmpstr (found_kind, ==, kind);
  g_assert_cmpstr (due.text, ==, due_on);
}

static void
test_last_date_says_the_stage (void)
{
  assert_stage (create_assessment (NULL, NULL, NULL, NULL, NULL),
                LOKET_ASSESSMENT_STAGE_REQUESTED, NULL, NULL, "");
  assert_stage (create_assessment ("2026-11-02", NULL, NULL, NULL, NULL),
                LOKET_ASSESSMENT_STAGE_REQUESTED, "2026-11-02", "assessment_pending",
                "2026-11-16");
  /* Who is invited has waited since the request. */
  assert_stage (create_assessment ("2026-11-02", "2026-11-05", NULL, NULL, NULL),
                LOKET_ASSESSMENT_STAGE_INVITED, "2026-11-05", "assessment_pending", "2026-11-16");
  assert_stage (create_assessment (NULL, "2026-11-05", NULL, NULL, NULL),
                LOKET_ASSESSMENT_STAGE_INVITED, "2026-11-05", "assessment_pending", "2026-11-19");
  assert_stage (create_assessment ("2026-11-02", NULL, "2026-11-10", NULL, NULL),
                LOKET_ASSESSMENT_STAGE_TAKEN, "2026-11-10", "assessment_result", "2026-11-17");
  assert_stage (create_assessment ("2026-11-02", NULL, "2026-11-10", "2026-11-13", NULL),
                LOKET_ASSESSMENT_STAGE_RESULT, "2026-11-13", "assessment_debrief", "2026-11-20");
  assert_stage (create_assessment ("2026-11-02", NULL, "2026-11-10", "2026-11-13", "2026-11-20"),
                LOKET_ASSESSMENT_STAGE_DISCUSSED, "2026-11-20", NULL, "");
}

/* As R has it: quantile (c (1, 2, 4, 9), c (0, .5, .8, 1), type = 7). */
static void
test_quantiles_interpolate (void)
{
  static const int numbers[] = { 1, 2, 4, 9 };

  g_assert_cmpfloat (loket_stage_days_get_quantile (numbers, 4, 0), ==, 1);
  g_assert_cmpfloat (loket_stage_days_get_quantile (numbers, 4, 0.5), ==, 3);
  g_assert_cmpfloat_with_epsilon (loket_stage_days_get_quantile (numbers, 4, 0.8), 6, 1e-9);
  g_assert_cmpfloat (loket_stage_days_get_quantile (numbers, 4, 1), ==, 9);
  g_assert_cmpfloat (loket_stage_days_get_quantile (numbers, 1, 0.8), ==, 1);
}

/* A quantile lies among the numbers, and grows with its share. */
static void
test_quantiles_stay_within (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 60);
      g_autofree int *numbers = g_new (int, n);
      double last;

      for (guint i = 0; i < n; i++)
        numbers[i] = g_test_rand_int_range (0, 40);
      loket_stage_days_summarize (numbers, n);
      if (n < LOKET_LEAST_CASES)
        continue;

      last = numbers[0];
      for (guint step = 0; step <= 20; step++)
        {
          double quantile = loket_stage_days_get_quantile (numbers, n, step / 20.0);

          g_assert_cmpfloat (quantile, >=, last);
          g_assert_cmpfloat (quantile, <=, numbers[n - 1]);
          last = quantile;
        }
    }
}

static void
test_few_cases_say_nothing (void)
{
  int days[] = { 5, 3, 4, 9, 2, 4, 4, 6, 8, 1 };
  LoketStageDays nine = loket_stage_days_summarize (days, 9);
  LoketStageDays ten;

  g_assert_cmpuint (nine.n, ==, 9);
  g_assert_cmpfloat (nine.median, ==, 0);
  g_assert_cmpfloat (nine.p80, ==, 0);

  ten = loket_stage_days_summarize (days, 10);
  g_assert_cmpuint (ten.n, ==, 10);
  g_assert_cmpfloat (ten.median, ==, 4);
  g_assert_cmpfloat_with_epsilon (ten.p80, 6.4, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/assessment-stage/last-date-says-the-stage", test_last_date_says_the_stage);
  g_test_add_func ("/assessment-stage/quantiles-interpolate", test_quantiles_interpolate);
  g_test_add_func ("/assessment-stage/quantiles-stay-within", test_quantiles_stay_within);
  g_test_add_func ("/assessment-stage/few-cases-say-nothing", test_few_cases_say_nothing);

  return g_test_run ();
}
