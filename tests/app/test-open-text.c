/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the themes of open answers, and of the words that are pointed at in them. */

#include "loket-open-text.h"
#include "satisfaction-fixture.h"

#include <string.h>

static void
assert_split (const char *text,
              const char *answer,
              const char *theme)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();
  const LoketItem *item = loket_questionnaire_find_item (kto, "dissatisfied_about");
  int number = 99;

  g_assert_cmpstr (loket_open_text_split (item, text, &number), ==, answer);
  if (theme == NULL)
    g_assert_cmpint (number, ==, -1);
  else
    g_assert_cmpstr (loket_item_get_option (item, (guint) number)->code, ==, theme);
}

static void
test_theme_stands_before_the_answer (void)
{
  assert_split ("3: Nooit gebeld.", "Nooit gebeld.", "3");
  assert_split ("9: Nooit gebeld.", "9: Nooit gebeld.", NULL);
  assert_split ("Twee dingen: lang wachten", "Twee dingen: lang wachten", NULL);
  assert_split ("", "", NULL);
}

/* The words that are pointed at, joined by '|'. */
static char *
point (const char *text)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GString) hints = g_string_new (NULL);

  g_hash_table_add (names, (gpointer) "marieke");
  g_hash_table_add (names, (gpointer) "wit");
  g_hash_table_add (names, (gpointer) "de");
  g_hash_table_add (names, (gpointer) "jan");
  words = loket_open_text_words (text, names);
  for (guint i = 0; i < words->len; i++)
    {
      const LoketOpenWord *word = &g_array_index (words, LoketOpenWord, i);
      g_autofree char *part = g_utf8_substring (text, (glong) word->start, (glong) word->end);

      if (word->is_hint)
        g_string_append_printf (hints, "%s%s", hints->len > 0 ? "|" : "", part);
    }

  return g_string_free (g_steal_pointer (&hints), FALSE);
}

static void
assert_points (const char *text,
               const char *expected)
{
  g_autofree char *hints = point (text);

  g_assert_cmpstr (hints, ==, expected);
}

static void
test_names_are_pointed_at (void)
{
  assert_points ("Mevrouw Şahin zou bellen.", "Şahin");
  assert_points ("Gesproken met dhr. van den Berg over werk.", "Berg");
  assert_points ("Marieke dacht goed mee.", "Marieke");
  assert_points ("De hulp van marieke was fijn.", "marieke");
  assert_points ("jan en wit zijn korte woorden", "");
  assert_points ("Ik sprak Ayşe O'Neill-de Vries daar.", "Ayşe|O'Neill-de|Vries");
}

static void
test_numbers_and_addresses_are_pointed_at (void)
{
  assert_points ("Bel 06-12345678 of mail a.b@voorbeeld.nl graag.",
                 "06-12345678|a.b@voorbeeld.nl");
  assert_points ("Bel 06 1234 5678 graag.", "06|1234|5678");
  assert_points ("Na 3 weken en 12 dagen, in 2023.", "");
}

static void
test_ordinary_sentences_are_left_alone (void)
{
  assert_points ("De terugbelafspraak ging niet door.", "");
  assert_points ("Het UWV stuurde mij naar het Leerwerkloket. Fijn!", "");
  assert_points ("Goed gesprek\nDuidelijk advies: Lees maar.", "");
  assert_points ("", "");
  assert_points ("!!! ... 👍", "");
}

/* Not one synthetic answer names anybody. */
static void
count_hints (const char *const *columns,
             char             **fields,
             gpointer           user_data)
{
  g_autofree char *hints = point (fields[satisfaction_find_column (columns, "remarks")]);

  g_assert_cmpstr (hints, ==, "");
  (*(guint *) user_data)++;
}

static void
test_survey_of_2023_names_nobody (void)
{
  guint n = 0;

  satisfaction_each_response ("kto/responses_2023.csv", count_hints, &n);
  g_assert_cmpuint (n, ==, 2159);
}

/* Whatever is typed: words lie in the text, one behind the other. */
static void
test_words_lie_in_the_text (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) words = NULL;
      guint end = 0;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append_unichar (text, (gunichar) g_test_rand_int_range (' ', 0x2fff));
      words = loket_open_text_words (text->str, NULL);
      for (guint i = 0; i < words->len; i++)
        {
          const LoketOpenWord *word = &g_array_index (words, LoketOpenWord, i);

          g_assert_cmpuint (word->start, >=, end);
          g_assert_cmpuint (word->end, >, word->start);
          end = word->end;
        }
      g_assert_cmpuint (end, <=, g_utf8_strlen (text->str, -1));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-text/theme-stands-before-the-answer",
                   test_theme_stands_before_the_answer);
  g_test_add_func ("/open-text/names-are-pointed-at", test_names_are_pointed_at);
  g_test_add_func ("/open-text/numbers-and-addresses-are-pointed-at",
                   test_numbers_and_addresses_are_pointed_at);
  g_test_add_func ("/open-text/ordinary-sentences-are-left-alone",
                   test_ordinary_sentences_are_left_alone);
  g_test_add_func ("/open-text/survey-of-2023-names-nobody", test_survey_of_2023_names_nobody);
  g_test_add_func ("/open-text/words-lie-in-the-text", test_words_lie_in_the_text);

  return g_test_run ();
}
