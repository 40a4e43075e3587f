/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How far a small number of answers is from what can be compared. */

#pragma once

#include "loket-request.h"

G_BEGIN_DECLS

/* The months over which answers are added up when a period has few. */
#define LOKET_ROLLING_MONTHS 24

/* How many answered one question. What is 1 to 4, or would tell of 1 to 4 others, is hidden. */
typedef struct
{
  gboolean    is_hidden; /* the period: @n is not set */
  guint       n;
  LoketPeriod rolling; /* 24 months that end with the period */
  gboolean    is_rolling_hidden;
  guint       n_rolling;
  guint       n_year; /* in the last 12 of them */
  guint       thin; /* below this a figure rests on few people */
  guint       threshold; /* from this on an office is compared */
  int         thin_month; /* when that is reached at the pace of the last 12 months, as */
  int         threshold_month; /* loket_month_new() counts: 0 reached already, -1 never */
} LoketProgress;

LoketProgress  loket_progress_get          (LoketFrame          *frame,
                                            const LoketRequest  *request,
                                            const LoketItem     *item);
LoketRequest  *loket_request_create_rolling (LoketFrame          *frame,
                                             const LoketRequest  *request);

G_END_DECLS
