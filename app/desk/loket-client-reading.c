/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what a list of clients holds, on the thread that reads. */

#include "loket-client-reading.h"

#include "loket-client.h"
#include "loket-error.h"
#include "loket-note-search.h"
#include "loket-record-table.h"
#include "loket-text.h"

void
loket_client_contents_free (LoketClientContents *contents)
{
  g_clear_pointer (&contents->ids, g_ptr_array_unref);
  g_clear_pointer (&contents->rows, g_ptr_array_unref);
  g_free (contents);
}

/* The ids of a piece of everybody; counted from the nearer end of the alphabet. */
static GPtrArray *
load_piece_of_all (LoketDatabase  *database,
                   guint           n_items,
                   guint           offset,
                   guint           count,
                   GError        **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  gboolean backwards = offset > n_items / 2;
  guint end = MIN (offset + count, n_items);

  if (!backwards)
    return loket_client_table_load_all_ids (database, offset, count, FALSE, error);

  ids = loket_client_table_load_all_ids (database, n_items - end, end - offset, TRUE, error);
  for (guint i = 0; ids != NULL && i < ids->len / 2; i++)
    {
      gpointer swap = ids->pdata[i];

      ids->pdata[i] = ids->pdata[ids->len - 1 - i];
      ids->pdata[ids->len - 1 - i] = swap;
    }

  return g_steal_pointer (&ids);
}

static void
free_row (LoketClientRow *row)
{
  if (row != NULL)
    loket_client_row_free (row);
}

/* Who was found in a note shows which; who was found by digits of a telephone number shows that. */
static gboolean
show_hits (LoketDatabase  *database,
           GPtrArray      *rows,
           guint           offset,
           const char     *text,
           guint           n_named,
           GError        **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      LoketClientRow *row = g_ptr_array_index (rows, i);

      row->is_hit = row->id != NULL;
      row->is_phone_hit = offset + i < n_named && loket_text_has_digits (row->phone, text);
      if (row->is_hit && offset + i >= n_named
          && !loket_note_search_show (database, text, row->id, &row->note, &row->excerpt, error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
load_rows (LoketDatabase  *database,
           GPtrArray      *ids,
           guint           offset,
           guint           count,
           const char     *now,
           GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  for (guint i = offset; i < ids->len && i < offset + count; i++)
    {
      g_autoptr (GError) failure = NULL;
      LoketClientRow *row = loket_client_table_load_row (database, g_ptr_array_index (ids, i),
                                                         now, &failure);

      /* Who was removed meanwhile leaves an empty line until the list is loaded again. */
      if (row == NULL && !g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      g_ptr_array_add (rows, row != NULL ? row : g_new0 (LoketClientRow, 1));
    }

  return g_steal_pointer (&rows);
}

void
loket_client_scope_free (LoketClientScope *scope)
{
  g_free (scope->text);
  g_free (scope->counsellor_id);
  g_free (scope);
}

/**
 * loket_client_contents_load:
 * @input: a #LoketClientScope
 *
 * A job of the thread that reads.
 *
 * Returns: (transfer full) (nullable): #LoketClientContents of the scope
 */
gpointer
loket_client_contents_load (LoketDatabase  *database,
                            gpointer        input,
                            GError        **error)
{
  const LoketClientScope *scope = input;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  LoketClientContents *contents;
  gint64 n_items;
  guint n_named = 0;

  if (!loket_client_table_load_ids (database, scope, LOKET_CLIENT_MOST_HITS, &ids, &n_named,
                                    error))
    return NULL;

  n_items = ids != NULL
              ? ids->len
              : loket_record_table_count (loket_record_table_get (database, &loket_client_kind),
                                          error);
  if (n_items < 0)
    return NULL;

  first = ids != NULL ? g_ptr_array_ref (ids)
                      : load_piece_of_all (database, (guint) n_items, 0, LOKET_CLIENT_PIECE, error);
  if (first != NULL)
    rows = load_rows (database, first, 0, LOKET_CLIENT_PIECE, scope->now.text, error);
  if (rows == NULL || !show_hits (database, rows, 0, scope->text, n_named, error))
    return NULL;

  contents = g_new0 (LoketClientContents, 1);
  contents->n_items = (guint) n_items;
  contents->ids = g_steal_pointer (&ids);
  contents->n_named = n_named;
  contents->rows = g_steal_pointer (&rows);

  return contents;
}

void
loket_client_piece_free (LoketClientPiece *piece)
{
  g_clear_pointer (&piece->ids, g_ptr_array_unref);
  g_free (piece->text);
  g_free (piece);
}

/**
 * loket_client_piece_load:
 * @input: a #LoketClientPiece
 *
 * A job of the thread that reads.
 *
 * Returns: (transfer full) (nullable) (element-type LoketClientRow): the lines of the piece; one
 *   without an id stands for who was removed meanwhile
 */
gpointer
loket_client_piece_load (LoketDatabase  *database,
                         gpointer        input,
                         GError        **error)
{
  LoketClientPiece *piece = input;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint offset = piece->number * LOKET_CLIENT_PIECE;

  if (piece->ids != NULL)
    {
      rows = load_rows (database, piece->ids, offset, LOKET_CLIENT_PIECE, piece->now.text, error);
      if (rows == NULL
          || !show_hits (database, rows, offset, piece->text, piece->n_named, error))
        return NULL;
      return g_steal_pointer (&rows);
    }

  ids = load_piece_of_all (database, piece->n_items, offset, LOKET_CLIENT_PIECE, error);

  if (ids == NULL)
    return NULL;

  return load_rows (database, ids, 0, LOKET_CLIENT_PIECE, piece->now.text, error);
}
