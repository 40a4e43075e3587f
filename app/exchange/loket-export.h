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
 * LoketExport:
 * @kind: the kind of the records
 * @questionnaire: (nullable): what was asked; for responses and invitations, of which only those
 *   of this questionnaire are written
 * @format: how
 * @stream: where
 * @cancellable: (nullable): stops the writing
 * @only_released: whether open answers are written only as far as they were released
 */
typedef struct
{
  const LoketKind *kind;
  LoketQuestionnaire *questionnaire;
  LoketTableFormat format;
  GOutputStream *stream;
  GCancellable *cancellable;
  gboolean only_released;
} LoketExport;

gboolean loket_export_write (const LoketExport  *request,
                             LoketDatabase      *database,
                             GError            **error);

G_END_DECLS
