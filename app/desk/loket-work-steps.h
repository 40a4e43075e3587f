/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Steps that several acts take: a client is reached, missed, answered; a promise ends. */

#pragma once

#include "loket-act.h"

G_BEGIN_DECLS

LoketDraft *loket_step_load              (LoketAct         *act,
                                          const LoketKind  *kind,
                                          const char       *id,
                                          GError          **error);
LoketDraft *loket_step_load_open_contact (LoketAct         *act,
                                          const char       *id,
                                          GError          **error);
gboolean    loket_step_check_is_open     (LoketAct         *act,
                                          const LoketDraft *draft,
                                          GError          **error);
gboolean    loket_step_note_response     (LoketAct         *act,
                                          const char       *trajectory_id,
                                          const char       *date,
                                          GError          **error);
gboolean    loket_step_end_contact       (LoketAct         *act,
                                          LoketDraft       *contact,
                                          const char       *outcome,
                                          GError          **error);
gboolean    loket_step_close_contact     (LoketAct         *act,
                                          LoketDraft       *contact,
                                          const char       *outcome,
                                          GError          **error);
gboolean    loket_step_miss_contact      (LoketAct         *act,
                                          LoketDraft       *contact,
                                          LoketDraft       *attempt,
                                          GError          **error);
gboolean    loket_step_close_promise     (LoketAct         *act,
                                          LoketDraft       *promise,
                                          const char       *outcome,
                                          GError          **error);
gboolean    loket_step_move_promise      (LoketAct         *act,
                                          LoketDraft       *promise,
                                          GError          **error);

G_END_DECLS
