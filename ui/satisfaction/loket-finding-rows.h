/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sentences with what they rest on, as the rows of a list. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_finding_rows_show (GtkListBox *list,
                              GPtrArray  *findings);

G_END_DECLS
