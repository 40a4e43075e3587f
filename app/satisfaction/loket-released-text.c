/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes down what leaves the program with a summary. */

#include "loket-released.h"

#include <math.h>

#include "loket-withheld.h"

static void
append_escaped (GString    *text,
                const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_string_append_printf (text, "\t%s", escaped);
}

static void
append_period (GString           *text,
               const char        *name,
               const LoketPeriod *period)
{
  g_string_append_printf (text, "%s\t%d %d\n", name, period->first, period->last);
}

/**
 * loket_released_write_request:
 *
 * Returns: (transfer full): of whom the figures of @summary tell
 */
char *
loket_released_write_request (const LoketSummary *summary)
{
  const LoketRequest *request = summary->request;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "questionnaire\t%s\n",
                          loket_questionnaire_get_id (request->questionnaire));
  append_period (text, "period", loket_selection_get_period (request->selection));
  if (request->has_against)
    append_period (text, "against", &request->against);
  for (guint i = 0; i < loket_selection_get_n_filters (request->selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;

      loket_selection_get_filter (request->selection, i, &grouping, &value);
      g_string_append_printf (text, "where\t%s", loket_grouping_get_id (&grouping));
      append_escaped (text, value);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_counts (GString      *text,
               guint         n,
               const GArray *shares)
{
  g_string_append_printf (text, "%u:", n);
  for (guint i = 0; i < shares->len; i++)
    g_string_append_printf (text, i > 0 ? ",%u" : "%u",
                            g_array_index (shares, LoketShare, i).count);
}

static void
append_moments (GString            *text,
                const LoketMoments *moments)
{
  g_string_append_printf (text, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, moments->n,
                          moments->sum);
}

static void
append_total (GString                    *text,
              const LoketQuestionSummary *question)
{
  if (question->hidden)
    g_string_append_c (text, '-');
  else if (question->item->kind != LOKET_ITEM_GRADE)
    append_counts (text, question->n, question->shares);
  else
    {
      g_string_append_printf (text, "%u:", question->n);
      for (guint i = 0; i < LOKET_GRADE_MAX; i++)
        g_string_append_printf (text, i > 0 ? ",%u" : "%u", question->histogram[i]);
    }
}

/* Of a question that is not a grade the counts of the other period stand with the options. */
static void
append_against (GString                    *text,
                const LoketQuestionSummary *question)
{
  if (!question->has_against)
    return;
  if (question->item->kind == LOKET_ITEM_GRADE)
    {
      append_moments (text, &question->against);
      return;
    }
  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);

      if (!share->has_against)
        continue;
      g_string_append_printf (text, "%u:%u", share->against_base, share->against_count);
      return;
    }
}

static void
append_group (GString                    *text,
              const LoketQuestionSummary *question,
              const LoketGroupSummary    *group)
{
  if (group->hidden)
    g_string_append_c (text, '-');
  else if (question->item->kind == LOKET_ITEM_GRADE)
    append_moments (text, &group->grades);
  else
    append_counts (text, group->n, group->shares);
}

/* The groups of a question stand in the order of groupings and groups; those of nobody are left
 * out. */
static void
append_groups (GString                    *text,
               const LoketSummary         *summary,
               const LoketQuestionSummary *question,
               const LoketGrouping        *by)
{
  g_autoptr (GArray) order = loket_frame_order_groups (summary->frame, by);
  guint next = 0;

  g_string_append (text, "in");
  while (next < question->groups->len &&
         !loket_grouping_is_equal (
             &((LoketGroupSummary *) g_ptr_array_index (question->groups, next))->by, by))
    next++;
  for (guint i = 0; i < order->len; i++)
    {
      const LoketGroupSummary *group =
          next < question->groups->len ? g_ptr_array_index (question->groups, next) : NULL;

      g_string_append_c (text, '\t');
      if (group == NULL || !loket_grouping_is_equal (&group->by, by) ||
          group->group != g_array_index (order, guint, i))
        continue;
      append_group (text, question, group);
      next++;
    }
  g_string_append_c (text, '\n');
}

/* Offices are ranked whether they were asked for or not, and tell how many grades they have. */
static void
append_ranking (GString                    *text,
                const LoketSummary         *summary,
                const LoketQuestionSummary *question)
{
  const LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  g_autoptr (GArray) order = loket_frame_order_groups (summary->frame, &office);

  g_string_append (text, "in");
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = loket_frame_get_group_value (summary->frame, &office,
                                                      g_array_index (order, guint, i));

      g_string_append_c (text, '\t');
      for (guint k = 0; k < question->ranking->len; k++)
        {
          const LoketRank *rank = &g_array_index (question->ranking, LoketRank, k);

          if (g_str_equal (rank->name, name))
            g_string_append_printf (text, "%u:%" G_GUINT64_FORMAT, rank->n, rank->sum);
        }
    }
  g_string_append_c (text, '\n');
}

static gboolean
has_office (const LoketRequest *request)
{
  for (guint i = 0; i < request->by->len; i++)
    {
      if (g_array_index (request->by, LoketGrouping, i).kind == LOKET_GROUPING_OFFICE)
        return TRUE;
    }
  return FALSE;
}

static void
append_by (GString             *text,
           LoketFrame          *frame,
           const LoketGrouping *by,
           const char          *wave)
{
  g_autoptr (GArray) order = loket_frame_order_groups (frame, by);

  g_string_append_printf (text, "by\t%s", loket_grouping_get_id (by));
  if (wave != NULL)
    g_string_append_printf (text, "@%s", wave);
  for (guint i = 0; i < order->len; i++)
    append_escaped (text,
                    loket_frame_get_group_value (frame, by, g_array_index (order, guint, i)));
  g_string_append_c (text, '\n');
}

/* What is told apart in all, or within a wave. */
static void
append_all_by (GString            *text,
               const LoketSummary *summary,
               const char         *wave)
{
  const LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  const GArray *by = summary->request->by;

  for (guint i = 0; i < by->len; i++)
    append_by (text, summary->frame, &g_array_index (by, LoketGrouping, i), wave);
  if (!has_office (summary->request))
    append_by (text, summary->frame, &office, wave);
}

static void
append_all_groups (GString                    *text,
                   const LoketSummary         *summary,
                   const LoketQuestionSummary *question)
{
  const GArray *by = summary->request->by;

  for (guint i = 0; i < by->len; i++)
    append_groups (text, summary, question, &g_array_index (by, LoketGrouping, i));
  if (!has_office (summary->request))
    append_ranking (text, summary, question);
}

static const LoketQuestionSummary *
find_wave (const LoketQuestionSummary *question,
           guint                       number)
{
  for (guint i = 0; i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);

      if (wave->wave == (int) number && !wave->hidden)
        return wave;
    }
  return NULL;
}

/* Each wave as a group, then the groups within each. */
static void
append_waves (GString                    *text,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question)
{
  guint n_waves = loket_questionnaire_get_n_waves (summary->request->questionnaire);
  guint n_tables = summary->request->by->len + (has_office (summary->request) ? 0 : 1);

  g_string_append (text, "in");
  for (guint i = 0; i < n_waves; i++)
    {
      const LoketQuestionSummary *wave = find_wave (question, i);

      g_string_append_c (text, '\t');
      if (wave != NULL)
        append_total (text, wave);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_waves; i++)
    {
      const LoketQuestionSummary *wave = find_wave (question, i);

      if (wave != NULL)
        append_all_groups (text, summary, wave);
      for (guint k = 0; wave == NULL && k < n_tables; k++)
        g_string_append (text, "in\n");
    }
}

static const LoketPaired *
find_paired (const LoketQuestionSummary *question,
             const LoketWavePair        *pair)
{
  for (guint i = 0; i < question->paired->len; i++)
    {
      const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, i);

      if (paired->from == pair->from && paired->to == pair->to && !paired->hidden)
        return paired;
    }
  return NULL;
}

static void
append_pairs (GString                    *text,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question,
              gboolean                    by_means)
{
  const GArray *pairs = loket_questionnaire_get_pairs (summary->request->questionnaire);

  g_string_append (text, "in");
  for (guint i = 0; i < pairs->len; i++)
    {
      const LoketPaired *paired =
          find_paired (question, &g_array_index (pairs, LoketWavePair, i));

      g_string_append_c (text, '\t');
      if (paired != NULL && !(by_means && isnan (paired->mean_before)))
        g_string_append_printf (text, "%u:", paired->test.n);
    }
  g_string_append_c (text, '\n');
}

static void
append_by_pairs (GString            *text,
                 LoketQuestionnaire *questionnaire,
                 const char         *by)
{
  const GArray *pairs = loket_questionnaire_get_pairs (questionnaire);

  g_string_append_printf (text, "by\t%s", by);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LoketWavePair *pair = &g_array_index (pairs, LoketWavePair, i);
      g_autofree char *value = loket_withheld_dup_pair (pair->from, pair->to);

      append_escaped (text, value);
    }
  g_string_append_c (text, '\n');
}

static void
append_question (GString                    *text,
                 const LoketSummary         *summary,
                 const LoketQuestionSummary *question)
{
  g_string_append_printf (text, "of\t%s\t", question->item->id);
  append_total (text, question);
  g_string_append_c (text, '\t');
  append_against (text, question);
  g_string_append_c (text, '\n');
  if (question->hidden)
    return;
  append_all_groups (text, summary, question);
  if (loket_questionnaire_get_n_waves (summary->request->questionnaire) <= 1)
    return;
  append_waves (text, summary, question);
  append_pairs (text, summary, question, FALSE);
  append_pairs (text, summary, question, TRUE);
}

/**
 * loket_released_write_tables:
 *
 * Returns: (transfer full): the figures that @summary shows
 */
char *
loket_released_write_tables (const LoketSummary *summary)
{
  const LoketGrouping by_wave = { LOKET_GROUPING_WAVE, NULL, NULL };
  LoketQuestionnaire *questionnaire = summary->request->questionnaire;
  guint n_waves = loket_questionnaire_get_n_waves (questionnaire);
  GString *text = g_string_new (NULL);

  append_all_by (text, summary, NULL);
  if (n_waves > 1)
    append_by (text, summary->frame, &by_wave, NULL);
  for (guint i = 0; n_waves > 1 && i < n_waves; i++)
    append_all_by (text, summary, loket_questionnaire_get_wave (questionnaire, i)->code);
  if (n_waves > 1)
    {
      append_by_pairs (text, questionnaire, LOKET_WITHHELD_PAIRS);
      append_by_pairs (text, questionnaire, LOKET_WITHHELD_MEANS);
    }
  g_string_append_printf (text, "of\t\t%u\t%u\n", summary->totals.responses,
                          summary->against.responses);
  for (guint i = 0; i < summary->questions->len; i++)
    append_question (text, summary, g_ptr_array_index (summary->questions, i));
  return g_string_free (text, FALSE);
}
