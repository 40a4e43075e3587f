/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds ids by numbers and numbers by ids, and the number that comes next. */

#include "loket-number-table.h"

#include "loket-client.h"
#include "loket-merged-table.h"

#include <string.h>

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
 * @id: (out) (transfer full) (nullable): its id, of a client whose record was merged into another
 *   that of the other; NULL when no record has that number
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
  if (!find_value (database, sql, number, id, error))
    return FALSE;

  return *id != NULL || kind != &loket_client_kind
         || loket_merged_table_find_number (database, number, id, error);
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

/* Whether there are digits alone behind the letter. */
static gboolean
is_own_number (const char *number)
{
  return number[1 + strspn (number + 1, "0123456789")] == '\0';
}

/* The first number from @number on that no merged record had: it still leads to a client. */
static char *
choose_unused (LoketDatabase    *database,
               const LoketKind  *kind,
               gint64            number,
               GError          **error)
{
  g_autofree char *text = NULL;
  g_autofree char *client_id = NULL;

  do
    {
      g_clear_pointer (&client_id, g_free);
      g_free (text);
      text = g_strdup_printf ("%s%07" G_GINT64_FORMAT, kind->prefix, number++);
      if (kind == &loket_client_kind
          && !loket_merged_table_find_number (database, text, &client_id, error))
        return NULL;
    }
  while (client_id != NULL);

  return g_steal_pointer (&text);
}

/**
 * loket_number_table_dup_next:
 * @database: a connection
 * @kind: a kind whose numbers Loketten gives out itself
 * @error: why the numbers could not be read
 *
 * Returns: (transfer full) (nullable): the number that comes next: the kind's letter and seven
 *   digits
 */
char *
loket_number_table_dup_next (LoketDatabase    *database,
                             const LoketKind  *kind,
                             GError          **error)
{
  const char *column = get_number_column (kind);
  g_autofree char *first = g_strconcat (kind->prefix, "0000000", NULL);
  g_autofree char *last = g_strconcat (kind->prefix, "9999999", NULL);
  g_autofree char *sql = NULL;
  LoketStatement *statement;
  LoketStep step;
  gint64 number = 0;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s BETWEEN $1 AND $2 AND length(%s) = 8 "
                         "ORDER BY %s DESC",
                         column, kind->name, column, column, column);
  statement = loket_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, first);
  loket_statement_bind_text (statement, 2, last);

  /* An office's own number, as K12-0042, may lie between two of ours. */
  do
    step = loket_statement_step (statement, error);
  while (step == LOKET_STEP_ROW && !is_own_number (loket_statement_get_text (statement, 0)));

  if (step == LOKET_STEP_ERROR)
    return NULL;
  if (step == LOKET_STEP_ROW)
    number = g_ascii_strtoll (loket_statement_get_text (statement, 0) + 1, NULL, 10);
  loket_statement_reset (statement);

  return choose_unused (database, kind, number + 1, error);
}

/**
 * loket_number_table_dup_after:
 * @database: a connection
 * @kind: a kind whose numbers Loketten gives out itself
 * @number: a number that Loketten gave out
 * @error: why the numbers could not be read
 *
 * Returns: (transfer full) (nullable): the number that follows on @number, when many are given out
 */
char *
loket_number_table_dup_after (LoketDatabase    *database,
                              const LoketKind  *kind,
                              const char       *number,
                              GError          **error)
{
  return choose_unused (database, kind, g_ascii_strtoll (number + 1, NULL, 10) + 1, error);
}
