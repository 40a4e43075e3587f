/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether what was typed in a window is being saved. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     loket_saving_set (GtkWindow *window,
                           gboolean   is_saving);
gboolean loket_saving_get (GtkWindow *window);

G_END_DECLS
