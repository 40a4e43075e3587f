/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The row that is gone to: it is scrolled to when it gets the focus, which it can once it has a
 * place. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LoketRowTarget LoketRowTarget;

LoketRowTarget *loket_row_target_new     (GtkWidget      *filters);
void            loket_row_target_free    (LoketRowTarget *self);

void            loket_row_target_aim     (LoketRowTarget *self,
                                          GtkWidget      *row);
void            loket_row_target_clear   (LoketRowTarget *self);
GtkWidget      *loket_row_target_get_row (LoketRowTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRowTarget, loket_row_target_free)

G_END_DECLS
