/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sets of items in a field. */

#include "loket-item-set.h"

static void
assert_set (char       *found,
            const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_changes (void)
{
  assert_set (loket_item_set_add (NULL, "a"), "a");
  assert_set (loket_item_set_add ("a", "b;a"), "a;b");
  assert_set (loket_item_set_add (NULL, NULL), NULL);
  assert_set (loket_item_set_take ("a;b;c", "b"), "a;c");
  assert_set (loket_item_set_take ("a", "a"), NULL);
  assert_set (loket_item_set_take (NULL, "a"), NULL);
  assert_set (loket_item_set_put ("a;b", "c", TRUE), "a;b;c");
  assert_set (loket_item_set_put ("a;b", "a", TRUE), "a;b");
  assert_set (loket_item_set_put ("a;b", "a", FALSE), "b");
  g_assert_true (loket_item_set_has ("a;b", "b"));
  g_assert_false (loket_item_set_has ("ab", "b"));
  g_assert_false (loket_item_set_has (NULL, "b"));
}

static void
test_take_back (void)
{
  assert_set (loket_item_set_take_back ("b;a", "a;b", "b;a"), "a;b");
  assert_set (loket_item_set_take_back ("a;b;c", "a", "a;b"), "a;c");
  assert_set (loket_item_set_take_back ("c", NULL, NULL), "c");
  assert_set (loket_item_set_take_back ("b;c", "a", "b"), "c;a");
  assert_set (loket_item_set_take_back (NULL, NULL, "b"), NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-set/adds-and-takes", test_changes);
  g_test_add_func ("/item-set/undoes-only-what-an-act-did", test_take_back);

  return g_test_run ();
}
