/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire with all its responses, kept in memory as long as they do not change. */

#pragma once

#include "loket-desk.h"
#include "loket-summary.h"

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY (loket_survey_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurvey, loket_survey, LOKET, SURVEY, GObject)

LoketSurvey        *loket_survey_new               (LoketDesk            *desk,
                                                    LoketQuestionnaire   *questionnaire);
const char         *loket_survey_get_own_office    (LoketSurvey          *self);
LoketFrame         *loket_survey_load              (LoketSurvey          *self,
                                                    GError              **error);
void                loket_survey_load_async        (LoketSurvey          *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
LoketFrame         *loket_survey_load_finish       (LoketSurvey          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                loket_survey_summarise_async   (LoketSurvey          *self,
                                                    LoketFrame           *frame,
                                                    const LoketRequest   *request,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
LoketSummary       *loket_survey_summarise_finish  (LoketSurvey          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
