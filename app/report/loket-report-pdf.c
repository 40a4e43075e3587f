/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws the pages of a report into a PDF. */

#include "loketten-config.h"

#include "loket-report-pdf.h"

#include "loket-error.h"
#include "loket-pdf-update.h"
#include "loket-report-pages.h"

#include <cairo-pdf.h>

static cairo_status_t
append_data (void         *closure,
             const guchar *data,
             guint         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The date is that of the report, not of the clock: the same report gives the same bytes. */
static void
set_metadata (cairo_surface_t   *surface,
              const LoketReport *report)
{
  g_autofree char *made = g_strconcat (report->made_on, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, report->scope);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Loketten " LOKETTEN_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

static void
add_outlines (cairo_surface_t        *surface,
              const LoketReportPages *pages)
{
  const GArray *outlines = loket_report_pages_get_outlines (pages);

  for (guint i = 0; i < outlines->len; i++)
    {
      const LoketOutline *outline = &g_array_index (outlines, LoketOutline, i);
      g_autofree char *link = g_strdup_printf ("page=%u", outline->page + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, outline->text, link,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

/* Of each chart what a screen reader says of it on the screen too. */
static GPtrArray *
list_alternatives (const LoketReport *report)
{
  GPtrArray *alternatives = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);
      g_autoptr (LoketSheet) sheet = NULL;
      g_autofree char *text = NULL;

      if (block->kind != LOKET_BLOCK_CHART)
        continue;
      sheet = loket_drawing_tabulate (block->drawing);
      text = loket_sheet_to_text (sheet);
      g_ptr_array_add (alternatives, g_strconcat (sheet->title, "\n", text, NULL));
    }

  return alternatives;
}

static cairo_status_t
draw_pages (cairo_surface_t        *surface,
            const LoketReportPages *pages)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < loket_report_pages_get_n (pages); i++)
    {
      loket_report_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  add_outlines (surface, pages);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * loket_report_to_pdf:
 * @error: %LOKET_ERROR_STORAGE when the drawing library gave up
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
loket_report_to_pdf (const LoketReport  *report,
                     GError            **error)
{
  g_autoptr (LoketReportPages) pages = loket_report_pages_new (report, LOKET_REPORT_FONT);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_data, data, LOKET_PAGE_WIDTH, LOKET_PAGE_HEIGHT);
  g_autoptr (GPtrArray) alternatives = list_alternatives (report);
  cairo_status_t status;

  set_metadata (surface, report);
  status = draw_pages (surface, pages);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      /* What another cairo wrote in another way can be read without it. */
      loket_pdf_update (data, report->language, alternatives);
      return g_byte_array_free_to_bytes (g_steal_pointer (&data));
    }

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_STORAGE, cairo_status_to_string (status));

  return NULL;
}
