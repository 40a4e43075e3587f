/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something that was left lying: work, or a session that was typed and not saved. */

#pragma once

#include "loket-open-forms.h"
#include "loket-worklist.h"

G_BEGIN_DECLS

#define LOKET_TYPE_LOOSE_END (loket_loose_end_get_type ())

G_DECLARE_FINAL_TYPE (LoketLooseEnd, loket_loose_end, LOKET, LOOSE_END, GObject)

GPtrArray     *loket_loose_ends_collect (LoketWorklist  *worklist,
                                         LoketDesk      *desk,
                                         LoketOpenForms *forms);
int            loket_loose_ends_update  (GPtrArray      *ends,
                                         LoketWorklist  *worklist,
                                         LoketDesk      *desk,
                                         LoketOpenForms *forms);
LoketWorkItem *loket_loose_end_get_item (LoketLooseEnd  *self);
LoketOpenForm *loket_loose_end_get_form (LoketLooseEnd  *self);
const char    *loket_loose_end_get_name (LoketLooseEnd  *self);
const char    *loket_loose_end_get_said (LoketLooseEnd  *self);
gboolean       loket_loose_end_is_done  (LoketLooseEnd  *self);
gboolean       loket_loose_end_is_open  (LoketLooseEnd  *self);
void           loket_loose_end_begin    (LoketLooseEnd  *self,
                                         const char     *said);
void           loket_loose_end_finish   (LoketLooseEnd  *self,
                                         gboolean        is_done);

G_END_DECLS
