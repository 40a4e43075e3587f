/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What importing a file would do: which rows are new, changed, the same, or refused and why.
 *
 * A plan is checked against a snapshot of the store, without a write lock. Afterwards it gives the
 * drafts that must be saved a few at a time, so that a million of them never exist together. It
 * writes nothing itself. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"
#include "loket-questionnaire.h"
#include "loket-refusal.h"

#include "loket-csv-reader.h"

G_BEGIN_DECLS

typedef struct _LoketImportPlan LoketImportPlan;

/**
 * LoketImportResult:
 * @LOKET_IMPORT_NEW: no record has the number of the row
 * @LOKET_IMPORT_CHANGED: the record with that number says something else
 * @LOKET_IMPORT_SAME: the record with that number says the same: the row is skipped
 * @LOKET_IMPORT_REFUSED: the row cannot be read, or breaks a rule
 */
typedef enum
{
  LOKET_IMPORT_NEW,
  LOKET_IMPORT_CHANGED,
  LOKET_IMPORT_SAME,
  LOKET_IMPORT_REFUSED,
  LOKET_IMPORT_N_RESULTS
} LoketImportResult;

/**
 * LoketImportProgressFunc:
 * @is_writing: whether the rows are being written, not checked
 * @fraction: how much of the file has been gone through, from 0 to 1
 * @user_data: for the function
 *
 * Is called every few thousand rows on the thread that works.
 */
typedef void (*LoketImportProgressFunc) (gboolean is_writing,
                                         double   fraction,
                                         gpointer user_data);

LoketImportPlan    *loket_import_plan_new                 (const LoketKind          *kind,
                                                           LoketCsvReader           *reader,
                                                           LoketQuestionnaire       *questionnaire,
                                                           const char *const        *map,
                                                           GError                  **error);
void                loket_import_plan_free                (LoketImportPlan          *self);
void                loket_import_plan_set_cancellable     (LoketImportPlan          *self,
                                                           GCancellable             *cancellable);
void                loket_import_plan_set_progress        (LoketImportPlan          *self,
                                                           LoketImportProgressFunc   func,
                                                           gpointer                  user_data);
void                loket_import_plan_set_only_released   (LoketImportPlan          *self,
                                                           gboolean                  only_released);
gboolean            loket_import_plan_check               (LoketImportPlan          *self,
                                                           LoketDatabase            *database,
                                                           const LoketChecks        *checks,
                                                           GError                  **error);
const LoketKind    *loket_import_plan_get_kind            (LoketImportPlan          *self);
LoketCsvReader     *loket_import_plan_get_reader          (LoketImportPlan          *self);
guint               loket_import_plan_count               (LoketImportPlan          *self,
                                                           LoketImportResult         result);
GPtrArray          *loket_import_plan_get_refusals        (LoketImportPlan          *self);
const char *const  *loket_import_plan_get_unknown_columns (LoketImportPlan          *self);
const char *const  *loket_import_plan_get_offices         (LoketImportPlan          *self);
void                loket_import_plan_begin               (LoketImportPlan          *self);
GPtrArray          *loket_import_plan_next                (LoketImportPlan          *self,
                                                           LoketDatabase            *database,
                                                           GError                  **error);
gboolean            loket_import_plan_write_rejects       (LoketImportPlan          *self,
                                                           GOutputStream            *stream,
                                                           GCancellable             *cancellable,
                                                           GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketImportPlan, loket_import_plan_free)

G_END_DECLS
