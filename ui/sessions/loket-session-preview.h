/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What saving will record, before it is saved. */

#pragma once

#include "loket-codes.h"
#include "loket-rules.h"
#include "loket-session-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_PREVIEW (loket_session_preview_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionPreview, loket_session_preview, LOKET, SESSION_PREVIEW, AdwBin)

void loket_session_preview_show_plan    (LoketSessionPreview    *self,
                                         const LoketForm        *form,
                                         const LoketSessionPlan *plan,
                                         LoketCodes             *codes,
                                         const LoketRules       *rules);
void loket_session_preview_show_problem (LoketSessionPreview    *self,
                                         const char             *sentence);

G_END_DECLS
