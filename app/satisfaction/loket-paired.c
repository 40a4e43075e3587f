/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the same persons answered in two waves. */

#include "loket-paired.h"

#include <math.h>

#include "loket-counts.h"
#include "loket-disclosure.h"

#define SIGNIFICANCE 0.05

/* What each person answered; NaN for nothing. */
typedef struct
{
  double *before; /* (owned) by number of the person */
  double *after; /* (owned) */
  guint   n_before; /* how many answered, known by name or not */
  guint   n_after;
} Answers;

static void
clear_answers (Answers *answers)
{
  g_clear_pointer (&answers->before, g_free);
  g_clear_pointer (&answers->after, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answers, clear_answers)

static void
collect_row (Answers             *answers,
             const LoketWavePair *waves,
             guint8               wave,
             guint32              person,
             double               value)
{
  if (isnan (value))
    return;
  if (wave == waves->from + 1)
    {
      answers->n_before++;
      answers->before[person] = value;
    }
  else if (wave == waves->to + 1)
    {
      answers->n_after++;
      answers->after[person] = value;
    }
}

static void
collect (LoketFrame           *frame,
         const LoketSelection *selection,
         const LoketItem      *item,
         const LoketWavePair  *waves,
         Answers              *answers)
{
  g_autoptr (LoketSelectionPlan) plan = loket_selection_plan_new (selection, frame);
  const guint8 *codes = loket_frame_get_column (frame, item, 0);
  const guint8 *wave_of = loket_frame_get_waves (frame);
  const guint32 *persons = loket_frame_get_persons (frame);
  gsize n_rows = loket_frame_get_n_rows (frame);
  guint16 picked[LOKET_BLOCK_ROWS];

  for (gsize first = 0; first < n_rows; first += LOKET_BLOCK_ROWS)
    {
      guint n_picked = loket_selection_plan_pick (
          plan, first, (guint) MIN (LOKET_BLOCK_ROWS, n_rows - first), picked);

      for (guint i = 0; i < n_picked; i++)
        {
          gsize row = first + picked[i];

          collect_row (answers, waves, wave_of[row], persons[row],
                       loket_code_get_value (item, codes[row]));
        }
    }
}

/* Keeps only who answered both times, in place; person 0 is nobody known. */
static guint
keep_pairs (Answers *answers,
            guint    n_persons)
{
  guint n_pairs = 0;

  for (guint person = 1; person <= n_persons; person++)
    {
      double before = answers->before[person];
      double after = answers->after[person];

      if (isnan (before) || isnan (after))
        continue;
      answers->before[n_pairs] = before;
      answers->after[n_pairs] = after;
      n_pairs++;
    }
  return n_pairs;
}

static double
get_mean (const double *values,
          guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum / n;
}

/* The means of the pairs beside those of all would tell what the others said, when few. */
static gboolean
tells_of_few (const Answers *answers,
              guint          n_pairs)
{
  return loket_disclosure_is_hidden (answers->n_before - n_pairs) ||
         loket_disclosure_is_hidden (answers->n_after - n_pairs);
}

static LoketTrend
get_trend (const LoketItem       *item,
           const LoketSignedRank *test)
{
  double n = test->n - test->n_zero;
  gboolean is_higher = test->v < n * (n + 1) / 4;

  if (isnan (test->p) || test->p >= SIGNIFICANCE || item->polarity == LOKET_POLARITY_NONE)
    return LOKET_TREND_NONE;
  return is_higher == (item->polarity == LOKET_POLARITY_BETTER) ? LOKET_TREND_BETTER
                                                                : LOKET_TREND_WORSE;
}

static void
fill_value (double *values,
            guint   n,
            double  value)
{
  for (guint i = 0; i < n; i++)
    values[i] = value;
}

/**
 * loket_paired_find:
 * @frame: of a questionnaire with several waves
 * @item: a grade, a number or a likert item that both waves ask
 * @paired: (out): the persons who answered both times
 *
 * Returns: whether there are any
 */
gboolean
loket_paired_find (LoketFrame           *frame,
                   const LoketSelection *selection,
                   const LoketItem      *item,
                   const LoketWavePair  *waves,
                   LoketPaired          *paired)
{
  g_auto (Answers) answers = { 0 };
  guint n_persons = loket_frame_get_n_persons (frame);
  guint n_pairs = 0;

  answers.before = g_new (double, n_persons + 1);
  answers.after = g_new (double, n_persons + 1);
  fill_value (answers.before, n_persons + 1, NAN);
  fill_value (answers.after, n_persons + 1, NAN);
  collect (frame, selection, item, waves, &answers);
  n_pairs = keep_pairs (&answers, n_persons);
  *paired = (LoketPaired) { .from = waves->from, .to = waves->to };
  paired->mean_before = NAN;
  paired->mean_after = NAN;
  paired->adjusted_p = NAN;
  paired->hidden = loket_disclosure_is_hidden (n_pairs);
  if (n_pairs == 0 || paired->hidden)
    return n_pairs > 0;
  paired->test = loket_signed_rank_new (answers.before, answers.after, n_pairs);
  paired->adjusted_p = paired->test.p;
  paired->trend = get_trend (item, &paired->test);
  paired->tells_of_few = tells_of_few (&answers, n_pairs);
  paired->mean_before = get_mean (answers.before, n_pairs);
  paired->mean_after = get_mean (answers.after, n_pairs);
  return TRUE;
}
