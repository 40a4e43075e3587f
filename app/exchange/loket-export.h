/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes all records of a kind to a file that can be imported again without a change. */

#pragma once

#include "loket-database.h"
#include "loket-kind.h"
#include "loket-questionnaire.h"
#include "loket-table-writer.h"

G_BEGIN_DECLS

/**
 * LoketExportRowFunc:
 * @values: (nullable elements): what stands in the columns
 *
 * Returns: whether the row is written
 */
typedef gboolean (*LoketExportRowFunc) (const char *const  *values,
                                        gpointer            user_data,
                                        GError            **error);

/**
 * LoketExport:
 * @kind: the kind of the records
 * @questionnaire: (nullable): what was asked; for responses and invitations, of which only those
 *   of this questionnaire are written
 * @format: how
 * @stream: where
 * @cancellable: (nullable): stops the writing
 * @only_released: whether open answers are written only as far as they were released
 * @row: (nullable): is given the rows, instead of @format and @stream
 * @user_data: for @row
 */
typedef struct
{
  const LoketKind *kind;
  LoketQuestionnaire *questionnaire;
  LoketTableFormat format;
  GOutputStream *stream;
  GCancellable *cancellable;
  gboolean only_released;
  LoketExportRowFunc row;
  gpointer user_data;
} LoketExport;

LoketTableColumn *loket_export_create_columns (const LoketExport  *request,
                                               guint              *n_columns);
gboolean          loket_export_write          (const LoketExport  *request,
                                               LoketDatabase      *database,
                                               GError            **error);

G_END_DECLS
