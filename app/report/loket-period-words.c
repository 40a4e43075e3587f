/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names months in the language of the person. */

#include "loket-period-words.h"

static char *
name_month (int         month,
            const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) first = g_date_time_new (zone, loket_month_get_year (month),
                                                 month % 12 + 1, 1, 0, 0, 0);

  return g_date_time_format (first, format);
}

/**
 * loket_period_to_words:
 *
 * Returns: (transfer full): such as `2023`, `May 2023`, `Feb–Apr 2023` or `Oct 2022–Mar 2023`;
 *   empty for a period that was not set
 */
char *
loket_period_to_words (const LoketPeriod *period)
{
  int year = loket_month_get_year (period->first);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (period->last == 0)
    return g_strdup ("");

  last = name_month (period->last, "%b %Y");
  if (period->first == loket_month_new (year, 1) && period->last == loket_month_new (year, 12))
    return g_strdup_printf ("%d", year);
  if (period->first == period->last)
    return g_steal_pointer (&last);

  first = name_month (period->first,
                      loket_month_get_year (period->last) == year ? "%b" : "%b %Y");

  return g_strconcat (first, "–", last, NULL);
}
