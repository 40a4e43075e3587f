/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Recomputed from the responses, every published figure of 2023 comes out. */

#include <json-glib/json-glib.h>

#include "loket-summary.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketSummary *summary;
  JsonNode     *published;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (LoketFrame) frame = satisfaction_load_frame (kto);
  g_autoptr (LoketRequest) request = loket_request_new (kto);
  g_autofree char *json = satisfaction_read_data ("kto/published_2023.json");

  fixture->published = json_from_string (json, NULL);
  g_assert_nonnull (fixture->published);
  /* Given per month for all offices together; how it divides over the months does not matter. */
  for (int month = 2; month <= 12; month++)
    g_assert_true (loket_frame_add_invited (frame, loket_month_new (2023, month), "", "",
                                            month < 12 ? 1000 : 1046, NULL));
  g_assert_true (loket_request_set_period (request, "2023", NULL));
  g_assert_true (loket_request_set_against (request, "2022", NULL));
  fixture->summary = loket_summary_new (frame, request);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->summary, loket_summary_unref);
  g_clear_pointer (&fixture->published, json_node_unref);
}

static JsonObject *
get_root (Fixture *fixture)
{
  return json_node_get_object (fixture->published);
}

static guint
round_percent (const LoketShare *share)
{
  return (guint) loket_round_ratio (share->count, share->base, 100);
}

static double
round_mean (const LoketMoments *grades)
{
  return (double) loket_round_ratio (grades->sum, grades->n, 10) / 10;
}

static void
check_band_shares (const LoketQuestionSummary *question,
                   JsonObject                 *shares)
{
  g_autoptr (GList) codes = json_object_get_members (shares);

  g_assert_cmpuint (g_list_length (codes), ==, 4);
  for (GList *l = codes; l != NULL; l = l->next)
    {
      const LoketShare *share = satisfaction_find_share (question, l->data);

      if (!json_object_get_null_member (shares, l->data))
        g_assert_cmpint (round_percent (share), ==, json_object_get_int_member (shares, l->data));
    }
}

/* The published list is the top of ours. */
static void
check_ranking (const LoketQuestionSummary *question,
               JsonArray                  *top)
{
  g_assert_cmpuint (question->ranking->len, >=, json_array_get_length (top));
  for (guint i = 0; i < json_array_get_length (top); i++)
    {
      JsonObject *published = json_array_get_object_element (top, i);
      const LoketRank *rank = &g_array_index (question->ranking, LoketRank, i);

      g_assert_cmpstr (rank->name, ==, json_object_get_string_member (published, "loket"));
      g_assert_cmpint (rank->rank, ==, json_object_get_int_member (published, "rank"));
      g_assert_cmpint (rank->n, ==, json_object_get_int_member (published, "n"));
      g_assert_cmpfloat (rank->tenths / 10.0, ==, json_object_get_double_member (published, "mean"));
    }
}

static void
check_graded (Fixture    *fixture,
              JsonObject *published)
{
  const LoketQuestionSummary *question = satisfaction_find_question (
      fixture->summary, json_object_get_string_member (published, "id"));

  g_assert_nonnull (question);
  g_assert_cmpstr (question->item->text.nl, ==, json_object_get_string_member (published, "text_nl"));
  g_assert_cmpint (question->base, ==, json_object_get_int_member (published, "base_n"));
  g_assert_cmpint (question->item->threshold, ==,
                   json_object_get_int_member (published, "top_list_min_n"));
  check_band_shares (question, json_object_get_object_member (published, "shares_pct"));
  g_assert_cmpfloat (round_mean (&question->grades), ==,
                     json_object_get_double_member (published, "mean"));
  g_assert_cmpint (question->has_against, ==,
                   !json_object_get_null_member (published, "mean_2022"));
  if (question->has_against)
    g_assert_cmpfloat (round_mean (&question->against), ==,
                       json_object_get_double_member (published, "mean_2022"));
  check_ranking (question, json_object_get_array_member (published, "top_list"));
}

static void
test_grades (Fixture       *fixture,
             gconstpointer  data)
{
  JsonArray *graded = json_object_get_array_member (get_root (fixture), "graded");

  g_assert_cmpuint (json_array_get_length (graded), ==, 9);
  for (guint i = 0; i < json_array_get_length (graded); i++)
    check_graded (fixture, json_array_get_object_element (graded, i));
}

static void
test_response (Fixture       *fixture,
               gconstpointer  data)
{
  const LoketSummaryTotals *totals = &fixture->summary->totals;
  JsonObject *response = json_object_get_object_member (get_root (fixture), "response");

  g_assert_cmpint (totals->responses, ==, json_object_get_int_member (get_root (fixture), "n"));
  g_assert_cmpint (totals->responses, ==, json_object_get_int_member (response, "net_response"));
  g_assert_true (totals->knows_invited);
  g_assert_cmpint ((gint64) totals->invited, ==, json_object_get_int_member (response, "sent"));
  g_assert_cmpfloat ((double) loket_round_ratio (totals->responses, totals->invited, 1000) / 10, ==,
                     json_object_get_double_member (response, "response_pct"));
  g_assert_cmpuint (totals->offices, ==, 34);
  g_assert_cmpuint (fixture->summary->against.responses, ==, 960);
  g_assert_cmpuint (fixture->summary->against.offices, ==, 26);
  g_assert_false (fixture->summary->against.knows_invited);
}

static void
check_options (const LoketQuestionSummary *question,
               JsonArray                  *published)
{
  g_assert_cmpuint (question->shares->len, ==, json_array_get_length (published));
  for (guint i = 0; i < json_array_get_length (published); i++)
    {
      JsonObject *option = json_array_get_object_element (published, i);
      const LoketShare *share = satisfaction_find_share (
          question, json_object_get_string_member (option, "code"));

      g_assert_nonnull (share);
      g_assert_cmpint (round_percent (share), ==, json_object_get_int_member (option, "pct"));
      g_assert_cmpstr (share->text->nl, ==, json_object_get_string_member (option, "nl"));
    }
}

static void
test_questions_brought (Fixture       *fixture,
                        gconstpointer  data)
{
  const LoketQuestionSummary *question =
      satisfaction_find_question (fixture->summary, "questions_brought");
  JsonObject *published = json_object_get_object_member (get_root (fixture), "questions_brought");
  JsonObject *change = json_object_get_object_member (published, "change_2023_vs_2022");
  JsonArray *rises = json_object_get_array_member (change, "rise");
  guint n_rises = 0;

  check_options (question, json_object_get_array_member (published, "shares_2023"));
  g_assert_cmpuint (json_array_get_length (rises), >, 0);
  for (guint i = 0; i < json_array_get_length (rises); i++)
    {
      const LoketShare *share = satisfaction_find_share (
          question, json_array_get_string_element (rises, i));

      g_assert_cmpint (share->change, ==, LOKET_CHANGE_UP);
    }
  /* The report names one; by its own 5% rule there are three, and no fall. */
  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);

      g_assert_true (share->has_against);
      g_assert_cmpint (share->change, !=, LOKET_CHANGE_DOWN);
      n_rises += share->change == LOKET_CHANGE_UP ? 1 : 0;
    }
  g_assert_cmpuint (n_rises, ==, 3);
}

static void
test_aftercare (Fixture       *fixture,
                gconstpointer  data)
{
  const LoketQuestionSummary *question =
      satisfaction_find_question (fixture->summary, "aftercare");

  check_options (question, json_object_get_array_member (get_root (fixture), "aftercare"));
  g_assert_true (question->is_new);
  g_assert_false (question->has_against);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/published/grades", Fixture, NULL, set_up, test_grades, tear_down);
  g_test_add ("/published/response", Fixture, NULL, set_up, test_response, tear_down);
  g_test_add ("/published/questions-brought", Fixture, NULL, set_up, test_questions_brought,
              tear_down);
  g_test_add ("/published/aftercare", Fixture, NULL, set_up, test_aftercare, tear_down);
  return g_test_run ();
}
