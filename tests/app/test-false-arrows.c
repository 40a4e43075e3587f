/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Years in which nothing changes: with Holm hardly a page of them shows an arrow. */

#include "loket-answers.h"
#include "satisfaction-fixture.h"

#define N_YEARS       10000
#define N_COUNSELLORS 12
#define N_GRADES      4
/* 5% of the pages and three standard errors. */
#define MOST_FALSE 570

#define TEXTS(text) "{\"nl\": \"" text "\", \"en\": \"" text "\"}"
#define GRADE(id)                                                                                  \
  "{\"id\": \"" id "\", \"type\": \"grade\", \"min\": 1, \"max\": 10, \"na\": true, \"text\": "    \
  TEXTS (id) "}"
#define OPTION(code) "{\"code\": \"" code "\", \"text\": " TEXTS (code) "}"
#define BAND(code, min, max)                                                                       \
  "{\"code\": \"" code "\", \"text\": " TEXTS (code) ", \"min\": " min ", \"max\": " max "}"

/* What a page shows: grades with their bands, a question with several answers, counsellors. */
static const char page_json[] =
    "{\"format\": 1, \"id\": \"page\", \"title\": " TEXTS ("Page") ", \"summary\": {"
    "\"na\": {\"label\": " TEXTS ("n/a") "}, \"not_answered_in_denominator\": true, "
    "\"grade_bands\": [" BAND ("good", "8", "10") ", " BAND ("sufficient", "6", "7") ", "
    BAND ("insufficient", "1", "5") "]}, \"items\": [" GRADE ("overall") ", " GRADE ("website") ", "
    GRADE ("advice") ", " GRADE ("tests") ", "
    "{\"id\": \"brought\", \"type\": \"multiple\", \"text\": " TEXTS ("Brought") ", \"options\": ["
    OPTION ("a") ", " OPTION ("b") ", " OPTION ("c") ", " OPTION ("d") "]}]}";

/* How often each grade was given in 2023, of 2,159; the last is n.v.t. */
static const guint grade_counts[] = { 37, 9, 27, 32, 89, 148, 305, 694, 446, 372, 150 };
static const double option_shares[] = { 0.42, 0.26, 0.1, 0.55 };

static void
draw_grade (GRand *chance,
            char  *text)
{
  guint n_all = 0;
  guint place = 0;
  guint grade = 0;

  for (guint i = 0; i < G_N_ELEMENTS (grade_counts); i++)
    n_all += grade_counts[i];
  place = (guint) g_rand_int_range (chance, 0, (gint32) n_all);
  while (place >= grade_counts[grade])
    place -= grade_counts[grade++];
  g_snprintf (text, 3, "%s", "");
  if (grade < 10)
    g_snprintf (text, 3, "%u", grade + 1);
}

static void
draw_options (GRand *chance,
              char  *text)
{
  *text = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (option_shares); i++)
    {
      if (g_rand_double (chance) >= option_shares[i])
        continue;
      if (*text != '\0')
        strcat (text, ";");
      strcat (text, (char[]) { (char) ('a' + i), '\0' });
    }
}

static void
append_client (LoketFrame *frame,
               GRand      *chance,
               int         year,
               guint       counsellor)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_get_version (loket_frame_get_questionnaire (frame), 0);
  char answers[SATISFACTION_ANSWERS_ROOM];
  char name[4];
  LoketFrameRow row = { loket_month_new (year, 6), 0, "", name, 0, answers };

  g_snprintf (name, sizeof name, "A%02u", counsellor);
  loket_answers_clear (version, answers);
  for (guint i = 0; i <= N_GRADES; i++)
    {
      char text[16];

      if (i < N_GRADES)
        draw_grade (chance, text);
      else
        draw_options (chance, text);
      g_assert_true (loket_answers_set (version, i, text, strlen (text), answers, NULL));
    }
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_true (loket_frame_append (frame, &row, NULL));
}

/* A year, and the one before, with 5 to 45 clients for each counsellor. */
static LoketFrame *
draw_years (LoketQuestionnaire *questionnaire,
            GRand              *chance)
{
  LoketFrame *frame = loket_frame_new (questionnaire);

  for (int year = 2022; year <= 2023; year++)
    {
      for (guint counsellor = 1; counsellor <= N_COUNSELLORS; counsellor++)
        {
          int n = g_rand_int_range (chance, 5, 46);

          for (int i = 0; i < n; i++)
            append_client (frame, chance, year, counsellor);
        }
    }
  return frame;
}

static guint
count_arrows (const LoketSummary *summary)
{
  guint n_arrows = 0;

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      n_arrows += question->change != LOKET_CHANGE_NONE;
      for (guint k = 0; k < question->shares->len; k++)
        n_arrows += g_array_index (question->shares, LoketShare, k).change != LOKET_CHANGE_NONE;
      for (guint k = 0; k < question->groups->len; k++)
        n_arrows += ((LoketGroupSummary *) g_ptr_array_index (question->groups, k))->differs !=
                    LOKET_CHANGE_NONE;
    }
  return n_arrows;
}

static LoketSummary *
summarise (LoketFrame *frame,
           gboolean    holm)
{
  g_autoptr (LoketRequest) request = loket_request_new (loket_frame_get_questionnaire (frame));

  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_set_against (request, "2022", NULL));
  g_assert_true (loket_request_add_by (request, "counsellor", NULL));
  request->holm = holm;
  return loket_summary_new (frame, request);
}

static LoketQuestionnaire *
load_page (void)
{
  g_autoptr (GError) error = NULL;
  LoketQuestionnaire *questionnaire =
      loket_questionnaire_new_from_json ("page.json", page_json, -1, &error);

  g_assert_no_error (error);
  return questionnaire;
}

static void
test_false_arrows_are_rare (void)
{
  g_autoptr (LoketQuestionnaire) questionnaire = load_page ();
  GRand *chance = g_rand_new_with_seed (20261122);
  guint n_false = 0;
  guint n_comparisons = 0;

  for (guint i = 0; i < N_YEARS; i++)
    {
      g_autoptr (LoketFrame) frame = draw_years (questionnaire, chance);
      g_autoptr (LoketSummary) summary = summarise (frame, TRUE);

      n_false += count_arrows (summary) > 0 ? 1 : 0;
      n_comparisons = MAX (n_comparisons, summary->comparisons);
    }
  g_rand_free (chance);
  g_test_message ("%u of %u pages with a false arrow, up to %u comparisons on each", n_false,
                  N_YEARS, n_comparisons);
  g_assert_cmpuint (n_comparisons, ==, N_GRADES * (1 + 4 + N_COUNSELLORS) + 4);
  g_assert_cmpuint (n_false, <=, MOST_FALSE);
}

/* Else the test above would say nothing. */
static void
test_without_holm_they_are_not (void)
{
  g_autoptr (LoketQuestionnaire) questionnaire = load_page ();
  GRand *chance = g_rand_new_with_seed (20261122);
  guint n_false = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (LoketFrame) frame = draw_years (questionnaire, chance);
      g_autoptr (LoketSummary) summary = summarise (frame, FALSE);

      n_false += count_arrows (summary) > 0 ? 1 : 0;
    }
  g_rand_free (chance);
  g_assert_cmpuint (n_false, >, 80);
}

/* A real change is still seen. */
static void
test_holm_keeps_what_is_real (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autoptr (LoketSummary) plain = NULL;
  g_autoptr (LoketSummary) corrected = NULL;
  const LoketQuestionSummary *overall = NULL;
  guint n_kept = 0;

  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_set_against (request, "2022", NULL));
  g_assert_true (loket_request_add_by (request, "sessions", NULL));
  plain = loket_summary_new (frame, request);
  request->holm = TRUE;
  corrected = loket_summary_new (frame, request);
  g_assert_cmpuint (count_arrows (corrected), <, count_arrows (plain));
  g_assert_cmpuint (corrected->comparisons, ==, plain->comparisons);
  overall = satisfaction_find_question (corrected, "overall");
  for (guint i = 0; i < overall->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (overall->groups, i);

      g_assert_cmpint (group->test, ==, LOKET_TEST_WELCH);
      g_assert_cmpfloat (group->adjusted_p, >=, group->p);
      n_kept += group->differs != LOKET_CHANGE_NONE ? 1 : 0;
    }
  g_assert_cmpuint (n_kept, >=, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/false-arrows/are-rare-with-holm", test_false_arrows_are_rare);
  g_test_add_func ("/false-arrows/are-not-without-it", test_without_holm_they_are_not);
  g_test_add_func ("/false-arrows/holm-keeps-what-is-real", test_holm_keeps_what_is_real);
  return g_test_run ();
}
