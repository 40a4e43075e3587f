/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The smallest sets of persons that tables by certain columns can tell of. */

#include "loket-atoms.h"

#include <string.h>

/* Gives every row that is told of a number for its old one together with a value, in one pass. */
typedef struct
{
  const guint16 *class_of; /* borrowed */
  gsize          n_rows;
  guint32       *numbers; /* borrowed: by row */
  guint          n_numbers;
} Numbering;

static void
number_again (Numbering     *numbering,
              guint          n_values,
              const guint8  *narrow,
              const guint16 *wide)
{
  g_autofree guint32 *known = g_new0 (guint32, (gsize) numbering->n_numbers * n_values);
  guint n_numbers = 0;

  for (gsize row = 0; row < numbering->n_rows; row++)
    {
      guint value = wide != NULL ? wide[row] : narrow[row];
      guint32 *number = NULL;

      if (numbering->class_of[row] == LOKET_TIMES_NONE)
        continue;
      number = &known[(gsize) numbering->numbers[row] * n_values + (value < n_values ? value : 0)];
      if (*number == 0)
        *number = ++n_numbers;
      numbering->numbers[row] = *number - 1;
    }
  numbering->n_numbers = n_numbers;
}

/* What was corrected is alike to nothing else. */
static void
number_changed (const LoketPast *past,
                Numbering       *numbering)
{
  for (gsize row = past->first; row < numbering->n_rows; row++)
    {
      if (loket_past_is_changed (past, row) && numbering->class_of[row] != LOKET_TIMES_NONE)
        numbering->numbers[row] = numbering->n_numbers++;
    }
}

static void
number_kinds (LoketAtoms      *atoms,
              Numbering       *numbering,
              const GArray    *columns,
              const GPtrArray *marks)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const LoketGrouping *column = &g_array_index (columns, LoketGrouping, i);
      const guint8 *narrow = NULL;
      const guint16 *wide = NULL;

      if (column->kind == LOKET_GROUPING_OFFICE)
        wide = loket_frame_get_offices (atoms->frame);
      else if (column->kind == LOKET_GROUPING_COUNSELLOR)
        wide = loket_frame_get_counsellors (atoms->frame);
      else
        narrow = loket_frame_get_group_column (atoms->frame, column);
      number_again (numbering, loket_frame_get_n_values (atoms->frame, column), narrow, wide);
    }
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    number_again (numbering, 2, g_ptr_array_index (marks, i), NULL);
  number_changed (atoms->past, numbering);
  atoms->n_kinds = numbering->n_numbers;
}

/* From here on the numbers of rows are those of atoms. */
static void
number_atoms (LoketAtoms *atoms,
              Numbering  *numbering)
{
  guint n_classes = atoms->times->n_classes;

  atoms->samples = g_array_sized_new (FALSE, TRUE, sizeof (guint32), atoms->n_kinds);
  g_array_set_size (atoms->samples, atoms->n_kinds);
  atoms->atom_of_cell = g_new0 (guint32, (gsize) atoms->n_kinds * n_classes);
  for (gsize row = 0; row < numbering->n_rows; row++)
    {
      guint kind = numbering->numbers[row];
      guint32 *atom = NULL;

      numbering->numbers[row] = 0;
      if (numbering->class_of[row] == LOKET_TIMES_NONE)
        continue;
      g_array_index (atoms->samples, guint32, kind) = (guint32) row;
      atom = &atoms->atom_of_cell[(gsize) kind * n_classes + numbering->class_of[row]];
      if (*atom == 0)
        *atom = ++atoms->n_atoms;
      numbering->numbers[row] = *atom;
    }
}

/**
 * loket_atoms_new:
 * @columns: (element-type LoketGrouping): as loket_grouping_get_base() makes them
 * @marks: (nullable) (element-type guint8): what else tells persons apart, 0 or 1 for each row
 *
 * Returns: (transfer full): the atoms of tables by @columns and @marks, and by what is derived from
 *   them
 */
LoketAtoms *
loket_atoms_new (const LoketPast  *past,
                 const LoketTimes *times,
                 const GArray     *columns,
                 const GPtrArray  *marks)
{
  LoketAtoms *atoms = g_new0 (LoketAtoms, 1);
  gsize n_rows = loket_frame_get_n_rows (past->frame);
  Numbering numbering = { times->class_of, n_rows, g_new0 (guint32, n_rows + 1), 1 };

  atoms->past = past;
  atoms->frame = past->frame;
  atoms->times = times;
  atoms->atom_of_row = numbering.numbers;
  number_kinds (atoms, &numbering, columns, marks);
  number_atoms (atoms, &numbering);
  return atoms;
}

void
loket_atoms_free (LoketAtoms *atoms)
{
  g_clear_pointer (&atoms->samples, g_array_unref);
  g_free (atoms->atom_of_row);
  g_free (atoms->atom_of_cell);
  g_free (atoms);
}

static guint
get_value (LoketFrame          *frame,
           const LoketGrouping *grouping,
           gsize                row)
{
  if (grouping->kind == LOKET_GROUPING_OFFICE)
    return loket_frame_get_offices (frame)[row];
  if (grouping->kind == LOKET_GROUPING_COUNSELLOR)
    return loket_frame_get_counsellors (frame)[row];
  return loket_frame_get_group_column (frame, grouping)[row];
}

/**
 * loket_atoms_is_in_group:
 *
 * Returns: whether the persons of @kind belong to @group of @grouping; 0 are those without a value
 */
gboolean
loket_atoms_is_in_group (const LoketAtoms    *atoms,
                         guint                kind,
                         const LoketGrouping *grouping,
                         guint                group)
{
  guint32 row = g_array_index (atoms->samples, guint32, kind);
  guint value = get_value (atoms->frame, grouping, row);

  return loket_frame_is_in_group (atoms->frame, grouping, value, group);
}

/**
 * loket_atoms_append:
 * @classes: (element-type guint): classes of times
 * @to: (element-type guint): gets the atoms of @kind in @classes, counted from 0
 */
void
loket_atoms_append (const LoketAtoms *atoms,
                    guint             kind,
                    const GArray     *classes,
                    GArray           *to)
{
  for (guint i = 0; i < classes->len; i++)
    {
      guint32 atom = atoms->atom_of_cell[(gsize) kind * atoms->times->n_classes +
                                         g_array_index (classes, guint, i)];

      if (atom > 0)
        {
          atom--;
          g_array_append_val (to, atom);
        }
    }
}

/**
 * loket_atoms_count:
 * @item: (nullable): a question; NULL for all responses
 *
 * Returns: (transfer full): how many persons of each atom answered @item
 */
guint32 *
loket_atoms_count (const LoketAtoms *atoms,
                   const LoketItem  *item)
{
  gsize n_rows = loket_frame_get_n_rows (atoms->frame);
  guint32 *counts = g_new0 (guint32, atoms->n_atoms + 1);
  const guint8 *codes = item != NULL ? loket_frame_get_column (atoms->frame, item, 0) : NULL;
  guint8 answers[256] = { 0 };

  for (guint code = 1; item != NULL && code < loket_item_get_n_codes (item); code++)
    answers[code] = loket_item_is_answer (item, code);
  for (gsize row = 0; row < n_rows; row++)
    counts[atoms->atom_of_row[row]] += codes != NULL ? answers[codes[row]] : 1;
  return memmove (counts, counts + 1, atoms->n_atoms * sizeof *counts);
}

/**
 * loket_atoms_is_alike:
 * @item: (nullable): a question; NULL for all responses
 *
 * Returns: whether two rows are of the same month and say the same to @item
 */
gboolean
loket_atoms_is_alike (const LoketAtoms *atoms,
                      const LoketItem  *item,
                      gsize             one,
                      gsize             other)
{
  const guint16 *months = loket_frame_get_months (atoms->frame);
  gboolean is_alike = months[one] == months[other];

  for (guint i = 0; item != NULL && is_alike && i < loket_item_get_n_columns (item); i++)
    {
      const guint8 *codes = loket_frame_get_column (atoms->frame, item, i);

      is_alike = codes[one] == codes[other];
    }
  return is_alike;
}
