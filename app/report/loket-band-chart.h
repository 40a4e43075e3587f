/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of grades: for each question what share is good, sufficient or insufficient, with the
 * mean, its interval, n and the other period. Measured in the size of the font, so that the same
 * drawing serves a window, enlarged text and paper. */

#pragma once

#include "loket-band-rows.h"

G_BEGIN_DECLS

LoketDrawing *loket_band_chart_new       (const LoketSummary *summary,
                                          const char         *language);
LoketDrawing *loket_band_chart_new_means (const LoketSummary *summary,
                                          const char         *language);
LoketDrawing *loket_band_chart_new_empty (const char         *title,
                                          guint               thin,
                                          const char         *beside);
void          loket_band_chart_add       (LoketDrawing       *drawing,
                                          const char         *label,
                                          const LoketQuestionSummary *question,
                                          const LoketQuestionSummary *beside,
                                          gboolean            is_others);

G_END_DECLS
