/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Medians and other quantiles. */

#include "loket-quantile.h"

#include <math.h>

/**
 * loket_quantile_from_sorted:
 * @sorted: (array length=n): numbers, the smallest first
 * @share: 0.5 for the median, 0.8 for what 80% do not exceed
 *
 * Type 7, which interpolates between neighbours: Hyndman and Fan, Sample quantiles in statistical
 * packages, The American Statistician 50 (1996) 361-365.
 *
 * Returns: the quantile; NaN when there are no numbers
 */
double
loket_quantile_from_sorted (const double *sorted,
                            guint         n,
                            double        share)
{
  double place = (n - 1.0) * share;
  double below = floor (place);
  guint index = (guint) MAX (0, below);

  if (n == 0)
    return NAN;
  if (index + 1 >= n)
    return sorted[n - 1];
  return sorted[index] + (place - below) * (sorted[index + 1] - sorted[index]);
}

/* The number at @place of all numbers in order. */
static guint
find_number (const guint32 *counts,
             guint          n_counts,
             guint64        place)
{
  guint number = 0;

  while (number + 1 < n_counts && place >= counts[number])
    place -= counts[number++];
  return number;
}

/**
 * loket_quantile_from_histogram:
 * @counts: (array length=n_counts): how often 0, 1, 2, ... occurs
 * @share: 0.5 for the median
 *
 * Returns: as loket_quantile_from_sorted() of all the numbers
 */
double
loket_quantile_from_histogram (const guint32 *counts,
                               guint          n_counts,
                               double         share)
{
  guint64 n = 0;
  double place = 0;
  guint low = 0;
  guint high = 0;

  for (guint i = 0; i < n_counts; i++)
    n += counts[i];
  if (n == 0)
    return NAN;
  place = (double) (n - 1) * share;
  low = find_number (counts, n_counts, (guint64) floor (place));
  high = find_number (counts, n_counts, MIN (n - 1, (guint64) floor (place) + 1));
  return low + (place - floor (place)) * ((double) high - low);
}
