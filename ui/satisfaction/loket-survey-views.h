/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The views of the place Satisfaction, all at once: those of a stack that show figures. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

LoketSurveyView *loket_survey_views_get_shown  (AdwViewStack *stack);
guint            loket_survey_views_get_number (AdwViewStack *stack);
void             loket_survey_views_set_desk   (AdwViewStack *stack,
                                                LoketDesk    *desk);
void             loket_survey_views_set_narrow (AdwViewStack *stack,
                                                gboolean      is_narrow);

G_END_DECLS
