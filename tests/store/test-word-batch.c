/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the order in which very many words are stored. */

#include "loket-word-batch.h"

/* In the order of the table. */
static const LoketWord words[] = {
  { 0, "aal", "aal", "2" },
  { 0, "aal", "aal jan", "1" },
  { 0, "aal jan", "aal jan", "1" },
  { 0, "aalberts", "aalberts", "3" },
  { 0, "aalberts", "aalberts", "4" },
  { 0, "øre", "øre", "5" },
  { 1, "", "", "6" },
  { 1, "aal", "", "1" },
  { 126, "a", "", "7" },
};

static void
test_words_are_sorted_as_their_table_is (void)
{
  g_autoptr (LoketWordBatch) batch = loket_word_batch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    loket_word_batch_add (batch, &words[(i * 4 + 5) % G_N_ELEMENTS (words)]);
  loket_word_batch_sort (batch);

  g_assert_cmpuint (loket_word_batch_get_size (batch), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const LoketWord word = loket_word_batch_get (batch, i);

      g_assert_cmpint (word.place, ==, words[i].place);
      g_assert_cmpstr (word.word, ==, words[i].word);
      g_assert_cmpstr (word.sort_name, ==, words[i].sort_name);
      g_assert_cmpstr (word.client_id, ==, words[i].client_id);
    }
}

static void
test_full_batch_is_empty_once_cleared (void)
{
  g_autoptr (LoketWordBatch) batch = loket_word_batch_new ();
  guint n_words = 0;

  while (!loket_word_batch_is_full (batch))
    {
      loket_word_batch_add (batch, &words[n_words++ % G_N_ELEMENTS (words)]);
      g_assert_cmpuint (n_words, <, 100 * 1000 * 1000);
    }
  g_assert_cmpuint (n_words, >, 1000 * 1000);
  g_assert_cmpuint (loket_word_batch_get_size (batch), ==, n_words);

  loket_word_batch_clear (batch);
  g_assert_false (loket_word_batch_is_full (batch));
  g_assert_cmpuint (loket_word_batch_get_size (batch), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-batch/words-are-sorted-as-their-table-is",
                   test_words_are_sorted_as_their_table_is);
  g_test_add_func ("/word-batch/full-batch-is-empty-once-cleared",
                   test_full_batch_is_empty_once_cleared);

  return g_test_run ();
}
