/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts on two records that look like one person: they are, or they are not. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

G_BEGIN_DECLS

LoketDeed *loket_desk_merge            (LoketDesk            *desk,
                                        const LoketDraft     *kept,
                                        LoketClient          *gone,
                                        GError              **error);
void       loket_desk_merge_async      (LoketDesk            *desk,
                                        const LoketDraft     *kept,
                                        LoketClient          *gone,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
LoketDeed *loket_desk_tell_apart       (LoketDesk            *desk,
                                        const char           *id,
                                        const char           *other_id,
                                        GError              **error);
void       loket_desk_tell_apart_async (LoketDesk            *desk,
                                        const char           *id,
                                        const char           *other_id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

G_END_DECLS
