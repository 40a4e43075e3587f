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

  loket_desk_load_annex_async (fixture->desk, summary, NULL, keep_result, &result);
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

  return g_test_run ();
}
