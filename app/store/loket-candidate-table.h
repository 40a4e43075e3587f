/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The trajectories with a real contact in a stretch of days, and what decides about the survey. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketSurveyRow:
 * @trajectory_id: the trajectory
 * @trajectory_no: its number
 * @client_id: its client
 * @client_no: the client's number
 * @client_name: the client's name as it is said
 * @email: (nullable): the client's e-mail address
 * @language: (nullable): the client's language, ISO 639-1
 * @counsellor: (nullable): the code of who advises the client
 * @counsellor_name: (nullable): that counsellor's name, else the code
 * @office: (nullable): the name of that counsellor's office; the first one when that is not known
 * @last_contact_on: the day of the last real contact in the trajectory
 * @no_contact: whether the client objects to contact
 * @no_survey: whether the client objects to surveys
 * @has_session: whether a session of the client is planned
 * @drawn_on: (nullable): when the client was invited for this trajectory
 * @reason: (nullable): why a counsellor excluded it, a code of the list "survey_exclusion"
 * @explanation: (nullable): the same in the counsellor's words
 *
 * Somebody who may be invited to a survey.
 */
typedef struct
{
  char *trajectory_id;
  char *trajectory_no;
  char *client_id;
  char *client_no;
  char *client_name;
  char *email;
  char *language;
  char *counsellor;
  char *counsellor_name;
  char *office;
  char *last_contact_on;
  gboolean no_contact;
  gboolean no_survey;
  gboolean has_session;
  char *drawn_on;
  char *reason;
  char *explanation;
} LoketSurveyRow;

/**
 * LoketCandidateQuery:
 * @questionnaire: the id of the questionnaire
 * @from: the first day of the last real contact, YYYY-MM-DD
 * @until: the last such day
 * @day: sessions that are planned on it or later count
 *
 * Which trajectories are wanted.
 */
typedef struct
{
  const char *questionnaire;
  const char *from;
  const char *until;
  const char *day;
} LoketCandidateQuery;

void       loket_survey_row_free      (LoketSurveyRow             *candidate);
GPtrArray *loket_candidate_table_load (LoketDatabase              *database,
                                       const LoketCandidateQuery  *query,
                                       GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSurveyRow, loket_survey_row_free)

G_END_DECLS
