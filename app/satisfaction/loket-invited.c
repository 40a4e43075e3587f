/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many were invited, as far as it is known for what is looked at. */

#include "loket-invited.h"

/* What is known of one office or counsellor in one month. */
typedef struct
{
  gboolean has_responses;
  gboolean has_whole;
  gboolean has_parts;
  guint64  whole; /* invited, as given for it as a whole */
  guint64  parts; /* invited, as given for the counsellors of the office */
} Cell;

/* Cells by month and by key: the counsellor when counsellors are filtered, else the office. */
typedef struct
{
  LoketFrame *frame; /* borrowed */
  gboolean    by_counsellor;
  gboolean    by_office;
  gboolean   *admits_office; /* (owned) by number */
  gboolean   *admits_counsellor; /* (owned) by number */
  int         first_month;
  int         n_months;
  guint       n_keys;
  Cell       *cells; /* (owned) */
} Table;

static void
clear_table (Table *table)
{
  g_clear_pointer (&table->admits_office, g_free);
  g_clear_pointer (&table->admits_counsellor, g_free);
  g_clear_pointer (&table->cells, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear_table)

/* FALSE when the selection is filtered by something that invitations do not tell apart. */
static gboolean
read_filters (Table                *table,
              const LoketSelection *selection)
{
  for (guint i = 0; i < loket_selection_get_n_filters (selection); i++)
    {
      LoketGrouping grouping = { 0 };
      const char *value = NULL;
      int group = 0;

      loket_selection_get_filter (selection, i, &grouping, &value);
      if (grouping.kind != LOKET_GROUPING_OFFICE && grouping.kind != LOKET_GROUPING_COUNSELLOR)
        return FALSE;
      group = loket_frame_find_group (table->frame, &grouping, value);
      if (grouping.kind == LOKET_GROUPING_OFFICE)
        table->by_office = TRUE;
      else
        table->by_counsellor = TRUE;
      if (group > 0 && grouping.kind == LOKET_GROUPING_OFFICE)
        table->admits_office[group] = TRUE;
      else if (group > 0)
        table->admits_counsellor[group] = TRUE;
    }
  return TRUE;
}

static gboolean
admits (const Table *table,
        guint        office,
        guint        counsellor)
{
  return (!table->by_office || table->admits_office[office]) &&
         (!table->by_counsellor || table->admits_counsellor[counsellor]);
}

static void
set_months (Table             *table,
            const LoketPeriod *period)
{
  const guint16 *months = loket_frame_get_months (table->frame);
  const GArray *invited = loket_frame_get_invited (table->frame);
  int first = G_MAXUINT16;
  int last = 0;

  for (gsize i = 0; i < loket_frame_get_n_rows (table->frame); i++)
    {
      first = MIN (first, months[i]);
      last = MAX (last, months[i]);
    }
  for (guint i = 0; i < invited->len; i++)
    {
      first = MIN (first, g_array_index (invited, LoketFrameInvited, i).month);
      last = MAX (last, g_array_index (invited, LoketFrameInvited, i).month);
    }
  table->first_month = MAX (first, period->first);
  table->n_months = MAX (0, MIN (last, period->last) - table->first_month + 1);
}

static Cell *
get_cell (const Table *table,
          int          month,
          guint        key)
{
  if (month < table->first_month || month >= table->first_month + table->n_months)
    return NULL;
  return &table->cells[(gsize) (month - table->first_month) * table->n_keys + key];
}

static void
mark_responses (Table                *table,
                const LoketSelection *selection)
{
  g_autoptr (LoketSelectionPlan) plan = loket_selection_plan_new (selection, table->frame);
  const guint16 *months = loket_frame_get_months (table->frame);
  const guint16 *keys = table->by_counsellor ? loket_frame_get_counsellors (table->frame)
                                             : loket_frame_get_offices (table->frame);
  gsize n_rows = loket_frame_get_n_rows (table->frame);
  guint16 picked[LOKET_BLOCK_ROWS];

  for (gsize first = 0; first < n_rows; first += LOKET_BLOCK_ROWS)
    {
      guint n_picked = loket_selection_plan_pick (
          plan, first, (guint) MIN (LOKET_BLOCK_ROWS, n_rows - first), picked);

      for (guint i = 0; i < n_picked; i++)
        get_cell (table, months[first + picked[i]], keys[first + picked[i]])->has_responses = TRUE;
    }
}

static void
add_invited (Table                   *table,
             const LoketFrameInvited *row)
{
  Cell *cell = get_cell (table, row->month, table->by_counsellor ? row->counsellor : row->office);

  if (cell == NULL || (table->by_counsellor && row->counsellor == 0))
    return;
  if (table->by_counsellor && row->office == 0 ? !table->admits_counsellor[row->counsellor]
                                               : !admits (table, row->office, row->counsellor))
    return;
  if (table->by_counsellor || row->counsellor == 0)
    {
      cell->has_whole = TRUE;
      cell->whole += row->sent;
    }
  else
    {
      cell->has_parts = TRUE;
      cell->parts += row->sent;
    }
}

/* FALSE when there are responses to invitations that were not counted. */
static gboolean
add_month (const Table *table,
           int          month,
           gboolean    *has_any,
           guint64     *invited)
{
  const Cell *all = get_cell (table, month, 0);

  if (!table->by_office && !table->by_counsellor && all->has_whole)
    {
      *has_any = TRUE;
      *invited += all->whole;
      return TRUE;
    }
  for (guint key = 0; key < table->n_keys; key++)
    {
      const Cell *cell = get_cell (table, month, key);

      if (!cell->has_whole && !cell->has_parts && cell->has_responses)
        return FALSE;
      *has_any = *has_any || cell->has_whole || cell->has_parts;
      *invited += cell->has_whole ? cell->whole : cell->parts;
    }
  return TRUE;
}

/**
 * loket_invited_count:
 * @invited: (out): how many were invited in the period
 *
 * The number is known when every month with responses has a count at the level of detail of the
 * selection: for all together or for each office, for the office, or for the counsellor. It is
 * never known of a selection by what clients answered.
 *
 * Returns: whether it is known
 */
gboolean
loket_invited_count (LoketFrame           *frame,
                     const LoketSelection *selection,
                     guint64              *invited)
{
  g_auto (Table) table = { frame };
  const GArray *rows = loket_frame_get_invited (frame);
  guint n_offices = loket_names_get_size (loket_frame_get_office_names (frame));
  guint n_counsellors = loket_names_get_size (loket_frame_get_counsellor_names (frame));
  gboolean has_any = FALSE;

  *invited = 0;
  table.admits_office = g_new0 (gboolean, n_offices);
  table.admits_counsellor = g_new0 (gboolean, n_counsellors);
  if (!read_filters (&table, selection))
    return FALSE;
  set_months (&table, loket_selection_get_period (selection));
  table.n_keys = table.by_counsellor ? n_counsellors : n_offices;
  table.cells = g_new0 (Cell, (gsize) table.n_months * table.n_keys);
  for (guint i = 0; i < rows->len; i++)
    add_invited (&table, &g_array_index (rows, LoketFrameInvited, i));
  mark_responses (&table, selection);
  for (int i = 0; i < table.n_months; i++)
    {
      if (!add_month (&table, table.first_month + i, &has_any, invited))
        return FALSE;
    }
  return has_any;
}
