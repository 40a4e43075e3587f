/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offices in the order of their mean grade. Persons are never ranked. */

#include "loket-ranking.h"

#include "loket-statistics.h"

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const LoketRank *one = a;
  const LoketRank *other = b;

  if (one->tenths != other->tenths)
    return one->tenths > other->tenths ? -1 : 1;
  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

/**
 * loket_ranking_sort:
 * @offices: (element-type LoketRank): to be ranked in place
 * @threshold: how many grades an office needs; those with fewer are taken out
 *
 * Ranks are dense: offices with the same rounded mean share one, and the next mean has the next.
 * Among these the one with most grades stands first, then the first by name.
 */
void
loket_ranking_sort (GArray *offices,
                    guint   threshold)
{
  for (guint i = offices->len; i > 0; i--)
    {
      LoketRank *office = &g_array_index (offices, LoketRank, i - 1);

      if (office->n == 0 || office->n < threshold)
        g_array_remove_index_fast (offices, i - 1);
      else
        office->tenths = (guint) loket_round_ratio (office->sum, office->n, 10);
    }
  g_array_sort (offices, compare_ranks);
  for (guint i = 0; i < offices->len; i++)
    {
      LoketRank *office = &g_array_index (offices, LoketRank, i);
      const LoketRank *before = i > 0 ? office - 1 : NULL;

      office->rank = before == NULL ? 1 : before->rank + (before->tenths != office->tenths ? 1 : 0);
    }
}
