/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A client in a list, whose line may still be on its way. */

#pragma once

#include "loket-client-table.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_ITEM (loket_client_item_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientItem, loket_client_item, LOKET, CLIENT_ITEM, GObject)

LoketClientItem      *loket_client_item_new      (void);
const char           *loket_client_item_get_id   (LoketClientItem *self);
const LoketClientRow *loket_client_item_get_row  (LoketClientItem *self);
void                  loket_client_item_take_row (LoketClientItem *self,
                                                  LoketClientRow  *row);

G_END_DECLS
