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
  json_builder_end_object (builder);
}

static void
add_options (JsonBuilder  *builder,
             const GArray *shares,
             gboolean      with_against)
{
  json_builder_set_member_name (builder, "options");
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
add_grades (JsonBuilder                *builder,
            const LoketQuestionSummary *question)
{
  add_count (builder, "na", question->na);
  add_number (builder, "mean", loket_moments_get_mean (&question->grades));
  add_number (builder, "sd", loket_moments_get_sd (&question->grades));
  add_interval (builder, "ci95", &question->ci95);
  add_band_shares (builder, question->shares);
  json_builder_set_member_name (builder, "histogram");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LOKET_GRADE_MAX; i++)
    json_builder_add_int_value (builder, question->histogram[i]);
  json_builder_end_array (builder);
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
  json_builder_end_object (builder);
}

static void
add_group (JsonBuilder                *builder,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question,
           const LoketGroupSummary    *group)
{
  static const char * const words[] = { "no", "higher", "lower" };

  json_builder_begin_object (builder);
  add_text (builder, "by", loket_grouping_get_id (&group->by));
  add_text (builder, "value",
            loket_frame_get_group_value (summary->frame, &group->by, group->group));
  if (!group->hidden)
    add_count (builder, "n", group->n);
  if (!group->hidden && question->item->kind == LOKET_ITEM_GRADE)
    {
      add_number (builder, "mean", loket_moments_get_mean (&group->grades));
      add_number (builder, "p", group->p);
      add_text (builder, "differs", words[group->differs]);
    }
  else if (!group->hidden)
    add_options (builder, group->shares, FALSE);
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
add_fair (JsonBuilder        *builder,
          const LoketSummary *summary,
          const LoketFair    *fair)
{
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

static void
add_figures (JsonBuilder                *builder,
             const LoketSummary         *summary,
             const LoketQuestionSummary *question)
{
  gboolean is_grade = question->item->kind == LOKET_ITEM_GRADE;

  add_count (builder, "base", question->base);
  add_count (builder, "n", question->n);
  if (is_grade)
    {
      add_grades (builder, question);
      add_against (builder, question);
    }
  else
    add_options (builder, question->shares, TRUE);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < question->groups->len; i++)
    add_group (builder, summary, question, g_ptr_array_index (question->groups, i));
  json_builder_end_array (builder);
  if (is_grade)
    add_ranking (builder, question->ranking);
  if (question->fair != NULL)
    add_fair (builder, summary, question->fair);
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
