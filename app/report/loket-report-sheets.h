/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All figures of a summary as sheets for a spreadsheet: one for each kind of question. */

#pragma once

#include "loket-report.h"

G_BEGIN_DECLS

GPtrArray *loket_report_sheets_new (const LoketSummary      *summary,
                                    const LoketReportFacts  *facts);
GBytes    *loket_report_to_xlsx    (const LoketSummary      *summary,
                                    const LoketReportFacts  *facts,
                                    GError                 **error);

G_END_DECLS
