/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Inserts many new records of one kind, some with each statement. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

gboolean loket_bulk_table_insert (LoketDatabase      *database,
                                  LoketDraft *const  *drafts,
                                  guint               n_drafts,
                                  const char         *act,
                                  GError            **error);

G_END_DECLS
