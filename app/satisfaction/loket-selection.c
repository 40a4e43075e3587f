/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which responses are looked at: those of a period, with certain groups only. */

#include "loket-selection.h"

#include <string.h>

typedef struct
{
  LoketGrouping grouping;
  char         *value; /* (owned) */
} Filter;

struct _LoketSelection
{
  LoketPeriod period;
  GArray     *filters; /* (owned) of Filter */
};

/* What one grouping admits: a byte for each code of its column. */
typedef struct
{
  LoketGrouping  grouping;
  const guint8  *narrow; /* (nullable) borrowed from the frame */
  const guint16 *wide; /* (nullable) borrowed from the frame */
  guint8        *admits; /* (owned) */
} Gate;

struct _LoketSelectionPlan
{
  LoketPeriod    period;
  const guint16 *months; /* borrowed from the frame */
  GArray        *gates; /* (owned) of Gate */
};

static void
clear_filter (gpointer data)
{
  Filter *filter = data;

  g_clear_pointer (&filter->value, g_free);
}

static void
clear_gate (gpointer data)
{
  Gate *gate = data;

  g_clear_pointer (&gate->admits, g_free);
}

/**
 * loket_selection_new:
 * @period: (nullable): NULL for every month
 */
LoketSelection *
loket_selection_new (const LoketPeriod *period)
{
  LoketSelection *selection = g_new0 (LoketSelection, 1);

  selection->filters = g_array_new (FALSE, TRUE, sizeof (Filter));
  g_array_set_clear_func (selection->filters, clear_filter);
  loket_selection_set_period (selection, period);
  return selection;
}

/**
 * loket_selection_copy:
 *
 * Returns: (transfer full): a selection of the same responses
 */
LoketSelection *
loket_selection_copy (const LoketSelection *selection)
{
  LoketSelection *copy = loket_selection_new (&selection->period);

  for (guint i = 0; i < selection->filters->len; i++)
    {
      const Filter *filter = &g_array_index (selection->filters, Filter, i);

      loket_selection_add (copy, &filter->grouping, filter->value);
    }
  return copy;
}

void
loket_selection_free (LoketSelection *selection)
{
  g_clear_pointer (&selection->filters, g_array_unref);
  g_free (selection);
}

/**
 * loket_selection_add:
 *
 * Keeps only responses with @value. Values of one grouping are alternatives, different groupings
 * must hold together. A value that no response has is no error: nothing is selected then.
 */
void
loket_selection_add (LoketSelection      *selection,
                     const LoketGrouping *grouping,
                     const char          *value)
{
  Filter filter = { *grouping, g_strdup (value) };

  g_array_append_val (selection->filters, filter);
}

/**
 * loket_selection_remove:
 * @kind: of the groupings that select no longer
 */
void
loket_selection_remove (LoketSelection    *selection,
                        LoketGroupingKind  kind)
{
  for (guint i = selection->filters->len; i > 0; i--)
    {
      if (g_array_index (selection->filters, Filter, i - 1).grouping.kind == kind)
        g_array_remove_index (selection->filters, i - 1);
    }
}

/**
 * loket_selection_set_period:
 * @period: (nullable): of which months responses are kept; NULL for all
 */
void
loket_selection_set_period (LoketSelection    *selection,
                            const LoketPeriod *period)
{
  static const LoketPeriod always = { 0, G_MAXUINT16 };

  selection->period = period != NULL ? *period : always;
}

/**
 * loket_selection_get_period:
 *
 * Returns: (transfer none): of which months responses are kept
 */
const LoketPeriod *
loket_selection_get_period (const LoketSelection *selection)
{
  return &selection->period;
}

/**
 * loket_selection_get_n_filters:
 *
 * Returns: how many filters there are
 */
guint
loket_selection_get_n_filters (const LoketSelection *selection)
{
  return selection->filters->len;
}

/**
 * loket_selection_get_filter:
 * @index: below the number of filters
 * @grouping: (out): by what is filtered
 * @value: (out) (transfer none): which of its values are kept
 */
void
loket_selection_get_filter (const LoketSelection  *selection,
                            guint                  index,
                            LoketGrouping         *grouping,
                            const char           **value)
{
  const Filter *filter = &g_array_index (selection->filters, Filter, index);

  *grouping = filter->grouping;
  *value = filter->value;
}

static Gate *
find_gate (LoketSelectionPlan  *plan,
           const LoketGrouping *grouping)
{
  for (guint i = 0; i < plan->gates->len; i++)
    {
      Gate *gate = &g_array_index (plan->gates, Gate, i);

      if (loket_grouping_is_equal (&gate->grouping, grouping))
        return gate;
    }
  return NULL;
}

static Gate *
add_gate (LoketSelectionPlan  *plan,
          LoketFrame          *frame,
          const LoketGrouping *grouping)
{
  Gate gate = { *grouping, NULL, NULL, NULL };

  if (grouping->kind == LOKET_GROUPING_OFFICE)
    gate.wide = loket_frame_get_offices (frame);
  else if (grouping->kind == LOKET_GROUPING_COUNSELLOR)
    gate.wide = loket_frame_get_counsellors (frame);
  else
    gate.narrow = loket_frame_get_group_column (frame, grouping);
  gate.admits = g_malloc0 (gate.wide != NULL ? LOKET_NAMES_MAX + 1 : 256);
  g_array_append_val (plan->gates, gate);
  return &g_array_index (plan->gates, Gate, plan->gates->len - 1);
}

static void
open_gate (Gate *gate,
           int   group)
{
  const LoketDerived *derived = gate->grouping.derived;

  if (group < 0)
    return;
  if (derived == NULL)
    {
      gate->admits[group] = TRUE;
      return;
    }
  for (guint code = 0; !derived->has_column && code < LOKET_ITEM_MAX_CODES; code++)
    gate->admits[code] |= derived->group_of[code] == group;
  for (guint code = 0; derived->has_column && code < loket_derived_get_n_codes (derived); code++)
    gate->admits[code] |= derived->overlaps ? (code >> (group - 1) & 1) != 0
                                            : code == (guint) group;
}

/**
 * loket_selection_plan_new:
 * @frame: must outlive the plan
 *
 * Returns: (transfer full): @selection, ready to be asked about the rows of @frame
 */
LoketSelectionPlan *
loket_selection_plan_new (const LoketSelection *selection,
                          LoketFrame           *frame)
{
  LoketSelectionPlan *plan = g_new0 (LoketSelectionPlan, 1);

  plan->period = selection->period;
  plan->months = loket_frame_get_months (frame);
  plan->gates = g_array_new (FALSE, TRUE, sizeof (Gate));
  g_array_set_clear_func (plan->gates, clear_gate);
  for (guint i = 0; i < selection->filters->len; i++)
    {
      const Filter *filter = &g_array_index (selection->filters, Filter, i);
      Gate *gate = find_gate (plan, &filter->grouping);

      if (gate == NULL)
        gate = add_gate (plan, frame, &filter->grouping);
      open_gate (gate, loket_frame_find_group (frame, &filter->grouping, filter->value));
    }
  return plan;
}

void
loket_selection_plan_free (LoketSelectionPlan *plan)
{
  g_clear_pointer (&plan->gates, g_array_unref);
  g_free (plan);
}

static guint
pick_period (const LoketSelectionPlan *plan,
             gsize                     first_row,
             guint                     n_rows,
             guint16                  *picked)
{
  const guint16 *months = plan->months + first_row;
  guint n_picked = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      picked[n_picked] = (guint16) i;
      n_picked += months[i] >= plan->period.first && months[i] <= plan->period.last;
    }
  return n_picked;
}

/* Keeps those of @picked that the gate lets through, in place. */
static guint
pick_gate (const Gate *gate,
           gsize       first_row,
           guint16    *picked,
           guint       n_picked)
{
  guint n_kept = 0;

  for (guint i = 0; i < n_picked; i++)
    {
      gsize row = first_row + picked[i];

      picked[n_kept] = picked[i];
      n_kept += gate->admits[gate->wide != NULL ? gate->wide[row] : gate->narrow[row]];
    }
  return n_kept;
}

/**
 * loket_selection_plan_pick:
 * @first_row: of a block
 * @n_rows: of the block, at most %LOKET_BLOCK_ROWS
 * @picked: (out caller-allocates): room for @n_rows numbers: the selected rows, counted from
 *   @first_row, in order
 *
 * Returns: how many rows of the block are selected
 */
guint
loket_selection_plan_pick (const LoketSelectionPlan *plan,
                           gsize                     first_row,
                           guint                     n_rows,
                           guint16                  *picked)
{
  guint n_picked = pick_period (plan, first_row, n_rows, picked);

  for (guint i = 0; i < plan->gates->len; i++)
    n_picked = pick_gate (&g_array_index (plan->gates, Gate, i), first_row, picked, n_picked);
  return n_picked;
}
