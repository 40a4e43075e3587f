/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts by which a counsellor keeps a client out of the survey, and lets the client in again. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

void loket_desk_exclude_async (LoketDesk            *desk,
                               const char           *trajectory_id,
                               const char           *reason,
                               const char           *explanation,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void loket_desk_include_async (LoketDesk            *desk,
                               const char           *trajectory_id,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);

G_END_DECLS
