/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads clients with the same date of birth, postcode, telephone, e-mail or name.
 *
 * Whoever has none of these in common is not compared: such a pair cannot reach the threshold of
 * loket_likeness_compare () but by two typing errors at once. */

#include "loket-likeness-table.h"

#include "loket-client.h"
#include "loket-date.h"
#include "loket-name-place.h"
#include "loket-postcode.h"
#include "loket-text.h"

#include <string.h>

/* So many of each kind are looked at for somebody who is being typed. Only 1 January has more,
 * which is written when the day is not known. */
#define MOST_CANDIDATES "1000"

#define COLUMNS "client.id, family_name, given_name, prefix, birth_date, phone, email, postcode"

/* Files spell a postcode in many ways. These words are those of the index. */
#define POSTCODE "upper (replace (postcode, ' ', ''))"

/* Behind every text that begins with the one before it. */
#define BEHIND "\xF4\x8F\xBF\xBF"

void
loket_candidate_free (LoketCandidate *candidate)
{
  g_free (candidate->id);
  g_free (candidate->key);
  loket_person_free (candidate->person);
  g_free (candidate);
}

static LoketCandidate *
read_candidate (LoketStatement *statement,
                const char     *key)
{
  const LoketPersonFacts facts = {
    loket_statement_get_text (statement, 1), loket_statement_get_text (statement, 2),
    loket_statement_get_text (statement, 3), loket_statement_get_text (statement, 4),
    loket_statement_get_text (statement, 5), loket_statement_get_text (statement, 6),
    loket_statement_get_text (statement, 7),
  };
  LoketCandidate *candidate = g_new0 (LoketCandidate, 1);

  candidate->id = g_strdup (loket_statement_get_text (statement, 0));
  candidate->key = g_strdup (key);
  candidate->person = loket_person_new (&facts);

  return candidate;
}

typedef struct
{
  LoketDatabase *database;
  GPtrArray *found;
  GHashTable *seen;  /* ids, borrowed from found */
} Search;

static gboolean
add_rows (Search          *search,
          LoketStatement  *statement,
          GError         **error)
{
  LoketStep step;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      LoketCandidate *candidate;

      if (g_hash_table_contains (search->seen, loket_statement_get_text (statement, 0)))
        continue;
      candidate = read_candidate (statement, NULL);
      g_ptr_array_add (search->found, candidate);
      g_hash_table_add (search->seen, candidate->id);
    }

  return step == LOKET_STEP_DONE;
}

static gboolean
find_birth_date (Search      *search,
                 const char  *birth_date,
                 GError     **error)
{
  LoketStatement *statement;

  if (!loket_date_is_valid (birth_date))
    return TRUE;

  statement = loket_database_prepare (search->database,
                                      "SELECT " COLUMNS " FROM client WHERE birth_date = $1 "
                                      "LIMIT " MOST_CANDIDATES, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, birth_date);

  return add_rows (search, statement, error);
}

/* "1990-03-07" is looked for as "1990-07-03" too. */
static gboolean
find_birth_dates (Search      *search,
                  const char  *birth_date,
                  GError     **error)
{
  char swapped[LOKET_DATE_LENGTH + 1] = "";

  if (loket_date_is_valid (birth_date))
    g_snprintf (swapped, sizeof swapped, "%.5s%.2s-%.2s", birth_date, birth_date + 8,
                birth_date + 5);

  return find_birth_date (search, birth_date, error)
         && (g_str_equal (swapped, birth_date) || find_birth_date (search, swapped, error));
}

static gboolean
find_postcode (Search      *search,
               const char  *typed,
               GError     **error)
{
  g_autofree char *tidy = loket_postcode_tidy (typed);
  g_autofree char *capitals = g_ascii_strup (tidy, -1);
  g_auto (GStrv) pieces = g_strsplit (capitals, " ", -1);
  g_autofree char *squeezed = g_strjoinv ("", pieces);
  LoketStatement *statement;

  if (strlen (squeezed) < 6)
    return TRUE;

  statement = loket_database_prepare (search->database,
                                      "SELECT " COLUMNS " FROM client "
                                      "WHERE " POSTCODE " = $1 AND postcode IS NOT NULL "
                                      "LIMIT " MOST_CANDIDATES, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, squeezed);

  return add_rows (search, statement, error);
}

static gboolean
find_word (Search          *search,
           LoketNamePlace   place,
           const char      *word,
           const char      *from,
           GError         **error)
{
  g_autofree char *to = g_strconcat (from, BEHIND, NULL);
  LoketStatement *statement;

  if (*word == '\0')
    return TRUE;

  statement = loket_database_prepare (search->database,
                                      "SELECT " COLUMNS " FROM client_name "
                                      "JOIN client ON client.id = client_id "
                                      "WHERE place = $1 AND word = $2 AND "
                                      "client_name.sort_name >= $3 AND client_name.sort_name < $4 "
                                      "LIMIT " MOST_CANDIDATES, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_integer (statement, 1, place);
  loket_statement_bind_text (statement, 2, word);
  loket_statement_bind_text (statement, 3, from);
  loket_statement_bind_text (statement, 4, to);

  return add_rows (search, statement, error);
}

/* Of namesakes there may be thousands: only those with the same given name. */
static gboolean
find_name (Search            *search,
           const LoketDraft  *draft,
           GError           **error)
{
  const char *family_name = loket_draft_get_text (draft, LOKET_CLIENT_FAMILY_NAME);
  g_autofree char *family = loket_text_fold (family_name);
  g_autofree char *given = loket_text_fold (loket_draft_get_text (draft, LOKET_CLIENT_GIVEN_NAME));
  g_autofree char *sorted = g_strconcat (family, " ", given, NULL);
  const char *space = strrchr (family, ' ');

  return *given == '\0'
         || find_word (search, LOKET_NAME_PLACE_FAMILY_NAME,
                       space != NULL ? space + 1 : family, sorted, error);
}

/**
 * loket_likeness_table_find:
 * @draft: somebody, perhaps half typed
 *
 * Returns: (transfer full) (nullable) (element-type LoketCandidate): the clients with whom @draft
 *   is to be compared, itself among them when it is stored
 */
GPtrArray *
loket_likeness_table_find (LoketDatabase     *database,
                           const LoketDraft  *draft,
                           GError           **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *phone = NULL;
  g_autofree char *email = NULL;
  Search search = { database, NULL, seen };

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_candidate_free);
  search.found = found;
  phone = loket_text_get_digits (loket_draft_get_text (draft, LOKET_CLIENT_PHONE));
  email = g_utf8_casefold (loket_draft_get_text (draft, LOKET_CLIENT_EMAIL), -1);

  if (!find_birth_dates (&search, loket_draft_get_text (draft, LOKET_CLIENT_BIRTH_DATE), error)
      || !find_postcode (&search, loket_draft_get_text (draft, LOKET_CLIENT_POSTCODE), error)
      || !find_word (&search, LOKET_NAME_PLACE_PHONE_START, phone, "", error)
      || !find_word (&search, LOKET_NAME_PLACE_EMAIL, email, "", error)
      || !find_name (&search, draft, error))
    return NULL;

  return g_steal_pointer (&found);
}

static const char *
get_block_query (LoketLikenessKey key)
{
  switch (key)
    {
    case LOKET_LIKENESS_BY_BIRTH_DATE:
      return "SELECT " COLUMNS ", birth_date FROM client WHERE birth_date > $1 "
             "ORDER BY birth_date";
    case LOKET_LIKENESS_BY_POSTCODE:
      return "SELECT " COLUMNS ", " POSTCODE " FROM client "
             "WHERE " POSTCODE " > $1 AND postcode IS NOT NULL ORDER BY " POSTCODE;
    case LOKET_LIKENESS_BY_PHONE:
    case LOKET_LIKENESS_BY_EMAIL:
      return "SELECT client_id, word FROM client_name WHERE word > $1 AND place = $2 "
             "ORDER BY place, word";
    case LOKET_LIKENESS_N_KEYS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whoever has a telephone or an address alone is of no use: the row is only read of those who share
 * one. */
static gboolean
add_by_id (LoketDatabase  *database,
           GPtrArray      *candidates,
           const char     *id,
           const char     *key,
           GError        **error)
{
  LoketStatement *statement;
  LoketStep step;

  statement = loket_database_prepare (database, "SELECT " COLUMNS " FROM client WHERE id = $1",
                                      error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, id);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    g_ptr_array_add (candidates, read_candidate (statement, key));
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

typedef struct
{
  LoketDatabase *database;
  gboolean has_rows;      /* whether the query gives whole rows */
  GPtrArray *candidates;
  char *key;              /* of the row before */
  char *id;               /* (nullable): of the row before, while it is alone with its key */
  guint n_read;
} Reading;

static gboolean
take_row (Reading         *reading,
          LoketStatement  *statement,
          const char      *key,
          GError         **error)
{
  const char *id = loket_statement_get_text (statement, 0);
  gboolean is_same = g_strcmp0 (reading->key, key) == 0;

  reading->n_read++;
  if (!is_same)
    {
      g_free (reading->key);
      reading->key = g_strdup (key);
    }
  if (reading->has_rows)
    {
      g_ptr_array_add (reading->candidates, read_candidate (statement, key));
      return TRUE;
    }

  if (is_same && reading->id != NULL
      && !add_by_id (reading->database, reading->candidates, reading->id, key, error))
    return FALSE;
  if (is_same && !add_by_id (reading->database, reading->candidates, id, key, error))
    return FALSE;

  g_clear_pointer (&reading->id, g_free);
  if (!is_same)
    reading->id = g_strdup (id);

  return TRUE;
}

/**
 * loket_likeness_table_read:
 * @key: what they have in common
 * @after: the value behind which to begin; "" for the first
 * @n_wanted: about how many to read: those of the last value are read to the end
 * @candidates: (out) (transfer full) (element-type LoketCandidate): clients, those with the same
 *   value together
 * @last: (out) (transfer full) (nullable): the last value that was read; NULL at the end
 * @n_read: (out): how many clients were looked at
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_likeness_table_read (LoketDatabase      *database,
                           LoketLikenessKey    key,
                           const char         *after,
                           guint               n_wanted,
                           GPtrArray         **candidates,
                           char              **last,
                           guint              *n_read,
                           GError            **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean has_rows = key == LOKET_LIKENESS_BY_BIRTH_DATE || key == LOKET_LIKENESS_BY_POSTCODE;
  LoketStatement *statement = loket_database_prepare (database, get_block_query (key), error);
  Reading reading = { database, has_rows, NULL, };
  LoketStep step = LOKET_STEP_ERROR;

  if (statement == NULL)
    return FALSE;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_candidate_free);
  reading.candidates = found;
  loket_statement_bind_text (statement, 1, after);
  if (!has_rows)
    loket_statement_bind_integer (statement, 2,
                                  key == LOKET_LIKENESS_BY_PHONE ? LOKET_NAME_PLACE_PHONE_START
                                                                 : LOKET_NAME_PLACE_EMAIL);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      const char *value = loket_statement_get_text (statement, has_rows ? 8 : 1);

      if (reading.n_read >= n_wanted && g_strcmp0 (reading.key, value) != 0)
        break;
      if (!take_row (&reading, statement, value, error))
        {
          step = LOKET_STEP_ERROR;
          break;
        }
    }
  loket_statement_reset (statement);
  g_free (reading.id);
  *n_read = reading.n_read;
  *last = step == LOKET_STEP_ROW ? g_steal_pointer (&reading.key) : NULL;
  g_free (reading.key);
  *candidates = g_steal_pointer (&found);

  return step != LOKET_STEP_ERROR;
}
