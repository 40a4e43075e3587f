/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Works out how work stands at a moment. */

#include "loket-work-state.h"

#include "loket-follow-up.h"

#include <string.h>

/**
 * loket_work_get_due:
 * @work: something that asks for work
 * @rules: (nullable): what the office agreed on
 *
 * Returns: the date on which it is due: of a sign-up that of the first response, of an assessment
 *   that of its next stage
 */
LoketDateText
loket_work_get_due (const LoketWork  *work,
                    const LoketRules *rules)
{
  switch (work->type)
    {
    case LOKET_WORK_UNTAKEN:
    case LOKET_WORK_SIGN_UP:
      return loket_follow_up_get_response (rules, work->at);
    case LOKET_WORK_ASSESSMENT:
      return loket_rules_get_due (rules, work->counsellor_id,
                                  work->done_on != NULL ? LOKET_RULE_DISCUSS : LOKET_RULE_RESULT,
                                  work->at);
    case LOKET_WORK_APPOINTMENT:
    case LOKET_WORK_CONTACT:
    case LOKET_WORK_PROMISE:
    case LOKET_WORK_N_TYPES:
    default:
      return loket_date_add_days (work->at, 0);
    }
}

/**
 * loket_work_is_open:
 *
 * Returns: whether it still asks for work
 */
gboolean
loket_work_is_open (const LoketWork *work)
{
  return work->done_on == NULL || work->type == LOKET_WORK_ASSESSMENT;
}

static LoketWorkState
get_appointment_state (const LoketWork *work,
                       const char      *now)
{
  LoketWorkState state = { .standing = LOKET_WORK_SOON };
  int minutes = loket_moment_get_minutes_between (now, work->at);

  g_strlcpy (state.at.text, work->at, sizeof state.at.text);
  state.amount = minutes;

  if (minutes <= -LOKET_APPOINTMENT_MINUTES)
    {
      state.standing = LOKET_WORK_OVER;
    }
  else if (minutes <= 0)
    {
      state.standing = LOKET_WORK_GOING_ON;
    }
  else if (strncmp (work->at, now, LOKET_DATE_LENGTH) != 0)
    {
      state.standing = LOKET_WORK_COMING;
      state.amount = loket_date_get_day (work->at) - loket_date_get_day (now);
    }

  return state;
}

static LoketWorkState
get_date_state (const LoketWork  *work,
                const LoketRules *rules,
                const char       *now)
{
  LoketWorkState state = { .standing = LOKET_WORK_DUE, .at = loket_work_get_due (work, rules) };
  int days = loket_date_get_day (state.at.text) - loket_date_get_day (now);

  if (days > 0)
    {
      gboolean moved = work->due_on != NULL && strcmp (work->due_on, state.at.text) != 0;

      state.standing = moved ? LOKET_WORK_MOVED : LOKET_WORK_COMING;
      state.amount = days;
    }
  else if (days < 0)
    {
      state.standing = LOKET_WORK_LATE;
      state.amount = loket_working_days_count_late (loket_rules_get_days (rules, NULL),
                                                    state.at.text, now);
    }

  return state;
}

/**
 * loket_work_get_state:
 * @work: something that asks for work
 * @rules: (nullable): what the office agreed on
 * @now: a moment
 *
 * Returns: how it stands
 */
LoketWorkState
loket_work_get_state (const LoketWork  *work,
                      const LoketRules *rules,
                      const char       *now)
{
  LoketWorkState state = { 0 };

  if (!loket_work_is_open (work))
    {
      state.standing = LOKET_WORK_DONE;
      g_strlcpy (state.at.text, work->done_on, sizeof state.at.text);
      return state;
    }
  if (work->type == LOKET_WORK_APPOINTMENT)
    return get_appointment_state (work, now);
  if (work->snoozed_until != NULL && strcmp (work->snoozed_until, now) > 0)
    {
      state.standing = LOKET_WORK_SNOOZED;
      g_strlcpy (state.at.text, work->snoozed_until, sizeof state.at.text);
      return state;
    }

  state = get_date_state (work, rules, now);
  if (g_strcmp0 (work->kind, "stalled") == 0
      && (state.standing == LOKET_WORK_LATE || state.standing == LOKET_WORK_DUE))
    state.standing = LOKET_WORK_STALLED;

  return state;
}
