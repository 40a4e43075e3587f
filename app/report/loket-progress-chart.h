/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of how far a small number of answers is from what can be compared: one bar, with a mark
 * where figures are no longer thin. */

#pragma once

#include "loket-drawing.h"
#include "loket-progress.h"

G_BEGIN_DECLS

LoketDrawing *loket_progress_chart_new (const LoketProgress *progress,
                                        const char          *title,
                                        const char          *period);

G_END_DECLS
