/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A report laid out on A4: what a PDF, a printer and a preview draw, page by page. */

#pragma once

#include "loket-report.h"

G_BEGIN_DECLS

/* A4, in points. */
#define LOKET_PAGE_WIDTH  595.276
#define LOKET_PAGE_HEIGHT 841.890

/* 20 mm */
#define LOKET_PAGE_MARGIN 56.693

typedef struct _LoketReportPages LoketReportPages;

/* A name in the table of contents of a PDF. */
typedef struct
{
  const char *text; /* borrowed from the report */
  guint       page; /* from 0 */
} LoketOutline;

LoketReportPages *loket_report_pages_new          (const LoketReport      *report,
                                                   const char             *family);
void              loket_report_pages_free         (LoketReportPages       *pages);
guint             loket_report_pages_get_n        (const LoketReportPages *pages);
const GArray     *loket_report_pages_get_outlines (const LoketReportPages *pages);
void              loket_report_pages_draw         (const LoketReportPages *pages,
                                                   guint                   page,
                                                   cairo_t                *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReportPages, loket_report_pages_free)

G_END_DECLS
