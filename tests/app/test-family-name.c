/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Telling the prefix of a family name apart. */

#include "loket-family-name.h"

static void
assert_split (const char *typed,
              const char *prefix,
              const char *family_name)
{
  g_autofree char *found_prefix = NULL;
  g_autofree char *found_name = NULL;

  g_assert_true (loket_family_name_split (typed, &found_prefix, &found_name));
  g_assert_cmpstr (found_prefix, ==, prefix);
  g_assert_cmpstr (found_name, ==, family_name);
}

static void
assert_whole (const char *typed)
{
  char *prefix = NULL;
  char *family_name = NULL;

  g_assert_false (loket_family_name_split (typed, &prefix, &family_name));
  g_assert_null (prefix);
  g_assert_null (family_name);
}

static void
test_prefix (void)
{
  assert_split ("van der Berg", "van der", "Berg");
  assert_split ("  de  Wit-Jansen ", "de", "Wit-Jansen");
  assert_split ("'t Hart", "'t", "Hart");
  assert_split ("in 't Veld", "in 't", "Veld");
  assert_split ("v.d. Berg", "v.d.", "Berg");
  assert_split ("v/d Berg", "v/d", "Berg");
  assert_split ("Van der Berg", "van der", "Berg");
  assert_split ("van den Berg van Saparoea", "van den", "Berg van Saparoea");
  assert_split ("van der berg", "van der", "berg");
}

static void
test_whole (void)
{
  assert_whole ("Berg");
  assert_whole ("van");
  assert_whole ("van der");
  assert_whole ("Van Nguyen");
  assert_whole ("De Smet");
  assert_whole ("Öztürk");
  assert_whole ("");
  assert_whole ("شمس الدين");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/family-name/tells-the-prefix-apart", test_prefix);
  g_test_add_func ("/family-name/leaves-whole-names-alone", test_whole);

  return g_test_run ();
}
