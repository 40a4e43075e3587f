/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work goes, by counsellor or office: the figures of the verb and the page "process". */

#pragma once

#include "loket-desk.h"
#include "loket-process-figures.h"
#include "loket-process-query.h"

G_BEGIN_DECLS

LoketProcess *loket_desk_load_process        (LoketDesk                *desk,
                                              const LoketProcessQuery  *query,
                                              GError                  **error);
void          loket_desk_load_process_async  (LoketDesk                *desk,
                                              const LoketProcessQuery  *query,
                                              GCancellable             *cancellable,
                                              GAsyncReadyCallback       callback,
                                              gpointer                  user_data);
LoketProcess *loket_desk_load_process_finish (LoketDesk                *desk,
                                              GAsyncResult             *result,
                                              GError                  **error);

G_END_DECLS
