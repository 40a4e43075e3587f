/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a filter sets so few answers apart that it would give them away. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

gboolean loket_filter_check (const LoketSummary  *summary,
                             GError             **error);

G_END_DECLS
