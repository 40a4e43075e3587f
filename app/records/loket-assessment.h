/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An assessment: a test that a client takes, from request to debrief. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_ASSESSMENT (loket_assessment_get_type ())

G_DECLARE_FINAL_TYPE (LoketAssessment, loket_assessment, LOKET, ASSESSMENT, LoketRecord)

enum
{
  LOKET_ASSESSMENT_ASSESSMENT_NO,
  LOKET_ASSESSMENT_TRAJECTORY_NO,
  LOKET_ASSESSMENT_KIND,
  LOKET_ASSESSMENT_REQUESTED_ON,
  LOKET_ASSESSMENT_INVITED_ON,
  LOKET_ASSESSMENT_TAKEN_ON,
  LOKET_ASSESSMENT_RESULT_ON,
  LOKET_ASSESSMENT_DISCUSSED_ON,
  LOKET_ASSESSMENT_N_FIELDS
};

extern const LoketKind loket_assessment_kind;

G_END_DECLS
