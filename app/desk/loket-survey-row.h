/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a stored response as a row to be counted. */

#pragma once

#include "loket-frame.h"
#include "loket-response-facts.h"
#include "loket-response-table.h"

G_BEGIN_DECLS

/* What a row is read with; borrowed throughout. */
typedef struct
{
  LoketQuestionnaire *questionnaire;
  LoketResponseFacts *facts;  /* (nullable): when nobody asks for them */
} LoketSurveySource;

char    *loket_survey_row_dup_person (const LoketResponseRow  *row);
gboolean loket_survey_row_read       (const LoketSurveySource  *source,
                                      const LoketResponseRow   *row,
                                      const char               *person,
                                      LoketFrameRow            *response,
                                      GError                  **error);

G_END_DECLS
