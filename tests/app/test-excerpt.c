/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is sought in a text, and of the part that is shown. */

#include "loket-excerpt.h"

#include <locale.h>
#include <string.h>

/* The excerpt with its hits between bars. */
static char *
mark (const char *text,
      const char *typed)
{
  g_auto (GStrv) sought = loket_excerpt_split (typed);
  g_autoptr (LoketExcerpt) excerpt = loket_excerpt_new (text, (const char *const *) sought);
  g_autoptr (GString) marked = g_string_new (excerpt->text);

  g_assert_true (g_utf8_validate (excerpt->text, -1, NULL));
  for (guint i = excerpt->hits->len; i > 0; i--)
    {
      const LoketExcerptHit *hit = &g_array_index (excerpt->hits, LoketExcerptHit, i - 1);

      g_string_insert_c (marked, hit->end, '|');
      g_string_insert_c (marked, hit->start, '|');
    }

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
assert_shows (const char *text,
              const char *typed,
              const char *expected)
{
  g_autofree char *marked = mark (text, typed);

  g_assert_cmpstr (marked, ==, expected);
}

static void
assert_splits (const char *typed,
               const char *expected)
{
  g_auto (GStrv) sought = loket_excerpt_split (typed);
  g_autofree char *joined = g_strjoinv (" ", sought);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_typed_text_is_split_in_folded_words (void)
{
  assert_splits ("  Öztürk's  HEFTRUCK, v. d. ", "ozturks heftruck");
  assert_splits ("vd Berg", "van berg");
  assert_splits ("a b c", "");
  assert_splits ("", "");
  assert_splits ("aa bb cc dd ee ff gg hh ii jj", "aa bb cc dd ee ff gg hh");
}

static void
test_beginning_of_a_word_matches (void)
{
  g_assert_true (loket_excerpt_matches ("heftruck", "heftruck"));
  g_assert_true (loket_excerpt_matches ("heftruck", "hef"));
  g_assert_false (loket_excerpt_matches ("heftruck", "he"));
  g_assert_true (loket_excerpt_matches ("he", "he"));
  g_assert_false (loket_excerpt_matches ("heftruck", "truck"));
  g_assert_true (loket_excerpt_matches ("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xD7\xA9\xD7\x9C\xD7\x95"));
}

static void
test_words_are_counted_once (void)
{
  const char *const sought[] = { "kok", "las", "cv", NULL };

  g_assert_cmpuint (loket_excerpt_count ("Kok, kok en lasser", sought), ==, 2);
  g_assert_cmpuint (loket_excerpt_count ("", sought), ==, 0);
}

static void
test_short_text_is_shown_whole (void)
{
  assert_shows ("Wil een heftruckcertificaat halen.", "heftruck",
                "Wil een |heftruckcertificaat| halen.");
  assert_shows ("Werkt bij Öztürk. Öztürk!", "ozturk", "Werkt bij |Öztürk|. |Öztürk|!");
  assert_shows ("Nóg eens", "nog eens", "|Nóg| |eens|");
  assert_shows ("Niets ervan", "heftruck", "Niets ervan");
  assert_shows ("Een regel\nen\tnog een: <b>vet</b> & 🙂", "vet",
                "Een regel en nog een: <b>|vet|</b> & 🙂");
}

static void
test_long_text_is_cut_around_the_first_hit (void)
{
  g_autofree char *before = g_strnfill (2000, 'x');
  g_autofree char *long_word = g_strconcat (before, " kok ", before, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *marked = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (words, "woord ");
  g_string_insert (words, 600, "kok ");
  assert_shows ("Een twee drie vier vijf zes zeven acht negen tien elf kok", "kok",
                "… acht negen tien elf |kok|");

  marked = mark (words->str, "kok");
  g_assert_true (g_str_has_prefix (marked, "… woord woord woord woord |kok| woord "));
  g_assert_true (g_str_has_suffix (marked, " woord …"));
  g_assert_cmpuint (strlen (marked), <, 150);

  g_clear_pointer (&marked, g_free);
  marked = mark (long_word, "kok");
  g_assert_nonnull (strstr (marked, "|kok|"));
  g_assert_cmpuint (strlen (marked), <, 150);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt/typed-text-is-split-in-folded-words",
                   test_typed_text_is_split_in_folded_words);
  g_test_add_func ("/excerpt/beginning-of-a-word-matches", test_beginning_of_a_word_matches);
  g_test_add_func ("/excerpt/words-are-counted-once", test_words_are_counted_once);
  g_test_add_func ("/excerpt/short-text-is-shown-whole", test_short_text_is_shown_whole);
  g_test_add_func ("/excerpt/long-text-is-cut-around-the-first-hit",
                   test_long_text_is_cut_around_the_first_hit);

  return g_test_run ();
}
