/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names numbered from 1 in the order in which they came; 0 is no name. */

#include "loket-names.h"

/**
 * loket_names_new:
 *
 * Returns: (transfer full): names of which there are none yet
 */
LoketNames *
loket_names_new (void)
{
  LoketNames *names = g_new0 (LoketNames, 1);

  names->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  names->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names->texts, g_strdup (""));
  return names;
}

void
loket_names_free (LoketNames *names)
{
  g_clear_pointer (&names->numbers, g_hash_table_unref);
  g_clear_pointer (&names->texts, g_ptr_array_unref);
  g_free (names);
}

/**
 * loket_names_intern:
 * @text: (nullable): NULL and the empty text are no name
 *
 * Returns: the number of @text, given to it now when it is new; -1 when there are too many names
 */
int
loket_names_intern (LoketNames *names,
                    const char *text)
{
  char *copy = NULL;
  int found = 0;

  if (text == NULL)
    text = "";
  if (g_str_equal (loket_names_get (names, names->last), text))
    return (int) names->last;
  found = loket_names_find (names, text);
  if (found < 0)
    {
      if (names->texts->len > LOKET_NAMES_MAX)
        return -1;
      found = (int) names->texts->len;
      copy = g_strdup (text);
      g_ptr_array_add (names->texts, copy);
      g_hash_table_insert (names->numbers, copy, GINT_TO_POINTER (found));
    }
  names->last = (guint) found;
  return found;
}

/**
 * loket_names_find:
 *
 * Returns: the number of @text, 0 for the empty text, -1 for one that never came
 */
int
loket_names_find (const LoketNames *names,
                  const char       *text)
{
  gpointer number = NULL;

  if (*text == '\0')
    return 0;
  number = g_hash_table_lookup (names->numbers, text);
  return number != NULL ? GPOINTER_TO_INT (number) : -1;
}

/**
 * loket_names_get:
 * @number: below loket_names_get_size ()
 *
 * Returns: (transfer none): the name; "" for 0
 */
const char *
loket_names_get (const LoketNames *names,
                 guint             number)
{
  return g_ptr_array_index (names->texts, number);
}

/**
 * loket_names_get_size:
 *
 * Returns: how many numbers there are, 0 included
 */
guint
loket_names_get_size (const LoketNames *names)
{
  return names->texts->len;
}

static int
compare_texts (gconstpointer one,
               gconstpointer other,
               gpointer      user_data)
{
  const LoketNames *names = user_data;

  return g_strcmp0 (loket_names_get (names, *(const guint *) one),
                    loket_names_get (names, *(const guint *) other));
}

/**
 * loket_names_sort:
 *
 * Returns: (transfer full) (element-type guint): the numbers from 1 by name, the same in any locale
 */
GArray *
loket_names_sort (const LoketNames *names)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < names->texts->len; i++)
    g_array_append_val (sorted, i);
  g_array_sort_with_data (sorted, compare_texts, (gpointer) names);
  return sorted;
}
