/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Periods in words. */

#include "loket-period-words.h"

static void
assert_words (const char *text,
              const char *expected)
{
  LoketPeriod period = { 0, 0 };
  g_autofree char *words = NULL;

  g_assert_true (loket_period_parse (text, &period, NULL));
  words = loket_period_to_words (&period);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_says_a_period (void)
{
  assert_words ("2023", "2023");
  assert_words ("2023-01..2023-12", "2023");
  assert_words ("2023-05", "May 2023");
  assert_words ("2023-02..2023-04", "Feb–Apr 2023");
  assert_words ("2022-10..2023-03", "Oct 2022–Mar 2023");
  assert_words ("2022-01..2023-12", "Jan 2022–Dec 2023");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period-words/says-a-period", test_says_a_period);

  return g_test_run ();
}
