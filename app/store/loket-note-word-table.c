/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the words in an FTS5 table without their texts. An entry is a word at a place: putting it
 * there twice makes one entry, and taking it away once removes it. */

#include "loket-note-word-table.h"

#include <string.h>

/* So much is worth putting in order before it is written. */
#define FULL_BYTES (64 * 1024 * 1024)

/* With more words than this that begin alike, one walk through all of them costs less. */
#define MOST_ALIKE 64

/* Of so many letters, the engine keeps where the words are that begin with them. */
#define KEPT_BEGINNING 3

/* Behind every word that begins with the text before it. */
#define BEHIND "\xF4\x8F\xBF\xBF"

/* Where a connection keeps what is not written yet. */
#define BATCH "note_word batch"

typedef struct
{
  gint64 place;
  guint32 start;     /* of the words in the text of the batch */
  gboolean removes;
} Step;

typedef struct
{
  GString *text;
  GArray *steps;     /* of Step */
} Batch;

static void
free_batch (Batch *batch)
{
  g_string_free (batch->text, TRUE);
  g_array_unref (batch->steps);
  g_free (batch);
}

static gboolean
take_step (LoketDatabase  *database,
           gint64          place,
           const char     *words,
           gboolean        removes,
           GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      removes
                                        ? "INSERT INTO note_word (note_word, rowid, words) "
                                          "VALUES ('delete', $1, $2)"
                                        : "INSERT INTO note_word (rowid, words) VALUES ($1, $2)",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, words);

  return loket_statement_run (statement, error);
}

static gboolean
take_or_keep_step (LoketDatabase  *database,
                   gint64          place,
                   const char     *words,
                   gboolean        removes,
                   GError        **error)
{
  Batch *batch = loket_database_get_data (database, BATCH);
  Step step = { .place = place, .removes = removes };

  if (*words == '\0')
    return TRUE;
  if (batch == NULL)
    return take_step (database, place, words, removes, error);

  step.start = (guint32) batch->text->len;
  g_string_append_len (batch->text, words, (gssize) strlen (words) + 1);
  g_array_append_val (batch->steps, step);

  return batch->text->len < FULL_BYTES || loket_note_word_table_store_batch (database, error);
}

/**
 * loket_note_word_table_add:
 * @place: a place
 * @words: folded words, with a space between them
 *
 * Returns: whether the words can be found there
 */
gboolean
loket_note_word_table_add (LoketDatabase  *database,
                           gint64          place,
                           const char     *words,
                           GError        **error)
{
  return take_or_keep_step (database, place, words, FALSE, error);
}

/**
 * loket_note_word_table_remove:
 * @place: a place
 * @words: words that stand there
 *
 * The words are no longer found at once, but the engine keeps them in the file, as words of that
 * place, until it merges the segments they are in. Who is to be forgotten needs the command
 * "optimize" of FTS5 as well, which merges them all.
 *
 * Returns: whether the words are no longer found there
 */
gboolean
loket_note_word_table_remove (LoketDatabase  *database,
                              gint64          place,
                              const char     *words,
                              GError        **error)
{
  return take_or_keep_step (database, place, words, TRUE, error);
}

/**
 * loket_note_word_table_begin_batch:
 *
 * From now on words are written very many at a time and in the order of their places: a place
 * before the last one costs the engine a piece of its own. They are not found until
 * loket_note_word_table_store_batch (). To be ended in the same transaction.
 */
void
loket_note_word_table_begin_batch (LoketDatabase *database)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->text = g_string_new (NULL);
  batch->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  loket_database_set_data (database, BATCH, batch, (GDestroyNotify) free_batch);
}

/* Steps at the same place stay in their order. */
static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  gint64 one = ((const Step *) a)->place;
  gint64 other = ((const Step *) b)->place;

  return (one > other) - (one < other);
}

/**
 * loket_note_word_table_store_batch:
 *
 * Returns: whether everything since the batch was begun is written
 */
gboolean
loket_note_word_table_store_batch (LoketDatabase  *database,
                                   GError        **error)
{
  Batch *batch = loket_database_get_data (database, BATCH);

  g_return_val_if_fail (batch != NULL, FALSE);

  g_array_sort (batch->steps, compare_steps);
  for (guint i = 0; i < batch->steps->len; i++)
    {
      const Step *step = &g_array_index (batch->steps, Step, i);

      if (!take_step (database, step->place, batch->text->str + step->start, step->removes, error))
        return FALSE;
    }
  g_array_set_size (batch->steps, 0);
  g_string_truncate (batch->text, 0);

  return TRUE;
}

/**
 * loket_note_word_table_end_batch:
 *
 * Forgets what was not written: from now on words are written one by one again.
 */
void
loket_note_word_table_end_batch (LoketDatabase *database)
{
  loket_database_set_data (database, BATCH, NULL, NULL);
}

/* Sets @term to the first word from @start on that begins with @sought; to nothing when there is
 * none. */
static gboolean
find_term (LoketDatabase  *database,
           const char     *start,
           const char     *sought,
           GString        *term,
           GError        **error)
{
  g_autofree char *behind = g_strconcat (sought, BEHIND, NULL);
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database,
                                      "SELECT term FROM note_vocabulary "
                                      "WHERE term >= $1 AND term < $2 LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, start);
  loket_statement_bind_text (statement, 2, behind);
  step = loket_statement_step (statement, error);
  g_string_assign (term, step == LOKET_STEP_ROW ? loket_statement_get_text (statement, 0) : "");
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

/* The words that begin with @sought, as alternatives: what is sought as a beginning, the engine
 * first gathers as a whole, which takes long for a word that is in very many notes. */
static char *
dup_alternatives (LoketDatabase  *database,
                  const char     *sought,
                  GError        **error)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autoptr (GString) start = g_string_new (sought);
  g_autoptr (GString) term = g_string_new (NULL);

  for (guint n = 0; n < MOST_ALIKE; n++)
    {
      if (!find_term (database, start->str, sought, term, error))
        return NULL;
      if (term->len == 0)
        return g_string_free (g_steal_pointer (&pattern), FALSE);

      g_string_append_printf (pattern, "%s\"%s\"", n > 0 ? " OR " : "", term->str);
      g_string_printf (start, "%s\x01", term->str);
    }

  return g_strdup_printf ("\"%s\" *", sought);
}

/**
 * loket_note_word_table_dup_pattern:
 * @sought: a word of loket_excerpt_split ()
 *
 * Returns: (transfer full) (nullable): the pattern for loket_note_word_table_search () of places
 *   with that word; empty when there are surely none
 */
char *
loket_note_word_table_dup_pattern (LoketDatabase  *database,
                                   const char     *sought,
                                   GError        **error)
{
  glong n_letters = g_utf8_strlen (sought, -1);

  if (n_letters > KEPT_BEGINNING)
    return dup_alternatives (database, sought, error);

  return g_strdup_printf ("\"%s\"%s", sought, n_letters == KEPT_BEGINNING ? " *" : "");
}

/**
 * loket_note_word_table_search:
 * @pattern: what loket_note_word_table_dup_pattern () made, not empty, or several of them with
 *   "AND" between; to be kept until the statement is reset
 * @first: the first place that counts
 * @last: the last one
 *
 * Returns: (transfer none) (nullable): a statement that gives the places, the last one first, until
 *   the next search
 */
LoketStatement *
loket_note_word_table_search (LoketDatabase  *database,
                              const char     *pattern,
                              gint64          first,
                              gint64          last,
                              GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "SELECT rowid FROM note_word WHERE note_word MATCH $1 "
                                      "AND rowid >= $2 AND rowid <= $3 ORDER BY rowid DESC",
                                      error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, pattern);
  loket_statement_bind_integer (statement, 2, first);
  loket_statement_bind_integer (statement, 3, last);

  return statement;
}

/**
 * loket_note_word_table_for_each:
 * @func: is given every entry
 *
 * Returns: whether the index could be read to its end
 */
gboolean
loket_note_word_table_for_each (LoketDatabase      *database,
                                LoketNoteWordFunc   func,
                                gpointer            user_data,
                                GError            **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database, "SELECT term, doc FROM note_vocabulary", error);
  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    func (loket_statement_get_text (statement, 0), loket_statement_get_integer (statement, 1),
          user_data);

  return step == LOKET_STEP_DONE;
}
