/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures of those who answered in two waves tell of nobody, beside those of each wave and beside
 * what left before. */

#include <math.h>
#include <string.h>

#include "ledger-fixture.h"
#include "loket-answers.h"
#include "satisfaction-fixture.h"

#define QUESTION "job_security"

typedef struct
{
  LoketQuestionnaire *questionnaire;
  LoketFrame         *frame;
  GPtrArray          *ledger; /* of LoketReleased */
  guint64             now;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->questionnaire = satisfaction_load_questionnaire ("ontwikkeladvies-45plus");
  fixture->frame = loket_frame_new (fixture->questionnaire);
  fixture->ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->questionnaire);
  g_clear_object (&fixture->frame);
  g_clear_pointer (&fixture->ledger, g_ptr_array_unref);
}

static void
set_answer (const LoketQuestionnaireVersion *version,
            const char                      *id,
            const char                      *text,
            char                            *answers)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < loket_questionnaire_version_get_n_items (version); i++)
    {
      if (g_str_equal (loket_questionnaire_version_get_item (version, i)->id, id))
        loket_answers_set (version, i, text, strlen (text), answers, &error);
      g_assert_no_error (error);
    }
}

/* Persons from @first on answer in @wave; every third is a man. */
static void
add (Fixture *fixture,
     int      wave,
     guint    first,
     guint    n)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_get_version (fixture->questionnaire, 0);

  for (guint i = first; i < first + n; i++)
    {
      char answers[SATISFACTION_ANSWERS_ROOM];
      g_autofree char *person = g_strdup_printf ("P%u", i);
      g_autofree char *grade = g_strdup_printf ("%u", 1 + (i * 7 + (guint) wave * 3) % 10);
      g_autoptr (GError) error = NULL;
      LoketFrameRow row = { loket_month_new (2020, 1), wave, "", "", 0, answers, ++fixture->now,
                            person };

      loket_answers_clear (version, answers);
      set_answer (version, QUESTION, grade, answers);
      if (wave == 0)
        set_answer (version, "gender", i % 3 == 0 ? "male" : "female", answers);
      loket_answers_finish (version, answers, &error);
      g_assert_no_error (error);
      loket_frame_append (fixture->frame, &row, &error);
      g_assert_no_error (error);
    }
}

static LoketSummary *
let_leave (Fixture    *fixture,
           const char *by,
           const char *where)
{
  g_autoptr (LoketPast) past = loket_past_new (fixture->frame);
  g_autoptr (LoketRequest) request = loket_request_new (fixture->questionnaire);
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  LoketSummary *left = NULL;

  loket_frame_link_waves (fixture->frame);
  g_assert_true (by == NULL || loket_request_add_by (request, by, NULL));
  g_assert_true (where == NULL || loket_request_add_where (request, where, NULL));
  summary = loket_summary_new (fixture->frame, request);
  left = ledger_fixture_let_leave (fixture->ledger, past, summary, ++fixture->now, &error);
  g_assert_no_error (error);
  return left;
}

static const LoketPaired *
find_pairs (const LoketSummary *summary)
{
  const LoketQuestionSummary *question = satisfaction_find_question (summary, QUESTION);

  g_assert_cmpuint (question->paired->len, >, 0);
  g_assert_cmpuint (g_array_index (question->paired, LoketPaired, 0).from, ==, 0);
  g_assert_cmpuint (g_array_index (question->paired, LoketPaired, 0).to, ==, 1);
  return &g_array_index (question->paired, LoketPaired, 0);
}

static const LoketGroupSummary *
find_group (const LoketSummary *summary,
            guint               wave,
            guint               number)
{
  const LoketQuestionSummary *question = satisfaction_find_question (summary, QUESTION);
  const LoketQuestionSummary *of_wave = g_ptr_array_index (question->waves, wave);

  return g_ptr_array_index (of_wave->groups, number);
}

/* Else the tests below could not fail. */
static void
test_shows_pairs (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (LoketSummary) left = NULL;

  add (fixture, 0, 0, 40);
  add (fixture, 1, 0, 30);
  left = let_leave (fixture, NULL, NULL);
  g_assert_cmpuint (find_pairs (left)->test.n, ==, 30);
  g_assert_false (isnan (find_pairs (left)->mean_before));
  g_assert_false (isnan (find_pairs (left)->mean_after));
}

/* Two of the first wave make no pair: what they answered is the rest. */
static void
test_few_others_hide_the_means (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) left = NULL;

  add (fixture, 0, 0, 32);
  add (fixture, 1, 0, 30);
  left = let_leave (fixture, NULL, NULL);
  g_assert_false (find_pairs (left)->hidden);
  g_assert_cmpuint (find_pairs (left)->test.n, ==, 30);
  g_assert_true (isnan (find_pairs (left)->mean_before));
  g_assert_true (isnan (find_pairs (left)->mean_after));
}

/* One pair more, and six more who make none: the wave may leave again, the pairs may not. */
static void
test_one_pair_more_hides_the_pairs (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSummary) first = NULL;
  g_autoptr (LoketSummary) second = NULL;

  add (fixture, 0, 0, 40);
  add (fixture, 1, 0, 20);
  first = let_leave (fixture, NULL, NULL);
  g_assert_false (find_pairs (first)->hidden);
  add (fixture, 1, 20, 1);
  add (fixture, 1, 100, 6);
  second = let_leave (fixture, NULL, NULL);
  g_assert_true (find_pairs (second)->hidden);
}

/* The pairs of women, then those of everybody: with two men. */
static void
test_filters_tell_nothing_of_pairs (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSummary) women = NULL;
  g_autoptr (LoketSummary) all = NULL;

  add (fixture, 0, 0, 60);
  for (guint i = 0; i < 30; i++)
    add (fixture, 1, i, i % 3 != 0 || i < 6 ? 1 : 0);
  add (fixture, 1, 200, 9);
  women = let_leave (fixture, NULL, "gender=female");
  g_assert_cmpuint (find_pairs (women)->test.n, ==, 20);
  all = let_leave (fixture, NULL, NULL);
  g_assert_true (find_pairs (all)->hidden);
}

/* One man more in the second wave, and many women. */
static void
test_groups_within_a_wave_are_audited (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketSummary) first = NULL;
  g_autoptr (LoketSummary) second = NULL;

  add (fixture, 0, 0, 90);
  add (fixture, 1, 0, 40);
  first = let_leave (fixture, "gender", NULL);
  g_assert_false (find_group (first, 1, 0)->hidden);
  g_assert_false (find_group (first, 1, 1)->hidden);
  add (fixture, 1, 42, 1);
  for (guint i = 43; i < 60; i++)
    add (fixture, 1, i, i % 3 != 0 ? 1 : 0);
  second = let_leave (fixture, "gender", NULL);
  g_assert_true (find_group (second, 1, 0)->hidden || find_group (second, 1, 1)->hidden);
  g_assert_false (find_group (second, 0, 0)->hidden);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/audit-waves/shows-pairs", test_shows_pairs },
    { "/audit-waves/few-others-hide-the-means", test_few_others_hide_the_means },
    { "/audit-waves/one-pair-more-hides-the-pairs", test_one_pair_more_hides_the_pairs },
    { "/audit-waves/filters-tell-nothing-of-pairs", test_filters_tell_nothing_of_pairs },
    { "/audit-waves/groups-within-a-wave-are-audited", test_groups_within_a_wave_are_audited },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
