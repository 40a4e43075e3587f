/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Answers come back from their coded form as they went in, and impossible ones are refused. */

#include "loket-answers.h"

#include "loket-error.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketQuestionnaire *kto;
  guint               n_rows;
} RoundTrip;

static void
check_round_trip (const char * const *columns,
                  char              **fields,
                  gpointer            user_data)
{
  RoundTrip *trip = user_data;
  int year = atoi (fields[satisfaction_find_column (columns, "year")]);
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (trip->kto, year);
  char answers[SATISFACTION_ANSWERS_ROOM];

  satisfaction_encode (trip->kto, columns, fields, answers);
  g_assert_cmpuint (strlen (answers), ==, version->width);
  g_assert_true (loket_answers_are_valid (version, answers));
  for (guint i = 0; i < loket_questionnaire_version_get_n_items (version); i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      const char *field = fields[satisfaction_find_column (columns, item->id)];
      g_autoptr (GString) text = g_string_new (NULL);

      if (item->kind == LOKET_ITEM_OPEN)
        g_assert_true (*field == '\0' || loket_answers_check_open (version, i, answers, NULL));
      else
        {
          loket_answers_append_text (version, i, answers, text);
          g_assert_cmpstr (text->str, ==, field);
        }
    }
  trip->n_rows++;
}

static void
test_round_trip (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  RoundTrip trip = { kto, 0 };

  satisfaction_each_response ("kto/responses_2022.csv", check_round_trip, &trip);
  satisfaction_each_response ("kto/responses_2023.csv", check_round_trip, &trip);
  g_assert_cmpuint (trip.n_rows, ==, 960 + 2159);
}

static gboolean
set (LoketQuestionnaire  *kto,
     int                  year,
     const char          *item,
     const char          *text,
     char                *answers,
     GError             **error)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, year);
  int index =
      loket_questionnaire_version_find (version, loket_questionnaire_find_item (kto, item));

  return loket_answers_set (version, (guint) index, text, strlen (text), answers, error);
}

typedef struct
{
  int         year;
  const char *item;
  const char *text;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { 2023, "overall", "11", "overall: “11” is not a whole grade from 1 to 10" },
  { 2023, "overall", "0", "overall: “0” is not a whole grade from 1 to 10" },
  { 2023, "overall", "7,5", "overall: “7,5” is not a whole grade from 1 to 10" },
  { 2023, "overall", " 7", "overall: “ 7” is not a whole grade from 1 to 10" },
  { 2023, "gender", "m", "gender: “m” is not one of the options" },
  { 2023, "gender", "\xff", "gender: “\357\277\275” is not one of the options" },
  { 2022, "situation", "self_employed",
    "situation: “self_employed” was not an option yet in that year" },
  { 2023, "yield", "nothing;somewhat", "yield: “somewhat” is not one of the options" },
  { 2023, "yield", "nothing;", "yield: “” is not one of the options" },
  { 2023, "yield", "nothing;other;nothing", "yield: “nothing” is named twice" },
};

static void
test_refuses (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  g_autoptr (GError) error = NULL;
  char answers[SATISFACTION_ANSWERS_ROOM];

  loket_answers_clear (loket_questionnaire_find_version (kto, refusal->year), answers);
  g_assert_false (
      set (kto, refusal->year, refusal->item, refusal->text, answers, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, refusal->message);
}

static void
test_refuses_what_was_not_asked (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, 2023);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) open_error = NULL;
  char answers[SATISFACTION_ANSWERS_ROOM];

  loket_answers_clear (version, answers);
  g_assert_true (set (kto, 2023, "test_taken", "no", answers, NULL));
  g_assert_true (set (kto, 2023, "tests", "8", answers, NULL));
  g_assert_false (loket_answers_finish (version, answers, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "tests: “8” is answered, but test_taken decides that it is not asked");

  g_assert_true (set (kto, 2023, "tests", "", answers, NULL));
  g_assert_true (set (kto, 2023, "overall", "6", answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_false (loket_answers_check_open (version, 1, answers, &open_error));
  g_assert_error (open_error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_true (set (kto, 2023, "overall", "5", answers, NULL));
  g_assert_true (loket_answers_check_open (version, 1, answers, NULL));
}

static char
get_character (LoketQuestionnaire *kto,
               const char         *item,
               const char         *answers)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, 2023);
  int index =
      loket_questionnaire_version_find (version, loket_questionnaire_find_item (kto, item));

  return answers[loket_questionnaire_version_get_offset (version, (guint) index)];
}

static void
test_empty_grade_is_na_for_who_was_asked (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];

  loket_answers_clear (version, answers);
  g_assert_true (set (kto, 2023, "test_taken", "no", answers, NULL));
  g_assert_true (set (kto, 2023, "overall", "10", answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_cmpint (get_character (kto, "overall", answers), ==, 'A');
  g_assert_cmpint (get_character (kto, "website", answers), ==, '-');
  g_assert_cmpint (get_character (kto, "tests", answers), ==, '.');
  g_assert_cmpint (get_character (kto, "aftercare", answers), ==, '.');

  g_assert_true (set (kto, 2023, "test_taken", "yes", answers, NULL));
  g_assert_true (loket_answers_finish (version, answers, NULL));
  g_assert_cmpint (get_character (kto, "tests", answers), ==, '-');
}

static void
test_finds_damaged_answers (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (kto, 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];

  loket_answers_clear (version, answers);
  g_assert_true (loket_answers_are_valid (version, answers));
  answers[0] = '0';
  g_assert_false (loket_answers_are_valid (version, answers));
  answers[0] = 'A';
  g_assert_true (loket_answers_are_valid (version, answers));
  answers[version->width - 1] = 'z';
  g_assert_false (loket_answers_are_valid (version, answers));
  answers[version->width - 1] = '\0';
  g_assert_false (loket_answers_are_valid (version, answers));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/round-trip", test_round_trip);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answers/refuses/%u", i);

      g_test_add_data_func (path, &refusals[i], test_refuses);
    }
  g_test_add_func ("/answers/refuses-what-was-not-asked", test_refuses_what_was_not_asked);
  g_test_add_func ("/answers/empty-grade-is-na-for-who-was-asked",
                   test_empty_grade_is_na_for_who_was_asked);
  g_test_add_func ("/answers/finds-damaged-answers", test_finds_damaged_answers);
  return g_test_run ();
}
