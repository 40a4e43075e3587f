/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Works out whether a digest is due, out of set times, quiet hours and what was put off. */

#include "loket-digest-plan.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)

/* The longest that an office is thought to be closed. */
#define MOST_DAYS 60

/* What belongs to one question: the moments that call for a digest, told apart by now. */
typedef struct
{
  const LoketDigestHours *hours;
  LoketDigestState state;
  const char *now;
  gboolean is_waiting;   /* a moment has passed that was not told */
  LoketDateText next;    /* the earliest one to come; "" for none yet */
} Search;

static gboolean
is_working_day (const LoketDigestHours *hours,
                const char             *moment)
{
  LoketDateText date = loket_date_add_days (moment, 0);

  return loket_working_days_is_working_day (hours->days, date.text);
}

static int
get_minutes (const char *moment)
{
  int minutes = 0;

  loket_time_parse_typed (moment + LOKET_DATE_LENGTH + 1, &minutes);

  return minutes;
}

/* Quiet hours that run over midnight, as they mostly do, have their start behind their end. */
static gboolean
read_quiet_hours (const LoketDigestHours *hours,
                  int                    *from,
                  int                    *until)
{
  return hours->quiet_from != NULL && hours->quiet_until != NULL
         && loket_time_parse_typed (hours->quiet_from, from)
         && loket_time_parse_typed (hours->quiet_until, until) && *from != *until;
}

static gboolean
is_quiet_hour (const LoketDigestHours *hours,
               const char             *moment)
{
  int minutes = get_minutes (moment);
  int from, until;

  if (!read_quiet_hours (hours, &from, &until))
    return FALSE;
  if (from < until)
    return from <= minutes && minutes < until;

  return minutes >= from || minutes < until;
}

/**
 * loket_digest_hours_are_quiet:
 * @hours: when this person wants to be reminded
 * @moment: a moment
 *
 * Returns: whether nothing may be heard at @moment: in the quiet hours, and on a day off
 */
gboolean
loket_digest_hours_are_quiet (const LoketDigestHours *hours,
                              const char             *moment)
{
  return !is_working_day (hours, moment) || is_quiet_hour (hours, moment);
}

static LoketDateText
get_midnight_after (const char *moment)
{
  LoketDateText tomorrow = loket_date_add_days (moment, 1);

  return loket_moment_new (tomorrow.text, 0);
}

/* The first moment from this one on that is not quiet. */
static LoketDateText
move_on (const LoketDigestHours *hours,
         const char             *moment)
{
  LoketDateText moved = loket_moment_add_minutes (moment, 0);
  int from = 0, until = 0;

  read_quiet_hours (hours, &from, &until);
  for (int days = 0; days < MOST_DAYS && loket_digest_hours_are_quiet (hours, moved.text);)
    {
      if (is_working_day (hours, moved.text) && get_minutes (moved.text) < until)
        {
          LoketDateText today = loket_date_add_days (moved.text, 0);

          moved = loket_moment_new (today.text, until);
        }
      else
        {
          moved = get_midnight_after (moved.text);
          days++;
        }
    }

  return moved;
}

static void
add_moment (Search     *search,
            const char *moment)
{
  LoketDateText heard;

  if (!loket_moment_is_valid (moment) || strcmp (moment, search->state.told_until.text) <= 0)
    return;
  if (strcmp (moment, search->now) <= 0)
    {
      search->is_waiting = TRUE;
      return;
    }

  heard = move_on (search->hours, strcmp (moment, search->state.put_off_until.text) < 0
                                    ? search->state.put_off_until.text
                                    : moment);
  if (search->next.text[0] == '\0' || strcmp (heard.text, search->next.text) < 0)
    search->next = heard;
}

static void
add_times_of (Search     *search,
              const char *date)
{
  const char *const *times = search->hours->times;

  if (times == NULL || !loket_working_days_is_working_day (search->hours->days, date))
    return;

  for (guint i = 0; times[i] != NULL; i++)
    {
      LoketDateText moment;
      int minutes;

      if (!loket_time_parse_typed (times[i], &minutes))
        continue;
      moment = loket_moment_new (date, minutes);
      add_moment (search, moment.text);
    }
}

/* Back to when something was last told, but no further than anybody would ask about. */
static void
add_times (Search *search)
{
  LoketDateText date = loket_date_add_days (search->now, -MOST_DAYS);
  LoketDateText tomorrow = get_midnight_after (search->now);
  LoketDateText last = move_on (search->hours, tomorrow.text);

  if (strcmp (search->state.told_until.text, date.text) > 0)
    date = loket_date_add_days (search->state.told_until.text, 0);
  for (; strcmp (date.text, last.text) <= 0; date = loket_date_add_days (date.text, 1))
    add_times_of (search, date.text);
}

/* A clock that was a day or more ahead was wrong: what it said is no reason to keep silent. */
static LoketDateText
forget_far_future (LoketDateText  moment,
                   const char    *now,
                   const char    *instead)
{
  LoketDateText limit = loket_moment_add_minutes (now, DAY_MINUTES);

  if (strcmp (moment.text, limit.text) > 0)
    g_strlcpy (moment.text, instead, sizeof moment.text);

  return moment;
}

/**
 * loket_digest_plan:
 * @hours: when this person wants to be reminded
 * @state: what has been
 * @wakes: (nullable): the moments until which single things were put off
 * @now: a moment
 *
 * What falls in quiet hours or on a day off is told at the first moment after it; set times of a
 * day off do not count. Whatever was missed is told once, together. A clock that is put back does
 * not make anything be told twice. Each working day begins with a look, whether or not there are
 * set times.
 *
 * Returns: what to do
 */
LoketDigestPlan
loket_digest_plan (const LoketDigestHours *hours,
                   const LoketDigestState *state,
                   const char *const      *wakes,
                   const char             *now)
{
  Search search = { .hours = hours, .now = now };
  LoketDateText tomorrow = get_midnight_after (now);
  LoketDigestPlan plan = { 0 };
  gboolean is_put_off;

  search.state.told_until = forget_far_future (state->told_until, now, now);
  search.state.put_off_until = forget_far_future (state->put_off_until, now, "");
  is_put_off = strcmp (search.state.put_off_until.text, now) > 0;

  search.next = move_on (hours, tomorrow.text);
  add_times (&search);
  for (guint i = 0; wakes != NULL && wakes[i] != NULL; i++)
    add_moment (&search, wakes[i]);
  add_moment (&search, search.state.put_off_until.text);

  plan.is_due = search.is_waiting && !is_put_off && !loket_digest_hours_are_quiet (hours, now);
  plan.next = search.next;
  plan.state = search.state;
  if (plan.is_due)
    {
      g_strlcpy (plan.state.told_until.text, now, sizeof plan.state.told_until.text);
      plan.state.put_off_until.text[0] = '\0';
    }
  else if (search.is_waiting)
    {
      plan.next = move_on (hours, is_put_off ? search.state.put_off_until.text : now);
    }

  return plan;
}
