/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When a session took place, in which way, and what became of it. */

#pragma once

#include "loket-form.h"
#include "loket-habits.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_FACTS (loket_session_facts_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionFacts, loket_session_facts, LOKET, SESSION_FACTS, AdwBin)

void     loket_session_facts_set_desk (LoketSessionFacts *self,
                                       LoketDesk         *desk,
                                       LoketHabits       *habits);
void     loket_session_facts_set_form (LoketSessionFacts *self,
                                       LoketForm         *form);
gboolean loket_session_facts_focus    (LoketSessionFacts *self,
                                       const char        *name);

G_END_DECLS
