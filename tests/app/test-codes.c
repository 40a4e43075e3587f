/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the lists of codes. */

#include "loket-codes.h"

static LoketCodes *
create_codes (void)
{
  LoketCodes *codes = loket_codes_new ();

  loket_codes_add (codes, "channel", "phone", "Telefonisch", FALSE);
  loket_codes_add (codes, "channel", "fax", "Fax", TRUE);
  loket_codes_add (codes, "channel", "online", "Online", FALSE);
  loket_codes_add (codes, "role", "team_lead", "Teamleider", FALSE);

  return codes;
}

static void
test_list_keeps_the_order_of_the_office (void)
{
  static const char *const expected[] = { "phone", "fax", "online" };
  g_autoptr (LoketCodes) codes = create_codes ();
  GPtrArray *list = loket_codes_get_list (codes, "channel");

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((LoketCode *) g_ptr_array_index (list, i))->code, ==, expected[i]);
}

static void
test_retired_code_is_known_and_marked (void)
{
  g_autoptr (LoketCodes) codes = create_codes ();
  GPtrArray *list = loket_codes_get_list (codes, "channel");

  g_assert_true (loket_codes_has (codes, "channel", "fax"));
  g_assert_true (((LoketCode *) g_ptr_array_index (list, 1))->retired);
  g_assert_false (((LoketCode *) g_ptr_array_index (list, 0))->retired);
}

static void
test_code_belongs_to_its_list (void)
{
  g_autoptr (LoketCodes) codes = create_codes ();
  g_autofree char *endless = g_strnfill (500, 'x');

  g_assert_true (loket_codes_has (codes, "role", "team_lead"));
  g_assert_false (loket_codes_has (codes, "channel", "team_lead"));
  g_assert_false (loket_codes_has (codes, "role", ""));
  g_assert_false (loket_codes_has (codes, "colour", "red"));
  g_assert_false (loket_codes_has (codes, "role", endless));
  g_assert_null (loket_codes_get_list (codes, "colour"));
}

static void
test_label_of_unknown_code_is_the_code (void)
{
  g_autoptr (LoketCodes) codes = create_codes ();

  g_assert_cmpstr (loket_codes_get_label (codes, "channel", "phone"), ==, "Telefonisch");
  g_assert_cmpstr (loket_codes_get_label (codes, "channel", "fax"), ==, "Fax");
  g_assert_cmpstr (loket_codes_get_label (codes, "channel", "pigeon"), ==, "pigeon");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codes/list-keeps-the-order-of-the-office",
                   test_list_keeps_the_order_of_the_office);
  g_test_add_func ("/codes/retired-code-is-known-and-marked",
                   test_retired_code_is_known_and_marked);
  g_test_add_func ("/codes/code-belongs-to-its-list", test_code_belongs_to_its_list);
  g_test_add_func ("/codes/label-of-unknown-code-is-the-code",
                   test_label_of_unknown_code_is_the_code);

  return g_test_run ();
}
