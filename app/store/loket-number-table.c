/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds ids by numbers and numbers by ids. */

#include "loket-number-table.h"

static const char *
get_number_column (const LoketKind *kind)
{
  return loket_field_get_column (&kind->fields[loket_kind_get_number_field (kind)]);
}

static gboolean
find_value (LoketDatabase  *database,
            const char     *sql,
            const char     *known,
            char          **value,
            GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);
  LoketStep step;

  *value = NULL;
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, known);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    *value = g_strdup (loket_statement_get_text (statement, 0));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/**
 * loket_number_table_find_id:
 * @database: a connection
 * @kind: a kind whose records have numbers
 * @number: a record's own number
 * @id: (out) (transfer full) (nullable): its id; NULL when no record has that number
 * @error: why it could not be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_number_table_find_id (LoketDatabase    *database,
                            const LoketKind  *kind,
                            const char       *number,
                            char            **id,
                            GError          **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = $1", kind->name, get_number_column (kind));

  return find_value (database, sql, number, id, error);
}

/**
 * loket_number_table_find_number:
 * @database: a connection
 * @kind: a kind whose records have numbers
 * @id: an id
 * @number: (out) (transfer full) (nullable): the record's own number; NULL when there is no such
 *   record
 * @error: why it could not be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_number_table_find_number (LoketDatabase    *database,
                                const LoketKind  *kind,
                                const char       *id,
                                char            **number,
                                GError          **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", get_number_column (kind), kind->name);

  return find_value (database, sql, id, number, error);
}
