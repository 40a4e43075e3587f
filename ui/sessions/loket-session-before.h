/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What happened before a session: the client may be looking at the screen as well. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_BEFORE (loket_session_before_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionBefore, loket_session_before, LOKET, SESSION_BEFORE, AdwBin)

void loket_session_before_show (LoketSessionBefore *self,
                                LoketDossier       *dossier,
                                LoketCodes         *codes);

G_END_DECLS
