/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the histograms of one item say: how many were asked, answered, chose what, and the mean. */

#include "loket-counts.h"

#include <math.h>

#include "loket-quantile.h"

/**
 * loket_counts_of_all:
 *
 * Returns: the counts of all that were tallied
 */
LoketCounts
loket_counts_of_all (const LoketTally *tally,
                     const LoketItem  *item)
{
  LoketCounts counts = { item, { NULL } };

  for (guint i = 0; i < loket_item_get_n_columns (item); i++)
    counts.columns[i] = loket_tally_get_total (tally, item, i);
  return counts;
}

/**
 * loket_counts_of_group:
 * @grouping: number of a grouping of the tally
 * @group: one of its groups
 *
 * Returns: the counts of that group
 */
LoketCounts
loket_counts_of_group (const LoketTally *tally,
                       const LoketItem  *item,
                       guint             grouping,
                       guint             group)
{
  LoketCounts counts = { item, { NULL } };

  for (guint i = 0; i < loket_item_get_n_columns (item); i++)
    counts.columns[i] = loket_tally_get_group (tally, item, i, grouping, group);
  return counts;
}

static guint
sum_up (const LoketCounts *counts,
        guint              first_code,
        guint              last_code)
{
  guint sum = 0;

  for (guint code = first_code; code <= last_code; code++)
    sum += counts->columns[0][code];
  return sum;
}

/* How many numbers count. */
static guint
get_n_valid (const LoketItem *item)
{
  return (guint) (item->valid_max - item->valid_min + 1);
}

/**
 * loket_counts_get_base:
 *
 * Returns: how many were asked: every code but the first
 */
guint
loket_counts_get_base (const LoketCounts *counts)
{
  return sum_up (counts, 1, loket_item_get_n_codes (counts->item) - 1);
}

/**
 * loket_counts_get_n:
 *
 * Returns: how many answered; of a grade or a number: with one that counts
 */
guint
loket_counts_get_n (const LoketCounts *counts)
{
  if (counts->item->kind == LOKET_ITEM_NUMBER)
    return sum_up (counts, 1, get_n_valid (counts->item));
  return sum_up (counts, 1, loket_item_get_n_codes (counts->item) - 2);
}

/* Of a choice: how often option number @option was chosen, missing ones included. */
static guint
count_option (const LoketCounts *counts,
              guint              option)
{
  if (counts->item->kind == LOKET_ITEM_MULTIPLE)
    return counts->columns[option][LOKET_CODE_CHOSEN];
  if (counts->item->kind == LOKET_ITEM_NUMBER)
    return counts->columns[0][get_n_valid (counts->item) + option + 1];
  return counts->columns[0][option + 1];
}

/**
 * loket_counts_get_na:
 *
 * Returns: how many chose no opinion, not known or n.v.t.; of a choice they are among those who
 *   answered, and choose nothing else
 */
guint
loket_counts_get_na (const LoketCounts *counts)
{
  guint na = 0;

  if (counts->item->kind == LOKET_ITEM_GRADE)
    return counts->item->na_when_empty ? counts->columns[0][LOKET_GRADE_NA] : 0;
  for (guint i = 0; i < counts->item->options->len; i++)
    {
      if (loket_item_get_option (counts->item, i)->is_missing)
        na += count_option (counts, i);
    }
  return na;
}

/**
 * loket_counts_get_outside:
 *
 * Returns: of a number: how many gave one that does not count
 */
guint
loket_counts_get_outside (const LoketCounts *counts)
{
  if (counts->item->kind != LOKET_ITEM_NUMBER)
    return 0;
  return counts->columns[0][loket_item_get_n_codes (counts->item) - 2];
}

/**
 * loket_counts_get_denominator:
 *
 * Returns: of how many the shares are
 */
guint
loket_counts_get_denominator (const LoketCounts *counts)
{
  const LoketItem *item = counts->item;
  guint na = loket_counts_get_na (counts);

  if (item->counts_unanswered)
    return loket_counts_get_base (counts) - (item->counts_missing ? 0 : na);
  if (item->kind == LOKET_ITEM_GRADE || item->kind == LOKET_ITEM_NUMBER)
    return loket_counts_get_n (counts) + (item->counts_missing ? na : 0);
  return loket_counts_get_n (counts) - (item->counts_missing ? 0 : na);
}

/**
 * loket_counts_get_option:
 * @option: number of an option
 *
 * Returns: how many chose it
 */
guint
loket_counts_get_option (const LoketCounts *counts,
                         guint              option)
{
  return count_option (counts, option);
}

/**
 * loket_counts_get_top:
 *
 * Returns: of a likert item: how many chose one of the options whose share is reported
 */
guint
loket_counts_get_top (const LoketCounts *counts)
{
  guint top = 0;

  for (guint i = 0; i < counts->item->options->len; i++)
    {
      if ((counts->item->top >> i & 1) != 0)
        top += count_option (counts, i);
    }
  return top;
}

/**
 * loket_counts_get_band:
 *
 * Returns: how many grades or numbers are in @band
 */
guint
loket_counts_get_band (const LoketCounts *counts,
                       const LoketBand   *band)
{
  int first = counts->item->kind == LOKET_ITEM_NUMBER ? counts->item->valid_min - 1 : 0;

  return sum_up (counts, (guint) (band->min - first), (guint) (band->max - first));
}

/* What an answer with code @code amounts to; FALSE for one that is no number. */
static gboolean
get_value (const LoketItem *item,
           guint            code,
           guint           *value)
{
  const LoketOption *option = NULL;

  if (item->kind == LOKET_ITEM_GRADE)
    *value = code;
  else if (item->kind == LOKET_ITEM_NUMBER)
    *value = code + (guint) item->valid_min - 1;
  if (item->kind == LOKET_ITEM_GRADE)
    return code <= LOKET_GRADE_MAX;
  if (item->kind == LOKET_ITEM_NUMBER)
    return code <= get_n_valid (item);
  option = code <= item->options->len ? loket_item_get_option (item, code - 1) : NULL;
  if (option == NULL || option->is_missing)
    return FALSE;
  *value = (guint) option->value;
  return TRUE;
}

/**
 * loket_counts_get_moments:
 *
 * Returns: of the grades, the numbers that count, or the values of a likert item without missing
 *   options
 */
LoketMoments
loket_counts_get_moments (const LoketCounts *counts)
{
  LoketMoments moments = { 0, 0, 0 };
  guint value = 0;

  for (guint code = 1; code < loket_item_get_n_codes (counts->item); code++)
    {
      guint64 count = counts->columns[0][code];

      if (count == 0 || !get_value (counts->item, code, &value))
        continue;
      moments.n += count;
      moments.sum += count * value;
      moments.squares += count * value * value;
    }
  return moments;
}

/**
 * loket_counts_get_median:
 *
 * Returns: of a number: the median of those that count, NaN when there are none
 */
double
loket_counts_get_median (const LoketCounts *counts)
{
  return counts->item->valid_min +
         loket_quantile_from_histogram (counts->columns[0] + 1, get_n_valid (counts->item), 0.5);
}

/**
 * loket_code_get_value:
 * @item: a grade, a number or a likert item
 * @code: as the frame has it
 *
 * Returns: the grade, number or value of one answer; NaN for what is none
 */
double
loket_code_get_value (const LoketItem *item,
                      guint            code)
{
  guint value = 0;

  return code > 0 && get_value (item, code, &value) ? value : NAN;
}
