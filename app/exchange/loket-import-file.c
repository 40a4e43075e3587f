/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a file that is to be imported: CSV, or a spreadsheet. */

#include "loketten-config.h"

#include "loket-import-file.h"

#include <glib/gi18n-lib.h>

#include "loket-error.h"
#include "loket-xlsx-package.h"
#include "loket-xlsx-sheet.h"

static gboolean
is_called_spreadsheet (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".xlsm");
}

/**
 * loket_import_file_open:
 * @file: a file
 * @sheet: what the sheet of a spreadsheet may be called; where there is none of that name, the
 *   first is read
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads @file whole.
 *
 * Returns: (transfer full) (nullable): a reader that has read the header; NULL with a GIO error
 *   when the file cannot be read, or with %LOKET_ERROR_INVALID when it is refused as a whole
 */
LoketCsvReader *
loket_import_file_open (GFile         *file,
                        const char    *sheet,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_load_contents (file, cancellable, &data, &length, NULL, error))
    return NULL;
  if (loket_xlsx_package_is_one (data, length))
    return loket_xlsx_sheet_read (name, data, length, sheet, error);
  if (!is_called_spreadsheet (name))
    return loket_csv_reader_new_from_data (name, g_steal_pointer (&data), length, error);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("%s: this is no spreadsheet (XLSX), or it is damaged"), name);

  return NULL;
}
