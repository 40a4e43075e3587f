/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the sentence that a refusal reads as. */

#include "loket-refusal.h"

#include <string.h>

static void
test_names_everything (void)
{
  g_autoptr (LoketRefusal) refusal = loket_refusal_new (12, "birth_date", "2023-02-30", -1,
                                                        "February 2023 has no day 30");
  g_autofree char *sentence = loket_refusal_to_string (refusal, "clients.csv");

  g_assert_cmpstr (sentence, ==,
                   "clients.csv, line 12, column birth_date, “2023-02-30”: "
                   "February 2023 has no day 30");
}

static void
test_leaves_out_what_is_empty (void)
{
  g_autoptr (LoketRefusal) row = loket_refusal_new (3, NULL, NULL, 0, "the line is empty");
  g_autoptr (LoketRefusal) field = loket_refusal_new (3, "client_no", "", 0, "is missing");
  g_autofree char *of_row = loket_refusal_to_string (row, "c.csv");
  g_autofree char *of_field = loket_refusal_to_string (field, "c.csv");

  g_assert_cmpstr (of_row, ==, "c.csv, line 3: the line is empty");
  g_assert_cmpstr (of_field, ==, "c.csv, line 3, column client_no: is missing");
}

static void
test_shortens_long_values (void)
{
  g_autofree char *longest = g_strnfill (5000, 'x');
  g_autoptr (LoketRefusal) refusal = loket_refusal_new (1, "note", longest, -1, "is too long");

  g_assert_cmpint (g_utf8_strlen (refusal->value, -1), ==, 61);
  g_assert_true (g_str_has_suffix (refusal->value, "x…"));
}

static void
test_keeps_control_characters_from_the_terminal (void)
{
  g_autoptr (LoketRefusal) refusal = loket_refusal_new (1, "note", "a\n\033[31mb\xff", 9, "is odd");

  g_assert_cmpstr (refusal->value, ==, "a  [31mb\xef\xbf\xbd");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/refusal/names-everything", test_names_everything);
  g_test_add_func ("/refusal/leaves-out-what-is-empty", test_leaves_out_what_is_empty);
  g_test_add_func ("/refusal/shortens-long-values", test_shortens_long_values);
  g_test_add_func ("/refusal/keeps-control-characters-from-the-terminal",
                   test_keeps_control_characters_from_the_terminal);

  return g_test_run ();
}
