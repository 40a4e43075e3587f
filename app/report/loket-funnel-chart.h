/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A funnel plot: adjusted means against the number of grades, with the limits within which they
 * differ by chance. Persons are never in an order of grades; others than the own are nameless. */

#pragma once

#include "loket-drawing.h"
#include "loket-summary.h"

G_BEGIN_DECLS

/* Which units of a funnel plot have a name. */
typedef struct
{
  const char *const *own; /* (nullable) values of the grouping; NULL: none */
  const char        *selected; /* (nullable) stands in a ring */
} LoketFunnelChoice;

LoketDrawing *loket_funnel_chart_new (const LoketSummary         *summary,
                                      const LoketQuestionSummary *question,
                                      const LoketFunnelChoice    *choice);

G_END_DECLS
