/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What clients answered to the questions besides the grades: a card for each. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_QUESTIONS (loket_survey_questions_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyQuestions, loket_survey_questions, LOKET, SURVEY_QUESTIONS, AdwBin)

G_END_DECLS
