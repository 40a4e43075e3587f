/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What few answers come to: how far it is to enough, the same over 24 months and of everybody, how
 * the work went, and what is not shown and why. */

#pragma once

#include "loket-desk.h"
#include "loket-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_SMALL (loket_survey_small_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveySmall, loket_survey_small, LOKET, SURVEY_SMALL, AdwBin)

void loket_survey_small_set_desk   (LoketSurveySmall   *self,
                                    LoketDesk          *desk);
void loket_survey_small_set_narrow (LoketSurveySmall   *self,
                                    gboolean            is_narrow);
void loket_survey_small_show       (LoketSurveySmall   *self,
                                    const LoketSummary *summary);

G_END_DECLS
