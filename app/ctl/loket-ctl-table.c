/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the rows until all are there, since only then it is known how wide the columns are. */

#include "loketten-config.h"

#include "loket-ctl-table.h"

#include "loket-ctl-output.h"
#include "loket-error.h"

#include <glib/gi18n-lib.h>

struct _LoketCtlTable
{
  const LoketTableColumn *columns; /* borrowed: outlives us */
  guint n_columns;
  GPtrArray *rows;                 /* (owned): of GStrv, "" for nothing */
};

/**
 * loket_ctl_table_new:
 * @columns: (array length=n_columns): the columns, which outlive the table
 * @n_columns: how many
 *
 * Returns: (transfer full): a list without rows
 */
LoketCtlTable *
loket_ctl_table_new (const LoketTableColumn *columns,
                     guint                   n_columns)
{
  LoketCtlTable *self = g_new0 (LoketCtlTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
loket_ctl_table_free (LoketCtlTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * loket_ctl_table_check_format:
 * @format: (nullable): what --format says
 * @error: %LOKET_ERROR_INVALID
 *
 * Returns: whether there is such a format
 */
gboolean
loket_ctl_table_check_format (const char  *format,
                              GError     **error)
{
  static const char *const offered[] = { "text", "csv", "json", NULL };

  if (format == NULL || g_strv_contains (offered, format))
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("“%s” is not a format; the formats are text, csv and json"), format);

  return FALSE;
}

/**
 * loket_ctl_table_add:
 * @values: (array): a value for each column, NULL for nothing
 */
void
loket_ctl_table_add (LoketCtlTable     *self,
                     const char *const *values)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (values[i] != NULL ? values[i] : "");
  g_ptr_array_add (self->rows, row);
}

/* A value in the words of people. */
static const char *
get_words (LoketCtlTable     *self,
           const char *const *values,
           guint              column)
{
  if (self->columns[column].type != LOKET_TABLE_FLAG)
    return values[column];

  return g_str_equal (values[column], "1") ? _("yes") : _("no");
}

static glong
get_width (LoketCtlTable *self,
           guint          column)
{
  glong width = g_utf8_strlen (self->columns[column].name, -1);

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, g_utf8_strlen (get_words (self, self->rows->pdata[i], column), -1));

  return width;
}

static void
append_cell (GString    *line,
             const char *text,
             glong       width,
             gboolean    is_number)
{
  glong padding = width - g_utf8_strlen (text, -1);

  if (is_number)
    g_string_append_printf (line, "%*s", (int) padding, "");
  g_string_append (line, text);
  if (!is_number)
    g_string_append_printf (line, "%*s", (int) padding, "");
}

/* The names of the columns, when there are no values. */
static void
print_line (LoketCtlTable     *self,
            const char *const *values,
            const glong       *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (line, i > 0 ? "  " : "");
      append_cell (line, values != NULL ? get_words (self, values, i) : self->columns[i].name,
                   widths[i], self->columns[i].type == LOKET_TABLE_INTEGER);
    }

  g_print ("%s\n", g_strchomp (line->str));
}

/* Nothing at all when there are no rows. */
static void
print_text (LoketCtlTable *self)
{
  g_autofree glong *widths = g_new0 (glong, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = get_width (self, i);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (i == 0)
        print_line (self, NULL, widths);
      print_line (self, self->rows->pdata[i], widths);
    }
}

static gboolean
write_rows (LoketCtlTable     *self,
            LoketTableFormat   format,
            GError           **error)
{
  g_autoptr (GOutputStream) stream = loket_ctl_output_open (NULL, error);
  g_autoptr (LoketTableWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;

  writer = loket_table_writer_new (stream, format, self->columns, self->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!loket_table_writer_write_row (writer, self->rows->pdata[i], NULL, error))
        return FALSE;
    }

  return loket_table_writer_finish (writer, NULL, error)
         && loket_ctl_output_finish (stream, error);
}

/**
 * loket_ctl_table_print:
 * @format: (nullable): text, csv or json
 * @error: why it could not be written
 *
 * Returns: whether everything was written
 */
gboolean
loket_ctl_table_print (LoketCtlTable  *self,
                       const char     *format,
                       GError        **error)
{
  if (g_strcmp0 (format, "json") == 0)
    return write_rows (self, LOKET_TABLE_JSON, error);
  if (g_strcmp0 (format, "csv") == 0)
    return write_rows (self, LOKET_TABLE_CSV, error);

  print_text (self);

  return TRUE;
}
