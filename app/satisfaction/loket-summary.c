/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How satisfied clients are: every question of a period, compared and grouped as asked for. */

#include "loket-summary.h"

#include <math.h>

#include "loket-disclosure.h"
#include "loket-invited.h"
#include "loket-summary-holm.h"
#include "loket-withheld.h"

/* The last year for which there can be a version: of the period, else of the responses. */
static int
get_last_year (LoketFrame        *frame,
               const LoketPeriod *period)
{
  const guint16 *months = loket_frame_get_months (frame);
  int last = 0;

  for (gsize i = 0; i < loket_frame_get_n_rows (frame); i++)
    last = MAX (last, months[i]);
  return loket_month_get_year (CLAMP (last, period->first, period->last));
}

static int
get_first_year (const LoketSummary *summary)
{
  const LoketQuestionnaireVersion *first =
      loket_questionnaire_get_version (summary->request->questionnaire, 0);
  const LoketPeriod *period = loket_selection_get_period (summary->request->selection);

  return MAX (first->from, loket_month_get_year (period->first));
}

/* Items that are asked at some time in the period and can be counted. */
static GPtrArray *
find_items (const LoketSummary *summary,
            int                 last_year)
{
  LoketQuestionnaire *questionnaire = summary->request->questionnaire;
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);
      gboolean is_asked = FALSE;

      for (int year = get_first_year (summary); year <= last_year; year++)
        {
          const LoketQuestionnaireVersion *version =
              loket_questionnaire_find_version (questionnaire, year);

          is_asked = is_asked || (version != NULL &&
                                  loket_questionnaire_version_find (version, item) >= 0);
        }
      if (is_asked && item->kind != LOKET_ITEM_OPEN)
        g_ptr_array_add (items, (gpointer) item);
    }
  return items;
}

/* By the groupings asked for, then by office, because offices are always ranked. */
static GArray *
find_groupings (const LoketRequest *request)
{
  LoketGrouping office = { LOKET_GROUPING_OFFICE, NULL, NULL };
  GArray *groupings = g_array_copy (request->by);

  g_array_append_val (groupings, office);
  return groupings;
}

static guint
count_offices (LoketFrame           *frame,
               const LoketSelection *selection)
{
  g_autoptr (LoketSelectionPlan) plan = loket_selection_plan_new (selection, frame);
  g_autofree gboolean *seen =
      g_new0 (gboolean, loket_names_get_size (loket_frame_get_office_names (frame)));
  const guint16 *offices = loket_frame_get_offices (frame);
  gsize n_rows = loket_frame_get_n_rows (frame);
  guint16 picked[LOKET_BLOCK_ROWS];
  guint n_offices = 0;

  for (gsize first = 0; first < n_rows; first += LOKET_BLOCK_ROWS)
    {
      guint n_picked = loket_selection_plan_pick (
          plan, first, (guint) MIN (LOKET_BLOCK_ROWS, n_rows - first), picked);

      for (guint i = 0; i < n_picked; i++)
        seen[offices[first + picked[i]]] = TRUE;
    }
  for (guint i = 1; i < loket_names_get_size (loket_frame_get_office_names (frame)); i++)
    n_offices += seen[i] ? 1 : 0;
  return n_offices;
}

static LoketSummaryTotals
sum_up (LoketFrame           *frame,
        const LoketSelection *selection,
        const LoketTally     *tally)
{
  LoketSummaryTotals totals = { FALSE, loket_tally_get_n_responses (tally), 0, FALSE, 0 };

  if (loket_disclosure_is_hidden (totals.responses))
    return (LoketSummaryTotals) { TRUE, 0, 0, FALSE, 0 };
  totals.offices = count_offices (frame, selection);
  totals.knows_invited = loket_invited_count (frame, selection, &totals.invited);
  return totals;
}

static LoketTally *
tally_against (LoketSummary         *summary,
               const LoketSelection *selection,
               const GPtrArray      *items,
               LoketSummaryTotals   *totals)
{
  g_autoptr (LoketSelection) past = loket_selection_copy (selection);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  LoketTally *tally = NULL;

  loket_selection_set_period (past, &summary->request->against);
  tally = loket_tally_new (summary->frame, past, items, nothing);
  if (totals != NULL)
    *totals = sum_up (summary->frame, past, tally);
  return tally;
}

/* What one wave asks of it, or everything when @wave is -1. */
static LoketQuestionSummary *
summarise (const LoketSummarySource *source,
           const LoketItem          *item,
           gboolean                  has_groups)
{
  LoketSummarySource of_item = *source;

  of_item.has_groups = has_groups;
  return loket_question_summary_new (&of_item, item);
}

/* Each wave is looked at as if it were all there is. */
static LoketTally *
add_wave (LoketSummary             *summary,
          const LoketSummarySource *source,
          const GPtrArray          *items,
          const GArray             *groupings,
          guint                     number)
{
  const LoketWave *wave =
      loket_questionnaire_get_wave (summary->request->questionnaire, number);
  const LoketGrouping by = { LOKET_GROUPING_WAVE, NULL, NULL };
  g_autoptr (LoketSelection) selection = loket_selection_copy (source->selection);
  g_autoptr (LoketTally) against = NULL;
  LoketTally *tally = NULL;
  LoketSummarySource of_wave = *source;

  loket_selection_add (selection, &by, wave->code);
  tally = loket_tally_new (summary->frame, selection, items, groupings);
  if (source->against != NULL)
    against = tally_against (summary, selection, items, NULL);
  of_wave.tally = tally;
  of_wave.against = against;
  of_wave.selection = selection;
  of_wave.wave = (int) number;
  for (guint i = 0; i < items->len; i++)
    {
      const LoketItem *item = g_ptr_array_index (items, i);
      LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (loket_item_is_in_wave (item, wave->number))
        g_ptr_array_add (question->waves, summarise (&of_wave, item, TRUE));
    }
  return tally;
}

/* Waves are groups of one total: a small one is hidden, and not to be worked out either. */
static void
hide_waves (const LoketSummary   *summary,
            LoketQuestionSummary *question,
            const GPtrArray      *tallies)
{
  guint n_waves = question->waves->len;
  g_autofree guint *n = g_new0 (guint, n_waves + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, n_waves + 1);

  for (guint i = 0; i < n_waves; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);
      LoketCounts counts =
          loket_counts_of_all (g_ptr_array_index (tallies, (guint) wave->wave), wave->item);

      n[i] = loket_counts_get_n (&counts);
    }
  loket_disclosure_hide_groups (n, n_waves, hidden);
  for (guint i = 0; i < n_waves; i++)
    {
      LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);
      const char *code =
          loket_questionnaire_get_wave (summary->request->questionnaire, (guint) wave->wave)->code;

      if (wave->hidden ||
          (!hidden[i] && !loket_withheld_has (summary->request->withheld, wave->item->id, "wave",
                                              code)))
        continue;
      question->waves->pdata[i] = loket_question_summary_hide (wave->item, wave->wave);
      loket_question_summary_free (wave);
    }
}

static gboolean
is_hidden_wave (const LoketQuestionSummary *question,
                guint                       number)
{
  for (guint i = 0; i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);

      if (wave->wave == (int) number)
        return wave->hidden;
    }
  return TRUE;
}

/* What left before may tell of few persons beside it. */
static void
withhold_pair (GHashTable      *withheld,
               const LoketItem *item,
               LoketPaired     *paired)
{
  g_autofree char *pair = loket_withheld_dup_pair (paired->from, paired->to);

  if (loket_withheld_has (withheld, item->id, LOKET_WITHHELD_PAIRS, pair))
    *paired = (LoketPaired) { .from = paired->from, .to = paired->to, .hidden = TRUE,
                              .adjusted_p = NAN };
  if (paired->hidden || loket_withheld_has (withheld, item->id, LOKET_WITHHELD_MEANS, pair))
    paired->mean_before = paired->mean_after = NAN;
}

static void
add_pairs (LoketSummary         *summary,
           LoketQuestionSummary *question)
{
  LoketQuestionnaire *questionnaire = summary->request->questionnaire;
  const GArray *pairs = loket_questionnaire_get_pairs (questionnaire);
  LoketItemKind kind = question->item->kind;

  if (kind != LOKET_ITEM_GRADE && kind != LOKET_ITEM_LIKERT && kind != LOKET_ITEM_NUMBER)
    return;
  for (guint i = 0; i < pairs->len; i++)
    {
      const LoketWavePair *pair = &g_array_index (pairs, LoketWavePair, i);
      int from = loket_questionnaire_get_wave (questionnaire, pair->from)->number;
      int to = loket_questionnaire_get_wave (questionnaire, pair->to)->number;
      LoketPaired paired = { 0 };

      if (!loket_item_is_in_wave (question->item, from) ||
          !loket_item_is_in_wave (question->item, to) ||
          !loket_paired_find (summary->frame, summary->request->selection, question->item, pair,
                              &paired))
        continue;
      if (is_hidden_wave (question, pair->from) || is_hidden_wave (question, pair->to))
        paired.mean_before = paired.mean_after = NAN;
      withhold_pair (summary->request->withheld, question->item, &paired);
      g_array_append_val (question->paired, paired);
    }
}

static void
add_waves (LoketSummary             *summary,
           const LoketSummarySource *source,
           const GPtrArray          *items,
           const GArray             *groupings)
{
  guint n_waves = loket_questionnaire_get_n_waves (summary->request->questionnaire);
  g_autoptr (GPtrArray) tallies =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_tally_free);

  for (guint i = 0; n_waves > 1 && i < n_waves; i++)
    g_ptr_array_add (tallies, add_wave (summary, source, items, groupings, i));
  for (guint i = 0; n_waves > 1 && i < summary->questions->len; i++)
    {
      hide_waves (summary, g_ptr_array_index (summary->questions, i), tallies);
      add_pairs (summary, g_ptr_array_index (summary->questions, i));
    }
}

/* Persons who answer in several waves are grouped within each of them, not in all together. */
static gboolean
is_asked_once (LoketQuestionnaire *questionnaire,
               const LoketItem    *item)
{
  guint n_asked = 0;

  for (guint i = 0; i < loket_questionnaire_get_n_waves (questionnaire); i++)
    n_asked +=
        loket_item_is_in_wave (item, loket_questionnaire_get_wave (questionnaire, i)->number);
  return n_asked <= 1;
}

/**
 * loket_summary_new:
 *
 * Returns: (transfer full): all that may be shown of the responses that @request asks for
 */
LoketSummary *
loket_summary_new (LoketFrame         *frame,
                   const LoketRequest *request)
{
  LoketSummary *summary = g_atomic_rc_box_new0 (LoketSummary);
  LoketSummarySource source = { frame, .wave = -1 };
  g_autoptr (LoketTally) tally = NULL;
  g_autoptr (LoketTally) against = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) groupings = find_groupings (request);

  summary->frame = g_object_ref (frame);
  summary->request = loket_request_copy (request);
  summary->questions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_question_summary_free);
  source.request = summary->request;
  source.selection = summary->request->selection;
  source.year = get_last_year (frame, loket_selection_get_period (request->selection));
  if (!request->has_period)
    source.year = MAX (source.year, get_first_year (summary));
  items = find_items (summary, source.year);
  tally = loket_tally_new (frame, request->selection, items, groupings);
  summary->totals = sum_up (frame, request->selection, tally);
  if (request->has_against)
    {
      against = tally_against (summary, source.selection, items, &summary->against);
      source.against_year = get_last_year (frame, &request->against);
    }
  source.tally = tally;
  source.against = against;
  for (guint i = 0; i < items->len; i++)
    {
      const LoketItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (summary->questions,
                       summarise (&source, item, is_asked_once (request->questionnaire, item)));
    }
  add_waves (summary, &source, items, groupings);
  summary->comparisons = loket_summary_holm_apply (summary->questions, request->holm);
  return summary;
}

LoketSummary *
loket_summary_ref (LoketSummary *summary)
{
  return g_atomic_rc_box_acquire (summary);
}

static void
clear_summary (LoketSummary *summary)
{
  g_clear_object (&summary->frame);
  g_clear_pointer (&summary->request, loket_request_free);
  g_clear_pointer (&summary->questions, g_ptr_array_unref);
}

void
loket_summary_unref (LoketSummary *summary)
{
  g_atomic_rc_box_release_full (summary, (GDestroyNotify) clear_summary);
}

/**
 * loket_summary_find_total:
 *
 * Returns: (transfer none) (nullable): the grade that is asked first, which is about everything,
 *   also when it is hidden; NULL when no grade is asked
 */
const LoketQuestionSummary *
loket_summary_find_total (const LoketSummary *summary)
{
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind == LOKET_ITEM_GRADE)
        return question;
    }
  return NULL;
}
