/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a store is sound: the file, the references, the index of names, the rules of records. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"

G_BEGIN_DECLS

gboolean loket_health_check_file    (LoketDatabase      *database,
                                     GPtrArray          *problems,
                                     GError            **error);
gboolean loket_health_check_records (LoketDatabase      *database,
                                     const LoketChecks  *checks,
                                     GPtrArray          *problems,
                                     GError            **error);

G_END_DECLS
