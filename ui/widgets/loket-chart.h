/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart on the screen: the same drawing as on paper. */

#pragma once

#include "loket-drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CHART (loket_chart_get_type ())

G_DECLARE_FINAL_TYPE (LoketChart, loket_chart, LOKET, CHART, GtkWidget)

void          loket_chart_set_drawing (LoketChart   *self,
                                       LoketDrawing *drawing,
                                       const char   *title,
                                       gboolean      is_active);
LoketDrawing *loket_chart_get_drawing (LoketChart   *self);

G_END_DECLS
