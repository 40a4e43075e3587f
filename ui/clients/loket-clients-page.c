/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The list of clients beside the record of one. */

#include "loket-clients-page.h"

struct _LoketClientsPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketClientsPage, loket_clients_page, ADW_TYPE_BIN)

static void
loket_clients_page_class_init (LoketClientsPageClass *klass)
{
}

static void
loket_clients_page_init (LoketClientsPage *self)
{
}

GtkWidget *
loket_clients_page_new (LoketDesk *desk)
{
  return g_object_new (LOKET_TYPE_CLIENTS_PAGE, NULL);
}

void
loket_clients_page_search (LoketClientsPage *self,
                           const char       *text)
{
}

void
loket_clients_page_open_first (LoketClientsPage *self)
{
}

void
loket_clients_page_focus_list (LoketClientsPage *self)
{
}

void
loket_clients_page_show_client (LoketClientsPage *self,
                                const char       *client_id)
{
}

LoketClient *
loket_clients_page_get_client (LoketClientsPage *self)
{
  return NULL;
}

gboolean
loket_clients_page_can_go_back (LoketClientsPage *self)
{
  return FALSE;
}

gboolean
loket_clients_page_go_back (LoketClientsPage *self)
{
  return FALSE;
}
