/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Everything that follows, by adding and subtracting, from sums that are known.
 *
 * A sum is a set of columns. The span is kept in echelon form: each row begins at a column of its
 * own, its pivot, and the rows that begin at a column or later span all that follows and has
 * nothing before that column. So whoever numbers the columns that matter last reads off what
 * follows about them alone.
 *
 * Numbers are whole, modulo the prime 2^61 - 1: nothing is rounded, and nothing grows. What follows
 * over the rationals follows modulo a prime as well, unless the prime divides the denominator of
 * every way to derive it. Denominators are minors of a matrix of zeros and ones, nearly always 1
 * here, and whether they are a multiple of this prime is not in the hands of anybody. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LOKET_SPAN_PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)

typedef struct
{
  guint   column;
  guint64 value; /* from 1, modulo the prime */
} LoketSpanEntry;

/* Immutable; the first entry is the pivot, with the value 1; columns grow. */
typedef struct
{
  guint          n_entries;
  LoketSpanEntry entries[];
} LoketSpanRow;

typedef struct _LoketSpan LoketSpan;

LoketSpan          *loket_span_new      (guint                  n_columns);
LoketSpan          *loket_span_copy     (const LoketSpan       *span);
void                loket_span_free     (LoketSpan             *span);
gboolean            loket_span_add      (LoketSpan             *span,
                                         const guint           *columns,
                                         guint                  n);
LoketSpan          *loket_span_get_tail (const LoketSpan       *span,
                                         guint                  first);
const LoketSpanRow *loket_span_get_row  (const LoketSpan       *span,
                                         guint                  pivot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSpan, loket_span_free)

G_END_DECLS
