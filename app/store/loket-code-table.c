/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills the lists of a new store and reads those of an office. */

#include "loket-code-table.h"

#define LISTS "/org/loketten/Loketten/lists/codes.ini"

/**
 * loket_code_table_count:
 *
 * Returns: how many codes there are in all lists; -1 with @error set when that cannot be read
 */
int
loket_code_table_count (LoketDatabase  *database,
                        GError        **error)
{
  LoketStatement *statement;
  int count = -1;

  statement = loket_database_prepare (database, "SELECT count(*) FROM code", error);
  if (statement == NULL || loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return -1;

  count = (int) loket_statement_get_integer (statement, 0);

  return loket_statement_run (statement, error) ? count : -1;
}

static gboolean
fill_list (LoketDatabase  *database,
           GKeyFile       *lists,
           const char     *list,
           GError        **error)
{
  g_auto (GStrv) codes = g_key_file_get_keys (lists, list, NULL, NULL);
  int position = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *english = NULL;
      g_autofree char *dutch = NULL;
      LoketStatement *statement;

      if (g_str_has_suffix (codes[i], "]"))
        continue;

      english = g_key_file_get_string (lists, list, codes[i], NULL);
      dutch = g_key_file_get_locale_string (lists, list, codes[i], "nl", NULL);
      statement = loket_database_prepare (database,
                                          "INSERT INTO code (list, code, position, label_en, "
                                          "label_nl, retired) VALUES ($1, $2, $3, $4, $5, 0)",
                                          error);
      if (statement == NULL)
        return FALSE;

      loket_statement_bind_text (statement, 1, list);
      loket_statement_bind_text (statement, 2, codes[i]);
      loket_statement_bind_integer (statement, 3, ++position);
      loket_statement_bind_text (statement, 4, english);
      loket_statement_bind_text (statement, 5, dutch);
      if (!loket_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_code_table_fill:
 * @database: a new store, inside a transaction
 *
 * Returns: whether the lists with which an office begins were stored
 */
gboolean
loket_code_table_fill (LoketDatabase  *database,
                       GError        **error)
{
  g_autoptr (GKeyFile) lists = g_key_file_new ();
  g_autoptr (GBytes) data = NULL;
  g_auto (GStrv) names = NULL;

  data = g_resources_lookup_data (LISTS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (data == NULL
      || !g_key_file_load_from_bytes (lists, data, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return FALSE;

  names = g_key_file_get_groups (lists, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!fill_list (database, lists, names[i], error))
        return FALSE;
    }

  return TRUE;
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
