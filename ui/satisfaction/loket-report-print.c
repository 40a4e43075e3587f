/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Hands the pages of a report to the dialog of the desktop. */

#include "loketten-config.h"

#include "loket-report-print.h"

#include "loket-report-pages.h"
#include "loket-report-pdf.h"

typedef struct
{
  LoketReport *report;
  LoketReportPages *pages;
  LoketPrintedFunc printed;
  gpointer user_data;
} Printing;

static void
free_printing (gpointer data)
{
  Printing *printing = data;

  loket_report_pages_free (printing->pages);
  loket_report_free (printing->report);
  g_free (printing);
}

/* Pages have their own margins; smaller or larger paper gets them scaled. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  const Printing *printing = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / LOKET_PAGE_WIDTH,
                      gtk_print_context_get_height (context) / LOKET_PAGE_HEIGHT);

  cairo_scale (cr, scale, scale);
  loket_report_pages_draw (printing->pages, (guint) page, cr);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  const Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  printing->printed (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, printing->user_data);
}

/**
 * loket_report_print_new:
 * @report: (transfer full): of a summary that was released for %LOKET_MEDIUM_PRINT
 * @printed: called once, on the main thread: whether it was sent to a printer; when it was not, the
 *   release is to be withdrawn
 *
 * Returns: (transfer full): what is to be run with gtk_print_operation_run(); it does not block
 */
GtkPrintOperation *
loket_report_print_new (LoketReport      *report,
                        LoketPrintedFunc  printed,
                        gpointer          user_data)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Printing *printing = g_new0 (Printing, 1);

  printing->report = report;
  printing->pages = loket_report_pages_new (report, LOKET_REPORT_FONT);
  printing->printed = printed;
  printing->user_data = user_data;
  g_object_set_data_full (G_OBJECT (operation), "loket-printing", printing, free_printing);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, report->title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_n_pages (operation,
                                   (int) loket_report_pages_get_n (printing->pages));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);

  return operation;
}
