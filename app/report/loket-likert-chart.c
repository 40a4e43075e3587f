/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lengths follow counts, numbers stand where they fit; the share of the best options stands behind
 * each bar in bold. */

#include "loketten-config.h"

#include "loket-likert-chart.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define KEY_HEIGHT    1.6
#define KEY_SQUARE    0.74
#define KEY_TEXT      1.1 /* from the square to its text */
#define KEY_GAP       1.1
#define ROW_GAP       0.7
#define BAR_HEIGHT    1.45
#define LINE_HEIGHT   1.3
#define COLUMN_GAP    1.2
#define LABEL_SHARE   0.36
#define NUMBER_MARGIN 0.5
#define STACKED_FROM  40 /* below this width a label stands above its bar */
#define LABEL_LINES   3

typedef struct
{
  char *label;     /* (owned) */
  char *top_text;  /* (owned) */
  char *n_text;    /* (owned) */
  gboolean is_hidden;
  guint counts[LOKET_LIKERT_MOST + 1];  /* the last: no opinion */
  guint top;
  guint top_base;
  guint n;
} Row;

typedef struct
{
  LoketDrawing drawing;
  char *title;     /* (owned) */
  char *top_name;  /* (owned) */
  GStrv options;   /* (owned) */
  guint n_options;
  char *missing;   /* (owned) (nullable) */
  GArray *rows;    /* (owned) of Row */
} Chart;

typedef struct
{
  const Chart *chart;
  LoketLettering *lettering;
  LoketScene *scene;
  gboolean is_stacked;
  double label_width;
  double top_right;
  LoketRect bar;
} Place;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->top_text);
  g_free (row->n_text);
}

/* Of a part of a bar: the options spread over the steps of the palette. */
static guint
get_step (const Chart *chart,
          guint        part)
{
  return chart->n_options < 2
             ? 0
             : (part * (LOKET_N_STEPS - 1) + (chart->n_options - 1) / 2) / (chart->n_options - 1);
}

static LoketInk
get_fill (const Chart *chart,
          guint        part)
{
  return part == LOKET_LIKERT_MOST ? LOKET_INK_FILL + LOKET_BAND_NA
                                   : LOKET_INK_STEP_FILL + get_step (chart, part);
}

static LoketInk
get_outline (const Chart *chart,
             guint        part)
{
  return part == LOKET_LIKERT_MOST ? LOKET_INK_OUTLINE + LOKET_BAND_NA
                                   : LOKET_INK_STEP_OUTLINE + get_step (chart, part);
}

static LoketInk
get_label_ink (const Chart *chart,
               guint        part)
{
  return part == LOKET_LIKERT_MOST ? LOKET_INK_LABEL + LOKET_BAND_NA
                                   : LOKET_INK_STEP_LABEL + get_step (chart, part);
}

static const char *
get_name (const Chart *chart,
          guint        part)
{
  return part == LOKET_LIKERT_MOST ? chart->missing
         : part < chart->n_options ? chart->options[part] : NULL;
}

static void
set_columns (Place *place)
{
  double em = place->scene->em, width = place->scene->width;
  double label = 0, n = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, "n");
  double top =
      loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, place->chart->top_name);

  for (guint i = 0; i < place->chart->rows->len; i++)
    {
      const Row *row = &g_array_index (place->chart->rows, Row, i);

      label = fmax (label, loket_lettering_get_width (place->lettering, LOKET_FACE_BODY,
                                                      row->label));
      n = fmax (n, loket_lettering_get_width (place->lettering, LOKET_FACE_BODY, row->n_text));
      top = fmax (top, loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG,
                                                  row->top_text));
    }
  place->is_stacked = width < STACKED_FROM * em;
  place->top_right = width - n - COLUMN_GAP * em;
  place->bar.height = BAR_HEIGHT * em;
  place->bar.width = width;
  place->label_width = place->top_right - top - em / 2;
  if (place->is_stacked)
    return;

  place->label_width = ceil (fmin (label, LABEL_SHARE * width)) + 1;
  place->bar.x = place->label_width + em;
  place->bar.width = place->top_right - top - em - place->bar.x;
}

/* From the left, in as many lines as it takes; gives the height of all. */
static double
add_keys (const Place *place)
{
  double em = place->scene->em, x = 0, middle = KEY_HEIGHT / 2 * em;

  for (guint part = 0; part <= LOKET_LIKERT_MOST; part++)
    {
      const char *name = get_name (place->chart, part);
      double width;
      LoketMark *mark = NULL;

      if (name == NULL)
        continue;
      width = KEY_TEXT * em + loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, name);
      if (x > 0 && x + width > place->scene->width)
        {
          x = 0;
          middle += KEY_HEIGHT * em;
        }
      loket_scene_add_box (place->scene,
                           &(LoketRect) { x, middle - KEY_SQUARE / 2 * em, KEY_SQUARE * em,
                                          KEY_SQUARE * em },
                           get_fill (place->chart, part), get_outline (place->chart, part));
      mark = loket_scene_add_text (
          place->scene, &(LoketLine) { name, LOKET_FACE_SMALL, LOKET_ALIGN_LEFT,
                                       LOKET_INK_SECONDARY, x + KEY_TEXT * em, middle });
      mark->room = place->scene->width - KEY_TEXT * em;
      x += width + KEY_GAP * em;
    }

  return middle + KEY_HEIGHT / 2 * em;
}

static double
add_head (const Place *place)
{
  double em = place->scene->em, top = add_keys (place);

  loket_scene_add_text (place->scene,
                        &(LoketLine) { place->chart->top_name, LOKET_FACE_SMALL,
                                       LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY, place->top_right,
                                       top + KEY_HEIGHT / 2 * em });
  loket_scene_add_text (place->scene, &(LoketLine) { "n", LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT,
                                                     LOKET_INK_SECONDARY, place->scene->width,
                                                     top + KEY_HEIGHT / 2 * em });

  return top + KEY_HEIGHT * em;
}

static void
add_bar (const Place *place,
         const Row   *row,
         double       top)
{
  LoketRect box = place->bar;
  guint before = 0;

  box.y = top;
  for (guint part = 0; part <= LOKET_LIKERT_MOST; part++)
    {
      guint percent = (guint) loket_round_ratio (row->counts[part], row->n, 100);
      g_autofree char *number = g_strdup_printf ("%u", percent);

      if (row->counts[part] == 0)
        continue;
      box.x = place->bar.x + place->bar.width * before / row->n;
      box.width = place->bar.width * row->counts[part] / row->n;
      before += row->counts[part];
      loket_scene_add_box (place->scene, &box, get_fill (place->chart, part),
                           get_outline (place->chart, part));
      if (loket_lettering_get_width (place->lettering, LOKET_FACE_BODY, number)
              + NUMBER_MARGIN * place->scene->em <= box.width)
        loket_scene_add_text (place->scene,
                              &(LoketLine) { number, LOKET_FACE_BODY, LOKET_ALIGN_CENTRE,
                                             get_label_ink (place->chart, part),
                                             box.x + box.width / 2, top + box.height / 2 });
    }
}

static void
add_figures (const Place *place,
             const Row   *row,
             double       middle)
{
  loket_scene_add_text (place->scene, &(LoketLine) { row->top_text, LOKET_FACE_STRONG,
                                                     LOKET_ALIGN_RIGHT, LOKET_INK_TEXT,
                                                     place->top_right, middle });
  loket_scene_add_text (place->scene, &(LoketLine) { row->n_text, LOKET_FACE_BODY,
                                                     LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
                                                     place->scene->width, middle });
}

/* Gives the height at which the next row begins. */
static double
add_row (const Place *place,
         guint        index,
         double       top)
{
  const Row *row = &g_array_index (place->chart->rows, Row, index);
  double em = place->scene->em;
  guint n_lines = MIN (LABEL_LINES,
                       loket_lettering_count_lines (place->lettering, LOKET_FACE_BODY, row->label,
                                                    place->label_width));
  double label = (BAR_HEIGHT + (n_lines - 1) * LINE_HEIGHT) * em;
  double bar = place->is_stacked ? top + label : top + (label - BAR_HEIGHT * em) / 2;
  double bottom = place->is_stacked ? bar + BAR_HEIGHT * em : top + label;
  double figures = (place->is_stacked ? top : bar) + BAR_HEIGHT / 2 * em;
  LoketMark *mark = NULL;

  loket_scene_add_area (place->scene, index,
                        &(LoketRect) { 0, top, place->scene->width, bottom - top });
  mark = loket_scene_add_text (place->scene,
                               &(LoketLine) { row->label, LOKET_FACE_BODY, LOKET_ALIGN_LEFT,
                                              LOKET_INK_TEXT, 0, top + BAR_HEIGHT / 2 * em });
  mark->room = place->label_width;
  mark->n_lines = n_lines;
  if (row->is_hidden)
    loket_scene_add_text (place->scene,
                          &(LoketLine) { _("Hidden: fewer than 5 answers."), LOKET_FACE_SMALL,
                                         LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, place->bar.x,
                                         bar + BAR_HEIGHT / 2 * em });
  else
    {
      add_bar (place, row, bar);
      add_figures (place, row, figures);
    }

  return bottom + ROW_GAP * em;
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const Chart *chart = (const Chart *) drawing;
  double em = loket_lettering_get_em (lettering), top;
  LoketScene *scene = loket_scene_new (em, width);
  Place place = { chart, lettering, scene };

  set_columns (&place);
  top = add_head (&place);
  for (guint i = 0; i < chart->rows->len; i++)
    top = add_row (&place, i, top);
  scene->height = ceil (top - ROW_GAP * em + em / 4);

  return scene;
}

static void
add_columns (LoketSheet  *sheet,
             const Chart *chart)
{
  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  for (guint part = 0; part <= LOKET_LIKERT_MOST; part++)
    {
      if (get_name (chart, part) != NULL)
        loket_sheet_add_column (sheet, get_name (chart, part), LOKET_CELL_SHARE);
    }
  loket_sheet_add_column (sheet, chart->top_name, LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  add_columns (sheet, chart);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const Row *row = &g_array_index (chart->rows, Row, i);

      loket_sheet_add_text (sheet, row->label);
      if (row->is_hidden)
        {
          loket_sheet_add_text (sheet, _("Hidden: fewer than 5 answers."));
          loket_sheet_fill_row (sheet);
          continue;
        }
      for (guint part = 0; part <= LOKET_LIKERT_MOST; part++)
        {
          if (get_name (chart, part) != NULL)
            loket_sheet_add_share (sheet, row->counts[part], row->n);
        }
      loket_sheet_add_share (sheet, row->top, row->top_base);
      loket_sheet_add_count (sheet, row->n);
    }

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_free (chart->top_name);
  g_strfreev (chart->options);
  g_free (chart->missing);
  g_array_unref (chart->rows);
}

static void
take_row (Chart                *chart,
          const LoketLikertRow *given)
{
  Row row = { .label = g_strdup (given->label), .is_hidden = given->is_hidden };

  if (!row.is_hidden)
    {
      for (guint i = 0; i < chart->n_options; i++)
        row.n += row.counts[i] = given->counts[i];
      row.n += row.counts[LOKET_LIKERT_MOST] = chart->missing != NULL ? given->missing : 0;
      row.top = given->top;
      row.top_base = given->top_base;
    }
  row.is_hidden = row.n == 0;
  row.top_text = loket_figure_percent (row.top, row.top_base);
  row.n_text = row.is_hidden ? g_strdup ("") : loket_figure_count (row.n);
  g_array_append_val (chart->rows, row);
  loket_drawing_add_target (&chart->drawing, LOKET_TARGET_QUESTION, given->id);
}

/**
 * loket_likert_chart_new:
 * @scale: of all rows; no more than %LOKET_LIKERT_MOST options
 * @rows: (array length=n_rows): are copied, and stay in this order
 *
 * Returns: (transfer full): a bar for each statement
 */
LoketDrawing *
loket_likert_chart_new (const LoketLikertScale *scale,
                        const LoketLikertRow   *rows,
                        guint                   n_rows)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = NULL;

  g_return_val_if_fail (scale->n_options <= LOKET_LIKERT_MOST, NULL);

  chart = loket_drawing_alloc (&klass, sizeof (Chart));
  chart->title = g_strdup (scale->title);
  chart->top_name = g_strdup (scale->top);
  chart->n_options = scale->n_options;
  chart->options = g_new0 (char *, scale->n_options + 1);
  for (guint i = 0; i < scale->n_options; i++)
    chart->options[i] = g_strdup (scale->options[i]);
  chart->missing = g_strdup (scale->missing);
  chart->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (chart->rows, clear_row);
  for (guint i = 0; i < n_rows; i++)
    take_row (chart, &rows[i]);

  return &chart->drawing;
}
