/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What leaves the program is on record, and what would give anybody away does not leave. */

#include "loket-release-act.h"

#include "loket-error.h"
#include "loket-questionnaires.h"
#include "loket-release-table.h"
#include "loket-released.h"
#include "loket-survey.h"
#include "loket-undo-act.h"
#include "survey-fixture.h"

#include <string.h>

static LoketSummary *
sum_up (SurveyFixture *fixture,
        const char    *period,
        const char    *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (LoketSurvey) survey = loket_survey_new (fixture->desk, kto);
  g_autoptr (LoketFrame) frame = loket_survey_load (survey, &error);
  g_autoptr (LoketRequest) request = loket_request_new (kto);

  g_assert_no_error (error);
  loket_request_set_period (request, period, &error);
  g_assert_no_error (error);
  if (by != NULL)
    loket_request_add_by (request, by, &error);
  g_assert_no_error (error);

  return loket_summary_new (frame, request);
}

static gboolean
add_row (const LoketReleaseRow  *row,
         gpointer                user_data,
         GError                **error)
{
  LoketReleased *released = loket_released_parse (row->request, row->tables, 1, error);

  g_assert_nonnull (released);
  g_assert_cmpstr (row->medium, ==, LOKET_MEDIUM_PDF);
  g_assert_true (g_str_has_prefix (row->at, "2026-11-21T09:4"));
  g_ptr_array_add (user_data, released);

  return TRUE;
}

static gpointer
read_rows (LoketDatabase  *database,
           gpointer        input,
           GError        **error)
{
  return loket_release_table_for_each (database, add_row, input, error) ? input : NULL;
}

static GPtrArray *
read_ledger (SurveyFixture *fixture)
{
  GPtrArray *ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);
  g_autoptr (GError) error = NULL;

  loket_store_read (loket_desk_get_store (fixture->desk), read_rows, ledger, &error);
  g_assert_no_error (error);

  return ledger;
}

static LoketRelease *
must_release (SurveyFixture *fixture,
              const char    *period,
              const char    *by)
{
  g_autoptr (LoketSummary) summary = sum_up (fixture, period, by);
  g_autoptr (GError) error = NULL;
  LoketRelease *release = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF, &error);

  g_assert_no_error (error);
  g_assert_nonnull (release);

  return release;
}

static void
test_is_on_record (SurveyFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  const LoketReleased *released;
  const LoketReleasedQuestion *overall;

  survey_fixture_import_file (fixture, "responses_2023.csv");
  release = must_release (fixture, "2023", "gender");
  ledger = read_ledger (fixture);

  g_assert_cmpuint (release->n_withheld, ==, 0);
  g_assert_cmpuint (ledger->len, ==, 1);
  released = ledger->pdata[0];
  g_assert_cmpstr (released->questionnaire, ==, "kto");
  g_assert_cmpint (released->period.first, ==, loket_month_new (2023, 1));
  g_assert_cmpint (released->period.last, ==, loket_month_new (2023, 12));
  g_assert_cmpuint (loket_released_find_question (released, "")->total, ==, 2159);
  overall = loket_released_find_question (released, "overall");
  g_assert_cmpuint (overall->total, ==, 2159);
  g_assert_cmpuint (overall->groups->len, ==, 2);
  g_assert_cmpuint (g_array_index ((GArray *) overall->groups->pdata[0], guint, 0), ==, 755);
  g_assert_cmpuint (g_array_index ((GArray *) overall->groups->pdata[0], guint, 1), ==, 1377);
  g_assert_cmpuint (g_array_index ((GArray *) overall->groups->pdata[0], guint, 2), ==, 27);
}

static void
test_withdrawn_leaves_nothing (SurveyFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  g_autoptr (GError) error = NULL;

  survey_fixture_import_lines (fixture, 1, 20);
  release = must_release (fixture, "2023", NULL);
  g_assert_true (loket_desk_withdraw_release (fixture->desk, release, &error));
  g_assert_no_error (error);

  ledger = read_ledger (fixture);
  g_assert_cmpuint (ledger->len, ==, 0);
}

/* Three answers more: whoever has both papers knows what these three said. */
static void
test_refuses_what_an_earlier_release_gives_away (SurveyFixture *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketRelease) third = NULL;
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  g_autoptr (GError) error = NULL;

  survey_fixture_import_lines (fixture, 1, 20);
  first = must_release (fixture, "2023", NULL);
  survey_fixture_import_lines (fixture, 21, 3);
  summary = sum_up (fixture, "2023", NULL);
  second = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF, &error);
  g_assert_null (second);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "1 to 4 clients"));

  ledger = read_ledger (fixture);
  g_assert_cmpuint (ledger->len, ==, 1);

  survey_fixture_import_lines (fixture, 24, 7);
  third = must_release (fixture, "2023", NULL);
}

static void
undo (SurveyFixture *fixture,
      const char    *act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_undo (fixture->desk, act, &error);

  g_assert_no_error (error);
  g_assert_nonnull (deed);
}

static void
must_refuse (SurveyFixture *fixture,
             const char    *period)
{
  g_autoptr (LoketSummary) summary = sum_up (fixture, period, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketRelease) release = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF,
                                                         &error);

  g_assert_null (release);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

/* Three answers fewer tell as much as three answers more. */
static void
test_refuses_what_an_undone_import_gives_away (SurveyFixture *fixture,
                                               gconstpointer  data)
{
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) third = NULL;

  survey_fixture_import_lines (fixture, 1, 20);
  survey_fixture_import_lines (fixture, 21, 3);
  first = must_release (fixture, "2023", NULL);
  undo (fixture, fixture->act);
  must_refuse (fixture, "2023");

  survey_fixture_import_lines (fixture, 21, 3);
  third = must_release (fixture, "2023", NULL);
}

/* The first line of 2023 with another grade in all. */
static void
import_corrected (SurveyFixture *fixture)
{
  g_autofree char *text = survey_fixture_read_file ("responses_2023.csv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_auto (GStrv) columns = g_strsplit (lines[0], ",", -1);
  g_auto (GStrv) fields = g_strsplit (lines[1], ",", -1);
  g_autofree char *header = NULL;
  g_autofree char *line = NULL;
  g_autofree char *csv = NULL;

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *other = g_strcmp0 (fields[i], "3") == 0 ? "4" : "3";

      if (!g_str_equal (columns[i], "overall"))
        continue;
      g_free (fields[i]);
      fields[i] = g_strdup (other);
    }
  header = g_strjoinv (",", columns);
  line = g_strjoinv (",", fields);
  csv = g_strdup_printf ("%s\n%s\n", header, line);
  survey_fixture_import (fixture, "responses", csv);
}

static gboolean
shows_grades (const LoketRelease *release)
{
  for (guint i = 0; i < release->summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (release->summary->questions, i);

      if (g_str_equal (question->item->id, "overall"))
        return !question->hidden;
    }
  g_assert_not_reached ();
}

/* What was corrected before anything left, or back to what it said, tells nothing. */
static void
test_hides_what_a_correction_gives_away (SurveyFixture *fixture,
                                         gconstpointer  data)
{
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) second = NULL;
  g_autoptr (LoketRelease) third = NULL;

  survey_fixture_import_lines (fixture, 1, 20);
  import_corrected (fixture);
  first = must_release (fixture, "2023", NULL);
  g_assert_true (shows_grades (first));

  undo (fixture, fixture->act);
  second = must_release (fixture, "2023", NULL);
  g_assert_cmpuint (second->n_withheld, ==, 1);
  g_assert_false (shows_grades (second));

  import_corrected (fixture);
  third = must_release (fixture, "2023", NULL);
  g_assert_true (shows_grades (third));
}

/* The same figures may leave as often as one likes. */
static void
test_the_same_again_withholds_nothing (SurveyFixture *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketRelease) first = NULL;
  g_autoptr (LoketRelease) second = NULL;
  g_autofree char *first_json = NULL;
  g_autofree char *second_json = NULL;

  survey_fixture_import_lines (fixture, 1, 200);
  first = must_release (fixture, "2023", "situation");
  second = must_release (fixture, "2023", "situation");
  first_json = loket_summary_to_json (first->summary);
  second_json = loket_summary_to_json (second->summary);
  g_assert_cmpuint (second->n_withheld, ==, first->n_withheld);
  g_assert_cmpstr (first_json, ==, second_json);
}

static void
test_wants_the_figures_of_now (SurveyFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (GError) error = NULL;

  survey_fixture_import_lines (fixture, 1, 20);
  summary = sum_up (fixture, "2023", NULL);
  survey_fixture_import_lines (fixture, 21, 20);
  release = loket_desk_release (fixture->desk, summary, LOKET_MEDIUM_PDF, &error);
  g_assert_null (release);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
}

static void
released_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  LoketRelease **release = user_data;
  g_autoptr (GError) error = NULL;

  *release = loket_desk_release_finish (LOKET_DESK (object), result, &error);
  g_assert_no_error (error);
}

static void
withdrawn_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  gboolean *is_withdrawn = user_data;
  g_autoptr (GError) error = NULL;

  *is_withdrawn = loket_desk_withdraw_release_finish (LOKET_DESK (object), result, &error);
  g_assert_no_error (error);
}

static void
test_a_window_need_not_wait (SurveyFixture *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketRelease) release = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gboolean is_withdrawn = FALSE;

  survey_fixture_import_lines (fixture, 1, 20);
  summary = sum_up (fixture, "2023", NULL);
  loket_desk_release_async (fixture->desk, summary, LOKET_MEDIUM_PDF, NULL, released_cb, &release);
  while (release == NULL)
    g_main_context_iteration (NULL, TRUE);
  before = read_ledger (fixture);
  g_assert_cmpuint (before->len, ==, 1);

  loket_desk_withdraw_release_async (fixture->desk, release, NULL, withdrawn_cb, &is_withdrawn);
  while (!is_withdrawn)
    g_main_context_iteration (NULL, TRUE);
  after = read_ledger (fixture);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (SurveyFixture *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/release/is-on-record", test_is_on_record },
    { "/release/withdrawn-leaves-nothing", test_withdrawn_leaves_nothing },
    { "/release/refuses-what-an-earlier-release-gives-away",
      test_refuses_what_an_earlier_release_gives_away },
    { "/release/refuses-what-an-undone-import-gives-away",
      test_refuses_what_an_undone_import_gives_away },
    { "/release/hides-what-a-correction-gives-away", test_hides_what_a_correction_gives_away },
    { "/release/the-same-again-withholds-nothing", test_the_same_again_withholds_nothing },
    { "/release/wants-the-figures-of-now", test_wants_the_figures_of_now },
    { "/release/a-window-need-not-wait", test_a_window_need_not_wait },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SurveyFixture, NULL, survey_fixture_set_up, tests[i].func,
                survey_fixture_tear_down);

  return g_test_run ();
}
