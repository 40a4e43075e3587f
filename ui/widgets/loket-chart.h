/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of grades on the screen: the same drawing as on paper. */

#pragma once

#include "loket-band-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CHART (loket_chart_get_type ())

G_DECLARE_FINAL_TYPE (LoketChart, loket_chart, LOKET, CHART, GtkWidget)

void loket_chart_set_chart (LoketChart     *self,
                            LoketBandChart *chart,
                            const char     *title);

G_END_DECLS
