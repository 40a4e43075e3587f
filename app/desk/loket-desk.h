/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The desk: a store, and the counsellor who works at it. Everything that changes data is an act. */

#pragma once

#include "loket-act.h"
#include "loket-codes.h"
#include "loket-counsellor.h"
#include "loket-store.h"

G_BEGIN_DECLS

#define LOKET_TYPE_DESK (loket_desk_get_type ())

G_DECLARE_FINAL_TYPE (LoketDesk, loket_desk, LOKET, DESK, GObject)

LoketDesk       *loket_desk_open             (const char           *path,
                                              LoketAccess           access,
                                              LoketClock           *clock,
                                              GError              **error);
void             loket_desk_close            (LoketDesk            *self);
void             loket_desk_close_async      (LoketDesk            *self,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean         loket_desk_close_finish     (LoketDesk            *self,
                                              GAsyncResult         *result,
                                              GError              **error);
LoketStore      *loket_desk_get_store        (LoketDesk            *self);
LoketClock      *loket_desk_get_clock        (LoketDesk            *self);
LoketCodes      *loket_desk_get_codes        (LoketDesk            *self);
LoketRules      *loket_desk_get_rules        (LoketDesk            *self);
LoketDateText    loket_desk_get_today        (LoketDesk            *self);
LoketCounsellor *loket_desk_get_counsellor   (LoketDesk            *self);
const char      *loket_desk_get_counsellor_id
                                             (LoketDesk            *self);
gboolean         loket_desk_identify         (LoketDesk            *self,
                                              const char           *wanted,
                                              const char           *chosen,
                                              const char           *program,
                                              GError              **error);
void             loket_desk_set_counsellor   (LoketDesk            *self,
                                              LoketCounsellor      *counsellor);

void             loket_desk_read_async       (LoketDesk            *self,
                                              LoketJob              job,
                                              gpointer              input,
                                              GDestroyNotify        free_input,
                                              GDestroyNotify        free_result,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gpointer         loket_desk_read_finish      (LoketDesk            *self,
                                              GAsyncResult         *result,
                                              GError              **error);

LoketDeed       *loket_desk_act              (LoketDesk            *self,
                                              const char           *name,
                                              LoketActFunc          func,
                                              gpointer              input,
                                              GError              **error);
void             loket_desk_act_async        (LoketDesk            *self,
                                              const char           *name,
                                              LoketActFunc          func,
                                              gpointer              input,
                                              GDestroyNotify        free_input,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
LoketDeed       *loket_desk_act_finish       (LoketDesk            *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
