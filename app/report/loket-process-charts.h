/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work went, as charts: of each kind of figure one, with a row for each counsellor or
 * office. */

#pragma once

#include "loket-drawing.h"
#include "loket-process-figures.h"

G_BEGIN_DECLS

const char   *loket_process_chart_get_title   (LoketProcessKind    kind);
char         *loket_process_chart_dup_lead    (LoketProcessKind    kind,
                                               guint               n_open);
guint         loket_process_charts_count_open (const LoketProcess *process,
                                               LoketProcessKind    kind);
gboolean      loket_process_charts_has_any    (const LoketProcess *process,
                                               LoketProcessKind    kind);
LoketDrawing *loket_process_chart_new         (const LoketProcess *process,
                                               LoketProcessKind    kind);

G_END_DECLS
