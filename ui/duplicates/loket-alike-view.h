/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who looks like the client who is being typed. */

#pragma once

#include "loket-alike.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_ALIKE_VIEW (loket_alike_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketAlikeView, loket_alike_view, LOKET, ALIKE_VIEW, AdwBin)

void loket_alike_view_set_desk (LoketAlikeView   *self,
                                LoketDesk        *desk);
void loket_alike_view_look     (LoketAlikeView   *self,
                                const LoketDraft *draft);
void loket_alike_view_go_to    (LoketAlikeView   *self);

G_END_DECLS
