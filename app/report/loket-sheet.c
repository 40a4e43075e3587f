/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps each figure twice: as it is read, rounded, and as it is. */

#include "loket-sheet.h"

#include "loket-date.h"
#include "loket-figures.h"

#include <math.h>

static void
clear_column (gpointer data)
{
  g_free (((LoketColumn *) data)->title);
}

static void
clear_cell (gpointer data)
{
  g_free (((LoketCell *) data)->text);
}

/**
 * loket_sheet_new:
 * @title: what it is about
 *
 * Returns: (transfer full): a sheet without columns; those come first, then the cells row by row
 */
LoketSheet *
loket_sheet_new (const char *title)
{
  LoketSheet *sheet = g_new0 (LoketSheet, 1);

  sheet->title = g_strdup (title);
  sheet->columns = g_array_new (FALSE, TRUE, sizeof (LoketColumn));
  g_array_set_clear_func (sheet->columns, clear_column);
  sheet->cells = g_array_new (FALSE, TRUE, sizeof (LoketCell));
  g_array_set_clear_func (sheet->cells, clear_cell);

  return sheet;
}

void
loket_sheet_free (LoketSheet *sheet)
{
  g_free (sheet->title);
  g_array_unref (sheet->columns);
  g_array_unref (sheet->cells);
  g_free (sheet);
}

/**
 * loket_sheet_add_column:
 * @kind: of most of its cells: decides on which side they are set
 */
void
loket_sheet_add_column (LoketSheet    *sheet,
                        const char    *title,
                        LoketCellKind  kind)
{
  const LoketColumn column = { g_strdup (title), kind };

  g_array_append_val (sheet->columns, column);
}

/* @text: (transfer full). */
static void
add_cell (LoketSheet    *sheet,
          LoketCellKind  kind,
          char          *text,
          double         number,
          double         high)
{
  const LoketCell cell = { kind, text, number, high };

  g_array_append_val (sheet->cells, cell);
}

/**
 * loket_sheet_add_text:
 *
 * Puts @text into the next cell, and after the last one of a row into the first of the next; so do
 * the functions below.
 */
void
loket_sheet_add_text (LoketSheet *sheet,
                      const char *text)
{
  add_cell (sheet, LOKET_CELL_TEXT, g_strdup (text), NAN, NAN);
}

/**
 * loket_sheet_add_count:
 */
void
loket_sheet_add_count (LoketSheet *sheet,
                       guint64     count)
{
  add_cell (sheet, LOKET_CELL_COUNT, loket_figure_count (count), (double) count, NAN);
}

/**
 * loket_sheet_add_mean:
 *
 * Is read with one decimal, rounded half up; empty when there are no grades.
 */
void
loket_sheet_add_mean (LoketSheet         *sheet,
                      const LoketMoments *grades)
{
  add_cell (sheet, LOKET_CELL_NUMBER, loket_figure_mean (grades),
            grades->n > 0 ? loket_moments_get_mean (grades) : NAN, NAN);
}

/**
 * loket_sheet_add_number:
 * @number: NaN leaves the cell empty
 *
 * Is read with at most one decimal.
 */
void
loket_sheet_add_number (LoketSheet *sheet,
                        double      number)
{
  char *text = isnan (number)            ? g_strdup ("")
               : number == floor (number) ? g_strdup_printf ("%'.0f", number)
                                          : g_strdup_printf ("%'.1f", number);

  add_cell (sheet, LOKET_CELL_NUMBER, text, number, NAN);
}

/**
 * loket_sheet_add_decimal:
 *
 * Is read with one decimal, rounded half up; NaN leaves the cell empty.
 */
void
loket_sheet_add_decimal (LoketSheet *sheet,
                         double      number)
{
  add_cell (sheet, LOKET_CELL_NUMBER,
            isnan (number) ? g_strdup ("")
                           : g_strdup_printf ("%.1f", floor (number * 10 + 0.5) / 10),
            number, NAN);
}

/**
 * loket_sheet_add_share:
 * @base: 0 leaves the cell empty
 */
void
loket_sheet_add_share (LoketSheet *sheet,
                       guint64     count,
                       guint64     base)
{
  add_cell (sheet, LOKET_CELL_SHARE, loket_figure_percent (count, base),
            base > 0 ? (double) count / (double) base : NAN, NAN);
}

/**
 * loket_sheet_add_interval:
 * @interval: NaN leaves the cell empty
 */
void
loket_sheet_add_interval (LoketSheet          *sheet,
                          const LoketInterval *interval)
{
  add_cell (sheet, LOKET_CELL_INTERVAL, loket_figure_interval (interval), interval->low,
            interval->high);
}

/**
 * loket_sheet_add_date:
 * @date: YYYY-MM-DD
 */
void
loket_sheet_add_date (LoketSheet *sheet,
                      const char *date)
{
  LoketDateText words = loket_date_format_typed (date);

  add_cell (sheet, LOKET_CELL_DATE, g_strdup (words.text), loket_date_get_day (date), NAN);
}

/**
 * loket_sheet_fill_row:
 *
 * Leaves the rest of the row that was begun empty.
 */
void
loket_sheet_fill_row (LoketSheet *sheet)
{
  while (sheet->cells->len % sheet->columns->len != 0)
    loket_sheet_add_text (sheet, "");
}

/**
 * loket_sheet_get_n_rows:
 *
 * Returns: how many rows there are, without the names of columns
 */
guint
loket_sheet_get_n_rows (const LoketSheet *sheet)
{
  return sheet->columns->len > 0 ? sheet->cells->len / sheet->columns->len : 0;
}

/**
 * loket_sheet_get_column:
 *
 * Returns: (transfer none): the column
 */
const LoketColumn *
loket_sheet_get_column (const LoketSheet *sheet,
                        guint             column)
{
  return &g_array_index (sheet->columns, LoketColumn, column);
}

/**
 * loket_sheet_get_cell:
 *
 * Returns: (transfer none): the cell
 */
const LoketCell *
loket_sheet_get_cell (const LoketSheet *sheet,
                      guint             row,
                      guint             column)
{
  return &g_array_index (sheet->cells, LoketCell, row * sheet->columns->len + column);
}

/**
 * loket_sheet_describe:
 *
 * Returns: (transfer full): a row in words, each figure after the name of its column
 */
char *
loket_sheet_describe (const LoketSheet *sheet,
                      guint             row)
{
  GString *text = g_string_new (loket_sheet_get_cell (sheet, row, 0)->text);
  const char *before = ": ";

  for (guint i = 1; i < sheet->columns->len; i++)
    {
      const char *title = loket_sheet_get_column (sheet, i)->title;
      const char *cell = loket_sheet_get_cell (sheet, row, i)->text;

      if (*cell == '\0')
        continue;
      g_string_append (text, before);
      if (*title != '\0')
        g_string_append_printf (text, "%s ", title);
      g_string_append (text, cell);
      before = ", ";
    }

  return g_string_free (text, FALSE);
}

/**
 * loket_sheet_to_text:
 *
 * Returns: (transfer full): all rows in words, a line for each
 */
char *
loket_sheet_to_text (const LoketSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loket_sheet_get_n_rows (sheet); i++)
    {
      g_autofree char *line = loket_sheet_describe (sheet, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}
