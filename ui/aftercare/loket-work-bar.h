/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The bar below a list in which rows are selected: what is done to all of them. */

#pragma once

#include "loket-desk.h"
#include "loket-work-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_BAR (loket_work_bar_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkBar, loket_work_bar, LOKET, WORK_BAR, GtkWidget)

void loket_work_bar_set_selection (LoketWorkBar       *self,
                                   LoketDesk          *desk,
                                   LoketWorkSelection *selection);

G_END_DECLS
