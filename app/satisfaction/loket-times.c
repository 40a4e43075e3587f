/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When responses were asked for and came in, as far as what left the program tells it apart. */

#include "loket-times.h"

#include <string.h>

/* A grid of months and of stages: a response is of a stage when it came in after so many of the
 * releases. */
typedef struct
{
  const GArray *times; /* borrowed: of LoketTime */
  GArray       *limits; /* (owned) of guint64: until when responses were counted, growing */
  int           first_month;
  int           n_months;
  guint16      *class_of; /* (owned) by month and stage */
  GHashTable   *classes; /* (owned) class by signature */
} Grid;

static void
clear_grid (Grid *grid)
{
  g_clear_pointer (&grid->limits, g_array_unref);
  g_clear_pointer (&grid->class_of, g_free);
  g_clear_pointer (&grid->classes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, clear_grid)

static int
compare_limits (gconstpointer a,
                gconstpointer b)
{
  guint64 one = *(const guint64 *) a;
  guint64 other = *(const guint64 *) b;

  return one < other ? -1 : one > other ? 1 : 0;
}

static guint
find_stage (const Grid *grid,
            guint64     arrival)
{
  guint low = 0;
  guint high = grid->limits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (grid->limits, guint64, middle) < arrival)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
init_grid (Grid         *grid,
           LoketFrame   *frame,
           const GArray *times)
{
  const guint16 *months = loket_frame_get_months (frame);
  int last_month = 0;

  grid->times = times;
  grid->limits = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < times->len; i++)
    g_array_append_val (grid->limits, g_array_index (times, LoketTime, i).at);
  g_array_sort (grid->limits, compare_limits);
  grid->first_month = G_MAXUINT16;
  for (gsize row = 0; row < loket_frame_get_n_rows (frame); row++)
    {
      grid->first_month = MIN (grid->first_month, months[row]);
      last_month = MAX (last_month, months[row]);
    }
  grid->n_months = MAX (0, last_month - grid->first_month + 1);
  grid->class_of = g_new (guint16, (gsize) grid->n_months * (grid->limits->len + 1));
  grid->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Which times count the responses of a month that came in at one stage and went before another, a
 * character for each. */
static char *
create_signature (const Grid *grid,
                  int         month,
                  guint       stage,
                  guint       gone)
{
  char *signature = g_malloc0 (grid->times->len + 1);

  for (guint i = 0; i < grid->times->len; i++)
    {
      const LoketTime *time = &g_array_index (grid->times, LoketTime, i);
      guint counted = find_stage (grid, time->at);
      gboolean is_counted = month >= time->period.first && month <= time->period.last &&
                            stage <= counted && counted < gone;

      signature[i] = is_counted ? '1' : '0';
    }
  return signature;
}

static guint16
find_class (LoketTimes *times,
            Grid       *grid,
            char       *signature)
{
  gpointer known = NULL;

  if (strchr (signature, '1') == NULL)
    {
      g_free (signature);
      return LOKET_TIMES_NONE;
    }
  if (g_hash_table_lookup_extended (grid->classes, signature, NULL, &known))
    {
      g_free (signature);
      return (guint16) GPOINTER_TO_UINT (known);
    }
  for (guint i = 0; signature[i] != '\0'; i++)
    {
      if (signature[i] == '1')
        g_array_append_val (g_ptr_array_index (times->members, i), times->n_classes);
    }
  g_hash_table_insert (grid->classes, signature, GUINT_TO_POINTER (times->n_classes));
  return (guint16) times->n_classes++;
}

static void
classify (LoketTimes *times,
          Grid       *grid)
{
  guint n_stages = grid->limits->len + 1;

  for (int month = 0; month < grid->n_months; month++)
    {
      for (guint stage = 0; stage < n_stages; stage++)
        grid->class_of[(guint) month * n_stages + stage] =
            find_class (times, grid, create_signature (grid, grid->first_month + month, stage,
                                                       n_stages));
    }
}

/* A response that went is of the stages in between. */
static guint16
classify_row (LoketTimes      *times,
              Grid            *grid,
              const LoketPast *past,
              gsize            row)
{
  int month = loket_frame_get_months (past->frame)[row];
  guint stage = find_stage (grid, loket_frame_get_arrivals (past->frame)[row]);
  guint n_stages = grid->limits->len + 1;
  guint64 gone = loket_past_get_gone (past, row);

  if (gone == LOKET_PAST_NEVER)
    return grid->class_of[(gsize) (month - grid->first_month) * n_stages + stage];
  return find_class (times, grid, create_signature (grid, month, stage, find_stage (grid, gone)));
}

/**
 * loket_times_new:
 * @times: (element-type LoketTime):
 *
 * Returns: (transfer full): the rows of @past in classes of those that @times counted together
 */
LoketTimes *
loket_times_new (const LoketPast *past,
                 const GArray    *times)
{
  LoketTimes *self = g_new0 (LoketTimes, 1);
  g_auto (Grid) grid = { 0 };
  gsize n_rows = loket_frame_get_n_rows (past->frame);

  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < times->len; i++)
    g_ptr_array_add (self->members, g_array_new (FALSE, FALSE, sizeof (guint)));
  init_grid (&grid, past->frame, times);
  classify (self, &grid);
  self->class_of = g_new (guint16, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    self->class_of[row] = classify_row (self, &grid, past, row);
  return self;
}

void
loket_times_free (LoketTimes *times)
{
  g_free (times->class_of);
  g_clear_pointer (&times->members, g_ptr_array_unref);
  g_free (times);
}
