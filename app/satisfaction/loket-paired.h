/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the same persons answered in two waves. */

#pragma once

#include "loket-selection.h"
#include "loket-signed-rank.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_TREND_NONE,
  LOKET_TREND_BETTER,
  LOKET_TREND_WORSE
} LoketTrend;

typedef struct
{
  guint           from; /* indices of the waves */
  guint           to;
  gboolean        hidden; /* 1 to 4 pairs: nothing below is set */
  LoketSignedRank test;
  double          mean_before; /* of the pairs; NaN where it would tell of a hidden wave */
  double          mean_after;
  gboolean        tells_of_few; /* beside the mean of a wave it says what 1 to 4 others answered */
  LoketTrend      trend; /* by the polarity of the item: never without a direction */
  double          adjusted_p; /* after Holm when that was asked for, else the p of the test */
} LoketPaired;

gboolean loket_paired_find (LoketFrame           *frame,
                            const LoketSelection *selection,
                            const LoketItem      *item,
                            const LoketWavePair  *waves,
                            LoketPaired          *paired);

G_END_DECLS
