/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writing postcodes in one way. */

#include "loket-postcode.h"

static void
assert_tidy (const char *typed,
             const char *expected)
{
  g_autofree char *tidy = loket_postcode_tidy (typed);

  g_assert_cmpstr (tidy, ==, expected);
}

static void
test_dutch (void)
{
  assert_tidy ("1234ab", "1234 AB");
  assert_tidy (" 1234 AB ", "1234 AB");
  assert_tidy ("1234  aB", "1234 AB");
  assert_tidy ("1234-ab", "1234 AB");
}

static void
test_others (void)
{
  assert_tidy ("1234", "1234");
  assert_tidy ("0123 ab", "0123 ab");
  assert_tidy ("B-2000", "B-2000");
  assert_tidy ("12345 ab", "12345 ab");
  assert_tidy ("1234 abc", "1234 abc");
  assert_tidy ("SW1A 1AA", "SW1A 1AA");
  assert_tidy ("", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/postcode/writes-dutch-ones-in-one-way", test_dutch);
  g_test_add_func ("/postcode/leaves-others-alone", test_others);

  return g_test_run ();
}
