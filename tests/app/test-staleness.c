/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How long a fact about a client holds. */

#include "loket-staleness.h"

static void
test_counts_whole_months (void)
{
  g_assert_false (loket_staleness_is_stale (NULL, "situation", "2026-08-22", "2026-11-21"));
  g_assert_true (loket_staleness_is_stale (NULL, "situation", "2026-08-21", "2026-11-21"));
  g_assert_false (loket_staleness_is_stale (NULL, "phone", "2025-11-22", "2026-11-21"));
  g_assert_true (loket_staleness_is_stale (NULL, "phone", "2025-11-21", "2026-11-21"));
  g_assert_false (loket_staleness_is_stale (NULL, "situation", "2026-08-31", "2026-11-30"));
  g_assert_true (loket_staleness_is_stale (NULL, "situation", "2026-08-31", "2026-12-01"));
}

static void
test_never_confirmed_is_stale (void)
{
  g_assert_true (loket_staleness_is_stale (NULL, "phone", "", "2026-11-21"));
}

static void
test_some_are_never_asked_again (void)
{
  g_assert_false (loket_staleness_is_stale (NULL, "heard_via", "", "2026-11-21"));
  g_assert_false (loket_staleness_is_stale (NULL, "heard_via", "1999-01-01", "2026-11-21"));
}

static void
test_the_office_chooses (void)
{
  g_assert_cmpint (loket_staleness_get_months ("phone=6;heard_via=36", "phone"), ==, 6);
  g_assert_cmpint (loket_staleness_get_months ("phone=6;heard_via=36", "situation"), ==, 0);
  g_assert_true (loket_staleness_is_stale ("heard_via=36", "heard_via", "2023-11-21",
                                           "2026-11-21"));
  /* A name is not found at the end of another one. */
  g_assert_cmpint (loket_staleness_get_months ("telephone=6", "phone"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/staleness/counts-whole-months", test_counts_whole_months);
  g_test_add_func ("/staleness/never-confirmed-is-stale", test_never_confirmed_is_stale);
  g_test_add_func ("/staleness/some-are-never-asked-again", test_some_are_never_asked_again);
  g_test_add_func ("/staleness/the-office-chooses", test_the_office_chooses);

  return g_test_run ();
}
