/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Clients: the list on the left, the record on the right. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"
#include "loket-open-forms.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENTS_PAGE (loket_clients_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientsPage, loket_clients_page, LOKET, CLIENTS_PAGE, AdwBin)

GtkWidget   *loket_clients_page_new          (LoketDesk        *desk);
void         loket_clients_page_set_forms    (LoketClientsPage *self,
                                              LoketOpenForms   *forms);
void         loket_clients_page_search       (LoketClientsPage *self,
                                              const char       *text);
void         loket_clients_page_open_first   (LoketClientsPage *self);
void         loket_clients_page_focus_list   (LoketClientsPage *self);
void         loket_clients_page_show_client  (LoketClientsPage *self,
                                              const char       *client_id);
void         loket_clients_page_log_session  (LoketClientsPage *self,
                                              const char       *client_id,
                                              const char       *planned_id);
const char  *loket_clients_page_get_shown_id (LoketClientsPage *self);
LoketClient *loket_clients_page_get_client   (LoketClientsPage *self);
gboolean     loket_clients_page_can_go_back  (LoketClientsPage *self);
gboolean     loket_clients_page_go_back      (LoketClientsPage *self);

G_END_DECLS
