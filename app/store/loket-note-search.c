/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * First the clients with a note that has all the words, then those whose notes and name have them
 * together; always the newest note first. */

#include "loket-note-search.h"

#include "loket-excerpt.h"
#include "loket-note-client-table.h"
#include "loket-note-table.h"
#include "loket-note-word-table.h"

#include <string.h>

/* Of each word, so many of the newest notes and so many names are put together with those of the
 * others: all of them but in the very largest offices. */
#define MOST_TOGETHER 10000

typedef struct
{
  LoketDatabase *database;
  GPtrArray *ids;       /* borrowed: what was found, best first */
  GHashTable *seen;     /* borrowed from ids */
  GHashTable *numbers;  /* of clients that were looked up */
  guint most;           /* of ids */
} Search;

/* A client of whom some of the words were found. */
typedef struct
{
  guint32 number;
  guint n_words;        /* the first words, all of them found */
  gint64 newest;        /* the last place of a note with one of them, or 0 */
} Candidate;

static gboolean
add_client (Search   *search,
            guint32   number,
            GError  **error)
{
  g_autofree char *id = NULL;

  if (!g_hash_table_add (search->numbers, GUINT_TO_POINTER (number)))
    return TRUE;
  if (!loket_note_client_table_find (search->database, number, &id, error))
    return FALSE;
  if (id == NULL || g_hash_table_contains (search->seen, id))
    return TRUE;

  g_hash_table_add (search->seen, id);
  g_ptr_array_add (search->ids, g_steal_pointer (&id));

  return TRUE;
}

/* Clients with a note that has all the words. */
static gboolean
search_notes (Search      *search,
              const char  *pattern,
              GError     **error)
{
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  statement = loket_note_word_table_search (search->database, pattern, LOKET_NOTE_FIRST_PLACE,
                                            G_MAXINT64, error);
  if (statement == NULL)
    return FALSE;

  while (search->ids->len < search->most
         && (step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      gint64 place = loket_statement_get_integer (statement, 0);

      if (!add_client (search, loket_note_table_get_number (place), error))
        {
          step = LOKET_STEP_ERROR;
          break;
        }
    }
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/* The first word makes candidates, the others only keep them. */
static void
take_place (GHashTable *candidates,
            guint       word,
            gint64      place)
{
  guint32 number = loket_note_table_get_number (place);
  Candidate *candidate = g_hash_table_lookup (candidates, GUINT_TO_POINTER (number));

  if (candidate == NULL && word == 0)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->number = number;
      g_hash_table_insert (candidates, GUINT_TO_POINTER (number), candidate);
    }
  if (candidate == NULL || candidate->n_words < word)
    return;

  candidate->n_words = word + 1;
  if (place >= LOKET_NOTE_FIRST_PLACE)
    candidate->newest = MAX (candidate->newest, place);
}

static gboolean
gather (Search      *search,
        GHashTable  *candidates,
        guint        word,
        const char  *pattern,
        gint64       first,
        gint64       last,
        GError     **error)
{
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  statement = loket_note_word_table_search (search->database, pattern, first, last, error);
  if (statement == NULL)
    return FALSE;

  for (guint n = 0; n < MOST_TOGETHER
                    && (step = loket_statement_step (statement, error)) == LOKET_STEP_ROW; n++)
    take_place (candidates, word, loket_statement_get_integer (statement, 0));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  return (one->newest < other->newest) - (one->newest > other->newest);
}

static gboolean
add_candidates (Search      *search,
                GHashTable  *candidates,
                guint        n_words,
                GError     **error)
{
  g_autoptr (GPtrArray) complete = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Candidate *candidate = value;

      if (candidate->n_words == n_words && candidate->newest > 0)
        g_ptr_array_add (complete, value);
    }

  g_ptr_array_sort (complete, compare_newest);
  for (guint i = 0; i < complete->len && search->ids->len < search->most; i++)
    {
      if (!add_client (search, ((Candidate *) complete->pdata[i])->number, error))
        return FALSE;
    }

  return TRUE;
}

/* Clients of whom each word stands in a note or in the name. */
static gboolean
search_together (Search     *search,
                 GPtrArray  *patterns,
                 GError    **error)
{
  g_autoptr (GHashTable) candidates = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < patterns->len; i++)
    {
      const char *pattern = g_ptr_array_index (patterns, i);

      if (!gather (search, candidates, i, pattern, LOKET_NOTE_FIRST_PLACE, G_MAXINT64, error)
          || !gather (search, candidates, i, pattern, 0, LOKET_NOTE_FIRST_PLACE - 1, error))
        return FALSE;
    }

  return add_candidates (search, candidates, patterns->len, error);
}

/* A pattern for each word; none at all when one of them stands nowhere. */
static GPtrArray *
make_patterns (LoketDatabase      *database,
               const char *const  *sought,
               GError            **error)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; sought[i] != NULL; i++)
    {
      char *pattern = loket_note_word_table_dup_pattern (database, sought[i], error);

      if (pattern == NULL)
        return NULL;
      g_ptr_array_add (patterns, pattern);
      if (*pattern == '\0')
        {
          g_ptr_array_set_size (patterns, 0);
          break;
        }
    }

  return g_steal_pointer (&patterns);
}

static char *
join_patterns (GPtrArray *patterns)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < patterns->len; i++)
    g_string_append_printf (joined, "%s(%s)", i > 0 ? " AND " : "",
                            (const char *) g_ptr_array_index (patterns, i));

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * loket_note_search_run:
 * @text: what a person typed
 * @most: how many ids there may be in the end
 * @ids: (element-type utf8): the clients that were found by name; gets those that are found by all
 *   words of @text in their notes, or in notes and name together
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_note_search_run (LoketDatabase  *database,
                       const char     *text,
                       guint           most,
                       GPtrArray      *ids,
                       GError        **error)
{
  g_auto (GStrv) sought = loket_excerpt_split (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) patterns = NULL;
  g_autofree char *together = NULL;
  Search search = { database, ids, seen, numbers, most };

  patterns = make_patterns (database, (const char *const *) sought, error);
  if (patterns == NULL || patterns->len == 0)
    return patterns != NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (seen, ids->pdata[i]);
  together = join_patterns (patterns);

  return search_notes (&search, together, error)
         && (patterns->len == 1 || ids->len >= most
             || search_together (&search, patterns, error));
}

/**
 * loket_note_search_show:
 * @text: what a person typed
 * @client_id: the id of a client who was found in notes
 * @note: (out) (transfer full) (nullable): the note with most of the words, the newest of these;
 *   NULL when none has any more
 * @excerpt: (out) (transfer full) (nullable): what it says there
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_note_search_show (LoketDatabase  *database,
                        const char     *text,
                        const char     *client_id,
                        LoketNote     **note,
                        LoketExcerpt  **excerpt,
                        GError        **error)
{
  g_auto (GStrv) sought = loket_excerpt_split (text);
  g_autoptr (GPtrArray) notes = NULL;
  guint best = 0, most = 0;

  *note = NULL;
  *excerpt = NULL;
  if (!loket_note_table_load (database, client_id, &notes, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const LoketNote *other = g_ptr_array_index (notes, i);
      guint n = loket_excerpt_count (other->text, (const char *const *) sought);

      if (n > most
          || (n > 0 && n == most
              && strcmp (other->moment, ((LoketNote *) notes->pdata[best])->moment) > 0))
        {
          best = i;
          most = n;
        }
    }
  if (most == 0)
    return TRUE;

  *note = g_ptr_array_steal_index (notes, best);
  *excerpt = loket_excerpt_new ((*note)->text, (const char *const *) sought);

  return TRUE;
}
