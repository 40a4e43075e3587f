/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The area of a dot follows how often the value occurs. */

#include "loketten-config.h"

#include "loket-dot-chart.h"

#include "loket-figures.h"
#include "loket-point.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define HEAD_HEIGHT  1.6
#define ROW_HEIGHT   1.34
#define FOOT_HEIGHT  1.5
#define COLUMN_GAP   0.9
#define LABEL_SHARE  0.34
#define MEDIAN_HALF  0.55
#define MEDIAN_WIDTH 0.26
#define LEAST_RADIUS 0.17
#define MOST_RADIUS  0.6
#define OTHER_RADIUS 0.24 /* of a median */
#define STACKED_FROM 22 /* below this width a label stands above its dots */
#define MOST_STEPS   4

typedef struct
{
  char *label;   /* (owned) */
  char *hidden;  /* (owned) (nullable) */
  char *median_text;  /* (owned) */
  char *n_text;  /* (owned) */
  GArray *dots;  /* (owned) of LoketDot */
  double median;
  double p80;
  guint n;
} Row;

typedef struct
{
  LoketDrawing drawing;
  char *title;      /* (owned) */
  char *norm_name;  /* (owned) (nullable) */
  double norm;
  LoketScale scale;
  guint most;    /* the largest count of a dot */
  GArray *rows;  /* (owned) of Row */
} Chart;

typedef struct
{
  const Chart *chart;
  LoketLettering *lettering;
  LoketScene *scene;
  gboolean is_stacked;
  double label_width;
  double median_right;
  double row_height;
  LoketRect plot;
} Place;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->hidden);
  g_free (row->median_text);
  g_free (row->n_text);
  g_array_unref (row->dots);
}

static double
get_x (const Place *place,
       double       value)
{
  return place->plot.x + loket_scale_get_share (&place->chart->scale, value) * place->plot.width;
}

static void
set_columns (Place *place)
{
  double em = place->scene->em, width = place->scene->width;
  double label = 0, n = 0;
  double median =
      loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, C_ ("chart", "median"));

  for (guint i = 0; i < place->chart->rows->len; i++)
    {
      const Row *row = &g_array_index (place->chart->rows, Row, i);

      label = fmax (label, loket_lettering_get_width (place->lettering, LOKET_FACE_BODY,
                                                      row->label));
      n = fmax (n, loket_lettering_get_width (place->lettering, LOKET_FACE_BODY, row->n_text));
      median = fmax (median, loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG,
                                                        row->median_text));
    }
  place->is_stacked = width < STACKED_FROM * em;
  place->row_height = ROW_HEIGHT * (place->is_stacked ? 2 : 1) * em;
  place->median_right = width - fmax (n, em) - COLUMN_GAP * em;
  if (place->is_stacked)
    {
      place->label_width = place->median_right - median - em / 2;
      place->plot.x = em;
      place->plot.width = width - 2 * em;
    }
  else
    {
      place->label_width = ceil (fmin (label, LABEL_SHARE * width)) + 1;
      place->plot.x = place->label_width + 1.3 * em;
      place->plot.width = place->median_right - median - 1.2 * em - place->plot.x;
    }
  place->plot.y = HEAD_HEIGHT * (place->is_stacked ? 2 : 1) * em;
  place->plot.height = place->chart->rows->len * place->row_height;
}

static void
add_head (const Place *place)
{
  LoketScene *scene = place->scene;
  double em = scene->em, middle = HEAD_HEIGHT / 2 * em;

  loket_point_add_names (scene, &place->chart->scale, &place->plot,
                         place->plot.y + place->plot.height + FOOT_HEIGHT / 2 * em);
  loket_point_add_lines (scene, &place->chart->scale, &place->plot);
  loket_scene_add_text (scene, &(LoketLine) { C_ ("chart", "median"), LOKET_FACE_SMALL,
                                              LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
                                              place->median_right, middle });
  loket_scene_add_text (scene, &(LoketLine) { "n", LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT,
                                              LOKET_INK_SECONDARY, scene->width, middle });
}

/* Its name stays clear of the names of columns. */
static void
add_norm (const Place *place)
{
  const Chart *chart = place->chart;
  double em = place->scene->em, x = get_x (place, chart->norm), half, right;

  if (isnan (chart->norm))
    return;
  loket_scene_add_line (place->scene,
                        &(LoketRect) { x, place->plot.y - 0.3 * em, 0,
                                       place->plot.height + 0.3 * em },
                        LOKET_INK_TEXT, 0)
      ->is_dashed = TRUE;
  if (chart->norm_name == NULL)
    return;

  half = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, chart->norm_name) / 2;
  right = place->is_stacked ? place->scene->width : place->plot.x + place->plot.width + 0.3 * em;
  loket_scene_add_text (
      place->scene, &(LoketLine) { chart->norm_name, LOKET_FACE_SMALL, LOKET_ALIGN_CENTRE,
                                   LOKET_INK_SECONDARY, fmax (half, fmin (x, right - half)),
                                   place->plot.y - HEAD_HEIGHT / 2 * em });
}

static void
add_dots (const Place *place,
          const Row   *row,
          double       middle)
{
  double em = place->scene->em;

  for (guint i = 0; i < row->dots->len; i++)
    {
      const LoketDot *dot = &g_array_index (row->dots, LoketDot, i);
      double radius = isnan (row->median)
                          ? OTHER_RADIUS
                          : fmax (LEAST_RADIUS, MOST_RADIUS * sqrt ((double) dot->count
                                                                    / place->chart->most));

      loket_scene_add_dot (place->scene, get_x (place, dot->value), middle, radius * em,
                           LOKET_INK_PAST);
    }
  if (isnan (row->median))
    return;
  loket_scene_add_line (place->scene,
                        &(LoketRect) { get_x (place, row->median), middle - MEDIAN_HALF * em, 0,
                                       2 * MEDIAN_HALF * em },
                        LOKET_INK_ACCENT, MEDIAN_WIDTH * em);
}

static void
add_row (const Place *place,
         guint        index)
{
  const Row *row = &g_array_index (place->chart->rows, Row, index);
  LoketScene *scene = place->scene;
  double em = scene->em, top = place->plot.y + index * place->row_height;
  double middle = top + ROW_HEIGHT / 2 * em;
  double dots = middle + (place->is_stacked ? ROW_HEIGHT * em : 0);
  LoketMark *mark = NULL;

  loket_scene_add_area (scene, index, &(LoketRect) { 0, top, scene->width, place->row_height });
  mark = loket_scene_add_text (scene, &(LoketLine) { row->label, LOKET_FACE_BODY,
                                                     LOKET_ALIGN_LEFT, LOKET_INK_TEXT, 0,
                                                     middle });
  mark->room = place->label_width;
  if (row->hidden != NULL || row->n == 0)
    {
      loket_scene_add_notice (
          scene, place->lettering,
          &(LoketLine) { row->hidden != NULL ? row->hidden : "–", LOKET_FACE_SMALL,
                         LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, place->plot.x, dots },
          scene->width - place->plot.x);
      return;
    }
  add_dots (place, row, dots);
  loket_scene_add_text (scene, &(LoketLine) { row->median_text, LOKET_FACE_STRONG,
                                              LOKET_ALIGN_RIGHT, LOKET_INK_TEXT,
                                              place->median_right, middle });
  loket_scene_add_text (scene, &(LoketLine) { row->n_text, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT,
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
  Place place = { chart, lettering, scene };

  set_columns (&place);
  add_head (&place);
  add_norm (&place);
  for (guint i = 0; i < chart->rows->len; i++)
    add_row (&place, i);
  scene->height = ceil (place.plot.y + place.plot.height + FOOT_HEIGHT * em);

  return scene;
}

/* The dots of a row in words. */
static char *
dup_dots (const Row *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->dots->len; i++)
    {
      const LoketDot *dot = &g_array_index (row->dots, LoketDot, i);

      for (guint k = 0; k < dot->count; k++)
        g_string_append_printf (text, dot->value == floor (dot->value) ? "%s%'.0f" : "%s%'.1f",
                                text->len > 0 ? " · " : "", dot->value);
    }

  return g_string_free (text, FALSE);
}

static void
tabulate_row (LoketSheet *sheet,
              const Row  *row)
{
  g_autofree char *dots = NULL;

  loket_sheet_add_text (sheet, row->label);
  if (row->hidden != NULL)
    loket_sheet_add_text (sheet, row->hidden);
  else if (row->n > 0 && isnan (row->median))
    {
      dots = dup_dots (row);
      loket_sheet_add_text (sheet, dots);
    }
  else if (row->n > 0)
    {
      loket_sheet_add_number (sheet, row->median);
      loket_sheet_add_number (sheet, floor (10 * row->p80 + 0.5) / 10);
      loket_sheet_add_count (sheet, row->n);
    }
  loket_sheet_fill_row (sheet);
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "median"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, C_ ("chart", "8 of 10 within"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  for (guint i = 0; i < chart->rows->len; i++)
    tabulate_row (sheet, &g_array_index (chart->rows, Row, i));

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_free (chart->norm_name);
  g_array_unref (chart->rows);
}

static void
add_figures (Chart             *chart,
             const LoketDotRow *given)
{
  Row row = { g_strdup (given->label), g_strdup (given->hidden), g_strdup (""), g_strdup (""),
              g_array_new (FALSE, FALSE, sizeof (LoketDot)), given->median, given->p80,
              given->n };

  if (given->hidden == NULL && given->n > 0)
    {
      gboolean is_whole = given->median == floor (given->median);

      if (!isnan (given->median))
        {
          g_free (row.median_text);
          g_free (row.n_text);
          row.median_text = g_strdup_printf (is_whole ? "%'.0f" : "%'.1f", given->median);
          row.n_text = loket_figure_count (given->n);
        }
      g_array_append_vals (row.dots, given->dots, given->n_dots);
      for (guint i = 0; i < given->n_dots; i++)
        chart->most = MAX (chart->most, given->dots[i].count);
    }
  g_array_append_val (chart->rows, row);
}

static double
find_last (const LoketDotTopic *topic,
           const LoketDotRow   *rows,
           guint                n_rows)
{
  double last = isnan (topic->norm) ? 1 : topic->norm;

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].hidden == NULL && rows[i].n > 0)
        last = fmax (last, rows[i].median);
      for (guint k = 0; rows[i].hidden == NULL && k < rows[i].n_dots; k++)
        last = fmax (last, rows[i].dots[k].value);
    }

  return last;
}

/**
 * loket_dot_chart_new:
 * @rows: (array length=n_rows): are copied, and stay in this order
 *
 * Returns: (transfer full): a row for each, on one scale from 0
 */
LoketDrawing *
loket_dot_chart_new (const LoketDotTopic *topic,
                     const LoketDotRow   *rows,
                     guint                n_rows)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = loket_drawing_alloc (&klass, sizeof (Chart));

  chart->title = g_strdup (topic->title);
  chart->norm_name = g_strdup (topic->norm_name);
  chart->norm = topic->norm;
  chart->most = 1;
  chart->scale = loket_scale_from_zero (find_last (topic, rows, n_rows), MOST_STEPS);
  chart->scale.high = ceil (chart->scale.high / chart->scale.step) * chart->scale.step;
  chart->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (chart->rows, clear_row);
  for (guint i = 0; i < n_rows; i++)
    {
      add_figures (chart, &rows[i]);
      loket_drawing_add_target (&chart->drawing, rows[i].hidden == NULL ? topic->by : NULL,
                                rows[i].label);
    }

  return &chart->drawing;
}
