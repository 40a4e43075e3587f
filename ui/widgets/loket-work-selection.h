/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which rows of work are selected, over all sections of a page. */

#pragma once

#include "loket-work-item.h"

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_SELECTION (loket_work_selection_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkSelection, loket_work_selection, LOKET, WORK_SELECTION, GObject)

LoketWorkSelection *loket_work_selection_new        (void);
gboolean            loket_work_selection_is_active  (LoketWorkSelection *self);
void                loket_work_selection_set_active (LoketWorkSelection *self,
                                                     gboolean            is_active);
gboolean            loket_work_selection_contains   (LoketWorkSelection *self,
                                                     LoketWorkItem      *item);
void                loket_work_selection_set        (LoketWorkSelection *self,
                                                     LoketWorkItem      *item,
                                                     gboolean            is_selected);
void                loket_work_selection_keep       (LoketWorkSelection *self,
                                                     GPtrArray          *items);
guint               loket_work_selection_count      (LoketWorkSelection *self);
GPtrArray          *loket_work_selection_list       (LoketWorkSelection *self);

G_END_DECLS
