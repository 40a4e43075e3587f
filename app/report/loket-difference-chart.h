/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of what grade groups of clients give: dots on one scale, with a word where they differ
 * demonstrably from all others. */

#pragma once

#include "loket-drawing.h"
#include "loket-scale.h"
#include "loket-summary.h"

G_BEGIN_DECLS

LoketScale    loket_difference_chart_find_scale (const LoketQuestionSummary *question);
LoketDrawing *loket_difference_chart_new        (const LoketSummary         *summary,
                                                 const LoketQuestionSummary *question,
                                                 const LoketGrouping        *by,
                                                 const LoketScale           *scale,
                                                 const char                 *language);

G_END_DECLS
