/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets figures leave as the act does, without a store. */

#pragma once

#include "loket-audit.h"

G_BEGIN_DECLS

LoketSummary *ledger_fixture_let_leave (GPtrArray           *ledger,
                                        LoketPast           *past,
                                        const LoketSummary  *summary,
                                        guint64              at,
                                        GError             **error);

G_END_DECLS
