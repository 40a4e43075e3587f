/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A place in the sidebar, with the number of things that ask for work there. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_PLACE_ROW (loket_place_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketPlaceRow, loket_place_row, LOKET, PLACE_ROW, GtkListBoxRow)

GtkWidget  *loket_place_row_new       (const char    *place,
                                       const char    *title,
                                       const char    *icon_name);
const char *loket_place_row_get_place (LoketPlaceRow *self);
void        loket_place_row_set_count (LoketPlaceRow *self,
                                       guint          count);

G_END_DECLS
