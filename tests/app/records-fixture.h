/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The lists of a new office, and drafts of every kind, for the tests of records. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

/* The day on which the tests of records take place. */
#define RECORDS_TODAY "2026-11-21"

LoketCodes *records_load_codes      (void);
LoketDraft *records_create_draft    (const LoketKind  *kind);
char       *records_random_text     (guint             most);
void        records_assert_valid    (const LoketDraft *draft,
                                     LoketCodes       *codes);
void        records_assert_refused  (const LoketDraft *draft,
                                     LoketCodes       *codes,
                                     guint             field,
                                     const char       *reason);

G_END_DECLS
