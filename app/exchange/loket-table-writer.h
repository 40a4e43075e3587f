/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes rows for other programs to read: CSV, or a JSON list of objects. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LoketTableFormat:
 * @LOKET_TABLE_CSV: UTF-8 without a byte order mark, comma, decimal point, quotes where needed
 * @LOKET_TABLE_JSON: a list of objects, a row on a line
 */
typedef enum
{
  LOKET_TABLE_CSV,
  LOKET_TABLE_JSON
} LoketTableFormat;

/**
 * LoketTableType:
 * @LOKET_TABLE_TEXT: text
 * @LOKET_TABLE_INTEGER: digits; a number in JSON
 * @LOKET_TABLE_FLAG: "1" or "0"; yes or no in CSV, true or false in JSON
 * @LOKET_TABLE_CODES: codes with ';' between them; a list in JSON
 * @LOKET_TABLE_DAY: YYYY-MM-DD
 * @LOKET_TABLE_MOMENT: YYYY-MM-DDTHH:MM
 */
typedef enum
{
  LOKET_TABLE_TEXT,
  LOKET_TABLE_INTEGER,
  LOKET_TABLE_FLAG,
  LOKET_TABLE_CODES,
  LOKET_TABLE_DAY,
  LOKET_TABLE_MOMENT
} LoketTableType;

typedef struct
{
  const char *name;
  LoketTableType type;
} LoketTableColumn;

typedef struct _LoketTableWriter LoketTableWriter;

LoketTableWriter *loket_table_writer_new       (GOutputStream           *stream,
                                                LoketTableFormat         format,
                                                const LoketTableColumn  *columns,
                                                guint                    n_columns);
void              loket_table_writer_free      (LoketTableWriter        *self);
gboolean          loket_table_writer_write_row (LoketTableWriter        *self,
                                                const char *const       *values,
                                                GCancellable            *cancellable,
                                                GError                 **error);
gboolean          loket_table_writer_finish    (LoketTableWriter        *self,
                                                GCancellable            *cancellable,
                                                GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketTableWriter, loket_table_writer_free)

G_END_DECLS
