/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a test stands, in words. */

#pragma once

#include "loket-assessment-stage.h"
#include "loket-codes.h"

G_BEGIN_DECLS

const char *loket_assessment_words_get_stage    (LoketAssessmentStage  stage);
char       *loket_assessment_words_format_title (LoketRecord          *assessment,
                                                 LoketCodes           *codes);
char       *loket_assessment_words_format_strip (LoketRecord          *assessment);
char       *loket_assessment_words_format_days  (LoketRecord          *assessment,
                                                       const LoketRules     *rules,
                                                 const char           *today);
char       *loket_assessment_words_format_usual (const LoketStageDays *usual);

G_END_DECLS
