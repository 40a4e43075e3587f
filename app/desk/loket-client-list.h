/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list of clients that loads what is looked at: a million of them scroll. */

#pragma once

#include "loket-client-item.h"
#include "loket-desk.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_LIST (loket_client_list_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientList, loket_client_list, LOKET, CLIENT_LIST, GObject)

LoketClientList *loket_client_list_new        (LoketDesk       *desk);
void             loket_client_list_set_scope  (LoketClientList *self,
                                               const char      *text,
                                               gboolean         only_own,
                                               gboolean         only_open);
void             loket_client_list_set_recent (LoketClientList *self,
                                               const char      *text);
gboolean         loket_client_list_is_loading (LoketClientList *self);
gboolean         loket_client_list_is_cut_off (LoketClientList *self);

G_END_DECLS
