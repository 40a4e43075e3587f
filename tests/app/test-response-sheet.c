/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of typing a response over: routing, and that nothing is lost in silence. */

#include "loket-answers.h"
#include "loket-error.h"
#include "loket-response-sheet.h"
#include "satisfaction-fixture.h"

#include <string.h>

typedef struct
{
  LoketQuestionnaire *kto;
  LoketResponseSheet *sheet;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->kto = satisfaction_load_kto ();
  fixture->sheet = loket_response_sheet_new (fixture->kto);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_response_sheet_free (fixture->sheet);
  g_object_unref (fixture->kto);
}

static guint
find (Fixture    *fixture,
      const char *id)
{
  for (guint i = 0; i < loket_response_sheet_get_n_items (fixture->sheet); i++)
    {
      if (g_str_equal (loket_response_sheet_get_item (fixture->sheet, i)->id, id))
        return i;
    }

  g_error ("there is no item %s", id);
}

static void
type (Fixture    *fixture,
      const char *id,
      const char *keys)
{
  for (; *keys != '\0'; keys++)
    {
      g_autoptr (GError) error = NULL;

      loket_response_sheet_press (fixture->sheet, find (fixture, id), (gunichar) *keys, &error);
      g_assert_no_error (error);
    }
}

static void
assert_value (Fixture    *fixture,
              const char *id,
              const char *value)
{
  g_assert_cmpstr (loket_response_sheet_get_value (fixture->sheet, find (fixture, id)), ==, value);
}

/* The order in which items are asked: "overall website ...". */
static char *
walk (Fixture *fixture)
{
  GString *ids = g_string_new (NULL);
  int last = -1;

  for (int i = -1; (i = loket_response_sheet_find_next (fixture->sheet, i)) >= 0;)
    {
      g_assert_cmpint (loket_response_sheet_find_previous (fixture->sheet, i), ==, last);
      g_string_append_printf (ids, "%s ",
                              loket_response_sheet_get_item (fixture->sheet, (guint) i)->id);
      last = i;
    }

  return g_string_free (ids, FALSE);
}

static void
test_routing_skips_what_is_not_asked (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *before = walk (fixture);
  g_autofree char *after = NULL;

  g_assert_true (g_str_has_prefix (before, "overall website reachability "));
  g_assert_nonnull (strstr (before, " test_taken advice "));
  type (fixture, "overall", "5");
  type (fixture, "test_taken", "a");
  after = walk (fixture);
  g_assert_true (g_str_has_prefix (after, "overall dissatisfied_about website "));
  g_assert_nonnull (strstr (after, " test_taken tests advice "));
}

static void
test_earlier_answer_drops_nothing_in_silence (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *answers = NULL;

  type (fixture, "test_taken", "a");
  type (fixture, "tests", "8");
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==, -1);
  type (fixture, "test_taken", "b");
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==,
                   (int) find (fixture, "tests"));
  refused = loket_response_sheet_dup_answers (fixture->sheet, &error);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_null (refused);
  type (fixture, "test_taken", "a");
  assert_value (fixture, "tests", "8");
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==, -1);
  type (fixture, "test_taken", "b");
  loket_response_sheet_drop_left (fixture->sheet);
  assert_value (fixture, "tests", NULL);
  answers = loket_response_sheet_dup_answers (fixture->sheet, NULL);
  g_assert_nonnull (answers);
}

static void
test_open_answer_of_what_is_not_asked_is_left (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GHashTable) open = NULL;

  type (fixture, "overall", "5");
  loket_response_sheet_set_value (fixture->sheet, find (fixture, "dissatisfied_about"), "Traag");
  type (fixture, "overall", "7");
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==,
                   (int) find (fixture, "dissatisfied_about"));
  open = loket_response_sheet_dup_open (fixture->sheet);
  g_assert_cmpuint (g_hash_table_size (open), ==, 0);
}

/* In 2022 clarity was not asked; what was answered is shown until it is dropped. */
static void
test_year_decides_what_is_asked (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *before = NULL;

  type (fixture, "clarity", "7");
  g_assert_false (loket_response_sheet_set_year (fixture->sheet, 2021));
  g_assert_true (loket_response_sheet_set_year (fixture->sheet, 2022));
  before = walk (fixture);
  g_assert_null (strstr (before, "clarity"));
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==,
                   (int) find (fixture, "clarity"));
  g_assert_true (loket_response_sheet_set_year (fixture->sheet, 2024));
  assert_value (fixture, "clarity", "7");
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==, -1);
}

/* Every response of 2023 is read into a sheet and comes out as it went in. */
static void
compare_response (const char *const *columns,
                  char             **fields,
                  gpointer           user_data)
{
  Fixture *fixture = user_data;
  char expected[SATISFACTION_ANSWERS_ROOM];
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) again = NULL;
  g_autofree char *answers = NULL;
  const char *texts[] = { "dissatisfied_about", "remarks" };
  guint n_open = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = fields[satisfaction_find_column (columns, texts[i])];

      g_hash_table_insert (open, (gpointer) texts[i], text);
      n_open += *text != '\0' ? 1 : 0;
    }
  satisfaction_encode (fixture->kto, columns, fields, expected);
  loket_response_sheet_read (fixture->sheet, expected, open);
  answers = loket_response_sheet_dup_answers (fixture->sheet, NULL);
  again = loket_response_sheet_dup_open (fixture->sheet);
  g_assert_cmpstr (answers, ==, expected);
  g_assert_cmpuint (g_hash_table_size (again), ==, n_open);
  g_assert_cmpint (loket_response_sheet_find_left (fixture->sheet), ==, -1);
}

static void
test_every_response_comes_out_as_it_went_in (Fixture       *fixture,
                                             gconstpointer  data)
{
  satisfaction_each_response ("kto/responses_2023.csv", compare_response, fixture);
}

/* Whatever is typed anywhere: what comes out can stand in the store. */
static void
test_whatever_is_typed_can_stand (Fixture       *fixture,
                                  gconstpointer  data)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (fixture->kto, 2023);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *answers = NULL;

      for (guint i = 0; i < 60; i++)
        {
          guint n = loket_response_sheet_get_n_items (fixture->sheet);

          loket_response_sheet_press (fixture->sheet, (guint) g_test_rand_int_range (0, (gint32) n),
                                      (gunichar) g_test_rand_int_range (' ', 'z' + 1), NULL);
        }
      loket_response_sheet_drop_left (fixture->sheet);
      answers = loket_response_sheet_dup_answers (fixture->sheet, NULL);
      g_assert_nonnull (answers);
      g_assert_true (loket_answers_are_valid (version, answers));
      loket_response_sheet_clear (fixture->sheet);
    }
}

/* The measurement before asks other things than the one after. */
static void
test_wave_decides_what_is_asked (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) questionnaire = satisfaction_load_questionnaire ("ontwikkeladvies-45plus");
  g_autoptr (LoketResponseSheet) sheet = loket_response_sheet_new (questionnaire);
  guint n[3] = { 0 };

  for (int wave = 0; wave < 3; wave++)
    {
      loket_response_sheet_set_wave (sheet, wave);
      for (int i = -1; (i = loket_response_sheet_find_next (sheet, i)) >= 0;)
        {
          g_assert_true (loket_item_is_in_wave (
              loket_response_sheet_get_item (sheet, (guint) i), wave));
          n[wave]++;
        }
    }
  g_assert_cmpuint (n[0], >, 0);
  g_assert_cmpuint (n[1], !=, n[0]);
}

/* Whatever is typed in any questionnaire can stand in the store. */
static void
test_every_questionnaire_can_be_typed_over (Fixture       *fixture,
                                            gconstpointer  data)
{
  const char *const ids[] = { "nl-leert-door-2020", "ontwikkeladvies-45plus", "stap-opo-2025" };

  for (guint q = 0; q < G_N_ELEMENTS (ids); q++)
    {
      g_autoptr (LoketQuestionnaire) questionnaire = satisfaction_load_questionnaire (ids[q]);
      g_autoptr (LoketResponseSheet) sheet = loket_response_sheet_new (questionnaire);

      for (guint round = 0; round < 50; round++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *answers = NULL;

          for (int i = -1; (i = loket_response_sheet_find_next (sheet, i)) >= 0;)
            {
              for (guint k = 0; k < 8; k++)
                loket_response_sheet_press (sheet, (guint) i,
                                            (gunichar) g_test_rand_int_range ('0', 'z'), NULL);
            }
          loket_response_sheet_drop_left (sheet);
          answers = loket_response_sheet_dup_answers (sheet, &error);
          g_assert_no_error (error);
          loket_response_sheet_clear (sheet);
        }
    }
}

static void
add (const char *rule,
     void        (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/response-sheet/", rule, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("routing-skips-what-is-not-asked", test_routing_skips_what_is_not_asked);
  add ("earlier-answer-drops-nothing-in-silence", test_earlier_answer_drops_nothing_in_silence);
  add ("open-answer-of-what-is-not-asked-is-left", test_open_answer_of_what_is_not_asked_is_left);
  add ("year-decides-what-is-asked", test_year_decides_what_is_asked);
  add ("wave-decides-what-is-asked", test_wave_decides_what_is_asked);
  add ("every-questionnaire-can-be-typed-over", test_every_questionnaire_can_be_typed_over);
  add ("every-response-comes-out-as-it-went-in", test_every_response_comes_out_as_it_went_in);
  add ("whatever-is-typed-can-stand", test_whatever_is_typed_can_stand);

  return g_test_run ();
}
