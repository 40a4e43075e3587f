/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What waits too long with anybody: the list of a team lead. */

#pragma once

#include "loket-database.h"
#include "loket-rules.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

gboolean   loket_late_work_is_escalated (const LoketRules   *rules,
                                         const char         *due_on,
                                         gboolean            is_untaken,
                                         const char         *now);
gboolean   loket_work_is_escalated      (const LoketWork    *work,
                                         const LoketRules   *rules,
                                         const char         *now);
GPtrArray *loket_late_work_load         (LoketDatabase      *database,
                                         const LoketRules   *rules,
                                         const char *const  *owned,
                                         const char         *now,
                                         guint               most,
                                         guint              *n_all,
                                         GError            **error);

G_END_DECLS
