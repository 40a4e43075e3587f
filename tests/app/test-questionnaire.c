/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire is read whole or refused with the place of its fault. */

#include "loket-questionnaire.h"

#include "loket-condition.h"
#include "loket-derived.h"
#include "loket-error.h"
#include "satisfaction-fixture.h"

static void
test_reads_kto (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketItem *tests = loket_questionnaire_find_item (kto, "tests");
  const LoketItem *overall = loket_questionnaire_find_item (kto, "overall");

  g_assert_cmpstr (loket_questionnaire_get_id (kto), ==, "kto");
  g_assert_cmpuint (loket_questionnaire_get_n_items (kto), ==, 23);
  g_assert_cmpuint (loket_questionnaire_get_n_bands (kto), ==, 3);
  g_assert_cmpint (loket_questionnaire_get_band (kto, 0)->min, ==, 8);
  g_assert_cmpuint (overall->threshold, ==, 50);
  g_assert_cmpuint (overall->thin, ==, 30);
  g_assert_false (overall->offers_na);
  g_assert_cmpuint (tests->threshold, ==, 30);
  g_assert_true (tests->route_item == loket_questionnaire_find_item (kto, "test_taken"));
  g_assert_cmpuint (tests->route->len, ==, 1);
  g_assert_cmpuint (g_array_index (tests->route, LoketCondition, 0).codes, ==, 1u << 1);
  g_assert_cmpstr (loket_texts_get (&tests->label, "nl_NL.UTF-8"), ==, "Testen (wie er een deed)");
  g_assert_cmpstr (loket_texts_get (&tests->label, "en"), ==, "Tests (those who took one)");
}

static void
test_version_holds_until_next (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  g_assert_null (loket_questionnaire_find_version (kto, 2021));
  g_assert_cmpint (loket_questionnaire_find_version (kto, 2022)->from, ==, 2022);
  g_assert_cmpint (loket_questionnaire_find_version (kto, 2023)->from, ==, 2023);
  g_assert_cmpint (loket_questionnaire_find_version (kto, 2026)->from, ==, 2023);
}

static void
test_wording_follows_year (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketItem *knowledge = loket_questionnaire_find_item (kto, "knowledge");

  g_assert_nonnull (strstr (loket_item_get_text (knowledge, 2022, "nl"), "deskundigheid"));
  g_assert_nonnull (strstr (loket_item_get_text (knowledge, 2023, "nl"), "kennis"));
  g_assert_nonnull (strstr (loket_item_get_text (knowledge, 0, "en"), "knowledge"));
}

static void
test_compares_what_is_not_new (void)
{
  static const char * const not_compared[] = { "clarity", "aftercare", "done_since", "next_steps",
                                               NULL };
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  for (guint i = 0; i < loket_questionnaire_get_n_items (kto); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (kto, i);
      gboolean is_new = g_strv_contains (not_compared, item->id);

      g_assert_cmpint (loket_questionnaire_can_compare (kto, item, 2023, 2022), ==, !is_new);
      g_assert_true (loket_questionnaire_can_compare (kto, item, 2024, 2023));
      g_assert_false (loket_questionnaire_can_compare (kto, item, 2022, 2021));
    }
}

/* A question that was asked before, but with other options. */
static void
test_does_not_compare_other_options (void)
{
  g_autofree char *json = satisfaction_read_data ("questionnaires/kto.json");
  g_autoptr (GString) changed = g_string_new (json);
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  const LoketItem *done_since = NULL;

  g_assert_cmpuint (g_string_replace (changed, "\"yield\", \"sessions\"",
                                      "\"yield\", \"done_since\", \"sessions\"", 1), ==, 1);
  questionnaire = loket_questionnaire_new_from_json ("kto.json", changed->str, -1, NULL);
  done_since = loket_questionnaire_find_item (questionnaire, "done_since");
  g_assert_false (loket_questionnaire_can_compare (questionnaire, done_since, 2023, 2022));
  g_assert_false (loket_questionnaire_can_compare (questionnaire, done_since, 2022, 2023));
  g_assert_true (loket_questionnaire_can_compare (questionnaire, done_since, 2024, 2023));
}

static const char *
get_group (const LoketDerived *derived,
           int                 option)
{
  return g_array_index (derived->groups, LoketOption, derived->group_of[option + 1] - 1u).code;
}

static void
test_derives_education_level (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketDerived *level = loket_questionnaire_find_derived (kto, "education_level");
  int mbo1 = loket_item_find_option (level->from, "mbo1", 4);
  int foreign = loket_item_find_option (level->from, "foreign", 7);

  g_assert_cmpuint (level->groups->len, ==, 4);
  g_assert_cmpstr (get_group (level, mbo1), ==, "low");
  g_assert_cmpstr (get_group (level, foreign), ==, "other");
  g_assert_cmpuint (level->group_of[LOKET_CODE_NOT_ASKED], ==, 0);
}

/* What is replaced in the real file, by what, and what the error must then say. */
typedef struct
{
  const char *from;
  const char *to;
  const char *message;
  const char *at; /* (nullable) whose line is named; NULL for that of the damage */
} Damage;

static const Damage damages[] = {
  { "{\n \"format\"", "{,\n \"format\"", "Parse error" },
  { "\"format\": 1", "\"format\": 2", "“format” must be 1" },
  { "\"id\": \"kto\"", "\"id\": \"../kto\"", "“id” must be a word" },
  { "\"type\": \"open\"", "\"type\": \"likert\"", "items[1]: “options” must be a list",
    "{\n    \"id\": \"dissatisfied_about\"" },
  { "\"type\": \"open\"", "\"type\": \"essay\"",
    "items[1]: “type” must be grade, likert, single, multiple, number or open" },
  { "\"id\": \"website\"", "\"id\": \"overall\"", "items[2]: “id” is used twice" },
  { "\"id\": \"website\"", "\"id\": \"loket\"",
    "items[2]: “id” is the name of another column" },
  { "\"max\": 10,\n    \"na\": false", "\"max\": 7", "items[0]: “max” must be 10" },
  { "\"label\": {\"nl\": \"Website\", \"en\": \"Website\"}", "\"label\": {\"nl\": \"Website\"}",
    "items[2].label: “en” must be a text" },
  { "\"label\": {\"nl\": \"Website\", \"en\": \"Website\"}",
    "\"label\": {\"nl\": \" \", \"en\": \"Website\"}",
    "items[2].label: “nl” must not be empty" },
  { "{\"code\": \"no\"", "{\"code\": \"yes\"",
    "items[8].options[1]: “code” is used twice" },
  { "\"value\": \"yes\"", "\"value\": \"maybe\"",
    "items[9].base.route: “value” is not an option" },
  { "\"op\": \"<\", \"value\": 6", "\"op\": \"~\", \"value\": 6",
    "items[1].base.route: “op” must be <, <= or ==" },
  { "\"item\": \"overall\"", "\"item\": \"everything\"",
    "items[1].base.route: “item” must be an item" },
  { "\"item\": \"overall\"", "\"item\": \"dissatisfied_about\"",
    "items[1].base.route: “item” must not be an open question" },
  { "{\"from\": 2023", "{\"from\": 2022", "versions[1]: “from” must be later" },
  { "[\"overall\", \"dissatisfied_about\"", "[\"dissatisfied_about\"",
    "versions[0]: “items” leaves out" },
  { "[\"overall\", ", "[\"overall\", \"overall\", ", "versions[0]: “items” names" },
  { "[\"foreign\", \"not_say\"]", "[\"mbo1\"]", "derived[0].groups[3]: “options” names" },
  { "\"min\": 8, \"max\": 10", "\"min\": 8, \"max\": 11",
    "summary.grade_bands[0]: “min” and “max”" },
  { "\"min\": 6, \"max\": 7", "\"min\": 6, \"max\": 8",
    "summary.grade_bands[1]: “min” is in another band as well" },
  { "\"threshold\": 50", "\"threshold\": \"50\"", "summary: “threshold” must be a whole" },
  { "[\"age_group\", ", "[\"shoe_size\", ", "summary: “case_mix” must name" },
};

/* Of @at, else of the first character that is another than before. */
static guint
find_line (const char *text,
           const char *before,
           const char *at)
{
  const char *place = at != NULL ? strstr (text, at) : text;
  guint line = 1;

  while (at == NULL && *place == before[place - text])
    place++;
  for (const char *p = place; p > text; p--)
    line += p[-1] == '\n' ? 1 : 0;
  return line;
}

static void
test_refuses_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autofree char *json = satisfaction_read_data ("questionnaires/kto.json");
  g_autoptr (GString) damaged = g_string_new (json);
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;

  g_assert_cmpuint (g_string_replace (damaged, damage->from, damage->to, 1), ==, 1);
  questionnaire = loket_questionnaire_new_from_json ("kto.json", damaged->str, -1, &error);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_null (questionnaire);
  start = g_strdup_printf ("kto.json:%u: %s", find_line (damaged->str, json, damage->at),
                           damage->message);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire/reads-kto", test_reads_kto);
  g_test_add_func ("/questionnaire/version-holds-until-next", test_version_holds_until_next);
  g_test_add_func ("/questionnaire/wording-follows-year", test_wording_follows_year);
  g_test_add_func ("/questionnaire/compares-what-is-not-new", test_compares_what_is_not_new);
  g_test_add_func ("/questionnaire/does-not-compare-other-options",
                   test_does_not_compare_other_options);
  g_test_add_func ("/questionnaire/derives-education-level", test_derives_education_level);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/questionnaire/refuses-damage/%u", i);

      g_test_add_data_func (path, &damages[i], test_refuses_damage);
    }
  return g_test_run ();
}
