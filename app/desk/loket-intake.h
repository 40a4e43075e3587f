/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Ask once: what a client said before is asked again only when it has grown old. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

G_BEGIN_DECLS

gboolean loket_intake_asks_for         (guint                 field);
GArray  *loket_intake_list_stale       (LoketClient          *client,
                                        const char           *rules,
                                        const char           *today);

gboolean loket_step_save_client        (LoketAct             *act,
                                        LoketDraft           *client,
                                        GArray               *confirmed,
                                        GError              **error);
void     loket_intake_note_import      (LoketDraft           *client);

void     loket_desk_save_client_async  (LoketDesk            *desk,
                                        const char           *name,
                                        const LoketDraft     *client,
                                        GArray               *confirmed,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

G_END_DECLS
