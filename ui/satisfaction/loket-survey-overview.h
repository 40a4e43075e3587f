/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The whole at a glance: four figures, the graded questions as bands, and what stands out. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_OVERVIEW (loket_survey_overview_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyOverview, loket_survey_overview, LOKET, SURVEY_OVERVIEW, AdwBin)

G_END_DECLS
