/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Charts of what is asked on other scales than grades: statements, numbers, and measurements that
 * come back. */

#pragma once

#include "loket-drawing.h"
#include "loket-summary.h"

G_BEGIN_DECLS

GPtrArray    *loket_scale_charts_new_likert (const LoketSummary         *summary,
                                             const char                 *language);
LoketDrawing *loket_scale_charts_new_number (const LoketQuestionSummary *question,
                                             const char                 *language);
LoketSheet   *loket_scale_charts_tabulate_waves
                                            (const LoketSummary         *summary,
                                             const char                 *language);

G_END_DECLS
