/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can be said of few answers, and what cannot, in words and charts of dots. */

#pragma once

#include "loket-drawing.h"
#include "loket-findings.h"

G_BEGIN_DECLS

typedef struct
{
  char         *title; /* (owned) how many answers there are of how many */
  char         *forecast; /* (owned) when there will be enough */
  LoketDrawing *progress; /* (owned) the same as a bar */
  char         *grade; /* (owned) between which grades the mean lies */
  LoketDrawing *figures; /* (owned) the mean, over 24 months, and of everybody */
  char         *figures_note; /* (owned) how that is read */
  LoketDrawing *parts; /* (owned) (nullable) each graded question over 24 months */
  char         *parts_note; /* (owned) how that is read */
  GPtrArray    *absent; /* (owned) of LoketFinding: what is not shown, and why */
} LoketSmallWords;

LoketSmallWords *loket_small_words_new  (const LoketSummary *summary,
                                         const char         *language);
void             loket_small_words_free (LoketSmallWords    *self);
gboolean         loket_small_words_fit  (const LoketSummary *summary);
gboolean         loket_small_words_are_thin
                                        (const LoketSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSmallWords, loket_small_words_free)

G_END_DECLS
