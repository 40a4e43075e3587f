/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that brings a questionnaire of the office's own into the store. */

#pragma once

#include "loket-act.h"
#include "loket-desk.h"

G_BEGIN_DECLS

LoketDeed *loket_desk_add_questionnaire       (LoketDesk            *desk,
                                               const char           *name,
                                               const char           *json,
                                               GError              **error);
void       loket_desk_add_questionnaire_async (LoketDesk            *desk,
                                               const char           *name,
                                               const char           *json,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean   loket_act_check_questionnaire      (LoketAct             *act,
                                               LoketRecord          *record,
                                               const char           *name,
                                               const char           *json,
                                               GError              **error);

G_END_DECLS
