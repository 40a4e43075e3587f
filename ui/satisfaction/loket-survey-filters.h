/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What of a survey is looked at: period, comparison, office, counsellor, group. */

#pragma once

#include "loket-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_FILTERS (loket_survey_filters_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyFilters, loket_survey_filters, LOKET, SURVEY_FILTERS, AdwBin)

void          loket_survey_filters_set_questionnaires
                                                  (LoketSurveyFilters *self,
                                                   GPtrArray          *questionnaires);
void          loket_survey_filters_set_frame      (LoketSurveyFilters *self,
                                                   LoketFrame         *frame,
                                                   const char         *own_office,
                                                   const char         *today);
LoketRequest *loket_survey_filters_create_request (LoketSurveyFilters *self,
                                                   GError            **error);
char         *loket_survey_filters_dup_summary    (LoketSurveyFilters *self);
void          loket_survey_filters_choose         (LoketSurveyFilters *self,
                                                   const char         *grouping,
                                                   const char         *value);

G_END_DECLS
