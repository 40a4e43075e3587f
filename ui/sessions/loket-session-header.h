/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * With whom the session is, and what else can be done with it. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_HEADER (loket_session_header_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionHeader, loket_session_header, LOKET, SESSION_HEADER, AdwBin)

void loket_session_header_show (LoketSessionHeader *self,
                                LoketDossier       *dossier,
                                LoketDesk          *desk);

G_END_DECLS
