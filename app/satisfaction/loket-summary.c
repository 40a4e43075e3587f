/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How satisfied clients are: every question of a period, compared and grouped as asked for. */

#include "loket-summary.h"

#include "loket-disclosure.h"
#include "loket-invited.h"

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
tally_against (LoketSummary    *summary,
               const GPtrArray *items)
{
  g_autoptr (LoketSelection) selection = loket_selection_copy (summary->request->selection);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  LoketTally *tally = NULL;

  loket_selection_set_period (selection, &summary->request->against);
  tally = loket_tally_new (summary->frame, selection, items, nothing);
  summary->against = sum_up (summary->frame, selection, tally);
  return tally;
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
  LoketSummarySource source = { frame };
  g_autoptr (LoketTally) tally = NULL;
  g_autoptr (LoketTally) against = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) groupings = find_groupings (request);

  summary->frame = g_object_ref (frame);
  summary->request = loket_request_copy (request);
  summary->questions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_question_summary_free);
  source.request = summary->request;
  source.year = get_last_year (frame, loket_selection_get_period (request->selection));
  if (!request->has_period)
    source.year = MAX (source.year, get_first_year (summary));
  items = find_items (summary, source.year);
  tally = loket_tally_new (frame, request->selection, items, groupings);
  summary->totals = sum_up (frame, request->selection, tally);
  if (request->has_against)
    {
      against = tally_against (summary, items);
      source.against_year = get_last_year (frame, &request->against);
    }
  source.tally = tally;
  source.against = against;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (summary->questions,
                     loket_question_summary_new (&source, g_ptr_array_index (items, i)));
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
