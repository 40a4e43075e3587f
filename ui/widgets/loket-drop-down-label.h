/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The words on a drop-down that offers names of any length. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_drop_down_label_prepare (GtkDropDown *drop_down,
                                    const char  *label);

G_END_DECLS
