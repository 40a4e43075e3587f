/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the keyboard is, seen from a widget that may have left its window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *loket_focus_find  (GtkWidget *widget);
gboolean   loket_focus_is_in (GtkWidget *widget);
void       loket_focus_show  (GtkWidget *widget);
gboolean   loket_focus_grab_active
                             (GtkWidget *root);

G_END_DECLS
