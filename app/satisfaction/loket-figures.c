/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures as people read them: rounded half up, with the decimal sign of the locale. */

#include "loket-figures.h"

#include <math.h>

/**
 * loket_figure_count:
 *
 * Returns: (transfer full): such as `2.159` under a Dutch locale
 */
char *
loket_figure_count (guint64 count)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, count);
}

/**
 * loket_figure_mean:
 *
 * Returns: (transfer full): the mean with one decimal, empty when there are no grades
 */
char *
loket_figure_mean (const LoketMoments *grades)
{
  if (grades->n == 0)
    return g_strdup ("");
  return g_strdup_printf ("%.1f", (double) loket_round_ratio (grades->sum, grades->n, 10) / 10);
}

/**
 * loket_figure_interval:
 *
 * Returns: (transfer full): such as `7,80–7,95`, empty when it is not defined
 */
char *
loket_figure_interval (const LoketInterval *interval)
{
  if (isnan (interval->low))
    return g_strdup ("");
  return g_strdup_printf ("%.2f–%.2f", interval->low, interval->high);
}

/**
 * loket_figure_percent:
 *
 * Returns: (transfer full): in whole per cent, empty when @base is 0
 */
char *
loket_figure_percent (guint64 count,
                      guint64 base)
{
  if (base == 0)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GUINT64_FORMAT "%%", loket_round_ratio (count, base, 100));
}

/**
 * loket_figure_permille:
 *
 * Returns: (transfer full): in per cent with one decimal, empty when @base is 0
 */
char *
loket_figure_permille (guint64 count,
                       guint64 base)
{
  if (base == 0)
    return g_strdup ("");
  return g_strdup_printf ("%.1f%%", (double) loket_round_ratio (count, base, 1000) / 10);
}
