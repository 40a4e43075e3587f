/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a sheet of a spreadsheet (XLSX) as the text of a CSV file, so that both take one path. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

LoketCsvReader *loket_xlsx_sheet_read (const char  *name,
                                       const char  *data,
                                       gsize        length,
                                       const char  *sheet,
                                       GError     **error);

G_END_DECLS
