/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes and reads forms, each as a row and a row per text. */

#include "loket-form-table.h"

/* Runs a statement with one parameter, or with two. */
static gboolean
run (LoketDatabase  *database,
     const char     *sql,
     const char     *first,
     const char     *second,
     GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, first);
  if (second != NULL)
    loket_statement_bind_text (statement, 2, second);

  return loket_statement_run (statement, error);
}

static gboolean
insert_value (LoketDatabase    *database,
              const LoketForm  *form,
              const char       *name,
              GError          **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO form_value (form_id, name, value) "
                                      "VALUES ($1, $2, $3)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, loket_form_get_id (form));
  loket_statement_bind_text (statement, 2, name);
  loket_statement_bind_text (statement, 3, loket_form_get_value (form, name));

  return loket_statement_run (statement, error);
}

/**
 * loket_form_table_put:
 * @stamp: the time, UTC
 *
 * Stores a form as it is now, in place of what was known of it. One that was discarded is open
 * again.
 *
 * Returns: whether it was stored
 */
gboolean
loket_form_table_put (LoketDatabase    *database,
                      const LoketForm  *form,
                      const char       *stamp,
                      GError          **error)
{
  g_autoptr (GPtrArray) names = loket_form_get_names (form);
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO form (id, kind, kept_at, discarded_at) "
                                      "VALUES ($1, $2, $3, NULL) ON CONFLICT (id) DO UPDATE "
                                      "SET kept_at = excluded.kept_at, discarded_at = NULL",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, loket_form_get_id (form));
  loket_statement_bind_text (statement, 2, loket_form_get_kind (form));
  loket_statement_bind_text (statement, 3, stamp);
  if (!loket_statement_run (statement, error)
      || !run (database, "DELETE FROM form_value WHERE form_id = $1", loket_form_get_id (form),
               NULL, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      if (!insert_value (database, form, names->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_form_table_load:
 *
 * Returns: (transfer full) (nullable) (element-type LoketForm): the forms that are open, oldest
 *   first
 */
GPtrArray *
loket_form_table_load (LoketDatabase  *database,
                       GError        **error)
{
  g_autoptr (GPtrArray) forms = NULL;
  LoketForm *form = NULL;
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database,
                                      "SELECT id, kind, kept_at, name, value FROM form "
                                      "LEFT JOIN form_value ON form_id = id "
                                      "WHERE discarded_at IS NULL ORDER BY id, name",
                                      error);
  if (statement == NULL)
    return NULL;

  forms = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_form_free);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const char *id = loket_statement_get_text (statement, 0);
      const char *name = loket_statement_get_text (statement, 3);

      if (form == NULL || !g_str_equal (loket_form_get_id (form), id))
        {
          form = loket_form_new (id, loket_statement_get_text (statement, 1));
          loket_form_set_kept_at (form, loket_statement_get_text (statement, 2));
          g_ptr_array_add (forms, form);
        }
      if (name != NULL)
        loket_form_set_value (form, name, loket_statement_get_text (statement, 4));
    }

  return step == LOKET_STEP_DONE ? g_steal_pointer (&forms) : NULL;
}

/**
 * loket_form_table_discard:
 * @stamp: the time, UTC
 *
 * Puts a form away; it comes back when it is put once more.
 *
 * Returns: whether that was stored
 */
gboolean
loket_form_table_discard (LoketDatabase  *database,
                          const char     *id,
                          const char     *stamp,
                          GError        **error)
{
  return run (database, "UPDATE form SET discarded_at = $1 WHERE id = $2", stamp, id, error);
}

/**
 * loket_form_table_remove:
 *
 * Removes a form for good: what was typed is saved.
 *
 * Returns: whether it is gone
 */
gboolean
loket_form_table_remove (LoketDatabase  *database,
                         const char     *id,
                         GError        **error)
{
  return run (database, "DELETE FROM form_value WHERE form_id = $1", id, NULL, error)
         && run (database, "DELETE FROM form WHERE id = $1", id, NULL, error);
}

/**
 * loket_form_table_remove_old:
 * @before: a UTC stamp
 *
 * Removes for good what was discarded before @before.
 *
 * Returns: whether it is gone
 */
gboolean
loket_form_table_remove_old (LoketDatabase  *database,
                             const char     *before,
                             GError        **error)
{
  return run (database,
              "DELETE FROM form_value WHERE form_id IN "
              "(SELECT id FROM form WHERE discarded_at < $1)",
              before, NULL, error)
         && run (database, "DELETE FROM form WHERE discarded_at < $1", before, NULL, error);
}
