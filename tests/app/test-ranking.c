/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offices are ranked densely on the rounded mean, and only with enough grades. */

#include "loket-ranking.h"

static void
add (GArray     *offices,
     const char *name,
     guint       n,
     guint64     sum)
{
  LoketRank rank = { name, n, sum, 0, 0 };

  g_array_append_val (offices, rank);
}

static void
assert_rank (GArray     *offices,
             guint       index,
             const char *name,
             guint       rank,
             guint       tenths)
{
  const LoketRank *office = &g_array_index (offices, LoketRank, index);

  g_assert_cmpstr (office->name, ==, name);
  g_assert_cmpuint (office->rank, ==, rank);
  g_assert_cmpuint (office->tenths, ==, tenths);
}

static void
test_ranks (void)
{
  g_autoptr (GArray) offices = g_array_new (FALSE, TRUE, sizeof (LoketRank));

  add (offices, "Small", 49, 490);
  add (offices, "Low", 50, 350);
  add (offices, "Zwolle", 100, 805); /* 8.05 rounds up to 8.1 */
  add (offices, "Alkmaar", 100, 814);
  add (offices, "Large", 200, 1620);
  add (offices, "Best", 60, 510);
  loket_ranking_sort (offices, 50);

  g_assert_cmpuint (offices->len, ==, 5);
  assert_rank (offices, 0, "Best", 1, 85);
  assert_rank (offices, 1, "Large", 2, 81);
  assert_rank (offices, 2, "Alkmaar", 2, 81);
  assert_rank (offices, 3, "Zwolle", 2, 81);
  assert_rank (offices, 4, "Low", 3, 70);
}

static void
test_nobody_is_not_ranked (void)
{
  g_autoptr (GArray) offices = g_array_new (FALSE, TRUE, sizeof (LoketRank));

  loket_ranking_sort (offices, 50);
  add (offices, "Empty", 0, 0);
  loket_ranking_sort (offices, 0);
  g_assert_cmpuint (offices->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ranking/ranks", test_ranks);
  g_test_add_func ("/ranking/nobody-is-not-ranked", test_nobody_is_not_ranked);
  return g_test_run ();
}
