/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The ids of records by their numbers and the other way round, remembered while a file is read or
 * written. */

#pragma once

#include "loket-csv-reader.h"
#include "loket-database.h"
#include "loket-kind.h"

G_BEGIN_DECLS

typedef struct _LoketReferences LoketReferences;

LoketReferences *loket_references_new_for_ids     (const LoketKind   *kind);
LoketReferences *loket_references_new_for_numbers (const LoketKind   *kind);
void             loket_references_free            (LoketReferences   *self);
gboolean         loket_references_find            (LoketReferences   *self,
                                                   LoketDatabase     *database,
                                                   const char        *known,
                                                   const char       **found,
                                                   GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReferences, loket_references_free)

G_END_DECLS
