/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whose answers stand in the figures of those who answered in two waves. */

#include "loket-audit-pairs.h"

#include <math.h>

#include "loket-selection.h"
#include "loket-withheld.h"

static void
free_pairs (gpointer data)
{
  LoketAuditPairs *pairs = data;

  g_free (pairs->marks);
  g_free (pairs);
}

/* The figures of a question by a grouping; NULL where none was shown. */
static const GArray *
get_figures (const LoketReleased *released,
             const char          *question_id,
             guint                grouping)
{
  const LoketReleasedQuestion *question = loket_released_find_question (released, question_id);

  return question != NULL && grouping < question->groups->len
             ? g_ptr_array_index (question->groups, grouping)
             : NULL;
}

static gboolean
has_pairs (const LoketReleased *released,
           const char          *question)
{
  for (guint i = 0; i < released->groupings->len; i++)
    {
      const LoketReleasedGrouping *grouping = g_ptr_array_index (released->groupings, i);
      const GArray *figures = get_figures (released, question, i);

      if (!loket_released_is_pairs (grouping->by))
        continue;
      for (guint k = 0; figures != NULL && k < figures->len; k++)
        {
          if (g_array_index (figures, guint, k) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * loket_audit_pairs_has_any:
 * @question: its id
 *
 * Returns: whether any release shows, or is to show, pairs of @question
 */
gboolean
loket_audit_pairs_has_any (const LoketAuditCase *audit,
                           const char           *question)
{
  for (guint i = 0; i < audit->released->len; i++)
    {
      if (has_pairs (g_ptr_array_index (audit->released, i), question))
        return TRUE;
    }
  return FALSE;
}

static LoketSelection *
create_selection (const LoketAuditCase *audit,
                  const LoketReleased  *released)
{
  LoketSelection *selection = loket_selection_new (&released->period);

  for (guint i = 0; i < released->filters->len; i++)
    {
      const LoketReleasedFilter *filter = g_ptr_array_index (released->filters, i);
      LoketGrouping grouping = { 0 };

      if (loket_grouping_find (loket_frame_get_questionnaire (audit->frame), filter->by, &grouping,
                               NULL))
        loket_selection_add (selection, &grouping, filter->value);
    }
  return selection;
}

/* Which rows a release counted. */
static guint8 *
find_counted (const LoketAuditCase *audit,
              const LoketReleased  *released)
{
  g_autoptr (LoketSelection) selection = create_selection (audit, released);
  g_autoptr (LoketSelectionPlan) plan = loket_selection_plan_new (selection, audit->frame);
  const guint64 *arrivals = loket_frame_get_arrivals (audit->frame);
  gsize n_rows = loket_frame_get_n_rows (audit->frame);
  guint8 *counted = g_new0 (guint8, n_rows + 1);
  guint16 picked[LOKET_BLOCK_ROWS];

  for (gsize first = 0; first < n_rows; first += LOKET_BLOCK_ROWS)
    {
      guint n_picked = loket_selection_plan_pick (
          plan, first, (guint) MIN (LOKET_BLOCK_ROWS, n_rows - first), picked);

      for (guint i = 0; i < n_picked; i++)
        {
          gsize row = first + picked[i];

          counted[row] = arrivals[row] <= released->at &&
                         loket_past_get_gone (audit->past, row) > released->at;
        }
    }
  return counted;
}

/* By person the row with the answer in a wave, counted from 1; 0 for none. */
static guint32 *
find_answers (const LoketAuditCase *audit,
              const LoketItem      *item,
              const guint8         *counted,
              guint                 wave)
{
  const guint8 *codes = loket_frame_get_column (audit->frame, item, 0);
  const guint8 *waves = loket_frame_get_waves (audit->frame);
  const guint32 *persons = loket_frame_get_persons (audit->frame);
  guint32 *rows = g_new0 (guint32, loket_frame_get_n_persons (audit->frame) + 1);

  for (gsize row = 0; row < loket_frame_get_n_rows (audit->frame); row++)
    {
      if (counted[row] && waves[row] == wave + 1 &&
          !isnan (loket_code_get_value (item, codes[row])))
        rows[persons[row]] = (guint32) row + 1;
    }
  return rows;
}

static void
add_pairs (GPtrArray            *all,
           const LoketAuditCase *audit,
           const LoketItem      *item,
           const guint8         *counted,
           LoketAuditPairs       place)
{
  const GArray *waves =
      loket_questionnaire_get_pairs (loket_frame_get_questionnaire (audit->frame));
  const LoketWavePair *pair = &g_array_index (waves, LoketWavePair, place.value);
  g_autofree guint32 *before = find_answers (audit, item, counted, pair->from);
  g_autofree guint32 *after = find_answers (audit, item, counted, pair->to);
  gsize n_rows = loket_frame_get_n_rows (audit->frame);

  for (guint side = 0; side < 2; side++)
    {
      LoketAuditPairs *pairs = g_memdup2 (&place, sizeof place);

      pairs->marks = g_new0 (guint8, n_rows + 1);
      for (guint person = 1; person <= loket_frame_get_n_persons (audit->frame); person++)
        {
          if (before[person] > 0 && after[person] > 0)
            pairs->marks[(side == 0 ? before : after)[person] - 1] = 1;
        }
      g_ptr_array_add (all, pairs);
    }
}

static void
add_release (GPtrArray            *all,
             const LoketAuditCase *audit,
             const LoketItem      *item,
             const char           *by,
             guint                 release)
{
  const LoketReleased *released = g_ptr_array_index (audit->released, release);
  g_autofree guint8 *counted = NULL;

  if (!has_pairs (released, item->id))
    return;
  counted = find_counted (audit, released);
  for (guint i = 0; i < released->groupings->len; i++)
    {
      const LoketReleasedGrouping *grouping = g_ptr_array_index (released->groupings, i);
      const GArray *figures = get_figures (released, item->id, i);

      for (guint k = 0; g_str_equal (grouping->by, by) && figures != NULL && k < figures->len; k++)
        {
          if (g_array_index (figures, guint, k) > 0)
            add_pairs (all, audit, item, counted, (LoketAuditPairs) { release, i, k, NULL });
        }
    }
}

/**
 * loket_audit_pairs_find:
 * @item: (nullable): a question that several waves ask; NULL for none
 * @part: %LOKET_AUDIT_PAIRS for whoever makes pairs; %LOKET_AUDIT_ANSWERS for those whose mean
 *   answers were shown
 *
 * Returns: (transfer full) (element-type LoketAuditPairs): of each figure whose answers stand in it
 */
GPtrArray *
loket_audit_pairs_find (const LoketAuditCase *audit,
                        const LoketItem      *item,
                        LoketAuditPart        part)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_pairs);
  const char *by = part == LOKET_AUDIT_PAIRS ? LOKET_WITHHELD_PAIRS : LOKET_WITHHELD_MEANS;

  for (guint i = 0; item != NULL && i < audit->released->len; i++)
    add_release (all, audit, item, by, i);
  return all;
}
