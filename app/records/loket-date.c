/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Calendar arithmetic on dates as text, without time zones and without a clock. */

#include "loket-date.h"

#include <stdio.h>
#include <string.h>

/* Reads @n digits; -1 when one is not a digit. */
static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = 10 * value + (text[i] - '0');
    }

  return value;
}

/* Planning works out a hundred thousand days: printf would take most of its time. */
static void
write_digits (char  *text,
              guint  value,
              int    n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    text[i] = (char) ('0' + value % 10);
}

static gboolean
date_part_is_valid (const char *date)
{
  int year, month, day;

  if (date[4] != '-' || date[7] != '-')
    return FALSE;

  year = read_digits (date, 4);
  month = read_digits (date + 5, 2);
  day = read_digits (date + 8, 2);

  return year >= 1800 && year <= 2999 && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * loket_date_is_valid:
 * @date: (nullable): a text
 *
 * Returns: whether @date is a date that exists, written YYYY-MM-DD, from 1800 to 2999
 */
gboolean
loket_date_is_valid (const char *date)
{
  return date != NULL && strlen (date) == LOKET_DATE_LENGTH && date_part_is_valid (date);
}

/**
 * loket_moment_is_valid:
 * @moment: (nullable): a text
 *
 * Returns: whether @moment is a moment written YYYY-MM-DDTHH:MM, on the wall clock of the office
 */
gboolean
loket_moment_is_valid (const char *moment)
{
  int hour, minute;

  if (moment == NULL || strlen (moment) != LOKET_MOMENT_LENGTH || !date_part_is_valid (moment)
      || moment[10] != 'T' || moment[13] != ':')
    return FALSE;

  hour = read_digits (moment + 11, 2);
  minute = read_digits (moment + 14, 2);

  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

/**
 * loket_date_parse_typed:
 * @text: a date as a person types it: 3-4-1985, 03/04/1985, 3.4.1985 or 1985-04-03
 *
 * The day comes before the month, as in Dutch; a year has four digits.
 *
 * Returns: the date, YYYY-MM-DD; an empty text when @text is not a date that exists
 */
LoketDateText
loket_date_parse_typed (const char *text)
{
  LoketDateText result = { "" };
  int day, month, year, length = 0;

  if (loket_date_is_valid (text))
    {
      g_strlcpy (result.text, text, sizeof result.text);
      return result;
    }

  if (sscanf (text, " %2d%*1[-/. ]%2d%*1[-/. ]%4d %n", &day, &month, &year, &length) != 3
      || text[length] != '\0' || year < 1000)
    return result;

  g_snprintf (result.text, sizeof result.text, "%04d-%02d-%02d", year, month, day);
  if (!loket_date_is_valid (result.text))
    result.text[0] = '\0';

  return result;
}

/**
 * loket_date_format_typed:
 * @date: a valid date
 *
 * Returns: the date as a person types it, day-month-year: 3-4-1985
 */
LoketDateText
loket_date_format_typed (const char *date)
{
  LoketDateText typed;

  g_snprintf (typed.text, sizeof typed.text, "%d-%d-%.4s", read_digits (date + 8, 2),
              read_digits (date + 5, 2), date);

  return typed;
}

/* Reads a date without its year: the first that is on the wanted side of @today, going by years. */
static LoketDateText
parse_near (const char *text,
            const char *today,
            int         direction)
{
  int year = read_digits (today, 4);

  /* From one 29 February to the next it is eight years at most. */
  for (int years = 0; years <= 8; years++)
    {
      g_autofree char *whole = g_strdup_printf ("%s-%04d", text, year + direction * years);
      LoketDateText date = loket_date_parse_typed (whole);

      if (date.text[0] != '\0'
          && strncmp (date.text, today, LOKET_DATE_LENGTH) * direction >= 0)
        return date;
    }

  return loket_date_parse_typed (text);
}

/**
 * loket_date_parse_coming:
 * @text: a date as loket_date_parse_typed () takes it, or without its year: 4-12
 * @today: a date, or a moment, of which the date counts
 *
 * Returns: the date, YYYY-MM-DD; without a year the first one from @today on. An empty text when
 *   @text is not a date that exists
 */
LoketDateText
loket_date_parse_coming (const char *text,
                         const char *today)
{
  return parse_near (text, today, 1);
}

/**
 * loket_date_parse_past:
 * @text: a date as loket_date_parse_typed () takes it, or without its year: 4-12
 * @today: a date, or a moment, of which the date counts
 *
 * Returns: the date, YYYY-MM-DD; without a year the last one until @today. An empty text when
 *   @text is not a date that exists
 */
LoketDateText
loket_date_parse_past (const char *text,
                       const char *today)
{
  return parse_near (text, today, -1);
}

/**
 * loket_time_parse_typed:
 * @text: a time of the day as a person types it: 9:30, 09.30, 9u30, 0930, 930 or 9
 * @minutes: (out): minutes since midnight
 *
 * Returns: whether @text is a time of the day
 */
gboolean
loket_time_parse_typed (const char *text,
                        int        *minutes)
{
  int hour, minute = 0, length = 0;

  if (sscanf (text, " %2d%*1[:.uh]%2d %n", &hour, &minute, &length) != 2)
    {
      int number;

      if (sscanf (text, " %4d %n", &number, &length) != 1)
        return FALSE;
      hour = number < 100 ? number : number / 100;
      minute = number < 100 ? 0 : number % 100;
    }

  *minutes = hour * 60 + minute;

  return text[length] == '\0' && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

/**
 * loket_date_get_day:
 * @date: a valid date, or a moment, of which the date counts
 *
 * Returns: the number of the day, counted from 1 January of the year 1, which is day 1
 */
int
loket_date_get_day (const char *date)
{
  /* Days from civil: the year starts in March, so that the leap day comes last. */
  int year = read_digits (date, 4);
  int month = read_digits (date + 5, 2);
  int day = read_digits (date + 8, 2);
  int shifted = month > 2 ? month - 3 : month + 9;
  int y = month > 2 ? year : year - 1;

  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 306;
}

/**
 * loket_date_from_day:
 * @day: the number of a day, as from loket_date_get_day ()
 *
 * Returns: its date
 */
LoketDateText
loket_date_from_day (int day)
{
  LoketDateText result = { "" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  write_digits (result.text, g_date_get_year (&date), 4);
  result.text[4] = '-';
  write_digits (result.text + 5, (guint) g_date_get_month (&date), 2);
  result.text[7] = '-';
  write_digits (result.text + 8, g_date_get_day (&date), 2);

  return result;
}

/**
 * loket_date_add_days:
 * @date: a valid date
 * @days: calendar days, may be negative
 *
 * Returns: the date @days later
 */
LoketDateText
loket_date_add_days (const char *date,
                     int         days)
{
  return loket_date_from_day (loket_date_get_day (date) + days);
}

/**
 * loket_date_get_weekday:
 * @date: a valid date
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
loket_date_get_weekday (const char *date)
{
  return (loket_date_get_day (date) + 6) % 7 + 1;
}

/**
 * loket_date_get_years:
 * @from: a valid date, say of birth
 * @until: a valid date on or after @from
 *
 * Returns: whole years between the two, as people count their age
 */
int
loket_date_get_years (const char *from,
                      const char *until)
{
  int years = read_digits (until, 4) - read_digits (from, 4);

  return strncmp (until + 5, from + 5, 5) < 0 ? years - 1 : years;
}

/**
 * loket_moment_new:
 * @date: a valid date
 * @minutes: minutes since midnight, less than 24 * 60
 *
 * Returns: the moment, YYYY-MM-DDTHH:MM
 */
LoketDateText
loket_moment_new (const char *date,
                  int         minutes)
{
  LoketDateText moment;

  g_snprintf (moment.text, sizeof moment.text, "%.10sT%02d:%02d", date, minutes / 60,
              minutes % 60);

  return moment;
}

/**
 * loket_moment_get_minutes_between:
 * @from: a valid moment
 * @until: a valid moment
 *
 * Returns: minutes from @from to @until on the wall clock; negative when @until comes first
 */
int
loket_moment_get_minutes_between (const char *from,
                                  const char *until)
{
  int days = loket_date_get_day (until) - loket_date_get_day (from);
  int hours = read_digits (until + 11, 2) - read_digits (from + 11, 2);
  int minutes = read_digits (until + 14, 2) - read_digits (from + 14, 2);

  return (24 * days + hours) * 60 + minutes;
}

/**
 * loket_moment_add_minutes:
 * @moment: a valid moment
 * @minutes: minutes, perhaps negative
 *
 * Returns: the moment so many minutes later on the wall clock
 */
LoketDateText
loket_moment_add_minutes (const char *moment,
                          int         minutes)
{
  int passed = read_digits (moment + 11, 2) * 60 + read_digits (moment + 14, 2) + minutes;
  int days = passed / (24 * 60) - (passed % (24 * 60) < 0 ? 1 : 0);
  LoketDateText later = loket_date_add_days (moment, days);
  int rest = passed - days * 24 * 60;

  g_snprintf (later.text + LOKET_DATE_LENGTH, sizeof later.text - LOKET_DATE_LENGTH, "T%02d:%02d",
              rest / 60 % 24, rest % 60);

  return later;
}

/**
 * loket_moment_dup_later_day:
 * @one: (nullable): a moment or a date
 * @other: (nullable): a moment or a date
 *
 * Returns: (transfer full) (nullable): the day of the later one
 */
char *
loket_moment_dup_later_day (const char *one,
                            const char *other)
{
  const char *later = g_strcmp0 (one, other) > 0 ? one : other;

  return later != NULL ? g_strndup (later, LOKET_DATE_LENGTH) : NULL;
}
