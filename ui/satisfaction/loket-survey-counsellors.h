/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counsellors compared fairly: a funnel plot, the own ones by code, one of them in plain words. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_COUNSELLORS (loket_survey_counsellors_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyCounsellors, loket_survey_counsellors, LOKET, SURVEY_COUNSELLORS,
                      AdwBin)

void loket_survey_counsellors_set_own (LoketSurveyCounsellors *self,
                                       const char             *office,
                                       const char *const      *own);

G_END_DECLS
