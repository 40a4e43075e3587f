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

/* From the best of a scale of options to the worst. */
#define LOKET_N_STEPS 5

typedef struct
{
  LoketColour fill;
  LoketColour outline;
  LoketColour label;
} LoketBandColours;

/* What something is drawn in: a colour of whatever palette it is drawn with. */
typedef enum
{
  LOKET_INK_NONE,
  LOKET_INK_CARD,
  LOKET_INK_TEXT,
  LOKET_INK_SECONDARY,
  LOKET_INK_PAST,
  LOKET_INK_GRID,
  LOKET_INK_AXIS,
  LOKET_INK_ACCENT,
  LOKET_INK_INNER, /* between the near limits of a funnel */
  LOKET_INK_OUTER, /* between the far ones */
  LOKET_INK_FILL, /* of the first band; of the others: plus their number */
  LOKET_INK_OUTLINE = LOKET_INK_FILL + LOKET_N_BANDS,
  LOKET_INK_LABEL = LOKET_INK_OUTLINE + LOKET_N_BANDS,
  LOKET_INK_STEP_FILL = LOKET_INK_LABEL + LOKET_N_BANDS, /* likewise, of steps */
  LOKET_INK_STEP_OUTLINE = LOKET_INK_STEP_FILL + LOKET_N_STEPS,
  LOKET_INK_STEP_LABEL = LOKET_INK_STEP_OUTLINE + LOKET_N_STEPS,
  LOKET_N_INKS = LOKET_INK_STEP_LABEL + LOKET_N_STEPS
} LoketInk;

typedef struct
{
  LoketBandColours bands[LOKET_N_BANDS];
  LoketBandColours steps[LOKET_N_STEPS];
  LoketColour      card;
  LoketColour      text;
  LoketColour      secondary;
  LoketColour      past; /* another period */
  LoketColour      grid;
  LoketColour      axis;
  LoketColour      accent;
  LoketColour      inner;
  LoketColour      outer;
} LoketPalette;

const LoketPalette *loket_palette_get     (gboolean            is_dark);
LoketColour         loket_palette_get_ink (const LoketPalette *palette,
                                           LoketInk            ink);
void                loket_colour_set      (cairo_t            *cr,
                                           LoketColour         colour);

G_END_DECLS
