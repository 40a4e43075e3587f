/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Clients who look like somebody who is being typed. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"
#include "loket-likeness.h"

G_BEGIN_DECLS

/* More than these say no more: the best come first. */
#define LOKET_ALIKE_MOST 3

/**
 * LoketAlike:
 * @client: a client
 * @likeness: how much the client is like who is being typed, and why
 */
typedef struct
{
  LoketClient *client;
  LoketLikeness likeness;
} LoketAlike;

void       loket_alike_free               (LoketAlike           *alike);
GPtrArray *loket_alike_find               (LoketDatabase        *database,
                                           const LoketDraft     *draft,
                                           GError              **error);
void       loket_desk_find_alike_async    (LoketDesk            *desk,
                                           const LoketDraft     *draft,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *loket_desk_find_alike_finish   (LoketDesk            *desk,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAlike, loket_alike_free)

G_END_DECLS
