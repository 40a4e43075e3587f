/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Colours that differ in lightness, so that they can be told apart in grey and by the colour blind.
 *
 * Every label has a contrast of 4.5 or more on its fill, every outline 3 or more on the card. In
 * the dark palette the order of lightness is turned round: what is good stands out. */

#include "loket-palette.h"

static const LoketPalette light = {
  .bands = {
    [LOKET_BAND_GOOD] = { 0x1a5fb4, 0x1a5fb4, 0xffffff },
    [LOKET_BAND_SUFFICIENT] = { 0xb5d3f7, 0x5b8fd1, 0x1e1e1e },
    [LOKET_BAND_INSUFFICIENT] = { 0xe8781a, 0xb85a0c, 0x1e1e1e },
    [LOKET_BAND_NA] = { 0xffffff, 0x87858a, 0x5e5c64 },
  },
  .steps = {
    { 0x1a5fb4, 0x1a5fb4, 0xffffff },
    { 0x7aabe6, 0x4a80c4, 0x1e1e1e },
    { 0xe9e7e4, 0x87858a, 0x1e1e1e },
    { 0xefa55a, 0xb85a0c, 0x1e1e1e },
    { 0xa84e06, 0xa84e06, 0xffffff },
  },
  .card = 0xffffff,
  .text = 0x2e2e2e,
  .secondary = 0x5e5c64,
  .past = 0x8c8a88,
  .grid = 0xe3e1de,
  .axis = 0x8c8a88,
  .accent = 0x1a5fb4,
  .inner = 0xeceae7,
  .outer = 0xf7f6f4,
};

static const LoketPalette dark = {
  .bands = {
    [LOKET_BAND_GOOD] = { 0xa9cdf6, 0xa9cdf6, 0x1e1e1e },
    [LOKET_BAND_SUFFICIENT] = { 0x3f6699, 0x7fa6d6, 0xffffff },
    [LOKET_BAND_INSUFFICIENT] = { 0xe07a22, 0xe07a22, 0x1e1e1e },
    [LOKET_BAND_NA] = { 0x363636, 0xa5a3a0, 0xd0cfcc },
  },
  .steps = {
    { 0xa9cdf6, 0xa9cdf6, 0x1e1e1e },
    { 0x4a74ab, 0x7fa6d6, 0xffffff },
    { 0x2b2b2b, 0x9a9996, 0xf6f5f4 },
    { 0x8a4f1c, 0xc98a50, 0xffffff },
    { 0xf0a867, 0xf0a867, 0x1e1e1e },
  },
  .card = 0x363636,
  .text = 0xf6f5f4,
  .secondary = 0xc0bfbc,
  .past = 0x87858a,
  .grid = 0x4a4a4a,
  .axis = 0x9a9996,
  .accent = 0xa9cdf6,
  .inner = 0x454545,
  .outer = 0x3d3d3d,
};

/**
 * loket_palette_get:
 * @is_dark: whether the card below the chart is dark
 *
 * Returns: (transfer none): the colours
 */
const LoketPalette *
loket_palette_get (gboolean is_dark)
{
  return is_dark ? &dark : &light;
}

static LoketColour
get_part (const LoketBandColours *colours,
          guint                   n_colours,
          guint                   number)
{
  const LoketBandColours *one = &colours[number % n_colours];

  return number < n_colours ? one->fill : number < 2 * n_colours ? one->outline : one->label;
}

/**
 * loket_palette_get_ink:
 * @ink: not %LOKET_INK_NONE
 *
 * Returns: the colour that @ink has in @palette
 */
LoketColour
loket_palette_get_ink (const LoketPalette *palette,
                       LoketInk            ink)
{
  const LoketColour plain[] = { 0,
                                palette->card,
                                palette->text,
                                palette->secondary,
                                palette->past,
                                palette->grid,
                                palette->axis,
                                palette->accent,
                                palette->inner,
                                palette->outer };

  if (ink >= LOKET_INK_STEP_FILL)
    return get_part (palette->steps, LOKET_N_STEPS, ink - LOKET_INK_STEP_FILL);
  if (ink >= LOKET_INK_FILL)
    return get_part (palette->bands, LOKET_N_BANDS, ink - LOKET_INK_FILL);

  return plain[ink];
}

/**
 * loket_colour_set:
 *
 * Makes @colour the source of what is drawn next.
 */
void
loket_colour_set (cairo_t     *cr,
                  LoketColour  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
}
