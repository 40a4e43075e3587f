/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Means of counsellors or offices, corrected for the clients they see. */

#pragma once

#include "loket-selection.h"
#include "loket-statistics.h"

G_BEGIN_DECLS

/* One counsellor or office: a point of the funnel plot. */
typedef struct
{
  guint         group; /* of the grouping by which is compared */
  guint         n;
  double        observed; /* the mean grade */
  double        expected; /* what such clients give on average */
  double        adjusted; /* the mean of all, plus observed, minus expected */
  LoketInterval limits95; /* within these differs by chance 95% of the time */
  LoketInterval limits998;
} LoketFairUnit;

typedef struct
{
  LoketGrouping by;
  double        overall; /* the mean of all grades */
  double        sd;
  double        dispersion; /* at least 1 */
  GArray       *units; /* (owned) of LoketFairUnit with 5 grades or more, in the order of names */
} LoketFair;

LoketFair *loket_fair_new  (LoketFrame           *frame,
                            const LoketSelection *selection,
                            const LoketItem      *item,
                            const LoketGrouping  *by);
void       loket_fair_free (LoketFair            *fair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketFair, loket_fair_free)

G_END_DECLS
