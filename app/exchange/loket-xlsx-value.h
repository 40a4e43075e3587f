/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What numbers in a spreadsheet mean: days, times, plain numbers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As what a format shows a number. */
typedef enum
{
  LOKET_XLSX_NUMBER,
  LOKET_XLSX_DAY, /* maybe with a time */
  LOKET_XLSX_TIME
} LoketXlsxFormat;

LoketXlsxFormat loket_xlsx_value_get_builtin  (guint            id);
LoketXlsxFormat loket_xlsx_value_parse_format (const char      *code);
char           *loket_xlsx_value_format       (double           value,
                                               LoketXlsxFormat  format,
                                               gboolean         since_1904);
void            loket_xlsx_value_append_text  (GString         *to,
                                               const char      *text);

G_END_DECLS
