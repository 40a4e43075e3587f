/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a CSV file row by row without copying its fields. */

#pragma once

#include <gio/gio.h>

#include "loket-refusal.h"

G_BEGIN_DECLS

typedef struct _LoketCsvReader LoketCsvReader;

/**
 * LoketCsvField:
 * @text: UTF-8, not closed by a NUL, belongs to the reader and holds until the next row is read
 * @length: in bytes
 */
typedef struct
{
  const char *text;
  gsize length;
} LoketCsvField;

/**
 * LoketCsvSheet:
 * @name: what the sheet is called
 * @first_line: the row of the sheet in which the header stands, from 1
 * @n_columns: of the header
 * @refusals: (element-type LoketRefusal): what cannot be read of it, by row
 *
 * A sheet that was made into the text of a CSV file, with commas, a line for each row.
 */
typedef struct
{
  const char *name;
  guint first_line;
  guint n_columns;
  GPtrArray *refusals;
} LoketCsvSheet;

/**
 * LoketCsvResult:
 * @LOKET_CSV_ROW: a row was read
 * @LOKET_CSV_REFUSED: a row is refused; the next call goes on after it
 * @LOKET_CSV_DONE: there are no more rows
 */
typedef enum
{
  LOKET_CSV_ROW,
  LOKET_CSV_REFUSED,
  LOKET_CSV_DONE
} LoketCsvResult;

LoketCsvReader      *loket_csv_reader_new_from_data (const char      *name,
                                                     char            *data,
                                                     gsize            length,
                                                     GError         **error);
LoketCsvReader      *loket_csv_reader_new_from_sheet
                                                    (const char           *name,
                                                     char                 *data,
                                                     gsize                 length,
                                                     const LoketCsvSheet  *sheet,
                                                     GError              **error);
void                 loket_csv_reader_free          (LoketCsvReader  *self);
const char          *loket_csv_reader_get_name      (LoketCsvReader  *self);
const char          *loket_csv_reader_get_header_place
                                                    (LoketCsvReader  *self);
guint                loket_csv_reader_get_n_columns (LoketCsvReader  *self);
const char          *loket_csv_reader_get_column    (LoketCsvReader  *self,
                                                     guint            column);
int                  loket_csv_reader_find_column   (LoketCsvReader  *self,
                                                     const char      *name);
LoketCsvResult       loket_csv_reader_read          (LoketCsvReader  *self,
                                                     LoketRefusal   **refusal);
const LoketCsvField *loket_csv_reader_get_fields    (LoketCsvReader  *self);
guint                loket_csv_reader_get_line      (LoketCsvReader  *self);
guint                loket_csv_reader_find_line     (LoketCsvReader  *self,
                                                     const char      *text);
LoketCsvField        loket_csv_reader_get_raw_row   (LoketCsvReader  *self);
double               loket_csv_reader_get_fraction  (LoketCsvReader  *self);
void                 loket_csv_reader_rewind        (LoketCsvReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketCsvReader, loket_csv_reader_free)

G_END_DECLS
