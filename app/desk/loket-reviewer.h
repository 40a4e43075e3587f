/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who may read open answers before they are released. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

gboolean loket_reviewer_find   (LoketDatabase  *database,
                                const char     *counsellor_id,
                                gboolean       *may_review,
                                GError        **error);
gboolean loket_desk_may_review (LoketDesk      *desk,
                                gboolean       *may_review,
                                GError        **error);

G_END_DECLS
