/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Many comparisons at once, without more false alarms than one comparison gives. */

#include "loket-holm.h"

#include <math.h>
#include <stdlib.h>

static int
compare_p (const void *one,
           const void *other)
{
  double p = **(double * const *) one;
  double other_p = **(double * const *) other;

  return (p > other_p) - (p < other_p);
}

/**
 * loket_holm_adjust:
 * @p: (inout) (array length=n): the p of each comparison; NaN where there was no test, which stays
 *   and does not count
 *
 * Holm, Scandinavian Journal of Statistics 6 (1979) 65-70, as R's `p.adjust ()` does it: calling a
 * comparison significant when its adjusted p is below 5% gives a false one among all of them in at
 * most 5% of cases, however the comparisons depend on each other.
 *
 * Returns: how many comparisons were made
 */
guint
loket_holm_adjust (double *p,
                   guint   n)
{
  g_autofree double **order = g_new (double *, n + 1);
  guint n_made = 0;
  double largest = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!isnan (p[i]))
        order[n_made++] = &p[i];
    }
  qsort (order, n_made, sizeof *order, compare_p);
  for (guint i = 0; i < n_made; i++)
    {
      largest = MAX (largest, MIN (1, *order[i] * (n_made - i)));
      *order[i] = largest;
    }
  return n_made;
}
