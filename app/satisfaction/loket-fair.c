/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Means of counsellors or offices, corrected for the clients they see. */

#include "loket-fair.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

#include "loket-disclosure.h"
#include "loket-joint.h"
#include "loket-least-squares.h"
#include "loket-quantile.h"

#define Z95  1.96
#define Z998 3.09

/* Grades of the clients of one kind, or of one unit. */
typedef struct
{
  guint  n;
  guint  sum;
  double expected; /* of a kind: the grade it gives; of a unit: the sum over its clients */
} Cell;

/* Clients are of one kind when they are alike in all that is corrected for. */
typedef struct
{
  LoketFrame         *frame; /* borrowed */
  LoketSelectionPlan *plan; /* (owned) */
  const guint8       *grades; /* borrowed */
  const guint16      *unit_of; /* borrowed: the unit of each row */
  GArray             *case_mix; /* (owned) of LoketGrouping */
  LoketJoint         *joint; /* (owned) of their dimensions */
  guint32            *kind_of; /* (owned) by cell of the joint */
  guint               n_kinds;
  guint               n_predictors;
  Cell               *kinds; /* (owned) */
  Cell               *units; /* (owned) by group */
  LoketMoments        all;
} Comparison;

typedef void (*RowFunc) (Comparison *self,
                         gsize       row,
                         guint       grade,
                         Cell       *kind);

static void
clear_comparison (Comparison *self)
{
  g_clear_pointer (&self->plan, loket_selection_plan_free);
  g_clear_pointer (&self->case_mix, g_array_unref);
  g_clear_pointer (&self->joint, loket_joint_free);
  g_clear_pointer (&self->kind_of, g_free);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->units, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, clear_comparison)

/* The group of the client in each case-mix grouping, without a value being a group too. */
static guint
get_group (const Comparison *self,
           guint             grouping,
           guint             kind)
{
  for (guint i = 0; i < grouping; i++)
    kind /= loket_frame_get_n_groups (self->frame,
                                      &g_array_index (self->case_mix, LoketGrouping, i));
  return kind % loket_frame_get_n_groups (
                    self->frame, &g_array_index (self->case_mix, LoketGrouping, grouping));
}

static void
add_case_mix (Comparison *self,
              const char *id)
{
  LoketGrouping grouping = { 0 };

  if (!loket_grouping_find (loket_frame_get_questionnaire (self->frame), id, &grouping, NULL))
    return;
  g_array_append_val (self->case_mix, grouping);
  loket_joint_add (self->joint, self->frame, &grouping);
  self->n_kinds *= loket_frame_get_n_groups (self->frame, &grouping);
  self->n_predictors += loket_frame_get_n_groups (self->frame, &grouping);
}

static guint
get_kind_of_cell (const Comparison *self,
                  guint             cell)
{
  guint kind = 0;

  for (guint i = self->case_mix->len; i > 0; i--)
    {
      const LoketGrouping *grouping = &g_array_index (self->case_mix, LoketGrouping, i - 1);
      const LoketDimension *dimension = loket_joint_find (self->joint, grouping);

      kind = kind * loket_frame_get_n_groups (self->frame, grouping) +
             loket_dimension_get_group (dimension, grouping, cell);
    }
  return kind;
}

static void
init_comparison (Comparison           *self,
                 LoketFrame           *frame,
                 const LoketSelection *selection,
                 const LoketItem      *item,
                 const LoketGrouping  *by)
{
  const char * const *ids =
      loket_questionnaire_get_case_mix (loket_frame_get_questionnaire (frame));

  self->frame = frame;
  self->plan = loket_selection_plan_new (selection, frame);
  self->grades = loket_frame_get_column (frame, item, 0);
  self->unit_of = by->kind == LOKET_GROUPING_OFFICE ? loket_frame_get_offices (frame)
                                                    : loket_frame_get_counsellors (frame);
  self->units = g_new0 (Cell, loket_frame_get_n_groups (frame, by));
  self->case_mix = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  self->joint = loket_joint_new ();
  self->n_kinds = 1;
  self->n_predictors = 1;
  for (guint i = 0; ids[i] != NULL; i++)
    add_case_mix (self, ids[i]);
  self->kinds = g_new0 (Cell, self->n_kinds);
  self->kind_of = g_new (guint32, self->joint->n_cells);
  for (guint cell = 0; cell < self->joint->n_cells; cell++)
    self->kind_of[cell] = get_kind_of_cell (self, cell);
}

static void
count_kind (Comparison *self,
            gsize       row,
            guint       grade,
            Cell       *kind)
{
  kind->n++;
  kind->sum += grade;
  self->all.n++;
  self->all.sum += grade;
  self->all.squares += grade * grade;
}

static void
count_unit (Comparison *self,
            gsize       row,
            guint       grade,
            Cell       *kind)
{
  Cell *unit = &self->units[self->unit_of[row]];

  unit->n++;
  unit->sum += grade;
  unit->expected += kind->expected;
}

static void
each_graded_row (Comparison *self,
                 RowFunc     func)
{
  gsize n_rows = loket_frame_get_n_rows (self->frame);
  guint16 picked[LOKET_BLOCK_ROWS];
  guint32 cells[LOKET_BLOCK_ROWS];

  for (gsize first = 0; first < n_rows; first += LOKET_BLOCK_ROWS)
    {
      guint n_picked = loket_selection_plan_pick (
          self->plan, first, (guint) MIN (LOKET_BLOCK_ROWS, n_rows - first), picked);

      loket_joint_number_rows (self->joint, first, picked, n_picked, cells);
      for (guint i = 0; i < n_picked; i++)
        {
          gsize row = first + picked[i];
          guint grade = self->grades[row];

          if (grade >= 1 && grade <= LOKET_GRADE_MAX)
            func (self, row, grade, &self->kinds[self->kind_of[cells[i]]]);
        }
    }
}

/* What predicts the grade of a kind: a 1, and a 1 for each group that it is in, times @weight. */
static void
set_predictors (const Comparison *self,
                guint             kind,
                double            weight,
                double           *predictors)
{
  guint first = 1;

  memset (predictors, 0, self->n_predictors * sizeof *predictors);
  predictors[0] = weight;
  for (guint i = 0; i < self->case_mix->len; i++)
    {
      predictors[first + get_group (self, i, kind)] = weight;
      first += loket_frame_get_n_groups (self->frame,
                                         &g_array_index (self->case_mix, LoketGrouping, i));
    }
}

/* One row for each kind that there is, weighed by its clients: the same solution as with a row for
 * each client. */
static void
set_system (const Comparison *self,
            double           *x,
            double           *y)
{
  guint row = 0;

  for (guint kind = 0; kind < self->n_kinds; kind++)
    {
      const Cell *cell = &self->kinds[kind];
      double weight = sqrt (cell->n);

      if (cell->n == 0)
        continue;
      set_predictors (self, kind, weight, x + (gsize) row * self->n_predictors);
      y[row] = cell->sum / weight;
      row++;
    }
}

static void
expect (Comparison   *self,
        const double *coefficients)
{
  g_autofree double *predictors = g_new (double, self->n_predictors);

  for (guint kind = 0; kind < self->n_kinds; kind++)
    {
      set_predictors (self, kind, 1, predictors);
      self->kinds[kind].expected = 0;
      for (guint i = 0; i < self->n_predictors; i++)
        self->kinds[kind].expected += predictors[i] * coefficients[i];
    }
}

static void
fit_expected (Comparison *self)
{
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;
  g_autofree double *coefficients = g_new (double, self->n_predictors);
  guint n_rows = 0;

  for (guint kind = 0; kind < self->n_kinds; kind++)
    n_rows += self->kinds[kind].n > 0 ? 1 : 0;
  x = g_new (double, (gsize) n_rows * self->n_predictors);
  y = g_new (double, n_rows);
  set_system (self, x, y);
  loket_least_squares_fit (x, n_rows, self->n_predictors, y, coefficients);
  expect (self, coefficients);
}

static void
add_unit (LoketFair  *fair,
          const Cell *cell,
          guint       group)
{
  LoketFairUnit unit = { 0 };

  unit.group = group;
  unit.n = cell->n;
  unit.observed = (double) cell->sum / cell->n;
  unit.expected = cell->expected / cell->n;
  unit.adjusted = fair->overall + unit.observed - unit.expected;
  g_array_append_val (fair->units, unit);
}

static double
get_z (const LoketFair     *fair,
       const LoketFairUnit *unit)
{
  return fair->sd > 0 ? (unit->adjusted - fair->overall) / (fair->sd / sqrt (unit->n)) : 0;
}

/* Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202: how much more the units differ than
 * by chance, from z-scores winsorised at their 10th and 90th percentile. */
static double
get_dispersion (const LoketFair *fair)
{
  g_autofree double *z = g_new (double, fair->units->len);
  double low = 0;
  double high = 0;
  double squares = 0;

  if (fair->units->len == 0)
    return 1;
  for (guint i = 0; i < fair->units->len; i++)
    z[i] = get_z (fair, &g_array_index (fair->units, LoketFairUnit, i));
  gsl_sort (z, 1, fair->units->len);
  low = loket_quantile_from_sorted (z, fair->units->len, 0.1);
  high = loket_quantile_from_sorted (z, fair->units->len, 0.9);
  for (guint i = 0; i < fair->units->len; i++)
    squares += pow (CLAMP (z[i], low, high), 2);
  return MAX (1, squares / fair->units->len);
}

static void
set_limits (LoketFair     *fair,
            LoketFairUnit *unit)
{
  double error = fair->sd * sqrt (fair->dispersion / unit->n);

  unit->limits95 = (LoketInterval) { fair->overall - Z95 * error, fair->overall + Z95 * error };
  unit->limits998 = (LoketInterval) { fair->overall - Z998 * error, fair->overall + Z998 * error };
}

/**
 * loket_fair_new:
 * @item: a grade
 * @by: office or counsellor
 *
 * The expected mean comes from a regression of the grade on what the client brings along (the case
 * mix of the questionnaire), fitted on all selected grades. Units with fewer than 5 grades take
 * part in the fit but are not listed.
 *
 * Returns: (transfer full) (nullable): the comparison, NULL when nobody gave a grade
 */
LoketFair *
loket_fair_new (LoketFrame           *frame,
                const LoketSelection *selection,
                const LoketItem      *item,
                const LoketGrouping  *by)
{
  g_auto (Comparison) self = { 0 };
  g_autoptr (LoketFair) fair = g_new0 (LoketFair, 1);
  g_autoptr (GArray) order = loket_frame_order_groups (frame, by);

  init_comparison (&self, frame, selection, item, by);
  fair->units = g_array_new (FALSE, FALSE, sizeof (LoketFairUnit));
  each_graded_row (&self, count_kind);
  if (self.all.n == 0)
    return NULL;
  fit_expected (&self);
  each_graded_row (&self, count_unit);
  fair->by = *by;
  fair->overall = loket_moments_get_mean (&self.all);
  fair->sd = loket_moments_get_sd (&self.all);
  for (guint i = 0; i < order->len; i++)
    {
      guint group = g_array_index (order, guint, i);

      if (self.units[group].n >= LOKET_DISCLOSURE_MIN)
        add_unit (fair, &self.units[group], group);
    }
  fair->dispersion = get_dispersion (fair);
  for (guint i = 0; i < fair->units->len; i++)
    set_limits (fair, &g_array_index (fair->units, LoketFairUnit, i));
  return g_steal_pointer (&fair);
}

void
loket_fair_free (LoketFair *fair)
{
  g_clear_pointer (&fair->units, g_array_unref);
  g_free (fair);
}
