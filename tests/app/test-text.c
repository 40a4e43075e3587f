/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the cleaning and folding of text, and of telephone digits. */

#include "loket-text.h"
#include "records-fixture.h"

#include <string.h>

#define N_RANDOM 5000

typedef struct
{
  const char *text;
  const char *expected;
} Case;

typedef char *(*TextFunc) (const char *text);

static char *
clean_line (const char *text)
{
  return loket_text_clean (text, FALSE);
}

static char *
clean_lines (const char *text)
{
  return loket_text_clean (text, TRUE);
}

static void
assert_cases (TextFunc     func,
              const Case  *cases,
              guint        n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *result = func (cases[i].text);

      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_clean_takes_white_space_at_both_ends (void)
{
  static const Case cases[] = {
    { "", "" }, { "  ", "" }, { "\t\n ", "" }, { " Jansen ", "Jansen" },
    { "de  Vries", "de  Vries" },
    { "\u00A0Jansen\u3000", "Jansen" }, { "\u00A0", "" }, { "\u2003é\u2003", "é" },
  };

  assert_cases (clean_line, cases, G_N_ELEMENTS (cases));
  assert_cases (clean_lines, cases, G_N_ELEMENTS (cases));
}

static void
test_clean_removes_control_characters (void)
{
  static const Case cases[] = {
    { "Jan\x01sen", "Jansen" }, { "Jan\x7Fsen", "Jansen" }, { "Jan\xC2\x85sen", "Jansen" },
    { "\uFEFFJansen", "Jansen" }, { "\x1B[31mrood", "[31mrood" },
  };

  assert_cases (clean_line, cases, G_N_ELEMENTS (cases));
  assert_cases (clean_lines, cases, G_N_ELEMENTS (cases));
}

static void
test_clean_keeps_line_ends_in_notes_only (void)
{
  static const Case lines[] = {
    { "een\ntwee", "een\ntwee" }, { "een\r\ntwee", "een\ntwee" }, { "een\rtwee", "een\ntwee" },
    { "een\ttwee", "een\ttwee" }, { "een\u2028twee", "een\ntwee" }, { "\n een \n\n", "een" },
  };
  static const Case line[] = {
    { "een\ntwee", "een twee" }, { "een\r\ntwee", "een twee" }, { "een\rtwee", "een twee" },
    { "een\ttwee", "een twee" }, { "een\u2029twee", "een twee" },
  };

  assert_cases (clean_lines, lines, G_N_ELEMENTS (lines));
  assert_cases (clean_line, line, G_N_ELEMENTS (line));
}

static void
test_clean_keeps_every_script (void)
{
  static const Case cases[] = {
    { "محمد العلي", "محمد العلي" },
    { "שלום \u200Fעולם", "שלום \u200Fעולם" },
    { "王小明", "王小明" },
    { "Goed gesprek 👍🏽👩‍👩‍👧", "Goed gesprek 👍🏽👩‍👩‍👧" },
  };

  assert_cases (clean_line, cases, G_N_ELEMENTS (cases));
}

static void
test_clean_composes_accents (void)
{
  static const Case cases[] = {
    { "Rene\u0301", "René" }, { "O\u0308ztu\u0308rk", "Öztürk" },
    /* A control character stood between the letter and its accent. */
    { "Rene\x01\u0301", "René" },
  };

  assert_cases (clean_line, cases, G_N_ELEMENTS (cases));
}

static void
test_clean_marks_bytes_that_are_no_text (void)
{
  static const Case cases[] = { { "Ren\xE9 belt", "Ren\uFFFD belt" } };

  assert_cases (clean_lines, cases, G_N_ELEMENTS (cases));
}

static void
test_clean_text_is_clean (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = records_random_text (40);
      gboolean many_lines = g_test_rand_bit ();
      g_autofree char *once = loket_text_clean (text, many_lines);
      g_autofree char *twice = loket_text_clean (once, many_lines);
      g_autofree char *composed = g_utf8_normalize (once, -1, G_NORMALIZE_DEFAULT_COMPOSE);

      g_assert_cmpstr (twice, ==, once);
      g_assert_cmpstr (composed, ==, once);
      for (const char *p = once; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (!g_unichar_iscntrl (g_utf8_get_char (p))
                       || (many_lines && (*p == '\n' || *p == '\t')));
    }
}

static void
test_fold_makes_spellings_equal (void)
{
  static const Case cases[] = {
    { "Öztürk", "ozturk" }, { "O\u0308ztu\u0308rk", "ozturk" }, { "ÖZTÜRK", "ozturk" },
    { "Işık", "isik" }, { "İbrahim", "ibrahim" }, { "Łukasz Wałęsa", "lukasz walesa" },
    { "Søren Ærø", "soren aero" }, { "Weiß", "weiss" }, { "WEISS", "weiss" },
    { "Đorđević", "dordevic" }, { "Þór", "thor" }, { "Crèvecœur", "crevecoeur" },
    { "Ĳsbrand", "ijsbrand" }, { "O'Brien", "obrien" }, { "O’Brien", "obrien" },
    { "'t Hart", "t hart" }, { "‘t Hart", "t hart" }, { "v.d. Berg", "vd berg" },
    { "Jansen-de  Vries", "jansen de vries" }, { "  Jan,  Piet ", "jan piet" },
    { "K0000012", "k0000012" }, { "ＡＢＣ", "abc" }, { "", "" }, { "...", "" }, { "👍", "" },
    { "Nguyễn Thị", "nguyen thi" }, { "محمد", "محمد" },
  };

  assert_cases (loket_text_fold, cases, G_N_ELEMENTS (cases));
}

static void
test_fold_of_folded_is_the_same (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = records_random_text (40);
      g_autofree char *once = loket_text_fold (text);
      g_autofree char *twice = loket_text_fold (once);

      g_assert_cmpstr (twice, ==, once);
      g_assert_null (strstr (once, "  "));
      g_assert_false (g_str_has_prefix (once, " ") || g_str_has_suffix (once, " "));
    }
}

/* An accent typed apart, capitals and white space around never make another word. */
static void
test_fold_does_not_see_how_it_was_typed (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = records_random_text (20);
      g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT);
      g_autofree char *spaced = g_strdup_printf ("  %s ", apart);
      g_autofree char *expected = loket_text_fold (text);
      g_autofree char *folded = loket_text_fold (spaced);

      g_assert_cmpstr (folded, ==, expected);
    }
}

static void
test_digits_are_national (void)
{
  static const Case cases[] = {
    { "0612345678", "0612345678" }, { "06-12345678", "0612345678" },
    { "06 12 34 56 78", "0612345678" }, { "+31612345678", "0612345678" },
    { "+31 (0)6 12345678", "0612345678" }, { "0031 6 12345678", "0612345678" },
    { "0031 (0)6-12345678", "0612345678" }, { "(013) 123 45 67", "0131234567" },
    { "+32 470 12 34 56", "32470123456" }, { "31612345678", "31612345678" },
    { "5678", "5678" }, { "+31", "" }, { "", "" }, { "geen", "" },
  };

  assert_cases (loket_text_get_digits, cases, G_N_ELEMENTS (cases));
}

static void
test_number_has_digits_at_either_end (void)
{
  static const struct
  {
    const char *phone;
    const char *text;
    gboolean has;
  } cases[] = {
    { "06-12345678", "5678", TRUE }, { "06-12345678", "0612", TRUE },
    { "0612345678", "+31 6 12", TRUE }, { "+31612345678", "06 12 34 56 78", TRUE },
    { "0612345678", "2345", FALSE }, { "0612345678", "K5678", FALSE },
    { "0612345678", "+31", FALSE }, { "", "5678", FALSE }, { NULL, "5678", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (loket_text_has_digits (cases[i].phone, cases[i].text) == cases[i].has);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/clean-takes-white-space-at-both-ends",
                   test_clean_takes_white_space_at_both_ends);
  g_test_add_func ("/text/clean-removes-control-characters", test_clean_removes_control_characters);
  g_test_add_func ("/text/clean-keeps-line-ends-in-notes-only",
                   test_clean_keeps_line_ends_in_notes_only);
  g_test_add_func ("/text/clean-keeps-every-script", test_clean_keeps_every_script);
  g_test_add_func ("/text/clean-composes-accents", test_clean_composes_accents);
  g_test_add_func ("/text/clean-marks-bytes-that-are-no-text",
                   test_clean_marks_bytes_that_are_no_text);
  g_test_add_func ("/text/clean-text-is-clean", test_clean_text_is_clean);
  g_test_add_func ("/text/fold-makes-spellings-equal", test_fold_makes_spellings_equal);
  g_test_add_func ("/text/fold-of-folded-is-the-same", test_fold_of_folded_is_the_same);
  g_test_add_func ("/text/fold-does-not-see-how-it-was-typed",
                   test_fold_does_not_see_how_it_was_typed);
  g_test_add_func ("/text/digits-are-national", test_digits_are_national);
  g_test_add_func ("/text/number-has-digits-at-either-end", test_number_has_digits_at_either_end);

  return g_test_run ();
}
