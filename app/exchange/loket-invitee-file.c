/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes those who were drawn on a day in the order of their tokens, which tells nothing. The same
 * day always gives the same bytes. */

#include "loket-invitee-file.h"

#include "loket-invitee.h"
#include "loket-record-table.h"
#include "loket-table-writer.h"

static const guint fields[] = {
  LOKET_INVITEE_TOKEN, LOKET_INVITEE_EMAIL, LOKET_INVITEE_LANGUAGE,
};

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 (loket_record_get_value (*(LoketRecord *const *) a, LOKET_INVITEE_TOKEN),
                    loket_record_get_value (*(LoketRecord *const *) b, LOKET_INVITEE_TOKEN));
}

static gboolean
write_row (LoketTableWriter  *writer,
           LoketRecord       *invitee,
           GError           **error)
{
  const char *values[G_N_ELEMENTS (fields)];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    values[i] = loket_record_get_value (invitee, fields[i]);

  return loket_table_writer_write_row (writer, values, NULL, error);
}

/**
 * loket_invitee_file_write:
 * @request: whom to write, and where
 * @database: the store
 * @error: why it could not be read or written
 *
 * Writes a CSV file of tokens, e-mail addresses and languages.
 *
 * Returns: whether everything was written
 */
gboolean
loket_invitee_file_write (LoketInviteeFile  *request,
                          LoketDatabase     *database,
                          GError           **error)
{
  LoketTableColumn columns[G_N_ELEMENTS (fields)] = { { NULL, LOKET_TABLE_TEXT } };
  g_autoptr (LoketTableWriter) writer = NULL;
  g_autoptr (GPtrArray) invitees = NULL;

  invitees = loket_record_table_load_where (loket_record_table_get (database, &loket_invitee_kind),
                                            LOKET_INVITEE_DRAWN_ON, request->drawn_on, error);
  if (invitees == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    columns[i].name = loket_invitee_kind.fields[fields[i]].name;
  writer = loket_table_writer_new (request->stream, LOKET_TABLE_CSV, columns,
                                   G_N_ELEMENTS (fields));
  g_ptr_array_sort (invitees, compare_tokens);
  request->n_written = 0;
  for (guint i = 0; i < invitees->len; i++)
    {
      if (!g_str_equal (loket_record_get_text (invitees->pdata[i], LOKET_INVITEE_QUESTIONNAIRE),
                        request->questionnaire))
        continue;
      if (!write_row (writer, invitees->pdata[i], error))
        return FALSE;
      request->n_written++;
    }

  return loket_table_writer_finish (writer, NULL, error);
}
