/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of how often each grade, or each band of a number, was given: columns from zero. */

#pragma once

#include "loket-drawing.h"
#include "loket-question-summary.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  guint       count;
  LoketInk    fill;
} LoketBin;

LoketDrawing *loket_histogram_chart_new        (const char                 *title,
                                                const LoketBin             *bins,
                                                guint                       n_bins);
LoketDrawing *loket_histogram_chart_new_grades (LoketQuestionnaire         *questionnaire,
                                                const LoketQuestionSummary *question,
                                                const char                 *language);

G_END_DECLS
