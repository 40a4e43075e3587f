/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The survey asks after the advice when there has been time to do something with it, and before it
 * is forgotten. */

#include "loket-survey-window.h"

#include <string.h>

/**
 * loket_survey_window_get_opening:
 * @last_contact_on: the day of the last real contact, YYYY-MM-DD
 *
 * Returns: the first day on which the client can be invited
 */
LoketDateText
loket_survey_window_get_opening (const char *last_contact_on)
{
  return loket_date_add_days (last_contact_on, LOKET_SURVEY_OPENS_AFTER);
}

/**
 * loket_survey_window_get_closing:
 * @last_contact_on: the day of the last real contact, YYYY-MM-DD
 *
 * Returns: the last day on which the client can be invited
 */
LoketDateText
loket_survey_window_get_closing (const char *last_contact_on)
{
  return loket_date_add_days (last_contact_on, LOKET_SURVEY_CLOSES_AFTER);
}

static LoketSurveyStanding
judge_open (const LoketSurveyFacts *facts)
{
  if (facts->no_contact)
    return LOKET_SURVEY_NO_CONTACT;
  if (facts->no_survey)
    return LOKET_SURVEY_NO_SURVEY;
  if (facts->is_excluded)
    return LOKET_SURVEY_EXCLUDED;
  if (!facts->has_email)
    return LOKET_SURVEY_NO_EMAIL;

  return facts->has_session ? LOKET_SURVEY_SESSION_PLANNED : LOKET_SURVEY_OPEN;
}

/**
 * loket_survey_window_judge:
 * @facts: what is known of a trajectory
 * @day: YYYY-MM-DD
 *
 * Returns: how it stands towards the survey on @day
 */
LoketSurveyStanding
loket_survey_window_judge (const LoketSurveyFacts *facts,
                           const char             *day)
{
  LoketDateText opening, closing;

  if (facts->is_invited)
    return LOKET_SURVEY_INVITED;
  if (facts->last_contact_on == NULL)
    return LOKET_SURVEY_NEVER_SPOKEN;

  opening = loket_survey_window_get_opening (facts->last_contact_on);
  closing = loket_survey_window_get_closing (facts->last_contact_on);
  if (strcmp (day, opening.text) < 0)
    return LOKET_SURVEY_NOT_YET;
  if (strcmp (day, closing.text) > 0)
    return LOKET_SURVEY_TOO_LATE;

  return judge_open (facts);
}

/**
 * loket_survey_standing_get_rule:
 *
 * Returns: (transfer none) (nullable): the rule by which nobody invites the client although the
 *   window is open, a code of the list "survey_rule"; NULL when it is no such rule
 */
const char *
loket_survey_standing_get_rule (LoketSurveyStanding standing)
{
  switch (standing)
    {
    case LOKET_SURVEY_NO_CONTACT:
      return "no_contact";
    case LOKET_SURVEY_NO_SURVEY:
      return "no_survey";
    case LOKET_SURVEY_NO_EMAIL:
      return "no_email";
    case LOKET_SURVEY_SESSION_PLANNED:
      return "session_planned";
    case LOKET_SURVEY_OPEN:
    case LOKET_SURVEY_INVITED:
    case LOKET_SURVEY_NEVER_SPOKEN:
    case LOKET_SURVEY_NOT_YET:
    case LOKET_SURVEY_TOO_LATE:
    case LOKET_SURVEY_EXCLUDED:
    default:
      return NULL;
    }
}
