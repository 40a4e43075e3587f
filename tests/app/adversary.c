/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Plain Gauss-Jordan elimination on a full matrix, modulo a prime so that nothing is rounded. It
 * shares no code with what it is to find holes in. */

#include "adversary.h"

#include <string.h>

#define PRIME G_GUINT64_CONSTANT (2147483647)

struct _Adversary
{
  guint     n_unknowns;
  GPtrArray *equations; /* (owned) of guint64: a coefficient for each unknown, then n and sum */
  gboolean *is_nobody; /* (owned) unknowns known to be empty */
  GPtrArray *rows; /* (owned) of guint64: solved */
  GArray    *pivots; /* (owned) of guint: of each solved row */
};

Adversary *
adversary_new (guint n_unknowns)
{
  Adversary *self = g_new0 (Adversary, 1);

  self->n_unknowns = n_unknowns;
  self->equations = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->pivots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_nobody = g_new0 (gboolean, n_unknowns);
  return self;
}

void
adversary_free (Adversary *self)
{
  g_clear_pointer (&self->equations, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->pivots, g_array_unref);
  g_free (self->is_nobody);
  g_free (self);
}

static guint64 *
create_row (const Adversary *self,
            const gboolean  *members,
            guint64          n,
            guint64          sum)
{
  guint64 *row = g_new0 (guint64, self->n_unknowns + 2);

  for (guint i = 0; i < self->n_unknowns; i++)
    row[i] = members[i] ? 1 : 0;
  row[self->n_unknowns] = n % PRIME;
  row[self->n_unknowns + 1] = sum % PRIME;
  return row;
}

/* Somebody showed how many @members are and what they gave together. */
void
adversary_learn (Adversary      *self,
                 const gboolean *members,
                 guint           n,
                 guint64         sum)
{
  g_ptr_array_add (self->equations, create_row (self, members, n, sum));
}

/* A group is not in a table, not even as a hidden one. */
void
adversary_learn_nobody (Adversary      *self,
                        const gboolean *members)
{
  for (guint i = 0; i < self->n_unknowns; i++)
    self->is_nobody[i] = self->is_nobody[i] || members[i];
}

/* Takes @factor times @other from @row, from column @first on. */
static void
take (const Adversary *self,
      guint64         *row,
      const guint64   *other,
      guint64          factor,
      guint            first)
{
  for (guint i = first; i < self->n_unknowns + 2; i++)
    {
      if (other[i] != 0)
        row[i] = (row[i] + (PRIME - factor) * other[i]) % PRIME;
    }
}

static void
reduce (const Adversary *self,
        guint64         *row)
{
  for (guint i = 0; i < self->n_unknowns; i++)
    row[i] = self->is_nobody[i] ? 0 : row[i];
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint pivot = g_array_index (self->pivots, guint, i);

      if (row[pivot] != 0)
        take (self, row, g_ptr_array_index (self->rows, i), row[pivot], 0);
    }
}

static guint64
invert (guint64 value)
{
  guint64 inverse = 1;

  for (guint64 power = PRIME - 2; power > 0; power /= 2)
    {
      if (power % 2 == 1)
        inverse = inverse * value % PRIME;
      value = value * value % PRIME;
    }
  return inverse;
}

static void
keep (Adversary *self,
      guint64   *row)
{
  guint pivot = 0;
  guint64 inverse = 0;

  while (pivot < self->n_unknowns && row[pivot] == 0)
    pivot++;
  if (pivot == self->n_unknowns)
    {
      /* What is shown must not contradict itself. */
      g_assert_cmpuint (row[self->n_unknowns], ==, 0);
      g_assert_cmpuint (row[self->n_unknowns + 1], ==, 0);
      return;
    }
  inverse = invert (row[pivot]);
  for (guint i = 0; i < self->n_unknowns + 2; i++)
    row[i] = row[i] * inverse % PRIME;
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint64 *other = g_ptr_array_index (self->rows, i);

      if (other[pivot] != 0)
        take (self, other, row, other[pivot], 0);
    }
  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->pivots, pivot);
}

void
adversary_solve (Adversary *self)
{
  for (guint i = 0; i < self->equations->len; i++)
    {
      guint64 *row = g_ptr_array_index (self->equations, i);

      reduce (self, row);
      keep (self, row);
    }
}

/* Whether it follows how many @members are and what they gave together. */
gboolean
adversary_derive (Adversary      *self,
                  const gboolean *members,
                  guint          *n,
                  guint64        *sum)
{
  g_autofree guint64 *row = create_row (self, members, 0, 0);

  reduce (self, row);
  for (guint i = 0; i < self->n_unknowns; i++)
    {
      if (row[i] != 0)
        return FALSE;
    }
  *n = (guint) ((PRIME - row[self->n_unknowns]) % PRIME);
  *sum = (PRIME - row[self->n_unknowns + 1]) % PRIME;
  return TRUE;
}
