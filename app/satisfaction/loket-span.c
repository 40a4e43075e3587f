/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gaussian elimination on sparse rows. */

#include "loket-span.h"

#include <string.h>

#define WORD_BITS 64

struct _LoketSpan
{
  guint          n_columns;
  LoketSpanRow **rows; /* (owned) by pivot; NULL where there is none */
  guint64       *sum; /* (owned) scratch: the row that is being added, all zero in between */
  guint64       *marks; /* (owned) scratch: a bit for each column of it that may not be zero */
  GArray        *left; /* (owned) scratch: of LoketSpanEntry, what is left of it */
};

static guint64
multiply (guint64 one,
          guint64 other)
{
  unsigned __int128 product = (unsigned __int128) one * other;
  guint64 sum = (guint64) (product & LOKET_SPAN_PRIME) + (guint64) (product >> 61);

  return sum >= LOKET_SPAN_PRIME ? sum - LOKET_SPAN_PRIME : sum;
}

static guint64
subtract (guint64 one,
          guint64 other)
{
  return one >= other ? one - other : one + LOKET_SPAN_PRIME - other;
}

/* By Fermat: a to the power of the prime less 2. */
static guint64
invert (guint64 value)
{
  guint64 inverse = 1;

  for (guint64 power = LOKET_SPAN_PRIME - 2; power > 0; power >>= 1)
    {
      if (power & 1)
        inverse = multiply (inverse, value);
      value = multiply (value, value);
    }
  return inverse;
}

/**
 * loket_span_new:
 *
 * Returns: (transfer full): what follows from nothing
 */
LoketSpan *
loket_span_new (guint n_columns)
{
  LoketSpan *span = g_new0 (LoketSpan, 1);

  span->n_columns = n_columns;
  span->rows = g_new0 (LoketSpanRow *, n_columns + 1);
  span->sum = g_new0 (guint64, n_columns + 1);
  span->marks = g_new0 (guint64, n_columns / WORD_BITS + 1);
  span->left = g_array_new (FALSE, FALSE, sizeof (LoketSpanEntry));
  return span;
}

/**
 * loket_span_copy:
 *
 * Returns: (transfer full): a span of the same, to which other sums can be added
 */
LoketSpan *
loket_span_copy (const LoketSpan *span)
{
  LoketSpan *copy = loket_span_new (span->n_columns);

  for (guint i = 0; i < span->n_columns; i++)
    copy->rows[i] = span->rows[i] != NULL ? g_rc_box_acquire (span->rows[i]) : NULL;
  return copy;
}

void
loket_span_free (LoketSpan *span)
{
  for (guint i = 0; i < span->n_columns; i++)
    g_clear_pointer (&span->rows[i], g_rc_box_release);
  g_free (span->rows);
  g_free (span->sum);
  g_free (span->marks);
  g_clear_pointer (&span->left, g_array_unref);
  g_free (span);
}

static void
mark (LoketSpan *span,
      guint      column)
{
  span->marks[column / WORD_BITS] |= G_GUINT64_CONSTANT (1) << column % WORD_BITS;
}

/* Takes the row out of the sum, so that its pivot becomes zero there. */
static void
clear_pivot (LoketSpan          *span,
             const LoketSpanRow *row,
             guint64             factor)
{
  for (guint i = 1; i < row->n_entries; i++)
    {
      const LoketSpanEntry *entry = &row->entries[i];
      guint64 part = entry->value == 1 ? factor : multiply (factor, entry->value);

      span->sum[entry->column] = subtract (span->sum[entry->column], part);
      mark (span, entry->column);
    }
}

static void
take_column (LoketSpan *span,
             guint      column)
{
  LoketSpanEntry left = { column, span->sum[column] };

  span->sum[column] = 0;
  if (left.value == 0)
    return;
  if (span->rows[column] != NULL)
    clear_pivot (span, span->rows[column], left.value);
  else
    g_array_append_val (span->left, left);
}

/* Leaves of the sum what does not follow yet, and the scratch space empty. */
static void
reduce (LoketSpan *span)
{
  g_array_set_size (span->left, 0);
  for (guint word = 0; word <= span->n_columns / WORD_BITS; word++)
    {
      while (span->marks[word] != 0)
        {
          guint bit = (guint) __builtin_ctzll (span->marks[word]);

          span->marks[word] &= span->marks[word] - 1;
          take_column (span, word * WORD_BITS + bit);
        }
    }
}

static gboolean
store_row (LoketSpan *span)
{
  const LoketSpanEntry *left = (const LoketSpanEntry *) (gpointer) span->left->data;
  LoketSpanRow *row = NULL;
  guint64 factor = 1;

  if (span->left->len == 0)
    return FALSE;
  row = g_rc_box_alloc (sizeof *row + span->left->len * sizeof *row->entries);
  row->n_entries = span->left->len;
  memcpy (row->entries, left, span->left->len * sizeof *left);
  if (left[0].value != 1)
    factor = invert (left[0].value);
  for (guint i = 0; factor != 1 && i < row->n_entries; i++)
    row->entries[i].value = multiply (row->entries[i].value, factor);
  span->rows[row->entries[0].column] = row;
  return TRUE;
}

/**
 * loket_span_add:
 * @columns: (array length=n): of which the sum is known
 *
 * Returns: whether it did not follow already
 */
gboolean
loket_span_add (LoketSpan   *span,
                const guint *columns,
                guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      span->sum[columns[i]] = 1;
      mark (span, columns[i]);
    }
  reduce (span);
  return store_row (span);
}

/**
 * loket_span_get_tail:
 * @first: a column
 *
 * Returns: (transfer full): the rows that begin from @first on, in reduced form: each is zero at
 *   the pivots of all others
 */
LoketSpan *
loket_span_get_tail (const LoketSpan *span,
                     guint            first)
{
  LoketSpan *tail = loket_span_new (span->n_columns);

  for (guint pivot = span->n_columns; pivot > first; pivot--)
    {
      const LoketSpanRow *row = span->rows[pivot - 1];

      for (guint i = 0; row != NULL && i < row->n_entries; i++)
        {
          tail->sum[row->entries[i].column] = row->entries[i].value;
          mark (tail, row->entries[i].column);
        }
      if (row == NULL)
        continue;
      reduce (tail);
      store_row (tail);
    }
  return tail;
}

/**
 * loket_span_get_row:
 *
 * Returns: (transfer none) (nullable): the row that begins at @pivot
 */
const LoketSpanRow *
loket_span_get_row (const LoketSpan *span,
                    guint            pivot)
{
  return span->rows[pivot];
}
