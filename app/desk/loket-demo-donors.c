/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds a respondent of 2023 who had as many talks, a test or none, and the same situation. So
 * grades, shares and how they hang together are those of the published survey. */

#include "loket-demo-donors.h"

#include "loket-answers.h"
#include "loket-response.h"

#include <stdlib.h>
#include <string.h>

#define YEAR 2023

/* With fewer donors in the same situation, one in any situation will do. */
#define FEW_DONORS 5

struct _LoketDemoDonors
{
  LoketQuestionnaire *questionnaire;
  const LoketQuestionnaireVersion *version; /* borrowed: the questionnaire's */
  GPtrArray *all;                           /* (owned): of LoketDemoDonor */
  GHashTable *cells;                        /* "sessions/test/situation" -> donors, borrowed */
};

static void
free_donor (LoketDemoDonor *donor)
{
  g_free (donor->answers);
  g_free (donor->open_answers);
  g_free (donor);
}

LoketDemoDonors *
loket_demo_donors_new (LoketQuestionnaire *questionnaire)
{
  LoketDemoDonors *self = g_new0 (LoketDemoDonors, 1);

  self->questionnaire = g_object_ref (questionnaire);
  self->version = loket_questionnaire_find_version (questionnaire, YEAR);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) free_donor);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
loket_demo_donors_free (LoketDemoDonors *self)
{
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->all);
  g_object_unref (self->questionnaire);
  g_free (self);
}

static void
append_answer (LoketDemoDonors *self,
               const char      *answers,
               const char      *item,
               GString         *text)
{
  int index = loket_questionnaire_version_find (
    self->version, loket_questionnaire_find_item (self->questionnaire, item));

  loket_answers_append_text (self->version, (guint) index, answers, text);
}

static void
put_into_cell (LoketDemoDonors *self,
               const char      *cell,
               LoketDemoDonor  *donor)
{
  GPtrArray *donors = g_hash_table_lookup (self->cells, cell);

  if (donors == NULL)
    {
      donors = g_ptr_array_new ();
      g_hash_table_insert (self->cells, g_strdup (cell), donors);
    }
  g_ptr_array_add (donors, donor);
}

/**
 * loket_demo_donors_add:
 * @response: a response; those of other years are no donors
 */
void
loket_demo_donors_add (LoketDemoDonors  *self,
                       const LoketDraft *response)
{
  LoketDemoDonor *donor;
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GString) grade = g_string_new (NULL);

  if (atoi (loket_draft_get_text (response, LOKET_RESPONSE_MONTH)) != YEAR)
    return;

  donor = g_new0 (LoketDemoDonor, 1);
  donor->answers = g_strdup (loket_draft_get_text (response, LOKET_RESPONSE_ANSWERS));
  donor->open_answers = g_strdup (loket_draft_get_value (response, LOKET_RESPONSE_OPEN_ANSWERS));
  append_answer (self, donor->answers, "overall", grade);
  donor->overall = atoi (grade->str);
  g_ptr_array_add (self->all, donor);

  append_answer (self, donor->answers, "sessions", cell);
  g_string_append_c (cell, '/');
  append_answer (self, donor->answers, "test_taken", cell);
  g_string_append_c (cell, '/');
  put_into_cell (self, cell->str, donor);

  append_answer (self, donor->answers, "situation", cell);
  put_into_cell (self, cell->str, donor);
}

/**
 * loket_demo_donors_pick:
 * @sessions: how many talks, a code of the questionnaire
 * @test_taken: "yes" or "no"
 * @situation: a code of the questionnaire
 *
 * Returns: (transfer none) (nullable): a respondent like that; NULL only when there are no donors
 */
const LoketDemoDonor *
loket_demo_donors_pick (LoketDemoDonors *self,
                        LoketDemoWorld  *world,
                        const char      *sessions,
                        const char      *test_taken,
                        const char      *situation)
{
  GPtrArray *donors;
  char cell[128];

  g_snprintf (cell, sizeof cell, "%s/%s/%s", sessions, test_taken, situation);
  donors = g_hash_table_lookup (self->cells, cell);
  if (donors == NULL || donors->len < FEW_DONORS)
    {
      g_snprintf (cell, sizeof cell, "%s/%s/", sessions, test_taken);
      donors = g_hash_table_lookup (self->cells, cell);
    }
  if (donors == NULL)
    return NULL;

  return g_ptr_array_index (donors, g_rand_int_range (world->random, 0, (gint32) donors->len));
}
