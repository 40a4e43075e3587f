/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Places widgets side by side, and goes on below where the room ends. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WRAP_LAYOUT (loket_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (LoketWrapLayout, loket_wrap_layout, LOKET, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *loket_wrap_layout_new (int column_spacing,
                                         int row_spacing);

G_END_DECLS
