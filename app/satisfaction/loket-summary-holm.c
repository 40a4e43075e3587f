/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All changes and differences of one summary as a family of comparisons. */

#include "loket-summary-holm.h"

#include <math.h>

#include "loket-holm.h"
#include "loket-question-summary.h"

/* Below this p a difference is called one. */
#define SIGNIFICANCE 0.05

/* One comparison: where its p goes, and what is taken back when it is no longer significant. */
typedef struct
{
  double      *p;
  double       guard; /* the p of another test that must not be larger; NaN for none */
  LoketChange *change; /* (nullable) */
  LoketTrend  *trend; /* (nullable) */
} Comparison;

static void
add_share (GArray     *family,
           LoketShare *share)
{
  Comparison comparison = { &share->adjusted_p, NAN, &share->change, NULL };

  if (share->has_against)
    g_array_append_val (family, comparison);
}

static void
add_shares (GArray *family,
            GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    add_share (family, &g_array_index (shares, LoketShare, i));
}

static double
guard_group (const LoketGroupSummary *group)
{
  return group->test == LOKET_TEST_WELCH ? loket_student_get_p (&group->grades, &group->others)
                                         : NAN;
}

static void
add_question (GArray               *family,
              LoketQuestionSummary *question)
{
  Comparison comparison = { &question->adjusted_p,
                            loket_student_get_p (&question->grades, &question->against),
                            &question->change, NULL };

  if (question->has_against)
    g_array_append_val (family, comparison);
  add_shares (family, question->shares);
  add_share (family, &question->top);
  for (guint i = 0; i < question->groups->len; i++)
    {
      LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      comparison = (Comparison) { &group->adjusted_p, guard_group (group),
                                  &group->differs, NULL };
      g_array_append_val (family, comparison);
    }
  for (guint i = 0; i < question->paired->len; i++)
    {
      LoketPaired *paired = &g_array_index (question->paired, LoketPaired, i);

      comparison = (Comparison) { &paired->adjusted_p, NAN, NULL, &paired->trend };
      g_array_append_val (family, comparison);
    }
  for (guint i = 0; i < question->waves->len; i++)
    add_question (family, g_ptr_array_index (question->waves, i));
}

/**
 * loket_summary_holm_apply:
 * @questions: (element-type LoketQuestionSummary): of one summary
 * @corrects: whether the p of each comparison is adjusted for how many there are
 *
 * What is not significant after loket_holm_adjust() is called a change or difference no longer.
 * Many tests at once make use of the far ends of their distribution, where Welch's does not hold
 * for small groups of grades: most are high and a few very low, so that a group that happens to
 * have no low one looks far more certain than it is. So a difference of means also has to be
 * significant by Student's test, which takes the spread from everybody and errs the other way.
 *
 * Returns: how many comparisons there are
 */
guint
loket_summary_holm_apply (GPtrArray *questions,
                          gboolean   corrects)
{
  g_autoptr (GArray) family = g_array_new (FALSE, FALSE, sizeof (Comparison));
  g_autofree double *p = NULL;
  guint n_made = 0;

  for (guint i = 0; i < questions->len; i++)
    add_question (family, g_ptr_array_index (questions, i));
  p = g_new (double, family->len + 1);
  for (guint i = 0; i < family->len; i++)
    {
      const Comparison *comparison = &g_array_index (family, Comparison, i);

      p[i] = *comparison->p;
      if (comparison->guard > p[i])
        p[i] = comparison->guard;
    }
  n_made = loket_holm_adjust (p, family->len);
  for (guint i = 0; corrects && i < family->len; i++)
    {
      const Comparison *comparison = &g_array_index (family, Comparison, i);

      *comparison->p = p[i];
      if (p[i] < SIGNIFICANCE)
        continue;
      if (comparison->change != NULL)
        *comparison->change = LOKET_CHANGE_NONE;
      if (comparison->trend != NULL)
        *comparison->trend = LOKET_TREND_NONE;
    }
  return n_made;
}
