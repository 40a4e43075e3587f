/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keys that go through a list while the cursor stands in the entry above it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean loket_list_keys_press (GtkListView *list_view,
                                guint        keyval);

G_END_DECLS
