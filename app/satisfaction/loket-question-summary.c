/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the answers to one question amount to. */

#include "loket-question-summary.h"

#include <math.h>

#include "loket-disclosure.h"
#include "loket-withheld.h"

/* Below this p a difference is called one. */
#define SIGNIFICANCE 0.05

/* The counts of one item in all, or in one group: a histogram for each of its columns. */
typedef struct
{
  const LoketItem *item;
  const guint32   *columns[LOKET_ITEM_MAX_OPTIONS];
} Counts;

static LoketChange
get_change (double p,
            double difference)
{
  if (isnan (p) || p >= SIGNIFICANCE)
    return LOKET_CHANGE_NONE;
  return difference > 0 ? LOKET_CHANGE_UP : LOKET_CHANGE_DOWN;
}

static Counts
get_counts (const LoketTally *tally,
            const LoketItem  *item)
{
  Counts counts = { item, { NULL } };

  for (guint i = 0; i < loket_item_get_width (item); i++)
    counts.columns[i] = loket_tally_get_total (tally, item, i);
  return counts;
}

static Counts
get_group_counts (const LoketTally *tally,
                  const LoketItem  *item,
                  guint             grouping,
                  guint             group)
{
  Counts counts = { item, { NULL } };

  for (guint i = 0; i < loket_item_get_width (item); i++)
    counts.columns[i] = loket_tally_get_group (tally, item, i, grouping, group);
  return counts;
}

static guint
sum_up (const Counts *counts,
        guint         first_code,
        guint         last_code)
{
  guint sum = 0;

  for (guint code = first_code; code <= last_code; code++)
    sum += counts->columns[0][code];
  return sum;
}

/* Who was asked: every code but the first. */
static guint
get_base (const Counts *counts)
{
  return sum_up (counts, 1, loket_item_get_n_codes (counts->item) - 1);
}

/* Who answered: the highest code is n.v.t. or no answer. */
static guint
get_n (const Counts *counts)
{
  return sum_up (counts, 1, loket_item_get_n_codes (counts->item) - 2);
}

static LoketMoments
get_grades (const Counts *counts)
{
  return loket_moments_from_histogram (counts->columns[0] + 1, LOKET_GRADE_MAX);
}

static guint
count_option (const Counts *counts,
              guint         option)
{
  if (counts->item->kind == LOKET_ITEM_MULTIPLE)
    return counts->columns[option][LOKET_CODE_CHOSEN];
  return counts->columns[0][option + 1];
}

static void
add_share (GArray           *shares,
           const char       *code,
           const LoketTexts *text,
           guint             count,
           guint             base)
{
  LoketShare share = { code, text, count, base, loket_share_get_interval (count, base) };

  share.p = NAN;
  g_array_append_val (shares, share);
}

/* The questionnaire may have got further options after the period. */
static gboolean
is_offered (const LoketSummarySource *source,
            const LoketOption        *option,
            int                       year)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (source->request->questionnaire, year);

  return version == NULL || option->introduced <= version->from;
}

static GArray *
get_shares (const LoketSummarySource *source,
            const Counts             *counts)
{
  LoketQuestionnaire *questionnaire = source->request->questionnaire;
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (LoketShare));
  guint base = get_base (counts);

  if (counts->item->kind != LOKET_ITEM_GRADE)
    {
      for (guint i = 0; i < loket_item_get_n_options (counts->item); i++)
        {
          const LoketOption *option = loket_item_get_option (counts->item, i);

          if (is_offered (source, option, source->year))
            add_share (shares, option->code, &option->text, count_option (counts, i), base);
        }
      return shares;
    }
  for (guint i = 0; i < loket_questionnaire_get_n_bands (questionnaire); i++)
    {
      const LoketBand *band = loket_questionnaire_get_band (questionnaire, i);

      add_share (shares, band->code, &band->text,
                 sum_up (counts, (guint) band->min, (guint) band->max), base);
    }
  add_share (shares, "na", NULL, counts->columns[0][LOKET_GRADE_NA], base);
  return shares;
}

/* An option that is new is compared with nothing, though its question is. */
static gboolean
can_compare_share (const LoketSummarySource *source,
                   const LoketItem          *item,
                   const LoketShare         *share)
{
  int number = 0;

  if (item->kind == LOKET_ITEM_GRADE)
    return TRUE;
  number = loket_item_find_option (item, share->code, strlen (share->code));
  return is_offered (source, loket_item_get_option (item, (guint) number),
                     MIN (source->year, source->against_year));
}

static void
compare_shares (const LoketSummarySource *source,
                const LoketItem          *item,
                GArray                   *shares,
                const GArray             *against)
{
  for (guint i = 0; i < shares->len; i++)
    {
      LoketShare *share = &g_array_index (shares, LoketShare, i);

      for (guint k = 0; k < against->len; k++)
        {
          const LoketShare *other = &g_array_index (against, LoketShare, k);

          if (!g_str_equal (share->code, other->code) || !can_compare_share (source, item, share))
            continue;
          share->has_against = TRUE;
          share->against_count = other->count;
          share->against_base = other->base;
          share->p = loket_shares_get_p (share->count, share->base, other->count, other->base);
          share->change = get_change (share->p, loket_share_get (share->count, share->base) -
                                                    loket_share_get (other->count, other->base));
        }
    }
}

static void
compare_periods (const LoketSummarySource *source,
                 LoketQuestionSummary     *question)
{
  Counts counts = { 0 };
  g_autoptr (GArray) shares = NULL;

  question->p = NAN;
  if (source->against == NULL)
    return;
  question->is_new = !loket_questionnaire_can_compare (
      source->request->questionnaire, question->item, source->year, source->against_year);
  counts = get_counts (source->against, question->item);
  if (question->is_new || get_n (&counts) < LOKET_DISCLOSURE_MIN ||
      loket_withheld_has (source->request->withheld, question->item->id, LOKET_WITHHELD_AGAINST,
                          ""))
    return;
  shares = get_shares (source, &counts);
  question->has_against = TRUE;
  compare_shares (source, question->item, question->shares, shares);
  if (question->item->kind != LOKET_ITEM_GRADE)
    return;
  question->against = get_grades (&counts);
  question->p = loket_welch_get_p (&question->grades, &question->against);
  question->change =
      get_change (question->p, loket_moments_get_mean (&question->grades) -
                                   loket_moments_get_mean (&question->against));
}

static void
free_group (gpointer data)
{
  LoketGroupSummary *group = data;

  g_clear_pointer (&group->shares, g_array_unref);
  g_free (group);
}

static LoketGroupSummary *
summarise_group (const LoketSummarySource   *source,
                 const LoketQuestionSummary *question,
                 const LoketGrouping        *by,
                 guint                       group,
                 const Counts               *counts)
{
  LoketGroupSummary *summary = g_new0 (LoketGroupSummary, 1);
  LoketMoments others = { 0, 0, 0 };

  summary->by = *by;
  summary->group = group;
  summary->base = get_base (counts);
  summary->n = get_n (counts);
  summary->shares = get_shares (source, counts);
  summary->p = NAN;
  if (question->item->kind != LOKET_ITEM_GRADE)
    return summary;
  summary->grades = get_grades (counts);
  others = loket_moments_subtract (&question->grades, &summary->grades);
  summary->p = loket_welch_get_p (&summary->grades, &others);
  summary->differs = get_change (summary->p, loket_moments_get_mean (&summary->grades) -
                                                 loket_moments_get_mean (&others));
  return summary;
}

static LoketGroupSummary *
hide_group (const LoketGrouping *by,
            guint                group)
{
  LoketGroupSummary *summary = g_new0 (LoketGroupSummary, 1);

  summary->by = *by;
  summary->group = group;
  summary->hidden = TRUE;
  summary->p = NAN;
  return summary;
}

static gboolean
is_withheld (const LoketSummarySource   *source,
             const LoketQuestionSummary *question,
             const LoketGrouping        *by,
             guint                       group)
{
  return loket_withheld_has (source->request->withheld, question->item->id,
                             loket_grouping_get_id (by),
                             loket_frame_get_group_value (source->frame, by, group));
}

/* Which groups of a grouping are hidden, in the given order. */
static gboolean *
find_hidden (const LoketSummarySource   *source,
             const LoketQuestionSummary *question,
             guint                       grouping,
             const GArray               *order)
{
  const LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  const GArray *asked = source->request->by;
  const LoketGrouping *by =
      grouping < asked->len ? &g_array_index (asked, LoketGrouping, grouping) : &office;
  gboolean *hidden = g_new0 (gboolean, order->len);
  g_autofree guint *n = g_new (guint, order->len);

  for (guint i = 0; i < order->len; i++)
    {
      Counts counts = get_group_counts (source->tally, question->item, grouping,
                                        g_array_index (order, guint, i));

      n[i] = get_n (&counts);
    }
  loket_disclosure_hide_groups (n, order->len, hidden);
  for (guint i = 0; source->request->withheld != NULL && i < order->len; i++)
    hidden[i] = hidden[i] || (n[i] > 0 && is_withheld (source, question, by,
                                                       g_array_index (order, guint, i)));
  return hidden;
}

static void
add_groups (const LoketSummarySource *source,
            LoketQuestionSummary     *question,
            guint                     grouping)
{
  const LoketGrouping *by = &g_array_index (source->request->by, LoketGrouping, grouping);
  g_autoptr (GArray) order = loket_frame_order_groups (source->frame, by);
  g_autofree gboolean *hidden = find_hidden (source, question, grouping, order);

  for (guint i = 0; i < order->len; i++)
    {
      guint group = g_array_index (order, guint, i);
      Counts counts = get_group_counts (source->tally, question->item, grouping, group);

      if (hidden[i])
        g_ptr_array_add (question->groups, hide_group (by, group));
      else if (get_n (&counts) > 0)
        g_ptr_array_add (question->groups,
                         summarise_group (source, question, by, group, &counts));
    }
}

/* A hidden office is not ranked either: its mean would be known. */
static void
rank_offices (const LoketSummarySource *source,
              LoketQuestionSummary     *question)
{
  const LoketGrouping by = { LOKET_GROUPING_OFFICE, NULL, NULL };
  guint grouping = source->request->by->len;
  g_autoptr (GArray) order = loket_frame_order_groups (source->frame, &by);
  g_autofree gboolean *hidden = find_hidden (source, question, grouping, order);

  for (guint i = 0; i < order->len; i++)
    {
      guint group = g_array_index (order, guint, i);
      Counts counts = get_group_counts (source->tally, question->item, grouping, group);
      LoketMoments grades = get_grades (&counts);
      LoketRank rank = { loket_frame_get_group_value (source->frame, &by, group),
                         (guint) grades.n, grades.sum, 0, 0 };

      if (!hidden[i])
        g_array_append_val (question->ranking, rank);
    }
  loket_ranking_sort (question->ranking, question->item->threshold);
}

/* By which a fair comparison is asked for: counsellors before offices. */
static int
find_fair_grouping (const LoketRequest *request)
{
  int found = -1;

  for (guint i = 0; i < request->by->len; i++)
    {
      const LoketGrouping *by = &g_array_index (request->by, LoketGrouping, i);

      if (by->kind == LOKET_GROUPING_COUNSELLOR)
        return (int) i;
      if (by->kind == LOKET_GROUPING_OFFICE)
        found = (int) i;
    }
  return found;
}

static void
drop_hidden_units (const LoketSummarySource *source,
                   LoketQuestionSummary     *question,
                   guint                     grouping)
{
  g_autoptr (GArray) order = loket_frame_order_groups (source->frame, &question->fair->by);
  g_autofree gboolean *hidden = find_hidden (source, question, grouping, order);
  GArray *units = question->fair->units;

  for (guint i = 0; i < order->len; i++)
    {
      for (guint k = 0; hidden[i] && k < units->len; k++)
        {
          if (g_array_index (units, LoketFairUnit, k).group != g_array_index (order, guint, i))
            continue;
          g_array_remove_index (units, k);
          break;
        }
    }
}

static void
compare_fairly (const LoketSummarySource *source,
                LoketQuestionSummary     *question)
{
  int grouping = find_fair_grouping (source->request);

  if (grouping < 0)
    return;
  question->fair =
      loket_fair_new (source->frame, source->request->selection, question->item,
                      &g_array_index (source->request->by, LoketGrouping, grouping));
  if (question->fair != NULL)
    drop_hidden_units (source, question, (guint) grouping);
}

static void
summarise_grades (const LoketSummarySource *source,
                  LoketQuestionSummary     *question,
                  const Counts             *counts)
{
  for (guint i = 0; i < LOKET_GRADE_MAX; i++)
    question->histogram[i] = counts->columns[0][i + 1];
  question->na = counts->columns[0][LOKET_GRADE_NA];
  question->grades = get_grades (counts);
  question->ci95 = loket_moments_get_interval (&question->grades);
  rank_offices (source, question);
  compare_fairly (source, question);
}

/**
 * loket_question_summary_new:
 * @item: one that was counted
 *
 * Returns: (transfer full): what may be shown of the answers to @item
 */
LoketQuestionSummary *
loket_question_summary_new (const LoketSummarySource *source,
                            const LoketItem          *item)
{
  LoketQuestionSummary *question = g_new0 (LoketQuestionSummary, 1);
  Counts counts = get_counts (source->tally, item);

  question->item = item;
  question->groups = g_ptr_array_new_with_free_func (free_group);
  question->ranking = g_array_new (FALSE, TRUE, sizeof (LoketRank));
  question->p = NAN;
  if (get_n (&counts) < LOKET_DISCLOSURE_MIN ||
      loket_withheld_has (source->request->withheld, item->id, LOKET_WITHHELD_TOTAL, ""))
    {
      question->hidden = TRUE;
      question->shares = g_array_new (FALSE, TRUE, sizeof (LoketShare));
      return question;
    }
  question->base = get_base (&counts);
  question->n = get_n (&counts);
  question->shares = get_shares (source, &counts);
  if (item->kind == LOKET_ITEM_GRADE)
    summarise_grades (source, question, &counts);
  compare_periods (source, question);
  for (guint i = 0; i < source->request->by->len; i++)
    add_groups (source, question, i);
  return question;
}

void
loket_question_summary_free (LoketQuestionSummary *question)
{
  g_clear_pointer (&question->shares, g_array_unref);
  g_clear_pointer (&question->groups, g_ptr_array_unref);
  g_clear_pointer (&question->ranking, g_array_unref);
  g_clear_pointer (&question->fair, loket_fair_free);
  g_free (question);
}
