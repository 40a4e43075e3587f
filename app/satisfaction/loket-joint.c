/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groupings that are counted together, with one counter for each combination of their groups. */

#include "loket-joint.h"

#include <string.h>

/**
 * loket_joint_new:
 *
 * Returns: (transfer full): a count of all rows in one cell, until groupings are added
 */
LoketJoint *
loket_joint_new (void)
{
  LoketJoint *joint = g_new0 (LoketJoint, 1);

  joint->dimensions = g_array_new (FALSE, TRUE, sizeof (LoketDimension));
  joint->n_cells = 1;
  return joint;
}

void
loket_joint_free (LoketJoint *joint)
{
  g_clear_pointer (&joint->dimensions, g_array_unref);
  g_free (joint);
}

/**
 * loket_joint_add:
 *
 * Multiplies the cells by the groups of @grouping. One that is there already adds nothing.
 */
void
loket_joint_add (LoketJoint          *joint,
                 LoketFrame          *frame,
                 const LoketGrouping *grouping)
{
  LoketDimension dimension = { loket_grouping_get_base (grouping), 0,    joint->n_cells,
                               NULL,                               NULL, { 0 } };

  if (loket_joint_find (joint, grouping) != NULL)
    return;
  dimension.n_values = loket_frame_get_n_values (frame, &dimension.grouping);
  if (dimension.grouping.kind == LOKET_GROUPING_OFFICE)
    dimension.wide = loket_frame_get_offices (frame);
  else if (dimension.grouping.kind == LOKET_GROUPING_COUNSELLOR)
    dimension.wide = loket_frame_get_counsellors (frame);
  else
    dimension.narrow = loket_frame_get_group_column (frame, &dimension.grouping);
  for (guint value = 1; dimension.narrow != NULL && value < dimension.n_values; value++)
    dimension.steps[value] = value * dimension.stride;
  joint->n_cells *= dimension.n_values;
  g_array_append_val (joint->dimensions, dimension);
}

static int
compare_sizes (gconstpointer one,
               gconstpointer other,
               gpointer      user_data)
{
  guint size = loket_frame_get_n_values (user_data, one);
  guint other_size = loket_frame_get_n_values (user_data, other);

  return size < other_size ? 1 : size > other_size ? -1 : 0;
}

static gboolean
add_to_first_fit (GPtrArray           *joints,
                  LoketFrame          *frame,
                  const LoketGrouping *base,
                  guint                max_cells)
{
  for (guint i = 0; i < joints->len; i++)
    {
      LoketJoint *joint = g_ptr_array_index (joints, i);

      if (loket_joint_find (joint, base) == NULL &&
          (guint64) joint->n_cells * loket_frame_get_n_values (frame, base) > max_cells)
        continue;
      loket_joint_add (joint, frame, base);
      return TRUE;
    }
  return FALSE;
}

/**
 * loket_joint_plan:
 * @groupings: (element-type LoketGrouping):
 * @max_cells: how many cells a joint of several dimensions may have
 *
 * Spreads @groupings over few joints, the largest first into the first that has room. Every row is
 * then counted once per joint instead of once per grouping.
 *
 * Returns: (transfer full) (element-type LoketJoint): at least one joint
 */
GPtrArray *
loket_joint_plan (LoketFrame   *frame,
                  const GArray *groupings,
                  guint         max_cells)
{
  GPtrArray *joints = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_joint_free);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));

  for (guint i = 0; i < groupings->len; i++)
    {
      LoketGrouping base = loket_grouping_get_base (&g_array_index (groupings, LoketGrouping, i));

      g_array_append_val (bases, base);
    }
  g_array_sort_with_data (bases, compare_sizes, frame);
  for (guint i = 0; i < bases->len; i++)
    {
      const LoketGrouping *base = &g_array_index (bases, LoketGrouping, i);

      if (add_to_first_fit (joints, frame, base, max_cells))
        continue;
      g_ptr_array_add (joints, loket_joint_new ());
      loket_joint_add (g_ptr_array_index (joints, joints->len - 1), frame, base);
    }
  if (joints->len == 0)
    g_ptr_array_add (joints, loket_joint_new ());
  return joints;
}

/**
 * loket_joint_find:
 *
 * Returns: (transfer none) (nullable): the dimension that tells the groups of @grouping apart
 */
const LoketDimension *
loket_joint_find (const LoketJoint    *joint,
                  const LoketGrouping *grouping)
{
  LoketGrouping base = loket_grouping_get_base (grouping);

  for (guint i = 0; i < joint->dimensions->len; i++)
    {
      const LoketDimension *dimension = &g_array_index (joint->dimensions, LoketDimension, i);

      if (loket_grouping_is_equal (&dimension->grouping, &base))
        return dimension;
    }
  return NULL;
}

static void
add_steps (const LoketDimension *dimension,
           gsize                 first_row,
           const guint16        *picked,
           guint                 n_picked,
           guint32              *cells)
{
  if (dimension->wide != NULL)
    {
      const guint16 *values = dimension->wide + first_row;

      for (guint i = 0; i < n_picked; i++)
        cells[i] += values[picked[i]] * dimension->stride;
    }
  else
    {
      const guint8 *codes = dimension->narrow + first_row;

      for (guint i = 0; i < n_picked; i++)
        cells[i] += dimension->steps[codes[picked[i]]];
    }
}

/**
 * loket_joint_number_rows:
 * @picked: (array length=n_picked): rows counted from @first_row
 * @cells: (out caller-allocates) (array length=n_picked): the cell of each
 */
void
loket_joint_number_rows (const LoketJoint *joint,
                         gsize             first_row,
                         const guint16    *picked,
                         guint             n_picked,
                         guint32          *cells)
{
  memset (cells, 0, n_picked * sizeof *cells);
  for (guint i = 0; i < joint->dimensions->len; i++)
    add_steps (&g_array_index (joint->dimensions, LoketDimension, i), first_row, picked, n_picked,
               cells);
}

/**
 * loket_dimension_get_group:
 * @grouping: that of the dimension, or one derived from it
 *
 * Returns: the group of @grouping to which the rows of @cell belong, 0 for those without a value;
 *   of groups that overlap a bit for each
 */
guint
loket_dimension_get_group (const LoketDimension *dimension,
                           const LoketGrouping  *grouping,
                           guint                 cell)
{
  guint value = cell / dimension->stride % dimension->n_values;
  const LoketDerived *derived = grouping->derived;

  return derived != NULL && !derived->has_column ? derived->group_of[value] : value;
}

/**
 * loket_dimension_has_group:
 * @grouping: that of the dimension, or one derived from it
 *
 * Returns: whether the rows of @cell belong to @group, among others where groups overlap
 */
gboolean
loket_dimension_has_group (const LoketDimension *dimension,
                           const LoketGrouping  *grouping,
                           guint                 cell,
                           guint                 group)
{
  guint value = loket_dimension_get_group (dimension, grouping, cell);

  if (grouping->derived == NULL || !grouping->derived->overlaps)
    return value == group;
  return group == 0 ? value == 0 : (value >> (group - 1) & 1) != 0;
}
