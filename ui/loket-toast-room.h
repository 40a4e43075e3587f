/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Room for a toast below what it would cover. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void loket_toast_room_make (AdwToastOverlay *overlay,
                            GtkWidget       *content,
                            gboolean         is_shown);

G_END_DECLS
