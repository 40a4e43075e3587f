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
expect_text (const LoketDrawing *drawing,
             const char         *expected)
{
  g_autofree char *text = loket_drawing_to_text (drawing);
  g_auto (GStrv) words = g_strsplit (text, "\xc2\xa0", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  g_assert_cmpstr (plain, ==, expected);
}

static guint
count_rows (const LoketDrawing *drawing)
{
  g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (drawing);

  return loket_sheet_get_n_rows (sheet);
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
  expect_text (words->progress, "Feb–Apr 2023: n 12\n24 months: n 31\nno longer thin: n 30\n"
                                "compared: n 50");
  g_assert_nonnull (strstr (words->grade, "Over 24 months: between 7."));
  g_assert_cmpstr (words->figures_note, ==,
                   "Hollow and dashed: thin, n below 30. One grade that is two points different "
                   "moves the mean of this period by 0.2.");
}

/* Few are a hollow dot with a dashed line; everybody is a grey dot without a line. */
static void
test_draws_dots (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketSmallWords) words = NULL;
  g_autoptr (LoketScene) scene = NULL;
  const LoketChartStyle style = { 10, "Cantarell", FALSE };
  guint n_dashed = 0, n_hollow = 0, n_grey = 0, n_filled = 0;

  answer_as_in_the_picture (fixture);
  summary = summarise (fixture, NULL);
  words = loket_small_words_new (summary, "en");
  expect_text (words->figures,
               "This period: mean 7.5, n 12, 95% interval 7.17–7.83, thin: n below 30\n"
               "24 months, until Apr 2023: mean 7.5, n 31, 95% interval 7.30–7.67\n"
               "All offices, this period: mean 7.5, n 52, 95% interval 7.36–7.64");

  scene = loket_drawing_compose (words->figures, &style, 400);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const LoketMark *mark = loket_scene_get_mark (scene, i);

      g_assert_cmpint (mark->kind == LOKET_MARK_BOX, ==, FALSE);
      n_dashed += mark->kind == LOKET_MARK_LINE && mark->is_dashed;
      n_hollow += mark->kind == LOKET_MARK_DOT && mark->fill == LOKET_INK_CARD;
      n_grey += mark->kind == LOKET_MARK_DOT && mark->fill == LOKET_INK_PAST;
      n_filled += mark->kind == LOKET_MARK_DOT && mark->fill == LOKET_INK_ACCENT;
    }
  g_assert_cmpuint (n_dashed, ==, 1);
  g_assert_cmpuint (n_hollow, ==, 1);
  g_assert_cmpuint (n_filled, ==, 1);
  g_assert_cmpuint (n_grey, ==, 1);
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
  g_assert_cmpuint (count_rows (words->figures), ==, 1);
  g_assert_null (words->parts);
  expect_text (words->progress, "Feb–Apr 2023: n 12\nno longer thin: n 30\ncompared: n 50");
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
  ADD ("/small-words/draws-dots", test_draws_dots);
  ADD ("/small-words/tells-what-is-not-shown", test_tells_what_is_not_shown);
  ADD ("/small-words/does-not-tell-of-few-others", test_does_not_tell_of_few_others);
  ADD ("/small-words/enough-answers-need-no-reserve", test_enough_answers_need_no_reserve);

  return g_test_run ();
}
