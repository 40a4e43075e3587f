/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads rows of survey responses into drafts. */

#pragma once

#include "loket-draft.h"
#include "loket-import-columns.h"
#include "loket-import-place.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

/* The columns that are no items, in the order in which an export has them; tokens are in none. */
enum
{
  LOKET_RESPONSE_ROW_RESPONDENT_ID,
  LOKET_RESPONSE_ROW_YEAR,
  LOKET_RESPONSE_ROW_MONTH_SENT,
  LOKET_RESPONSE_ROW_WAVE,
  LOKET_RESPONSE_ROW_CLIENT,
  LOKET_RESPONSE_ROW_LOKET,
  LOKET_RESPONSE_ROW_COUNSELLOR,
  LOKET_RESPONSE_ROW_TRAJECTORY_NO,
  LOKET_RESPONSE_ROW_TOKEN,
  LOKET_RESPONSE_ROW_N_COLUMNS,
  LOKET_RESPONSE_ROW_N_EXPORTED = LOKET_RESPONSE_ROW_TOKEN
};

typedef struct _LoketResponseRow LoketResponseRow;

const char         *loket_response_row_get_name    (guint                column);
LoketResponseRow   *loket_response_row_new         (LoketQuestionnaire  *questionnaire,
                                                    LoketCsvReader      *reader,
                                                    const char *const   *map,
                                                    GError             **error);
void                loket_response_row_free        (LoketResponseRow    *self);
LoketImportColumns *loket_response_row_get_columns (LoketResponseRow    *self);
gboolean            loket_response_row_has_field   (LoketResponseRow    *self,
                                                    guint                field);
gboolean            loket_response_row_fill        (LoketResponseRow    *self,
                                                    LoketDraft          *draft,
                                                    LoketImportPlace    *place,
                                                    GError             **error);
void                loket_response_row_keep_withheld
                                                   (LoketDraft          *draft,
                                                    LoketRecord         *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseRow, loket_response_row_free)

G_END_DECLS
