/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts that save what an editor or a program has drafted. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

LoketDeed *loket_desk_save                  (LoketDesk           *desk,
                                             const char          *name,
                                             LoketDraft          *draft,
                                             GError             **error);
void       loket_desk_save_async            (LoketDesk           *desk,
                                             const char          *name,
                                             const LoketDraft    *draft,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void       loket_desk_register_client_async (LoketDesk           *desk,
                                             const LoketDraft    *client,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

G_END_DECLS
