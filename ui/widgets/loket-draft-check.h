/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says in a sentence which field of a draft is wrong, and why. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

char *loket_draft_check (const LoketDraft *draft,
                         LoketDesk        *desk,
                         guint            *field);

G_END_DECLS
