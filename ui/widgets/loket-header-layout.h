/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Places a way out, a title and an act at the top of a form, so that nothing of them is cut off. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_HEADER_LAYOUT (loket_header_layout_get_type ())

G_DECLARE_FINAL_TYPE (LoketHeaderLayout, loket_header_layout, LOKET, HEADER_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
