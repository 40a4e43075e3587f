/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A group against all others, and when a difference is called one. */

#pragma once

#include "loket-question-summary.h"

G_BEGIN_DECLS

/* All persons among whom groups are compared. */
typedef struct
{
  LoketMoments grades;
  LoketShare   top;
} LoketCompared;

LoketChange   loket_change_judge   (double                      p,
                                    double                      difference);
LoketCompared loket_compared_find  (const LoketSummarySource   *source,
                                    const LoketQuestionSummary *question,
                                    guint                       grouping,
                                    const gboolean             *hidden);
void          loket_compared_judge (const LoketCompared        *all,
                                    const LoketQuestionSummary *question,
                                    LoketGroupSummary          *group);

G_END_DECLS
