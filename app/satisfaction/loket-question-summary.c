/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the answers to one question amount to. */

#include "loketten-config.h"

#include "loket-question-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "loket-compared.h"
#include "loket-disclosure.h"
#include "loket-withheld.h"

/* NULL when all waves are looked at together. */
static const char *
get_wave_code (const LoketSummarySource *source)
{
  if (source->wave < 0)
    return NULL;
  return loket_questionnaire_get_wave (source->request->questionnaire, (guint) source->wave)->code;
}

static LoketShare
get_share (const char       *code,
           const LoketTexts *text,
           guint             count,
           guint             base)
{
  LoketShare share = { code, text, count, base, loket_share_get_interval (count, base) };

  share.p = NAN;
  share.adjusted_p = NAN;
  return share;
}

static void
add_share (GArray           *shares,
           const char       *code,
           const LoketTexts *text,
           guint             count,
           guint             base)
{
  LoketShare share = get_share (code, text, count, base);

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

static void
add_bands (GArray            *shares,
           const LoketCounts *counts,
           const GArray      *bands,
           guint              base)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const LoketBand *band = &g_array_index (bands, LoketBand, i);

      add_share (shares, band->code, &band->text, loket_counts_get_band (counts, band), base);
    }
}

/* A missing option that is not in the denominator is only counted. */
static void
add_options (GArray                   *shares,
             const LoketSummarySource *source,
             const LoketCounts        *counts,
             guint                     base)
{
  for (guint i = 0; i < loket_item_get_n_options (counts->item); i++)
    {
      const LoketOption *option = loket_item_get_option (counts->item, i);

      if (is_offered (source, option, source->year) &&
          (!option->is_missing || counts->item->counts_missing))
        add_share (shares, option->code, &option->text, loket_counts_get_option (counts, i), base);
    }
}

static GArray *
get_shares (const LoketSummarySource *source,
            const LoketCounts        *counts)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (LoketShare));
  guint base = loket_counts_get_denominator (counts);

  if (counts->item->kind == LOKET_ITEM_NUMBER)
    add_bands (shares, counts, counts->item->bands, base);
  else if (counts->item->kind == LOKET_ITEM_GRADE)
    add_bands (shares, counts,
               loket_questionnaire_get_bands (source->request->questionnaire), base);
  else
    add_options (shares, source, counts, base);
  if (counts->item->kind == LOKET_ITEM_GRADE && counts->item->na_when_empty)
    add_share (shares, "na", NULL, loket_counts_get_na (counts), base);
  return shares;
}

/* An option that is new is compared with nothing, though its question is. */
static gboolean
can_compare_share (const LoketSummarySource *source,
                   const LoketItem          *item,
                   const LoketShare         *share)
{
  int number = 0;

  if (item->kind == LOKET_ITEM_GRADE || item->kind == LOKET_ITEM_NUMBER)
    return TRUE;
  number = loket_item_find_option (item, share->code, strlen (share->code));
  return is_offered (source, loket_item_get_option (item, (guint) number),
                     MIN (source->year, source->against_year));
}

static void
compare_share (LoketShare       *share,
               const LoketShare *other)
{
  share->has_against = TRUE;
  share->against_count = other->count;
  share->against_base = other->base;
  share->p = loket_shares_get_p (share->count, share->base, other->count, other->base);
  share->adjusted_p = share->p;
  share->change =
      loket_change_judge (share->p, loket_share_get (share->count, share->base) -
                                        loket_share_get (other->count, other->base));
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

          if (g_str_equal (share->code, other->code) && can_compare_share (source, item, share))
            compare_share (share, other);
        }
    }
}

static LoketShare
get_top (const LoketCounts *counts)
{
  return get_share ("top", &counts->item->top_text, loket_counts_get_top (counts),
                    loket_counts_get_denominator (counts));
}

static void
compare_periods (const LoketSummarySource *source,
                 LoketQuestionSummary     *question)
{
  LoketCounts counts = { 0 };
  g_autoptr (GArray) shares = NULL;
  LoketShare top = { 0 };

  if (source->against == NULL)
    return;
  question->is_new = !loket_questionnaire_can_compare (
      source->request->questionnaire, question->item, source->year, source->against_year);
  counts = loket_counts_of_all (source->against, question->item);
  if (question->is_new || loket_counts_get_n (&counts) < LOKET_DISCLOSURE_MIN ||
      loket_withheld_has (source->request->withheld, question->item->id, LOKET_WITHHELD_AGAINST,
                          ""))
    return;
  shares = get_shares (source, &counts);
  question->has_against = TRUE;
  compare_shares (source, question->item, question->shares, shares);
  top = get_top (&counts);
  if (question->has_top)
    compare_share (&question->top, &top);
  if (!loket_item_is_measured (question->item))
    return;
  question->against = loket_counts_get_moments (&counts);
  question->test = LOKET_TEST_WELCH;
  question->p = loket_welch_get_p (&question->grades, &question->against);
  question->adjusted_p = question->p;
  question->change =
      loket_change_judge (question->p, loket_moments_get_mean (&question->grades) -
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
                 const LoketCounts          *counts)
{
  LoketGroupSummary *summary = g_new0 (LoketGroupSummary, 1);

  summary->by = *by;
  summary->group = group;
  summary->base = loket_counts_get_base (counts);
  summary->n = loket_counts_get_n (counts);
  summary->na = loket_counts_get_na (counts);
  summary->is_thin = summary->n < question->item->thin;
  summary->shares = get_shares (source, counts);
  summary->median = question->item->kind == LOKET_ITEM_NUMBER ? loket_counts_get_median (counts)
                                                              : NAN;
  summary->p = NAN;
  if (loket_item_is_measured (question->item))
    summary->grades = loket_counts_get_moments (counts);
  summary->has_top = question->has_top;
  if (summary->has_top)
    summary->top = get_top (counts);
  summary->adjusted_p = NAN;
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
  summary->median = NAN;
  summary->p = NAN;
  summary->adjusted_p = NAN;
  return summary;
}

static gboolean
is_withheld (const LoketSummarySource   *source,
             const LoketQuestionSummary *question,
             const LoketGrouping        *by,
             guint                       group)
{
  const char *id = loket_grouping_get_id (by);
  const char *wave = get_wave_code (source);
  g_autofree char *in_wave = wave != NULL ? g_strdup_printf ("%s@%s", id, wave) : NULL;

  return loket_withheld_has (source->request->withheld, question->item->id,
                             in_wave != NULL ? in_wave : id,
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
      LoketCounts counts = loket_counts_of_group (source->tally, question->item, grouping,
                                        g_array_index (order, guint, i));

      n[i] = loket_counts_get_n (&counts);
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
  LoketCompared all = loket_compared_find (source, question, grouping, hidden);

  for (guint i = 0; i < order->len; i++)
    {
      guint group = g_array_index (order, guint, i);
      LoketCounts counts = loket_counts_of_group (source->tally, question->item, grouping, group);
      LoketGroupSummary *summary = NULL;

      if (hidden[i])
        g_ptr_array_add (question->groups, hide_group (by, group));
      if (hidden[i] || loket_counts_get_n (&counts) == 0)
        continue;
      summary = summarise_group (source, question, by, group, &counts);
      loket_compared_judge (&all, question, summary);
      g_ptr_array_add (question->groups, summary);
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
      LoketCounts counts = loket_counts_of_group (source->tally, question->item, grouping, group);
      LoketMoments grades = loket_counts_get_moments (&counts);
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
      loket_fair_new (source->frame, source->selection, question->item,
                      &g_array_index (source->request->by, LoketGrouping, grouping));
  if (question->fair != NULL)
    drop_hidden_units (source, question, (guint) grouping);
}

static void
summarise_grades (const LoketSummarySource *source,
                  LoketQuestionSummary     *question,
                  const LoketCounts        *counts)
{
  for (guint i = 0; i < LOKET_GRADE_MAX; i++)
    question->histogram[i] = counts->columns[0][i + 1];
  if (!source->has_groups)
    return;
  rank_offices (source, question);
  compare_fairly (source, question);
}

static void
summarise_kind (const LoketSummarySource *source,
                LoketQuestionSummary     *question,
                const LoketCounts        *counts)
{
  if (loket_item_is_measured (question->item))
    {
      question->grades = loket_counts_get_moments (counts);
      question->ci95 = loket_moments_get_interval (&question->grades);
    }
  if (question->item->kind == LOKET_ITEM_GRADE)
    summarise_grades (source, question, counts);
  if (question->item->kind == LOKET_ITEM_NUMBER)
    {
      question->median = loket_counts_get_median (counts);
      question->outside = loket_counts_get_outside (counts);
    }
  question->has_top = question->item->top != 0;
  if (question->has_top)
    question->top = get_top (counts);
}

/**
 * loket_test_get_name:
 *
 * Returns: (transfer none) (nullable): what people call the test
 */
const char *
loket_test_get_name (LoketTest test)
{
  switch (test)
    {
    case LOKET_TEST_WELCH:
      return _("Welch's t-test");
    case LOKET_TEST_Z:
      return _("z-test of two shares");
    case LOKET_TEST_WILCOXON:
      return _("Wilcoxon's signed-rank test");
    case LOKET_TEST_NONE:
    default:
      return NULL;
    }
}

/**
 * loket_question_summary_hide:
 * @wave: index of the only wave that it is about, or -1
 *
 * Returns: (transfer full): a summary of @item that shows nothing
 */
LoketQuestionSummary *
loket_question_summary_hide (const LoketItem *item,
                             int              wave)
{
  LoketQuestionSummary *question = g_new0 (LoketQuestionSummary, 1);

  question->item = item;
  question->hidden = TRUE;
  question->shares = g_array_new (FALSE, TRUE, sizeof (LoketShare));
  question->groups = g_ptr_array_new_with_free_func (free_group);
  question->ranking = g_array_new (FALSE, TRUE, sizeof (LoketRank));
  question->waves =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_question_summary_free);
  question->paired = g_array_new (FALSE, TRUE, sizeof (LoketPaired));
  question->p = NAN;
  question->adjusted_p = NAN;
  question->median = NAN;
  question->wave = wave;
  return question;
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
  LoketQuestionSummary *question = loket_question_summary_hide (item, source->wave);
  LoketCounts counts = loket_counts_of_all (source->tally, item);

  if (loket_counts_get_n (&counts) < LOKET_DISCLOSURE_MIN ||
      loket_withheld_has (source->request->withheld, item->id, LOKET_WITHHELD_TOTAL, ""))
    return question;
  question->hidden = FALSE;
  question->base = loket_counts_get_base (&counts);
  question->n = loket_counts_get_n (&counts);
  question->na = loket_counts_get_na (&counts);
  question->is_thin = question->n < item->thin;
  g_array_unref (question->shares);
  question->shares = get_shares (source, &counts);
  summarise_kind (source, question, &counts);
  compare_periods (source, question);
  for (guint i = 0; source->has_groups && i < source->request->by->len; i++)
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
  g_clear_pointer (&question->waves, g_ptr_array_unref);
  g_clear_pointer (&question->paired, g_array_unref);
  g_free (question);
}
