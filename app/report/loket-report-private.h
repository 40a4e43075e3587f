/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the parts of a report are put together; for the files that write them. */

#pragma once

#include "loket-date.h"
#include "loket-report.h"

G_BEGIN_DECLS

/* What all parts are written from. */
typedef struct
{
  LoketReport        *report;
  const LoketSummary *summary;
  const char         *language;
  const char *const  *own;
  const LoketReportAnnex *annex; /* (nullable) */
} LoketReportWriter;

void loket_report_add_text     (LoketReport             *report,
                                LoketReportBlockKind           kind,
                                const char              *text);
void loket_report_take_text    (LoketReport             *report,
                                LoketReportBlockKind           kind,
                                char                    *text);
void loket_report_add_bullet   (LoketReport             *report,
                                const char              *sentence,
                                const char              *note);
void loket_report_take_figures (LoketReport             *report,
                                GPtrArray               *figures);
void loket_report_take_drawing (LoketReport             *report,
                                LoketDrawing            *drawing);
void loket_report_take_chart   (LoketReport             *report,
                                LoketDrawing            *drawing,
                                const char              *note);
void loket_report_take_table   (LoketReport             *report,
                                LoketSheet              *sheet,
                                const char              *title);

const LoketQuestionSummary *
     loket_report_find_total   (const LoketSummary      *summary);
char *
     loket_report_dup_scope    (const LoketSummary      *summary,
                                const char              *language);
char *
     loket_report_dup_footer   (const LoketSummary      *summary,
                                const LoketReportFacts  *facts);
LoketDateText
     loket_report_get_as_of    (const LoketSummary      *summary,
                                const char              *today);

void loket_report_write_cover      (const LoketReportWriter *writer);
void loket_report_write_grades     (const LoketReportWriter *writer);
void loket_report_write_groups     (const LoketReportWriter *writer);
void loket_report_write_drivers    (const LoketReportWriter *writer);
void loket_report_write_units      (const LoketReportWriter *writer);
void loket_report_write_scales     (const LoketReportWriter *writer);
void loket_report_write_choices    (const LoketReportWriter *writer);
void loket_report_write_work       (const LoketReportWriter *writer);
void loket_report_write_themes     (const LoketReportWriter *writer);
void loket_report_write_quotes     (const LoketReportWriter *writer);
void loket_report_write_definitions (const LoketReportWriter *writer);
LoketSheet *
     loket_report_tabulate_definitions (void);

G_END_DECLS
