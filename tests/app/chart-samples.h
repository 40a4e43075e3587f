/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One chart of every kind, from the real survey and from made-up process figures. */

#pragma once

#include "loket-drawing.h"
#include "loket-summary.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *name;
  LoketDrawing *drawing; /* (owned) */
} ChartSample;

LoketSummary *chart_samples_summarise (LoketFrame *frame);
GArray       *chart_samples_new       (LoketFrame *frame);

G_END_DECLS
