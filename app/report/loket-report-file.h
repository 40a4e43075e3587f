/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures as a file in whatever format is asked for. */

#pragma once

#include "loket-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LOKET_FORMAT_TEXT      "text"
#define LOKET_FORMAT_CSV       "csv"
#define LOKET_FORMAT_DUTCH_CSV "csv-excel"
#define LOKET_FORMAT_JSON      "json"
#define LOKET_FORMAT_PDF       "pdf"
#define LOKET_FORMAT_XLSX      "xlsx"
#define LOKET_FORMAT_PNG       "png"
#define LOKET_FORMAT_SVG       "svg"

/* What is asked for. */
typedef struct
{
  const char      *format; /* one of the above */
  const char      *chart; /* (nullable) of a picture: see loket_report_create_drawing() */
  LoketReportFacts facts;
} LoketReportOrder;

LoketDrawing *loket_report_create_drawing (const LoketSummary      *summary,
                                           const char              *chart,
                                           const LoketReportFacts  *facts);
GBytes       *loket_report_file_new       (const LoketSummary      *summary,
                                           const LoketReportOrder  *order,
                                           GError                 **error);

G_END_DECLS
