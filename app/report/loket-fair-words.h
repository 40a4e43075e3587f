/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A fair comparison in words: where somebody stands, and what that does not mean. */

#pragma once

#include "loket-question-summary.h"

G_BEGIN_DECLS

char *loket_fair_words_place   (const LoketFairUnit        *unit,
                                guint                       thin);
char *loket_fair_words_explain (const LoketQuestionSummary *question,
                                const LoketFairUnit        *unit,
                                const char                 *name);
char *loket_fair_words_chance  (const LoketFair            *fair);
char *loket_fair_words_formula (const LoketQuestionSummary *question);
char *loket_fair_words_hidden  (const LoketQuestionSummary *question);

G_END_DECLS
