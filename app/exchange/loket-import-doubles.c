/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers where in the file each number stood. */

#include "loketten-config.h"

#include "loket-import-doubles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

struct _LoketImportDoubles
{
  LoketCsvReader *reader; /* borrowed: outlives us */
  GHashTable *seen;       /* (owned): number -> the raw row, borrowed from the reader */
  GStringChunk *numbers;  /* (owned): the keys of seen */
};

/**
 * loket_import_doubles_new:
 * @reader: the file, which must outlive what is returned
 *
 * Returns: (transfer full): a memory without numbers
 */
LoketImportDoubles *
loket_import_doubles_new (LoketCsvReader *reader)
{
  LoketImportDoubles *self = g_new0 (LoketImportDoubles, 1);

  self->reader = reader;
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_string_chunk_new (65536);

  return self;
}

void
loket_import_doubles_free (LoketImportDoubles *self)
{
  g_hash_table_unref (self->seen);
  g_string_chunk_free (self->numbers);
  g_free (self);
}

/**
 * loket_import_doubles_note:
 * @number: the number of a row
 * @row: the row as it stands in the file
 * @is_double: (out): whether an earlier row said the same
 * @error: %LOKET_ERROR_INVALID when an earlier row has the number and says something else: either
 *   could be right
 *
 * Returns: whether the row can stand
 */
gboolean
loket_import_doubles_note (LoketImportDoubles  *self,
                           const char          *number,
                           LoketCsvField        row,
                           gboolean            *is_double,
                           GError             **error)
{
  const char *earlier = g_hash_table_lookup (self->seen, number);

  *is_double = earlier != NULL;
  if (earlier == NULL)
    {
      g_hash_table_insert (self->seen, g_string_chunk_insert (self->numbers, number),
                           (gpointer) row.text);
      return TRUE;
    }

  if (memcmp (earlier, row.text, row.length) == 0 && strchr ("\r\n", earlier[row.length]) != NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("line %u is about the same and says something else"),
               loket_csv_reader_find_line (self->reader, earlier));

  return FALSE;
}
