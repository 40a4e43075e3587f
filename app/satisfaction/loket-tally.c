/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How often each answer was given, in all and in each group, counted in one pass over a frame. */

#include "loket-tally.h"

#include "loket-joint.h"

/* The counters of one column for a joint should fit the nearest cache. */
#define MAX_CELLS 512
/* Fewer rows than this are counted before a second thread has started. */
#define ROWS_PER_THREAD 100000
#define MAX_THREADS     4

typedef struct
{
  const LoketItem *item; /* borrowed */
  guint            option;
  const guint8    *codes; /* borrowed from the frame */
  guint            n_codes;
  guint            offset; /* how many codes the columns before it have */
} Column;

struct _LoketTally
{
  GArray    *columns; /* (owned) of Column */
  GPtrArray *joints; /* (owned) of LoketJoint */
  guint      n_codes; /* of all columns together */
  guint      n_responses;
  guint32   *totals; /* (owned) n_codes counts */
  GPtrArray *groups; /* (owned) by grouping: n_codes counts for each group */
};

/* What one thread counts: its share of the blocks, in counters of its own. */
typedef struct
{
  const LoketTally         *tally; /* borrowed */
  const LoketSelectionPlan *plan; /* borrowed */
  gsize                     n_rows;
  guint                     first_block;
  guint                     block_step;
  guint                     n_responses;
  GPtrArray                *counters; /* (owned) guint32 by joint: n_cells * n_codes, by column */
} Share;

static void
add_columns (LoketTally      *tally,
             LoketFrame      *frame,
             const LoketItem *item)
{
  for (guint option = 0; option < loket_item_get_n_columns (item); option++)
    {
      Column column = { item, option, loket_frame_get_column (frame, item, option),
                        loket_item_get_n_codes (item), tally->n_codes };

      g_array_append_val (tally->columns, column);
      tally->n_codes += column.n_codes;
    }
}

/* The inner loop of everything that is shown: one counter up for each row. */
static void
count_codes (guint32       *counters,
             guint          n_codes,
             const guint8  *codes,
             const guint16 *picked,
             const guint32 *cells,
             guint          n_picked)
{
  for (guint i = 0; i < n_picked; i++)
    counters[cells[i] * n_codes + codes[picked[i]]]++;
}

static void
count_block (Share *share,
             gsize  first_row,
             guint  n_rows)
{
  const LoketTally *tally = share->tally;
  guint16 picked[LOKET_BLOCK_ROWS];
  guint32 cells[LOKET_BLOCK_ROWS];
  guint n_picked = loket_selection_plan_pick (share->plan, first_row, n_rows, picked);

  share->n_responses += n_picked;
  for (guint j = 0; j < tally->joints->len; j++)
    {
      const LoketJoint *joint = g_ptr_array_index (tally->joints, j);
      guint32 *counters = g_ptr_array_index (share->counters, j);

      loket_joint_number_rows (joint, first_row, picked, n_picked, cells);
      for (guint i = 0; i < tally->columns->len; i++)
        {
          const Column *column = &g_array_index (tally->columns, Column, i);

          count_codes (counters + (gsize) joint->n_cells * column->offset, column->n_codes,
                       column->codes + first_row, picked, cells, n_picked);
        }
    }
}

static gpointer
count_share (gpointer data)
{
  Share *share = data;
  gsize step = (gsize) share->block_step * LOKET_BLOCK_ROWS;

  for (gsize row = (gsize) share->first_block * LOKET_BLOCK_ROWS; row < share->n_rows; row += step)
    count_block (share, row, (guint) MIN (LOKET_BLOCK_ROWS, share->n_rows - row));
  return NULL;
}

static void
init_share (Share                    *share,
            const LoketTally         *tally,
            const LoketSelectionPlan *plan,
            gsize                     n_rows)
{
  share->tally = tally;
  share->plan = plan;
  share->n_rows = n_rows;
  share->counters = g_ptr_array_new_with_free_func (g_free);
  for (guint j = 0; j < tally->joints->len; j++)
    {
      const LoketJoint *joint = g_ptr_array_index (tally->joints, j);

      g_ptr_array_add (share->counters, g_new0 (guint32, (gsize) joint->n_cells * tally->n_codes));
    }
}

static void
add_share (LoketTally  *tally,
           Share       *sum,
           const Share *share)
{
  sum->n_responses += share->n_responses;
  for (guint j = 0; j < tally->joints->len; j++)
    {
      const LoketJoint *joint = g_ptr_array_index (tally->joints, j);
      guint32 *to = g_ptr_array_index (sum->counters, j);
      const guint32 *from = g_ptr_array_index (share->counters, j);

      for (gsize i = 0; i < (gsize) joint->n_cells * tally->n_codes; i++)
        to[i] += from[i];
    }
}

/* Counts in as many threads as are worth their start; @shares[0] has the sum in the end. */
static void
count_shares (LoketTally               *tally,
              const LoketSelectionPlan *plan,
              gsize                     n_rows,
              Share                    *shares)
{
  guint n_threads = (guint) CLAMP (n_rows / ROWS_PER_THREAD, 1, MAX_THREADS);
  GThread *threads[MAX_THREADS] = { NULL };

  n_threads = MIN (n_threads, g_get_num_processors ());
  for (guint i = 0; i < n_threads; i++)
    {
      init_share (&shares[i], tally, plan, n_rows);
      shares[i].first_block = i;
      shares[i].block_step = n_threads;
      if (i > 0)
        threads[i] = g_thread_new ("tally", count_share, &shares[i]);
    }
  count_share (&shares[0]);
  for (guint i = 1; i < n_threads; i++)
    {
      g_thread_join (threads[i]);
      add_share (tally, &shares[0], &shares[i]);
      g_ptr_array_unref (shares[i].counters);
    }
}

/* Adds the counts of one cell to @to, where the codes of all columns stand in a row. */
static void
add_cell (const LoketTally *tally,
          const LoketJoint *joint,
          const guint32    *counters,
          guint             cell,
          guint32          *to)
{
  for (guint i = 0; i < tally->columns->len; i++)
    {
      const Column *column = &g_array_index (tally->columns, Column, i);
      const guint32 *from = counters + (gsize) joint->n_cells * column->offset +
                            (gsize) cell * column->n_codes;

      for (guint code = 0; code < column->n_codes; code++)
        to[column->offset + code] += from[code];
    }
}

/* Adds the counts of one cell to each of its groups. */
static void
fold_cell (const LoketTally     *tally,
           const LoketJoint     *joint,
           const guint32        *counters,
           guint                 cell,
           const LoketDimension *dimension,
           const LoketGrouping  *grouping,
           guint32              *groups)
{
  guint group = loket_dimension_get_group (dimension, grouping, cell);

  if (grouping->derived == NULL || !grouping->derived->overlaps)
    {
      add_cell (tally, joint, counters, cell, groups + (gsize) tally->n_codes * group);
      return;
    }
  for (group = 0; group <= grouping->derived->groups->len; group++)
    {
      if (loket_dimension_has_group (dimension, grouping, cell, group))
        add_cell (tally, joint, counters, cell, groups + (gsize) tally->n_codes * group);
    }
}

static void
fold_grouping (LoketTally          *tally,
               LoketFrame          *frame,
               const LoketGrouping *grouping,
               const GPtrArray     *counters)
{
  guint n_groups = loket_frame_get_n_groups (frame, grouping);
  guint32 *groups = g_new0 (guint32, (gsize) n_groups * tally->n_codes);

  g_ptr_array_add (tally->groups, groups);
  for (guint j = 0; j < tally->joints->len; j++)
    {
      const LoketJoint *joint = g_ptr_array_index (tally->joints, j);
      const LoketDimension *dimension = loket_joint_find (joint, grouping);

      for (guint cell = 0; dimension != NULL && cell < joint->n_cells; cell++)
        fold_cell (tally, joint, g_ptr_array_index (counters, j), cell, dimension, grouping,
                   groups);
    }
}

/**
 * loket_tally_new:
 * @items: (element-type LoketItem): what to count; open items are passed over
 * @groupings: (element-type LoketGrouping): by what to tell apart, separately, not crossed
 *
 * Takes some 30 ms for 9 grades by 8 groupings of a million responses on two cores.
 *
 * Returns: (transfer full): the counts of the selected responses
 */
LoketTally *
loket_tally_new (LoketFrame           *frame,
                 const LoketSelection *selection,
                 const GPtrArray      *items,
                 const GArray         *groupings)
{
  LoketTally *tally = g_new0 (LoketTally, 1);
  g_autoptr (LoketSelectionPlan) plan = loket_selection_plan_new (selection, frame);
  Share shares[MAX_THREADS] = { { 0 } };
  const LoketJoint *first = NULL;

  tally->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  tally->groups = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < items->len; i++)
    add_columns (tally, frame, g_ptr_array_index (items, i));
  tally->joints = loket_joint_plan (frame, groupings, MAX_CELLS);
  count_shares (tally, plan, loket_frame_get_n_rows (frame), shares);

  tally->n_responses = shares[0].n_responses;
  tally->totals = g_new0 (guint32, tally->n_codes);
  first = g_ptr_array_index (tally->joints, 0);
  for (guint cell = 0; cell < first->n_cells; cell++)
    add_cell (tally, first, g_ptr_array_index (shares[0].counters, 0), cell, tally->totals);
  for (guint i = 0; i < groupings->len; i++)
    fold_grouping (tally, frame, &g_array_index (groupings, LoketGrouping, i), shares[0].counters);
  g_ptr_array_unref (shares[0].counters);
  return tally;
}

void
loket_tally_free (LoketTally *tally)
{
  g_clear_pointer (&tally->columns, g_array_unref);
  g_clear_pointer (&tally->joints, g_ptr_array_unref);
  g_clear_pointer (&tally->totals, g_free);
  g_clear_pointer (&tally->groups, g_ptr_array_unref);
  g_free (tally);
}

/**
 * loket_tally_get_n_responses:
 *
 * Returns: how many responses are selected
 */
guint
loket_tally_get_n_responses (const LoketTally *tally)
{
  return tally->n_responses;
}

static const Column *
find_column (const LoketTally *tally,
             const LoketItem  *item,
             guint             option)
{
  for (guint i = 0; i < tally->columns->len; i++)
    {
      const Column *column = &g_array_index (tally->columns, Column, i);

      if (column->item == item && column->option == option)
        return column;
    }
  return NULL;
}

/**
 * loket_tally_get_total:
 * @item: one of the items that were counted
 * @option: number of an option of a multiple choice, else 0
 *
 * Returns: (transfer none) (nullable): how often each code occurs
 */
const guint32 *
loket_tally_get_total (const LoketTally *tally,
                       const LoketItem  *item,
                       guint             option)
{
  const Column *column = find_column (tally, item, option);

  return column != NULL ? tally->totals + column->offset : NULL;
}

/**
 * loket_tally_get_group:
 * @grouping: index of a grouping as given to loket_tally_new()
 * @group: 0 for those without a value
 *
 * Returns: (transfer none) (nullable): how often each code occurs in one group
 */
const guint32 *
loket_tally_get_group (const LoketTally *tally,
                       const LoketItem  *item,
                       guint             option,
                       guint             grouping,
                       guint             group)
{
  const Column *column = find_column (tally, item, option);
  const guint32 *groups = g_ptr_array_index (tally->groups, grouping);

  return column != NULL ? groups + (gsize) group * tally->n_codes + column->offset : NULL;
}
