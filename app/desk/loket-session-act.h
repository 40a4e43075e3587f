/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that records an appointment, with everything that follows from it. */

#pragma once

#include "loket-desk.h"
#include "loket-form.h"

G_BEGIN_DECLS

void loket_desk_log_session_async (LoketDesk           *desk,
                                   const LoketForm     *form,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

G_END_DECLS
