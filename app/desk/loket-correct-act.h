/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts by which what was recorded is corrected, a test goes on to its next stage, and a
 * milestone is pinned. */

#pragma once

#include "loket-desk.h"
#include "loket-test-steps.h"

G_BEGIN_DECLS

void loket_desk_correct_async (LoketDesk           *desk,
                               const char          *name,
                               const LoketDraft    *draft,
                               const LoketTalk     *talk,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void loket_desk_pin_async     (LoketDesk           *desk,
                               const char          *trajectory_id,
                               const char          *record_id,
                               gboolean             is_pinned,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

G_END_DECLS
