/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of statements with a scale of options: stacked bars, the best options first, who gave no
 * opinion in an outline. */

#pragma once

#include "loket-drawing.h"

G_BEGIN_DECLS

#define LOKET_LIKERT_MOST 7

typedef struct
{
  const char *id; /* of the item */
  const char *label;
  gboolean    is_hidden;
  guint       counts[LOKET_LIKERT_MOST]; /* of the options with a value, the best first */
  guint       missing; /* who gave no opinion */
  guint       top; /* how many chose one of the best options ... */
  guint       top_base; /* ... of how many */
} LoketLikertRow;

/* What the rows have in common. */
typedef struct
{
  const char        *title;
  const char *const *options; /* their texts, the best first */
  guint              n_options;
  const char        *missing; /* (nullable) the text of no opinion */
  const char        *top; /* what the share of the best options is called */
} LoketLikertScale;

LoketDrawing *loket_likert_chart_new (const LoketLikertScale *scale,
                                      const LoketLikertRow   *rows,
                                      guint                   n_rows);

G_END_DECLS
