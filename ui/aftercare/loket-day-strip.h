/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The coming weeks, day by day, with what is due on each; picking a day filters. */

#pragma once

#include "loket-rules.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_DAY_STRIP (loket_day_strip_get_type ())

G_DECLARE_FINAL_TYPE (LoketDayStrip, loket_day_strip, LOKET, DAY_STRIP, GtkWidget)

const char *loket_day_strip_get_day (LoketDayStrip    *self);
void        loket_day_strip_set_day (LoketDayStrip    *self,
                                     const char       *day);
void        loket_day_strip_show    (LoketDayStrip    *self,
                                     GHashTable       *days,
                                     const LoketRules *rules,
                                     const char       *counsellor_id,
                                     const char       *today,
                                     guint             n_weeks);

G_END_DECLS
