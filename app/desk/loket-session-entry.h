/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One entry: a session on the record of each client who was to take part in it. */

#pragma once

#include "loket-act.h"
#include "loket-form.h"
#include "loket-session-plan.h"

G_BEGIN_DECLS

LoketDraft *loket_session_entry_fill_planned (LoketAct          *act,
                                              const char        *planned_id,
                                              const LoketDraft  *session,
                                              GError           **error);
gboolean    loket_session_entry_save         (LoketAct          *act,
                                              const LoketForm   *form,
                                              LoketSessionPlan  *plan,
                                              const char        *trajectory_id,
                                              GError           **error);

G_END_DECLS
