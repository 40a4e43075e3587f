/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether figures, together with all that left the program before, give anybody away. */

#pragma once

#include "loket-past.h"
#include "loket-released.h"

G_BEGIN_DECLS

GHashTable *loket_audit_find_withheld (const LoketPast      *past,
                                       const GPtrArray      *ledger,
                                       const LoketReleased  *wanted,
                                       GError              **error);

G_END_DECLS
