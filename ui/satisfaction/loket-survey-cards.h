/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts the charts of a report on cards, with the words around them. */

#pragma once

#include "loket-report.h"
#include "loket-survey-card.h"

G_BEGIN_DECLS

#define LOKET_SURVEY_CARDS_COLUMNS 2

/* Where the cards go, and who hears of a click on a part of a chart. */
typedef struct
{
  GtkBox *columns[LOKET_SURVEY_CARDS_COLUMNS]; /* filled in turn; the second may be NULL */
  const LoketSurveyCardWords *nothing;         /* (nullable): what is said without a chart */
  GCallback target_activated_cb;               /* (nullable): then a click means nothing */
  GObject *object;                             /* for it, as its first argument */
} LoketSurveyCards;

void loket_survey_cards_show (const LoketSurveyCards *self,
                              const LoketReport      *report);

G_END_DECLS
