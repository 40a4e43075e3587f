/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work went to which few answers belong: of a counsellor the own, of a team lead that of
 * the office. */

#pragma once

#include "loket-desk.h"
#include "loket-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_WORK (loket_survey_work_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyWork, loket_survey_work, LOKET, SURVEY_WORK, AdwBin)

void loket_survey_work_set_desk (LoketSurveyWork    *self,
                                 LoketDesk          *desk);
void loket_survey_work_show     (LoketSurveyWork    *self,
                                 const LoketSummary *summary);
void loket_survey_work_hide     (LoketSurveyWork    *self);

G_END_DECLS
