/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The forms of clients that a window opens, and those that were closed without saving. */

#pragma once

#include "loket-client.h"
#include "loket-toasts.h"

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_FORMS (loket_client_forms_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientForms, loket_client_forms, LOKET, CLIENT_FORMS, GObject)

LoketClientForms *loket_client_forms_new  (GtkWindow        *window,
                                           LoketToasts      *toasts,
                                           LoketDesk        *desk);
void              loket_client_forms_open (LoketClientForms *self,
                                           LoketClient      *client);
void              loket_client_forms_ask_for_session
                                          (LoketClientForms *self);

G_END_DECLS
