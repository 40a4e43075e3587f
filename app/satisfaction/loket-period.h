/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A period of whole months, by the month in which the survey was sent. */

#pragma once

#include "loket-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* Months are counted as 12 * year + month - 1. Both are included. */
typedef struct
{
  int first;
  int last;
} LoketPeriod;

int      loket_month_new           (int                 year,
                                    int                 month);
int      loket_month_get_year      (int                 month);
LoketDateText
         loket_month_get_first_day (int                 month);
gboolean loket_month_parse         (const char         *text,
                                    int                *month,
                                    GError            **error);

gboolean loket_period_parse        (const char         *text,
                                    LoketPeriod        *period,
                                    GError            **error);
char    *loket_period_to_text      (const LoketPeriod  *period);

G_END_DECLS
