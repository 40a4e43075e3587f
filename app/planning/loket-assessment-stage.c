/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The stages of a test follow from its dates. */

#include "loket-assessment-stage.h"

#include "loket-assessment.h"

#include <stdlib.h>

/* What somebody asks after when a stage takes too long. */
static const struct
{
  guint field;
  const char *contact_kind;  /* (nullable) */
  LoketRule rule;            /* how long it may take */
} stages[LOKET_ASSESSMENT_N_STAGES] = {
  { LOKET_ASSESSMENT_REQUESTED_ON, "assessment_pending", LOKET_RULE_TAKE_TEST },
  { LOKET_ASSESSMENT_INVITED_ON, "assessment_pending", LOKET_RULE_TAKE_TEST },
  { LOKET_ASSESSMENT_TAKEN_ON, "assessment_result", LOKET_RULE_RESULT },
  { LOKET_ASSESSMENT_RESULT_ON, "assessment_debrief", LOKET_RULE_DISCUSS },
  { LOKET_ASSESSMENT_DISCUSSED_ON, NULL, LOKET_N_RULES },
};

/**
 * loket_assessment_stage_get_field:
 *
 * Returns: the date on which a test reached the stage, a field of an assessment
 */
guint
loket_assessment_stage_get_field (LoketAssessmentStage stage)
{
  g_return_val_if_fail (stage < LOKET_ASSESSMENT_N_STAGES, 0);

  return stages[stage].field;
}

/**
 * loket_assessment_stage_find:
 * @assessment: a test
 * @since: (out) (optional) (nullable): when it reached its stage; NULL when nobody wrote that down
 *
 * Returns: the last stage of which there is a date; one without dates was asked for
 */
LoketAssessmentStage
loket_assessment_stage_find (const LoketDraft  *assessment,
                             const char       **since)
{
  guint stage = LOKET_ASSESSMENT_N_STAGES - 1;

  while (stage > 0 && loket_draft_get_value (assessment, stages[stage].field) == NULL)
    stage--;
  if (since != NULL)
    *since = loket_draft_get_value (assessment, stages[stage].field);

  return stage;
}

/**
 * loket_assessment_stage_get_due:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who will ask
 * @assessment: a test
 * @contact_kind: (out): the kind of contact by which somebody asks after it, a code of the list
 *   "contact_kind"; NULL when nobody needs to
 * @from: (out) (optional) (nullable): the day from which it is counted
 *
 * Returns: the day of that contact; empty when there is none
 */
LoketDateText
loket_assessment_stage_get_due (const LoketRules  *rules,
                                const char        *counsellor_id,
                                const LoketDraft  *assessment,
                                const char       **contact_kind,
                                const char       **from)
{
  LoketDateText due = { "" };
  LoketAssessmentStage stage = loket_assessment_stage_find (assessment, NULL);
  const char *since;

  /* An invitation does not give more time: the client has waited since the request. */
  if (stage == LOKET_ASSESSMENT_STAGE_INVITED
      && loket_draft_get_value (assessment, LOKET_ASSESSMENT_REQUESTED_ON) != NULL)
    stage = LOKET_ASSESSMENT_STAGE_REQUESTED;

  since = loket_draft_get_value (assessment, stages[stage].field);
  *contact_kind = since != NULL ? stages[stage].contact_kind : NULL;
  if (*contact_kind != NULL)
    due = loket_rules_get_due (rules, counsellor_id, stages[stage].rule, since);
  if (from != NULL)
    *from = since;

  return due;
}

/**
 * loket_stage_days_get_quantile:
 * @sorted: (array length=n): whole numbers, the smallest first
 * @n: how many, at least one
 * @p: from 0 to 1
 *
 * Returns: the quantile of type 7, which interpolates between neighbours: Hyndman and Fan, Sample
 *   quantiles in statistical packages, The American Statistician 50 (1996) 361-365
 */
double
loket_stage_days_get_quantile (const int *sorted,
                               guint      n,
                               double     p)
{
  double place;
  guint below;

  g_return_val_if_fail (n > 0 && p >= 0 && p <= 1, 0);

  place = (n - 1) * p;
  below = (guint) place;
  if (below + 1 >= n)
    return sorted[n - 1];

  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const int *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/**
 * loket_stage_days_summarize:
 * @days: (array length=n): working days that tests spent in a stage; is put in order
 * @n: how many
 *
 * Returns: what is usual; with fewer than %LOKET_LEAST_CASES only how many there are
 */
LoketStageDays
loket_stage_days_summarize (int   *days,
                            guint  n)
{
  LoketStageDays summary = { .n = n };

  if (n < LOKET_LEAST_CASES)
    return summary;

  qsort (days, n, sizeof *days, compare_numbers);
  summary.median = loket_stage_days_get_quantile (days, n, 0.5);
  summary.p80 = loket_stage_days_get_quantile (days, n, 0.8);

  return summary;
}
