/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Goes through all clients and their notes. */

#include "loket-note-upkeep.h"

#include "loket-client.h"
#include "loket-note-client-table.h"
#include "loket-note-table.h"
#include "loket-note-word-table.h"
#include "loket-record-table.h"
#include "loket-text.h"

static gboolean
fill_client (LoketRecord  *client,
             gpointer      user_data,
             GError      **error)
{
  LoketDatabase *database = user_data;
  const char *id = loket_record_get_id (client);
  g_autoptr (GPtrArray) notes = NULL;
  guint32 number = 0;

  /* A sort name is folded. */
  if (!loket_note_client_table_give_number (database, id, &number, error)
      || !loket_note_word_table_add (database, number,
                                     loket_record_get_text (client, LOKET_CLIENT_SORT_NAME), error)
      || !loket_note_table_load (database, id, &notes, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const LoketNote *note = g_ptr_array_index (notes, i);
      g_autofree char *words = loket_text_fold (note->text);

      if (!loket_note_word_table_add (database, note->place, words, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_note_upkeep_fill:
 * @database: a store whose notes cannot be found yet, inside a transaction
 *
 * Returns: whether they can be found
 */
gboolean
loket_note_upkeep_fill (LoketDatabase  *database,
                        GError        **error)
{
  LoketRecordTable *clients = loket_record_table_get (database, &loket_client_kind);
  gboolean is_filled;

  loket_note_word_table_begin_batch (database);
  is_filled = loket_record_table_for_each (clients, fill_client, database, error)
              && loket_note_word_table_store_batch (database, error);
  loket_note_word_table_end_batch (database);

  return is_filled;
}

/* What the entries of each client come to, less what they should come to: 0 when they are the
 * same, but for one chance in 2^64. */
typedef struct
{
  LoketDatabase *database;
  GHashTable *sums;  /* number of a client -> guint64 (owned) */
  GPtrArray *wrong;
} Comparison;

/* FNV-1a, stirred with the place. */
static guint64
weigh (const char *word,
       gint64      place)
{
  guint64 weight = G_GUINT64_CONSTANT (14695981039346656037) ^ (guint64) place;

  for (; *word != '\0'; word++)
    weight = (weight ^ (guchar) *word) * G_GUINT64_CONSTANT (1099511628211);
  weight = (weight ^ (weight >> 32)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return weight ^ (weight >> 29);
}

static guint64 *
get_sum (Comparison *comparison,
         guint32     number)
{
  guint64 *sum = g_hash_table_lookup (comparison->sums, GUINT_TO_POINTER (number));

  if (sum == NULL)
    {
      sum = g_new0 (guint64, 1);
      g_hash_table_insert (comparison->sums, GUINT_TO_POINTER (number), sum);
    }

  return sum;
}

static void
count_entry (const char *word,
             gint64      place,
             gpointer    user_data)
{
  *get_sum (user_data, loket_note_table_get_number (place)) += weigh (word, place);
}

/* Every word once, however often and in however many notes it stands at the place. */
static guint64
weigh_words (const char *text,
             gint64      place)
{
  g_autofree char *folded = loket_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && g_hash_table_add (seen, words[i]))
        sum += weigh (words[i], place);
    }

  return sum;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LoketNote *one = *(const LoketNote *const *) a;
  const LoketNote *other = *(const LoketNote *const *) b;

  return (one->place > other->place) - (one->place < other->place);
}

static guint64
weigh_notes (GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 sum = 0;

  g_ptr_array_sort (notes, compare_places);
  for (guint i = 0; i < notes->len; i++)
    {
      const LoketNote *note = g_ptr_array_index (notes, i);
      const LoketNote *next = i + 1 < notes->len ? g_ptr_array_index (notes, i + 1) : NULL;

      g_string_append_printf (text, "%s ", note->text);
      if (next != NULL && next->place == note->place)
        continue;
      sum += weigh_words (text->str, note->place);
      g_string_truncate (text, 0);
    }

  return sum;
}

static gboolean
compare_client (LoketRecord  *client,
                gpointer      user_data,
                GError      **error)
{
  Comparison *comparison = user_data;
  const char *id = loket_record_get_id (client);
  g_autoptr (GPtrArray) notes = NULL;
  guint32 number = 0;
  guint64 expected;

  if (!loket_note_client_table_find_number (comparison->database, id, &number, error)
      || !loket_note_table_load (comparison->database, id, &notes, error))
    return FALSE;

  expected = weigh_words (loket_record_get_text (client, LOKET_CLIENT_SORT_NAME), number)
             + weigh_notes (notes);
  if (number == 0 || *get_sum (comparison, number) != expected)
    g_ptr_array_add (comparison->wrong,
                     g_strdup (loket_record_get_text (client, LOKET_CLIENT_CLIENT_NO)));
  g_hash_table_remove (comparison->sums, GUINT_TO_POINTER (number));

  return TRUE;
}

/**
 * loket_note_upkeep_check:
 * @n_strays: (out): words of how many clients are found who are not there
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the numbers of clients who are not found
 *   by just the words of their name and their notes
 */
GPtrArray *
loket_note_upkeep_check (LoketDatabase  *database,
                         guint          *n_strays,
                         GError        **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  LoketRecordTable *clients = loket_record_table_get (database, &loket_client_kind);
  Comparison comparison = { database, sums, wrong };

  if (!loket_note_word_table_for_each (database, count_entry, &comparison, error)
      || !loket_record_table_for_each (clients, compare_client, &comparison, error))
    return NULL;

  *n_strays = g_hash_table_size (sums);

  return g_steal_pointer (&wrong);
}
