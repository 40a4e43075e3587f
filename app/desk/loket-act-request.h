/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An act that was asked for: what the writer's thread needs, as it was at that moment. */

#pragma once

#include "loket-act.h"
#include "loket-codes.h"
#include "loket-store.h"

G_BEGIN_DECLS

typedef struct _LoketActRequest LoketActRequest;

LoketActRequest *loket_act_request_new       (LoketStore           *store,
                                              LoketCodes           *codes,
                                              const char           *name,
                                              const char           *actor);
void             loket_act_request_free      (LoketActRequest      *self);
void             loket_act_request_set_func  (LoketActRequest      *self,
                                              LoketActFunc          func,
                                              gpointer              input,
                                              GDestroyNotify        free_input);
LoketDeed       *loket_act_request_run       (LoketActRequest      *self,
                                              LoketStore           *store,
                                              GError              **error);
void             loket_act_request_run_async (LoketActRequest      *self,
                                              LoketStore           *store,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketActRequest, loket_act_request_free)

G_END_DECLS
