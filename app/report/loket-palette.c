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
  .card = 0xffffff,
  .text = 0x2e2e2e,
  .secondary = 0x5e5c64,
  .past = 0x8c8a88,
  .grid = 0xe3e1de,
  .axis = 0x8c8a88,
  .accent = 0x1a5fb4,
};

static const LoketPalette dark = {
  .bands = {
    [LOKET_BAND_GOOD] = { 0xa9cdf6, 0xa9cdf6, 0x1e1e1e },
    [LOKET_BAND_SUFFICIENT] = { 0x3f6699, 0x7fa6d6, 0xffffff },
    [LOKET_BAND_INSUFFICIENT] = { 0xe07a22, 0xe07a22, 0x1e1e1e },
    [LOKET_BAND_NA] = { 0x363636, 0xa5a3a0, 0xd0cfcc },
  },
  .card = 0x363636,
  .text = 0xf6f5f4,
  .secondary = 0xc0bfbc,
  .past = 0x87858a,
  .grid = 0x4a4a4a,
  .axis = 0x9a9996,
  .accent = 0xa9cdf6,
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
