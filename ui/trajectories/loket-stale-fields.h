/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a client said so long ago that it is asked once more: confirmed, or corrected in place. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_STALE_FIELDS (loket_stale_fields_get_type ())

G_DECLARE_FINAL_TYPE (LoketStaleFields, loket_stale_fields, LOKET, STALE_FIELDS, AdwBin)

void        loket_stale_fields_show          (LoketStaleFields  *self,
                                              LoketDesk         *desk,
                                              LoketDraft        *client,
                                              GArray            *fields);
GArray     *loket_stale_fields_dup_confirmed (LoketStaleFields  *self);
GtkWidget  *loket_stale_fields_get_row       (LoketStaleFields  *self,
                                              guint              field);
char       *loket_stale_fields_format_source (LoketClient       *client,
                                              guint              field,
                                              LoketCodes        *codes);

G_END_DECLS
