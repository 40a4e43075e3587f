/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Statistics agree with values computed another way, by statistics-reference.py. */

#include "loket-statistics.h"

#include <math.h>

static const guint32 a[10] = { 1, 0, 2, 3, 5, 12, 30, 41, 20, 6 };
static const guint32 b[10] = { 0, 0, 1, 0, 2, 3, 9, 15, 12, 8 };

static void
assert_near (double value,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-12 * MAX (1, fabs (expected)));
}

static void
test_mean_and_spread (void)
{
  LoketMoments moments = loket_moments_from_histogram (a, 10);
  LoketInterval interval = loket_moments_get_interval (&moments);

  g_assert_cmpuint (moments.n, ==, 120);
  g_assert_cmpuint (moments.sum, ==, 894);
  assert_near (loket_moments_get_mean (&moments), 7.45);
  assert_near (loket_moments_get_sd (&moments), 1.5276169170895402);
  assert_near (interval.low, 7.1738716913011201);
  assert_near (interval.high, 7.7261283086988799);
}

static void
test_welch (void)
{
  static const guint32 low[10] = { 0, 1, 1 };
  static const guint32 high[10] = { 0, 0, 0, 0, 0, 0, 0, 0, 2, 1 };
  LoketMoments one = loket_moments_from_histogram (a, 10);
  LoketMoments other = loket_moments_from_histogram (b, 10);
  LoketMoments small = loket_moments_from_histogram (low, 10);
  LoketMoments other_small = loket_moments_from_histogram (high, 10);

  assert_near (loket_welch_get_p (&one, &other), 0.021317109005685031);
  assert_near (loket_welch_get_p (&other, &one), 0.021317109005685031);
  assert_near (loket_welch_get_p (&small, &other_small), 0.0091770673240984761);
}

static void
test_wilson (void)
{
  LoketInterval some = loket_share_get_interval (7, 12);
  LoketInterval none = loket_share_get_interval (0, 10);
  LoketInterval all = loket_share_get_interval (10, 10);
  LoketInterval good = loket_share_get_interval (1509, 2159);

  assert_near (some.low, 0.31951131254954973);
  assert_near (some.high, 0.80673968634124346);
  assert_near (none.low, 0);
  g_assert_cmpfloat (none.low, >=, 0);
  assert_near (none.high, 0.27753279986288925);
  assert_near (all.high, 1);
  g_assert_cmpfloat (all.high, <=, 1);
  assert_near (all.low, 1 - 0.27753279986288925);
  assert_near (good.low, 0.67924579308046916);
  assert_near (good.high, 0.71791692843883089);
}

static void
test_pooled_z (void)
{
  assert_near (loket_shares_get_p (907, 2159, 360, 960), 0.017917779706393172);
  assert_near (loket_shares_get_p (360, 960, 907, 2159), 0.017917779706393172);
}

static void
test_undefined_is_nan (void)
{
  static const guint32 nobody[10] = { 0 };
  static const guint32 single[10] = { 0, 0, 0, 1 };
  static const guint32 alike[10] = { 0, 0, 0, 5 };
  LoketMoments none = loket_moments_from_histogram (nobody, 10);
  LoketMoments one = loket_moments_from_histogram (single, 10);
  LoketMoments same = loket_moments_from_histogram (alike, 10);
  LoketMoments many = loket_moments_from_histogram (a, 10);

  g_assert_true (isnan (loket_moments_get_mean (&none)));
  g_assert_true (isnan (loket_moments_get_sd (&one)));
  g_assert_true (isnan (loket_moments_get_interval (&one).low));
  g_assert_cmpfloat (loket_moments_get_sd (&same), ==, 0);
  g_assert_true (isnan (loket_welch_get_p (&none, &many)));
  g_assert_true (isnan (loket_welch_get_p (&one, &many)));
  g_assert_true (isnan (loket_welch_get_p (&same, &same)));
  g_assert_false (isnan (loket_welch_get_p (&same, &many)));
  g_assert_true (isnan (loket_shares_get_p (0, 0, 1, 2)));
  g_assert_true (isnan (loket_shares_get_p (0, 9, 0, 7)));
  g_assert_true (isnan (loket_shares_get_p (9, 9, 7, 7)));
  g_assert_true (isnan (loket_share_get (0, 0)));
  g_assert_true (isnan (loket_share_get_interval (0, 0).low));
}

static void
test_subtracts_part (void)
{
  LoketMoments all = loket_moments_from_histogram (a, 10);
  LoketMoments none = loket_moments_subtract (&all, &all);

  g_assert_cmpuint (none.n, ==, 0);
  g_assert_cmpuint (none.squares, ==, 0);
}

static void
test_rounds_half_up_in_integers (void)
{
  /* 8.05 and 0.285 are a little less than that in binary, yet they round up. */
  g_assert_cmpuint (loket_round_ratio (161, 20, 10), ==, 81);
  g_assert_cmpuint (loket_round_ratio (57, 200, 100), ==, 29);
  g_assert_cmpuint (loket_round_ratio (1, 200, 100), ==, 1);
  g_assert_cmpuint (loket_round_ratio (1, 201, 100), ==, 0);
  g_assert_cmpuint (loket_round_ratio (0, 7, 100), ==, 0);
  g_assert_cmpuint (loket_round_ratio (7, 7, 100), ==, 100);
  g_assert_cmpuint (loket_round_ratio (2159, 11046, 1000), ==, 195);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/mean-and-spread", test_mean_and_spread);
  g_test_add_func ("/statistics/welch", test_welch);
  g_test_add_func ("/statistics/wilson", test_wilson);
  g_test_add_func ("/statistics/pooled-z", test_pooled_z);
  g_test_add_func ("/statistics/undefined-is-nan", test_undefined_is_nan);
  g_test_add_func ("/statistics/subtracts-part", test_subtracts_part);
  g_test_add_func ("/statistics/rounds-half-up-in-integers", test_rounds_half_up_in_integers);
  return g_test_run ();
}
