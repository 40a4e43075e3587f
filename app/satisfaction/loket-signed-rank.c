/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether the same persons answered higher or lower in a later measurement. */

#include "loket-signed-rank.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

/* From this many pairs on the normal distribution is close enough. */
#define EXACT_BELOW 50

static int
compare_sizes (const void *one,
               const void *other)
{
  double size = fabs (*(const double *) one);
  double other_size = fabs (*(const double *) other);

  return (size > other_size) - (size < other_size);
}

/* Puts the differences other than zero into @differences, the smallest first. */
static guint
get_differences (const double *before,
                 const double *after,
                 guint         n,
                 double       *differences)
{
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    {
      differences[n_kept] = before[i] - after[i];
      n_kept += before[i] != after[i] ? 1 : 0;
    }
  qsort (differences, n_kept, sizeof *differences, compare_sizes);
  return n_kept;
}

/* Sums the ranks of the differences above zero; equally large ones share the mean of their ranks.
 * @ties gets the sum of t^3 - t over the groups of t that are equally large. */
static double
sum_ranks (const double *differences,
           guint         n,
           double       *ties)
{
  double v = 0;

  *ties = 0;
  for (guint first = 0, next = 0; first < n; first = next)
    {
      double size = 0;

      while (next < n && fabs (differences[next]) == fabs (differences[first]))
        next++;
      size = next - first;
      for (guint i = first; i < next; i++)
        v += differences[i] > 0 ? (first + 1 + next) / 2.0 : 0;
      *ties += size * size * size - size;
    }
  return v;
}

/* The part of the 2^n signs that give a sum of ranks of at most @v. */
static double
get_lower_tail (guint n,
                guint v)
{
  guint n_sums = n * (n + 1) / 2 + 1;
  g_autofree double *ways = g_new0 (double, n_sums);
  double below = 0;

  ways[0] = 1;
  for (guint rank = 1; rank <= n; rank++)
    {
      for (guint sum = n_sums - 1; sum >= rank; sum--)
        ways[sum] += ways[sum - rank];
    }
  for (guint sum = 0; sum <= v; sum++)
    below += ways[sum];
  return ldexp (below, -(int) n);
}

/* Two-sided; @v and its mirror image are equally rare. */
static double
get_exact_p (guint  n,
             double v)
{
  double mirrored = n * (n + 1) / 2.0 - v;

  return MIN (1, 2 * get_lower_tail (n, (guint) MIN (v, mirrored)));
}

static double
get_normal_p (double n,
              double v,
              double ties)
{
  double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;

  return 2 * gsl_cdf_ugaussian_Q (fabs (v - n * (n + 1) / 4) / sqrt (variance));
}

/**
 * loket_signed_rank_new:
 * @before: (array length=n): what each person answered first
 * @after: (array length=n): what the same persons answered later
 *
 * Wilcoxon, Biometrics Bulletin 1 (1945) 80-83: the signed-rank test of paired answers. Exact below
 * 50 pairs without ties or zero differences; else the normal approximation with the correction for
 * ties and without one for continuity, as R's `wilcox.test (before, after, paired = TRUE, correct =
 * FALSE)` does.
 *
 * Returns: the test, whose p is NaN when no pair differs
 */
LoketSignedRank
loket_signed_rank_new (const double *before,
                       const double *after,
                       guint         n)
{
  LoketSignedRank result = { n, 0, 0, NAN, FALSE };
  g_autofree double *differences = g_new (double, n + 1);
  guint n_kept = get_differences (before, after, n, differences);
  double ties = 0;

  result.n_zero = n - n_kept;
  result.v = sum_ranks (differences, n_kept, &ties);
  if (n_kept == 0)
    return result;
  result.exact = n < EXACT_BELOW && result.n_zero == 0 && ties == 0;
  result.p = result.exact ? get_exact_p (n, result.v) : get_normal_p (n_kept, result.v, ties);
  return result;
}
