/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a stored response as a row to be counted. */

#include "loketten-config.h"

#include "loket-survey-row.h"

#include "loket-error.h"
#include "loket-ids.h"
#include "loket-period.h"
#include "loket-response-number.h"

#include <glib/gi18n-lib.h>

/**
 * loket_survey_row_dup_person:
 *
 * Returns: (transfer full) (nullable): the client, else the respondent, who has the same number in
 *   every wave; NULL when nobody asked for it
 */
char *
loket_survey_row_dup_person (const LoketResponseRow *row)
{
  g_autofree char *wave = NULL;
  g_autofree char *respondent = NULL;

  if (*row->number == '\0')
    return NULL;
  if (*row->client != '\0')
    return g_strconcat ("client ", row->client, NULL);
  wave = g_strdup_printf ("%d", row->wave);
  respondent = loket_response_number_dup_respondent (row->number, wave);

  return g_strconcat ("respondent ", respondent, NULL);
}

/**
 * loket_survey_row_read:
 * @person: (nullable): who answered
 * @response: (out caller-allocates): borrows the texts of @row, @person, and until the next call
 *   what is known of the trajectory
 * @error: %LOKET_ERROR_CORRUPT when it cannot be counted
 *
 * Returns: whether it can be counted
 */
gboolean
loket_survey_row_read (const LoketSurveySource  *source,
                       const LoketResponseRow   *row,
                       const char               *person,
                       LoketFrameRow            *response,
                       GError                  **error)
{
  const LoketQuestionnaireVersion *version;

  *response = (LoketFrameRow) { 0, row->wave, row->office, row->counsellor, 0, row->answers,
                                loket_ids_get_order (row->id), person };
  if (!loket_month_parse (row->month, &response->month, error))
    return FALSE;

  version = loket_questionnaire_find_version (source->questionnaire,
                                              loket_month_get_year (response->month));
  if (version == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT,
                   _("a response of %s is older than its questionnaire"), row->month);
      return FALSE;
    }
  response->version = version->from;
  if (source->facts != NULL)
    response->facts = loket_response_facts_get (source->facts, row->id, response->month);

  return TRUE;
}
