/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads lists of words from data/demo/, and remembers them: a million clients ask for the same. */

#include "loket-demo-words.h"

#include <gio/gio.h>

#define FOLDER "/org/loketten/Loketten/demo/"

typedef struct
{
  char **words;    /* (owned) (nullable) */
  guint n_words;
  guint *weights;  /* (owned) (nullable): of a list of numbers, each with those before it */
} List;

struct _LoketDemoWords
{
  GKeyFile *file;
  GHashTable *lists; /* "group/key" -> List */
};

static void
free_list (List *list)
{
  g_strfreev (list->words);
  g_free (list->weights);
  g_free (list);
}

/**
 * loket_demo_words_load:
 * @name: the name of a file in data/demo/
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its words
 */
LoketDemoWords *
loket_demo_words_load (const char  *name,
                       GError     **error)
{
  g_autoptr (LoketDemoWords) self = g_new0 (LoketDemoWords, 1);
  g_autofree char *path = g_strconcat (FOLDER, name, ".ini", NULL);
  g_autoptr (GBytes) bytes = NULL;

  self->file = g_key_file_new ();
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) free_list);

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL
      || !g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
loket_demo_words_free (LoketDemoWords *self)
{
  g_key_file_unref (self->file);
  g_hash_table_unref (self->lists);
  g_free (self);
}

/* (transfer full): the groups of the file, in their order. */
char **
loket_demo_words_dup_groups (LoketDemoWords *self)
{
  return g_key_file_get_groups (self->file, NULL);
}

/* (transfer full) (nullable): what stands behind a key, whole. */
char *
loket_demo_words_dup_line (LoketDemoWords *self,
                           const char     *group,
                           const char     *key)
{
  return g_key_file_get_string (self->file, group, key, NULL);
}

static List *
look_up (LoketDemoWords *self,
         const char     *group,
         const char     *key)
{
  char name[128];
  List *list;
  gsize length = 0;

  g_snprintf (name, sizeof name, "%s/%s", group, key);
  list = g_hash_table_lookup (self->lists, name);
  if (list != NULL)
    return list;

  list = g_new0 (List, 1);
  list->words = g_key_file_get_string_list (self->file, group, key, &length, NULL);
  list->n_words = (guint) length;
  g_hash_table_insert (self->lists, g_strdup (name), list);

  return list;
}

/**
 * loket_demo_words_get:
 * @n_words: (out) (optional): how many there are
 *
 * Returns: (transfer none) (nullable): the words of a list; NULL when the file has no such list
 */
const char *const *
loket_demo_words_get (LoketDemoWords *self,
                      const char     *group,
                      const char     *key,
                      guint          *n_words)
{
  List *list = look_up (self, group, key);

  if (n_words != NULL)
    *n_words = list->n_words;

  return (const char *const *) list->words;
}

/* The first word of a list; NULL when there is none. */
const char *
loket_demo_words_get_first (LoketDemoWords *self,
                            const char     *group,
                            const char     *key)
{
  List *list = look_up (self, group, key);

  return list->n_words > 0 ? list->words[0] : NULL;
}

/**
 * loket_demo_words_pick:
 *
 * Returns: (transfer none): one of the words of a list, each as likely as the others
 */
const char *
loket_demo_words_pick (LoketDemoWords *self,
                       GRand          *random,
                       const char     *group,
                       const char     *key)
{
  List *list = look_up (self, group, key);

  g_return_val_if_fail (list->n_words > 0, "");

  return list->words[g_rand_int_range (random, 0, (gint32) list->n_words)];
}

/**
 * loket_demo_words_pick_front:
 *
 * Returns: (transfer none): one of the words of a list, those in front more often, as names go
 */
const char *
loket_demo_words_pick_front (LoketDemoWords *self,
                             GRand          *random,
                             const char     *group,
                             const char     *key)
{
  List *list = look_up (self, group, key);
  double chance = g_rand_double (random);

  g_return_val_if_fail (list->n_words > 0, "");

  return list->words[(guint) (chance * chance * list->n_words)];
}

static void
add_weights (List *list)
{
  guint sum = 0;

  list->weights = g_new0 (guint, list->n_words);
  for (guint i = 0; i < list->n_words; i++)
    {
      sum += (guint) g_ascii_strtoull (list->words[i], NULL, 10);
      list->weights[i] = sum;
    }
}

/**
 * loket_demo_words_draw:
 * @key: a list of numbers
 *
 * Returns: the place of one of the numbers, each as likely as it is large
 */
guint
loket_demo_words_draw (LoketDemoWords *self,
                       GRand          *random,
                       const char     *group,
                       const char     *key)
{
  List *list = look_up (self, group, key);
  guint place = 0;
  guint lot;

  g_return_val_if_fail (list->n_words > 0, 0);

  if (list->weights == NULL)
    add_weights (list);

  lot = (guint) g_rand_int_range (random, 0, (gint32) list->weights[list->n_words - 1]);
  while (list->weights[place] <= lot)
    place++;

  return place;
}
