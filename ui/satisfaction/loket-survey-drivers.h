/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which grade goes with what the records say of the trajectory: a link, not a cause. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_DRIVERS (loket_survey_drivers_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyDrivers, loket_survey_drivers, LOKET, SURVEY_DRIVERS, AdwBin)

G_END_DECLS
