/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The work of several counsellors that one of them does today. */

#pragma once

#include "loket-worklist-table.h"

G_BEGIN_DECLS

gboolean loket_owned_work_load       (LoketDatabase         *database,
                                      const LoketWorkQuery  *query,
                                      const char *const     *owned,
                                      GPtrArray             *items,
                                      GError               **error);
gint64   loket_owned_work_count      (LoketDatabase         *database,
                                      const LoketWorkQuery  *query,
                                      const char *const     *owned,
                                      const char            *awake_at,
                                      GError               **error);
gboolean loket_owned_work_count_days (LoketDatabase         *database,
                                      const LoketWorkQuery  *query,
                                      const char *const     *owned,
                                      GHashTable            *days,
                                      GError               **error);

G_END_DECLS
