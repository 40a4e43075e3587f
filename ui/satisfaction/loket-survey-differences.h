/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which groups of clients give another grade than all others: a card for each grouping. */

#pragma once

#include "loket-survey-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SURVEY_DIFFERENCES (loket_survey_differences_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyDifferences, loket_survey_differences, LOKET, SURVEY_DIFFERENCES,
                      AdwBin)

G_END_DECLS
