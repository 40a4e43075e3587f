/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a questionnaire, for the reader that fills them in. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

struct _LoketQuestionnaire
{
  GObject     parent_instance;

  char       *id; /* (owned) */
  LoketTexts  title;
  LoketTexts  label;      /* empty when there is none */
  LoketTexts  na_label;
  GArray     *bands; /* (owned) of LoketBand */
  guint       threshold; /* of items that do not say otherwise */
  guint       thin;
  gboolean    has_na; /* an empty grade is n.v.t. */
  gboolean    counts_unanswered; /* not answered is in the denominator of shares */
  gboolean    counts_missing; /* so is a missing option, where an item does not say otherwise */
  GArray     *waves; /* (owned) of LoketWave */
  GArray     *pairs; /* (owned) of LoketWavePair */
  GPtrArray  *blocks; /* (owned) of LoketBlock */
  GStrv       case_mix; /* (owned) ids of items and derived groups */
  GPtrArray  *items; /* (owned) of LoketItem */
  GPtrArray  *derived; /* (owned) of LoketDerived */
  GPtrArray  *versions; /* (owned) of LoketQuestionnaireVersion, oldest first */
};

gboolean loket_questionnaire_read_json (LoketQuestionnaire  *self,
                                        const char          *name,
                                        const char          *json,
                                        gssize               length,
                                        GError             **error);

G_END_DECLS
