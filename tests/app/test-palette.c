/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The colours of charts can be read, and told apart without colour. */

#include "loket-palette.h"

#include <math.h>

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance, as WCAG 2.1 defines it. */
static double
get_luminance (LoketColour colour)
{
  return 0.2126 * get_linear ((colour >> 16) / 255.0)
         + 0.7152 * get_linear ((colour >> 8 & 255) / 255.0)
         + 0.0722 * get_linear ((colour & 255) / 255.0);
}

static double
get_contrast (LoketColour one,
              LoketColour other)
{
  double a = get_luminance (one), b = get_luminance (other);

  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

/* L* of CIE 1976. */
static double
get_lightness (LoketColour colour)
{
  double y = get_luminance (colour);

  return y > 216.0 / 24389 ? 116 * cbrt (y) - 16 : 24389.0 / 27 * y;
}

static void
test_can_be_read (gconstpointer data)
{
  const LoketPalette *palette = data;

  g_assert_cmpfloat (get_contrast (palette->text, palette->card), >=, 4.5);
  g_assert_cmpfloat (get_contrast (palette->secondary, palette->card), >=, 4.5);
  g_assert_cmpfloat (get_contrast (palette->past, palette->card), >=, 3);
  g_assert_cmpfloat (get_contrast (palette->accent, palette->card), >=, 3);
  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      g_assert_cmpfloat (get_contrast (palette->bands[i].label, palette->bands[i].fill), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->bands[i].outline, palette->card), >=, 3);
    }
}

static void
test_can_be_told_apart_in_grey (gconstpointer data)
{
  const LoketPalette *palette = data;

  for (guint i = 0; i + 1 < LOKET_N_BANDS; i++)
    g_assert_cmpfloat (fabs (get_lightness (palette->bands[i].fill)
                             - get_lightness (palette->bands[i + 1].fill)),
                       >=, 15.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/palette/light/can-be-read", loket_palette_get (FALSE), test_can_be_read);
  g_test_add_data_func ("/palette/dark/can-be-read", loket_palette_get (TRUE), test_can_be_read);
  g_test_add_data_func ("/palette/light/can-be-told-apart-in-grey", loket_palette_get (FALSE),
                        test_can_be_told_apart_in_grey);
  g_test_add_data_func ("/palette/dark/can-be-told-apart-in-grey", loket_palette_get (TRUE),
                        test_can_be_told_apart_in_grey);

  return g_test_run ();
}
