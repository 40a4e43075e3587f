/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The colours of charts, on a light and on a dark card. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* As 0xRRGGBB. */
typedef guint32 LoketColour;

typedef enum
{
  LOKET_BAND_GOOD,
  LOKET_BAND_SUFFICIENT,
  LOKET_BAND_INSUFFICIENT,
  LOKET_BAND_NA,
  LOKET_N_BANDS
} LoketBandPart;

typedef struct
{
  LoketColour fill;
  LoketColour outline;
  LoketColour label;
} LoketBandColours;

typedef struct
{
  LoketBandColours bands[LOKET_N_BANDS];
  LoketColour      card;
  LoketColour      text;
  LoketColour      secondary;
  LoketColour      past; /* another period */
  LoketColour      grid;
  LoketColour      axis;
  LoketColour      accent;
} LoketPalette;

const LoketPalette *loket_palette_get      (gboolean     is_dark);
void                loket_colour_set       (cairo_t     *cr,
                                            LoketColour  colour);

G_END_DECLS
