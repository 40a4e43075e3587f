/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire: its items, the versions that ask them, and how its answers are summed up. */

#pragma once

#include <glib-object.h>

#include "loket-derived.h"
#include "loket-questionnaire-version.h"

G_BEGIN_DECLS

/* One of several measurements of the same persons. */
typedef struct
{
  int        number; /* 0 first */
  char      *code; /* (owned) */
  LoketTexts text;
} LoketWave;

/* Two waves whose answers are compared person by person, by their place among the waves. */
typedef struct
{
  guint from;
  guint to;
} LoketWavePair;

#define LOKET_TYPE_QUESTIONNAIRE (loket_questionnaire_get_type ())

G_DECLARE_FINAL_TYPE (LoketQuestionnaire, loket_questionnaire, LOKET, QUESTIONNAIRE, GObject)

LoketQuestionnaire  *loket_questionnaire_new_from_json  (const char          *name,
                                                         const char          *json,
                                                         gssize               length,
                                                         GError             **error);

const char          *loket_questionnaire_get_id         (LoketQuestionnaire  *self);
const char          *loket_questionnaire_get_title      (LoketQuestionnaire  *self,
                                                         const char          *language);
const char          *loket_questionnaire_get_label      (LoketQuestionnaire  *self,
                                                         const char          *language);
gboolean             loket_questionnaire_has_na         (LoketQuestionnaire  *self);
const char          *loket_questionnaire_get_na_label   (LoketQuestionnaire  *self,
                                                         const char          *language);
guint                loket_questionnaire_get_n_bands    (LoketQuestionnaire  *self);
const GArray        *loket_questionnaire_get_bands      (LoketQuestionnaire  *self);
const LoketBand     *loket_questionnaire_get_band       (LoketQuestionnaire  *self,
                                                         guint                number);
guint                loket_questionnaire_get_n_items    (LoketQuestionnaire  *self);
const LoketItem     *loket_questionnaire_get_item       (LoketQuestionnaire  *self,
                                                         guint                number);
const LoketItem     *loket_questionnaire_find_item      (LoketQuestionnaire  *self,
                                                         const char          *id);
const LoketDerived  *loket_questionnaire_find_derived   (LoketQuestionnaire  *self,
                                                         const char          *id);
guint                loket_questionnaire_get_n_derived  (LoketQuestionnaire  *self);
const LoketDerived  *loket_questionnaire_get_derived    (LoketQuestionnaire  *self,
                                                         guint                number);
guint                loket_questionnaire_get_n_waves    (LoketQuestionnaire  *self);
const LoketWave     *loket_questionnaire_get_wave       (LoketQuestionnaire  *self,
                                                         guint                index);
int                  loket_questionnaire_find_wave      (LoketQuestionnaire  *self,
                                                         int                  number);
const GArray        *loket_questionnaire_get_pairs      (LoketQuestionnaire  *self);
gboolean             loket_questionnaire_counts_unanswered
                                                        (LoketQuestionnaire  *self);
const char * const  *loket_questionnaire_get_case_mix   (LoketQuestionnaire  *self);
guint                loket_questionnaire_get_n_versions (LoketQuestionnaire  *self);
const LoketQuestionnaireVersion *
                     loket_questionnaire_get_version    (LoketQuestionnaire  *self,
                                                         guint                number);
const LoketQuestionnaireVersion *
                     loket_questionnaire_find_version   (LoketQuestionnaire  *self,
                                                         int                  year);
gboolean             loket_questionnaire_can_compare    (LoketQuestionnaire  *self,
                                                         const LoketItem     *item,
                                                         int                  year,
                                                         int                  against);

G_END_DECLS
