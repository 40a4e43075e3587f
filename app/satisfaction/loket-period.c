/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A period of whole months, by the month in which the survey was sent. */

#include "loketten-config.h"

#include "loket-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

/**
 * loket_month_new:
 * @month: 1 to 12
 *
 * Returns: the month as a running number
 */
int
loket_month_new (int year,
                 int month)
{
  return year * 12 + month - 1;
}

/**
 * loket_month_get_year:
 * @month: as loket_month_new () counts
 *
 * Returns: the year
 */
int
loket_month_get_year (int month)
{
  return month / 12;
}

/* -1 when the @length characters are not all digits. */
static int
read_digits (const char *text,
             gsize       length)
{
  int number = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }
  return number;
}

/* A year or a month; FALSE for anything else. */
static gboolean
read_part (const char  *text,
           gsize        length,
           LoketPeriod *period)
{
  int year = length >= 4 ? read_digits (text, 4) : -1;
  int month = 0;

  if (year < 1900)
    return FALSE;
  if (length == 4)
    {
      period->first = loket_month_new (year, 1);
      period->last = loket_month_new (year, 12);
      return TRUE;
    }
  if (length != 7 || text[4] != '-')
    return FALSE;
  month = read_digits (text + 5, 2);
  if (month < 1 || month > 12)
    return FALSE;
  period->first = period->last = loket_month_new (year, month);
  return TRUE;
}

/**
 * loket_month_get_first_day:
 * @month: as loket_month_new() counts
 *
 * Returns: the first day of @month
 */
LoketDateText
loket_month_get_first_day (int month)
{
  LoketDateText day;

  g_snprintf (day.text, sizeof day.text, "%04d-%02d-01", month / 12, month % 12 + 1);

  return day;
}

/**
 * loket_month_parse:
 * @text: such as `2023-05`
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when @text is no month
 */
gboolean
loket_month_parse (const char  *text,
                   int         *month,
                   GError     **error)
{
  LoketPeriod period = { 0, 0 };

  if (strlen (text) == 7 && read_part (text, 7, &period))
    {
      *month = period.first;
      return TRUE;
    }
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is not a month such as 2023-05"),
               text);
  return FALSE;
}

/**
 * loket_period_parse:
 * @text: a year (`2023`), a month (`2023-05`) or a range of either (`2023-01..2023-06`)
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when @text is no period or ends before it begins
 */
gboolean
loket_period_parse (const char   *text,
                    LoketPeriod  *period,
                    GError      **error)
{
  const char *dots = strstr (text, "..");
  LoketPeriod first = { 0, 0 };
  LoketPeriod last = { 0, 0 };

  if (!read_part (text, dots != NULL ? (gsize) (dots - text) : strlen (text), &first) ||
      (dots != NULL && !read_part (dots + 2, strlen (dots + 2), &last)))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("“%s” is not a period: a year (2023), a month (2023-05) "
                     "or a range (2023-01..2023-06)"),
                   text);
      return FALSE;
    }
  if (dots == NULL)
    last = first;
  if (last.last < first.first)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("the period “%s” ends before it begins"), text);
      return FALSE;
    }
  period->first = first.first;
  period->last = last.last;
  return TRUE;
}

/**
 * loket_period_to_text:
 *
 * Returns: (transfer full): the shortest text that loket_period_parse() reads as this period
 */
char *
loket_period_to_text (const LoketPeriod *period)
{
  int first_year = loket_month_get_year (period->first);
  int last_year = loket_month_get_year (period->last);

  if (period->first == period->last)
    return g_strdup_printf ("%04d-%02d", first_year, period->first % 12 + 1);
  if (period->first % 12 != 0 || period->last % 12 != 11)
    return g_strdup_printf ("%04d-%02d..%04d-%02d", first_year, period->first % 12 + 1, last_year,
                            period->last % 12 + 1);
  if (first_year == last_year)
    return g_strdup_printf ("%04d", first_year);
  return g_strdup_printf ("%04d..%04d", first_year, last_year);
}
