/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One quiet line that says what is to be asked once more, with a button to do so. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_STALE_LINE (loket_stale_line_get_type ())

G_DECLARE_FINAL_TYPE (LoketStaleLine, loket_stale_line, LOKET, STALE_LINE, AdwBin)

void loket_stale_line_show (LoketStaleLine *self,
                            LoketDesk      *desk,
                            LoketDossier   *dossier);

G_END_DECLS
