/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Small enough to stand beside others of its kind; rows stay in the order in which they come. */

#include "loketten-config.h"

#include "loket-kept-chart.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define ROW_HEIGHT   1.34
#define BAR_HEIGHT   0.82
#define COLUMN_GAP   0.8
#define LABEL_SHARE  0.4
#define DOT_RADIUS   0.24
#define STACKED_FROM 24 /* below this width a label stands above its bar */

typedef struct
{
  char *label;    /* (owned) */
  char *hidden;   /* (owned) (nullable) */
  char *percent;  /* (owned) */
  char *counts;   /* (owned) */
  guint kept;
  guint due;
  GArray *shares;  /* (owned) of double */
} Row;

typedef struct
{
  LoketDrawing drawing;
  char *title;   /* (owned) */
  GArray *rows;  /* (owned) of Row */
} Chart;

typedef struct
{
  LoketLettering *lettering;
  LoketScene *scene;
  gboolean is_stacked;
  double label_width;
  double percent_right;
  LoketRect bar;
} Place;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->hidden);
  g_free (row->percent);
  g_free (row->counts);
  g_array_unref (row->shares);
}

static void
set_columns (Place       *place,
             const Chart *chart)
{
  double em = place->scene->em, width = place->scene->width;
  double label = 0, percent = 0, counts = 0;

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const Row *row = &g_array_index (chart->rows, Row, i);

      label = fmax (label, loket_lettering_get_width (place->lettering, LOKET_FACE_BODY,
                                                      row->label));
      percent = fmax (percent, loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG,
                                                          row->percent));
      counts = fmax (counts, loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL,
                                                        row->counts));
    }
  place->is_stacked = width < STACKED_FROM * em;
  place->percent_right = width - counts - 0.6 * em;
  place->bar.height = BAR_HEIGHT * em;
  if (place->is_stacked)
    {
      place->label_width = place->percent_right - percent - em / 2;
      place->bar.width = width;
      return;
    }
  place->label_width = ceil (fmin (label, LABEL_SHARE * width)) + 1;
  place->bar.x = place->label_width + COLUMN_GAP * em;
  place->bar.width = place->percent_right - percent - COLUMN_GAP * em - place->bar.x;
}

static void
add_bar (const Place *place,
         const Row   *row,
         double       top)
{
  LoketRect whole = place->bar, part = place->bar;

  whole.y = part.y = top;
  part.width *= row->due > 0 ? (double) row->kept / row->due : 0;
  loket_scene_add_box (place->scene, &whole, LOKET_INK_CARD, LOKET_INK_PAST);
  if (row->kept > 0)
    loket_scene_add_box (place->scene, &part, LOKET_INK_ACCENT, LOKET_INK_NONE);
}

/* Several units that have no name. */
static void
add_shares (const Place *place,
            const Row   *row,
            double       middle)
{
  double em = place->scene->em;

  loket_scene_add_rule (place->scene, &(LoketRect) { place->bar.x, middle, place->bar.width, 0 },
                        LOKET_INK_AXIS);
  for (guint i = 0; i < row->shares->len; i++)
    loket_scene_add_dot (place->scene,
                         place->bar.x
                             + g_array_index (row->shares, double, i) * place->bar.width,
                         middle, DOT_RADIUS * em, LOKET_INK_PAST);
}

static void
add_row (const Place *place,
         const Row   *row,
         double       top)
{
  LoketScene *scene = place->scene;
  double em = scene->em, middle = top + ROW_HEIGHT / 2 * em;
  double bar = middle + (place->is_stacked ? ROW_HEIGHT * em : 0);
  LoketMark *mark = loket_scene_add_text (
      scene, &(LoketLine) { row->label, LOKET_FACE_BODY, LOKET_ALIGN_LEFT, LOKET_INK_TEXT, 0,
                            middle });

  mark->room = place->label_width;
  if (row->shares->len > 0)
    {
      add_shares (place, row, bar);
      return;
    }
  if (row->hidden != NULL || row->due == 0)
    {
      mark = loket_scene_add_text (
          scene, &(LoketLine) { row->hidden != NULL ? row->hidden : "–", LOKET_FACE_SMALL,
                                LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, place->bar.x, bar });
      mark->room = scene->width - place->bar.x;
      return;
    }
  add_bar (place, row, bar - BAR_HEIGHT / 2 * em);
  loket_scene_add_text (scene, &(LoketLine) { row->percent, LOKET_FACE_STRONG, LOKET_ALIGN_RIGHT,
                                              LOKET_INK_TEXT, place->percent_right, middle });
  loket_scene_add_text (scene, &(LoketLine) { row->counts, LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT,
                                              LOKET_INK_SECONDARY, scene->width, middle });
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const Chart *chart = (const Chart *) drawing;
  double em = loket_lettering_get_em (lettering);
  LoketScene *scene = loket_scene_new (em, width);
  Place place = { lettering, scene };
  double height;

  set_columns (&place, chart);
  height = ROW_HEIGHT * (place.is_stacked ? 2 : 1) * em;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      loket_scene_add_area (scene, i, &(LoketRect) { 0, i * height, width, height });
      add_row (&place, &g_array_index (chart->rows, Row, i), i * height);
    }
  scene->height = ceil (chart->rows->len * height + em / 4);

  return scene;
}

/* The shares of a row in words. */
static char *
dup_shares (const Row *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->shares->len; i++)
    g_string_append_printf (text, "%s%.0f%%", i > 0 ? " · " : "",
                            floor (100 * g_array_index (row->shares, double, i) + 0.5));

  return g_string_free (text, FALSE);
}

static void
tabulate_row (LoketSheet *sheet,
              const Row  *row)
{
  g_autofree char *shares = dup_shares (row);

  loket_sheet_add_text (sheet, row->label);
  if (row->shares->len > 0)
    loket_sheet_add_text (sheet, shares);
  else if (row->hidden != NULL)
    loket_sheet_add_text (sheet, row->hidden);
  else
    {
      loket_sheet_add_share (sheet, row->kept, row->due);
      loket_sheet_add_count (sheet, row->kept);
      loket_sheet_add_count (sheet, row->due);
    }
  loket_sheet_fill_row (sheet);
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "share"), LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, C_ ("chart", "count"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "of"), LOKET_CELL_COUNT);
  for (guint i = 0; i < chart->rows->len; i++)
    tabulate_row (sheet, &g_array_index (chart->rows, Row, i));

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_array_unref (chart->rows);
}

static void
add_figures (Chart              *chart,
             const LoketKeptRow *given)
{
  g_autofree char *kept = loket_figure_count (given->kept);
  g_autofree char *due = loket_figure_count (given->due);
  gboolean is_shown = given->hidden == NULL && given->n_shares == 0;
  const Row row = { g_strdup (given->label), g_strdup (given->hidden),
                    is_shown ? loket_figure_percent (given->kept, given->due) : g_strdup (""),
                    /* Translators: how many were kept of how many were due */
                    is_shown ? g_strdup_printf (_("%s of %s"), kept, due) : g_strdup (""),
                    given->kept, given->due, g_array_new (FALSE, FALSE, sizeof (double)) };

  g_array_append_vals (row.shares, given->shares, given->n_shares);
  g_array_append_val (chart->rows, row);
}

/**
 * loket_kept_chart_new:
 * @title: what was due
 * @by: the id of the grouping that the labels are values of
 * @rows: (array length=n_rows): are copied, and stay in this order
 *
 * Returns: (transfer full): a row for each, with `25 of 34` beside its percentage
 */
LoketDrawing *
loket_kept_chart_new (const char         *title,
                      const char         *by,
                      const LoketKeptRow *rows,
                      guint               n_rows)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = loket_drawing_alloc (&klass, sizeof (Chart));

  chart->title = g_strdup (title);
  chart->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (chart->rows, clear_row);
  for (guint i = 0; i < n_rows; i++)
    {
      add_figures (chart, &rows[i]);
      loket_drawing_add_target (&chart->drawing, rows[i].hidden == NULL ? by : NULL,
                                rows[i].label);
    }

  return &chart->drawing;
}
