/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads those with a real contact six to ten weeks back, and asks the window about each. */

#include "loket-candidates.h"

#include <string.h>

void
loket_candidates_free (LoketCandidates *self)
{
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  g_free (self);
}

static LoketSurveyStanding
judge (const LoketSurveyRow *candidate,
       const char           *day)
{
  const LoketSurveyFacts facts = {
    .last_contact_on = candidate->last_contact_on,
    .is_invited = candidate->drawn_on != NULL,
    .no_contact = candidate->no_contact,
    .no_survey = candidate->no_survey,
    .is_excluded = candidate->reason != NULL,
    .has_email = candidate->email != NULL,
    .has_session = candidate->has_session,
  };

  return loket_survey_window_judge (&facts, day);
}

static gboolean
is_excluded (LoketSurveyStanding standing)
{
  return standing == LOKET_SURVEY_EXCLUDED || loket_survey_standing_get_rule (standing) != NULL;
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const LoketSurveyRow *one = *(LoketSurveyRow *const *) a;
  const LoketSurveyRow *other = *(LoketSurveyRow *const *) b;
  int order = strcmp (one->last_contact_on, other->last_contact_on);

  if (order == 0)
    order = strcmp (one->client_no, other->client_no);

  return order != 0 ? order : strcmp (one->trajectory_no, other->trajectory_no);
}

/**
 * loket_candidates_load:
 * @database: the store
 * @day: YYYY-MM-DD
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): those whose window is open on @day
 */
LoketCandidates *
loket_candidates_load (LoketDatabase  *database,
                       const char     *day,
                       GError        **error)
{
  LoketDateText from = loket_date_add_days (day, -LOKET_SURVEY_CLOSES_AFTER);
  LoketDateText until = loket_date_add_days (day, -LOKET_SURVEY_OPENS_AFTER);
  const LoketCandidateQuery query = { LOKET_SURVEY_QUESTIONNAIRE, from.text, until.text, day };
  LoketCandidates *self;
  GPtrArray *rows = loket_candidate_table_load (database, &query, error);

  if (rows == NULL)
    return NULL;

  self = g_new0 (LoketCandidates, 1);
  self->day = loket_date_add_days (day, 0);
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_survey_row_free);
  self->excluded = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_survey_row_free);
  while (rows->len > 0)
    {
      LoketSurveyRow *row = g_ptr_array_steal_index (rows, rows->len - 1);
      LoketSurveyStanding standing = judge (row, day);

      if (standing == LOKET_SURVEY_OPEN)
        g_ptr_array_add (self->open, row);
      else if (is_excluded (standing))
        g_ptr_array_add (self->excluded, row);
      else
        {
          self->n_drawn += g_strcmp0 (row->drawn_on, day) == 0;
          loket_survey_row_free (row);
        }
    }
  g_ptr_array_unref (rows);
  g_ptr_array_sort (self->open, compare_windows);
  g_ptr_array_sort (self->excluded, compare_windows);

  return self;
}

/**
 * loket_candidates_get_reason:
 * @candidate: one of those who are excluded
 * @list: (out): the list of the code: "survey_rule" or "survey_exclusion"
 *
 * Returns: (transfer none): why it is not invited, a code
 */
const char *
loket_candidates_get_reason (LoketCandidates       *self,
                             const LoketSurveyRow  *candidate,
                             const char           **list)
{
  const char *rule = loket_survey_standing_get_rule (judge (candidate, self->day.text));

  *list = rule != NULL ? "survey_rule" : "survey_exclusion";

  return rule != NULL ? rule : candidate->reason;
}

/* Counsellors by code, those of nobody first; rules before reasons that were given. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const LoketExclusionCount *one = a, *other = b;
  int order = g_strcmp0 (one->counsellor, other->counsellor);

  if (order == 0)
    order = strcmp (other->list, one->list);

  return order != 0 ? order : strcmp (one->reason, other->reason);
}

/**
 * loket_candidates_count_exclusions:
 *
 * Returns: (transfer full) (element-type LoketExclusionCount): how many are not invited, by
 *   counsellor and reason; its texts hold as long as @self
 */
GArray *
loket_candidates_count_exclusions (LoketCandidates *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (LoketExclusionCount));

  for (guint i = 0; i < self->excluded->len; i++)
    {
      const LoketSurveyRow *candidate = self->excluded->pdata[i];
      LoketExclusionCount count = { candidate->counsellor, candidate->counsellor_name, NULL, NULL,
                                    1 };
      guint place = 0;

      count.reason = loket_candidates_get_reason (self, candidate, &count.list);
      while (place < counts->len
             && compare_counts (&g_array_index (counts, LoketExclusionCount, place), &count) != 0)
        place++;
      if (place < counts->len)
        g_array_index (counts, LoketExclusionCount, place).count++;
      else
        g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare_counts);

  return counts;
}

static gpointer
load_candidates (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  return loket_candidates_load (database, input, error);
}

/**
 * loket_desk_load_candidates:
 * @day: YYYY-MM-DD
 * @error: why it could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): those whose window is open on @day
 */
LoketCandidates *
loket_desk_load_candidates (LoketDesk   *desk,
                            const char  *day,
                            GError     **error)
{
  return loket_store_read (loket_desk_get_store (desk), load_candidates, (gpointer) day, error);
}

/**
 * loket_desk_load_candidates_async:
 *
 * Reads those whose window is open today.
 */
void
loket_desk_load_candidates_async (LoketDesk           *desk,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  LoketDateText today = loket_desk_get_today (desk);

  loket_desk_read_async (desk, load_candidates, g_strdup (today.text), g_free,
                         (GDestroyNotify) loket_candidates_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_candidates_finish:
 *
 * Returns: (transfer full) (nullable): those whose window is open
 */
LoketCandidates *
loket_desk_load_candidates_finish (LoketDesk     *desk,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
