/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One way to every format, for the window and the command line alike. */

#include "loketten-config.h"

#include "loket-report-file.h"

#include "loket-band-chart.h"
#include "loket-difference-chart.h"
#include "loket-dutch-csv.h"
#include "loket-error.h"
#include "loket-funnel-chart.h"
#include "loket-histogram-chart.h"
#include "loket-option-chart.h"
#include "loket-picture.h"
#include "loket-report-pdf.h"
#include "loket-report-private.h"
#include "loket-report-sheets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUPS_PREFIX  "groups/"
#define OPTIONS_PREFIX "options/"

static const LoketQuestionSummary *
find_question (const LoketSummary *summary,
               const char         *id)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (g_str_equal (question->item->id, id))
        return question->hidden ? NULL : question;
    }

  return NULL;
}

static LoketDrawing *
draw_groups (const LoketSummary         *summary,
             const LoketQuestionSummary *total,
             const char                 *id,
             const char                 *language)
{
  const GArray *by = summary->request->by;
  LoketScale scale;

  if (total == NULL)
    return NULL;

  scale = loket_difference_chart_find_scale (total);
  for (guint i = 0; i < by->len; i++)
    {
      const LoketGrouping *grouping = &g_array_index (by, LoketGrouping, i);

      if (g_str_equal (loket_grouping_get_id (grouping), id)
          && !loket_grouping_is_person (grouping))
        return loket_difference_chart_new (summary, total, grouping, &scale, language);
    }

  return NULL;
}

static LoketDrawing *
draw_options (const LoketSummary *summary,
              const char         *id,
              const char         *language)
{
  const LoketQuestionSummary *question = find_question (summary, id);

  if (question == NULL
      || (question->item->kind != LOKET_ITEM_SINGLE && question->item->kind != LOKET_ITEM_MULTIPLE))
    return NULL;

  return loket_option_chart_new (summary, question, language);
}

/**
 * loket_report_create_drawing:
 * @summary: what may leave the program
 * @chart: `bands`, `means`, `histogram`, `funnel`, `groups/` and a grouping of the request, or
 *   `options/` and the id of a question
 *
 * Returns: (transfer full) (nullable): that chart; NULL when @summary has nothing to show in it
 */
LoketDrawing *
loket_report_create_drawing (const LoketSummary     *summary,
                             const char             *chart,
                             const LoketReportFacts *facts)
{
  const LoketQuestionSummary *total = loket_report_find_total (summary);
  const LoketFunnelChoice choice = { facts->own, NULL };

  if (g_str_has_prefix (chart, GROUPS_PREFIX))
    return draw_groups (summary, total, chart + strlen (GROUPS_PREFIX), facts->language);
  if (g_str_has_prefix (chart, OPTIONS_PREFIX))
    return draw_options (summary, chart + strlen (OPTIONS_PREFIX), facts->language);
  if (total == NULL)
    return NULL;
  if (g_str_equal (chart, "bands"))
    return loket_band_chart_new (summary, facts->language);
  if (g_str_equal (chart, "means"))
    return loket_band_chart_new_means (summary, facts->language);
  if (g_str_equal (chart, "histogram"))
    return loket_histogram_chart_new_grades (summary->request->questionnaire, total,
                                             facts->language);
  if (g_str_equal (chart, "funnel"))
    return loket_funnel_chart_new (summary, total, &choice);

  return NULL;
}

static GBytes *
make_picture (const LoketSummary      *summary,
              const LoketReportOrder  *order,
              GError                 **error)
{
  g_autoptr (LoketDrawing) drawing = NULL;
  g_autoptr (LoketSheet) sheet = NULL;
  g_autofree char *footer = loket_report_dup_footer (summary, &order->facts);

  if (order->chart != NULL)
    drawing = loket_report_create_drawing (summary, order->chart, &order->facts);
  if (drawing == NULL)
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
                           _("There is nothing to show in that chart"));
      return NULL;
    }

  sheet = loket_drawing_tabulate (drawing);
  if (g_str_equal (order->format, LOKET_FORMAT_PNG))
    return loket_picture_to_png (drawing, sheet->title, footer, error);

  return loket_picture_to_svg (drawing, sheet->title, footer, error);
}

static GBytes *
make_pdf (const LoketSummary      *summary,
          const LoketReportFacts  *facts,
          GError                 **error)
{
  g_autoptr (LoketReport) report = loket_report_new (summary, facts);

  return loket_report_to_pdf (report, error);
}

static char *
make_text (const LoketSummary     *summary,
           const LoketReportOrder *order)
{
  if (g_str_equal (order->format, LOKET_FORMAT_JSON))
    return loket_summary_to_json (summary);
  if (g_str_equal (order->format, LOKET_FORMAT_CSV))
    return loket_summary_to_csv (summary);
  if (g_str_equal (order->format, LOKET_FORMAT_DUTCH_CSV))
    return loket_summary_to_dutch_csv (summary);

  return loket_summary_to_text (summary, order->facts.language);
}

/**
 * loket_report_file_new:
 * @summary: what may leave the program; see loket_desk_release()
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such chart, %LOKET_ERROR_STORAGE when the file
 *   could not be made
 *
 * Asks no clock and touches no file that stays. May be called on any thread; a PDF of everything
 * takes up to a second.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
loket_report_file_new (const LoketSummary      *summary,
                       const LoketReportOrder  *order,
                       GError                 **error)
{
  char *text = NULL;

  if (g_str_equal (order->format, LOKET_FORMAT_PDF))
    return make_pdf (summary, &order->facts, error);
  if (g_str_equal (order->format, LOKET_FORMAT_XLSX))
    return loket_report_to_xlsx (summary, &order->facts, error);
  if (g_str_equal (order->format, LOKET_FORMAT_PNG)
      || g_str_equal (order->format, LOKET_FORMAT_SVG))
    return make_picture (summary, order, error);

  text = make_text (summary, order);

  return g_bytes_new_take (text, strlen (text));
}
