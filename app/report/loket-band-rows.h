/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a chart of grades shows: a row for each question, with its figures as they are read. */

#pragma once

#include "loket-drawing.h"
#include "loket-summary.h"

G_BEGIN_DECLS

typedef struct
{
  char        *label; /* (owned) the question in a few words */
  gboolean     is_total; /* stands apart from the others, in bold */
  gboolean     is_hidden; /* too few answered: nothing but the label is set */
  gboolean     is_others; /* of whom the chart is not about: in grey, without the interval */
  gboolean     is_thin; /* few answered: no bar, and the interval is dashed */
  guint        counts[LOKET_N_BANDS];
  guint        base; /* who was asked */
  guint        n; /* who gave a grade */
  LoketMoments grades;
  LoketMoments against; /* of the other period */
  double       mean;
  double       low; /* of the interval of the mean, NaN where undefined */
  double       high;
  gboolean     has_past;
  double       past; /* the mean of the other period */
  LoketChange  change;
  char        *mean_text; /* (owned) */
  char        *interval_text; /* (owned) empty where undefined */
  char        *n_text; /* (owned) */
  char        *past_text; /* (owned) with its glyph when there is a change; "new"; or empty */
} LoketBandRow;

typedef struct
{
  LoketDrawing  drawing;
  char         *keys[LOKET_N_BANDS]; /* (owned) what each part of a bar means */
  char         *names[LOKET_N_BANDS]; /* (owned) the same, without its grades */
  char         *title; /* (owned) (nullable) NULL: of grades */
  char         *past_name; /* (owned) (nullable) the other period; NULL: compared with nothing */
  char         *thin_text; /* (owned) */
  char         *hidden_text; /* (owned) */
  GArray       *rows; /* (owned) of LoketBandRow */
  gboolean      is_means; /* no bars: the means take their place */
  gboolean      is_untested; /* the other means stand beside, nothing is said of the difference */
} LoketBandChart;

void                loket_band_rows_fill      (LoketBandChart       *chart,
                                               const LoketSummary   *summary,
                                               const char           *language);
void                loket_band_rows_begin     (LoketBandChart       *chart,
                                               guint                 thin);
void                loket_band_rows_add       (LoketBandChart       *chart,
                                               const char           *label,
                                               const LoketQuestionSummary *question);
void                loket_band_rows_clear     (LoketBandChart       *chart);
const LoketBandRow *loket_band_chart_get_row  (const LoketBandChart *chart,
                                               guint                 index);
gboolean            loket_band_chart_has_bars (const LoketBandChart *chart);
gboolean            loket_band_row_has_bar    (const LoketBandRow   *row);
char               *loket_band_chart_describe (const LoketBandChart *chart,
                                               guint                 index);
LoketSheet         *loket_band_chart_tabulate (const LoketBandChart *chart);

G_END_DECLS
