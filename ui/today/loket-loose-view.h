/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 * One loose end: who it is about, how it stands, and what it came from. */

#pragma once

#include "loket-loose-end.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_LOOSE_VIEW (loket_loose_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketLooseView, loket_loose_view, LOKET, LOOSE_VIEW, AdwBin)

void loket_loose_view_show (LoketLooseView *self,
                            LoketDesk      *desk,
                            LoketLooseEnd  *end);

G_END_DECLS
