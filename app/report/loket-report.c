/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds the blocks of a report, and knows what it is about: whose answers, of what period, until
 * when. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-key-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>

static void
clear_block (gpointer data)
{
  LoketReportBlock *block = data;

  g_free (block->text);
  g_free (block->note);
  g_clear_pointer (&block->drawing, loket_drawing_unref);
  g_clear_pointer (&block->sheet, loket_sheet_free);
  g_clear_pointer (&block->figures, g_ptr_array_unref);
}

void
loket_report_free (LoketReport *report)
{
  g_free (report->title);
  g_free (report->language);
  g_free (report->scope);
  g_free (report->made_on);
  g_free (report->method);
  g_free (report->footer);
  g_array_unref (report->blocks);
  g_free (report);
}

/**
 * loket_report_get_block:
 *
 * Returns: (transfer none): the block
 */
const LoketReportBlock *
loket_report_get_block (const LoketReport *report,
                        guint              number)
{
  return &g_array_index (report->blocks, LoketReportBlock, number);
}

void
loket_report_add_text (LoketReport    *report,
                       LoketReportBlockKind  kind,
                       const char     *text)
{
  loket_report_take_text (report, kind, g_strdup (text));
}

/* Nothing is added when there is nothing to say. */
void
loket_report_take_text (LoketReport    *report,
                        LoketReportBlockKind  kind,
                        char           *text)
{
  const LoketReportBlock block = { .kind = kind, .text = text };

  if (text != NULL && *text != '\0')
    g_array_append_val (report->blocks, block);
  else
    g_free (text);
}

void
loket_report_add_bullet (LoketReport *report,
                         const char  *sentence,
                         const char  *note)
{
  const LoketReportBlock block = { .kind = LOKET_BLOCK_BULLET,
                                   .text = g_strdup (sentence),
                                   .note = g_strdup (note) };

  g_array_append_val (report->blocks, block);
}

void
loket_report_take_figures (LoketReport *report,
                           GPtrArray   *figures)
{
  const LoketReportBlock block = { .kind = LOKET_BLOCK_FIGURES, .figures = figures };

  g_array_append_val (report->blocks, block);
}

void
loket_report_take_drawing (LoketReport  *report,
                           LoketDrawing *drawing)
{
  const LoketReportBlock block = { .kind = LOKET_BLOCK_CHART, .drawing = drawing };

  g_array_append_val (report->blocks, block);
}

void
loket_report_take_table (LoketReport *report,
                         LoketSheet  *sheet,
                         const char  *title)
{
  const LoketReportBlock block = { .kind = LOKET_BLOCK_TABLE,
                                   .text = g_strdup (title),
                                   .sheet = sheet };

  g_array_append_val (report->blocks, block);
}

/* A chart, how it is read, and the table behind it. */
void
loket_report_take_chart (LoketReport  *report,
                         LoketDrawing *drawing,
                         const char   *note)
{
  LoketSheet *sheet = loket_drawing_tabulate (drawing);

  loket_report_take_drawing (report, drawing);
  if (note != NULL)
    loket_report_add_text (report, LOKET_BLOCK_NOTE, note);
  if (loket_sheet_get_n_rows (sheet) > 0)
    {
      /* Translators: what a chart is about */
      g_autofree char *caption = g_strdup_printf (_("The figures behind the chart: %s"),
                                                  sheet->title);

      loket_report_take_table (report, sheet, caption);
    }
  else
    loket_sheet_free (sheet);
}

/* The grade that is about everything, when it is shown. */
const LoketQuestionSummary *
loket_report_find_total (const LoketSummary *summary)
{
  const LoketQuestionSummary *total = loket_summary_find_total (summary);

  return total != NULL && !total->hidden ? total : NULL;
}

static char *
dup_filters (const LoketSummary *summary,
             const char         *language)
{
  const LoketSelection *selection = summary->request->selection;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;
      int group;

      loket_selection_get_filter (selection, i, &grouping, &value);
      group = loket_frame_find_group (summary->frame, &grouping, value);
      g_string_append_printf (
          text, "%s%s", i > 0 ? ", " : "",
          group > 0 ? loket_frame_get_group_text (summary->frame, &grouping, (guint) group,
                                                  language)
                    : value);
    }
  if (text->len == 0)
    g_string_append (text, _("All offices"));

  return g_string_free (text, FALSE);
}

/* Such as "All offices, 2023 compared with 2022". */
char *
loket_report_dup_scope (const LoketSummary *summary,
                        const char         *language)
{
  const LoketRequest *request = summary->request;
  g_autofree char *filters = dup_filters (summary, language);
  g_autofree char *period = request->has_period
                                ? loket_period_to_words (
                                      loket_selection_get_period (request->selection))
                                : g_strdup (_("all periods"));
  g_autofree char *past = loket_period_to_words (&request->against);

  if (!request->has_against)
    /* Translators: whose answers, and of what period */
    return g_strdup_printf (_("%s, %s"), filters, period);

  /* Translators: whose answers, of what period, and with what it is compared */
  return g_strdup_printf (_("%s, %s compared with %s"), filters, period, past);
}

/* The last day of the period, today when that is still to come. */
LoketDateText
loket_report_get_as_of (const LoketSummary *summary,
                        const char         *today)
{
  const LoketPeriod *period = loket_selection_get_period (summary->request->selection);
  LoketDateText last = { "" };
  g_autofree char *next = NULL;

  g_strlcpy (last.text, today, sizeof last.text);
  if (!summary->request->has_period)
    return last;

  next = g_strdup_printf ("%04d-%02d-01", loket_month_get_year (period->last + 1),
                          (period->last + 1) % 12 + 1);
  if (g_strcmp0 (next, today) <= 0)
    last = loket_date_add_days (next, -1);

  return last;
}

/* What stands under every page and picture. */
char *
loket_report_dup_footer (const LoketSummary     *summary,
                         const LoketReportFacts *facts)
{
  LoketDateText as_of = loket_report_get_as_of (summary, facts->today);
  LoketDateText as_of_words = loket_date_format_typed (as_of.text);
  LoketDateText today_words = loket_date_format_typed (facts->today);
  g_autofree char *scope = loket_report_dup_scope (summary, facts->language);

  /* Translators: what was asked, whose answers of what period, the day up to which answers
   * count, and the day on which the report was made */
  return g_strdup_printf (
      _("%s · %s · reference date %s · made on %s"),
      loket_questionnaire_get_title (summary->request->questionnaire, facts->language), scope,
      as_of_words.text, today_words.text);
}

static char *
dup_title (const LoketSummary *summary,
           const char         *language)
{
  const LoketQuestionSummary *total = loket_report_find_total (summary);
  g_autoptr (LoketKeyFigure) mean = NULL;

  if (total == NULL)
    return g_strdup (
        loket_questionnaire_get_title (summary->request->questionnaire, language));

  mean = loket_key_figure_new (summary, LOKET_KEY_FIGURE_MEAN);

  /* Translators: the mean grade */
  return g_strdup_printf (_("Clients give a %s"), mean->value);
}

static LoketReport *
create_part (const LoketSummary     *summary,
             const LoketReportFacts *facts,
             void                  (*write) (const LoketReportWriter *writer))
{
  LoketReport *report = g_new0 (LoketReport, 1);
  const LoketReportWriter writer = { .report = report,
                                     .summary = summary,
                                     .language = facts->language };

  report->blocks = g_array_new (FALSE, TRUE, sizeof (LoketReportBlock));
  g_array_set_clear_func (report->blocks, clear_block);
  if (!summary->totals.hidden && summary->totals.responses > 0)
    write (&writer);

  return report;
}

static void
write_questions (const LoketReportWriter *writer)
{
  loket_report_write_scales (writer);
  loket_report_write_choices (writer);
}

/**
 * loket_report_new_questions:
 * @summary: the figures
 * @facts: what the report says about itself; only its language counts
 *
 * Only what clients answered to the questions besides the grades: scales, numbers and options.
 *
 * Returns: (transfer full): a report without a cover; without blocks when too few answered
 */
LoketReport *
loket_report_new_questions (const LoketSummary     *summary,
                            const LoketReportFacts *facts)
{
  return create_part (summary, facts, write_questions);
}

/**
 * loket_report_new_drivers:
 * @summary: the figures, of a request that loket_report_add_drivers() changed
 * @facts: what the report says about itself
 *
 * Only which grade goes with what the records say of the trajectory.
 *
 * Returns: (transfer full): a report without a cover; without blocks when there is nothing to show
 */
LoketReport *
loket_report_new_drivers (const LoketSummary     *summary,
                          const LoketReportFacts *facts)
{
  return create_part (summary, facts, loket_report_write_drivers);
}

/**
 * loket_report_new:
 * @summary: what may leave the program; see loket_desk_release()
 *
 * Asks no clock and reads no file: the same summary and facts give the same report. May be called
 * on any thread.
 *
 * Returns: (transfer full): the report, to be given to loket_report_to_pdf() or laid out as pages
 */
LoketReport *
loket_report_new (const LoketSummary     *summary,
                  const LoketReportFacts *facts)
{
  LoketReport *report = g_new0 (LoketReport, 1);
  const LoketReportWriter writer = { report, summary, facts->language, facts->own,
                                     facts->annex };

  report->blocks = g_array_new (FALSE, TRUE, sizeof (LoketReportBlock));
  g_array_set_clear_func (report->blocks, clear_block);
  report->title = dup_title (summary, facts->language);
  report->language = g_strdup (facts->language);
  report->scope = loket_report_dup_scope (summary, facts->language);
  report->made_on = g_strdup (facts->today);
  report->footer = loket_report_dup_footer (summary, facts);
  report->method = g_strdup (
      /* xgettext:no-c-format */
      _("Good 8–10, sufficient 6–7, insufficient 1–5. Shares: of those who were asked, n/a "
        "included. Mean: of those who gave a grade. Interval: 95% (t; shares Wilson). Difference: "
        "Welch or z-test, two-sided 5%. Groups with 1 to 4 answers are hidden, with their smallest "
        "neighbour where they could be worked out."));
  loket_report_write_cover (&writer);
  if (summary->totals.hidden || summary->totals.responses == 0)
    return report;

  loket_report_write_grades (&writer);
  loket_report_write_groups (&writer);
  loket_report_write_drivers (&writer);
  loket_report_write_units (&writer);
  loket_report_write_scales (&writer);
  loket_report_write_choices (&writer);
  loket_report_write_themes (&writer);
  loket_report_write_quotes (&writer);
  loket_report_write_work (&writer);
  loket_report_write_definitions (&writer);

  return report;
}
