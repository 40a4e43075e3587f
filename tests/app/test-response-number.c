/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the numbers of responses. */

#include "loket-response-number.h"

#include <string.h>

static void
assert_number (const char *respondent,
               const char *wave,
               const char *expected)
{
  LoketCsvField field = { respondent, strlen (respondent) };
  g_autofree char *number = loket_response_number_create ("kto", field, wave);
  g_autofree char *back = loket_response_number_dup_respondent (number, wave);

  g_assert_cmpstr (number, ==, expected);
  g_assert_cmpstr (back, ==, respondent);
}

static void
test_gives_the_respondent_back (void)
{
  assert_number ("R23-0001", NULL, "kto/R23-0001");
  assert_number ("R1", "0", "kto/R1/0");
  assert_number ("a/b", NULL, "kto/a/b");
  assert_number ("a/2", "2", "kto/a/2/2");
}

static void
test_waves_are_told_apart (void)
{
  LoketCsvField respondent = { "R1", 2 };
  g_autofree char *first = loket_response_number_create ("q", respondent, "0");
  g_autofree char *second = loket_response_number_create ("q", respondent, "1");

  g_assert_cmpstr (first, !=, second);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/response-number/gives-the-respondent-back", test_gives_the_respondent_back);
  g_test_add_func ("/response-number/waves-are-told-apart", test_waves_are_told_apart);

  return g_test_run ();
}
