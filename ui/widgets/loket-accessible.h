/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tells assistive technology what GTK 4.8 leaves out about its own widgets. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_accessible_follow_stack    (GtkStack    *stack);
void loket_accessible_label_drop_down (GtkDropDown *drop_down,
                                       const char  *label);

G_END_DECLS
