/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The four figures at the head of an overview, each with its verdict in words. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_KEY_FIGURE_MEAN,
  LOKET_KEY_FIGURE_GOOD,
  LOKET_KEY_FIGURE_ANSWERS,
  LOKET_KEY_FIGURE_RESPONSE,
  LOKET_N_KEY_FIGURES
} LoketKeyFigureKind;

/* A text is empty when there is nothing to say. */
typedef struct
{
  char *caption; /* (owned) */
  char *value; /* (owned) a dash when it cannot be shown */
  char *past; /* (owned) the same of the other period */
  char *verdict; /* (owned) whether it changed, or what it consists of */
  char *note; /* (owned) the interval and n, or why there is no value */
} LoketKeyFigure;

LoketKeyFigure *loket_key_figure_new  (const LoketSummary   *summary,
                                       LoketKeyFigureKind    kind);
void            loket_key_figure_free (LoketKeyFigure       *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketKeyFigure, loket_key_figure_free)

G_END_DECLS
