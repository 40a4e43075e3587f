/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can be said of few answers, and what cannot, in words. */

#pragma once

#include "loket-findings.h"

G_BEGIN_DECLS

/* Every row is a sentence and what it rests on. */
typedef struct
{
  char      *title; /* (owned) how many answers there are of how many */
  char      *forecast; /* (owned) when there will be enough */
  double     part; /* of what is needed, 0 to 1 */
  GPtrArray *figures; /* (owned) of LoketFinding: the grade, over 24 months, and of everybody */
  GPtrArray *parts; /* (owned) of LoketFinding: each graded question over 24 months */
  GPtrArray *absent; /* (owned) of LoketFinding: what is not shown, and why */
} LoketSmallWords;

LoketSmallWords *loket_small_words_new  (const LoketSummary *summary,
                                         const char         *language);
void             loket_small_words_free (LoketSmallWords    *self);
gboolean         loket_small_words_fit  (const LoketSummary *summary);
gboolean         loket_small_words_are_thin
                                        (const LoketSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSmallWords, loket_small_words_free)

G_END_DECLS
