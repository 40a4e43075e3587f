/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what keys answer: digits, letters, n for n.v.t. */

#include "loket-answer-key.h"
#include "loket-error.h"
#include "satisfaction-fixture.h"

#include <string.h>

#define YEAR 2023

/* What an answer becomes by a key; a key that answers nothing leaves it as it is. */
static char *
press (const LoketItem *item,
       char            *value,
       char             key)
{
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  if (!loket_answer_key_press (item, YEAR, value, (gunichar) key, &answer, &error))
    {
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
      g_assert_null (answer);
      return value;
    }

  g_free (value);

  return answer;
}

static void
assert_typed (LoketQuestionnaire *questionnaire,
              const char         *id,
              const char         *keys,
              const char         *value)
{
  const LoketItem *item = loket_questionnaire_find_item (questionnaire, id);
  char *answer = NULL;

  for (const char *key = keys; *key != '\0'; key++)
    answer = press (item, answer, *key);
  g_assert_cmpstr (answer, ==, value);
  g_free (answer);
}

static void
test_digits_are_grades (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  assert_typed (kto, "overall", "8", "8");
  assert_typed (kto, "overall", "80", "10");
  assert_typed (kto, "website", "8n", "");
  assert_typed (kto, "website", "N", "");
  assert_typed (kto, "overall", "nx", NULL);
}

static void
test_letters_are_options (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  assert_typed (kto, "aftercare", "b", "yes_self");
  assert_typed (kto, "aftercare", "bA", "no");
  assert_typed (kto, "aftercare", "e1", NULL);
}

static void
test_letters_put_in_and_take_out (void)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  assert_typed (kto, "questions_brought", "ca", "which_work;retraining");
  assert_typed (kto, "questions_brought", "cac", "which_work");
  assert_typed (kto, "questions_brought", "caca", "");
}

static void
test_digits_are_a_number (void)
{
  g_autoptr (LoketQuestionnaire) questionnaire
    = satisfaction_load_questionnaire ("nl-leert-door-2020");
  const LoketItem *number = NULL;

  for (guint i = 0; number == NULL; i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      number = item->kind == LOKET_ITEM_NUMBER ? item : NULL;
    }
  assert_typed (questionnaire, number->id, "42", "42");
  assert_typed (questionnaire, number->id, "12345", "1234");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-key/digits-are-grades", test_digits_are_grades);
  g_test_add_func ("/answer-key/letters-are-options", test_letters_are_options);
  g_test_add_func ("/answer-key/letters-put-in-and-take-out", test_letters_put_in_and_take_out);
  g_test_add_func ("/answer-key/digits-are-a-number", test_digits_are_a_number);

  return g_test_run ();
}
