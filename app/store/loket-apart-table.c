/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps codes and open answers in rows of their own, so that they can be asked for. */

#include "loket-apart-table.h"

#include "loket-response.h"

static gboolean
insert_code (LoketDatabase  *database,
             const char     *table,
             const char     *id,
             int             position,
             const char     *code,
             GError        **error)
{
  g_autofree char *sql = NULL;
  LoketStatement *statement;

  sql = g_strdup_printf ("INSERT INTO %s (owner_id, position, code) VALUES ($1, $2, $3)", table);
  statement = loket_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, id);
  loket_statement_bind_integer (statement, 2, position);
  loket_statement_bind_text (statement, 3, code);

  return loket_statement_run (statement, error);
}

static gboolean
put_codes (LoketDatabase  *database,
           const char     *table,
           const char     *id,
           const char     *value,
           GError        **error)
{
  g_auto (GStrv) codes = g_strsplit (value, ";", -1);

  for (int i = 0; codes[i] != NULL; i++)
    {
      if (!insert_code (database, table, id, i + 1, codes[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_open_answers (LoketDatabase  *database,
                  const char     *table,
                  const char     *id,
                  const char     *value,
                  GError        **error)
{
  g_autofree char *sql = NULL;
  char *item, *text;

  sql = g_strdup_printf ("INSERT INTO %s (owner_id, item, text) VALUES ($1, $2, $3)", table);

  while (loket_response_next_open (&value, &item, &text))
    {
      g_autofree char *own_item = item;
      g_autofree char *own_text = text;
      LoketStatement *statement = loket_database_prepare (database, sql, error);

      if (statement == NULL)
        return FALSE;

      loket_statement_bind_text (statement, 1, id);
      loket_statement_bind_text (statement, 2, own_item);
      loket_statement_bind_text (statement, 3, own_text);
      if (!loket_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_apart_table_put:
 * @draft: a draft
 * @id: the id of its record
 * @replace: whether the record may have values already
 *
 * Returns: whether the values of all fields that are kept apart were stored
 */
gboolean
loket_apart_table_put (LoketDatabase     *database,
                       const LoketDraft  *draft,
                       const char        *id,
                       gboolean           replace,
                       GError           **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);

  if (replace && !loket_apart_table_remove (database, kind, id, error))
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const LoketField *field = &kind->fields[i];
      const char *value = loket_draft_get_value (draft, i);
      gboolean stored = TRUE;

      if (!loket_field_is_stored_apart (field) || value == NULL)
        continue;

      if (field->type == LOKET_FIELD_CODES)
        stored = put_codes (database, field->table, id, value, error);
      else
        stored = put_open_answers (database, field->table, id, value, error);
      if (!stored)
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_apart_table_remove:
 *
 * Returns: whether the values that are kept apart for the record @id are gone
 */
gboolean
loket_apart_table_remove (LoketDatabase    *database,
                          const LoketKind  *kind,
                          const char       *id,
                          GError          **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *sql = NULL;
      LoketStatement *statement;

      if (!loket_field_is_stored_apart (&kind->fields[i]))
        continue;

      sql = g_strdup_printf ("DELETE FROM %s WHERE owner_id = $1", kind->fields[i].table);
      statement = loket_database_prepare (database, sql, error);
      if (statement == NULL)
        return FALSE;
      loket_statement_bind_text (statement, 1, id);
      if (!loket_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static char *
load_codes (LoketDatabase  *database,
            const char     *table,
            const char     *id,
            GError        **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autofree char *sql = NULL;
  LoketStatement *statement;
  LoketStep step;

  sql = g_strdup_printf ("SELECT code FROM %s WHERE owner_id = $1 ORDER BY position", table);
  statement = loket_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, id);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? ";" : "",
                            loket_statement_get_text (statement, 0));

  return step == LOKET_STEP_DONE ? g_string_free (g_steal_pointer (&codes), FALSE) : NULL;
}

static char *
load_open_answers (LoketDatabase  *database,
                   const char     *table,
                   const char     *id,
                   GError        **error)
{
  g_autoptr (GString) packed = g_string_new (NULL);
  g_autofree char *sql = NULL;
  LoketStatement *statement;
  LoketStep step;

  sql = g_strdup_printf ("SELECT item, text FROM %s WHERE owner_id = $1 ORDER BY item", table);
  statement = loket_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, id);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    loket_response_append_open (packed, loket_statement_get_text (statement, 0),
                                loket_statement_get_text (statement, 1));

  return step == LOKET_STEP_DONE ? g_string_free (g_steal_pointer (&packed), FALSE) : NULL;
}

/**
 * loket_apart_table_load:
 * @values: (out) (transfer full): the value of each field that is kept apart, in order; "" for
 *   none
 *
 * Returns: whether the values of the record @id could be read
 */
gboolean
loket_apart_table_load (LoketDatabase    *database,
                        const LoketKind  *kind,
                        const char       *id,
                        GStrv            *values,
                        GError          **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const LoketField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!loket_field_is_stored_apart (field))
        continue;

      if (field->type == LOKET_FIELD_CODES)
        value = load_codes (database, field->table, id, error);
      else
        value = load_open_answers (database, field->table, id, error);
      if (value == NULL)
        return FALSE;
      g_strv_builder_add (builder, value);
    }

  *values = g_strv_builder_end (builder);

  return TRUE;
}
