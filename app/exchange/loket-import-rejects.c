/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes the rows that an import refuses to a file in which they can be mended and offered again:
 * the columns of the original, then the line and the reason. */

#include "loket-import-plan.h"

#include <string.h>

#include "loket-table-writer.h"

#define N_OWN_COLUMNS 2

static const char *const own_columns[N_OWN_COLUMNS] = { "line", "reason" };

/* A file that was mended has our columns already: they are written anew. */
static gboolean
is_own_column (const char *name)
{
  return g_str_equal (name, own_columns[0]) || g_str_equal (name, own_columns[1]);
}

/* The places of the columns that are copied. */
static GArray *
choose_columns (LoketCsvReader *reader)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < loket_csv_reader_get_n_columns (reader); i++)
    {
      if (!is_own_column (loket_csv_reader_get_column (reader, i)))
        g_array_append_val (chosen, i);
    }

  return chosen;
}

static LoketTableWriter *
create_writer (LoketCsvReader *reader,
               GArray         *chosen,
               GOutputStream  *stream)
{
  guint n_columns = chosen->len + N_OWN_COLUMNS;
  g_autofree LoketTableColumn *columns = g_new0 (LoketTableColumn, n_columns);

  for (guint i = 0; i < chosen->len; i++)
    columns[i].name = loket_csv_reader_get_column (reader, g_array_index (chosen, guint, i));
  for (guint i = 0; i < N_OWN_COLUMNS; i++)
    columns[chosen->len + i].name = own_columns[i];

  return loket_table_writer_new (stream, LOKET_TABLE_CSV, columns, n_columns);
}

/* A row that could not be taken apart stands in the first column as it is. */
static char **
copy_row (LoketCsvReader *reader,
          LoketCsvResult  read,
          GArray         *chosen)
{
  char **values = g_new0 (char *, chosen->len + N_OWN_COLUMNS + 1);
  LoketCsvField raw = loket_csv_reader_get_raw_row (reader);
  const LoketCsvField *fields = loket_csv_reader_get_fields (reader);

  for (guint i = 0; i < chosen->len; i++)
    {
      const LoketCsvField *field = &fields[g_array_index (chosen, guint, i)];

      if (read == LOKET_CSV_ROW)
        values[i] = g_strndup (field->text, field->length);
      else
        values[i] = i == 0 ? g_utf8_make_valid (raw.text, (gssize) raw.length) : g_strdup ("");
    }

  return values;
}

/* The name of the column goes into the reason, since each row has but one. */
static char *
join_reason (const LoketRefusal *refusal)
{
  if (refusal->column == NULL)
    return g_strdup (refusal->reason);

  return g_strdup_printf ("%s: %s", refusal->column, refusal->reason);
}

/**
 * loket_import_plan_write_rejects:
 * @self: a plan that was checked
 * @stream: where to write CSV
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Writes every refused row with its line and the reason.
 *
 * Returns: whether all of them were written
 */
gboolean
loket_import_plan_write_rejects (LoketImportPlan  *self,
                                 GOutputStream    *stream,
                                 GCancellable     *cancellable,
                                 GError          **error)
{
  LoketCsvReader *reader = loket_import_plan_get_reader (self);
  GPtrArray *refusals = loket_import_plan_get_refusals (self);
  g_autoptr (GArray) chosen = choose_columns (reader);
  g_autoptr (LoketTableWriter) writer = create_writer (reader, chosen, stream);
  LoketRefusal *malformed = NULL;
  guint next = 0;

  loket_csv_reader_rewind (reader);

  while (next < refusals->len)
    {
      const LoketRefusal *refusal = g_ptr_array_index (refusals, next);
      LoketCsvResult read = loket_csv_reader_read (reader, &malformed);
      g_auto (GStrv) values = NULL;

      g_clear_pointer (&malformed, loket_refusal_free);
      if (loket_csv_reader_get_line (reader) != refusal->line)
        continue;

      values = copy_row (reader, read, chosen);
      values[chosen->len] = g_strdup_printf ("%u", refusal->line);
      values[chosen->len + 1] = join_reason (refusal);
      next++;

      if (!loket_table_writer_write_row (writer, (const char *const *) values, cancellable, error))
        return FALSE;
    }

  return loket_table_writer_finish (writer, cancellable, error);
}
