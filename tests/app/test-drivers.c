/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which grade goes with what the records say: bands, figures worked out by hand, and who is hidden
 * or left out. */

#include "loket-answers.h"
#include "loket-report.h"
#include "satisfaction-fixture.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LoketQuestionnaire *kto;
  LoketFrame *frame;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->kto = satisfaction_load_kto ();
  fixture->frame = loket_frame_new (fixture->kto);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->frame);
  g_clear_object (&fixture->kto);
}

static void
grade (Fixture          *fixture,
       guint             grade,
       const LoketFacts *facts)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (fixture->kto, 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];
  g_autofree char *text = g_strdup_printf ("%u", grade);
  LoketFrameRow row = { loket_month_new (2023, 5), 0, "Noord", "A1", 2023, answers };
  guint8 bands[LOKET_N_FACTS];

  loket_facts_get_codes (facts, bands);
  row.facts = facts != NULL ? bands : NULL;
  loket_answers_clear (version, answers);
  g_assert_true (loket_answers_set (version, 0, text, strlen (text), answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_true (loket_frame_append (fixture->frame, &row, NULL));
}

/* Four times each of three grades that follow each other: the mean is the middle one. */
static void
grade_twelve (Fixture *fixture,
              guint    first,
              guint    sessions)
{
  const LoketFacts facts = { .sessions = sessions, .response_days = -1, .result_days = -1 };

  for (guint i = 0; i < 12; i++)
    grade (fixture, first + i % 3, &facts);
}

static void
grade_nowhere (Fixture *fixture,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    grade (fixture, 1, NULL);
}

static LoketSummary *
summarise (Fixture *fixture)
{
  g_autoptr (LoketRequest) request = loket_request_new (fixture->kto);

  g_assert_true (loket_request_set_period (request, "2023", NULL));
  loket_report_add_drivers (request);

  return loket_summary_new (fixture->frame, request);
}

static const LoketGroupSummary *
find_group (const LoketSummary *summary,
            const char         *by,
            const char         *value)
{
  const LoketQuestionSummary *overall = satisfaction_find_question (summary, "overall");

  for (guint i = 0; i < overall->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (overall->groups, i);

      if (g_str_equal (loket_grouping_get_id (&group->by), by)
          && g_str_equal (loket_frame_get_group_value (summary->frame, &group->by, group->group),
                          value))
        return group;
    }

  return NULL;
}

static const char *
get_band (LoketFact         fact,
          const LoketFacts *facts)
{
  const LoketItem *item = loket_fact_get_item (fact);
  guint8 codes[LOKET_N_FACTS];

  loket_facts_get_codes (facts, codes);

  return loket_item_get_option (item, codes[fact] - 1u)->code;
}

static void
test_bands_meet_without_a_gap (void)
{
  const struct
  {
    LoketFact fact;
    int number;
    const char *band;
  } cases[] = {
    { LOKET_FACT_SESSIONS, 0, "0" },        { LOKET_FACT_SESSIONS, 1, "1" },
    { LOKET_FACT_SESSIONS, 4, "4" },        { LOKET_FACT_SESSIONS, 5, "5plus" },
    { LOKET_FACT_SESSIONS, 40, "5plus" },   { LOKET_FACT_TESTS, 0, "0" },
    { LOKET_FACT_TESTS, 1, "1" },           { LOKET_FACT_TESTS, 2, "2plus" },
    { LOKET_FACT_MINUTES, 0, "lt60" },      { LOKET_FACT_MINUTES, 59, "lt60" },
    { LOKET_FACT_MINUTES, 60, "60_120" },   { LOKET_FACT_MINUTES, 119, "60_120" },
    { LOKET_FACT_MINUTES, 120, "120_240" }, { LOKET_FACT_MINUTES, 240, "240plus" },
    { LOKET_FACT_RESPONSE, -1, "unknown" }, { LOKET_FACT_RESPONSE, 0, "0_1" },
    { LOKET_FACT_RESPONSE, 1, "0_1" },      { LOKET_FACT_RESPONSE, 2, "2_3" },
    { LOKET_FACT_RESPONSE, 5, "4_5" },      { LOKET_FACT_RESPONSE, 6, "6plus" },
    { LOKET_FACT_RESULT, -1, "unknown" },   { LOKET_FACT_RESULT, 2, "0_2" },
    { LOKET_FACT_RESULT, 3, "3_5" },        { LOKET_FACT_RESULT, 10, "6_10" },
    { LOKET_FACT_RESULT, 11, "11plus" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LoketFacts facts = { (guint) cases[i].number, (guint) cases[i].number, TRUE,
                                 (guint) cases[i].number, cases[i].number, cases[i].number };

      g_assert_cmpstr (get_band (cases[i].fact, &facts), ==, cases[i].band);
    }
}

static void
test_tells_what_is_not_known_apart (void)
{
  const LoketFacts silent = { .response_days = -1, .result_days = -1 };
  const LoketFacts kept = { .promises = 2, .kept = 2 };
  const LoketFacts late = { .promises = 2, .kept = 1 };

  g_assert_cmpstr (get_band (LOKET_FACT_MINUTES, &silent), ==, "unknown");
  g_assert_cmpstr (get_band (LOKET_FACT_PROMISES, &silent), ==, "unknown");
  g_assert_cmpstr (get_band (LOKET_FACT_PROMISES, &kept), ==, "kept");
  g_assert_cmpstr (get_band (LOKET_FACT_PROMISES, &late), ==, "late");
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    g_assert_cmpstr (get_band (i, NULL), ==, "no_trajectory");
}

/* 6, 7, 8 and 8, 9, 10, four times each: t = -2 / sqrt (2 * 8/11 / 12) = -5.7446 on 22 degrees. */
static void
test_compares_with_others_that_have_a_trajectory (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *lead = NULL;
  const LoketGroupSummary *one, *nowhere;

  grade_twelve (fixture, 6, 1);
  grade_twelve (fixture, 8, 2);
  grade_nowhere (fixture, 10);
  summary = summarise (fixture);
  one = find_group (summary, "record_sessions", "1");
  nowhere = find_group (summary, "record_sessions", "no_trajectory");
  lead = loket_report_dup_drivers_lead (summary);

  g_assert_cmpuint (one->n, ==, 12);
  g_assert_cmpfloat (loket_moments_get_mean (&one->grades), ==, 7);
  g_assert_cmpuint (one->others.n, ==, 12);
  g_assert_cmpfloat (loket_moments_get_mean (&one->others), ==, 9);
  g_assert_cmpfloat_with_epsilon (one->p, 8.871560847410111e-06, 1e-12);
  g_assert_cmpint (one->differs, ==, LOKET_CHANGE_DOWN);
  g_assert_cmpint (find_group (summary, "record_sessions", "2")->differs, ==, LOKET_CHANGE_UP);
  g_assert_cmpuint (nowhere->n, ==, 10);
  g_assert_true (isnan (nowhere->p));
  g_assert_cmpint (nowhere->differs, ==, LOKET_CHANGE_NONE);
  g_assert_cmpstr (lead, ==, "A link, not a cause. 24 answers are about a trajectory that is "
                             "recorded here; the other 10 are not, and do not count.");
}

/* Three had five sessions: hidden, and with them the smallest band that is shown, which is that of
 * those without a trajectory. Nobody is left out then: how many would tell of the three. */
static void
test_hides_a_band_with_its_smallest_neighbour (Fixture       *fixture,
                                               gconstpointer  data)
{
  const LoketFacts often = { .sessions = 6, .response_days = -1, .result_days = -1 };
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *lead = NULL;

  grade_twelve (fixture, 6, 1);
  grade_twelve (fixture, 8, 2);
  grade_nowhere (fixture, 10);
  for (guint i = 0; i < 3; i++)
    grade (fixture, 10, &often);
  summary = summarise (fixture);
  lead = loket_report_dup_drivers_lead (summary);

  g_assert_true (find_group (summary, "record_sessions", "5plus")->hidden);
  g_assert_true (find_group (summary, "record_sessions", "no_trajectory")->hidden);
  g_assert_cmpuint (find_group (summary, "record_sessions", "1")->others.n, ==, 25);
  g_assert_nonnull (strstr (lead, "how many is hidden"));
}

/* 1 to 4 without a trajectory cannot be worked out either: the smallest band goes with them. */
static void
test_hides_how_many_have_no_trajectory (Fixture       *fixture,
                                        gconstpointer  data)
{
  const LoketFacts twice = { .sessions = 2, .response_days = -1, .result_days = -1 };
  g_autoptr (LoketSummary) summary = NULL;
  const LoketGroupSummary *one;

  grade_twelve (fixture, 6, 1);
  for (guint i = 0; i < 6; i++)
    grade (fixture, 9, &twice);
  grade_nowhere (fixture, 4);
  summary = summarise (fixture);
  one = find_group (summary, "record_sessions", "1");

  g_assert_true (find_group (summary, "record_sessions", "no_trajectory")->hidden);
  g_assert_true (find_group (summary, "record_sessions", "2")->hidden);
  g_assert_cmpuint (one->n, ==, 12);
  g_assert_cmpuint (one->others.n, ==, 10);
}

static guint
count_blocks (const LoketReport    *report,
              LoketReportBlockKind  kind,
              const char           *text)
{
  guint n = 0;

  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);

      n += block->kind == kind && (text == NULL || strstr (block->text, text) != NULL);
    }

  return n;
}

static void
test_says_under_every_chart_that_it_is_no_cause (Fixture       *fixture,
                                                 gconstpointer  data)
{
  const LoketReportFacts facts = { "en", "2024-01-10", NULL };
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketReport) report = NULL;

  grade_twelve (fixture, 6, 1);
  grade_twelve (fixture, 8, 2);
  summary = summarise (fixture);
  report = loket_report_new_drivers (summary, &facts);

  g_assert_cmpuint (count_blocks (report, LOKET_BLOCK_CHART, NULL), ==, LOKET_N_FACTS);
  g_assert_cmpuint (count_blocks (report, LOKET_BLOCK_NOTE, "A link, not a cause."), ==,
                    LOKET_N_FACTS);
  g_assert_cmpuint (count_blocks (report, LOKET_BLOCK_SUBHEADING,
                                  "Sessions held: some differ demonstrably"), ==, 1);
  g_assert_cmpuint (count_blocks (report, LOKET_BLOCK_LEAD, "All 24 answers"), ==, 1);
}

/* Whoever is about no trajectory is in no chart, and without any other there is no chart. */
static void
test_shows_nothing_without_trajectories (Fixture       *fixture,
                                         gconstpointer  data)
{
  const LoketReportFacts facts = { "en", "2024-01-10", NULL };
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketReport) report = NULL;
  g_autofree char *lead = NULL;

  grade_nowhere (fixture, 40);
  g_assert_false (loket_frame_has_facts (fixture->frame));
  summary = summarise (fixture);
  report = loket_report_new_drivers (summary, &facts);
  lead = loket_report_dup_drivers_lead (summary);

  g_assert_cmpuint (report->blocks->len, ==, 0);
  g_assert_cmpstr (lead, ==, "Too few answers are about a trajectory that is recorded here.");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/drivers/bands-meet-without-a-gap", test_bands_meet_without_a_gap);
  g_test_add_func ("/drivers/tells-what-is-not-known-apart", test_tells_what_is_not_known_apart);
  ADD ("/drivers/compares-with-others-that-have-a-trajectory",
       test_compares_with_others_that_have_a_trajectory);
  ADD ("/drivers/hides-a-band-with-its-smallest-neighbour",
       test_hides_a_band_with_its_smallest_neighbour);
  ADD ("/drivers/hides-how-many-have-no-trajectory", test_hides_how_many_have_no_trajectory);
  ADD ("/drivers/says-under-every-chart-that-it-is-no-cause",
       test_says_under_every_chart_that_it_is_no_cause);
  ADD ("/drivers/shows-nothing-without-trajectories", test_shows_nothing_without_trajectories);

  return g_test_run ();
}
