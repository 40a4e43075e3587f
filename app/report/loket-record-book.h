/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A spreadsheet file (XLSX) of records, row by row, that can be read back without a change. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LoketRecordBook LoketRecordBook;

/* As what a value is written. What it cannot be is written as text. */
typedef enum
{
  LOKET_RECORD_CELL_TEXT,
  LOKET_RECORD_CELL_NUMBER,
  LOKET_RECORD_CELL_FLAG, /* "1" or "0" */
  LOKET_RECORD_CELL_DAY, /* YYYY-MM-DD */
  LOKET_RECORD_CELL_MOMENT /* YYYY-MM-DDTHH:MM */
} LoketRecordCell;

LoketRecordBook *loket_record_book_new    (const char         *sheet,
                                           GError            **error);
void             loket_record_book_free   (LoketRecordBook    *self);
void             loket_record_book_add    (LoketRecordBook    *self,
                                           const char         *value,
                                           LoketRecordCell     kind);
void             loket_record_book_end    (LoketRecordBook    *self);
GBytes          *loket_record_book_finish (LoketRecordBook    *self,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRecordBook, loket_record_book_free)

G_END_DECLS
