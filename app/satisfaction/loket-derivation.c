/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A set of persons follows from what is known when a vector of zeros and ones is in the span. In
 * reduced form such a vector is the sum of the rows at whose pivots it has a one, and at most four
 * persons are at most four rows. */

#include "loket-derivation.h"

#include "loket-disclosure.h"

#define MAX_PERSONS (LOKET_DISCLOSURE_MIN - 1)
/* Combinations that are looked at for each row. Sets that are one row, which is nearly all there
 * are, take none; the rest is so roundabout that there must be an end. A long row would need three
 * others that take nearly all of it away. */
#define MAX_STEPS   20
#define MAX_LENGTH  40

typedef struct
{
  const LoketDerivation *derivation;
  LoketSpan             *tail; /* (owned) */
  GPtrArray             *users; /* (owned) of GArray of guint: by column, pivots of rows with it */
  guint                  n_steps; /* from the first row on */
  guint                  chosen[MAX_PERSONS]; /* pivots */
  GPtrArray             *found; /* (owned) of GArray of guint */
} Search;

static void
clear_search (Search *search)
{
  g_clear_pointer (&search->tail, loket_span_free);
  g_clear_pointer (&search->users, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static guint
count_persons (const Search *search,
               guint         column)
{
  return search->derivation->persons[column - search->derivation->first];
}

static GArray *
get_users (const Search *search,
           guint         column)
{
  return g_ptr_array_index (search->users, column - search->derivation->first);
}

static void
init_search (Search                *search,
             const LoketDerivation *derivation)
{
  search->derivation = derivation;
  search->tail = loket_span_get_tail (derivation->span, derivation->first);
  search->users = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = derivation->first; i < derivation->end; i++)
    g_ptr_array_add (search->users, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint pivot = derivation->first; pivot < derivation->end; pivot++)
    {
      const LoketSpanRow *row = loket_span_get_row (search->tail, pivot);

      for (guint i = 1; row != NULL && i < row->n_entries; i++)
        {
          if (row->entries[i].column < derivation->end)
            g_array_append_val (get_users (search, row->entries[i].column), pivot);
        }
    }
}

/* The sum of a vector and a row. */
static GArray *
add_row (const GArray       *vector,
         const LoketSpanRow *row)
{
  GArray *sum = g_array_sized_new (FALSE, FALSE, sizeof (LoketSpanEntry),
                                   vector->len + row->n_entries);
  guint i = 0;
  guint k = 0;

  while (i < vector->len || k < row->n_entries)
    {
      const LoketSpanEntry *one =
          i < vector->len ? &g_array_index (vector, LoketSpanEntry, i) : NULL;
      const LoketSpanEntry *other = k < row->n_entries ? &row->entries[k] : NULL;
      gboolean takes_one = one != NULL && (other == NULL || one->column <= other->column);
      gboolean takes_other = other != NULL && (one == NULL || other->column <= one->column);
      LoketSpanEntry entry = takes_one ? *one : *other;

      if (takes_one && takes_other)
        entry.value = (one->value + other->value) % LOKET_SPAN_PRIME;
      if (entry.value != 0)
        g_array_append_val (sum, entry);
      i += takes_one ? 1 : 0;
      k += takes_other ? 1 : 0;
    }
  return sum;
}

static gboolean
is_chosen (const Search *search,
           guint         n_chosen,
           guint         pivot)
{
  for (guint i = 0; i < n_chosen; i++)
    {
      if (search->chosen[i] == pivot)
        return TRUE;
    }
  return FALSE;
}

static guint
count_chosen (const Search *search,
              guint         n_chosen)
{
  guint persons = 0;

  for (guint i = 0; i < n_chosen; i++)
    persons += count_persons (search, search->chosen[i]);
  return persons;
}

/* What another row must change so that @vector can become a set of few persons: a column with
 * something else than 0 or 1, or, of persons who are too many, enough that one of them must go.
 * Empty when it is such a set. */
static GArray *
find_faults (const Search *search,
             const GArray *vector,
             guint         n_chosen)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (guint));
  guint persons = count_chosen (search, n_chosen);

  for (guint i = 0; i < vector->len; i++)
    {
      const LoketSpanEntry *entry = &g_array_index (vector, LoketSpanEntry, i);

      if (entry->column >= search->derivation->end)
        break;
      if (entry->value != 1)
        {
          g_array_set_size (faults, 0);
          g_array_append_val (faults, entry->column);
          return faults;
        }
      if (persons > MAX_PERSONS || is_chosen (search, n_chosen, entry->column))
        continue;
      persons += count_persons (search, entry->column);
      g_array_append_val (faults, entry->column);
    }
  if (persons <= MAX_PERSONS)
    g_array_set_size (faults, 0);
  return faults;
}

/* Takes the sums in question that @vector is made with; without any it follows from what is known
 * anyhow. */
static gboolean
take_found (Search       *search,
            const GArray *vector)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < vector->len; i++)
    {
      guint column = g_array_index (vector, LoketSpanEntry, i).column;

      if (column >= search->derivation->end)
        g_array_append_val (used, column);
    }
  if (used->len == 0)
    return FALSE;
  g_ptr_array_add (search->found, g_steal_pointer (&used));
  return TRUE;
}

static gboolean
look_further (Search       *search,
              const GArray *vector,
              guint         n_chosen)
{
  g_autoptr (GArray) faults = NULL;

  if (count_chosen (search, n_chosen) > MAX_PERSONS)
    return FALSE;
  faults = find_faults (search, vector, n_chosen);
  if (faults->len == 0)
    return take_found (search, vector);
  if (n_chosen == MAX_PERSONS || vector->len > MAX_LENGTH)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    {
      const GArray *users = get_users (search, g_array_index (faults, guint, i));

      for (guint k = 0; k < users->len && search->n_steps < MAX_STEPS; k++)
        {
          guint pivot = g_array_index (users, guint, k);
          g_autoptr (GArray) sum = NULL;

          /* The set is found from the first of its rows. */
          if (pivot <= search->chosen[0] || is_chosen (search, n_chosen, pivot))
            continue;
          search->n_steps++;
          search->chosen[n_chosen] = pivot;
          sum = add_row (vector, loket_span_get_row (search->tail, pivot));
          if (look_further (search, sum, n_chosen + 1))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * loket_derivation_find:
 *
 * Returns: (transfer full) (element-type GArray): for sets of 1 to 4 persons that can be derived
 *   and could not be without the columns behind the persons: which of those columns are needed, as
 *   guint; empty when there is no such set
 */
GPtrArray *
loket_derivation_find (const LoketDerivation *derivation)
{
  g_auto (Search) search = { 0 };

  init_search (&search, derivation);
  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint pivot = derivation->first; pivot < derivation->end; pivot++)
    {
      const LoketSpanRow *row = loket_span_get_row (search.tail, pivot);
      g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (LoketSpanEntry));

      if (row == NULL)
        continue;
      g_array_append_vals (vector, row->entries, row->n_entries);
      search.chosen[0] = pivot;
      search.n_steps = 0;
      look_further (&search, vector, 1);
    }
  return search.found;
}
