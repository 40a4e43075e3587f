/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Respondents of the survey of 2023, whose answers made-up clients take over. */

#pragma once

#include "loket-demo-world.h"
#include "loket-draft.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

typedef struct _LoketDemoDonors LoketDemoDonors;

/**
 * LoketDemoDonor:
 * @answers: coded, as the version of 2023 has them
 * @open_answers: (nullable): packed, as the field of a response
 * @overall: the grade for everything together
 */
typedef struct
{
  char *answers;
  char *open_answers;
  int overall;
} LoketDemoDonor;

LoketDemoDonors      *loket_demo_donors_new  (LoketQuestionnaire  *questionnaire);
void                  loket_demo_donors_free (LoketDemoDonors     *self);
void                  loket_demo_donors_add  (LoketDemoDonors     *self,
                                              const LoketDraft    *response);
const LoketDemoDonor *loket_demo_donors_pick (LoketDemoDonors     *self,
                                              LoketDemoWorld      *world,
                                              const char          *sessions,
                                              const char          *test_taken,
                                              const char          *situation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoDonors, loket_demo_donors_free)

G_END_DECLS
