/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The part of the grades that a chart shows: dots are no lengths, so it need not start at 0. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An interval makes a scale so much longer than its mean, and no more: an arrow says so. */
#define LOKET_SCALE_REACH 1.3

typedef struct
{
  double low;
  double high;
  double step; /* lines stand at its multiples */
} LoketScale;

/* What a scale has to hold. */
typedef struct
{
  double low;
  double high;
} LoketRange;

void       loket_range_clear        (LoketRange        *range);
void       loket_range_add          (LoketRange        *range,
                                     double             value);
void       loket_range_add_interval (LoketRange        *range,
                                     double             mean,
                                     double             low,
                                     double             high);
LoketScale loket_scale_for_grades   (const LoketRange  *range,
                                     guint              most_steps);
LoketScale loket_scale_from_zero    (double             high,
                                     guint              most_steps);
double     loket_scale_get_line     (const LoketScale  *scale,
                                     guint              index);
double     loket_scale_get_share    (const LoketScale  *scale,
                                     double             value);

G_END_DECLS
