/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lays out a table; the first row is bold when a chart has it as its total. */

#include "loket-paper-table.h"

#include <math.h>
#include <string.h>

/* In em. */
#define ROW_HEIGHT  1.4
#define LINE_HEIGHT 1.105 /* of small letters */
#define COLUMN_GAP  0.9
#define NAME_SHARE  0.24 /* names of rows get at least this much */
#define NAME_WIDTH  16   /* and no more than this or their own width: figures stand near */
#define HEAD_LINES  3
#define CELL_LINES  4

struct _LoketPaperTable
{
  const LoketSheet *sheet;  /* borrowed: outlives us */
  LoketLettering *lettering;  /* borrowed likewise */
  double em;
  double width;  /* at most; once columns have theirs: of all together */
  guint head_lines;
  double *widths;  /* (owned) of columns */
  double *rights;  /* (owned) */
};

static double
get_width (const LoketPaperTable *table,
           const char            *text)
{
  return loket_lettering_get_width (table->lettering, LOKET_FACE_SMALL, text);
}

/* The widest of its words: a title may take several lines. */
static double
get_longest_word (const LoketPaperTable *table,
                  const char            *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = fmax (widest, get_width (table, words[i]));

  return widest;
}

static gboolean
is_text (const LoketPaperTable *table,
         guint                  column)
{
  return loket_sheet_get_column (table->sheet, column)->kind == LOKET_CELL_TEXT;
}

/* A sentence in a column of figures, such as why they are hidden, runs over the next columns. */
static gboolean
runs_on (const LoketPaperTable *table,
         guint                  row,
         guint                  column)
{
  return column > 0 && !is_text (table, column)
         && loket_sheet_get_cell (table->sheet, row, column)->kind == LOKET_CELL_TEXT
         && get_width (table, loket_sheet_get_cell (table->sheet, row, column)->text)
                > table->widths[column];
}

static double
get_cells_width (const LoketPaperTable *table,
                 guint                  column)
{
  double widest = 0;

  for (guint row = 0; row < loket_sheet_get_n_rows (table->sheet); row++)
    {
      const LoketCell *cell = loket_sheet_get_cell (table->sheet, row, column);

      if (cell->kind != LOKET_CELL_TEXT || is_text (table, column))
        widest = fmax (widest, get_width (table, cell->text));
    }

  return widest;
}

/* Figures get the room that they need, names of rows the rest. Where that is little, columns of
 * words give way: their cells take several lines. */
static void
set_widths (LoketPaperTable *table)
{
  guint n_columns = table->sheet->columns->len;
  double gap = COLUMN_GAP * table->em, taken = 0, over = 0;
  double least = NAME_SHARE * table->width, right = 0;

  for (guint i = 1; i < n_columns; i++)
    {
      table->widths[i] = ceil (fmax (get_cells_width (table, i),
                                     get_longest_word (
                                         table, loket_sheet_get_column (table->sheet, i)->title)));
      taken += table->widths[i] + gap;
    }
  for (guint i = n_columns; i-- > 1 && table->width - taken < least;)
    {
      double given = fmin (table->widths[i] - 5 * table->em, least - (table->width - taken));

      if (!is_text (table, i) || given <= 0)
        continue;
      table->widths[i] -= given;
      taken -= given;
    }
  /* What still does not fit is taken from between the columns. */
  over = fmax (0, taken + least - table->width);
  gap -= over / fmax (1, n_columns - 1);
  taken -= over;
  table->widths[0] = fmin (fmax (least, table->width - taken),
                           fmax (NAME_WIDTH * table->em, get_cells_width (table, 0) + 1));
  table->width = fmin (table->width, table->widths[0] + taken);
  for (guint i = 0; i < n_columns; i++)
    {
      right += table->widths[i] + (i > 0 ? gap : 0);
      table->rights[i] = right;
    }
}

/**
 * loket_paper_table_new:
 * @sheet: outlives the table, as does @lettering
 *
 * Returns: (transfer full): a table that is @width wide
 */
LoketPaperTable *
loket_paper_table_new (const LoketSheet *sheet,
                       LoketLettering   *lettering,
                       double            width)
{
  LoketPaperTable *table = g_new0 (LoketPaperTable, 1);

  table->sheet = sheet;
  table->lettering = lettering;
  table->em = loket_lettering_get_em (lettering);
  table->width = width;
  table->widths = g_new0 (double, sheet->columns->len);
  table->rights = g_new0 (double, sheet->columns->len);
  set_widths (table);
  table->head_lines = 1;
  for (guint i = 1; i < sheet->columns->len; i++)
    table->head_lines =
        MAX (table->head_lines,
             loket_lettering_count_lines (lettering, LOKET_FACE_SMALL,
                                          loket_sheet_get_column (sheet, i)->title,
                                          table->widths[i] + 1));
  table->head_lines = MIN (table->head_lines, HEAD_LINES);

  return table;
}

void
loket_paper_table_free (LoketPaperTable *table)
{
  g_free (table->widths);
  g_free (table->rights);
  g_free (table);
}

/**
 * loket_paper_table_get_n_rows:
 *
 * Returns: how many rows there are, without the head
 */
guint
loket_paper_table_get_n_rows (const LoketPaperTable *table)
{
  return loket_sheet_get_n_rows (table->sheet);
}

/**
 * loket_paper_table_get_head_height:
 *
 * Returns: the height of the names of columns, which stand above the rows on each page
 */
double
loket_paper_table_get_head_height (const LoketPaperTable *table)
{
  return (ROW_HEIGHT + (table->head_lines - 1) * LINE_HEIGHT + 0.2) * table->em;
}

static guint
count_lines (const LoketPaperTable *table,
             guint                  row,
             guint                  column)
{
  const LoketCell *cell = loket_sheet_get_cell (table->sheet, row, column);

  if (!is_text (table, column))
    return 1;

  return MIN (CELL_LINES, loket_lettering_count_lines (table->lettering, LOKET_FACE_SMALL,
                                                       cell->text, table->widths[column] + 1));
}

/**
 * loket_paper_table_get_row_height:
 *
 * Returns: the height of a row
 */
double
loket_paper_table_get_row_height (const LoketPaperTable *table,
                                  guint                  row)
{
  guint n_lines = 1;

  for (guint i = 0; i < table->sheet->columns->len; i++)
    n_lines = MAX (n_lines, count_lines (table, row, i));

  return (ROW_HEIGHT + (n_lines - 1) * LINE_HEIGHT) * table->em;
}

static void
add_text (const LoketPaperTable *table,
          LoketScene            *scene,
          guint                  column,
          LoketLine              line,
          guint                  n_lines)
{
  gboolean is_left = column == 0 || is_text (table, column);
  LoketMark *mark = NULL;

  line.face = LOKET_FACE_SMALL;
  line.align = is_left ? LOKET_ALIGN_LEFT : LOKET_ALIGN_RIGHT;
  line.x = is_left ? table->rights[column] - table->widths[column] : table->rights[column];
  mark = loket_scene_add_text (scene, &line);
  mark->room = table->widths[column] + 1;
  mark->n_lines = n_lines;
}

static void
add_head (const LoketPaperTable *table,
          LoketScene            *scene,
          double                 top)
{
  double bottom = top + loket_paper_table_get_head_height (table) - 0.1 * table->em;

  loket_scene_begin (scene, "TR");
  for (guint i = 0; i < table->sheet->columns->len; i++)
    {
      const char *title = loket_sheet_get_column (table->sheet, i)->title;
      guint n_lines = MIN (table->head_lines,
                           loket_lettering_count_lines (table->lettering, LOKET_FACE_SMALL, title,
                                                        table->widths[i] + 1));
      double middle = bottom - (ROW_HEIGHT / 2 + (n_lines - 1) * LINE_HEIGHT) * table->em;

      loket_scene_begin (scene, "TH");
      if (*title != '\0')
        add_text (table, scene, i,
                  (LoketLine) { .text = title, .ink = LOKET_INK_SECONDARY, .middle = middle },
                  n_lines);
      loket_scene_end (scene, "TH");
    }
  loket_scene_end (scene, "TR");
  loket_scene_add_rule (scene, &(LoketRect) { 0, bottom, table->width, 0 }, LOKET_INK_AXIS);
}

static void
add_cell (const LoketPaperTable *table,
          LoketScene            *scene,
          double                 middle,
          guint                  row,
          guint                  column)
{
  const char *text = loket_sheet_get_cell (table->sheet, row, column)->text;

  if (*text == '\0')
    return;
  if (runs_on (table, row, column))
    loket_scene_add_text (
        scene, &(LoketLine) { text, LOKET_FACE_SMALL, LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY,
                              table->rights[column] - table->widths[column], middle });
  else
    add_text (table, scene, column,
              (LoketLine) { .text = text, .ink = LOKET_INK_TEXT, .middle = middle },
              count_lines (table, row, column));
}

/* The first cell names its row. */
static void
add_row (const LoketPaperTable *table,
         LoketScene            *scene,
         double                 top,
         guint                  row)
{
  double middle = top + ROW_HEIGHT / 2 * table->em;

  loket_scene_begin (scene, "TR");
  for (guint i = 0; i < table->sheet->columns->len; i++)
    {
      const char *tag = i == 0 ? "TH" : "TD";

      loket_scene_begin (scene, tag);
      add_cell (table, scene, middle, row, i);
      loket_scene_end (scene, tag);
    }
  loket_scene_end (scene, "TR");
}

/**
 * loket_paper_table_add:
 * @top: where the head stands
 * @first: the first row
 *
 * Adds the head and some rows to a page.
 */
void
loket_paper_table_add (const LoketPaperTable *table,
                       LoketScene            *scene,
                       double                 top,
                       guint                  first,
                       guint                  n_rows)
{
  add_head (table, scene, top);
  top += loket_paper_table_get_head_height (table);
  for (guint row = first; row < first + n_rows; row++)
    {
      add_row (table, scene, top, row);
      top += loket_paper_table_get_row_height (table, row);
    }
  loket_scene_add_rule (scene, &(LoketRect) { 0, top + 0.1 * table->em, table->width, 0 },
                        LOKET_INK_AXIS);
}
