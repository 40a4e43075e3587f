/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A form that makes or changes a client. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLIENT_EDITOR (loket_client_editor_get_type ())

G_DECLARE_FINAL_TYPE (LoketClientEditor, loket_client_editor, LOKET, CLIENT_EDITOR, AdwWindow)

GtkWidget *loket_client_editor_new            (LoketDesk         *desk,
                                               LoketClient       *client);
GtkWidget *loket_client_editor_new_from_draft (LoketDesk         *desk,
                                               const LoketDraft  *draft);
gboolean   loket_client_editor_has_changes    (LoketClientEditor *self);

G_END_DECLS
