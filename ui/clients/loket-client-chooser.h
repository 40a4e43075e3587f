/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks for a client: those to whom the counsellor talked last, or who is sought. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_CHOOSER (loket_client_chooser_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientChooser, loket_client_chooser, LOKET, CLIENT_CHOOSER, AdwWindow)

LoketClientChooser *loket_client_chooser_new (LoketDesk  *desk,
                                              GtkWindow  *parent,
                                              const char *title);

G_END_DECLS
