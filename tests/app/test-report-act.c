/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saving a report: on record before it can be seen, there whole or not at all. */

#include "loket-report-act.h"

#include "loket-annex.h"
#include "loket-error.h"
#include "loket-open-answers.h"
#include "loket-questionnaires.h"
#include "loket-release-table.h"
#include "loket-review-act.h"
#include "loket-survey.h"
#include "loket-theme-words.h"
#include "loket-themes.h"
#include "survey-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const char *const formats[] = { LOKET_FORMAT_TEXT, LOKET_FORMAT_CSV, LOKET_FORMAT_DUTCH_CSV,
                                       LOKET_FORMAT_JSON, LOKET_FORMAT_PDF, LOKET_FORMAT_XLSX,
                                       LOKET_FORMAT_PNG, LOKET_FORMAT_SVG };

/* (nullable) @where: of whom, such as "gender=male". */
static LoketSummary *
sum_up (SurveyFixture *fixture,
        const char    *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, kto);
  g_autoptr (LoketFrame) frame = loket_survey_load (survey, &error);
  g_autoptr (LoketRequest) request = loket_request_new (kto);

  g_assert_no_error (error);
  loket_request_set_period (request, "2023", &error);
  g_assert_no_error (error);
  if (where != NULL)
    loket_request_add_where (request, where, &error);
  g_assert_no_error (error);

  return loket_summary_new (frame, request);
}

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (SurveyFixture  *fixture,
      const char     *format,
      const char     *name,
      GError        **error)
{
  g_autoptr (LoketSummary) summary = sum_up (fixture, NULL);
  const LoketReportOrder order = { format, "bands", { "nl", "2024-01-08", NULL, NULL } };
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_save_report_async (fixture->desk, summary, &order, file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return loket_desk_save_report_finish (fixture->desk, result, NULL, error);
}

static gboolean
count_row (const LoketReleaseRow  *row,
           gpointer                user_data,
           GError                **error)
{
  ++*(guint *) user_data;

  return TRUE;
}

static gpointer
count_releases (LoketDatabase  *database,
                gpointer        input,
                GError        **error)
{
  return loket_release_table_for_each (database, count_row, input, error) ? input : NULL;
}

static guint
get_n_releases (SurveyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  loket_store_read (loket_desk_get_store (fixture->desk), count_releases, &n, &error);
  g_assert_no_error (error);

  return n;
}

static void
test_every_format_is_saved (SurveyFixture *fixture,
                            gconstpointer  data)
{
  static const char *const heads[] = { "", "question,", "\xEF\xBB\xBFquestion;", "{", "%PDF",
                                       "PK", "\x89PNG", "<?xml" };

  survey_fixture_import_file (fixture, "responses_2023.csv");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, formats[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      GStatBuf facts;

      g_assert_true (save (fixture, formats[i], formats[i], &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_true (strncmp (text, heads[i], strlen (heads[i])) == 0);
      g_assert_cmpint (g_stat (path, &facts), ==, 0);
      g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
      g_assert_cmpuint (get_n_releases (fixture), ==, i + 1);
    }
}

/* Whatever the format: three answers more, and what they said is the difference. */
static void
test_every_format_goes_through_the_ledger (SurveyFixture *fixture,
                                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  survey_fixture_import_lines (fixture, 1, 40);
  g_assert_true (save (fixture, LOKET_FORMAT_PNG, "before", &error));
  g_assert_no_error (error);
  survey_fixture_import_lines (fixture, 41, 3);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, formats[i], NULL);
      g_autoptr (GError) refusal = NULL;

      g_assert_false (save (fixture, formats[i], formats[i], &refusal));
      g_assert_error (refusal, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (get_n_releases (fixture), ==, 1);
}

static void
test_what_cannot_be_written_did_not_leave (SurveyFixture *fixture,
                                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  survey_fixture_import_file (fixture, "responses_2023.csv");
  g_assert_false (save (fixture, LOKET_FORMAT_PDF, "nowhere/report.pdf", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (get_n_releases (fixture), ==, 0);
}

static void
decide (SurveyFixture    *fixture,
        LoketOpenAnswer  *answer,
        LoketReviewState  state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_desk_review_async (fixture->desk, answer, state, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  deed = loket_desk_act_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
}

/* Lets the last of the remarks be seen by everybody, and the first by nobody. */
static char *
review_remarks (SurveyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketOpenAnswers) answers =
      loket_desk_load_open_answers (fixture->desk, kto, NULL, &error);
  const LoketOpenQuestion *remarks = g_ptr_array_index (answers->questions,
                                                        answers->questions->len - 1);

  g_assert_cmpstr (remarks->item->id, ==, "remarks");
  g_assert_cmpuint (remarks->answers->len, >, 10);
  decide (fixture, remarks->answers->pdata[0], LOKET_REVIEW_WITHHELD);
  decide (fixture, remarks->answers->pdata[remarks->answers->len - 1], LOKET_REVIEW_SHOWN);

  return loket_open_answer_dup_masked (remarks->answers->pdata[remarks->answers->len - 1]);
}

static guint
count_quotes (SurveyFixture *fixture,
              const char    *where,
              const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSummary) summary = sum_up (fixture, where);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketReportAnnex) annex = NULL;
  guint n = 0;

  loket_desk_load_annex_async (fixture->desk, summary, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  annex = loket_desk_load_annex_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (annex->process);
  g_assert_true (annex->process->by_office);
  for (guint i = 0; i < annex->quotes->len; i++)
    {
      const LoketReportQuotes *quotes = g_ptr_array_index (annex->quotes, i);

      for (guint k = 0; k < quotes->texts->len; k++)
        g_assert_cmpstr (g_ptr_array_index (quotes->texts, k), ==, text);
      n += quotes->texts->len;
    }

  return n;
}

/* Neither what was withheld nor what nobody looked at, and nothing by groups of clients. */
static void
test_only_what_was_released_is_quoted (SurveyFixture *fixture,
                                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  survey_fixture_import_file (fixture, "responses_2023.csv");
  g_assert_cmpuint (count_quotes (fixture, NULL, NULL), ==, 0);
  text = review_remarks (fixture);
  g_assert_cmpuint (count_quotes (fixture, NULL, text), ==, 1);
  g_assert_cmpuint (count_quotes (fixture, "gender=male", NULL), ==, 0);
}

static LoketRelease *
release_pages (SurveyFixture *fixture,
               const char    *period,
               const char    *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, kto);
  g_autoptr (LoketFrame) frame = loket_survey_load (survey, &error);
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autoptr (LoketSummary) summary = NULL;
  LoketRelease *release;

  g_assert_true (loket_request_set_period (request, period, NULL));
  if (where != NULL)
    g_assert_true (loket_request_add_where (request, where, NULL));
  summary = loket_summary_new (frame, request);
  release = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF, &error);
  g_assert_no_error (error);

  return release;
}

static const LoketThemes *
find_themes (const LoketRelease *release,
             const char         *item)
{
  for (guint i = 0; i < release->themes->len; i++)
    {
      const LoketThemes *themes = release->themes->pdata[i];

      if (g_str_equal (themes->item->id, item))
        return themes;
    }

  return NULL;
}

/* How many wrote about what in each half of a year must not be the rest of the year. */
static void
test_themes_of_a_month_leave_in_one_table (SurveyFixture *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LoketRelease) year = NULL;
  g_autoptr (LoketRelease) again = NULL;
  g_autoptr (LoketRelease) part = NULL;
  g_autoptr (LoketRelease) past = NULL;
  g_autoptr (LoketRelease) office = NULL;

  survey_fixture_import_file (fixture, "responses_2022.csv");
  survey_fixture_import_file (fixture, "responses_2023.csv");
  year = release_pages (fixture, "2023", NULL);
  again = release_pages (fixture, "2023", NULL);
  part = release_pages (fixture, "2023-02..2023-10", NULL);
  past = release_pages (fixture, "2022", NULL);
  office = release_pages (fixture, "2023", "office=Regio 01");

  g_assert_cmpuint (find_themes (year, "dissatisfied_about")->n, >=, 30);
  g_assert_false (find_themes (year, "dissatisfied_about")->is_kept);
  g_assert_false (find_themes (again, "dissatisfied_about")->is_kept);
  g_assert_true (find_themes (part, "dissatisfied_about")->is_kept);
  g_assert_false (find_themes (past, "dissatisfied_about")->is_kept);
  g_assert_cmpuint (office->themes->len, ==, 0);
}

/* As few of a theme as of a group; those who wrote of no theme are a group, too. */
static void
test_themes_of_few_are_hidden (SurveyFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  const LoketItem *item = loket_questionnaire_find_item (kto, "dissatisfied_about");
  g_autoptr (LoketThemes) themes = loket_themes_new (item);
  g_autofree char *line = NULL;

  themes->n = 33;
  themes->n_about[0] = 10;
  themes->n_about[1] = 6;
  themes->n_about[2] = 12;
  themes->n_about[3] = 5;
  loket_themes_hide (themes);
  for (guint i = 0; i < 4; i++)
    g_assert_false (themes->hidden[i]);
  themes->n = 36;
  loket_themes_hide (themes);
  g_assert_true (themes->hidden[3]);
  g_assert_false (themes->hidden[1]);
  line = loket_themes_write (themes);
  g_assert_cmpstr (line, ==, "themes\tdissatisfied_about\t36\t10\t6\t12\t-\n");
}

/* What is hidden must not be worked out from how many have a theme. */
static void
test_words_tell_who_has_a_theme (SurveyFixture *fixture,
                                 gconstpointer  data)
{
  static const struct
  {
    guint n, n_about[3];
    const char *words;
  } cases[] = {
    { 28, { 10, 6, 12 }, "28 answers, each coded with one theme" },
    { 1, { 1, 0, 0 }, "1 answer, coded with one theme" },
    { 35, { 10, 6, 12 }, "35 answers, of which 28 coded with a theme" },
    { 31, { 10, 6, 12 }, "31 answers, some without a theme" },
    { 29, { 10, 4, 8 }, "29 answers, some without a theme" },
  };
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", NULL);
  const LoketItem *item = loket_questionnaire_find_item (kto, "dissatisfied_about");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketThemes) themes = loket_themes_new (item);
      g_autofree char *words = NULL;

      themes->n = cases[i].n;
      memcpy (themes->n_about, cases[i].n_about, sizeof cases[i].n_about);
      loket_themes_hide (themes);
      words = loket_themes_to_words (themes);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Imports a file of which nobody said what the answers are about. */
static void
import_uncoded (SurveyFixture *fixture,
                const char    *name)
{
  g_autofree char *coded = survey_fixture_read_file (name);
  g_autoptr (GRegex) theme = g_regex_new (",[1-9]: ", 0, 0, NULL);
  g_autofree char *uncoded = g_regex_replace_literal (theme, coded, -1, 0, ",", 0, NULL);

  survey_fixture_import (fixture, "responses", uncoded);
}

/* Answers that nobody coded have nothing to stand in the report. */
static void
test_question_without_a_theme_is_left_out (SurveyFixture *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LoketRelease) release = NULL;

  import_uncoded (fixture, "responses_2023.csv");
  release = release_pages (fixture, "2023", NULL);
  g_assert_cmpuint (release->themes->len, ==, 0);
}

/* The chart of the screen, its table, and the names of what is hidden. */
static void
test_themes_stand_in_the_report (SurveyFixture *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (LoketReportAnnex) annex = NULL;
  g_autoptr (LoketReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LoketReportFacts facts = { "en", "2024-01-10", NULL };
  guint n_charts = 0, n_tables = 0;
  gboolean is_inside = FALSE;

  survey_fixture_import_file (fixture, "responses_2023.csv");
  release = release_pages (fixture, "2023", NULL);
  annex = loket_desk_load_annex (fixture->desk, release->summary, release->themes, &error);
  g_assert_no_error (error);
  facts.annex = annex;
  report = loket_report_new (release->summary, &facts);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);

      if (block->kind == LOKET_BLOCK_HEADING)
        is_inside = g_str_equal (block->text, "What it is about");
      n_charts += is_inside && block->kind == LOKET_BLOCK_CHART;
      n_tables += is_inside && block->kind == LOKET_BLOCK_TABLE;
    }
  g_assert_cmpuint (release->themes->len, >, 0);
  g_assert_cmpuint (n_charts, ==, release->themes->len);
  g_assert_cmpuint (n_tables, ==, release->themes->len);
}

#define ADD(path, test) \
  g_test_add (path, SurveyFixture, NULL, survey_fixture_set_up, test, survey_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/report-act/every-format-is-saved", test_every_format_is_saved);
  ADD ("/report-act/every-format-goes-through-the-ledger",
       test_every_format_goes_through_the_ledger);
  ADD ("/report-act/what-cannot-be-written-did-not-leave",
       test_what_cannot_be_written_did_not_leave);
  ADD ("/report-act/only-what-was-released-is-quoted", test_only_what_was_released_is_quoted);
  ADD ("/report-act/themes-of-a-month-leave-in-one-table",
       test_themes_of_a_month_leave_in_one_table);
  ADD ("/report-act/themes-of-few-are-hidden", test_themes_of_few_are_hidden);
  ADD ("/report-act/words-tell-who-has-a-theme", test_words_tell_who_has_a_theme);
  ADD ("/report-act/question-without-a-theme-is-left-out",
       test_question_without_a_theme_is_left_out);
  ADD ("/report-act/themes-stand-in-the-report", test_themes_stand_in_the_report);

  return g_test_run ();
}
