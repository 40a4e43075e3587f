/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A summary shows what it may, and says it in JSON, as a file of values and as text. */

#include "loket-summary.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>

#include "loket-answers.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketQuestionnaire *kto;
  LoketFrame         *frame;
  LoketRequest       *request;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->kto = satisfaction_load_kto ();
  fixture->frame = data != NULL ? loket_frame_new (fixture->kto)
                                : satisfaction_load_frame (fixture->kto);
  fixture->request = loket_request_new (fixture->kto);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->request, loket_request_free);
  g_clear_object (&fixture->frame);
  g_clear_object (&fixture->kto);
}

static LoketSummary *
summarise (Fixture    *fixture,
           const char *period,
           const char *against,
           const char *by,
           const char *where)
{
  if (period != NULL)
    g_assert_true (loket_request_set_period (fixture->request, period, NULL));
  if (against != NULL)
    g_assert_true (loket_request_set_against (fixture->request, against, NULL));
  if (by != NULL)
    g_assert_true (loket_request_add_by (fixture->request, by, NULL));
  if (where != NULL)
    g_assert_true (loket_request_add_where (fixture->request, where, NULL));
  return loket_summary_new (fixture->frame, fixture->request);
}

/* A response of 2023 with one grade and nothing else. */
static void
grade (Fixture    *fixture,
       const char *office,
       const char *counsellor,
       const char *text)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (fixture->kto, 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];
  LoketFrameRow row = { loket_month_new (2023, 5), 0, office, counsellor, 2023, answers };

  loket_answers_clear (version, answers);
  g_assert_true (loket_answers_set (version, 0, text, strlen (text), answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_true (loket_frame_append (fixture->frame, &row, NULL));
}

static const LoketGroupSummary *
find_group (Fixture                    *fixture,
            const LoketQuestionSummary *question,
            const char                 *value)
{
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (g_str_equal (loket_frame_get_group_value (fixture->frame, &group->by, group->group), value))
        return group;
    }
  return NULL;
}

static void
test_groups_against_all_others (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", NULL, "situation", NULL);
  const LoketQuestionSummary *overall = satisfaction_find_question (summary, "overall");
  const LoketGroupSummary *jobseeker = find_group (fixture, overall, "jobseeker");
  const LoketGroupSummary *work = find_group (fixture, overall, "work");
  guint n = 0;

  g_assert_cmpuint (overall->groups->len, ==, 8);
  for (guint i = 0; i < overall->groups->len; i++)
    n += ((const LoketGroupSummary *) g_ptr_array_index (overall->groups, i))->n;
  g_assert_cmpuint (n, ==, 2159);
  g_assert_cmpuint (loket_round_ratio (jobseeker->grades.sum, jobseeker->n, 10), ==, 73);
  g_assert_cmpint (jobseeker->differs, ==, LOKET_CHANGE_DOWN);
  g_assert_cmpfloat (jobseeker->p, <, 0.001);
  g_assert_cmpuint (loket_round_ratio (work->grades.sum, work->n, 10), ==, 80);
  /* Questions that are a choice have their options in each group. */
  overall = satisfaction_find_question (summary, "aftercare");
  jobseeker = find_group (fixture, overall, "jobseeker");
  g_assert_cmpuint (jobseeker->shares->len, ==, 4);
  g_assert_cmpuint (
      loket_round_ratio (g_array_index (jobseeker->shares, LoketShare, 3).count, jobseeker->base, 100),
      ==, 21);
}

static void
test_compares_what_is_not_new (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", NULL, NULL);
  const LoketQuestionSummary *clarity = satisfaction_find_question (summary, "clarity");
  const LoketQuestionSummary *knowledge = satisfaction_find_question (summary, "knowledge");
  const LoketQuestionSummary *situation = satisfaction_find_question (summary, "situation");

  g_assert_true (clarity->is_new);
  g_assert_false (clarity->has_against);
  g_assert_false (knowledge->is_new);
  g_assert_true (knowledge->has_against);
  g_assert_true (satisfaction_find_share (knowledge, "good")->has_against);
  g_assert_true (satisfaction_find_share (situation, "work")->has_against);
  g_assert_false (satisfaction_find_share (situation, "self_employed")->has_against);
}

static void
test_earlier_version_asks_less (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2022", NULL, NULL, NULL);
  const LoketQuestionSummary *situation = satisfaction_find_question (summary, "situation");

  g_assert_cmpuint (summary->totals.responses, ==, 960);
  g_assert_null (satisfaction_find_question (summary, "clarity"));
  g_assert_null (satisfaction_find_share (situation, "self_employed"));
}

static void
test_years_together (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (summary->totals.responses, ==, 960 + 2159);
  g_assert_cmpuint (satisfaction_find_question (summary, "overall")->base, ==, 960 + 2159);
  g_assert_cmpuint (satisfaction_find_question (summary, "clarity")->base, ==, 2159);
  g_assert_cmpuint (satisfaction_find_question (summary, "tests")->base, ==, 377 + 861);
}

static void
test_hides_small_groups_and_one_more (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  const LoketQuestionSummary *overall = NULL;

  for (guint i = 0; i < 60; i++)
    grade (fixture, "Large", "A1", i % 2 == 0 ? "7" : "9");
  for (guint i = 0; i < 52; i++)
    grade (fixture, "Middle", "A2", i % 2 == 0 ? "6" : "9");
  for (guint i = 0; i < 4; i++)
    grade (fixture, "Small", "A3", "10");
  summary = summarise (fixture, "2023", NULL, "office", NULL);
  overall = satisfaction_find_question (summary, "overall");

  g_assert_cmpuint (overall->n, ==, 116);
  g_assert_true (find_group (fixture, overall, "Small")->hidden);
  g_assert_true (find_group (fixture, overall, "Middle")->hidden);
  g_assert_false (find_group (fixture, overall, "Large")->hidden);
  g_assert_cmpuint (find_group (fixture, overall, "Middle")->n, ==, 0);
  /* Nor can the hidden ones be read off the ranking or the fair comparison. */
  g_assert_cmpuint (overall->ranking->len, ==, 1);
  g_assert_cmpstr (g_array_index (overall->ranking, LoketRank, 0).name, ==, "Large");
  g_assert_cmpuint (overall->fair->units->len, ==, 1);
}

static void
test_shows_nothing_of_four (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  const LoketQuestionSummary *overall = NULL;

  for (guint i = 0; i < 4; i++)
    grade (fixture, "Small", "A3", "9");
  summary = summarise (fixture, "2023", NULL, "counsellor", NULL);
  overall = satisfaction_find_question (summary, "overall");
  g_assert_true (summary->totals.hidden);
  g_assert_cmpuint (summary->totals.responses, ==, 0);
  g_assert_true (overall->hidden);
  g_assert_cmpuint (overall->n, ==, 0);
  g_assert_cmpuint (overall->groups->len, ==, 0);
  g_assert_cmpuint (overall->shares->len, ==, 0);
  g_assert_null (overall->fair);
  json = loket_summary_to_json (summary);
  csv = loket_summary_to_csv (summary);
  text = loket_summary_to_text (summary, "en");
  g_assert_null (strstr (json, "4"));
  g_assert_null (strstr (json, "A3"));
  g_assert_null (strstr (csv, "4"));
  g_assert_nonnull (strstr (text, "1 to 4"));
}

static void
test_against_period_of_four_is_not_shown (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;

  for (guint i = 0; i < 30; i++)
    grade (fixture, "Large", "A1", i % 2 == 0 ? "7" : "9");
  summary = summarise (fixture, "2023", "2022", NULL, NULL);
  g_assert_false (satisfaction_find_question (summary, "overall")->has_against);
  g_assert_cmpuint (summary->against.responses, ==, 0);
}

static void
test_alike_grades_have_no_test (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  const LoketGroupSummary *group = NULL;

  for (guint i = 0; i < 20; i++)
    grade (fixture, i < 10 ? "North" : "South", "A1", "8");
  summary = summarise (fixture, "2023", NULL, "office", NULL);
  group = find_group (fixture, satisfaction_find_question (summary, "overall"), "North");
  g_assert_true (isnan (group->p));
  g_assert_cmpint (group->differs, ==, LOKET_CHANGE_NONE);
}

static void
test_nothing_there (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, NULL, NULL, "office", NULL);
  g_autofree char *text = loket_summary_to_text (summary, "en");

  g_assert_cmpuint (summary->totals.responses, ==, 0);
  g_assert_false (summary->totals.hidden);
  g_assert_true (satisfaction_find_question (summary, "overall")->hidden);
  g_assert_nonnull (strstr (text, "No responses"));
}

/* Which grade is about everything does not depend on how many gave it. */
static void
test_total_is_the_first_grade (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) opo = satisfaction_load_questionnaire ("stap-opo-2025");
  g_autoptr (LoketFrame) frame = loket_frame_new (opo);
  g_autoptr (LoketRequest) request = loket_request_new (opo);
  g_autoptr (LoketSummary) ungraded = loket_summary_new (frame, request);
  g_autoptr (LoketSummary) summary = NULL;
  const LoketQuestionSummary *total;

  for (guint i = 0; i < 4; i++)
    grade (fixture, "Small", "A3", "9");
  summary = summarise (fixture, "2023", NULL, NULL, NULL);
  total = loket_summary_find_total (summary);
  g_assert_nonnull (total);
  g_assert_cmpstr (total->item->id, ==, "overall");
  g_assert_true (total->hidden);
  g_assert_cmpuint (ungraded->questions->len, >, 0);
  g_assert_null (loket_summary_find_total (ungraded));
}

static JsonObject *
get_question (JsonNode   *root,
              const char *id)
{
  JsonArray *questions =
      json_object_get_array_member (json_node_get_object (root), "questions");

  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      if (g_str_equal (json_object_get_string_member (question, "id"), id))
        return question;
    }
  g_error ("no question %s", id);
}

static void
test_json_has_all_keys (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const keys[] = { "id",     "kind",        "base",      "n",       "na",
                                       "mean",   "sd",          "ci95",      "shares",  "shares_ci95",
                                       "groups", "histogram",   "against",   "ranking", "fair" };
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", "counsellor", NULL);
  g_autofree char *text = loket_summary_to_json (summary);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonObject *overall = get_question (root, "overall");
  JsonObject *aftercare = get_question (root, "aftercare");
  JsonObject *brought = get_question (root, "questions_brought");
  JsonArray *options = json_object_get_array_member (brought, "options");
  JsonObject *option = json_array_get_object_element (options, 0);

  g_assert_cmpstr (json_object_get_string_member (object, "questionnaire"), ==, "kto");
  g_assert_cmpstr (json_object_get_string_member (object, "period"), ==, "2023");
  g_assert_cmpstr (json_object_get_string_member (object, "against"), ==, "2022");
  g_assert_cmpint (json_object_get_int_member (object, "responses"), ==, 2159);
  g_assert_true (json_object_get_null_member (object, "invited"));
  g_assert_true (json_object_get_null_member (object, "response_rate"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (overall, keys[i]));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (overall, "mean"),
                                  7.8781843446039833, 1e-12);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (overall, "histogram")), ==,
                    10);
  g_assert_true (json_object_get_null_member (get_question (root, "clarity"), "against"));
  g_assert_cmpstr (json_object_get_string_member (aftercare, "kind"), ==, "single");
  g_assert_false (json_object_has_member (aftercare, "mean"));
  g_assert_cmpstr (json_object_get_string_member (option, "code"), ==, "which_work");
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (option, "against"), "change"),
                   ==, "rise");
}

static void
test_json_of_hidden_group_has_no_numbers (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", NULL, "counsellor", NULL);
  g_autofree char *text = loket_summary_to_json (summary);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *groups =
      json_object_get_array_member (get_question (root, "overall"), "groups");
  guint n_hidden = 0;

  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);

      if (!json_object_get_boolean_member (group, "hidden"))
        continue;
      n_hidden++;
      g_assert_cmpuint (json_object_get_size (group), ==, 3);
    }
  g_assert_cmpuint (json_array_get_length (groups), ==, 150);
  g_assert_cmpuint (n_hidden, ==, 14);
}

/* The same whatever the locale, because programs read it. */
static void
test_files_have_points (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", NULL, NULL);
  g_autofree char *json = loket_summary_to_json (summary);
  g_autofree char *csv = loket_summary_to_csv (summary);
  g_autofree char *dutch_json = NULL;
  g_autofree char *dutch_csv = NULL;
  g_autofree char *dutch_text = NULL;

  g_assert_true (g_str_has_prefix (csv, "question,kind,by,value,code,base,n,"));
  g_assert_nonnull (strstr (csv, "\noverall,grade,,,,2159,2159,,,7.878184344603983"));
  if (setlocale (LC_ALL, "nl_NL.UTF-8") == NULL)
    {
      g_test_skip ("there is no Dutch locale");
      return;
    }
  dutch_json = loket_summary_to_json (summary);
  dutch_csv = loket_summary_to_csv (summary);
  dutch_text = loket_summary_to_text (summary, "nl");
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (dutch_json, ==, json);
  g_assert_cmpstr (dutch_csv, ==, csv);
  g_assert_nonnull (strstr (dutch_text, "7,80–7,95"));
  g_assert_nonnull (strstr (dutch_text, "2.159"));
}

static void
test_csv_quotes_names (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = NULL;
  g_autofree char *csv = NULL;

  for (guint i = 0; i < 8; i++)
    grade (fixture, "Zuid, \"De Peel\"", "A1", "8");
  summary = summarise (fixture, "2023", NULL, "office", NULL);
  csv = loket_summary_to_csv (summary);
  g_assert_nonnull (strstr (csv, "\noverall,grade,office,\"Zuid, \"\"De Peel\"\"\",,8,8,,,8,"));
}

static void
test_text_is_aligned (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char expected[] =
      "                             mean        95%  good  sufficient  insufficient  n/a     n  2022\n"
      "Overall satisfaction          7.9  7.80–7.95   70%         21%            9%       2159   7.9\n"
      "Website                       7.5  7.40–7.56   41%         29%            6%  24%  1641   7.4\n";
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", "sessions", NULL);
  g_autofree char *text = loket_summary_to_text (summary, "en");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (strstr (text, expected) == NULL)
    g_error ("not found in:\n%s", text);
  g_assert_nonnull (strstr (text, "42%  Which work suits me?"));
  g_assert_nonnull (strstr (text, "▲ was 37%"));
  g_assert_nonnull (strstr (text, "Five sessions or more"));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_false (g_str_has_suffix (lines[i], " "));
}

int
main (int    argc,
      char **argv)
{
  const char *empty = "empty";

  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/summary/groups-against-all-others", NULL, test_groups_against_all_others);
  ADD ("/summary/compares-what-is-not-new", NULL, test_compares_what_is_not_new);
  ADD ("/summary/earlier-version-asks-less", NULL, test_earlier_version_asks_less);
  ADD ("/summary/years-together", NULL, test_years_together);
  ADD ("/summary/hides-small-groups-and-one-more", empty, test_hides_small_groups_and_one_more);
  ADD ("/summary/shows-nothing-of-four", empty, test_shows_nothing_of_four);
  ADD ("/summary/against-period-of-nobody", empty, test_against_period_of_four_is_not_shown);
  ADD ("/summary/alike-grades-have-no-test", empty, test_alike_grades_have_no_test);
  ADD ("/summary/nothing-there", empty, test_nothing_there);
  ADD ("/summary/total-is-the-first-grade", empty, test_total_is_the_first_grade);
  ADD ("/summary/json-has-all-keys", NULL, test_json_has_all_keys);
  ADD ("/summary/json-of-hidden-group-has-no-numbers", NULL,
       test_json_of_hidden_group_has_no_numbers);
  ADD ("/summary/files-have-points", NULL, test_files_have_points);
  ADD ("/summary/csv-quotes-names", empty, test_csv_quotes_names);
  ADD ("/summary/text-is-aligned", NULL, test_text_is_aligned);
#undef ADD
  return g_test_run ();
}
