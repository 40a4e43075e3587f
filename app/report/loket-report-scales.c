/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a report about statements, numbers, and measurements that come back. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-figures.h"
#include "loket-scale-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
write_statements (const LoketReportWriter *writer)
{
  g_autoptr (GPtrArray) charts = loket_scale_charts_new_likert (writer->summary, writer->language);

  for (guint i = 0; i < charts->len; i++)
    {
      LoketDrawing *chart = g_ptr_array_index (charts, i);
      g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (chart);

      if (i == 0)
        loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("Statements"));
      loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING, sheet->title);
      loket_report_take_chart (writer->report, loket_drawing_ref (chart),
                               _("Bar: per cent of all answers; by rounding it may add up to 99 or "
                                 "101. In bold: the share of the best options together."));
    }
}

static void
write_waves (const LoketReportWriter *writer)
{
  g_autoptr (LoketSheet) sheet =
      loket_scale_charts_tabulate_waves (writer->summary, writer->language);

  if (loket_sheet_get_n_rows (sheet) == 0)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, sheet->title);
  loket_report_add_text (writer->report, LOKET_BLOCK_LEAD,
                         _("Of those who answered both times, person by person (Wilcoxon "
                           "signed-rank, two-sided 5%)."));
  loket_report_take_table (writer->report, g_steal_pointer (&sheet), NULL);
}

static char *
dup_number_title (const LoketQuestionSummary *question)
{
  g_autofree char *mean = loket_figure_mean (&question->grades);
  g_autofree char *n = loket_figure_count (question->grades.n);

  /* Translators: a mean, a median and a number of answers */
  return g_strdup_printf (_("Mean %s, median %.0f (n %s)"), mean, question->median, n);
}

static void
write_number (const LoketReportWriter    *writer,
              const LoketQuestionSummary *question)
{
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC,
                         loket_texts_get (&question->item->text, writer->language));
  loket_report_take_text (writer->report, LOKET_BLOCK_SUBHEADING, dup_number_title (question));
  loket_report_take_chart (writer->report,
                           loket_scale_charts_new_number (question, writer->language), NULL);
}

/* Only what the questionnaire asks. */
void
loket_report_write_scales (const LoketReportWriter *writer)
{
  const GPtrArray *questions = writer->summary->questions;
  gboolean has_head = FALSE;

  write_statements (writer);
  write_waves (writer);
  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->item->kind != LOKET_ITEM_NUMBER || question->hidden
          || isnan (question->median))
        continue;
      if (!has_head)
        loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("Numbers"));
      has_head = TRUE;
      write_number (writer, question);
    }
}
