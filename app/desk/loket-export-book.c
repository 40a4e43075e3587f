/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes all records of a kind as a spreadsheet. */

#include "loketten-config.h"

#include "loket-export-book.h"

#include "loket-record-book.h"

typedef struct
{
  LoketRecordBook *book;
  const LoketTableColumn *columns;
  guint n_columns;
} Filling;

static LoketRecordCell
get_cell (LoketTableType type)
{
  switch (type)
    {
    case LOKET_TABLE_INTEGER:
      return LOKET_RECORD_CELL_NUMBER;
    case LOKET_TABLE_FLAG:
      return LOKET_RECORD_CELL_FLAG;
    case LOKET_TABLE_DAY:
      return LOKET_RECORD_CELL_DAY;
    case LOKET_TABLE_MOMENT:
      return LOKET_RECORD_CELL_MOMENT;
    case LOKET_TABLE_TEXT:
    case LOKET_TABLE_CODES:
    default:
      return LOKET_RECORD_CELL_TEXT;
    }
}

static gboolean
add_row (const char *const  *values,
         gpointer            user_data,
         GError            **error)
{
  Filling *filling = user_data;

  for (guint i = 0; i < filling->n_columns; i++)
    loket_record_book_add (filling->book, values[i], get_cell (filling->columns[i].type));
  loket_record_book_end (filling->book);

  return TRUE;
}

/**
 * loket_export_book_write:
 * @request: what to write, and into which stream
 * @database: the store, in a transaction that reads
 * @error: return location for an error
 *
 * Writes all records of a kind in the order of their numbers: days, numbers and flags as what they
 * are, all else as text.
 *
 * Returns: whether all of them were written
 */
gboolean
loket_export_book_write (const LoketExport  *request,
                         LoketDatabase      *database,
                         GError            **error)
{
  g_autoptr (LoketRecordBook) book = loket_record_book_new (request->kind->plural, error);
  g_autofree LoketTableColumn *columns = NULL;
  g_autoptr (GBytes) file = NULL;
  LoketExport rows = *request;
  Filling filling = { book };
  gsize length = 0;
  gconstpointer data;

  if (book == NULL)
    return FALSE;

  columns = loket_export_create_columns (request, &filling.n_columns);
  filling.columns = columns;
  for (guint i = 0; i < filling.n_columns; i++)
    loket_record_book_add (book, columns[i].name, LOKET_RECORD_CELL_TEXT);
  loket_record_book_end (book);

  rows.row = add_row;
  rows.user_data = &filling;
  if (loket_export_write (&rows, database, error))
    file = loket_record_book_finish (book, error);
  if (file == NULL)
    return FALSE;
  data = g_bytes_get_data (file, &length);

  return g_output_stream_write_all (request->stream, data, length, NULL, request->cancellable,
                                    error);
}
