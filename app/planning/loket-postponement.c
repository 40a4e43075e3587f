/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Works out when to try again, and when to be reminded again. */

#include "loket-postponement.h"

#include <string.h>

/* When a day at the desk begins, and the hours after which "later today" still makes sense. */
#define MORNING "T09:00"
#define LATER_MINUTES (3 * 60)
#define LAST_HOUR 16

/* The hour at which the morning ends. */
#define NOON 12

/**
 * loket_postponement_plan_retry:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who will try again
 * @attempts: how many attempts there were before this one, which failed as well
 * @today: YYYY-MM-DD
 *
 * Returns: what becomes of the contact
 */
LoketRetry
loket_postponement_plan_retry (const LoketRules *rules,
                               const char       *counsellor_id,
                               int               attempts,
                               const char       *today)
{
  LoketRetry retry = { .attempts = attempts + 1 };

  retry.gives_up = retry.attempts >= loket_rules_get (rules, LOKET_RULE_ATTEMPTS, today);
  if (!retry.gives_up)
    retry.planned_on = loket_rules_get_due (rules, counsellor_id, LOKET_RULE_RETRY, today);

  return retry;
}

/**
 * loket_postponement_get_other_part:
 * @at: the moment of an attempt that failed
 *
 * Who is not at home in the morning may be in the afternoon.
 *
 * Returns: (transfer none): the part of the day in which to try again, a code of the list
 *   "part_of_day"
 */
const char *
loket_postponement_get_other_part (const char *at)
{
  return g_ascii_strtoll (at + LOKET_DATE_LENGTH + 1, NULL, 10) < NOON ? "afternoon" : "morning";
}

static LoketDateText
get_morning (LoketDateText date)
{
  g_strlcat (date.text, MORNING, sizeof date.text);

  return date;
}

/**
 * loket_postponement_get_reminders:
 * @days: (nullable): what the office chose
 * @now: a moment
 * @reminders: (out): the moments to choose from, the earliest first
 *
 * Later today as long as there is a later today, the next working day, and a week from now.
 *
 * Returns: how many there are
 */
guint
loket_postponement_get_reminders (const LoketWorkingDays *days,
                                  const char             *now,
                                  LoketDateText           reminders[static LOKET_MOST_REMINDERS])
{
  /* The hour that has begun counts as over. */
  LoketDateText later = loket_moment_add_minutes (now, LATER_MINUTES + 59);
  guint n = 0;

  memcpy (later.text + 14, "00", 2);
  if (strncmp (later.text, now, LOKET_DATE_LENGTH) == 0
      && g_ascii_strtoll (later.text + 11, NULL, 10) <= LAST_HOUR)
    reminders[n++] = later;

  reminders[n++] = get_morning (loket_working_days_add (days, now, 1));
  reminders[n++] = get_morning (loket_working_days_add_weeks (days, now, 1));

  return n;
}
