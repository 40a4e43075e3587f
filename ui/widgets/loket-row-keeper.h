/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills a list anew and keeps the rows that show the same as before: a press that is half done, the
 * focus and what is open stay where they are. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _LoketRowKeeper LoketRowKeeper;

LoketRowKeeper *loket_row_keeper_new    (GtkWidget      *list);
GtkWidget      *loket_row_keeper_keep   (LoketRowKeeper *self,
                                         const char     *words);
void            loket_row_keeper_add    (LoketRowKeeper *self,
                                         const char     *words,
                                         GtkWidget      *row);
int             loket_row_keeper_finish (LoketRowKeeper *self);
gboolean        loket_row_keeper_focus  (GtkWidget      *list,
                                         int             position);

G_END_DECLS
