/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The words that a drop-down offers, when they may be read again while its list is open. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_drop_down_words_set (GtkDropDown   *drop_down,
                                GtkStringList *words,
                                guint          selected);

G_END_DECLS
