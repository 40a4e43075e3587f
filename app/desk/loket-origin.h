/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What something that asks for work came from, and what is known of its client. */

#pragma once

#include "loket-desk.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/**
 * LoketOrigin:
 * @note: (nullable): the part of a note from which it came, on one line
 * @noted_on: (nullable): when that session was
 * @next_session: (nullable): the moment of the next appointment
 */
typedef struct
{
  char *note;
  char *noted_on;
  char *next_session;
} LoketOrigin;

void         loket_origin_free             (LoketOrigin         *self);
void         loket_desk_load_origin_async  (LoketDesk           *desk,
                                            LoketWorkItem       *item,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
LoketOrigin *loket_desk_load_origin_finish (LoketDesk           *desk,
                                            GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketOrigin, loket_origin_free)

G_END_DECLS
