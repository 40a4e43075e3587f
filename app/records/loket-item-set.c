/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Adds items to a set and takes them out, in the order in which they came. */

#include "loket-item-set.h"

static GStrv
split (const char *set)
{
  return g_strsplit (set != NULL ? set : "", ";", -1);
}

/**
 * loket_item_set_has:
 * @set: (nullable): items joined by ';'
 * @item: an item
 *
 * Returns: whether @item is one of them
 */
gboolean
loket_item_set_has (const char *set,
                    const char *item)
{
  g_auto (GStrv) items = split (set);

  return g_strv_contains ((const char *const *) items, item);
}

/* The items of @set that @others has, or has not, as @wanted says; then those of @more. */
static char *
join (const char *set,
      const char *others,
      gboolean    wanted,
      const char *more)
{
  g_auto (GStrv) items = split (set);
  g_auto (GStrv) added = split (more);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; items[i] != NULL; i++)
    {
      if (*items[i] != '\0' && loket_item_set_has (others, items[i]) == wanted)
        g_ptr_array_add (kept, items[i]);
    }
  for (guint i = 0; added[i] != NULL; i++)
    {
      if (*added[i] != '\0'
          && !g_ptr_array_find_with_equal_func (kept, added[i], g_str_equal, NULL))
        g_ptr_array_add (kept, added[i]);
    }
  g_ptr_array_add (kept, NULL);

  return kept->len > 1 ? g_strjoinv (";", (char **) kept->pdata) : NULL;
}

/**
 * loket_item_set_add:
 * @set: (nullable): items joined by ';'
 * @items: (nullable): items joined by ';'
 *
 * Returns: (transfer full) (nullable): the items of both, each once; NULL when there are none
 */
char *
loket_item_set_add (const char *set,
                    const char *items)
{
  return join (set, NULL, FALSE, items);
}

/**
 * loket_item_set_take:
 * @set: (nullable): items joined by ';'
 * @items: (nullable): items joined by ';'
 *
 * Returns: (transfer full) (nullable): @set without @items; NULL when nothing is left
 */
char *
loket_item_set_take (const char *set,
                     const char *items)
{
  return join (set, items, FALSE, NULL);
}

/**
 * loket_item_set_put:
 * @set: (nullable): items joined by ';'
 * @item: an item
 * @is_in: whether it is to be one of them
 *
 * Returns: (transfer full) (nullable): @set with @item, or without it; NULL when nothing is left
 */
char *
loket_item_set_put (const char *set,
                    const char *item,
                    gboolean    is_in)
{
  return is_in ? loket_item_set_add (set, item) : loket_item_set_take (set, item);
}

/**
 * loket_item_set_take_back:
 * @now: (nullable): what the field says
 * @before: (nullable): what it said before an act
 * @after: (nullable): what the act made it say
 *
 * Undoes what an act did to a set, also when others have added to it or taken from it since.
 *
 * Returns: (transfer full) (nullable): @before when nobody did, else @now without what the act
 *   added and with what it took out
 */
char *
loket_item_set_take_back (const char *now,
                          const char *before,
                          const char *after)
{
  g_autofree char *added = loket_item_set_take (after, before);
  g_autofree char *taken = loket_item_set_take (before, after);

  if (g_strcmp0 (now, after) == 0)
    return g_strdup (before);

  return join (now, added, FALSE, taken);
}
