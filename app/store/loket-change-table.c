/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes and reads the change log. */

#include "loket-change-table.h"

void
loket_change_free (LoketChange *change)
{
  g_free (change->id);
  g_free (change->act);
  g_free (change->at);
  g_free (change->counsellor);
  g_free (change->kind);
  g_free (change->record_id);
  g_free (change->field);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

/**
 * loket_change_table_insert:
 * @change: the line, which is copied
 * @error: why it could not be written
 *
 * Returns: whether it was written
 */
gboolean
loket_change_table_insert (LoketDatabase      *database,
                           const LoketChange  *change,
                           GError            **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO change_log (id, act, at, counsellor, kind, "
                                      "record_id, field, old_value, new_value) "
                                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, change->id);
  loket_statement_bind_text (statement, 2, change->act);
  loket_statement_bind_text (statement, 3, change->at);
  loket_statement_bind_text (statement, 4, change->counsellor);
  loket_statement_bind_text (statement, 5, change->kind);
  loket_statement_bind_text (statement, 6, change->record_id);
  loket_statement_bind_text (statement, 7, change->field);
  loket_statement_bind_text (statement, 8, change->old_value);
  loket_statement_bind_text (statement, 9, change->new_value);

  return loket_statement_run (statement, error);
}

static LoketChange *
read_change (LoketStatement *statement)
{
  LoketChange *change = g_new0 (LoketChange, 1);

  change->id = g_strdup (loket_statement_get_text (statement, 0));
  change->act = g_strdup (loket_statement_get_text (statement, 1));
  change->at = g_strdup (loket_statement_get_text (statement, 2));
  change->counsellor = g_strdup (loket_statement_get_text (statement, 3));
  change->kind = g_strdup (loket_statement_get_text (statement, 4));
  change->record_id = g_strdup (loket_statement_get_text (statement, 5));
  change->field = g_strdup (loket_statement_get_text (statement, 6));
  change->old_value = g_strdup (loket_statement_get_text (statement, 7));
  change->new_value = g_strdup (loket_statement_get_text (statement, 8));

  return change;
}

/**
 * loket_change_table_read_all:
 * @statement: gives the columns of the change log in their order
 *
 * Returns: (transfer full) (nullable) (element-type LoketChange): the lines that it gives
 */
GPtrArray *
loket_change_table_read_all (LoketStatement  *statement,
                             GError         **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  LoketStep step;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_change_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (changes, read_change (statement));

  return step == LOKET_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

static GPtrArray *
load_changes (LoketDatabase  *database,
              const char     *sql,
              const char     *value,
              GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, value);

  return loket_change_table_read_all (statement, error);
}

/**
 * loket_change_table_load_act:
 *
 * Returns: (transfer full) (nullable) (element-type LoketChange): the lines of an act in the order
 *   in which they were written, the act's own line first
 */
GPtrArray *
loket_change_table_load_act (LoketDatabase  *database,
                             const char     *act,
                             GError        **error)
{
  return load_changes (database,
                       "SELECT id, act, at, counsellor, kind, record_id, field, old_value, "
                       "new_value FROM change_log WHERE act = $1 ORDER BY id",
                       act, error);
}

/**
 * loket_change_table_load_record:
 *
 * Returns: (transfer full) (nullable) (element-type LoketChange): the changes of a record, latest
 *   first
 */
GPtrArray *
loket_change_table_load_record (LoketDatabase  *database,
                                const char     *record_id,
                                GError        **error)
{
  return load_changes (database,
                       "SELECT id, act, at, counsellor, kind, record_id, field, old_value, "
                       "new_value FROM change_log WHERE record_id = $1 ORDER BY id DESC",
                       record_id, error);
}

/**
 * loket_change_table_load_kind:
 * @kind: the name of a kind of record
 * @since: an id
 *
 * Returns: (transfer full) (nullable) (element-type LoketChange): the changes of all records of
 *   @kind that were written after @since was given, in that order
 */
GPtrArray *
loket_change_table_load_kind (LoketDatabase  *database,
                              const char     *kind,
                              const char     *since,
                              GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "SELECT id, act, at, counsellor, kind, record_id, field, "
                                      "old_value, new_value FROM change_log "
                                      "WHERE id > $1 AND kind = $2 ORDER BY id",
                                      error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, since);
  loket_statement_bind_text (statement, 2, kind);

  return loket_change_table_read_all (statement, error);
}

/**
 * loket_change_table_load_line:
 * @id: the id of an act
 * @line: (out) (nullable): the act's own line; NULL when there is none
 *
 * Returns: whether the log could be read
 */
gboolean
loket_change_table_load_line (LoketDatabase  *database,
                              const char     *id,
                              LoketChange   **line,
                              GError        **error)
{
  g_autoptr (GPtrArray) lines = load_changes (database,
                                              "SELECT id, act, at, counsellor, kind, record_id, "
                                              "field, old_value, new_value FROM change_log "
                                              "WHERE id = $1",
                                              id, error);

  if (lines == NULL)
    return FALSE;

  *line = lines->len > 0 ? g_ptr_array_steal_index (lines, 0) : NULL;

  return TRUE;
}
