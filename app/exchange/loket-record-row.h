/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads rows of clients, trajectories, sessions ... into drafts. */

#pragma once

#include "loket-draft.h"
#include "loket-import-columns.h"
#include "loket-import-place.h"

G_BEGIN_DECLS

typedef struct _LoketRecordRow LoketRecordRow;

gboolean            loket_record_row_is_column   (const LoketKind     *kind,
                                                  guint                field);
LoketRecordRow     *loket_record_row_new         (const LoketKind     *kind,
                                                  LoketCsvReader      *reader,
                                                  const char *const   *map,
                                                  GError             **error);
void                loket_record_row_free        (LoketRecordRow      *self);
LoketImportColumns *loket_record_row_get_columns (LoketRecordRow      *self);
gboolean            loket_record_row_has_field   (LoketRecordRow      *self,
                                                  guint                field);
gboolean            loket_record_row_fill        (LoketRecordRow      *self,
                                                  LoketDraft          *draft,
                                                  LoketImportPlace    *place,
                                                  GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRecordRow, loket_record_row_free)

G_END_DECLS
