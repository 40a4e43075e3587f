/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The columns of a kind's table, and the values of a draft in them. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

char *loket_record_columns_join (const LoketKind   *kind);
int   loket_record_columns_bind (LoketStatement    *statement,
                                 int                parameter,
                                 const LoketDraft  *draft);

G_END_DECLS
