/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a client is invited to the satisfaction survey, and if not, why. */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

/* The window opens and closes so many days after the last real contact, both included. */
#define LOKET_SURVEY_OPENS_AFTER  42
#define LOKET_SURVEY_CLOSES_AFTER 70

/**
 * LoketSurveyStanding:
 * @LOKET_SURVEY_OPEN: can be invited
 * @LOKET_SURVEY_INVITED: was invited before: that happens once
 * @LOKET_SURVEY_NEVER_SPOKEN: there was no real contact
 * @LOKET_SURVEY_NOT_YET: the window opens later
 * @LOKET_SURVEY_TOO_LATE: the window is closed
 * @LOKET_SURVEY_NO_CONTACT: the client objects to contact
 * @LOKET_SURVEY_NO_SURVEY: the client objects to surveys
 * @LOKET_SURVEY_EXCLUDED: a counsellor gave a reason not to invite the client
 * @LOKET_SURVEY_NO_EMAIL: there is no e-mail address
 * @LOKET_SURVEY_SESSION_PLANNED: the client comes again
 *
 * How a trajectory stands towards the survey on a day. Of several things that are true the first
 * in this order counts, but for @LOKET_SURVEY_OPEN.
 */
typedef enum
{
  LOKET_SURVEY_OPEN,
  LOKET_SURVEY_INVITED,
  LOKET_SURVEY_NEVER_SPOKEN,
  LOKET_SURVEY_NOT_YET,
  LOKET_SURVEY_TOO_LATE,
  LOKET_SURVEY_NO_CONTACT,
  LOKET_SURVEY_NO_SURVEY,
  LOKET_SURVEY_EXCLUDED,
  LOKET_SURVEY_NO_EMAIL,
  LOKET_SURVEY_SESSION_PLANNED
} LoketSurveyStanding;

/**
 * LoketSurveyFacts:
 * @last_contact_on: (nullable): the day of the last real contact in the trajectory
 * @is_invited: whether the client was invited for this trajectory
 * @no_contact: whether the client objects to contact
 * @no_survey: whether the client objects to surveys
 * @is_excluded: whether a counsellor excluded the trajectory
 * @has_email: whether the client has an e-mail address
 * @has_session: whether a session of the client is planned on or after the day
 *
 * What it depends on.
 */
typedef struct
{
  const char *last_contact_on;
  gboolean is_invited;
  gboolean no_contact;
  gboolean no_survey;
  gboolean is_excluded;
  gboolean has_email;
  gboolean has_session;
} LoketSurveyFacts;

LoketDateText       loket_survey_window_get_opening (const char             *last_contact_on);
LoketDateText       loket_survey_window_get_closing (const char             *last_contact_on);
LoketSurveyStanding loket_survey_window_judge       (const LoketSurveyFacts *facts,
                                                     const char             *day);
const char         *loket_survey_standing_get_rule  (LoketSurveyStanding     standing);

G_END_DECLS
