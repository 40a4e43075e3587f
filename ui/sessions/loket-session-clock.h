/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How long a session has taken so far, and when it started: to be seen, and to be corrected. */

#pragma once

#include "loket-form.h"
#include "loket-habits.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_CLOCK (loket_session_clock_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionClock, loket_session_clock, LOKET, SESSION_CLOCK, AdwBin)

void loket_session_clock_set_form (LoketSessionClock *self,
                                   LoketForm         *form,
                                   LoketClock        *clock,
                                   LoketHabits       *habits);

G_END_DECLS
