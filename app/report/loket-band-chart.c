/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws a chart of grades. */

#include "loketten-config.h"

#include "loket-band-chart.h"

#include "loket-band-layout.h"
#include "loket-figures.h"
#include "loket-point.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em, so that a chart keeps its looks when it grows. */
#define INTERVAL  0.136
#define PAST_HALF 0.5 /* half the height of the mark of the other period */
#define KEY_HALF  0.37 /* half the square of a key */

/* What all drawing needs. */
typedef struct
{
  const LoketBandChart *chart;
  const LoketBandLayout *layout;
  LoketScene *scene;
} Canvas;

static void
draw_text (const Canvas *canvas,
           const char   *text,
           LoketFace     face,
           LoketAlign    align,
           LoketInk      ink,
           double        x,
           double        middle)
{
  const LoketLine line = { text, face, align, ink, x, middle };

  loket_scene_add_text (canvas->scene, &line);
}

static void
draw_box (const Canvas *canvas,
          guint         band,
          LoketRect     box)
{
  loket_scene_add_box (canvas->scene, &box, LOKET_INK_FILL + band, LOKET_INK_OUTLINE + band);
}

static void
draw_rule (const Canvas *canvas,
           LoketRect     from_to)
{
  loket_scene_add_rule (canvas->scene, &from_to, LOKET_INK_GRID);
}

static void
draw_keys (const Canvas *canvas)
{
  double half = KEY_HALF * canvas->layout->em;

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      const LoketBandKey *key = &canvas->layout->keys[i];

      draw_box (canvas, i, (LoketRect) { key->x, key->middle - half, 2 * half, 2 * half });
      draw_text (canvas, canvas->chart->keys[i], LOKET_FACE_SMALL, LOKET_ALIGN_LEFT,
                 LOKET_INK_SECONDARY, key->x + 3 * half, key->middle);
    }
}

static void
draw_header (const Canvas *canvas)
{
  const LoketBandLayout *layout = canvas->layout;
  LoketInk ink = LOKET_INK_SECONDARY;

  if (layout->has_bars)
    draw_keys (canvas);
  if (layout->is_stacked)
    return;

  draw_text (canvas, C_ ("chart", "mean"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, ink,
             layout->mean_right, layout->header_middle);
  draw_text (canvas, "n", LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, ink, layout->n_right,
             layout->header_middle);
  if (canvas->chart->past_name != NULL)
    draw_text (canvas, canvas->chart->past_name, LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, ink,
               layout->past_right, layout->header_middle);
}

/* Between labels and figures the lines leave the text free. */
static void
draw_grid (const Canvas *canvas)
{
  const LoketBandLayout *layout = canvas->layout;
  LoketRect plot = { layout->plot_x, layout->plot_top, layout->plot_width,
                     layout->plot_bottom - layout->plot_top };

  loket_point_add_names (canvas->scene, &layout->scale, &plot, layout->header_middle);
  if (!layout->is_stacked)
    loket_point_add_lines (canvas->scene, &layout->scale, &plot);
  plot.height = layout->bar_height;
  for (guint i = 0; layout->is_stacked && i < layout->places->len; i++)
    {
      plot.y = loket_band_layout_get_place (layout, i)->bar_top;
      loket_point_add_lines (canvas->scene, &layout->scale, &plot);
    }
}

static void
draw_bar (const Canvas         *canvas,
          const LoketBandRow   *row,
          const LoketBandPlace *place)
{
  const LoketBandLayout *layout = canvas->layout;
  double middle = place->bar_top + layout->bar_height / 2;

  if (!loket_band_row_has_bar (row))
    {
      draw_text (canvas, row->is_hidden ? canvas->chart->hidden_text : canvas->chart->thin_text,
                 LOKET_FACE_SMALL, LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, layout->bar_x, middle);
      return;
    }

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      const LoketBandSegment *segment = &place->segments[i];
      g_autofree char *number = g_strdup_printf ("%u", segment->percent);

      if (row->counts[i] == 0)
        continue;
      draw_box (canvas, i, (LoketRect) { segment->x, place->bar_top, segment->width,
                                         layout->bar_height });
      if (segment->has_number)
        draw_text (canvas, number, LOKET_FACE_BODY, LOKET_ALIGN_CENTRE, LOKET_INK_LABEL + i,
                   segment->x + segment->width / 2, middle);
    }
}

/* The other period as a mark, the interval as a line, the mean as a dot: hollow when thin. */
static void
draw_point (const Canvas       *canvas,
            const LoketBandRow *row,
            double              middle)
{
  const LoketBandLayout *layout = canvas->layout;
  double em = layout->em;
  double past = loket_band_layout_get_x (layout, row->past);
  const LoketRect mark = { past, middle - PAST_HALF * em, 0, 2 * PAST_HALF * em };
  const LoketPoint point = {
    .mean = row->mean, .low = row->low, .high = row->high, .middle = middle,
    .is_hollow = row->is_thin, .is_dashed = row->is_thin, .ink = LOKET_INK_ACCENT
  };
  const LoketPoint others = { .mean = row->mean, .low = NAN, .high = NAN, .middle = middle,
                              .ink = LOKET_INK_PAST };

  if (row->is_hidden)
    return;

  if (row->has_past)
    loket_scene_add_line (canvas->scene, &mark, LOKET_INK_PAST, INTERVAL * em);
  loket_point_add (canvas->scene, row->is_others ? &others : &point, &layout->scale,
                   layout->plot_x, layout->plot_width);
}

static void
draw_label (const Canvas         *canvas,
            const LoketBandRow   *row,
            const LoketBandPlace *place)
{
  const LoketLine line = {
    row->label, row->is_total ? LOKET_FACE_STRONG : LOKET_FACE_BODY, LOKET_ALIGN_LEFT,
    LOKET_INK_TEXT, 0, place->label_middle
  };
  LoketMark *mark = loket_scene_add_text (canvas->scene, &line);

  mark->room = canvas->layout->label_width;
  mark->n_lines = place->label_lines;
}

static void
draw_figures (const Canvas         *canvas,
              const LoketBandRow   *row,
              const LoketBandPlace *place)
{
  const LoketBandLayout *layout = canvas->layout;
  LoketInk ink = row->change != LOKET_CHANGE_NONE ? LOKET_INK_TEXT : LOKET_INK_SECONDARY;
  double middle = (place->top + place->bottom) / 2;

  draw_text (canvas, row->mean_text, LOKET_FACE_STRONG, LOKET_ALIGN_RIGHT, LOKET_INK_TEXT,
             layout->mean_right, middle);
  draw_text (canvas, row->n_text, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
             layout->n_right, middle);
  if (canvas->chart->past_name != NULL)
    draw_text (canvas, row->past_text, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT, ink,
               layout->past_right, middle);
  if (row->is_thin && !layout->has_bars)
    draw_text (canvas, _("thin"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
               layout->thin_right, middle);
}

/* The mean beside the label, the other figures under the bar. */
static void
draw_stacked_figures (const Canvas         *canvas,
                      const LoketBandRow   *row,
                      const LoketBandPlace *place)
{
  const LoketBandLayout *layout = canvas->layout;
  g_autofree char *note = loket_band_layout_dup_note (row);
  g_autofree char *past = loket_band_layout_dup_past (canvas->chart, row);
  double below = layout->has_split_notes ? 1.25 * layout->em : 0;

  draw_text (canvas, row->mean_text, LOKET_FACE_STRONG, LOKET_ALIGN_RIGHT, LOKET_INK_TEXT,
             layout->mean_right, place->label_middle);
  draw_text (canvas, note, LOKET_FACE_SMALL, LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, 0,
             place->note_middle);
  draw_text (canvas, past, LOKET_FACE_SMALL, below > 0 ? LOKET_ALIGN_LEFT : LOKET_ALIGN_RIGHT,
             row->change != LOKET_CHANGE_NONE ? LOKET_INK_TEXT : LOKET_INK_SECONDARY,
             below > 0 ? 0 : layout->past_right, place->note_middle + below);
  if (row->is_thin && !layout->has_bars)
    draw_text (canvas, _("thin"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
               layout->thin_right, place->label_middle);
}

static void
draw_row (const Canvas *canvas,
          guint         index)
{
  const LoketBandRow *row = loket_band_chart_get_row (canvas->chart, index);
  const LoketBandPlace *place = loket_band_layout_get_place (canvas->layout, index);
  const LoketRect area = { 0, place->top, canvas->layout->width, place->bottom - place->top };

  loket_scene_add_area (canvas->scene, index, &area);
  draw_label (canvas, row, place);
  if (canvas->layout->has_bars || row->is_hidden)
    draw_bar (canvas, row, place);
  if (canvas->layout->has_plot)
    draw_point (canvas, row, place->bar_top + canvas->layout->bar_height / 2);
  if (row->is_hidden)
    return;
  if (canvas->layout->is_stacked)
    draw_stacked_figures (canvas, row, place);
  else
    draw_figures (canvas, row, place);
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const LoketBandChart *chart = (const LoketBandChart *) drawing;
  g_autoptr (LoketBandLayout) layout = loket_band_layout_new (chart, lettering, width);
  LoketScene *scene = loket_scene_new (layout->em, width);
  const Canvas canvas = { chart, layout, scene };

  scene->height = layout->height;
  draw_header (&canvas);
  if (layout->has_plot)
    draw_grid (&canvas);
  if (layout->rule_y >= 0)
    draw_rule (&canvas, (LoketRect) { 0, layout->rule_y, layout->width, 0 });
  for (guint i = 0; i < chart->rows->len; i++)
    draw_row (&canvas, i);

  return scene;
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  return loket_band_chart_tabulate ((const LoketBandChart *) drawing);
}

static char *
describe (const LoketDrawing *drawing,
          guint               index)
{
  return loket_band_chart_describe ((const LoketBandChart *) drawing, index);
}

static void
clear (LoketDrawing *drawing)
{
  loket_band_rows_clear ((LoketBandChart *) drawing);
}

static const LoketDrawingClass band_class = { compose, tabulate, describe, clear };

/**
 * loket_band_chart_new:
 * @summary: the figures
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * The first grade that is asked is the total.
 *
 * Returns: (transfer full) (nullable): a row for each question with a grade; NULL when the
 *   questionnaire has no such question or other bands than three
 */
LoketDrawing *
loket_band_chart_new (const LoketSummary *summary,
                      const char         *language)
{
  LoketBandChart *chart = NULL;

  if (loket_questionnaire_get_n_bands (summary->request->questionnaire) != LOKET_BAND_NA)
    return NULL;

  chart = loket_drawing_alloc (&band_class, sizeof (LoketBandChart));
  loket_band_rows_fill (chart, summary, language);
  if (chart->rows->len > 0)
    return &chart->drawing;

  loket_drawing_unref (&chart->drawing);

  return NULL;
}

/**
 * loket_band_chart_new_means:
 *
 * Returns: (transfer full) (nullable): the same without bars: the means with their intervals and
 *   the other period take their place
 */
LoketDrawing *
loket_band_chart_new_means (const LoketSummary *summary,
                            const char         *language)
{
  LoketDrawing *drawing = loket_band_chart_new (summary, language);

  if (drawing != NULL)
    ((LoketBandChart *) drawing)->is_means = TRUE;

  return drawing;
}

/**
 * loket_band_chart_new_empty:
 * @title: what the chart tells
 * @thin: how many answers a row needs not to be thin
 * @beside: (nullable): of whom the means are that stand beside, which are compared with nothing
 *
 * Returns: (transfer full): means without a row yet, to be added by loket_band_chart_add()
 */
LoketDrawing *
loket_band_chart_new_empty (const char *title,
                            guint       thin,
                            const char *beside)
{
  LoketBandChart *chart = loket_drawing_alloc (&band_class, sizeof (LoketBandChart));

  chart->is_means = TRUE;
  chart->is_untested = TRUE;
  chart->title = g_strdup (title);
  chart->past_name = g_strdup (beside);
  loket_band_rows_begin (chart, thin);

  return &chart->drawing;
}

/**
 * loket_band_chart_add:
 * @drawing: one that is being made, see loket_band_chart_new_empty()
 * @label: what the row is called
 * @beside: (nullable): the same question of others
 * @is_others: whether the row is of whom the chart is not about
 *
 * Adds a row.
 */
void
loket_band_chart_add (LoketDrawing               *drawing,
                      const char                 *label,
                      const LoketQuestionSummary *question,
                      const LoketQuestionSummary *beside,
                      gboolean                    is_others)
{
  LoketBandChart *chart = (LoketBandChart *) drawing;
  LoketBandRow *row;

  loket_band_rows_add (chart, label, question);
  loket_drawing_add_target (drawing, NULL, NULL);
  row = &g_array_index (chart->rows, LoketBandRow, chart->rows->len - 1);
  row->is_others = is_others;
  row->has_past = beside != NULL && !beside->hidden && beside->n > 0;
  if (!row->has_past)
    return;

  row->against = beside->grades;
  row->past = loket_moments_get_mean (&beside->grades);
  g_free (row->past_text);
  row->past_text = loket_figure_mean (&beside->grades);
}
