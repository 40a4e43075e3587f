/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The peer of bench-search: asks SQLite itself the same questions for every letter of every line of
 * standard input, and throws the answers away: bare-search STORE. Prints the same figures. */

#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_ROWS 50
#define MOST_HITS 2000
#define MOST_TOGETHER 10000
#define MOST_ALIKE 64
#define BEHIND "\xF4\x8F\xBF\xBF"
#define FIRST_PLACE ((gint64) 1 << 32)

static const char *const note_queries[] = {
  "SELECT session.id, trajectory_id, NULL, starts_at, NULL, note_client, note_internal "
  "FROM session JOIN trajectory ON trajectory.id = trajectory_id "
  "WHERE client_id = $1 AND (note_client IS NOT NULL OR note_internal IS NOT NULL)",
  "SELECT contact.id, trajectory_id, NULL, done_on, due_on, note, NULL "
  "FROM contact JOIN trajectory ON trajectory.id = trajectory_id "
  "WHERE client_id = $1 AND note IS NOT NULL",
  "SELECT attempt.id, trajectory_id, contact_id, attempted_at, NULL, attempt.note, NULL "
  "FROM attempt JOIN contact ON contact.id = contact_id "
  "JOIN trajectory ON trajectory.id = trajectory_id "
  "WHERE client_id = $1 AND attempt.note IS NOT NULL",
  "SELECT promise.id, trajectory_id, NULL, made_on, due_on, text, NULL "
  "FROM promise JOIN trajectory ON trajectory.id = trajectory_id "
  "WHERE client_id = $1 AND text IS NOT NULL",
  "SELECT id, id, NULL, reopened_on, opened_on, reopen_reason, NULL FROM trajectory "
  "WHERE client_id = $1 AND reopen_reason IS NOT NULL",
};

static const char row_query[] =
  "SELECT client.id, given_name, prefix, family_name, opened_on, closed_on, aftercare, "
  "first_response_on, "
  "(SELECT count(*) FROM session WHERE trajectory_id = trajectory.id AND state = 'held'), "
  "(SELECT min(starts_at) FROM session WHERE trajectory_id = trajectory.id "
  "AND state = 'planned' AND starts_at >= $1), "
  "(SELECT min(open_on) FROM contact WHERE trajectory_id = trajectory.id "
  "AND open_on IS NOT NULL), "
  "(SELECT min(due_on) FROM promise WHERE trajectory_id = trajectory.id "
  "AND done_on IS NULL AND outcome IS NULL AND made_by = 'counsellor'), "
  "(SELECT count(*) FROM assessment WHERE trajectory_id = trajectory.id "
  "AND discussed_on IS NULL), client_no, birth_date, city "
  "FROM client LEFT JOIN trajectory ON client_id = client.id WHERE client.id = $2 "
  "ORDER BY opened_on DESC, trajectory.id DESC LIMIT 1";

static sqlite3 *database;
static GHashTable *statements;

typedef struct
{
  GPtrArray *ids;
  GHashTable *seen;
} Found;

static sqlite3_stmt *
prepare (const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
          != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (database));
      g_hash_table_insert (statements, (gpointer) sql, statement);
    }
  sqlite3_reset (statement);

  return statement;
}

static void
add_id (Found      *found,
        const char *id)
{
  if (g_hash_table_contains (found->seen, id))
    return;
  g_ptr_array_add (found->ids, g_strdup (id));
  g_hash_table_add (found->seen, g_ptr_array_index (found->ids, found->ids->len - 1));
}

static gboolean
has_words (const char  *name,
           char       **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *at = strstr (name, words[i]);

      while (at != NULL && at > name && at[-1] != ' ')
        at = strstr (at + 1, words[i]);
      if (at == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
search_place (Found       *found,
              int          place,
              const char  *start,
              char       **words)
{
  sqlite3_stmt *statement = prepare ("SELECT word, sort_name, client_id FROM client_name "
                                     "WHERE place = $1 AND word >= $2 AND word < $3 "
                                     "ORDER BY place, word, sort_name, client_id");
  g_autofree char *behind = g_strconcat (start, BEHIND, NULL);

  sqlite3_bind_int (statement, 1, place);
  sqlite3_bind_text (statement, 2, start, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, behind, -1, SQLITE_STATIC);
  while (found->ids->len < MOST_HITS && sqlite3_step (statement) == SQLITE_ROW)
    {
      if (has_words ((const char *) sqlite3_column_text (statement, 1), words))
        add_id (found, (const char *) sqlite3_column_text (statement, 2));
    }
  sqlite3_reset (statement);
}

static void
search_names (Found       *found,
              const char  *text,
              char       **words)
{
  g_autofree char *backwards = g_strreverse (g_strdup (text));
  gboolean is_phone = strspn (text, "0123456789 ") == strlen (text);

  if (!is_phone)
    {
      search_place (found, 0, text, NULL);
      if (words[0] != NULL && words[1] != NULL)
        search_place (found, 0, words[0], words);
      search_place (found, 1, words[0], words);
    }
  search_place (found, 2, text, NULL);
  search_place (found, is_phone ? 3 : 4, is_phone ? backwards : text, NULL);
  if (is_phone)
    search_place (found, 5, text, NULL);
}

/* The pattern of a word; empty when there is none. */
static char *
make_pattern (const char *word)
{
  GString *pattern = g_string_new (NULL);
  g_autofree char *behind = g_strconcat (word, BEHIND, NULL);
  g_autofree char *start = g_strdup (word);

  if (g_utf8_strlen (word, -1) <= 3)
    {
      g_string_printf (pattern, "\"%s\"%s", word, g_utf8_strlen (word, -1) == 3 ? " *" : "");
      return g_string_free (pattern, FALSE);
    }

  for (guint n = 0; n < MOST_ALIKE; n++)
    {
      sqlite3_stmt *statement = prepare ("SELECT term FROM note_vocabulary "
                                         "WHERE term >= $1 AND term < $2 LIMIT 1");
      const char *term;

      sqlite3_bind_text (statement, 1, start, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, behind, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) != SQLITE_ROW)
        return g_string_free (pattern, FALSE);
      term = (const char *) sqlite3_column_text (statement, 0);
      g_string_append_printf (pattern, "%s\"%s\"", n > 0 ? " OR " : "", term);
      g_free (start);
      start = g_strconcat (term, "\x01", NULL);
      sqlite3_reset (statement);
    }
  g_string_printf (pattern, "\"%s\" *", word);

  return g_string_free (pattern, FALSE);
}

static sqlite3_stmt *
begin_search (const char *pattern,
              gint64      first,
              gint64      last)
{
  sqlite3_stmt *statement = prepare ("SELECT rowid FROM note_word WHERE note_word MATCH $1 "
                                     "AND rowid >= $2 AND rowid <= $3 ORDER BY rowid DESC");

  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, first);
  sqlite3_bind_int64 (statement, 3, last);

  return statement;
}

static void
add_number (Found      *found,
            GHashTable *numbers,
            guint       number)
{
  sqlite3_stmt *statement = prepare ("SELECT client_id FROM note_client WHERE number = $1");

  if (!g_hash_table_add (numbers, GUINT_TO_POINTER (number)))
    return;
  sqlite3_bind_int64 (statement, 1, number);
  if (sqlite3_step (statement) == SQLITE_ROW)
    add_id (found, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
}

/* Without putting in order what is found together: that is not the library's work. */
static void
search_together (Found      *found,
                 GHashTable *numbers,
                 GPtrArray  *patterns)
{
  g_autoptr (GHashTable) kept = NULL;

  for (guint i = 0; i < patterns->len; i++)
    {
      g_autoptr (GHashTable) those = g_hash_table_new (NULL, NULL);

      for (guint part = 0; part < 2; part++)
        {
          sqlite3_stmt *statement = begin_search (g_ptr_array_index (patterns, i),
                                                  part == 0 ? FIRST_PLACE : 0,
                                                  part == 0 ? G_MAXINT64 : FIRST_PLACE - 1);

          for (guint n = 0; n < MOST_TOGETHER && sqlite3_step (statement) == SQLITE_ROW; n++)
            {
              gpointer number = GUINT_TO_POINTER (sqlite3_column_int64 (statement, 0) & 0x1FFFFFFF);

              if (kept == NULL || g_hash_table_contains (kept, number))
                g_hash_table_add (those, number);
            }
          sqlite3_reset (statement);
        }
      g_clear_pointer (&kept, g_hash_table_unref);
      kept = g_steal_pointer (&those);
    }

  for (GList *number = g_hash_table_get_keys (kept); number != NULL;
       number = g_list_delete_link (number, number))
    {
      if (found->ids->len < MOST_HITS)
        add_number (found, numbers, GPOINTER_TO_UINT (number->data));
    }
}

static void
search_notes (Found  *found,
              char  **words)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  sqlite3_stmt *statement;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) < 2)
        continue;
      g_ptr_array_add (patterns, make_pattern (words[i]));
      if (*(const char *) g_ptr_array_index (patterns, patterns->len - 1) == '\0')
        return;
      g_string_append_printf (all, "%s(%s)", all->len > 0 ? " AND " : "",
                              (const char *) g_ptr_array_index (patterns, patterns->len - 1));
    }
  if (patterns->len == 0)
    return;

  statement = begin_search (all->str, FIRST_PLACE, G_MAXINT64);
  while (found->ids->len < MOST_HITS && sqlite3_step (statement) == SQLITE_ROW)
    add_number (found, numbers, (guint) (sqlite3_column_int64 (statement, 0) & 0x1FFFFFFF));
  sqlite3_reset (statement);
  if (patterns->len > 1 && found->ids->len < MOST_HITS)
    search_together (found, numbers, patterns);
}

static void
read_all (sqlite3_stmt *statement)
{
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
    }
  sqlite3_reset (statement);
}

static void
read_rows (Found *found,
           guint  n_named)
{
  for (guint i = 0; i < MIN (found->ids->len, FIRST_ROWS); i++)
    {
      const char *id = g_ptr_array_index (found->ids, i);
      sqlite3_stmt *statement = prepare (row_query);

      sqlite3_bind_text (statement, 1, "2026-11-20T10:40", -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
      read_all (statement);
      for (guint q = 0; i >= n_named && q < G_N_ELEMENTS (note_queries); q++)
        {
          statement = prepare (note_queries[q]);
          sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
          read_all (statement);
        }
    }
}

static double
search (const char *typed)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *text = g_strchomp (g_utf8_strdown (typed, -1));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Found found = { ids, seen };
  guint n_named;

  sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
  if (*text != '\0')
    search_names (&found, text, words);
  n_named = ids->len;
  if (n_named < MOST_HITS)
    search_notes (&found, words);
  read_rows (&found, n_named);
  sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
type_all (GArray *times)
{
  char line[256];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      for (const char *end = line; *end != '\0'; )
        {
          g_autofree char *typed = NULL;
          double time;

          end = g_utf8_next_char (end);
          typed = g_strndup (line, (gsize) (end - line));
          time = search (typed);
          g_array_append_val (times, time);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  const double *sorted;

  if (argc != 2 || sqlite3_open_v2 (argv[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    {
      fprintf (stderr, "usage: bare-search STORE <LINES\n");
      return 2;
    }

  statements = g_hash_table_new (g_str_hash, g_str_equal);
  sqlite3_exec (database, "PRAGMA cache_size = -2048", NULL, NULL, NULL);
  type_all (times);
  if (times->len == 0)
    g_error ("nothing was typed");
  g_array_sort (times, compare_doubles);
  sorted = (const double *) times->data;
  printf ("%u %.3f %.3f %.3f\n", times->len, sorted[times->len / 2],
          sorted[times->len * 95 / 100], sorted[times->len - 1]);
  g_hash_table_unref (statements);

  return 0;
}
