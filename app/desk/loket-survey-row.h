/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a stored response as a row to be counted. */

#pragma once

#include "loket-frame.h"
#include "loket-response-table.h"

G_BEGIN_DECLS

char    *loket_survey_row_dup_person (const LoketResponseRow  *row);
gboolean loket_survey_row_read       (const LoketResponseRow  *row,
                                      LoketQuestionnaire      *questionnaire,
                                      const char              *person,
                                      LoketFrameRow           *response,
                                      GError                 **error);

G_END_DECLS
