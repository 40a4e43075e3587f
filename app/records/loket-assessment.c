/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An assessment: a test that a client takes, from request to debrief. */

#include "loketten-config.h"

#include "loket-assessment.h"
#include "loket-order.h"

#include <glib/gi18n-lib.h>

struct _LoketAssessment
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketAssessment, loket_assessment, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_ASSESSMENT_ASSESSMENT_NO] =
    { "assessment_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_ASSESSMENT_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE,
      LOKET_FIELD_REQUIRED, "trajectory", "trajectory_id" },
  [LOKET_ASSESSMENT_KIND] =
    { "kind", N_("Kind"), LOKET_FIELD_CODE, LOKET_FIELD_REQUIRED, "assessment_kind" },
  [LOKET_ASSESSMENT_REQUESTED_ON] = { "requested_on", N_("Requested on"), LOKET_FIELD_DATE, 0 },
  [LOKET_ASSESSMENT_INVITED_ON] = { "invited_on", N_("Invited on"), LOKET_FIELD_DATE, 0 },
  [LOKET_ASSESSMENT_TAKEN_ON] = { "taken_on", N_("Taken on"), LOKET_FIELD_DATE, 0 },
  [LOKET_ASSESSMENT_RESULT_ON] = { "result_on", N_("Result on"), LOKET_FIELD_DATE, 0 },
  [LOKET_ASSESSMENT_DISCUSSED_ON] = { "discussed_on", N_("Discussed on"), LOKET_FIELD_DATE, 0 },
};

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  static const LoketOrder orders[] = {
    { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_INVITED_ON },
    { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON },
    { LOKET_ASSESSMENT_INVITED_ON, LOKET_ASSESSMENT_TAKEN_ON },
    { LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_RESULT_ON },
    { LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_RESULT_ON },
    { LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_DISCUSSED_ON },
    { LOKET_ASSESSMENT_RESULT_ON, LOKET_ASSESSMENT_DISCUSSED_ON },
  };
  static const guint past[] = {
    LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_TAKEN_ON,
    LOKET_ASSESSMENT_RESULT_ON, LOKET_ASSESSMENT_DISCUSSED_ON,
  };

  return loket_order_check (draft, orders, G_N_ELEMENTS (orders), field, error)
         && loket_order_check_past (draft, past, G_N_ELEMENTS (past), checks->today, field, error);
}

const LoketKind loket_assessment_kind = {
  .name = "assessment",
  .title = N_("Test"),
  .plural = "assessments",
  .prefix = "E",
  .fields = fields,
  .n_fields = LOKET_ASSESSMENT_N_FIELDS,
  .get_type = loket_assessment_get_type,
  .check = check_draft,
};

static void
loket_assessment_class_init (LoketAssessmentClass *klass)
{
}

static void
loket_assessment_init (LoketAssessment *self)
{
}
