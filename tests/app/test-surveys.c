/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Made-up respondents of the other questionnaires give the figures that data/surveys.py counted. */

#include <json-glib/json-glib.h>
#include <math.h>

#include "loket-answers.h"
#include "loket-released.h"
#include "satisfaction-fixture.h"

#define TOLERANCE 1e-9

static void
append_person (const char * const *columns,
               char              **fields,
               gpointer            user_data)
{
  LoketFrame *frame = user_data;
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (frame);
  const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (questionnaire, 0);
  int wave = atoi (fields[satisfaction_find_column (columns, "wave")]);
  char answers[SATISFACTION_ANSWERS_ROOM];
  g_autoptr (GError) error = NULL;
  LoketFrameRow row = { loket_month_new (2020, 1), wave, "", "", 0, answers, 0,
                        fields[satisfaction_find_column (columns, "client")] };

  satisfaction_encode (questionnaire, columns, fields, answers);
  g_assert_true (loket_answers_check_wave (version, wave, answers, NULL));
  g_assert_true (loket_answers_are_valid (version, answers));
  loket_frame_append (frame, &row, &error);
  g_assert_no_error (error);
}

static JsonObject *
find_group (JsonArray  *groups,
            const char *value)
{
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);

      if (g_str_equal (json_object_get_string_member (group, "value"), value))
        return group;
    }
  g_error ("there is no group %s", value);
}

static void assert_holds (JsonNode   *node,
                          JsonNode   *expected,
                          const char *where);

/* A group that is hidden with a smaller one is not compared. */
static void
assert_groups (JsonArray  *groups,
               JsonArray  *expected,
               const char *where)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonNode *node = json_array_get_element (expected, i);
      const char *value = json_object_get_string_member (json_node_get_object (node), "value");
      JsonObject *group = find_group (groups, value);
      g_autoptr (JsonNode) found = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *at = g_strdup_printf ("%s.%s", where, value);

      json_node_set_object (found, group);
      if (!json_object_get_boolean_member (group, "hidden"))
        assert_holds (found, node, at);
    }
}

static void
assert_object (JsonObject *object,
               JsonObject *expected,
               const char *where)
{
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, expected);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      const char *id = json_object_get_string_member_with_default (object, "id", NULL);
      g_autofree char *at = g_strdup_printf ("%s.%s", id != NULL ? id : where, member);

      if (!json_object_has_member (object, member))
        g_error ("%s is missing", at);
      if (g_str_equal (member, "groups"))
        assert_groups (json_object_get_array_member (object, member), json_node_get_array (node),
                       at);
      else
        assert_holds (json_object_get_member (object, member), node, at);
    }
}

static void
assert_array (JsonArray  *array,
              JsonArray  *expected,
              const char *where)
{
  if (json_array_get_length (array) != json_array_get_length (expected))
    g_error ("%s has %u elements, not %u", where, json_array_get_length (array),
             json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s[%u]", where, i);

      assert_holds (json_array_get_element (array, i), json_array_get_element (expected, i), at);
    }
}

/* All that is expected must be there; there may be more. */
static void
assert_holds (JsonNode   *node,
              JsonNode   *expected,
              const char *where)
{
  if (JSON_NODE_HOLDS_OBJECT (expected))
    assert_object (json_node_get_object (node), json_node_get_object (expected), where);
  else if (JSON_NODE_HOLDS_ARRAY (expected))
    assert_array (json_node_get_array (node), json_node_get_array (expected), where);
  else if (json_node_get_value_type (expected) == G_TYPE_STRING)
    g_assert_cmpstr (json_node_get_string (node), ==, json_node_get_string (expected));
  else if (json_node_get_value_type (expected) == G_TYPE_BOOLEAN)
    g_assert_cmpint (json_node_get_boolean (node), ==, json_node_get_boolean (expected));
  else if (fabs (json_node_get_double (node) - json_node_get_double (expected)) > TOLERANCE)
    g_error ("%s is %.12g, not %.12g", where, json_node_get_double (node),
             json_node_get_double (expected));
}

static JsonNode *
load_expected (const char *id)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "data", "surveys.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *all = NULL;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  all = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *expected = json_array_get_object_element (all, i);

      if (g_str_equal (json_object_get_string_member (expected, "questionnaire"), id))
        return json_node_copy (json_array_get_element (all, i));
    }
  g_error ("nothing is known of %s", id);
}

static LoketSummary *
summarise (const char *id,
           const char *by)
{
  g_autoptr (LoketQuestionnaire) questionnaire = satisfaction_load_questionnaire (id);
  g_autoptr (LoketFrame) frame = loket_frame_new (questionnaire);
  g_autoptr (LoketRequest) request = loket_request_new (questionnaire);
  g_autofree char *name = g_strdup_printf ("../tests/app/data/surveys-%s.csv", id);

  satisfaction_each_response (name, append_person, frame);
  loket_frame_link_waves (frame);
  g_assert_true (loket_request_add_by (request, by, NULL));
  return loket_summary_new (frame, request);
}

static void
test_figures (gconstpointer data)
{
  const char *id = data;
  g_autoptr (JsonNode) expected = load_expected (id);
  JsonObject *object = json_node_get_object (expected);
  g_autoptr (LoketSummary) summary =
      summarise (id, json_object_get_string_member (object, "by"));
  g_autofree char *json = loket_summary_to_json (summary);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  json_object_remove_member (object, "by");
  assert_holds (root, expected, id);
}

/* Every question has its lines in each of the other forms as well. */
static void
test_other_forms (gconstpointer data)
{
  const char *id = data;
  g_autoptr (JsonNode) expected = load_expected (id);
  g_autoptr (LoketSummary) summary = summarise (
      id, json_object_get_string_member (json_node_get_object (expected), "by"));
  g_autofree char *csv = loket_summary_to_csv (summary);
  g_autofree char *text = loket_summary_to_text (summary, "nl");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);
      g_autofree char *start = g_strdup_printf ("\n%s,", question->item->id);

      g_assert_nonnull (strstr (csv, start));
      g_assert_nonnull (strstr (text, loket_texts_get (&question->item->label, "nl")));
    }
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_false (g_str_has_suffix (lines[i], " "));
}

/* Also where nobody said which office it was, and with waves: each is a group, and has groups by
 * gender and office; then the pairs, and their means. */
static void
test_ledger_reads_what_it_wrote (gconstpointer data)
{
  const char *id = data;
  g_autoptr (LoketSummary) summary = summarise (id, "gender");
  g_autofree char *request = loket_released_write_request (summary);
  g_autofree char *tables = loket_released_write_tables (summary);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketReleased) released = loket_released_parse (request, tables, 1, &error);
  guint n_waves = loket_questionnaire_get_n_waves (summary->request->questionnaire);

  g_assert_no_error (error);
  g_assert_cmpuint (released->groupings->len, ==, n_waves > 1 ? 5 + 2 * n_waves : 2);
  g_assert_cmpuint (released->questions->len, ==, summary->questions->len + 1);
}

static void
test_paired_follows_polarity (void)
{
  g_autoptr (LoketSummary) summary = summarise ("ontwikkeladvies-45plus", "gender");
  guint n_directions[3] = { 0 };

  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      for (guint k = 0; k < question->paired->len; k++)
        {
          const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, k);

          n_directions[paired->trend]++;
          if (question->item->polarity == LOKET_POLARITY_NONE)
            g_assert_cmpint (paired->trend, ==, LOKET_TREND_NONE);
          else if (paired->trend != LOKET_TREND_NONE)
            g_assert_cmpint (paired->mean_after > paired->mean_before, ==,
                             (paired->trend == LOKET_TREND_BETTER) ==
                                 (question->item->polarity == LOKET_POLARITY_BETTER));
        }
    }
  g_assert_cmpuint (n_directions[LOKET_TREND_BETTER], >, 0);
  g_assert_cmpuint (n_directions[LOKET_TREND_WORSE], >, 0);
}

/* Only the first wave asks for the gender; the later ones are grouped by it all the same. */
static void
test_groups_later_waves_by_the_first (void)
{
  g_autoptr (LoketSummary) summary = summarise ("ontwikkeladvies-45plus", "gender");
  const LoketQuestionSummary *overall = satisfaction_find_question (summary, "overall");
  guint n = 0;

  g_assert_cmpuint (overall->groups->len, ==, 2);
  for (guint i = 0; i < overall->groups->len; i++)
    n += ((const LoketGroupSummary *) g_ptr_array_index (overall->groups, i))->n;
  g_assert_cmpuint (n, >, overall->n * 8 / 10);
}

int
main (int    argc,
      char **argv)
{
  static const char * const ids[] = { "nl-leert-door-2020", "stap-opo-2025",
                                      "ontwikkeladvies-45plus" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *figures = g_strdup_printf ("/surveys/figures/%s", ids[i]);
      g_autofree char *forms = g_strdup_printf ("/surveys/other-forms/%s", ids[i]);
      g_autofree char *ledger = g_strdup_printf ("/surveys/ledger-reads-what-it-wrote/%s", ids[i]);

      g_test_add_data_func (figures, ids[i], test_figures);
      g_test_add_data_func (forms, ids[i], test_other_forms);
      g_test_add_data_func (ledger, ids[i], test_ledger_reads_what_it_wrote);
    }
  g_test_add_func ("/surveys/paired-follows-polarity", test_paired_follows_polarity);
  g_test_add_func ("/surveys/groups-later-waves-by-the-first",
                   test_groups_later_waves_by_the_first);
  return g_test_run ();
}
