/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A client in the list: who it is, where the trajectory stands, what comes next. */

#pragma once

#include "loket-client-item.h"
#include "loket-rules.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_TILE (loket_client_tile_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientTile, loket_client_tile, LOKET, CLIENT_TILE, AdwBin)

GtkWidget *loket_client_tile_new      (void);
void       loket_client_tile_set_item (LoketClientTile *self,
                                       LoketClientItem *item,
                                       LoketRules      *rules,
                                       const char      *today);

G_END_DECLS
