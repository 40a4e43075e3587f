/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the fields of a file say, in the form in which records keep it, or why it cannot be. */

#pragma once

#include "loket-csv-reader.h"
#include "loket-date.h"

G_BEGIN_DECLS

gboolean loket_csv_value_read_date    (LoketCsvField    field,
                                       LoketDateText   *date,
                                       GError         **error);
gboolean loket_csv_value_read_moment  (LoketCsvField    field,
                                       LoketDateText   *moment,
                                       GError         **error);
gboolean loket_csv_value_read_flag    (LoketCsvField    field,
                                       gboolean        *flag,
                                       GError         **error);
gboolean loket_csv_value_read_integer (LoketCsvField    field,
                                       int             *number,
                                       GError         **error);
char    *loket_csv_value_read_code    (LoketCsvField    field,
                                       GError         **error);
char    *loket_csv_value_read_codes   (LoketCsvField    field,
                                       GError         **error);

G_END_DECLS
