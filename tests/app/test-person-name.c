/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How far two names agree. */

#include "loket-person-name.h"

static double
measure (const char *a,
         const char *b)
{
  g_autoptr (LoketPersonName) first = loket_person_name_new (a);
  g_autoptr (LoketPersonName) second = loket_person_name_new (b);

  return loket_person_name_get_jaro_winkler (first, second);
}

static LoketAgreement
compare (const char *a,
         const char *b)
{
  g_autoptr (LoketPersonName) first = loket_person_name_new (a);
  g_autoptr (LoketPersonName) second = loket_person_name_new (b);

  return loket_person_name_compare (first, second);
}

/* The examples of Winkler's paper. */
static void
test_published (void)
{
  g_assert_cmpfloat_with_epsilon (measure ("Martha", "Marhta"), 0.961, 5e-4);
  g_assert_cmpfloat_with_epsilon (measure ("Dwayne", "Duane"), 0.840, 5e-4);
  g_assert_cmpfloat_with_epsilon (measure ("Dixon", "Dicksonx"), 0.813, 5e-4);
  g_assert_cmpfloat_with_epsilon (measure ("abc", "xyz"), 0, 1e-9);
}

static void
test_agreement (void)
{
  g_assert_cmpint (compare ("van der Berg", "Berg"), ==, LOKET_AGREEMENT_EQUAL);
  g_assert_cmpint (compare ("Dijk", "DYK"), ==, LOKET_AGREEMENT_EQUAL);
  g_assert_cmpint (compare ("Janssen", "Jansen"), ==, LOKET_AGREEMENT_NEAR);
  g_assert_cmpint (compare ("J.", "Johanna"), ==, LOKET_AGREEMENT_PART);
  g_assert_cmpint (compare ("K.", "Johanna"), ==, LOKET_AGREEMENT_DIFFERENT);
  g_assert_cmpint (compare ("Bakker-de Vries", "de Vries"), ==, LOKET_AGREEMENT_PART);
  g_assert_cmpint (compare ("Bakker", "Vries"), ==, LOKET_AGREEMENT_DIFFERENT);
  g_assert_cmpint (compare ("", "Vries"), ==, LOKET_AGREEMENT_UNKNOWN);
  g_assert_cmpint (compare ("van den", "van den"), ==, LOKET_AGREEMENT_EQUAL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person-name/measures-as-published", test_published);
  g_test_add_func ("/person-name/agrees-as-people-would", test_agreement);

  return g_test_run ();
}
