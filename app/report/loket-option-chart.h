/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of how many chose each option: bars from zero, the most chosen first, the other period
 * under them. */

#pragma once

#include "loket-drawing.h"
#include "loket-summary.h"
#include "loket-themes.h"

G_BEGIN_DECLS

LoketDrawing *loket_option_chart_new (const LoketSummary         *summary,
                                      const LoketQuestionSummary *question,
                                      const char                 *language);
LoketDrawing *loket_option_chart_new_themes
                                     (const LoketSummary         *summary,
                                      const LoketThemes          *themes,
                                      const char                 *language);

G_END_DECLS
