/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a file that is to be imported: CSV, or a spreadsheet. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

LoketCsvReader *loket_import_file_open (GFile         *file,
                                        const char    *sheet,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
