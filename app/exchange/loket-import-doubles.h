/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which numbers a file had before: a row that says the same again is skipped. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

typedef struct _LoketImportDoubles LoketImportDoubles;

LoketImportDoubles *loket_import_doubles_new  (LoketCsvReader      *reader);
void                loket_import_doubles_free (LoketImportDoubles  *self);
gboolean            loket_import_doubles_note (LoketImportDoubles  *self,
                                               const char          *number,
                                               LoketCsvField        row,
                                               gboolean            *is_double,
                                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketImportDoubles, loket_import_doubles_free)

G_END_DECLS
