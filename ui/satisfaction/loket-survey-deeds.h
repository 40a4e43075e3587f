/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can be done in the place Satisfaction besides looking: invite, enter responses, save and
 * print a report. */

#pragma once

#include "loket-survey.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): what is looked at, without groups. */
typedef LoketRequest *(*LoketSurveyRequestFunc) (GtkWidget *page);

typedef struct _LoketSurveyDeeds LoketSurveyDeeds;

LoketSurveyDeeds *loket_survey_deeds_new  (GtkWidget              *page,
                                           LoketDesk              *desk,
                                           LoketSurveyRequestFunc  create_request);
void              loket_survey_deeds_free (LoketSurveyDeeds       *self);
void              loket_survey_deeds_show (LoketSurveyDeeds       *self,
                                           LoketSurvey            *survey,
                                           LoketFrame             *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSurveyDeeds, loket_survey_deeds_free)

G_END_DECLS
