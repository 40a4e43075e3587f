/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills the lists of a new store and reads those of an office. */

#include "loket-code-table.h"

#define LISTS "/org/loketten/Loketten/lists/codes.ini"

/* Is given a code with which an office begins, and its place in its list. */
typedef gboolean (*CodeFunc) (gpointer     user_data,
                              GKeyFile    *lists,
                              const char  *list,
                              const char  *code,
                              int          position,
                              GError     **error);

static gboolean
for_each_code (CodeFunc   func,
               gpointer   user_data,
               GError   **error)
{
  g_autoptr (GKeyFile) lists = g_key_file_new ();
  g_autoptr (GBytes) data = g_resources_lookup_data (LISTS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_auto (GStrv) names = NULL;

  if (data == NULL
      || !g_key_file_load_from_bytes (lists, data, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return FALSE;

  names = g_key_file_get_groups (lists, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (lists, names[i], NULL, NULL);
      int position = 0;

      for (guint k = 0; keys[k] != NULL; k++)
        {
          if (!g_str_has_suffix (keys[k], "]")
              && !func (user_data, lists, names[i], keys[k], ++position, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Stops at the first code that is missing, without an error. */
static gboolean
has_code (gpointer     user_data,
          GKeyFile    *lists,
          const char  *list,
          const char  *code,
          int          position,
          GError     **error)
{
  return loket_codes_has (user_data, list, code);
}

/**
 * loket_code_table_is_complete:
 * @is_complete: (out): whether every code with which an office begins is there, retired or not
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_code_table_is_complete (LoketDatabase  *database,
                              gboolean       *is_complete,
                              GError        **error)
{
  g_autoptr (LoketCodes) codes = loket_code_table_load (database, FALSE, error);
  g_autoptr (GError) failure = NULL;

  if (codes == NULL)
    return FALSE;

  *is_complete = for_each_code (has_code, codes, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
insert_code (gpointer     user_data,
             GKeyFile    *lists,
             const char  *list,
             const char  *code,
             int          position,
             GError     **error)
{
  g_autofree char *english = g_key_file_get_string (lists, list, code, NULL);
  g_autofree char *dutch = g_key_file_get_locale_string (lists, list, code, "nl", NULL);
  LoketStatement *statement;

  statement = loket_database_prepare (user_data,
                                      "INSERT INTO code (list, code, position, label_en, "
                                      "label_nl, retired) VALUES ($1, $2, $3, $4, $5, 0) "
                                      "ON CONFLICT DO NOTHING",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, list);
  loket_statement_bind_text (statement, 2, code);
  loket_statement_bind_integer (statement, 3, position);
  loket_statement_bind_text (statement, 4, english);
  loket_statement_bind_text (statement, 5, dutch);

  return loket_statement_run (statement, error);
}

/**
 * loket_code_table_fill:
 * @database: a store, inside a transaction
 *
 * Adds the codes with which an office begins and that are not there: all of them to a new store,
 * those of a newer version of the program to an older one. What an office changed stays.
 *
 * Returns: whether all are there
 */
gboolean
loket_code_table_fill (LoketDatabase  *database,
                       GError        **error)
{
  return for_each_code (insert_code, database, error);
}

/**
 * loket_code_table_load:
 * @in_dutch: whether labels are Dutch, else English
 *
 * Returns: (transfer full) (nullable): all lists of the office
 */
LoketCodes *
loket_code_table_load (LoketDatabase  *database,
                       gboolean        in_dutch,
                       GError        **error)
{
  g_autoptr (LoketCodes) codes = loket_codes_new ();
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database,
                                      "SELECT list, code, label_en, label_nl, retired FROM code "
                                      "ORDER BY list, position",
                                      error);
  if (statement == NULL)
    return NULL;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    loket_codes_add (codes, loket_statement_get_text (statement, 0),
                     loket_statement_get_text (statement, 1),
                     loket_statement_get_text (statement, in_dutch ? 3 : 2),
                     loket_statement_get_integer (statement, 4) == 1);

  return step == LOKET_STEP_DONE ? g_steal_pointer (&codes) : NULL;
}
