/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can be chosen to look at in a survey: years, offices, counsellors that have responses. */

#pragma once

#include "loket-desk.h"
#include "loket-frame.h"

G_BEGIN_DECLS

typedef struct
{
  int   year;
  guint n; /* responses */
} LoketSurveyYear;

typedef struct
{
  GArray    *years; /* (owned) of LoketSurveyYear, the latest first */
  GPtrArray *offices; /* (owned) names, sorted */
  GPtrArray *counsellors; /* (owned) codes of the office that is asked for, sorted */
} LoketSurveyChoices;

LoketSurveyChoices *loket_survey_choices_new              (LoketFrame               *frame,
                                                           const char               *office);
void                loket_survey_choices_free             (LoketSurveyChoices       *choices);
int                 loket_survey_choices_get_default_year (const LoketSurveyChoices *choices,
                                                           int                       this_year);
char              **loket_survey_choices_dup_own          (LoketDesk                *desk,
                                                           LoketFrame               *frame,
                                                           const char               *own_office);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSurveyChoices, loket_survey_choices_free)

G_END_DECLS
