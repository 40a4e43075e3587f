/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The rules by which a promise, a test or a closing leads to contacts. */

#include "loket-follow-up.h"

#include "loket-intervals.h"

/* Weeks after closing, for who wants contact once and for who wants it for longer. */
static const int weeks_once[] = { 6 };
static const int weeks_longer[] = { 2, 6, 12, 26 };

G_STATIC_ASSERT (G_N_ELEMENTS (weeks_longer) == LOKET_MOST_AFTERCARE);

/**
 * loket_follow_up_get_callback:
 * @days: (nullable): what the office chose
 * @promised_on: the day on which the client was promised to be called back, YYYY-MM-DD
 *
 * Returns: the day on which the client is called: that day, or the working day after it
 */
LoketDateText
loket_follow_up_get_callback (const LoketWorkingDays *days,
                              const char             *promised_on)
{
  return loket_working_days_move_on (days, promised_on);
}

static int
get_usual_days (const char *kind)
{
  if (g_str_equal (kind, "callback"))
    return LOKET_DAYS_TO_CALL_BACK;
  if (g_str_equal (kind, "send"))
    return LOKET_DAYS_TO_SEND;
  if (g_str_equal (kind, "find_out"))
    return LOKET_DAYS_TO_FIND_OUT;

  return LOKET_DAYS_TO_KEEP;
}

/**
 * loket_follow_up_get_promise:
 * @days: (nullable): what the office chose
 * @kind: a code of the list "promise_kind"
 * @made_on: the day on which it was promised, YYYY-MM-DD
 *
 * Returns: the working day on which a promise is due that names no day
 */
LoketDateText
loket_follow_up_get_promise (const LoketWorkingDays *days,
                             const char             *kind,
                             const char             *made_on)
{
  return loket_working_days_add (days, made_on, get_usual_days (kind));
}

/**
 * loket_follow_up_get_test_due:
 * @days: (nullable): what the office chose
 * @requested_on: the day on which a test was asked for, YYYY-MM-DD
 *
 * Returns: the day on which somebody asks after the test when it was not taken by then
 */
LoketDateText
loket_follow_up_get_test_due (const LoketWorkingDays *days,
                              const char             *requested_on)
{
  return loket_working_days_add (days, requested_on, LOKET_DAYS_TO_TAKE_TEST);
}

/**
 * loket_follow_up_get_aftercare:
 * @days: (nullable): what the office chose
 * @wish: the client's wish, a code of the list "aftercare"
 * @closed_on: the day on which the trajectory is closed, YYYY-MM-DD
 * @contacts: (out): the contacts, earliest first
 *
 * Returns: how many contacts the wish asks for; 0 when the client wants none or takes the
 *   initiative
 */
guint
loket_follow_up_get_aftercare (const LoketWorkingDays *days,
                               const char             *wish,
                               const char             *closed_on,
                               LoketAftercare          contacts[static LOKET_MOST_AFTERCARE])
{
  const int *weeks = NULL;
  guint n = 0;

  if (g_strcmp0 (wish, "yes_once") == 0)
    {
      weeks = weeks_once;
      n = G_N_ELEMENTS (weeks_once);
    }
  else if (g_strcmp0 (wish, "yes_longer") == 0)
    {
      weeks = weeks_longer;
      n = G_N_ELEMENTS (weeks_longer);
    }

  for (guint i = 0; i < n; i++)
    {
      contacts[i].weeks = weeks[i];
      contacts[i].meant_on = loket_date_add_days (closed_on, 7 * weeks[i]);
      contacts[i].due_on = loket_working_days_add_weeks (days, closed_on, weeks[i]);
    }

  return n;
}
