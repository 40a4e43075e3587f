/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The chart of grades: lengths, numbers, columns, and the same drawing everywhere. */

#include "loket-band-chart.h"

#include "loket-band-layout.h"
#include "satisfaction-fixture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#define EM 14.67

typedef struct
{
  LoketFrame *frame;
  LoketBandChart *chart;
  LoketLettering *lettering;
} Fixture;

static LoketBandChart *
create_chart (LoketFrame *frame,
              const char *period,
              const char *against,
              const char *where)
{
  g_autoptr (LoketRequest) request =
      loket_request_new (loket_frame_get_questionnaire (frame));
  g_autoptr (LoketSummary) summary = NULL;
  LoketBandChart *chart;

  g_assert_true (loket_request_set_period (request, period, NULL));
  if (against != NULL)
    g_assert_true (loket_request_set_against (request, against, NULL));
  if (where != NULL)
    g_assert_true (loket_request_add_where (request, where, NULL));
  summary = loket_summary_new (frame, request);
  chart = (LoketBandChart *) loket_band_chart_new (summary, "en");
  g_assert_nonnull (chart);

  return chart;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  fixture->frame = satisfaction_load_frame (kto);
  fixture->chart = create_chart (fixture->frame, "2023", "2022", NULL);
  fixture->lettering = loket_lettering_new (EM, "Cantarell");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_lettering_free (fixture->lettering);
  loket_drawing_unref (&fixture->chart->drawing);
  g_assert_finalize_object (fixture->frame);
}

static LoketBandLayout *
lay_out (Fixture *fixture,
         double   ems)
{
  return loket_band_layout_new (fixture->chart, fixture->lettering, ems * EM);
}

static void
test_lengths_follow_counts (Fixture       *fixture,
                            gconstpointer  data)
{
  static const double widths[] = { 12, 30, 45, 63 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (LoketBandLayout) layout = lay_out (fixture, widths[w]);

      for (guint i = 0; i < fixture->chart->rows->len; i++)
        {
          const LoketBandRow *row = loket_band_chart_get_row (fixture->chart, i);
          const LoketBandPlace *place = loket_band_layout_get_place (layout, i);
          double x = layout->bar_x;

          for (guint k = 0; k < LOKET_N_BANDS; k++)
            {
              g_assert_cmpfloat_with_epsilon (place->segments[k].x, x, 0.001);
              g_assert_cmpfloat_with_epsilon (place->segments[k].width / layout->bar_width,
                                              (double) row->counts[k] / row->base, 0.0001);
              x += place->segments[k].width;
            }
          g_assert_cmpfloat_with_epsilon (x, layout->bar_x + layout->bar_width, 0.001);
        }
    }
}

static void
test_numbers_stand_only_where_they_fit (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);
  guint n_left_out = 0;

  for (guint i = 0; i < fixture->chart->rows->len; i++)
    {
      const LoketBandPlace *place = loket_band_layout_get_place (layout, i);

      for (guint k = 0; k < LOKET_N_BANDS; k++)
        {
          const LoketBandSegment *segment = &place->segments[k];
          g_autofree char *number = g_strdup_printf ("%u", segment->percent);
          double needed = loket_lettering_get_width (fixture->lettering, LOKET_FACE_BODY, number)
                          + 0.5 * EM;

          if (segment->width == 0)
            continue;
          g_assert_cmpint (segment->has_number, ==, needed <= segment->width);
          n_left_out += !segment->has_number;
        }
    }
  g_assert_cmpuint (n_left_out, >, 0);
}

static void
test_numbers_are_rounded_half_up (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const guint expected[][LOKET_N_BANDS] = { { 70, 21, 9, 0 }, { 41, 29, 6, 24 } };
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      for (guint k = 0; k < LOKET_N_BANDS; k++)
        g_assert_cmpuint (loket_band_layout_get_place (layout, i)->segments[k].percent, ==,
                          expected[i][k]);
    }
}

static void
test_columns_fall_away_by_width_in_em (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const struct
  {
    double ems;
    gboolean has_plot, is_stacked;
  } cases[] = { { 70, TRUE, FALSE },    { 55, TRUE, FALSE },   { 54.9, FALSE, FALSE },
                { 40, FALSE, FALSE },   { 39.9, FALSE, TRUE }, { 9, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LoketBandLayout) layout = lay_out (fixture, cases[i].ems);

      g_assert_cmpint (layout->has_plot, ==, cases[i].has_plot);
      g_assert_cmpint (layout->is_stacked, ==, cases[i].is_stacked);
      g_assert_cmpfloat (layout->bar_width, >, 5 * EM);
      g_assert_true (layout->has_bars);
    }
}

static void
test_twice_the_font_is_twice_the_drawing (Fixture       *fixture,
                                          gconstpointer  data)
{
  const LoketChartStyle one = { EM, "Cantarell", FALSE };
  const LoketChartStyle two = { 2 * EM, "Cantarell", FALSE };

  for (double ems = 10; ems < 80; ems += 10)
    g_assert_cmpfloat_with_epsilon (
        loket_drawing_measure (&fixture->chart->drawing, &two, 2 * ems * EM),
        2 * loket_drawing_measure (&fixture->chart->drawing, &one, ems * EM), 3);
}

static void
test_keys_stand_in_order_and_off_the_bars (Fixture       *fixture,
                                           gconstpointer  data)
{
  for (double ems = 8; ems < 80; ems += 1)
    {
      g_autoptr (LoketBandLayout) layout = lay_out (fixture, ems);
      double top = loket_band_layout_get_place (layout, 0)->top;

      for (guint k = 0; k < LOKET_N_BANDS; k++)
        {
          double width = 1.1 * EM
                         + loket_lettering_get_width (fixture->lettering, LOKET_FACE_SMALL,
                                                      fixture->chart->keys[k]);

          g_assert_cmpfloat (layout->keys[k].middle, <, top);
          g_assert_cmpfloat (layout->keys[k].x + width, <=,
                             layout->bar_x + layout->bar_width + 1.01);
          g_assert_true (k == 0 || layout->keys[k].x > layout->keys[k - 1].x
                         || layout->keys[k].middle > layout->keys[k - 1].middle);
        }
    }
}

static void
test_glyph_only_where_significant (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LoketDrawing) drawing = NULL;
  LoketBandChart *chart = NULL;
  guint n_changed = 0;

  /* Nothing changed between the years ... */
  for (guint i = 0; i < fixture->chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (fixture->chart, i);

      g_assert_cmpint (row->change, ==, LOKET_CHANGE_NONE);
      g_assert_null (strstr (row->past_text, "▲"));
      g_assert_null (strstr (row->past_text, "▼"));
    }

  /* ... but one office differs between them. */
  chart = create_chart (fixture->frame, "2023", "2022", "office=Regio 09");
  drawing = &chart->drawing;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);
      gboolean has_glyph = row->past_text != NULL
                           && (strstr (row->past_text, "▲") != NULL
                               || strstr (row->past_text, "▼") != NULL);

      g_assert_cmpint (has_glyph, ==, row->change != LOKET_CHANGE_NONE);
      n_changed += row->change != LOKET_CHANGE_NONE;
    }
  g_assert_cmpuint (n_changed, ==, 3);
}

static void
test_thin_rows_have_no_bar (Fixture       *fixture,
                            gconstpointer  data)
{
  LoketBandChart *chart =
      create_chart (fixture->frame, "2023-02..2023-04", NULL, "office=Regio 16");
  g_autoptr (LoketDrawing) drawing = &chart->drawing;
  g_autoptr (LoketBandLayout) layout =
      loket_band_layout_new (chart, fixture->lettering, 30 * EM);

  g_assert_false (loket_band_chart_has_bars (chart));
  g_assert_false (layout->has_bars);
  g_assert_true (layout->has_plot);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      g_assert_true (loket_band_chart_get_row (chart, i)->is_thin);
      for (guint k = 0; k < LOKET_N_BANDS; k++)
        g_assert_cmpfloat (loket_band_layout_get_place (layout, i)->segments[k].width, ==, 0);
    }
}

static void
test_scale_holds_every_mean (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);

  g_assert_cmpfloat (layout->scale.low, ==, 7.0);
  g_assert_cmpfloat (layout->scale.high, ==, 8.5);
  g_assert_cmpfloat (layout->scale.step, ==, 0.5);
  g_assert_cmpfloat (loket_band_layout_get_x (layout, 7), ==, layout->plot_x);
  g_assert_cmpfloat_with_epsilon (loket_band_layout_get_x (layout, 7.75),
                                  layout->plot_x + layout->plot_width / 2, 0.001);
  g_assert_cmpfloat (loket_band_layout_get_x (layout, 1), ==, layout->plot_x);
}

static void
test_row_is_found_by_height (Fixture       *fixture,
                             gconstpointer  data)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);

  for (guint i = 0; i < fixture->chart->rows->len; i++)
    {
      const LoketBandPlace *place = loket_band_layout_get_place (layout, i);

      g_assert_cmpint (loket_drawing_find (&fixture->chart->drawing, &style, 63 * EM, 100,
                                           (place->top + place->bottom) / 2),
                       ==, (int) i);
    }
  g_assert_cmpint (loket_drawing_find (&fixture->chart->drawing, &style, 63 * EM, 100, 0), ==, -1);
  g_assert_cmpint (loket_drawing_find (&fixture->chart->drawing, &style, 63 * EM, 100,
                                       layout->rule_y), ==, -1);
}

static cairo_surface_t *
draw_image (Fixture  *fixture,
            gboolean  is_dark)
{
  const LoketChartStyle style = { EM, "Cantarell", is_dark };
  double width = 63 * EM;
  double height = loket_drawing_measure (&fixture->chart->drawing, &style, width);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) height);
  cairo_t *cr = cairo_create (surface);

  loket_colour_set (cr, loket_palette_get (is_dark)->card);
  cairo_paint (cr);
  loket_drawing_draw (&fixture->chart->drawing, &style, cr, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static LoketColour
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(gsize) x] & 0xffffff;
}

/* Near the left edge and the foot of a segment, where no number stands. */
static void
test_bars_have_the_colours_of_the_palette (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);

  for (int is_dark = 0; is_dark < 2; is_dark++)
    {
      cairo_surface_t *surface = draw_image (fixture, is_dark);
      const LoketPalette *palette = loket_palette_get (is_dark);

      for (guint i = 0; i < fixture->chart->rows->len; i++)
        {
          const LoketBandPlace *place = loket_band_layout_get_place (layout, i);

          for (guint k = 0; k < LOKET_N_BANDS; k++)
            {
              if (place->segments[k].width >= 8)
                g_assert_cmphex (get_pixel (surface, place->segments[k].x + 3,
                                            place->bar_top + layout->bar_height - 3),
                                 ==, palette->bands[k].fill);
            }
        }
      cairo_surface_destroy (surface);
    }
}

static cairo_surface_t *
record (Fixture *fixture)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  loket_drawing_draw (&fixture->chart->drawing, &style, cr, 63 * EM);
  cairo_destroy (cr);

  return surface;
}

/* The largest difference of red, green and blue: blending twice rounds twice. */
static int
get_distance (LoketColour one,
              LoketColour other)
{
  int distance = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    distance = MAX (distance, ABS ((int) (one >> shift & 255) - (int) (other >> shift & 255)));

  return distance;
}

static void
test_screen_replays_the_same_drawing (Fixture       *fixture,
                                      gconstpointer  data)
{
  cairo_surface_t *direct = draw_image (fixture, FALSE);
  cairo_surface_t *replayed = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (direct),
      cairo_image_surface_get_height (direct));
  cairo_surface_t *recorded = record (fixture);
  cairo_t *cr = cairo_create (replayed);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, recorded, 0, 0);
  cairo_paint (cr);
  cairo_surface_flush (replayed);
  for (int y = 0; y < cairo_image_surface_get_height (direct); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (direct); x++)
        g_assert_cmpint (get_distance (get_pixel (replayed, x, y), get_pixel (direct, x, y)), <=, 2);
    }

  cairo_destroy (cr);
  cairo_surface_destroy (recorded);
  cairo_surface_destroy (replayed);
  cairo_surface_destroy (direct);
}

static cairo_status_t
append_data (void         *closure,
             const guchar *data,
             guint         length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

typedef cairo_surface_t *(*CreateSurface) (cairo_write_func_t func,
                                           void              *closure,
                                           double             width,
                                           double             height);

static char *
draw_file (Fixture       *fixture,
           CreateSurface  create,
           gsize         *length)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  double width = 63 * EM;
  double height = loket_drawing_measure (&fixture->chart->drawing, &style, width);
  GString *file = g_string_new (NULL);
  cairo_surface_t *surface = create (append_data, file, width, height);
  cairo_t *cr = cairo_create (surface);

  loket_drawing_draw (&fixture->chart->drawing, &style, cr, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  *length = file->len;

  return g_string_free (file, FALSE);
}

/* On paper a bar is exactly as long as its count says, and nothing is turned into dots. */
static void
test_paper_gets_lines_not_dots (Fixture       *fixture,
                                gconstpointer  data)
{
  gsize length = 0;
  g_autofree char *svg = draw_file (fixture, cairo_svg_surface_create_for_stream, &length);
  g_autofree char *pdf = draw_file (fixture, cairo_pdf_surface_create_for_stream, &length);
  g_autoptr (LoketBandLayout) layout = lay_out (fixture, 63);
  const LoketBandPlace *first = loket_band_layout_get_place (layout, 0);
  g_autofree char *corner = g_strdup_printf (
      "%.3f", floor (first->segments[1].x * 1000) / 1000);

  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_null (strstr (svg, "<image"));
  corner[strlen (corner) - 1] = '\0';
  g_assert_nonnull (strstr (svg, corner));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_null (g_strstr_len (pdf, (gssize) length, "/Subtype /Image"));
}

static void
test_says_every_row_in_words (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *text = loket_drawing_to_text (&fixture->chart->drawing);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_cmpstr (lines[0], ==,
                   "Overall satisfaction: mean 7.9, n 2159, 95% interval 7.80–7.95, good 70%, "
                   "sufficient 21%, insufficient 9%; 2022: 7.9, no demonstrable difference");
  g_assert_nonnull (strstr (lines[5], "2022: new"));
}

static void
test_hidden_row_says_why (Fixture       *fixture,
                          gconstpointer  data)
{
  LoketBandChart *chart =
      create_chart (fixture->frame, "2023-03", NULL, "office=Regio 16");
  g_autoptr (LoketDrawing) drawing = &chart->drawing;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  gboolean has_hidden = FALSE;

  for (guint i = 0; i < chart->rows->len; i++)
    {
      g_autofree char *line = loket_band_chart_describe (chart, i);

      if (!loket_band_chart_get_row (chart, i)->is_hidden)
        continue;
      has_hidden = TRUE;
      g_assert_true (g_str_has_suffix (line, ": Hidden: fewer than 5 answers."));
    }
  g_assert_true (has_hidden);
  for (double ems = 10; ems < 70; ems += 20)
    loket_drawing_draw (&chart->drawing, &style, cr, ems * EM);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/band-chart/lengths-follow-counts", test_lengths_follow_counts);
  ADD ("/band-chart/numbers-stand-only-where-they-fit", test_numbers_stand_only_where_they_fit);
  ADD ("/band-chart/numbers-are-rounded-half-up", test_numbers_are_rounded_half_up);
  ADD ("/band-chart/columns-fall-away-by-width-in-em", test_columns_fall_away_by_width_in_em);
  ADD ("/band-chart/twice-the-font-is-twice-the-drawing", test_twice_the_font_is_twice_the_drawing);
  ADD ("/band-chart/keys-stand-in-order-and-off-the-bars",
       test_keys_stand_in_order_and_off_the_bars);
  ADD ("/band-chart/glyph-only-where-significant", test_glyph_only_where_significant);
  ADD ("/band-chart/thin-rows-have-no-bar", test_thin_rows_have_no_bar);
  ADD ("/band-chart/scale-holds-every-mean", test_scale_holds_every_mean);
  ADD ("/band-chart/row-is-found-by-height", test_row_is_found_by_height);
  ADD ("/band-chart/bars-have-the-colours-of-the-palette",
       test_bars_have_the_colours_of_the_palette);
  ADD ("/band-chart/screen-replays-the-same-drawing", test_screen_replays_the_same_drawing);
  ADD ("/band-chart/paper-gets-lines-not-dots", test_paper_gets_lines_not_dots);
  ADD ("/band-chart/says-every-row-in-words", test_says_every_row_in_words);
  ADD ("/band-chart/hidden-row-says-why", test_hidden_row_says_why);

  return g_test_run ();
}
