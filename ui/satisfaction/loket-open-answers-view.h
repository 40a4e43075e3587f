/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The open answers to a survey: reviewed one by one, and read once they are released. */

#pragma once

#include "loket-desk.h"
#include "loket-questionnaire.h"
#include "loket-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_OPEN_ANSWERS_VIEW (loket_open_answers_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenAnswersView, loket_open_answers_view, LOKET, OPEN_ANSWERS_VIEW,
                      AdwBin)

GtkWidget *loket_open_answers_view_new        (LoketDesk            *desk);
void       loket_open_answers_view_set_desk   (LoketOpenAnswersView *self,
                                               LoketDesk            *desk);
void       loket_open_answers_view_set_survey (LoketOpenAnswersView *self,
                                               LoketQuestionnaire   *questionnaire,
                                               const LoketSelection *selection);

G_END_DECLS
