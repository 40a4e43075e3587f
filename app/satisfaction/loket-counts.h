/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the histograms of one item say: how many were asked, answered, chose what, and the mean. */

#pragma once

#include "loket-statistics.h"
#include "loket-tally.h"

G_BEGIN_DECLS

/* The counts of one item in all, or in one group: a histogram for each of its columns. */
typedef struct
{
  const LoketItem *item; /* borrowed */
  const guint32   *columns[LOKET_ITEM_MAX_OPTIONS]; /* borrowed from the tally */
} LoketCounts;

LoketCounts  loket_counts_of_all          (const LoketTally   *tally,
                                           const LoketItem    *item);
LoketCounts  loket_counts_of_group        (const LoketTally   *tally,
                                           const LoketItem    *item,
                                           guint               grouping,
                                           guint               group);

guint        loket_counts_get_base        (const LoketCounts  *counts);
guint        loket_counts_get_n           (const LoketCounts  *counts);
guint        loket_counts_get_na          (const LoketCounts  *counts);
guint        loket_counts_get_outside     (const LoketCounts  *counts);
guint        loket_counts_get_denominator (const LoketCounts  *counts);
guint        loket_counts_get_option      (const LoketCounts  *counts,
                                           guint               option);
guint        loket_counts_get_top         (const LoketCounts  *counts);
guint        loket_counts_get_band        (const LoketCounts  *counts,
                                           const LoketBand    *band);
LoketMoments loket_counts_get_moments     (const LoketCounts  *counts);
double       loket_counts_get_median      (const LoketCounts  *counts);

double       loket_code_get_value         (const LoketItem    *item,
                                           guint               code);

G_END_DECLS
