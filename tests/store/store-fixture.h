/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Real stores in a folder of the test's own, with a clock that stands still. */

#pragma once

#include "loket-draft.h"
#include "loket-store.h"

G_BEGIN_DECLS

/* When the tests of the store take place. */
#define STORE_NOW   "2026-11-21T10:40"
#define STORE_TODAY "2026-11-21"

void           store_test_init       (int              *argc,
                                      char           ***argv);
char          *store_build_path      (const char       *name);
LoketClock    *store_create_clock    (void);
LoketDatabase *store_create_database (const char       *name);
LoketStore    *store_open            (const char       *name);
void           store_execute         (LoketDatabase    *database,
                                      const char       *sql);
char          *store_read_text       (LoketDatabase    *database,
                                      const char       *sql);
LoketDraft    *store_create_example  (LoketDatabase    *database,
                                      const LoketKind  *kind);
char          *store_insert          (LoketDatabase    *database,
                                      const LoketDraft *draft);
char          *store_insert_example  (LoketDatabase    *database,
                                      const LoketKind  *kind);
LoketRecord   *store_load            (LoketDatabase    *database,
                                      const LoketKind  *kind,
                                      const char       *id);
GBytes        *store_read_file       (const char       *path);
void           store_write_file      (const char       *path,
                                      GBytes           *contents);
void           store_assert_says     (const GError     *error,
                                      const char       *words);

G_END_DECLS
