/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Rounds the ends of scales. */

#include "loket-scale.h"

#include <math.h>

#define LEAST_GRADE 1
#define MOST_GRADE  10
#define END_STEP    0.5

/**
 * loket_range_clear:
 *
 * Makes @range hold nothing.
 */
void
loket_range_clear (LoketRange *range)
{
  *range = (LoketRange) { INFINITY, -INFINITY };
}

/**
 * loket_range_add:
 * @value: NaN adds nothing
 */
void
loket_range_add (LoketRange *range,
                 double      value)
{
  range->low = fmin (range->low, value);
  range->high = fmax (range->high, value);
}

/**
 * loket_range_add_interval:
 * @low: NaN when the interval is not defined
 */
void
loket_range_add_interval (LoketRange *range,
                          double      mean,
                          double      low,
                          double      high)
{
  loket_range_add (range, mean);
  if (isnan (low) || isnan (high))
    return;
  loket_range_add (range, fmax (low, mean - LOKET_SCALE_REACH));
  loket_range_add (range, fmin (high, mean + LOKET_SCALE_REACH));
}

/**
 * loket_scale_for_grades:
 * @most_steps: more numbers do not fit beside each other
 *
 * Returns: a scale of grades that holds @range, with ends at a half and lines at a half or at whole
 *   grades
 */
LoketScale
loket_scale_for_grades (const LoketRange *range,
                        guint             most_steps)
{
  const LoketRange used =
      range->low > range->high ? (LoketRange) { LEAST_GRADE, MOST_GRADE } : *range;
  LoketScale scale = { floor (fmax (LEAST_GRADE, used.low) / END_STEP) * END_STEP,
                       ceil (fmin (MOST_GRADE, used.high) / END_STEP) * END_STEP, END_STEP };

  if (scale.high <= scale.low)
    scale.high = scale.low + END_STEP;
  while (scale.high - scale.low > most_steps * scale.step)
    scale.step *= 2;

  return scale;
}

/**
 * loket_scale_from_zero:
 *
 * Returns: a scale from 0 to @high, in steps of 1, 2 or 5 or tenfolds of these
 */
LoketScale
loket_scale_from_zero (double high,
                       guint  most_steps)
{
  static const double factors[] = { 2, 2.5, 2 };
  LoketScale scale = { 0, fmax (1, high), 1 };

  for (guint i = 0; scale.high / scale.step > most_steps; i++)
    scale.step *= factors[i % G_N_ELEMENTS (factors)];

  return scale;
}

/**
 * loket_scale_get_line:
 *
 * Returns: the value at which a line stands, from the low end on; beyond the high end there is none
 */
double
loket_scale_get_line (const LoketScale *scale,
                      guint             index)
{
  return (ceil (scale->low / scale->step - 0.001) + index) * scale->step;
}

/**
 * loket_scale_get_share:
 *
 * Returns: how far @value stands from the low end, 0 to 1; beyond an end it stands there
 */
double
loket_scale_get_share (const LoketScale *scale,
                       double            value)
{
  return CLAMP ((value - scale->low) / (scale->high - scale->low), 0, 1);
}
