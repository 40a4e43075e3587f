/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws a chart of every kind into pictures, for people to look at: draw-charts FOLDER. */

#include "chart-samples.h"
#include "satisfaction-fixture.h"

#include <locale.h>
#include <math.h>

/* How wide a card is, how large its font, and whether it is dark. */
static const struct
{
  const char *name;
  double width;
  double em;
  gboolean is_dark;
} looks[] = { { "light", 926, 14.67, FALSE }, { "dark", 926, 14.67, TRUE },
              { "card", 440, 14.67, FALSE },  { "narrow", 340, 14.67, FALSE },
              { "large", 926, 29.33, FALSE }, { "narrow-large", 340, 29.33, TRUE } };

static void
draw (const ChartSample *sample,
      guint              look,
      const char        *folder)
{
  const LoketChartStyle style = { looks[look].em, "Cantarell", looks[look].is_dark };
  double margin = looks[look].em;
  double height = loket_drawing_measure (sample->drawing, &style, looks[look].width);
  g_autofree char *file =
      g_strdup_printf ("%s/%s-%s.png", folder, sample->name, looks[look].name);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (looks[look].width + 2 * margin),
                                  (int) (height + 2 * margin));
  cairo_t *cr = cairo_create (surface);

  loket_colour_set (cr, loket_palette_get (style.is_dark)->card);
  cairo_paint (cr);
  cairo_translate (cr, round (margin), round (margin));
  loket_drawing_draw (sample->drawing, &style, cr, looks[look].width);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, file) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", file);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LoketQuestionnaire) kto = NULL;
  g_autoptr (LoketFrame) frame = NULL;
  g_autoptr (GArray) samples = NULL;

  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  if (argc != 2)
    g_error ("usage: draw-charts FOLDER");
  kto = satisfaction_load_kto ();
  frame = satisfaction_load_frame (kto);
  samples = chart_samples_new (frame);
  for (guint i = 0; i < samples->len; i++)
    {
      for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
        draw (&g_array_index (samples, ChartSample, i), look, argv[1]);
    }

  return 0;
}
