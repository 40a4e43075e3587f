/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures that may not leave the program, because of what left it before. */

#include "loket-withheld.h"

/**
 * loket_withheld_new:
 *
 * Returns: (transfer full): a set of no figures, to be filled and then only read
 */
GHashTable *
loket_withheld_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
create_key (const char *question,
            const char *by,
            const char *value)
{
  return g_strjoin ("\t", question, by, value, NULL);
}

/**
 * loket_withheld_add:
 * @question: the id of a question
 * @by: the id of a grouping, %LOKET_WITHHELD_TOTAL for the question in all and everything beneath
 *   it, %LOKET_WITHHELD_AGAINST for the period that it is compared with, %LOKET_WITHHELD_PAIRS or
 *   %LOKET_WITHHELD_MEANS
 * @value: the value of a group, or a pair of waves; else empty
 */
void
loket_withheld_add (GHashTable *withheld,
                    const char *question,
                    const char *by,
                    const char *value)
{
  g_hash_table_add (withheld, create_key (question, by, value));
}

/**
 * loket_withheld_has:
 * @withheld: (nullable): NULL withholds nothing
 *
 * Returns: whether the figure may not be shown
 */
gboolean
loket_withheld_has (GHashTable *withheld,
                    const char *question,
                    const char *by,
                    const char *value)
{
  g_autofree char *key = NULL;

  if (withheld == NULL || g_hash_table_size (withheld) == 0)
    return FALSE;
  key = create_key (question, by, value);
  return g_hash_table_contains (withheld, key);
}

/**
 * loket_withheld_dup_pair:
 * @from: index of a wave
 * @to: index of a later one
 *
 * Returns: (transfer full): the value by which their pairs are withheld
 */
char *
loket_withheld_dup_pair (guint from,
                         guint to)
{
  return g_strdup_printf ("%u-%u", from, to);
}
