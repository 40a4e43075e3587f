/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which column of a file holds what we want to read. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

typedef struct _LoketImportColumns LoketImportColumns;

/**
 * LoketImportName:
 * @name: the name that a column should have
 * @other_name: (nullable): a name that does as well
 * @is_required: whether a file without it is refused
 */
typedef struct
{
  const char *name;
  const char *other_name;
  gboolean is_required;
} LoketImportName;

LoketImportColumns *loket_import_columns_new         (LoketCsvReader         *reader,
                                                      const LoketImportName  *names,
                                                      guint                   n_names,
                                                      const char *const      *map,
                                                      GError                **error);
void                loket_import_columns_free        (LoketImportColumns     *self);
int                 loket_import_columns_get         (LoketImportColumns     *self,
                                                      guint                   name);
const char *const  *loket_import_columns_get_unknown (LoketImportColumns     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketImportColumns, loket_import_columns_free)

G_END_DECLS
