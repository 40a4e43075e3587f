/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A table of words in columns of equal width, for a terminal. */

#include "loket-text-table.h"

#include <string.h>

/**
 * loket_text_table_new:
 * @align: a letter for each column: `l` for left, `r` for right
 */
LoketTextTable *
loket_text_table_new (const char *align)
{
  LoketTextTable *table = g_new0 (LoketTextTable, 1);

  table->align = g_strdup (align);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
loket_text_table_free (LoketTextTable *table)
{
  g_clear_pointer (&table->align, g_free);
  g_clear_pointer (&table->cells, g_ptr_array_unref);
  g_free (table);
}

/**
 * loket_text_table_add:
 *
 * Puts @text into the next cell, and after the last one of a row into the first of the next.
 */
void
loket_text_table_add (LoketTextTable *table,
                      const char     *text)
{
  loket_text_table_take (table, g_strdup (text));
}

/**
 * loket_text_table_take:
 * @text: (transfer full):
 */
void
loket_text_table_take (LoketTextTable *table,
                       char           *text)
{
  g_ptr_array_add (table->cells, text);
}

/**
 * loket_text_table_fill_row:
 *
 * Leaves the rest of the row that was begun empty.
 */
void
loket_text_table_fill_row (LoketTextTable *table)
{
  while (table->cells->len % strlen (table->align) != 0)
    loket_text_table_add (table, "");
}

static void
append_spaces (GString *text,
               gsize    n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_row (const LoketTextTable *table,
            const gsize          *widths,
            guint                 first,
            GString              *text)
{
  gsize end = text->len;

  for (guint i = 0; table->align[i] != '\0'; i++)
    {
      const char *cell = g_ptr_array_index (table->cells, first + i);
      gsize space = widths[i] - (gsize) g_utf8_strlen (cell, -1);

      if (i > 0)
        append_spaces (text, 2);
      if (table->align[i] == 'r')
        append_spaces (text, space);
      g_string_append (text, cell);
      if (*cell != '\0')
        end = text->len;
      if (table->align[i] == 'l')
        append_spaces (text, space);
    }
  g_string_truncate (text, end);
  g_string_append_c (text, '\n');
}

/**
 * loket_text_table_append_to:
 * @text: where the rows are added, each with a line feed and without spaces at its end
 */
void
loket_text_table_append_to (const LoketTextTable *table,
                            GString              *text)
{
  guint n_columns = (guint) strlen (table->align);
  g_autofree gsize *widths = g_new0 (gsize, n_columns);

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % n_columns] = MAX (
        widths[i % n_columns], (gsize) g_utf8_strlen (g_ptr_array_index (table->cells, i), -1));
  for (guint i = 0; i + n_columns <= table->cells->len; i += n_columns)
    append_row (table, widths, i, text);
}
