/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes how the work went, with the charts of the screen, and what clients wrote. */

#include "loketten-config.h"

#include "loket-report-annex.h"

#include "loket-process-charts.h"
#include "loket-report-private.h"

#include <glib/gi18n-lib.h>

static void
free_quotes (gpointer data)
{
  LoketReportQuotes *quotes = data;

  g_ptr_array_unref (quotes->texts);
  g_free (quotes);
}

/**
 * loket_report_annex_new:
 * @process: (transfer full) (nullable): how the work went
 *
 * Returns: (transfer full): an annex without quotes
 */
LoketReportAnnex *
loket_report_annex_new (LoketProcess *process)
{
  LoketReportAnnex *annex = g_new0 (LoketReportAnnex, 1);

  annex->process = process;
  annex->quotes = g_ptr_array_new_with_free_func (free_quotes);

  return annex;
}

void
loket_report_annex_free (LoketReportAnnex *annex)
{
  g_clear_pointer (&annex->process, loket_process_free);
  g_ptr_array_unref (annex->quotes);
  g_clear_pointer (&annex->themes, g_ptr_array_unref);
  g_clear_object (&annex->questionnaire);
  g_free (annex);
}

/**
 * loket_report_annex_add_quotes:
 * @item: the question
 *
 * Returns: (transfer none) (element-type utf8): to be filled with what may be read by everybody
 */
GPtrArray *
loket_report_annex_add_quotes (LoketReportAnnex *annex,
                               const LoketItem  *item)
{
  LoketReportQuotes *quotes = g_new0 (LoketReportQuotes, 1);

  quotes->item = item;
  quotes->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (annex->quotes, quotes);

  return quotes->texts;
}

static void
write_work_head (const LoketReportWriter *writer,
                 const LoketProcess      *process)
{
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("From the records of the desk"));
  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING,
                         process->by_office ? _("How the work goes, by office")
                                            : _("How the work goes, by counsellor"));
  loket_report_add_text (writer->report, LOKET_BLOCK_LEAD,
                         _("Dot: one case, larger: more. Mark: median. Dashed line: what the "
                           "office agreed on. Facts, not a ranking: trajectories differ."));
}

/* Only what there is anything of. */
void
loket_report_write_work (const LoketReportWriter *writer)
{
  const LoketProcess *process = writer->annex != NULL ? writer->annex->process : NULL;
  gboolean has_head = FALSE;

  for (guint kind = 0; process != NULL && kind < LOKET_N_PROCESS_KINDS; kind++)
    {
      g_autofree char *lead = NULL;

      if (!loket_process_charts_has_any (process, kind))
        continue;
      if (!has_head)
        write_work_head (writer, process);
      has_head = TRUE;
      loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING,
                             loket_process_chart_get_title (kind));
      lead = loket_process_chart_dup_lead (kind, loket_process_charts_count_open (process, kind));
      loket_report_add_text (writer->report, LOKET_BLOCK_BODY, lead);
      loket_report_take_chart (writer->report, loket_process_chart_new (process, kind), NULL);
    }
}

static void
write_quotes (const LoketReportWriter *writer,
              const LoketReportQuotes *quotes)
{
  loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING,
                         loket_texts_get (&quotes->item->text, writer->language));
  for (guint i = 0; i < quotes->texts->len; i++)
    /* Translators: what a client wrote */
    loket_report_take_text (writer->report, LOKET_BLOCK_QUOTE,
                            g_strdup_printf (_("“%s”"), (char *) quotes->texts->pdata[i]));
}

void
loket_report_write_quotes (const LoketReportWriter *writer)
{
  const GPtrArray *quotes = writer->annex != NULL ? writer->annex->quotes : NULL;

  if (quotes == NULL || quotes->len == 0)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("What clients wrote"));
  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("In their own words"));
  loket_report_add_text (writer->report, LOKET_BLOCK_LEAD,
                         _("Answers that were read and released; what points at a person is "
                           "blacked out. In the order of the alphabet, not of who wrote them. "
                           "They are examples: how often something was felt stands in the "
                           "figures."));
  for (guint i = 0; i < quotes->len; i++)
    write_quotes (writer, g_ptr_array_index (quotes, i));
}
