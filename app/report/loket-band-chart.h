/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of grades: for each question what share is good, sufficient or insufficient, with the
 * mean, its interval, n and the other period. Measured in the size of the font, so that the same
 * drawing serves a window, enlarged text and paper. */

#pragma once

#include "loket-band-rows.h"

G_BEGIN_DECLS

/* How a chart is drawn. */
typedef struct
{
  double      em; /* the size of the body font, in units of what is drawn on */
  const char *family; /* of the font */
  gboolean    is_dark;
} LoketChartStyle;

double loket_band_chart_measure  (const LoketBandChart  *chart,
                                  const LoketChartStyle *style,
                                  double                 width);
void   loket_band_chart_draw     (const LoketBandChart  *chart,
                                  const LoketChartStyle *style,
                                  cairo_t               *cr,
                                  double                 width);
int    loket_band_chart_find_row (const LoketBandChart  *chart,
                                  const LoketChartStyle *style,
                                  double                 width,
                                  double                 y);

G_END_DECLS
