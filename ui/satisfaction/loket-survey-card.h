/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A card with one chart: what it is about, the finding as its title, the chart, and what it rests
 * on. */

#pragma once

#include "loket-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands around the chart; what is NULL is left out. */
typedef struct
{
  const char *topic;
  const char *finding;
  const char *lead;
  const char *note;
} LoketSurveyCardWords;

#define LOKET_TYPE_SURVEY_CARD (loket_survey_card_get_type ())

G_DECLARE_FINAL_TYPE (LoketSurveyCard, loket_survey_card, LOKET, SURVEY_CARD, AdwBin)

GtkWidget  *loket_survey_card_new       (void);
void        loket_survey_card_show      (LoketSurveyCard            *self,
                                         const LoketSurveyCardWords *words,
                                         LoketDrawing               *drawing,
                                         gboolean                    is_active);
LoketChart *loket_survey_card_get_chart (LoketSurveyCard            *self);

G_END_DECLS
