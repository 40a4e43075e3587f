/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A summary as JSON, as scripts read it: numbers unrounded, null where there is none. */

#include "loket-summary.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_number (JsonBuilder *builder,
            const char  *member,
            double       value)
{
  json_builder_set_member_name (builder, member);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint64      value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, (gint64) value);
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_null (JsonBuilder *builder,
          const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder,
          const char  *member,
          gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_interval (JsonBuilder         *builder,
              const char          *member,
              const LoketInterval *interval)
{
  json_builder_set_member_name (builder, member);
  if (isnan (interval->low))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, interval->low);
  json_builder_add_double_value (builder, interval->high);
  json_builder_end_array (builder);
}

static void
add_change (JsonBuilder *builder,
            double       p,
            LoketChange  change)
{
  static const char * const words[] = { "none", "rise", "fall" };

  add_number (builder, "p", p);
  add_text (builder, "change", words[change]);
}

static void
add_test (JsonBuilder *builder,
          LoketTest    test)
{
  static const char * const words[] = { NULL, "welch", "z", "wilcoxon" };

  json_builder_set_member_name (builder, "test");
  if (words[test] != NULL)
    json_builder_add_string_value (builder, words[test]);
  else
    json_builder_add_null_value (builder);
}

static void
add_band_shares (JsonBuilder  *builder,
                 const GArray *shares)
{
  json_builder_set_member_name (builder, "shares");
  json_builder_begin_object (builder);
  for (guint i = 0; i < shares->len; i++)
    {
      const LoketShare *share = &g_array_index (shares, LoketShare, i);

      add_number (builder, share->code, loket_share_get (share->count, share->base));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "shares_ci95");
  json_builder_begin_object (builder);
  for (guint i = 0; i < shares->len; i++)
    {
      const LoketShare *share = &g_array_index (shares, LoketShare, i);

      add_interval (builder, share->code, &share->ci95);
    }
  json_builder_end_object (builder);
}

static void
add_share_against (JsonBuilder      *builder,
                   const LoketShare *share)
{
  if (!share->has_against)
    {
      add_null (builder, "against");
      return;
    }
  json_builder_set_member_name (builder, "against");
  json_builder_begin_object (builder);
  add_number (builder, "share", loket_share_get (share->against_count, share->against_base));
  add_change (builder, share->p, share->change);
  add_number (builder, "adjusted_p", share->adjusted_p);
  add_test (builder, LOKET_TEST_Z);
  json_builder_end_object (builder);
}

static void
add_shares (JsonBuilder  *builder,
            const char   *member,
            const GArray *shares,
            gboolean      with_against)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < shares->len; i++)
    {
      const LoketShare *share = &g_array_index (shares, LoketShare, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", share->code);
      add_count (builder, "count", share->count);
      add_number (builder, "share", loket_share_get (share->count, share->base));
      if (with_against)
        {
          add_interval (builder, "ci95", &share->ci95);
          add_share_against (builder, share);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_histogram (JsonBuilder                *builder,
               const LoketQuestionSummary *question)
{
  json_builder_set_member_name (builder, "histogram");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LOKET_GRADE_MAX; i++)
    json_builder_add_int_value (builder, question->histogram[i]);
  json_builder_end_array (builder);
}

static void
add_top (JsonBuilder      *builder,
         const LoketShare *top,
         gboolean          has_top,
         gboolean          with_against)
{
  if (!has_top)
    {
      add_null (builder, "top");
      return;
    }
  json_builder_set_member_name (builder, "top");
  json_builder_begin_object (builder);
  add_count (builder, "count", top->count);
  add_number (builder, "share", loket_share_get (top->count, top->base));
  if (with_against)
    {
      add_interval (builder, "ci95", &top->ci95);
      add_share_against (builder, top);
    }
  json_builder_end_object (builder);
}

static void
add_measure (JsonBuilder        *builder,
             const LoketMoments *moments)
{
  add_number (builder, "mean", loket_moments_get_mean (moments));
  add_number (builder, "sd", loket_moments_get_sd (moments));
}

static void
add_against (JsonBuilder                *builder,
             const LoketQuestionSummary *question)
{
  if (!question->has_against)
    {
      add_null (builder, "against");
      return;
    }
  json_builder_set_member_name (builder, "against");
  json_builder_begin_object (builder);
  add_count (builder, "n", question->against.n);
  add_number (builder, "mean", loket_moments_get_mean (&question->against));
  add_change (builder, question->p, question->change);
  add_number (builder, "adjusted_p", question->adjusted_p);
  add_test (builder, question->test);
  json_builder_end_object (builder);
}

static void
add_group_figures (JsonBuilder             *builder,
                   const LoketItem         *item,
                   const LoketGroupSummary *group)
{
  static const char * const words[] = { "no", "higher", "lower" };

  add_count (builder, "n", group->n);
  add_flag (builder, "thin", group->is_thin);
  if (item->kind == LOKET_ITEM_LIKERT || item->kind == LOKET_ITEM_NUMBER)
    add_count (builder, "na", group->na);
  if (loket_item_is_measured (item))
    {
      add_measure (builder, &group->grades);
      add_number (builder, "p", group->p);
      add_number (builder, "adjusted_p", group->adjusted_p);
      add_test (builder, group->test);
      add_text (builder, "differs", words[group->differs]);
    }
  if (item->kind == LOKET_ITEM_LIKERT)
    add_top (builder, &group->top, group->has_top, FALSE);
  if (item->kind == LOKET_ITEM_NUMBER)
    {
      add_number (builder, "median", group->median);
      add_shares (builder, "bands", group->shares, FALSE);
    }
  else if (item->kind != LOKET_ITEM_GRADE)
    add_shares (builder, "options", group->shares, FALSE);
}

static void
add_group (JsonBuilder                *builder,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question,
           const LoketGroupSummary    *group)
{
  json_builder_begin_object (builder);
  add_text (builder, "by", loket_grouping_get_id (&group->by));
  add_text (builder, "value",
            loket_frame_get_group_value (summary->frame, &group->by, group->group));
  if (!group->hidden)
    add_group_figures (builder, question->item, group);
  add_flag (builder, "hidden", group->hidden);
  json_builder_end_object (builder);
}

static void
add_ranking (JsonBuilder  *builder,
             const GArray *ranking)
{
  json_builder_set_member_name (builder, "ranking");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ranking->len; i++)
    {
      const LoketRank *rank = &g_array_index (ranking, LoketRank, i);

      json_builder_begin_object (builder);
      add_count (builder, "rank", rank->rank);
      add_text (builder, "office", rank->name);
      add_number (builder, "mean", rank->tenths / 10.0);
      add_count (builder, "n", rank->n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_fair (JsonBuilder                *builder,
          const LoketSummary         *summary,
          const LoketQuestionSummary *question)
{
  const LoketFair *fair = question->fair;

  json_builder_set_member_name (builder, "fair");
  json_builder_begin_object (builder);
  add_text (builder, "by", loket_grouping_get_id (&fair->by));
  add_number (builder, "overall", fair->overall);
  add_number (builder, "sd", fair->sd);
  add_number (builder, "dispersion", fair->dispersion);
  json_builder_set_member_name (builder, "units");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (fair->units, LoketFairUnit, i);

      json_builder_begin_object (builder);
      add_text (builder, "value",
                loket_frame_get_group_value (summary->frame, &fair->by, unit->group));
      add_count (builder, "n", unit->n);
      add_flag (builder, "thin", unit->n < question->item->thin);
      add_number (builder, "observed", unit->observed);
      add_number (builder, "expected", unit->expected);
      add_number (builder, "adjusted", unit->adjusted);
      add_number (builder, "low95", unit->limits95.low);
      add_number (builder, "high95", unit->limits95.high);
      add_number (builder, "low998", unit->limits998.low);
      add_number (builder, "high998", unit->limits998.high);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Missing options are among those who answered a choice, but not among the grades. */
static gboolean
has_na (const LoketItem *item)
{
  if (item->kind == LOKET_ITEM_GRADE || item->kind == LOKET_ITEM_LIKERT ||
      item->kind == LOKET_ITEM_NUMBER)
    return TRUE;
  for (guint i = 0; i < item->options->len; i++)
    {
      if (loket_item_get_option (item, i)->is_missing)
        return TRUE;
    }
  return FALSE;
}

static void
add_by_kind (JsonBuilder                *builder,
             const LoketQuestionSummary *question)
{
  LoketItemKind kind = question->item->kind;

  if (has_na (question->item))
    add_count (builder, "na", question->na);
  if (kind == LOKET_ITEM_GRADE || kind == LOKET_ITEM_LIKERT || kind == LOKET_ITEM_NUMBER)
    {
      add_measure (builder, &question->grades);
      add_interval (builder, "ci95", &question->ci95);
    }
  if (kind == LOKET_ITEM_NUMBER)
    {
      add_number (builder, "median", question->median);
      add_count (builder, "outside", question->outside);
      add_shares (builder, "bands", question->shares, TRUE);
    }
  else if (kind == LOKET_ITEM_GRADE)
    {
      add_band_shares (builder, question->shares);
      add_histogram (builder, question);
    }
  else
    {
      if (kind == LOKET_ITEM_LIKERT)
        add_top (builder, &question->top, question->has_top, TRUE);
      add_shares (builder, "options", question->shares, TRUE);
    }
  if (kind == LOKET_ITEM_GRADE || kind == LOKET_ITEM_LIKERT || kind == LOKET_ITEM_NUMBER)
    add_against (builder, question);
}

static void
add_figures (JsonBuilder                *builder,
             const LoketSummary         *summary,
             const LoketQuestionSummary *question)
{
  add_count (builder, "base", question->base);
  add_count (builder, "n", question->n);
  add_flag (builder, "thin", question->is_thin);
  add_by_kind (builder, question);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < question->groups->len; i++)
    add_group (builder, summary, question, g_ptr_array_index (question->groups, i));
  json_builder_end_array (builder);
  if (question->item->kind == LOKET_ITEM_GRADE)
    add_ranking (builder, question->ranking);
  if (question->fair != NULL)
    add_fair (builder, summary, question);
}

static int
get_wave_number (const LoketSummary *summary,
                 guint               wave)
{
  return loket_questionnaire_get_wave (summary->request->questionnaire, wave)->number;
}

static void
add_paired (JsonBuilder        *builder,
            const LoketSummary *summary,
            const LoketPaired  *paired)
{
  static const char * const words[] = { "none", "better", "worse" };

  json_builder_begin_object (builder);
  add_count (builder, "from", (guint64) get_wave_number (summary, paired->from));
  add_count (builder, "to", (guint64) get_wave_number (summary, paired->to));
  add_flag (builder, "hidden", paired->hidden);
  if (!paired->hidden)
    {
      add_count (builder, "n", paired->test.n);
      add_count (builder, "n_zero", paired->test.n_zero);
      add_number (builder, "mean_before", paired->mean_before);
      add_number (builder, "mean_after", paired->mean_after);
      add_flag (builder, "tells_of_few", paired->tells_of_few);
      add_number (builder, "v", paired->test.v);
      add_number (builder, "p", paired->test.p);
      add_number (builder, "adjusted_p", paired->adjusted_p);
      add_test (builder, LOKET_TEST_WILCOXON);
      add_flag (builder, "exact", paired->test.exact);
      add_text (builder, "change", words[paired->trend]);
    }
  json_builder_end_object (builder);
}

static void
add_waves (JsonBuilder                *builder,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question)
{
  json_builder_set_member_name (builder, "waves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);

      json_builder_begin_object (builder);
      add_count (builder, "wave", (guint64) get_wave_number (summary, (guint) wave->wave));
      add_flag (builder, "hidden", wave->hidden);
      if (!wave->hidden)
        add_figures (builder, summary, wave);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "paired");
  json_builder_begin_array (builder);
  for (guint i = 0; i < question->paired->len; i++)
    add_paired (builder, summary, &g_array_index (question->paired, LoketPaired, i));
  json_builder_end_array (builder);
}

static void
add_question (JsonBuilder                *builder,
              const LoketSummary         *summary,
              const LoketQuestionSummary *question)
{
  static const char * const kinds[] = { "grade", "single", "multiple", "likert", "number", "open" };

  json_builder_begin_object (builder);
  add_text (builder, "id", question->item->id);
  add_text (builder, "kind", kinds[question->item->kind]);
  add_flag (builder, "hidden", question->hidden);
  if (!question->hidden)
    add_figures (builder, summary, question);
  if (question->waves->len > 0)
    add_waves (builder, summary, question);
  json_builder_end_object (builder);
}

static void
add_period (JsonBuilder       *builder,
            const char        *member,
            gboolean           has_period,
            const LoketPeriod *period)
{
  g_autofree char *text = has_period ? loket_period_to_text (period) : NULL;

  if (text != NULL)
    add_text (builder, member, text);
  else
    add_null (builder, member);
}

static void
add_totals (JsonBuilder              *builder,
            const LoketSummaryTotals *totals)
{
  add_flag (builder, "hidden", totals->hidden);
  if (totals->hidden)
    add_null (builder, "responses");
  else
    add_count (builder, "responses", totals->responses);
  if (totals->knows_invited)
    add_count (builder, "invited", totals->invited);
  else
    add_null (builder, "invited");
  add_number (builder, "response_rate",
              totals->knows_invited ? loket_share_get (totals->responses, totals->invited) : NAN);
}

/**
 * loket_summary_to_json:
 *
 * Returns: (transfer full): the summary in the form that `interface` fixes for scripts, ending in
 *   a line feed
 */
char *
loket_summary_to_json (const LoketSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "questionnaire", loket_questionnaire_get_id (summary->request->questionnaire));
  add_period (builder, "period", summary->request->has_period,
              loket_selection_get_period (summary->request->selection));
  add_period (builder, "against", summary->request->has_against, &summary->request->against);
  add_totals (builder, &summary->totals);
  add_flag (builder, "holm", summary->request->holm);
  add_count (builder, "comparisons", summary->comparisons);
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->questions->len; i++)
    add_question (builder, summary, g_ptr_array_index (summary->questions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
