/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says whether what was typed is safe: on disk, back after a crash, or in the store. */

#pragma once

#include "loket-clock.h"
#include "loket-open-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_KEPT (loket_session_kept_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionKept, loket_session_kept, LOKET, SESSION_KEPT, AdwBin)

void loket_session_kept_follow (LoketSessionKept *self,
                                LoketOpenForm    *open,
                                LoketClock       *clock);

G_END_DECLS
