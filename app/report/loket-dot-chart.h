/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of how long something took: a dot for each number of days that grows with how often it
 * was, the median as a mark, and the norm of the office as a line. */

#pragma once

#include "loket-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  guint  count;
} LoketDot;

typedef struct
{
  const char     *label;
  const char     *hidden; /* (nullable) why there are no figures */
  const LoketDot *dots;
  guint           n_dots;
  double          median; /* NaN: the dots are medians themselves */
  double          p80; /* eight of ten took no more */
  guint           n;
} LoketDotRow;

/* What a chart of dots is about. */
typedef struct
{
  const char *title;
  const char *by; /* the id of the grouping that the labels are values of */
  double      norm; /* NaN: there is none */
  const char *norm_name; /* (nullable) such as "agreed: 3" */
} LoketDotTopic;

LoketDrawing *loket_dot_chart_new (const LoketDotTopic *topic,
                                   const LoketDotRow   *rows,
                                   guint                n_rows);

G_END_DECLS
