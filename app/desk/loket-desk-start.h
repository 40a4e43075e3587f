/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Starts the day: opens the desk of a window and finds out who works at it. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

LoketDesk *loket_desk_start        (const char           *path,
                                    LoketClock           *clock,
                                    const char           *wanted,
                                    const char           *chosen,
                                    GError              **error);
void       loket_desk_start_async  (const char           *path,
                                    LoketClock           *clock,
                                    const char           *wanted,
                                    const char           *chosen,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
LoketDesk *loket_desk_start_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
