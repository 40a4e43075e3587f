/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A group of rows of work: a heading, the first rows, and a way to the rest. */

#pragma once

#include "loket-desk.h"
#include "loket-work-columns.h"
#include "loket-work-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_SECTION (loket_work_section_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkSection, loket_work_section, LOKET, WORK_SECTION, GtkWidget)

GtkWidget *loket_work_section_new              (LoketDesk          *desk,
                                                LoketWorkColumns   *columns,
                                                const char         *title,
                                                guint               n_first);
void       loket_work_section_show             (LoketWorkSection   *self,
                                                GPtrArray          *items,
                                                gboolean            is_cut,
                                                const char         *now,
                                                gboolean            names_counsellor);
void       loket_work_section_set_selection    (LoketWorkSection   *self,
                                                LoketWorkSelection *selection);
void       loket_work_section_select_all       (LoketWorkSection   *self);
void       loket_work_section_set_is_elsewhere (LoketWorkSection   *self,
                                                gboolean            is_elsewhere);
void       loket_work_section_set_hint         (LoketWorkSection   *self,
                                                const char         *hint);
void       loket_work_section_set_n_beyond     (LoketWorkSection   *self,
                                                guint               n_beyond);

G_END_DECLS
