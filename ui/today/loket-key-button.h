/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A button with the key that presses it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *loket_key_button_new (const char *label,
                                 const char *detail,
                                 const char *key);

G_END_DECLS
