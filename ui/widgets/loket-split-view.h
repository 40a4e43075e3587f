/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A sidebar beside its content; on a narrow window one slides over the other. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SPLIT_VIEW (loket_split_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketSplitView, loket_split_view, LOKET, SPLIT_VIEW, AdwBin)

void       loket_split_view_set_sidebar      (LoketSplitView *self,
                                              GtkWidget      *sidebar);
void       loket_split_view_set_content      (LoketSplitView *self,
                                              GtkWidget      *content);
gboolean   loket_split_view_get_folded       (LoketSplitView *self);
gboolean   loket_split_view_get_show_content (LoketSplitView *self);
void       loket_split_view_set_show_content (LoketSplitView *self,
                                              gboolean        show_content);

G_END_DECLS
