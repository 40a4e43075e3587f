/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A report as a PDF: text that can be selected, fonts embedded, the same bytes for the same
 * report. */

#pragma once

#include "loket-report.h"

G_BEGIN_DECLS

/* The font of reports; where it is not installed, the nearest one that is. */
#define LOKET_REPORT_FONT "Cantarell"

GBytes *loket_report_to_pdf (const LoketReport  *report,
                             GError            **error);

G_END_DECLS
