/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a test stands, from request to debrief, and how long the last ones took. */

#pragma once

#include "loket-draft.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/* Fewer cases say nothing about the next one. */
#define LOKET_LEAST_CASES 10

/**
 * LoketAssessmentStage:
 *
 * The stages of a test, in order.
 */
typedef enum
{
  LOKET_ASSESSMENT_STAGE_REQUESTED,
  LOKET_ASSESSMENT_STAGE_INVITED,
  LOKET_ASSESSMENT_STAGE_TAKEN,
  LOKET_ASSESSMENT_STAGE_RESULT,
  LOKET_ASSESSMENT_STAGE_DISCUSSED,
  LOKET_ASSESSMENT_N_STAGES
} LoketAssessmentStage;

/**
 * LoketStageDays:
 * @n: how many tests it rests on
 * @median: of their working days in the stage
 * @p80: eight of ten took no longer
 *
 * How long a stage usually takes.
 */
typedef struct
{
  guint n;
  double median;
  double p80;
} LoketStageDays;

guint                loket_assessment_stage_get_field   (LoketAssessmentStage     stage);
LoketAssessmentStage loket_assessment_stage_find        (const LoketDraft        *assessment,
                                                         const char             **since);
LoketDateText        loket_assessment_stage_get_due     (const LoketRules        *rules,
                                                         const char              *counsellor_id,
                                                         const LoketDraft        *assessment,
                                                         const char             **contact_kind,
                                                         const char             **from);
double               loket_stage_days_get_quantile      (const int               *sorted,
                                                         guint                    n,
                                                         double                   p);
LoketStageDays       loket_stage_days_summarize         (int                     *days,
                                                         guint                    n);

G_END_DECLS
