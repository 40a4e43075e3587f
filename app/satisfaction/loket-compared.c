/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests the mean of a group, or its share that is satisfied, against that of all others. */

#include "loket-compared.h"

#include <math.h>

/* Below this p a difference is called one. */
#define SIGNIFICANCE 0.05

/**
 * loket_change_judge:
 * @p: of a two-sided test, NaN where it is undefined
 *
 * Returns: what to say of @difference, to one side only where it is significant
 */
LoketChange
loket_change_judge (double p,
                    double difference)
{
  if (isnan (p) || p >= SIGNIFICANCE)
    return LOKET_CHANGE_NONE;
  return difference > 0 ? LOKET_CHANGE_UP : LOKET_CHANGE_DOWN;
}

/**
 * loket_compared_find:
 * @grouping: number of a grouping of the request
 * @hidden: which groups of it are hidden, in the order of its groups
 *
 * Returns: all who answered @question; of a fact, only those who are about a trajectory, but all
 *   when how many are about none has to stay hidden: they could be worked out
 */
LoketCompared
loket_compared_find (const LoketSummarySource   *source,
                     const LoketQuestionSummary *question,
                     guint                       grouping,
                     const gboolean             *hidden)
{
  const LoketGrouping *by = &g_array_index (source->request->by, LoketGrouping, grouping);
  LoketCompared all = { question->grades, question->top };
  guint nowhere = by->kind == LOKET_GROUPING_FACT ? loket_facts_get_nowhere (by->item) : 0;
  LoketCounts counts = { 0 };
  LoketMoments grades = { 0 };

  if (nowhere == 0 || hidden[nowhere - 1])
    return all;
  counts = loket_counts_of_group (source->tally, question->item, grouping, nowhere);
  if (loket_item_is_measured (question->item))
    {
      grades = loket_counts_get_moments (&counts);
      all.grades = loket_moments_subtract (&all.grades, &grades);
    }
  if (question->has_top)
    {
      all.top.count -= loket_counts_get_top (&counts);
      all.top.base -= loket_counts_get_denominator (&counts);
    }
  return all;
}

/* The mean of a group against that of all others. */
static void
compare_mean (LoketGroupSummary *group)
{
  group->test = LOKET_TEST_WELCH;
  group->p = loket_welch_get_p (&group->grades, &group->others);
  group->differs =
      loket_change_judge (group->p, loket_moments_get_mean (&group->grades) -
                                        loket_moments_get_mean (&group->others));
}

/* The share of a group that is satisfied against that of all others. */
static void
compare_top (LoketGroupSummary   *group,
             const LoketCompared *all)
{
  guint count = all->top.count - group->top.count;
  guint base = all->top.base - group->top.base;

  group->test = LOKET_TEST_Z;
  group->p = loket_shares_get_p (group->top.count, group->top.base, count, base);
  group->differs =
      loket_change_judge (group->p, loket_share_get (group->top.count, group->top.base) -
                                        loket_share_get (count, base));
}

/**
 * loket_compared_judge:
 * @group: (inout): one that is shown
 *
 * Says how @group differs from all others, two-sided 5%: the share that is satisfied by a z-test
 * where there is one, else the mean by Welch's. Who are about no trajectory are compared with
 * nobody.
 */
void
loket_compared_judge (const LoketCompared        *all,
                      const LoketQuestionSummary *question,
                      LoketGroupSummary          *group)
{
  if (!loket_item_is_measured (question->item) ||
      (group->by.kind == LOKET_GROUPING_FACT &&
       group->group == loket_facts_get_nowhere (group->by.item)))
    return;
  group->others = loket_moments_subtract (&all->grades, &group->grades);
  if (group->has_top)
    compare_top (group, all);
  else
    compare_mean (group);
  group->adjusted_p = group->p;
}
