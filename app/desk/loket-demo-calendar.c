/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks working days up in a table that is computed once: a demonstration asks for them a hundred
 * million times. */

#include "loket-demo-calendar.h"

#include "loket-working-days.h"

/* Beyond the years of the demonstration: scripted clients began before it, and the last after-care
 * falls half a year after today. */
#define DAYS_BEFORE 400
#define DAYS_BEHIND 400

/* The hours at which a session can begin. */
#define N_HOURS 7

struct _LoketDemoCalendar
{
  int first;             /* day number of the first day of the table */
  int n_days;
  int begin;             /* when the demonstration begins */
  int today;
  int minute;            /* of the day, now */
  guint n_counsellors;
  int *rank;             /* (owned): working days from the first day up to and including the day */
  int *working;          /* (owned): the working day of a rank */
  LoketDateText *dates;  /* (owned) */
  guint8 *taken;         /* (owned): hours by counsellor and day, a bit each */
};

static void
fill_table (LoketDemoCalendar *self)
{
  int rank = 0;

  for (int i = 0; i < self->n_days; i++)
    {
      self->dates[i] = loket_date_from_day (self->first + i);
      if (loket_working_days_is_working_day (NULL, self->dates[i].text))
        self->working[++rank] = self->first + i;
      self->rank[i] = rank;
    }
}

/**
 * loket_demo_calendar_new:
 * @moment: now, YYYY-MM-DDTHH:MM
 * @years: how many years the demonstration goes back
 * @n_counsellors: how many counsellors have a diary
 *
 * Returns: (transfer full): a calendar
 */
LoketDemoCalendar *
loket_demo_calendar_new (const char *moment,
                         int         years,
                         guint       n_counsellors)
{
  LoketDemoCalendar *self = g_new0 (LoketDemoCalendar, 1);
  char midnight[LOKET_MOMENT_LENGTH + 1];

  g_strlcpy (midnight, moment, sizeof midnight);
  g_strlcpy (midnight + LOKET_DATE_LENGTH, "T00:00", sizeof midnight - LOKET_DATE_LENGTH);

  self->today = loket_date_get_day (moment);
  self->minute = loket_moment_get_minutes_between (midnight, moment);
  self->begin = self->today - years * 365 - years / 4;
  self->first = self->begin - DAYS_BEFORE;
  self->n_days = self->today + DAYS_BEHIND - self->first;
  self->n_counsellors = n_counsellors;
  self->rank = g_new0 (int, (gsize) self->n_days);
  self->working = g_new0 (int, (gsize) self->n_days + 1);
  self->dates = g_new0 (LoketDateText, (gsize) self->n_days);
  self->taken = g_new0 (guint8, (gsize) self->n_days * n_counsellors);
  fill_table (self);

  return self;
}

void
loket_demo_calendar_free (LoketDemoCalendar *self)
{
  g_free (self->rank);
  g_free (self->working);
  g_free (self->dates);
  g_free (self->taken);
  g_free (self);
}

int
loket_demo_calendar_get_first (LoketDemoCalendar *self)
{
  return self->begin;
}

int
loket_demo_calendar_get_today (LoketDemoCalendar *self)
{
  return self->today;
}

/* Minutes since midnight, now. */
int
loket_demo_calendar_get_minute (LoketDemoCalendar *self)
{
  return self->minute;
}

static int
get_index (LoketDemoCalendar *self,
           int                day)
{
  int i = day - self->first;

  g_assert (i >= 0 && i < self->n_days);

  return i;
}

/**
 * loket_demo_calendar_get_date:
 *
 * Returns: (transfer none) (nullable): the date of @day; NULL for 0, which stands for no day
 */
const char *
loket_demo_calendar_get_date (LoketDemoCalendar *self,
                              int                day)
{
  return day != 0 ? self->dates[get_index (self, day)].text : NULL;
}

LoketDateText
loket_demo_calendar_get_moment (LoketDemoCalendar *self,
                                int                day,
                                int                minute)
{
  LoketDateText moment = self->dates[get_index (self, day)];

  g_snprintf (moment.text + LOKET_DATE_LENGTH, sizeof moment.text - LOKET_DATE_LENGTH,
              "T%02d:%02d", minute / 60 % 24, minute % 60);

  return moment;
}

static gboolean
is_working_day (LoketDemoCalendar *self,
                int                day)
{
  return self->working[self->rank[get_index (self, day)]] == day;
}

/* As loket_working_days_move_on (). */
int
loket_demo_calendar_move_on (LoketDemoCalendar *self,
                             int                day)
{
  return is_working_day (self, day) ? day : self->working[self->rank[get_index (self, day)] + 1];
}

/* As loket_working_days_add (). */
int
loket_demo_calendar_add (LoketDemoCalendar *self,
                         int                day,
                         int                working_days)
{
  int rank = self->rank[get_index (self, day)];

  if (working_days == 0)
    return loket_demo_calendar_move_on (self, day);
  if (working_days < 0 && !is_working_day (self, day))
    rank++;

  return self->working[rank + working_days];
}

/* As loket_working_days_add_weeks (). */
int
loket_demo_calendar_add_weeks (LoketDemoCalendar *self,
                               int                day,
                               int                weeks)
{
  return loket_demo_calendar_move_on (self, day + 7 * weeks);
}

/**
 * loket_demo_calendar_take_hour:
 * @counsellor: whose diary
 * @day: a day
 * @wish: any number, which says where to look first
 *
 * Takes a free hour of a counsellor; on a day that is full two sessions share one.
 *
 * Returns: when it begins, in minutes since midnight
 */
int
loket_demo_calendar_take_hour (LoketDemoCalendar *self,
                               guint              counsellor,
                               int                day,
                               guint              wish)
{
  static const int hours[N_HOURS] = { 9, 10, 11, 13, 14, 15, 16 };
  guint8 *taken = &self->taken[(guint) get_index (self, day) * self->n_counsellors + counsellor];

  for (guint i = 0; i < N_HOURS; i++)
    {
      guint hour = (wish + i) % N_HOURS;

      if (*taken & (1u << hour))
        continue;
      *taken = (guint8) (*taken | (1u << hour));
      return hours[hour] * 60;
    }

  return hours[wish % N_HOURS] * 60;
}

/**
 * loket_demo_calendar_get_appointment:
 * @which: 1, 2 or 3
 *
 * The three appointments of an ordinary day. From the end of the morning on, the first lies an
 * hour or so back and the others are still to come; in the evening all of them lie back.
 *
 * Returns: when it begins today, in minutes since midnight
 */
int
loket_demo_calendar_get_appointment (LoketDemoCalendar *self,
                                     guint              which)
{
  static const int morning[] = { 9 * 60 + 30, 11 * 60, 14 * 60 + 30 };
  static const int evening[] = { 16 * 60, 9 * 60 + 30, 11 * 60 };
  int half_hour = self->minute / 30 * 30;

  g_return_val_if_fail (which >= 1 && which <= 3, 0);

  if (self->minute < 11 * 60)
    return morning[which - 1];
  if (self->minute >= 16 * 60)
    return evening[which - 1];

  switch (which)
    {
    case 1: return half_hour - 60;
    case 2: return half_hour + 30;
    default: return MIN (half_hour + 150, 16 * 60 + 30);
    }
}
