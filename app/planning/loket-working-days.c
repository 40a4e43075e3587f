/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Computes the Dutch public holidays, and counts the days between them. */

#include "loket-working-days.h"

#include <string.h>

enum
{
  SATURDAY = 6,
  SUNDAY = 7
};

/* Days after Easter Sunday. */
enum
{
  GOOD_FRIDAY = -2,
  EASTER_MONDAY = 1,
  ASCENSION_DAY = 39,
  WHIT_MONDAY = 50
};

static int
read_year (const char *date)
{
  return (int) g_ascii_strtoll (date, NULL, 10);
}

/* The day of Easter Sunday in the Gregorian calendar; "anonymous algorithm" of 1876, as given by
 * J. Meeus, Astronomical Algorithms, chapter 8. */
static int
compute_easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  char date[32];

  g_snprintf (date, sizeof date, "%04d-%02d-%02d", year, f / 31, f % 31 + 1);

  return loket_date_get_day (date);
}

/* 27 April; on the 26th when the 27th is a Sunday. */
static gboolean
is_kings_day (const char *date,
              int         weekday)
{
  return (g_str_has_suffix (date, "-04-27") && weekday != SUNDAY)
         || (g_str_has_suffix (date, "-04-26") && weekday == SATURDAY);
}

static gboolean
is_fixed_holiday (const char *date)
{
  static const char *const holidays[] = { "01-01", "05-05", "12-25", "12-26" };

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      if (g_str_equal (date + strlen ("YYYY-"), holidays[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether @date lies between the earliest Good Friday and the latest Whit Monday. */
static gboolean
is_near_easter (const char *date)
{
  const char *day = date + strlen ("YYYY-");

  return strncmp (day, "03-20", 5) >= 0 && strncmp (day, "06-14", 5) <= 0;
}

static gboolean
is_in (GArray     *dates,
       const char *date)
{
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const LoketDates *span = &g_array_index (dates, LoketDates, i);

      if (strncmp (span->from.text, date, LOKET_DATE_LENGTH) <= 0
          && strncmp (span->until.text, date, LOKET_DATE_LENGTH) >= 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_easter_holiday (const LoketWorkingDays *self,
                   const char             *date)
{
  if (!is_near_easter (date))
    return FALSE;

  switch (loket_date_get_day (date) - compute_easter (read_year (date)))
    {
    case GOOD_FRIDAY:
      return self != NULL && is_in (self->good_fridays, date);
    case EASTER_MONDAY:
    case ASCENSION_DAY:
    case WHIT_MONDAY:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_chosen_off (const LoketWorkingDays *self,
               const char             *date,
               int                     weekday)
{
  return self != NULL
         && ((self->week_days_off & (1u << weekday)) != 0 || is_in (self->closed, date)
             || is_in (self->away, date));
}

/**
 * loket_working_days_is_working_day:
 * @self: (nullable): what the office chose
 * @date: a valid date
 *
 * Returns: whether @date is neither in a weekend nor New Year, Easter Monday, King's Day,
 *   Liberation Day, Ascension Day, Whit Monday, 25 or 26 December, nor a day that was chosen
 */
gboolean
loket_working_days_is_working_day (const LoketWorkingDays *self,
                                   const char             *date)
{
  int weekday = loket_date_get_weekday (date);

  return weekday < SATURDAY && !is_fixed_holiday (date) && !is_kings_day (date, weekday)
         && !is_easter_holiday (self, date) && !is_chosen_off (self, date, weekday);
}

/**
 * loket_working_days_move_on:
 * @self: (nullable): what the office chose
 * @date: a valid date
 *
 * Returns: @date when it is a working day, else the next one
 */
LoketDateText
loket_working_days_move_on (const LoketWorkingDays *self,
                            const char             *date)
{
  LoketDateText moved = loket_date_add_days (date, 0);

  while (!loket_working_days_is_working_day (self, moved.text))
    moved = loket_date_add_days (moved.text, 1);

  return moved;
}

/**
 * loket_working_days_add:
 * @self: (nullable): what the office chose
 * @date: a valid date, perhaps itself not a working day
 * @days: working days; negative ones count back
 *
 * Returns: the @days-th working day after @date; with 0 the same as loket_working_days_move_on ()
 */
LoketDateText
loket_working_days_add (const LoketWorkingDays *self,
                        const char             *date,
                        int                     days)
{
  LoketDateText reached = loket_date_add_days (date, 0);
  int step = days < 0 ? -1 : 1;

  if (days == 0)
    return loket_working_days_move_on (self, date);

  for (int left = ABS (days); left > 0;)
    {
      reached = loket_date_add_days (reached.text, step);
      if (loket_working_days_is_working_day (self, reached.text))
        left--;
    }

  return reached;
}

/**
 * loket_working_days_add_weeks:
 * @self: (nullable): what the office chose
 * @date: a valid date
 * @weeks: calendar weeks
 *
 * Returns: the day 7 × @weeks calendar days after @date, moved on to the next working day
 */
LoketDateText
loket_working_days_add_weeks (const LoketWorkingDays *self,
                              const char             *date,
                              int                     weeks)
{
  LoketDateText later = loket_date_add_days (date, 7 * weeks);

  return loket_working_days_move_on (self, later.text);
}

/**
 * loket_working_days_count_between:
 * @self: (nullable): what the office chose
 * @from: a valid date or moment, say when something was due
 * @until: a valid date or moment, say today
 *
 * Returns: how many working days lie after @from up to and including @until, which is by how many
 *   working days it is overdue; 0 when @until does not come after @from
 */
int
loket_working_days_count_between (const LoketWorkingDays *self,
                                  const char             *from,
                                  const char             *until)
{
  LoketDateText day = loket_date_add_days (from, 1);
  int count = 0;

  for (int left = loket_date_get_day (until) - loket_date_get_day (from); left > 0; left--)
    {
      if (loket_working_days_is_working_day (self, day.text))
        count++;
      day = loket_date_add_days (day.text, 1);
    }

  return count;
}

/**
 * loket_working_days_count_late:
 * @self: (nullable): what the office chose
 * @due_on: the day on which something was due
 * @today: a later day, or a moment of it
 *
 * Returns: by how many working days it is late; what was due on Friday is late on Saturday, though
 *   by no working day yet: that is 1 as well
 */
int
loket_working_days_count_late (const LoketWorkingDays *self,
                               const char             *due_on,
                               const char             *today)
{
  return MAX (1, loket_working_days_count_between (self, due_on, today));
}
