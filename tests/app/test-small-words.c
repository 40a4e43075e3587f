/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Few answers are told with all reserve: the office of the picture, with 12 answers. */

#include "loket-answers.h"
#include "loket-small-words.h"
#include "satisfaction-fixture.h"

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

/* Grades of 7 and 8 in turn. */
static void
answer (Fixture    *fixture,
        const char *office,
        int         year,
        int         month,
        guint       n)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (fixture->kto, year);
  char answers[SATISFACTION_ANSWERS_ROOM];
  LoketFrameRow row = { loket_month_new (year, month), 0, office, "A1", version->from, answers };

  for (guint i = 0; i < n; i++)
    {
      loket_answers_clear (version, answers);
      g_assert_true (loket_answers_set (version, 0, i % 2 == 0 ? "7" : "8", 1, answers, NULL));
      g_assert_true (loket_answers_finish (version, answers, NULL));
      g_assert_true (loket_frame_append (fixture->frame, &row, NULL));
    }
}

static LoketSummary *
summarise (Fixture    *fixture,
           const char *against)
{
  g_autoptr (LoketRequest) request = loket_request_new (fixture->kto);

  g_assert_true (loket_request_set_period (request, "2023-02..2023-04", NULL));
  g_assert_true (loket_request_add_where (request, "office=Noord", NULL));
  if (against != NULL)
    g_assert_true (loket_request_set_against (request, against, NULL));

  return loket_summary_new (fixture->frame, request);
}

static const LoketFinding *
find_row (GPtrArray  *rows,
          const char *sentence)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LoketFinding *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->sentence, sentence))
        return row;
    }

  return NULL;
}

static void
answer_as_in_the_picture (Fixture *fixture)
{
  answer (fixture, "Noord", 2022, 1, 4);
  answer (fixture, "Noord", 2022, 9, 15);
  answer (fixture, "Noord", 2023, 3, 12);
  answer (fixture, "Zuid", 2023, 3, 40);
}

static void
test_tells_how_far_it_is (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketSmallWords) words = NULL;

  answer_as_in_the_picture (fixture);
  summary = summarise (fixture, NULL);
  g_assert_true (loket_small_words_fit (summary));
  g_assert_true (loket_small_words_are_thin (summary));
  words = loket_small_words_new (summary, "en");

  g_assert_cmpstr (words->title, ==, "12 of 50 answers in this period, 31 over 24 months");
  g_assert_cmpstr (words->forecast, ==,
                   "In the last 12 months 27 came; at this pace there are 50 in Jan 2024.");
  g_assert_cmpfloat (words->part, ==, 31.0 / 50);
  g_assert_nonnull (strstr (find_row (words->figures, "This period: 7.5")->note,
                            "n 12 · thin: n below 30"));
  g_assert_nonnull (strstr (find_row (words->figures, "24 months, until Apr 2023: 7.5")->note,
                            "n 31"));
  g_assert_nonnull (strstr (find_row (words->figures, "All offices, this period: 7.5")->note,
                            "n 52"));
}

static void
test_tells_what_is_not_shown (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketSmallWords) words = NULL;

  answer_as_in_the_picture (fixture);
  summary = summarise (fixture, "2022-01..2022-03");
  words = loket_small_words_new (summary, "en");

  g_assert_cmpstr (find_row (words->absent, "Good, sufficient, insufficient")->note, ==,
                   "Not drawn yet: with n 12 one person is 8 percentage points. From n 30.");
  g_assert_cmpstr (find_row (words->absent, "Comparison with Jan–Mar 2022")->note, ==,
                   "Not shown: that period has 1 to 4 answers.");
  g_assert_nonnull (find_row (words->absent, "Response"));
  g_assert_nonnull (find_row (words->absent, "Comparison with other offices"));
}

/* Three earlier answers, or three of another office, would be known from the difference. */
static void
test_does_not_tell_of_few_others (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketSmallWords) words = NULL;

  answer (fixture, "Noord", 2022, 9, 3);
  answer (fixture, "Noord", 2023, 3, 12);
  answer (fixture, "Zuid", 2023, 3, 3);
  summary = summarise (fixture, NULL);
  words = loket_small_words_new (summary, "en");

  g_assert_cmpstr (words->title, ==, "12 of 50 answers in this period");
  g_assert_cmpuint (words->figures->len, ==, 1);
  g_assert_cmpuint (words->parts->len, ==, 0);
}

static void
test_enough_answers_need_no_reserve (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;

  answer (fixture, "Noord", 2023, 3, 50);
  summary = summarise (fixture, NULL);

  g_assert_false (loket_small_words_fit (summary));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/small-words/tells-how-far-it-is", test_tells_how_far_it_is);
  ADD ("/small-words/tells-what-is-not-shown", test_tells_what_is_not_shown);
  ADD ("/small-words/does-not-tell-of-few-others", test_does_not_tell_of_few_others);
  ADD ("/small-words/enough-answers-need-no-reserve", test_enough_answers_need_no_reserve);

  return g_test_run ();
}
