/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One group of the place Today: a heading, the first rows, and a way to the rest. */

#pragma once

#include "loket-work-columns.h"
#include "loket-worklist.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TODAY_GROUP (loket_today_group_get_type ())

G_DECLARE_FINAL_TYPE (LoketTodayGroup, loket_today_group, LOKET, TODAY_GROUP, GtkWidget)

GtkWidget *loket_today_group_new  (LoketDesk        *desk,
                                   LoketWorkColumns *columns,
                                   LoketWorkGroup    group);
void       loket_today_group_show (LoketTodayGroup  *self,
                                   LoketWorklist    *worklist,
                                   gboolean          names_counsellor);

G_END_DECLS
