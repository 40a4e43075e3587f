/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where everything of a chart of grades stands at a given width. */

#pragma once

#include "loket-band-rows.h"
#include "loket-lettering.h"
#include "loket-scale.h"

G_BEGIN_DECLS

/* From this many em on a column is shown. */
#define LOKET_BAND_PLOT_FROM    55
#define LOKET_BAND_COLUMNS_FROM 40

typedef struct
{
  double   x;
  double   width;
  guint    percent; /* rounded half up */
  gboolean has_number; /* its per cent fits in it */
} LoketBandSegment;

/* Of a row. Middles are half way the height of digits. */
typedef struct
{
  double           top;
  double           bottom;
  double           label_middle; /* of the first line */
  guint            label_lines;
  double           bar_top;
  double           note_middle; /* when the label stands above the bar */
  LoketBandSegment segments[LOKET_N_BANDS];
} LoketBandPlace;

typedef struct
{
  double x;
  double middle;
} LoketBandKey;

typedef struct
{
  double       em;
  double       width;
  double       height;
  gboolean     is_stacked; /* the label stands above the bar, the figures under it */
  gboolean     has_bars;
  gboolean     is_compact;
  gboolean     has_plot; /* of the means and their intervals */
  gboolean     has_split_notes; /* the other period stands on a line of its own */
  LoketBandKey keys[LOKET_N_BANDS];
  double       header_middle; /* of the names of columns */
  double       label_width;
  double       bar_x;
  double       bar_width;
  double       bar_height;
  double       mean_right;
  double       thin_right; /* of the word that says that a row is thin, when there are no bars */
  double       plot_x;
  double       plot_width;
  double       plot_top;
  double       plot_bottom;
  double       n_right;
  double       past_right;
  double       rule_y; /* of the line under the total, negative: none */
  LoketScale   scale; /* of the plot */
  GArray      *places; /* (owned) of LoketBandPlace, one for each row */
} LoketBandLayout;

LoketBandLayout      *loket_band_layout_new       (const LoketBandChart  *chart,
                                                   LoketLettering        *lettering,
                                                   double                 width);
void                  loket_band_layout_free      (LoketBandLayout       *layout);
const LoketBandPlace *loket_band_layout_get_place (const LoketBandLayout *layout,
                                                   guint                  row);
double                loket_band_layout_get_x     (const LoketBandLayout *layout,
                                                   double                 grade);
char                 *loket_band_layout_dup_note  (const LoketBandRow    *row);
char                 *loket_band_layout_dup_past  (const LoketBandChart  *chart,
                                                   const LoketBandRow    *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketBandLayout, loket_band_layout_free)

G_END_DECLS
