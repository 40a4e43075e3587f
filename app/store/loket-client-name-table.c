/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the words by which clients are found, and finds clients by them. */

#include "loket-client-name-table.h"

#include "loket-client.h"
#include "loket-name-place.h"
#include "loket-text.h"
#include "loket-word-batch.h"

#include <stdlib.h>
#include <string.h>

/* Where a connection keeps the words that are not stored yet. */
#define BATCH "client_name batch"

/* Behind every word that begins with the text before it. */
#define BEHIND "\xF4\x8F\xBF\xBF"

/* Is given a connection, or what else it works on. */
typedef gboolean (*WordFunc) (gpointer         target,
                              LoketNamePlace   place,
                              const char      *word,
                              const char      *sort_name,
                              const char      *id,
                              GError         **error);

/* A statement about one word, with its four values. */
static LoketStatement *
prepare_word (LoketDatabase   *database,
              const char      *sql,
              LoketNamePlace   place,
              const char      *word,
              const char      *sort_name,
              const char      *id,
              GError         **error)
{
  LoketStatement *statement = loket_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, word);
  loket_statement_bind_text (statement, 3, sort_name);
  loket_statement_bind_text (statement, 4, id);

  return statement;
}

static gboolean
store_word (LoketDatabase   *database,
            LoketNamePlace   place,
            const char      *word,
            const char      *sort_name,
            const char      *id,
            GError         **error)
{
  LoketStatement *statement;

  statement = prepare_word (database,
                            "INSERT INTO client_name (place, word, sort_name, client_id) "
                            "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                            place, word, sort_name, id, error);

  return statement != NULL && loket_statement_run (statement, error);
}

static gboolean
insert_word (gpointer         target,
             LoketNamePlace   place,
             const char      *word,
             const char      *sort_name,
             const char      *id,
             GError         **error)
{
  const LoketWord kept = { (int) place, word, sort_name, id };
  LoketWordBatch *batch = loket_database_get_data (target, BATCH);

  if (batch == NULL)
    return store_word (target, place, word, sort_name, id, error);

  loket_word_batch_add (batch, &kept);

  return !loket_word_batch_is_full (batch)
         || loket_client_name_table_store_batch (target, error);
}

/* Fails without an error when the word is not there. */
static gboolean
has_word (gpointer         target,
          LoketNamePlace   place,
          const char      *word,
          const char      *sort_name,
          const char      *id,
          GError         **error)
{
  LoketStatement *statement;
  gboolean found;

  statement = prepare_word (target,
                            "SELECT 1 FROM client_name WHERE place = $1 AND word = $2 "
                            "AND sort_name = $3 AND client_id = $4",
                            place, word, sort_name, id, error);
  if (statement == NULL)
    return FALSE;

  found = loket_statement_step (statement, error) == LOKET_STEP_ROW;
  loket_statement_reset (statement);

  return found;
}

static gboolean
delete_word (gpointer         target,
             LoketNamePlace   place,
             const char      *word,
             const char      *sort_name,
             const char      *id,
             GError         **error)
{
  LoketStatement *statement;

  statement = prepare_word (target,
                            "DELETE FROM client_name WHERE place = $1 AND word = $2 "
                            "AND sort_name = $3 AND client_id = $4",
                            place, word, sort_name, id, error);

  return statement != NULL && loket_statement_run (statement, error);
}

/* The words of a name, and the whole of it when it has several: "berg", "van den berg". */
static gboolean
for_each_name_word (gpointer           target,
                    LoketNamePlace     place,
                    const char        *prefix,
                    const char        *name,
                    const LoketDraft  *draft,
                    const char        *id,
                    WordFunc           func,
                    GError           **error)
{
  const char *sort_name = loket_draft_get_text (draft, LOKET_CLIENT_SORT_NAME);
  g_autofree char *whole = g_strconcat (prefix, " ", name, NULL);
  g_autofree char *folded = loket_text_fold (name);
  g_autofree char *phrase = loket_text_fold (whole);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !func (target, place, words[i], sort_name, id, error))
        return FALSE;
    }

  return strchr (phrase, ' ') == NULL || func (target, place, phrase, sort_name, id, error);
}

static gboolean
for_each_phone_word (gpointer        target,
                     const char     *phone,
                     const char     *id,
                     WordFunc        func,
                     GError        **error)
{
  g_autofree char *digits = loket_text_get_digits (phone);
  g_autofree char *backwards = g_strreverse (g_strdup (digits));

  return *digits == '\0'
         || (func (target, LOKET_NAME_PLACE_PHONE_START, digits, "", id, error)
             && func (target, LOKET_NAME_PLACE_PHONE_END, backwards, "", id, error));
}

/* The numbers and ids of the records that were merged into this one. */
static gboolean
for_each_merged_word (gpointer     target,
                      const char  *merged,
                      const char  *id,
                      WordFunc     func,
                      GError     **error)
{
  g_auto (GStrv) items = g_strsplit (merged, ";", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *merged_id = NULL;
      g_autofree char *number = NULL;
      g_autofree char *folded = NULL;

      if (!loket_client_read_merged (items[i], &merged_id, &number))
        continue;
      folded = loket_text_fold (number);
      if (!func (target, LOKET_NAME_PLACE_NUMBER, folded, "", id, error)
          || !func (target, LOKET_NAME_PLACE_MERGED_NUMBER, number, "", id, error)
          || !func (target, LOKET_NAME_PLACE_MERGED_ID, merged_id, "", id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
for_each_word (gpointer           target,
               const LoketDraft  *draft,
               const char        *id,
               WordFunc           func,
               GError           **error)
{
  const char *prefix = loket_draft_get_text (draft, LOKET_CLIENT_PREFIX);
  const char *email = loket_draft_get_value (draft, LOKET_CLIENT_EMAIL);
  g_autofree char *number = NULL;
  g_autofree char *address = NULL;

  number = loket_text_fold (loket_draft_get_text (draft, LOKET_CLIENT_CLIENT_NO));
  if (email != NULL)
    address = g_utf8_casefold (email, -1);

  return for_each_name_word (target, LOKET_NAME_PLACE_FAMILY_NAME, prefix,
                             loket_draft_get_text (draft, LOKET_CLIENT_FAMILY_NAME), draft, id,
                             func, error)
         && for_each_name_word (target, LOKET_NAME_PLACE_GIVEN_NAME, "",
                                loket_draft_get_text (draft, LOKET_CLIENT_GIVEN_NAME), draft, id,
                                func, error)
         && func (target, LOKET_NAME_PLACE_NUMBER, number, "", id, error)
         && for_each_phone_word (target, loket_draft_get_text (draft, LOKET_CLIENT_PHONE), id,
                                 func, error)
         && (address == NULL || func (target, LOKET_NAME_PLACE_EMAIL, address, "", id, error))
         && for_each_merged_word (target, loket_draft_get_text (draft, LOKET_CLIENT_MERGED), id,
                                  func, error);
}

/**
 * loket_client_name_table_put:
 * @draft: a client, complete
 * @id: its id
 *
 * Returns: whether the client can be found by its words
 */
gboolean
loket_client_name_table_put (LoketDatabase     *database,
                             const LoketDraft  *draft,
                             const char        *id,
                             GError           **error)
{
  return for_each_word (database, draft, id, insert_word, error);
}

/**
 * loket_client_name_table_begin_batch:
 *
 * From now on words are not stored one by one, but very many at a time and in the order of their
 * table: the words of a client lie far apart in it. Meanwhile clients may only be added. To be
 * ended in the same transaction.
 */
void
loket_client_name_table_begin_batch (LoketDatabase *database)
{
  loket_database_set_data (database, BATCH, loket_word_batch_new (),
                           (GDestroyNotify) loket_word_batch_free);
}

/**
 * loket_client_name_table_store_batch:
 *
 * Returns: whether all words since the batch was begun are stored
 */
gboolean
loket_client_name_table_store_batch (LoketDatabase  *database,
                                     GError        **error)
{
  LoketWordBatch *batch = loket_database_get_data (database, BATCH);

  loket_word_batch_sort (batch);
  for (guint i = 0; i < loket_word_batch_get_size (batch); i++)
    {
      const LoketWord word = loket_word_batch_get (batch, i);

      if (!store_word (database, (LoketNamePlace) word.place, word.word, word.sort_name,
                       word.client_id, error))
        return FALSE;
    }
  loket_word_batch_clear (batch);

  return TRUE;
}

/**
 * loket_client_name_table_end_batch:
 *
 * Forgets the words that were not stored: from now on they are stored one by one again.
 */
void
loket_client_name_table_end_batch (LoketDatabase *database)
{
  loket_database_set_data (database, BATCH, NULL, NULL);
}

/**
 * loket_client_name_table_remove:
 * @draft: the client as it was stored
 *
 * Returns: whether the client's words are gone
 */
gboolean
loket_client_name_table_remove (LoketDatabase     *database,
                                const LoketDraft  *draft,
                                GError           **error)
{
  return for_each_word (database, draft, loket_draft_get_id (draft), delete_word, error);
}

/**
 * loket_client_name_table_check:
 * @draft: a client as it is stored
 * @found: (out): whether all its words are there
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_client_name_table_check (LoketDatabase     *database,
                               const LoketDraft  *draft,
                               gboolean          *found,
                               GError           **error)
{
  g_autoptr (GError) failure = NULL;

  *found = for_each_word (database, draft, loket_draft_get_id (draft), has_word, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A set, since the words of a name may be alike. */
static gboolean
gather_word (gpointer         target,
             LoketNamePlace   place,
             const char      *word,
             const char      *sort_name,
             const char      *id,
             GError         **error)
{
  g_hash_table_add (target, g_strdup_printf ("%d %s", (int) place, word));

  return TRUE;
}

/**
 * loket_client_name_table_count_words:
 * @draft: a client as it is stored
 *
 * Returns: how many words the client should be found by
 */
guint
loket_client_name_table_count_words (const LoketDraft *draft)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each_word (words, draft, loket_draft_get_id (draft), gather_word, NULL);

  return g_hash_table_size (words);
}

/**
 * loket_client_name_table_count:
 *
 * Returns: how many words there are of all clients, or -1
 */
gint64
loket_client_name_table_count (LoketDatabase  *database,
                               GError        **error)
{
  LoketStatement *statement;
  gint64 count = -1;

  statement = loket_database_prepare (database, "SELECT count(*) FROM client_name", error);
  if (statement != NULL && loket_statement_step (statement, error) == LOKET_STEP_ROW)
    {
      count = loket_statement_get_integer (statement, 0);
      loket_statement_reset (statement);
    }

  return count;
}

typedef struct
{
  LoketDatabase *database;
  GPtrArray *ids;      /* what was found, best first */
  GHashTable *seen;    /* borrowed from ids */
  guint most;
} Search;

/* Whether each of @tokens but the first, which found a word of the name, begins another word of it.
 * The longest comes first: "j jan" must not give the only Jan to the j. */
static gboolean
name_has_tokens (const char  *sort_name,
                 const char  *found,
                 char       **tokens)
{
  g_auto (GStrv) words = g_strsplit (sort_name, " ", -1);
  gsize length = strcspn (found, " ");

  for (guint w = 0; words[w] != NULL; w++)
    {
      if (strlen (words[w]) == length && strncmp (words[w], found, length) == 0)
        {
          words[w][0] = '\0';
          break;
        }
    }

  for (guint t = 1; tokens[t] != NULL; t++)
    {
      guint w = 0;

      while (words[w] != NULL && !(words[w][0] != '\0' && g_str_has_prefix (words[w], tokens[t])))
        w++;
      if (words[w] == NULL)
        return FALSE;
      words[w][0] = '\0';
    }

  return TRUE;
}

static void
add_found (Search     *search,
           const char *id)
{
  char *copy;

  if (g_hash_table_contains (search->seen, id))
    return;

  copy = g_strdup (id);
  g_ptr_array_add (search->ids, copy);
  g_hash_table_add (search->seen, copy);
}

/* Adds the clients with a word in @place that begins with @start, and a name with @tokens. */
static gboolean
search_place (Search          *search,
              LoketNamePlace   place,
              const char      *start,
              char           **tokens,
              GError         **error)
{
  g_autofree char *behind = g_strconcat (start, BEHIND, NULL);
  LoketStatement *statement;
  LoketStep step = LOKET_STEP_DONE;

  statement = loket_database_prepare (search->database,
                                      "SELECT word, sort_name, client_id FROM client_name "
                                      "WHERE place = $1 AND word >= $2 AND word < $3 "
                                      "ORDER BY place, word, sort_name, client_id",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, start);
  loket_statement_bind_text (statement, 3, behind);

  while (search->ids->len < search->most
         && (step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      if (tokens == NULL
          || name_has_tokens (loket_statement_get_text (statement, 1),
                              loket_statement_get_text (statement, 0), tokens))
        add_found (search, loket_statement_get_text (statement, 2));
    }
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

static gboolean
search_phone (Search      *search,
              const char  *text,
              GError     **error)
{
  g_autofree char *digits = loket_text_get_digits (text);
  g_autofree char *backwards = g_strreverse (g_strdup (digits));

  /* Of a country alone, nothing is left. */
  return *digits == '\0'
         || (search_place (search, LOKET_NAME_PLACE_PHONE_END, backwards, NULL, error)
             && search_place (search, LOKET_NAME_PLACE_PHONE_START, digits, NULL, error));
}

static gboolean
search_email (Search      *search,
              const char  *text,
              GError     **error)
{
  g_autofree char *clean = loket_text_clean (text, FALSE);
  g_autofree char *address = g_utf8_casefold (clean, -1);

  return search_place (search, LOKET_NAME_PLACE_EMAIL, address, NULL, error);
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  gsize length_a = strlen (*(char *const *) a);
  gsize length_b = strlen (*(char *const *) b);

  return (length_a < length_b) - (length_a > length_b);
}

/* The longest token first: it has the fewest hits. */
static GStrv
split_tokens (const char *folded)
{
  GStrv tokens = g_strsplit (folded, " ", -1);

  /* "vd" stands for van de, van den and van der alike. */
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (g_str_equal (tokens[i], "vd"))
        {
          g_free (tokens[i]);
          tokens[i] = g_strdup ("van");
        }
    }

  qsort (tokens, g_strv_length (tokens), sizeof *tokens, compare_length);

  return tokens;
}

static gboolean
search_names (Search      *search,
              const char  *folded,
              GError     **error)
{
  g_auto (GStrv) tokens = split_tokens (folded);

  if (!search_place (search, LOKET_NAME_PLACE_FAMILY_NAME, folded, NULL, error))
    return FALSE;
  if (tokens[1] == NULL)
    return search_place (search, LOKET_NAME_PLACE_GIVEN_NAME, folded, NULL, error);

  return search_place (search, LOKET_NAME_PLACE_FAMILY_NAME, tokens[0], tokens, error)
         && search_place (search, LOKET_NAME_PLACE_GIVEN_NAME, tokens[0], tokens, error);
}

/**
 * loket_client_name_table_search:
 * @text: what a person typed: the start of names in any order, a client number, the start or the
 *   end of a telephone number, or the start of an e-mail address
 * @most: after how many clients to stop
 *
 * Family names rank before given names, whole words before starts of words, then the alphabet.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids of clients, best first
 */
GPtrArray *
loket_client_name_table_search (LoketDatabase  *database,
                                const char     *text,
                                guint           most,
                                GError        **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *folded = loket_text_fold (text);
  Search search = { database, ids, seen, most };
  gboolean searched;

  if (strchr (text, '@') != NULL)
    searched = search_email (&search, text, error);
  else if (*folded == '\0')
    searched = TRUE;
  else if (loket_text_is_phone (text))
    searched = search_place (&search, LOKET_NAME_PLACE_NUMBER, folded, NULL, error)
               && search_phone (&search, text, error);
  else
    searched = search_names (&search, folded, error)
               && search_place (&search, LOKET_NAME_PLACE_NUMBER, folded, NULL, error)
               && search_email (&search, text, error);

  return searched ? g_steal_pointer (&ids) : NULL;
}
