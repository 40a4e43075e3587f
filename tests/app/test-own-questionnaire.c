/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An office's own questionnaire is told file, line and reason, and so are answers to it. */

#include "loket-answers.h"
#include "loket-derived.h"
#include "loket-error.h"
#include "satisfaction-fixture.h"

#define ID "own.json"

static char *
read_own (void)
{
  return satisfaction_read_data ("../tests/app/data/" ID);
}

static LoketQuestionnaire *
load_own (void)
{
  g_autofree char *json = read_own ();
  g_autoptr (GError) error = NULL;
  LoketQuestionnaire *own = loket_questionnaire_new_from_json (ID, json, -1, &error);

  g_assert_no_error (error);
  return own;
}

static void
test_reads_every_kind (void)
{
  g_autoptr (LoketQuestionnaire) own = load_own ();
  const LoketItem *sure = loket_questionnaire_find_item (own, "sure_of_work");
  const LoketItem *hours = loket_questionnaire_find_item (own, "hours");
  const LoketItem *place = loket_questionnaire_find_item (own, "place");

  g_assert_cmpuint (loket_questionnaire_get_n_items (own), ==, 6);
  g_assert_cmpuint (loket_questionnaire_get_n_waves (own), ==, 2);
  g_assert_cmpuint (loket_questionnaire_get_n_derived (own), ==, 3);
  g_assert_cmpint (sure->polarity, ==, LOKET_POLARITY_WORSE);
  g_assert_cmpuint (sure->top, ==, 3);
  g_assert_cmpstr (loket_texts_get (&sure->block->text, "en"), ==, "How sure are you?");
  g_assert_cmpint (hours->valid_max, ==, 60);
  g_assert_cmpuint (hours->bands->len, ==, 2);
  g_assert_true (loket_item_is_in_wave (place, 0));
  g_assert_false (loket_item_is_in_wave (place, 1));
  g_assert_cmpuint (loket_questionnaire_find_derived (own, "worries")->groups->len, ==, 3);
  g_assert_nonnull (loket_questionnaire_find_version (own, 1999));
}

static void
test_label_is_the_title_where_there_is_none (void)
{
  g_autoptr (LoketQuestionnaire) own = load_own ();
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  g_assert_cmpstr (loket_questionnaire_get_label (kto, "nl"), ==, "KTO");
  g_assert_cmpstr (loket_questionnaire_get_label (own, "nl"), ==,
                   loket_questionnaire_get_title (own, "nl"));
}

/* What is replaced in the file, by what, and what the error must then say, behind the line of the
 * damage or of @at. */
typedef struct
{
  const char *from;
  const char *to;
  const char *message;
  const char *at; /* (nullable) */
} Damage;

static const Damage damages[] = {
  { "\"type\": \"grade\"", "\"type\": \"stars\"", "items[0]: “type” must be grade, likert" },
  { "\"id\": \"help\"", "\"id\": \"mark\"", "items[2]: “id” is used twice" },
  { "\"id\": \"help\"", "\"id\": \"year\"", "items[2]: “id” is the name of another column" },
  { "{\"code\": \"some\"", "{\"code\": \"no\"", "items[1].options[1]: “code” is used twice" },
  { "\"value\": 2, ", "", "items[1].options[1]: “value” must say where" },
  { "\"value\": 2, ", "\"value\": 3, ", "items[1].options[2]: “value” is that of another",
    "{\"code\": \"yes\"" },
  { "\"scale_points\": 3", "\"scale_points\": 5", "items[1]: “scale_points” is not how many" },
  { "\"polarity\": \"-\"", "\"polarity\": \"+\"", "items[1]: “polarity” must be - for a reversed" },
  { "\"codes\": [\"no\", \"some\"]", "\"codes\": [\"no_opinion\"]",
    "items[1].top: “codes” names what is no option" },
  { "\"block\": \"sure\"", "\"block\": \"shy\"", "items[1]: “block” is not one of “blocks”" },
  { "\"Hoeveel uur?\"", "\"  \"", "items[3].text: “nl” must not be empty" },
  { "\"valid_max\": 60", "\"valid_max\": 260", "items[3].number: “valid_max” is too far" },
  { "\"min\": 11, \"max\": 60", "\"min\": 10, \"max\": 60", "items[3].bands[1]: “min” is in another" },
  { "\"min\": 11, \"max\": 60", "\"min\": 11, \"max\": 61", "items[3].bands[1]: “min” and “max”" },
  { "\"waves\": [0],\n   \"text\": {\"nl\": \"Waar", "\"waves\": [3],\n   \"text\": {\"nl\": \"Waar",
    "items[4]: “waves” names a wave that there is not" },
  { "\"values\": [\"course\"]", "\"values\": [\"cake\"]",
    "items[3].base.route: “values” is not an option" },
  { "\"item\": \"help\", \"op\": \"any_of\"", "\"item\": \"advice\", \"op\": \"any_of\"",
    "items[3].base.route: “item” must be an item" },
  { "\"item\": \"help\", \"op\": \"any_of\"", "\"item\": \"help\", \"op\": \"in\"",
    "items[3].base.route: “op” must be any_of" },
  { "\"item\": \"mark\", \"op\": \"<=\", \"value\": 5}, {\"item\": \"inland\"",
    "\"item\": \"mark\", \"op\": \"<=\", \"value\": 15}, {\"item\": \"inland\"",
    "items[5].base.route.all[0]: “value” must be a grade" },
  { "\"item\": \"help\", \"op\": \"any_of\", \"values\": [\"course\"]",
    "\"item\": \"hours\", \"op\": \"<=\", \"value\": 5",
    "items[3].base.route: “item” must be another item" },
  { "\"text\": {\"nl\": \"Welke hulp kreeg u?\", \"en\": \"Which help did you get?\"},",
    "\"text\": {\"nl\": \"Welke hulp kreeg u?\", \"en\": \"Which help did you get?\"},\n"
    "   \"base\": {\"route\": {\"item\": \"hours\", \"op\": \"<=\", \"value\": 5}},",
    "items[2]: “base” is a loop: help → hours → help", "\"base\": {\"route\"" },
  { "\"type\": \"single\", \"waves\": [0],",
    "\"type\": \"single\", \"waves\": [0], "
    "\"base\": {\"route\": {\"item\": \"inland\", \"op\": \"==\", \"value\": \"inland\"}},",
    "items[4]: “base” is a loop: place → inland → place" },
  { "\"type\": \"grade\", \"min\": 1, \"max\": 10,",
    "\"type\": \"grade\", \"min\": 1, \"max\": 10, "
    "\"base\": {\"route\": {\"item\": \"worries\", \"op\": \"==\", \"value\": \"0\"}},",
    "items[0]: “base” is a loop: mark → worries → mark" },
  { "\"type\": \"multiple\",",
    "\"type\": \"multiple\", "
    "\"base\": {\"route\": {\"item\": \"place\", \"op\": \"==\", \"value\": \"north\"}},",
    "items[2]: “waves” hold one that does not ask", "{\n   \"id\": \"help\"" },
  { "\"from\": \"place\"", "\"from\": \"hours\"", "derived[0]: “from” must be a choice" },
  { "\"options\": [\"abroad\"]", "\"options\": [\"south\"]",
    "derived[0].groups[1]: “options” names an option that is unknown or in a group already" },
  { "\"overlapping\": true, ", "", "derived[1]: “overlapping” must be true" },
  { "\"id\": \"worries\"", "\"id\": \"mark\"", "derived[2]: “id” is used twice" },
  { "\"item\": \"sure_of_work\"", "\"item\": \"nothing\"",
    "derived[2].count_of[1]: “item” must be an item" },
  { "[[0, 1]]", "[[0, 0]]", "summary.paired: “compare” must hold pairs" },
  { "\"number\": 1, \"code\": \"after\"", "\"number\": 0, \"code\": \"after\"",
    "waves[1]: “number” is used twice" },
  { "\"id\": \"own\",", "\"id\": \"own\"", "Parse error", "\"id\": \"own\"" },
};

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
assert_refused (const char *json,
                const char *start)
{
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  questionnaire = loket_questionnaire_new_from_json (ID, json, -1, &error);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_null (questionnaire);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
}

static void
test_refuses_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autofree char *json = read_own ();
  g_autoptr (GString) damaged = g_string_new (json);
  g_autofree char *start = NULL;

  g_assert_cmpuint (g_string_replace (damaged, damage->from, damage->to, 1), ==, 1);
  start = g_strdup_printf (ID ":%u: %s", find_line (damaged->str, json, damage->at),
                           damage->message);
  assert_refused (damaged->str, start);
}

/* More than a character can tell apart, or a combination of groups a byte. */
static void
test_refuses_more_than_can_be_counted (void)
{
  g_autofree char *json = read_own ();
  g_autoptr (GString) options = g_string_new (json);
  g_autoptr (GString) groups = g_string_new (json);
  g_autoptr (GString) more_options = g_string_new (NULL);
  g_autoptr (GString) more_groups = g_string_new (NULL);

  for (guint i = 0; i < 34; i++)
    g_string_append_printf (more_options,
                            "{\"code\": \"o%u\", \"text\": {\"nl\": \"O\", \"en\": \"O\"}},\n", i);
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (more_groups,
                            "{\"code\": \"g%u\", \"text\": {\"nl\": \"G\", \"en\": \"G\"}, "
                            "\"options\": [\"talk\"]},\n", i);
  g_string_append (more_options, "{\"code\": \"talk\"");
  g_string_append (more_groups, "{\"code\": \"talked\"");
  g_string_replace (options, "{\"code\": \"talk\"", more_options->str, 1);
  g_string_replace (groups, "{\"code\": \"talked\"", more_groups->str, 1);
  assert_refused (options->str, ID ":39: items[2]: “options” must hold from 1 to 36 options");
  assert_refused (groups->str, ID ":78: derived[1]: “groups” must be 7 at most");
}

/* Answers as `item=text`, with `|` between them, and what is refused of them. */
typedef struct
{
  int         wave;
  const char *answers;
  const char *message; /* (nullable) NULL when they can stand */
} Row;

static const Row rows[] = {
  { 0, "mark=10|sure_of_work=no_opinion|help=talk;course|hours=60|place=north", NULL },
  { 0, "mark=|help=|hours=|place=", NULL },
  { 1, "mark=4|help=course|hours=dont_know|worries=1|inland=inland", NULL },
  { 1, "help=course|hours=300", NULL },
  { 0, "mark=11", "mark: “11” is not a whole grade from 1 to 10" },
  { 0, "mark=0", "mark: “0” is not a whole grade from 1 to 10" },
  { 0, "sure_of_work=maybe", "sure_of_work: “maybe” is not one of the options" },
  { 0, "help=talk;none", "help: “none” cannot be chosen together with others" },
  { 0, "help=talk;talk", "help: “talk” is named twice" },
  { 0, "help=course|hours=ten", "hours: “ten” is not a whole number from 0 to 9999" },
  { 0, "help=course|hours=-1", "hours: “-1” is not a whole number from 0 to 9999" },
  { 0, "help=course|hours=10000", "hours: “10000” is not a whole number from 0 to 9999" },
  { 0, "help=talk|hours=8", "hours: “8” is answered, but help decides that it is not asked" },
  { 0, "hours=8", "hours: “8” is answered, but help decides that it is not asked" },
  { 1, "place=south", "place: “south” is answered, but wave 1 does not ask it" },
  { 0, "place=south|inland=outside",
    "inland: “outside” is not the group that the answers lead to" },
  { 0, "mark=3|sure_of_work=yes|worries=1",
    "worries: “1” is not the group that the answers lead to" },
  { 0, "helped=talked;walked", "helped: “walked” is not one of the groups" },
};

static gboolean
set_answer (const LoketQuestionnaireVersion  *version,
            const char                       *id,
            const char                       *text,
            char                             *answers,
            GError                          **error)
{
  for (guint i = 0; i < version->items->len; i++)
    {
      if (g_str_equal (loket_questionnaire_version_get_item (version, i)->id, id))
        return loket_answers_set (version, i, text, strlen (text), answers, error);
    }
  for (guint i = 0; i < version->derived->len; i++)
    {
      const LoketDerived *derived = g_ptr_array_index (version->derived, i);

      if (g_str_equal (derived->id, id))
        return loket_answers_set_derived (version, i, text, strlen (text), answers, error);
    }
  g_error ("there is no %s", id);
}

static gboolean
set_row (const LoketQuestionnaireVersion  *version,
         const Row                        *row,
         char                             *answers,
         GError                          **error)
{
  g_auto (GStrv) parts = g_strsplit (row->answers, "|", -1);

  loket_answers_clear (version, answers);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) part = g_strsplit (parts[i], "=", 2);

      if (!set_answer (version, part[0], part[1], answers, error))
        return FALSE;
    }
  return loket_answers_finish (version, answers, error) &&
         loket_answers_check_wave (version, row->wave, answers, error);
}

static void
test_answers (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LoketQuestionnaire) own = load_own ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (own, 0);
  g_autoptr (GError) error = NULL;
  char answers[SATISFACTION_ANSWERS_ROOM];
  gboolean stands = set_row (version, row, answers, &error);

  if (row->message != NULL)
    {
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, row->message);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (stands);
  g_assert_true (loket_answers_are_valid (version, answers));
}

/* What was given and what was answered come back as they were. */
static void
test_answers_are_written_as_they_were_read (void)
{
  static const Row row = { 1, "mark=7|help=talk;course|hours=dont_know|inland=outside|helped=", NULL };
  g_autoptr (LoketQuestionnaire) own = load_own ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (own, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  char answers[SATISFACTION_ANSWERS_ROOM];

  g_assert_true (set_row (version, &row, answers, NULL));
  for (guint i = 0; i < version->items->len; i++)
    {
      if (loket_questionnaire_version_get_item (version, i)->kind != LOKET_ITEM_OPEN)
        loket_answers_append_text (version, i, answers, text);
      g_string_append_c (text, '|');
    }
  for (guint i = 0; i < version->derived->len; i++)
    {
      loket_answers_append_derived (version, i, answers, text);
      g_string_append_c (text, '|');
    }
  g_assert_cmpstr (text->str, ==, "7||talk;course|dont_know|||outside|||");
}

static void
test_routes_on_groups_and_on_several (void)
{
  static const struct
  {
    Row      row;
    gboolean is_asked;
  } cases[] = {
    { { 0, "mark=5|place=north" }, TRUE },
    { { 0, "mark=6|place=north" }, FALSE },
    { { 0, "mark=5|place=abroad" }, FALSE },
    { { 0, "mark=5" }, FALSE },
    { { 0, "mark=5|inland=inland" }, TRUE },
  };
  g_autoptr (LoketQuestionnaire) own = load_own ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (own, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char answers[SATISFACTION_ANSWERS_ROOM];

      g_assert_true (set_row (version, &cases[i].row, answers, NULL));
      g_assert_cmpint (loket_answers_check_open (version, 5, answers, NULL), ==,
                       cases[i].is_asked);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-questionnaire/reads-every-kind", test_reads_every_kind);
  g_test_add_func ("/own-questionnaire/label-is-the-title-where-there-is-none",
                   test_label_is_the_title_where_there_is_none);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/own-questionnaire/refuses-damage/%u", i);

      g_test_add_data_func (path, &damages[i], test_refuses_damage);
    }
  g_test_add_func ("/own-questionnaire/refuses-more-than-can-be-counted",
                   test_refuses_more_than_can_be_counted);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/own-questionnaire/answers/%u", i);

      g_test_add_data_func (path, &rows[i], test_answers);
    }
  g_test_add_func ("/own-questionnaire/answers-are-written-as-they-were-read",
                   test_answers_are_written_as_they_were_read);
  g_test_add_func ("/own-questionnaire/routes-on-groups-and-on-several",
                   test_routes_on_groups_and_on_several);
  return g_test_run ();
}
