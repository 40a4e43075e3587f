/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Breaks a report into pages: a heading never stands alone at the foot, a chart is never cut, a
 * long table goes on under its head on the next page. */

#include "loketten-config.h"

#include "loket-report-pages.h"

#include "loket-report-pieces.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In points. */
#define CONTENT_WIDTH (LOKET_PAGE_WIDTH - 2 * LOKET_PAGE_MARGIN)
#define FOOT_GAP      12
#define FOOT_MARGIN   24 /* the foot stands within the margin, where printers still print */
#define FOOT_LINE     6 /* from the line to the text under it */
#define SMALL_PITCH   (0.85 * 1.3 * LOKET_PAPER_BODY)

/* So many rows of a table stand together at least; a table of so few rows is not broken at all. */
#define LEAST_ROWS 3
#define WHOLE_ROWS 14

typedef struct
{
  LoketScene *scene;  /* (owned) when of a table, else borrowed from its piece */
  gboolean is_owned;
  const char *tag;
  guint page;
  double y;
} Placed;

struct _LoketReportPages
{
  const LoketReport *report;  /* borrowed: outlives us */
  LoketPaperLettering *letterings;
  GArray *pieces;    /* (owned) of LoketPiece */
  GArray *placed;    /* (owned) of Placed, in the order of pages */
  GArray *outlines;  /* (owned) of LoketOutline */
  guint n_pages;
  guint n_method_lines;
  double bottom;     /* of what stands above the foot */
  double y;          /* while it is laid out: where the next piece goes */
  gboolean is_bare;  /* likewise: only headings stand on the page */
};

static void
clear_placed (gpointer data)
{
  Placed *placed = data;

  if (placed->is_owned)
    g_clear_pointer (&placed->scene, loket_scene_free);
}

static void
begin_page (LoketReportPages *pages)
{
  pages->n_pages++;
  pages->y = LOKET_PAGE_MARGIN;
  pages->is_bare = TRUE;
}

static gboolean
is_at_top (const LoketReportPages *pages)
{
  return pages->y <= LOKET_PAGE_MARGIN;
}

static void
place (LoketReportPages *pages,
       LoketScene       *scene,
       gboolean          is_owned,
       const char       *tag)
{
  const Placed placed = { scene, is_owned, tag, pages->n_pages - 1, pages->y };

  g_array_append_val (pages->placed, placed);
}

/* Of a table: its head and a few rows, or all of a short one. */
static double
get_least_height (const LoketPiece *piece)
{
  double height = 0;
  guint n_rows = 0, least = LEAST_ROWS;

  if (piece->table == NULL)
    return piece->height;

  height = loket_paper_table_get_head_height (piece->table);
  n_rows = loket_paper_table_get_n_rows (piece->table);
  least = n_rows <= WHOLE_ROWS ? n_rows : LEAST_ROWS;
  for (guint i = 0; i < least; i++)
    height += loket_paper_table_get_row_height (piece->table, i);

  return height;
}

/* A piece with all that has to stand on the same page, as far as one page can hold it. Where
 * only headings stand on the page so far, a chart does without its table rather than leave them
 * alone; a note stays with its chart. */
static double
get_chain_height (const LoketReportPages *pages,
                  guint                   number)
{
  double height = 0;

  if (g_array_index (pages->pieces, LoketPiece, number).is_note)
    return g_array_index (pages->pieces, LoketPiece, number).height;
  for (guint i = number; i < pages->pieces->len; i++)
    {
      const LoketPiece *piece = &g_array_index (pages->pieces, LoketPiece, i);
      double next = (i > number ? piece->gap : 0) + get_least_height (piece);

      if ((pages->is_bare && i > number && piece->is_caption)
          || LOKET_PAGE_MARGIN + height + next > pages->bottom)
        break;
      height += next;
      if (!piece->keeps_next)
        break;
    }

  return height;
}

/* How many rows fit; the last page of a table gets a few at least. */
static guint
count_rows (const LoketReportPages *pages,
            const LoketPaperTable  *table,
            guint                   first)
{
  guint n_rows = loket_paper_table_get_n_rows (table), row = first;
  double height = loket_paper_table_get_head_height (table);

  while (row < n_rows
         && (row == first
             || pages->y + height + loket_paper_table_get_row_height (table, row)
                    <= pages->bottom))
    height += loket_paper_table_get_row_height (table, row++);
  if (row < n_rows && n_rows - row < LEAST_ROWS && row - first > LEAST_ROWS)
    row = MAX (first + 1, n_rows - LEAST_ROWS);

  return row - first;
}

/* As many rows as fit; they are placed together. Gives the first row that did not. */
static guint
place_rows (LoketReportPages      *pages,
            const LoketPaperTable *table,
            guint                  first)
{
  guint n_rows = count_rows (pages, table, first);
  LoketScene *scene = loket_scene_new (LOKET_PAPER_BODY, CONTENT_WIDTH);

  loket_paper_table_add (table, scene, 0, first, n_rows);
  place (pages, scene, TRUE, "Table");
  pages->y += loket_paper_table_get_head_height (table);
  for (guint i = first; i < first + n_rows; i++)
    pages->y += loket_paper_table_get_row_height (table, i);

  return first + n_rows;
}

static void
place_table (LoketReportPages      *pages,
             const LoketPaperTable *table)
{
  guint row = place_rows (pages, table, 0);

  while (row < loket_paper_table_get_n_rows (table))
    {
      begin_page (pages);
      pages->is_bare = FALSE;
      row = place_rows (pages, table, row);
    }
}

static void
place_piece (LoketReportPages *pages,
             guint             number)
{
  LoketPiece *piece = &g_array_index (pages->pieces, LoketPiece, number);

  if (pages->n_pages == 0
      || (!is_at_top (pages)
          && (piece->starts_page
              || pages->y + piece->gap + get_chain_height (pages, number) > pages->bottom)))
    begin_page (pages);
  pages->is_bare = pages->is_bare && piece->is_text;
  if (!is_at_top (pages))
    pages->y += piece->gap;
  if (piece->outline != NULL)
    {
      const LoketOutline outline = { piece->outline, pages->n_pages - 1 };

      g_array_append_val (pages->outlines, outline);
    }
  if (piece->table != NULL)
    {
      place_table (pages, piece->table);
      return;
    }
  place (pages, piece->scene, FALSE, piece->tag);
  if (piece->large != NULL)
    place (pages, piece->large, FALSE, piece->tag);
  pages->y += piece->height;
}

/**
 * loket_report_pages_new:
 * @report: outlives the pages
 * @family: the name of the font family
 *
 * Returns: (transfer full): the pages, for use in one thread
 */
LoketReportPages *
loket_report_pages_new (const LoketReport *report,
                        const char        *family)
{
  LoketReportPages *pages = g_new0 (LoketReportPages, 1);

  pages->report = report;
  pages->letterings = loket_paper_lettering_new (family);
  pages->placed = g_array_new (FALSE, TRUE, sizeof (Placed));
  g_array_set_clear_func (pages->placed, clear_placed);
  pages->outlines = g_array_new (FALSE, TRUE, sizeof (LoketOutline));
  pages->n_method_lines = loket_lettering_count_lines (
      pages->letterings->body, LOKET_FACE_SMALL, report->method, CONTENT_WIDTH);
  pages->bottom = LOKET_PAGE_HEIGHT - FOOT_MARGIN - FOOT_GAP - FOOT_LINE
                  - (pages->n_method_lines + 2.5) * SMALL_PITCH;
  pages->pieces = loket_pieces_new (report, pages->letterings, CONTENT_WIDTH,
                                    0.8 * (pages->bottom - LOKET_PAGE_MARGIN));
  for (guint i = 0; i < pages->pieces->len; i++)
    place_piece (pages, i);

  return pages;
}

void
loket_report_pages_free (LoketReportPages *pages)
{
  g_array_unref (pages->placed);
  g_array_unref (pages->outlines);
  g_array_unref (pages->pieces);
  loket_paper_lettering_free (pages->letterings);
  g_free (pages);
}

/**
 * loket_report_pages_get_n:
 *
 * Returns: how many pages there are
 */
guint
loket_report_pages_get_n (const LoketReportPages *pages)
{
  return pages->n_pages;
}

/**
 * loket_report_pages_get_outlines:
 *
 * Returns: (transfer none) (element-type LoketOutline): the headings and their pages
 */
const GArray *
loket_report_pages_get_outlines (const LoketReportPages *pages)
{
  return pages->outlines;
}

static void
draw_scene (const LoketReportPages *pages,
            const LoketScene       *scene,
            double                  y,
            cairo_t                *cr)
{
  LoketLettering *lettering = loket_paper_lettering_find (pages->letterings, scene->em);
  g_autoptr (LoketLettering) own = NULL;

  if (lettering == NULL)
    lettering = own = loket_lettering_new (
        scene->em, loket_lettering_get_family (pages->letterings->body));
  cairo_save (cr);
  cairo_translate (cr, LOKET_PAGE_MARGIN, y);
  loket_scene_draw (scene, lettering, loket_palette_get (FALSE), cr);
  cairo_restore (cr);
}

/* How it was computed, what it is about, and the number of the page. */
static LoketScene *
compose_foot (const LoketReportPages *pages,
              guint                   page)
{
  LoketScene *scene = loket_scene_new (LOKET_PAPER_BODY, CONTENT_WIDTH);
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("%u of %u"), page + 1, pages->n_pages);
  double room = CONTENT_WIDTH - 5 * LOKET_PAPER_BODY;
  double top = FOOT_LINE + SMALL_PITCH / 2;
  LoketMark *mark = NULL;

  loket_scene_add_rule (scene, &(LoketRect) { 0, 0, CONTENT_WIDTH, 0 }, LOKET_INK_AXIS);
  mark = loket_scene_add_text (scene, &(LoketLine) { pages->report->method, LOKET_FACE_SMALL,
                                                     LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, 0,
                                                     top });
  mark->room = CONTENT_WIDTH;
  mark->n_lines = pages->n_method_lines;
  top += (pages->n_method_lines + 0.5) * SMALL_PITCH;
  mark = loket_scene_add_text (scene, &(LoketLine) { pages->report->footer, LOKET_FACE_SMALL,
                                                     LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, 0,
                                                     top });
  mark->room = room;
  mark->n_lines = 2;
  loket_scene_add_text (scene, &(LoketLine) { number, LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT,
                                              LOKET_INK_SECONDARY, CONTENT_WIDTH, top });

  return scene;
}

/* Items that follow each other make a list. */
static gboolean
is_item (const LoketReportPages *pages,
         guint                   number,
         guint                   page)
{
  const Placed *placed = NULL;

  if (number < pages->placed->len)
    placed = &g_array_index (pages->placed, Placed, number);

  return placed != NULL && placed->page == page && g_str_equal (placed->tag, "LI");
}

/**
 * loket_report_pages_draw:
 * @page: from 0
 * @cr: what it is drawn on, in points from the upper left corner of the paper
 *
 * Says what each part is, for a PDF with tags; the foot of each page is no part of what is read.
 */
void
loket_report_pages_draw (const LoketReportPages *pages,
                         guint                   page,
                         cairo_t                *cr)
{
  g_autoptr (LoketScene) foot = compose_foot (pages, page);

  for (guint i = 0; i < pages->placed->len; i++)
    {
      const Placed *placed = &g_array_index (pages->placed, Placed, i);

      if (placed->page != page)
        continue;
      if (is_item (pages, i, page) && !is_item (pages, i - 1, page))
        cairo_tag_begin (cr, "L", NULL);
      cairo_tag_begin (cr, placed->tag, NULL);
      draw_scene (pages, placed->scene, placed->y, cr);
      cairo_tag_end (cr, placed->tag);
      if (is_item (pages, i, page) && !is_item (pages, i + 1, page))
        cairo_tag_end (cr, "L");
    }
  draw_scene (pages, foot, pages->bottom + FOOT_GAP, cr);
}
