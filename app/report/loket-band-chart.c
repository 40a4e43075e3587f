/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws a chart of grades. */

#include "loketten-config.h"

#include "loket-band-chart.h"

#include "loket-band-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em, so that a chart keeps its looks when it grows. */
#define HAIRLINE   0.068 /* 1 pixel at the usual size */
#define INTERVAL   0.136
#define DOT_RADIUS 0.3
#define PAST_HALF  0.5 /* half the height of the mark of the other period */
#define KEY_HALF   0.37 /* half the square of a key */
#define ARROW      0.22

/* What all drawing needs. */
typedef struct
{
  const LoketBandChart *chart;
  const LoketBandLayout *layout;
  const LoketPalette *palette;
  LoketLettering *lettering;
  cairo_t *cr;
  gboolean is_snapped;  /* boxes stand on whole units: sharp on a screen, not needed on paper */
} Canvas;

static gboolean
has_dots (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG
         && type != CAIRO_SURFACE_TYPE_PS;
}

static double
snap (const Canvas *canvas,
      double        place)
{
  return canvas->is_snapped ? round (place) : place;
}

static double
get_hairline (const Canvas *canvas)
{
  double width = HAIRLINE * canvas->layout->em;

  return canvas->is_snapped ? fmax (1, round (width)) : width;
}

/* Lines stand between two whole units, so that they are as thin as they can be. */
static double
snap_line (const Canvas *canvas,
           double        place)
{
  return canvas->is_snapped ? floor (place) + get_hairline (canvas) / 2 : place;
}

static void
draw_text (const Canvas *canvas,
           const char   *text,
           LoketFace     face,
           LoketAlign    align,
           LoketColour   colour,
           double        x,
           double        middle)
{
  const LoketLine line = { text, face, align, colour, x, middle };

  loket_lettering_draw (canvas->lettering, canvas->cr, &line);
}

/* A filled box whose outline stands inside it. */
static void
draw_box (const Canvas           *canvas,
          const LoketBandColours *colours,
          double                  x,
          double                  y,
          double                  width,
          double                  height)
{
  double line = get_hairline (canvas);
  double right = snap (canvas, x + width), bottom = snap (canvas, y + height);

  x = snap (canvas, x);
  y = snap (canvas, y);
  width = right - x;
  height = bottom - y;
  line = fmin (line, width / 2);
  cairo_rectangle (canvas->cr, x, y, width, height);
  loket_colour_set (canvas->cr, colours->fill);
  cairo_fill (canvas->cr);
  cairo_rectangle (canvas->cr, x + line / 2, y + line / 2, width - line, height - line);
  loket_colour_set (canvas->cr, colours->outline);
  cairo_set_line_width (canvas->cr, line);
  cairo_stroke (canvas->cr);
}

static void
draw_keys (const Canvas *canvas)
{
  double half = KEY_HALF * canvas->layout->em;

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      const LoketBandKey *key = &canvas->layout->keys[i];

      draw_box (canvas, &canvas->palette->bands[i], key->x, key->middle - half, 2 * half, 2 * half);
      draw_text (canvas, canvas->chart->keys[i], LOKET_FACE_SMALL, LOKET_ALIGN_LEFT,
                 canvas->palette->secondary, key->x + 3 * half, key->middle);
    }
}

static void
draw_header (const Canvas *canvas)
{
  const LoketBandLayout *layout = canvas->layout;
  LoketColour colour = canvas->palette->secondary;

  if (layout->has_bars)
    draw_keys (canvas);
  if (layout->is_stacked)
    return;

  draw_text (canvas, C_ ("chart", "mean"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, colour,
             layout->mean_right, layout->header_middle);
  draw_text (canvas, "n", LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, colour, layout->n_right,
             layout->header_middle);
  if (canvas->chart->past_name != NULL)
    draw_text (canvas, canvas->chart->past_name, LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, colour,
               layout->past_right, layout->header_middle);
}

static void
draw_grid_line (const Canvas *canvas,
                double        x,
                double        top,
                double        bottom)
{
  cairo_move_to (canvas->cr, snap_line (canvas, x), top);
  cairo_line_to (canvas->cr, snap_line (canvas, x), bottom);
  loket_colour_set (canvas->cr, canvas->palette->grid);
  cairo_set_line_width (canvas->cr, get_hairline (canvas));
  cairo_stroke (canvas->cr);
}

/* Between labels and figures the lines leave the text free. */
static void
draw_grid (const Canvas *canvas)
{
  const LoketBandLayout *layout = canvas->layout;

  for (double grade = layout->scale_low; grade <= layout->scale_high + 0.001;
       grade += layout->scale_step)
    {
      g_autofree char *text = g_strdup_printf (layout->scale_step < 1 ? "%.1f" : "%.0f", grade);
      double x = loket_band_layout_get_x (layout, grade);

      draw_text (canvas, text, LOKET_FACE_SMALL, LOKET_ALIGN_CENTRE, canvas->palette->secondary, x,
                 layout->header_middle);
      if (!layout->is_stacked)
        draw_grid_line (canvas, x, layout->plot_top, layout->plot_bottom);
      for (guint i = 0; layout->is_stacked && i < layout->places->len; i++)
        {
          double top = loket_band_layout_get_place (layout, i)->bar_top;

          draw_grid_line (canvas, x, top, top + layout->bar_height);
        }
    }
}

/* Between the total and the other rows. */
static void
draw_rule (const Canvas *canvas)
{
  double y = snap_line (canvas, canvas->layout->rule_y);

  cairo_move_to (canvas->cr, 0, y);
  cairo_line_to (canvas->cr, canvas->layout->width, y);
  loket_colour_set (canvas->cr, canvas->palette->grid);
  cairo_set_line_width (canvas->cr, get_hairline (canvas));
  cairo_stroke (canvas->cr);
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
                 LOKET_FACE_SMALL, LOKET_ALIGN_LEFT, canvas->palette->secondary, layout->bar_x,
                 middle);
      return;
    }

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      const LoketBandSegment *segment = &place->segments[i];
      g_autofree char *number = g_strdup_printf ("%u", segment->percent);

      if (row->counts[i] == 0)
        continue;
      draw_box (canvas, &canvas->palette->bands[i], segment->x, place->bar_top, segment->width,
                layout->bar_height);
      if (segment->has_number)
        draw_text (canvas, number, LOKET_FACE_BODY, LOKET_ALIGN_CENTRE,
                   canvas->palette->bands[i].label, segment->x + segment->width / 2, middle);
    }
}

/* Where an interval goes on beyond the scale. */
static void
draw_arrow (const Canvas *canvas,
            double        x,
            double        middle,
            double        direction)
{
  double size = ARROW * canvas->layout->em;

  cairo_move_to (canvas->cr, x - direction * size, middle - size);
  cairo_line_to (canvas->cr, x, middle);
  cairo_line_to (canvas->cr, x - direction * size, middle + size);
  cairo_stroke (canvas->cr);
}

static void
draw_interval (const Canvas       *canvas,
               const LoketBandRow *row,
               double              middle)
{
  const LoketBandLayout *layout = canvas->layout;
  const double dashes[] = { 0.3 * layout->em, 0.2 * layout->em };
  double low = loket_band_layout_get_x (layout, row->low);
  double high = loket_band_layout_get_x (layout, row->high);

  if (isnan (row->low))
    return;

  loket_colour_set (canvas->cr, canvas->palette->accent);
  cairo_set_line_width (canvas->cr, INTERVAL * layout->em);
  cairo_set_dash (canvas->cr, dashes, row->is_thin ? 2 : 0, 0);
  cairo_move_to (canvas->cr, low, middle);
  cairo_line_to (canvas->cr, high, middle);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  if (row->low < layout->scale_low)
    draw_arrow (canvas, low, middle, -1);
  if (row->high > layout->scale_high)
    draw_arrow (canvas, high, middle, 1);
}

/* The other period as a mark, the interval as a line, the mean as a dot: hollow when thin. */
static void
draw_point (const Canvas       *canvas,
            const LoketBandRow *row,
            double              middle)
{
  double em = canvas->layout->em;
  double x = loket_band_layout_get_x (canvas->layout, row->mean);
  double past = loket_band_layout_get_x (canvas->layout, row->past);

  if (row->is_hidden)
    return;

  if (row->has_past)
    {
      cairo_move_to (canvas->cr, past, middle - PAST_HALF * em);
      cairo_line_to (canvas->cr, past, middle + PAST_HALF * em);
      loket_colour_set (canvas->cr, canvas->palette->past);
      cairo_set_line_width (canvas->cr, INTERVAL * em);
      cairo_stroke (canvas->cr);
    }
  draw_interval (canvas, row, middle);

  cairo_arc (canvas->cr, x, middle, DOT_RADIUS * em, 0, 2 * G_PI);
  loket_colour_set (canvas->cr, row->is_thin ? canvas->palette->card : canvas->palette->accent);
  cairo_fill_preserve (canvas->cr);
  loket_colour_set (canvas->cr, canvas->palette->accent);
  cairo_set_line_width (canvas->cr, row->is_thin ? INTERVAL * em : 0);
  if (row->is_thin)
    cairo_stroke (canvas->cr);
  cairo_new_path (canvas->cr);
}

static void
draw_label (const Canvas         *canvas,
            const LoketBandRow   *row,
            const LoketBandPlace *place)
{
  const LoketLine line = {
    row->label, row->is_total ? LOKET_FACE_STRONG : LOKET_FACE_BODY, LOKET_ALIGN_LEFT,
    canvas->palette->text, 0, place->label_middle
  };

  loket_lettering_draw_within (canvas->lettering, canvas->cr, &line, canvas->layout->label_width,
                               place->label_lines);
}

static void
draw_figures (const Canvas         *canvas,
              const LoketBandRow   *row,
              const LoketBandPlace *place)
{
  const LoketBandLayout *layout = canvas->layout;
  const LoketPalette *palette = canvas->palette;
  LoketColour colour = row->change != LOKET_CHANGE_NONE ? palette->text : palette->secondary;
  double middle = (place->top + place->bottom) / 2;

  draw_text (canvas, row->mean_text, LOKET_FACE_STRONG, LOKET_ALIGN_RIGHT, palette->text,
             layout->mean_right, middle);
  draw_text (canvas, row->n_text, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT, palette->secondary,
             layout->n_right, middle);
  if (canvas->chart->past_name != NULL)
    draw_text (canvas, row->past_text, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT, colour,
               layout->past_right, middle);
  if (row->is_thin && !layout->has_bars)
    draw_text (canvas, _("thin"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, palette->secondary,
               layout->thin_right, middle);
}

/* The mean beside the label, the other figures under the bar. */
static void
draw_stacked_figures (const Canvas         *canvas,
                      const LoketBandRow   *row,
                      const LoketBandPlace *place)
{
  const LoketBandLayout *layout = canvas->layout;
  const LoketPalette *palette = canvas->palette;
  g_autofree char *note = loket_band_layout_dup_note (row);
  g_autofree char *past = loket_band_layout_dup_past (canvas->chart, row);
  double below = layout->has_split_notes ? 1.25 * layout->em : 0;

  draw_text (canvas, row->mean_text, LOKET_FACE_STRONG, LOKET_ALIGN_RIGHT, palette->text,
             layout->mean_right, place->label_middle);
  draw_text (canvas, note, LOKET_FACE_SMALL, LOKET_ALIGN_LEFT, palette->secondary, 0,
             place->note_middle);
  draw_text (canvas, past, LOKET_FACE_SMALL, below > 0 ? LOKET_ALIGN_LEFT : LOKET_ALIGN_RIGHT,
             row->change != LOKET_CHANGE_NONE ? palette->text : palette->secondary,
             below > 0 ? 0 : layout->past_right, place->note_middle + below);
  if (row->is_thin && !layout->has_bars)
    draw_text (canvas, _("thin"), LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT, palette->secondary,
               layout->thin_right, place->label_middle);
}

static void
draw_row (const Canvas *canvas,
          guint         index)
{
  const LoketBandRow *row = loket_band_chart_get_row (canvas->chart, index);
  const LoketBandPlace *place = loket_band_layout_get_place (canvas->layout, index);

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

/**
 * loket_band_chart_draw:
 * @chart: what is shown
 * @style: how it is drawn
 * @cr: what it is drawn on, from its origin
 * @width: how wide it is; its height is that of loket_band_chart_measure()
 *
 * Draws without a background, for a card of the colour of the palette.
 */
void
loket_band_chart_draw (const LoketBandChart  *chart,
                       const LoketChartStyle *style,
                       cairo_t               *cr,
                       double                 width)
{
  g_autoptr (LoketLettering) lettering = loket_lettering_new (style->em, style->family);
  g_autoptr (LoketBandLayout) layout = loket_band_layout_new (chart, lettering, width);
  const Canvas canvas = { chart, layout, loket_palette_get (style->is_dark),
                          lettering, cr, has_dots (cr) };

  cairo_save (cr);
  draw_header (&canvas);
  if (layout->has_plot)
    draw_grid (&canvas);
  if (layout->rule_y >= 0)
    draw_rule (&canvas);
  for (guint i = 0; i < chart->rows->len; i++)
    draw_row (&canvas, i);
  cairo_restore (cr);
}

/**
 * loket_band_chart_measure:
 *
 * Returns: how high @chart is when it is @width wide
 */
double
loket_band_chart_measure (const LoketBandChart  *chart,
                          const LoketChartStyle *style,
                          double                 width)
{
  g_autoptr (LoketLettering) lettering = loket_lettering_new (style->em, style->family);
  g_autoptr (LoketBandLayout) layout = loket_band_layout_new (chart, lettering, width);

  return layout->height;
}

/**
 * loket_band_chart_find_row:
 *
 * Returns: the row at height @y of a chart that is @width wide, -1 when there is none
 */
int
loket_band_chart_find_row (const LoketBandChart  *chart,
                           const LoketChartStyle *style,
                           double                 width,
                           double                 y)
{
  g_autoptr (LoketLettering) lettering = loket_lettering_new (style->em, style->family);
  g_autoptr (LoketBandLayout) layout = loket_band_layout_new (chart, lettering, width);

  return loket_band_layout_find_row (layout, y);
}
