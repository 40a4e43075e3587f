/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A statement for many records costs less than many statements: the cursors stay open, and
 * the next row goes beside the one before. */

#include "loket-bulk-table.h"

#include "loket-apart-table.h"
#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-error.h"
#include "loket-note-table.h"
#include "loket-record-columns.h"
#include "loket-record-table.h"

#define N_ROWS 32

/* $1 is the act of all rows; each has its id and its values behind that. */
static char *
create_sql (const LoketKind *kind)
{
  g_autofree char *columns = loket_record_columns_join (kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  int parameter = 2;

  g_string_printf (sql, "INSERT INTO %s (act, %s) VALUES ", kind->name, columns);
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_string_append_printf (sql, "%s($1, $%d, 1", row > 0 ? ", " : "", parameter++);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          if (!loket_field_is_stored_apart (&kind->fields[i]))
            g_string_append_printf (sql, ", $%d", parameter++);
        }
      g_string_append_c (sql, ')');
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static LoketStatement *
prepare_insert (LoketDatabase    *database,
                const LoketKind  *kind,
                GError          **error)
{
  g_autofree char *key = g_strconcat ("bulk ", kind->name, NULL);
  char *sql = loket_database_get_data (database, key);

  if (sql == NULL)
    {
      sql = create_sql (kind);
      loket_database_set_data (database, key, sql, g_free);
    }

  return loket_database_prepare (database, sql, error);
}

/* One by one, so that the error names the record. */
static gboolean
insert_singly (LoketDatabase      *database,
               LoketDraft *const  *drafts,
               guint               n_drafts,
               const char         *act,
               GError            **error)
{
  for (guint i = 0; i < n_drafts; i++)
    {
      LoketRecordTable *table;

      table = loket_record_table_get (database, loket_draft_get_kind (drafts[i]));
      if (!loket_record_table_insert (table, drafts[i], loket_draft_get_id (drafts[i]), act, error))
        return FALSE;
    }

  return TRUE;
}

/* What the drafts have in other tables. */
static gboolean
put_apart (LoketDatabase      *database,
           LoketDraft *const  *drafts,
           GError            **error)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      const char *id = loket_draft_get_id (drafts[i]);

      if (loket_draft_get_kind (drafts[i]) == &loket_client_kind
          && !loket_client_name_table_put (database, drafts[i], id, error))
        return FALSE;
      if (!loket_note_table_put (database, drafts[i], id, error)
          || !loket_apart_table_put (database, drafts[i], id, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_rows (LoketDatabase      *database,
             LoketDraft *const  *drafts,
             const char         *act,
             GError            **error)
{
  g_autoptr (GError) reason = NULL;
  LoketStatement *statement;
  int parameter = 1;

  statement = prepare_insert (database, loket_draft_get_kind (drafts[0]), error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, parameter++, act);
  for (guint i = 0; i < N_ROWS; i++)
    {
      loket_statement_bind_text (statement, parameter++, loket_draft_get_id (drafts[i]));
      parameter = loket_record_columns_bind (statement, parameter, drafts[i]);
    }

  if (loket_statement_run (statement, &reason))
    return put_apart (database, drafts, error);

  if (g_error_matches (reason, LOKET_ERROR, LOKET_ERROR_CONSTRAINT))
    return insert_singly (database, drafts, N_ROWS, act, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/**
 * loket_bulk_table_insert:
 * @database: a connection
 * @drafts: (array length=n_drafts): drafts of one kind, complete and valid, with the ids of the
 *   new records
 * @n_drafts: how many
 * @act: the act that makes them
 * @error: as loket_record_table_insert () says
 *
 * Returns: whether all of them were stored
 */
gboolean
loket_bulk_table_insert (LoketDatabase      *database,
                         LoketDraft *const  *drafts,
                         guint               n_drafts,
                         const char         *act,
                         GError            **error)
{
  for (; n_drafts >= N_ROWS; drafts += N_ROWS, n_drafts -= N_ROWS)
    {
      if (!insert_rows (database, drafts, act, error))
        return FALSE;
    }

  return insert_singly (database, drafts, n_drafts, act, error);
}
