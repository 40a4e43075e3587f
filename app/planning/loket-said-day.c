/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts from today to the day that was named, and on to a working day. */

#include "loket-said-day.h"

#include <string.h>

enum
{
  MONDAY = 1,
  TUESDAY,
  WEDNESDAY,
  FRIDAY = 5
};

/* "Begin december" is until the fifth, "half december" until the fifteenth. */
#define BEGIN_OF_MONTH  5
#define MIDDLE_OF_MONTH 15

/* Weeks in which the day of "di 24" is sought. */
#define MOST_WEEKS 9

/* 29 February comes back within so many years. */
#define MOST_YEARS 8

static int
get_year (const LoketNoteToday *today)
{
  return (int) g_ascii_strtoll (today->date, NULL, 10);
}

static int
get_day_of_month (const LoketNoteToday *today)
{
  return (int) g_ascii_strtoll (today->date + strlen ("YYYY-MM-"), NULL, 10);
}

static gboolean
read_calendar (int  year,
               int  month,
               int  day,
               int *found)
{
  char date[40];

  g_snprintf (date, sizeof date, "%04d-%02d-%02d", year, month, day);
  if (!loket_date_is_valid (date))
    return FALSE;

  *found = loket_date_get_day (date);

  return TRUE;
}

/**
 * loket_said_day_get_month:
 * @today: when it is said
 *
 * Returns: this month, 1 to 12
 */
int
loket_said_day_get_month (const LoketNoteToday *today)
{
  return (int) g_ascii_strtoll (today->date + strlen ("YYYY-"), NULL, 10);
}

/**
 * loket_said_day_get_monday:
 * @today: when it is said
 *
 * Returns: the number of the Monday of this week
 */
int
loket_said_day_get_monday (const LoketNoteToday *today)
{
  return loket_date_get_day (today->date) - loket_date_get_weekday (today->date) + MONDAY;
}

/**
 * loket_said_day_set_date:
 * @day: the day of the month
 * @month: the month
 * @year: the year; 0 for the next such day from today
 *
 * Returns: whether there is such a day
 */
gboolean
loket_said_day_set_date (LoketSaidDay         *self,
                         const LoketNoteToday *today,
                         int                   day,
                         int                   month,
                         int                   year)
{
  int found;

  self->is_limit = FALSE;
  if (year > 0)
    return read_calendar (year, month, day, &self->day);

  for (int later = 0; later <= MOST_YEARS; later++)
    {
      if (read_calendar (get_year (today) + later, month, day, &found)
          && found >= loket_date_get_day (today->date))
        {
          self->day = found;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * loket_said_day_set_month_day:
 * @day: a day of this month or, when that is over, of the next
 *
 * Returns: whether there is such a day
 */
gboolean
loket_said_day_set_month_day (LoketSaidDay         *self,
                              const LoketNoteToday *today,
                              int                   day)
{
  int month = loket_said_day_get_month (today);

  return loket_said_day_set_date (self, today, day,
                                  day >= get_day_of_month (today) ? month : month % 12 + 1, 0);
}

/**
 * loket_said_day_set_month:
 * @month: a month, which is this one or the next such; 13 for January after December
 * @part: what of it
 *
 * Returns: whether the calendar reaches so far
 */
gboolean
loket_said_day_set_month (LoketSaidDay         *self,
                          const LoketNoteToday *today,
                          int                   month,
                          LoketSaidPart         part)
{
  int year = get_year (today) + (month > 12 || month < loket_said_day_get_month (today));
  int in_year = month > 12 ? month - 12 : month;
  int first;

  if (!read_calendar (year, in_year, 1, &first))
    return FALSE;

  if (part == LOKET_SAID_BEGIN)
    *self = (LoketSaidDay) { first + BEGIN_OF_MONTH - 1, FALSE };
  else if (part == LOKET_SAID_MIDDLE)
    *self = (LoketSaidDay) { first + MIDDLE_OF_MONTH - 1, FALSE };
  else
    *self = (LoketSaidDay) {
      first - 1 + g_date_get_days_in_month ((GDateMonth) in_year, (GDateYear) year), TRUE
    };

  return TRUE;
}

static void
set_week_from (LoketSaidDay  *self,
               int            monday,
               LoketSaidPart  part)
{
  if (part == LOKET_SAID_BEGIN)
    *self = (LoketSaidDay) { monday + TUESDAY - MONDAY, FALSE };
  else if (part == LOKET_SAID_MIDDLE)
    *self = (LoketSaidDay) { monday + WEDNESDAY - MONDAY, FALSE };
  else
    *self = (LoketSaidDay) { monday + FRIDAY - MONDAY, TRUE };
}

/**
 * loket_said_day_set_week:
 * @weeks: how many weeks after this one
 * @part: what of it
 */
void
loket_said_day_set_week (LoketSaidDay         *self,
                         const LoketNoteToday *today,
                         int                   weeks,
                         LoketSaidPart         part)
{
  set_week_from (self, loket_said_day_get_monday (today) + 7 * weeks, part);
}

/**
 * loket_said_day_set_week_no:
 * @week: the number of a week, ISO 8601; of this year or, when it is over, of the next
 *
 * Returns: whether there is such a week
 */
gboolean
loket_said_day_set_week_no (LoketSaidDay         *self,
                            const LoketNoteToday *today,
                            int                   week)
{
  for (int later = 0; later <= 1; later++)
    {
      char fourth[40];
      int day;

      /* The fourth of January is always in the first week. */
      g_snprintf (fourth, sizeof fourth, "%04d-01-04", get_year (today) + later);
      if (week < 1 || week > 53 || !loket_date_is_valid (fourth))
        return FALSE;

      day = loket_date_get_day (fourth) - loket_date_get_weekday (fourth) + MONDAY;
      set_week_from (self, day + 7 * (week - 1), LOKET_SAID_WHOLE);
      if (self->day >= loket_date_get_day (today->date))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_said_day_set_weekday_no:
 * @first: the first such weekday, the number of a day
 * @number: a day of the month
 *
 * Finds "dinsdag 24".
 *
 * Returns: whether there is such a weekday on such a day within a few weeks
 */
gboolean
loket_said_day_set_weekday_no (LoketSaidDay *self,
                               int           first,
                               int           number)
{
  for (int week = 0; week < MOST_WEEKS; week++)
    {
      LoketDateText date = loket_date_from_day (first + 7 * week);

      if (g_ascii_strtoll (date.text + strlen ("YYYY-MM-"), NULL, 10) == number)
        {
          *self = (LoketSaidDay) { first + 7 * week, FALSE };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * loket_said_day_set_months:
 * @months: so many months from today, on the same day or the last one of the month
 */
void
loket_said_day_set_months (LoketSaidDay         *self,
                           const LoketNoteToday *today,
                           int                   months)
{
  int month = loket_said_day_get_month (today) - 1 + months;
  int day = get_day_of_month (today);

  self->is_limit = FALSE;
  self->day = loket_date_get_day (today->date);
  while (day > 0
         && !read_calendar (get_year (today) + month / 12, month % 12 + 1, day, &self->day))
    day--;
}

/**
 * loket_said_day_settle:
 * @today: when it is said
 * @date: (out): a working day, not before today
 *
 * A day is moved on to a working day, a limit back, but not into the past.
 *
 * Returns: whether the day does not lie in the past
 */
gboolean
loket_said_day_settle (const LoketSaidDay   *self,
                       const LoketNoteToday *today,
                       LoketDateText        *date)
{
  const LoketWorkingDays *days = loket_rules_get_days (today->rules, today->counsellor_id);
  int now = loket_date_get_day (today->date);
  int day = MAX (self->day, now);

  if (self->day < now && !self->is_limit)
    return FALSE;

  *date = loket_date_from_day (day);
  while (self->is_limit && day > now
         && !loket_working_days_is_working_day (days, date->text))
    *date = loket_date_from_day (--day);

  *date = loket_working_days_move_on (days, date->text);

  return TRUE;
}
