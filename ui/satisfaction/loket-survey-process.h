/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work goes: waiting, promises kept, sessions, after-care, for each counsellor. */

#pragma once

#include "loket-desk.h"
#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_PROCESS (loket_survey_process_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyProcess, loket_survey_process, LOKET, SURVEY_PROCESS, AdwBin)

G_END_DECLS
