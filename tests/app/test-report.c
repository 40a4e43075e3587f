/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reports and pictures: what stands on which page, and that any chart can leave as a picture. */

#include "loket-report-file.h"

#include "chart-samples.h"
#include "loket-picture.h"
#include "loket-report-pages.h"
#include "loket-report-pdf.h"
#include "loket-report-sheets.h"
#include "satisfaction-fixture.h"

#include <string.h>

typedef struct
{
  LoketFrame *frame;
  LoketSummary *summary;
} Fixture;

static const LoketReportFacts facts = { "nl", "2024-01-08", NULL, NULL };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  fixture->frame = satisfaction_load_frame (kto);
  fixture->summary = chart_samples_summarise (fixture->frame);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_summary_unref (fixture->summary);
  g_assert_finalize_object (fixture->frame);
}

/* One finding as the title of a page: no two headings share one. */
static void
test_each_heading_begins_a_page (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketReport) report = loket_report_new (fixture->summary, &facts);
  g_autoptr (LoketReportPages) pages = loket_report_pages_new (report, LOKET_REPORT_FONT);
  const GArray *outlines = loket_report_pages_get_outlines (pages);

  g_assert_cmpuint (outlines->len, >=, 5);
  g_assert_cmpuint (g_array_index (outlines, LoketOutline, 0).page, ==, 0);
  for (guint i = 1; i < outlines->len; i++)
    g_assert_cmpuint (g_array_index (outlines, LoketOutline, i).page, >,
                      g_array_index (outlines, LoketOutline, i - 1).page);
  g_assert_cmpuint (loket_report_pages_get_n (pages), >,
                    g_array_index (outlines, LoketOutline, outlines->len - 1).page);
}

static void
test_every_chart_has_its_table (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketReport) report = loket_report_new (fixture->summary, &facts);
  guint n_charts = 0, n_tables = 0;

  for (guint i = 0; i < report->blocks->len; i++)
    {
      n_charts += loket_report_get_block (report, i)->kind == LOKET_BLOCK_CHART;
      n_tables += loket_report_get_block (report, i)->kind == LOKET_BLOCK_TABLE;
    }

  /* The means share the table of the bars; nobody has a name in this funnel plot. */
  g_assert_cmpuint (n_charts, >, 15);
  g_assert_cmpuint (n_tables, ==, n_charts - 2);
}

/* Where bars would be of a few, the chart shows means: once, with the table behind them. */
static void
test_few_answers_are_drawn_once (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketRequest) request =
      loket_request_new (loket_frame_get_questionnaire (fixture->frame));
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (LoketReport) report = NULL;
  guint n_means = 0;

  g_assert_true (loket_request_set_period (request, "2023-02..2023-04", NULL));
  g_assert_true (loket_request_add_where (request, "office=Regio 16", NULL));
  summary = loket_summary_new (fixture->frame, request);
  g_assert_cmpuint (summary->totals.responses, ==, 12);
  report = loket_report_new (summary, &facts);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);
      g_autoptr (LoketSheet) sheet = block->drawing != NULL
                                         ? loket_drawing_tabulate (block->drawing)
                                         : NULL;

      n_means += sheet != NULL && g_str_equal (sheet->title, "Grades");
    }
  g_assert_cmpuint (n_means, ==, 1);
}

static void
test_pages_are_drawn_without_complaint (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (LoketReport) report = loket_report_new (fixture->summary, &facts);
  g_autoptr (LoketReportPages) pages = loket_report_pages_new (report, LOKET_REPORT_FONT);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < loket_report_pages_get_n (pages); i++)
    {
      double x, y, width, height;

      loket_report_pages_draw (pages, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, LOKET_PAGE_MARGIN - 1);
      g_assert_cmpfloat (x + width, <=, LOKET_PAGE_WIDTH - LOKET_PAGE_MARGIN + 1);
      g_assert_cmpfloat (y, >=, LOKET_PAGE_MARGIN - 1);
      g_assert_cmpfloat (y + height, <=, LOKET_PAGE_HEIGHT - 14);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GBytes *
make (Fixture    *fixture,
      const char *format,
      const char *chart)
{
  const LoketReportOrder order = { format, chart, facts };
  g_autoptr (GError) error = NULL;
  GBytes *file = loket_report_file_new (fixture->summary, &order, &error);

  g_assert_no_error (error);

  return file;
}

static void
test_any_chart_is_a_picture (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const charts[] = { "bands",  "means",           "histogram",
                                        "funnel", "groups/situation", "options/questions_brought" };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (GBytes) png = make (fixture, LOKET_FORMAT_PNG, charts[i]);
      g_autoptr (GBytes) svg = make (fixture, LOKET_FORMAT_SVG, charts[i]);
      gsize length = 0;
      const char *text = g_bytes_get_data (svg, &length);

      g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
      g_assert_nonnull (g_strstr_len (text, (gssize) length, "<svg"));
      g_assert_null (g_strstr_len (text, (gssize) length, "<image"));
    }
}

static void
test_unknown_chart_is_refused (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char *const charts[] = { "tea", "groups/counsellor", "groups/tea",
                                        "options/overall" };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      const LoketReportOrder order = { LOKET_FORMAT_PNG, charts[i], facts };
      g_autoptr (GError) error = NULL;

      g_assert_null (loket_report_file_new (fixture->summary, &order, &error));
      g_assert_nonnull (error);
    }
}

/* A spreadsheet can be sorted by anybody. */
static void
test_no_sheet_grades_persons_below_the_threshold (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) sheets = loket_report_sheets_new (fixture->summary, &facts);
  const LoketSheet *groups = g_ptr_array_index (sheets, 2);
  guint n_persons = 0;

  for (guint row = 0; row < loket_sheet_get_n_rows (groups); row++)
    {
      if (strcmp (loket_sheet_get_cell (groups, row, 1)->text, "Counsellor") != 0)
        continue;
      n_persons++;
      g_assert_true (loket_sheet_get_cell (groups, row, 3)->number >= 50
                     || loket_sheet_get_cell (groups, row, 4)->kind == LOKET_CELL_TEXT);
    }
  g_assert_cmpuint (n_persons, >, 100);
}

/* Those whose grades may be named stand in the order of their codes, in the plot and its table. */
static void
test_no_picture_sorts_persons (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char *const own[] = { "A120", "A003", "A077", "A045", NULL };
  const LoketReportFacts with_own = { "nl", "2024-01-08", own, NULL };
  g_autoptr (LoketDrawing) funnel = loket_report_create_drawing (fixture->summary, "funnel", &with_own);
  g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (funnel);
  guint n_rows = loket_sheet_get_n_rows (sheet);

  g_assert_cmpuint (n_rows, >, 1);
  for (guint row = 1; row < n_rows; row++)
    g_assert_cmpstr (loket_sheet_get_cell (sheet, row - 1, 0)->text, <,
                     loket_sheet_get_cell (sheet, row, 0)->text);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/report/each-heading-begins-a-page", test_each_heading_begins_a_page);
  ADD ("/report/every-chart-has-its-table", test_every_chart_has_its_table);
  ADD ("/report/few-answers-are-drawn-once", test_few_answers_are_drawn_once);
  ADD ("/report/pages-are-drawn-without-complaint", test_pages_are_drawn_without_complaint);
  ADD ("/report/any-chart-is-a-picture", test_any_chart_is_a_picture);
  ADD ("/report/unknown-chart-is-refused", test_unknown_chart_is_refused);
  ADD ("/report/no-picture-sorts-persons", test_no_picture_sorts_persons);
  ADD ("/report/no-sheet-grades-persons-below-the-threshold",
       test_no_sheet_grades_persons_below_the_threshold);

  return g_test_run ();
}
