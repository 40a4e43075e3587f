/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of looking a store over: each planted problem is found and named. */

#include "loket-client.h"
#include "loket-code-table.h"
#include "loket-health.h"
#include "loket-record-table.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
check (LoketDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCodes) codes = loket_code_table_load (database, FALSE, &error);
  const LoketChecks checks = { STORE_TODAY, codes };
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  loket_health_check_file (database, problems, &error);
  g_assert_no_error (error);
  loket_health_check_records (database, &checks, problems, &error);
  g_assert_no_error (error);

  return problems;
}

static void
assert_one_problem (LoketDatabase *database,
                    const char    *expected)
{
  g_autoptr (GPtrArray) problems = check (database);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 1);
  if (strstr (g_ptr_array_index (problems, 0), expected) == NULL)
    g_error ("“%s” does not say “%s”", (char *) g_ptr_array_index (problems, 0), expected);
}

/* One record of each kind, all rules kept. */
static LoketDatabase *
create_sound_store (void)
{
  LoketDatabase *database = store_create_database ("store.db");
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    g_free (store_insert_example (database, kinds[k]));

  return database;
}

static void
test_sound_store_has_no_problems (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();
  g_autoptr (GPtrArray) problems = check (database);

  for (guint i = 0; i < problems->len; i++)
    g_error ("%s", (char *) g_ptr_array_index (problems, i));
}

/* Numbers and ids of records that were merged are words of the client too. */
static void
test_merged_records_are_no_problem (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();
  g_autofree char *id = store_read_text (database, "SELECT min (id) FROM client");
  g_autoptr (LoketRecord) client = store_load (database, &loket_client_kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_MERGED, "some-id=K77;other-id=K78");
  loket_record_table_update (loket_record_table_get (database, &loket_client_kind), draft, &error);
  g_assert_no_error (error);
  problems = check (database);
  g_assert_cmpuint (problems->len, ==, 0);

  store_execute (database, "DELETE FROM client_name WHERE word = 'K77'");
  assert_one_problem (database, "cannot be found by name");
}

static void
test_dangling_reference_is_found (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();

  store_execute (database, "PRAGMA foreign_keys = OFF;"
                           "UPDATE session SET counsellor_id = 'nobody' "
                           "WHERE id = (SELECT min(id) FROM session);"
                           "PRAGMA foreign_keys = ON");
  assert_one_problem (database, "of table session refers to a counsellor that is not there");
}

/* The table has no row numbers to name. */
static void
test_dangling_question_is_found (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();

  store_execute (database, "PRAGMA foreign_keys = OFF;"
                           "INSERT INTO trajectory_question VALUES ('nothing', 1, 'other');"
                           "PRAGMA foreign_keys = ON");
  assert_one_problem (database, "of table trajectory_question refers to a trajectory");
}

static void
test_client_without_a_name_to_find_is_found (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();
  g_autofree char *number = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *expected = NULL;

  number = store_read_text (database, "SELECT client_no FROM client ORDER BY client_no LIMIT 1");
  sql = g_strdup_printf ("DELETE FROM client_name WHERE client_id = (SELECT id FROM client "
                         "WHERE client_no = '%s')", number);
  store_execute (database, sql);
  expected = g_strdup_printf ("Client %s cannot be found by name", number);
  assert_one_problem (database, expected);
}

static void
test_stale_words_of_names_are_found (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();

  store_execute (database, "INSERT INTO client_name SELECT 0, 'gone', sort_name, id FROM client "
                           "LIMIT 1");
  assert_one_problem (database, "1 words of the search for names lead to a client who has them no "
                                "longer");
}

/* Of whom it is, depends on the examples. */
static void
test_index_of_notes_that_does_not_fit_is_found (void)
{
  static const char *const damages[] = {
    "INSERT INTO note_word (rowid, words) SELECT (1 * 4294967296) + min (number), 'gone' "
    "FROM note_client",
    "INSERT INTO note_word (note_word, rowid, words) SELECT 'delete', number, sort_name "
    "FROM note_client JOIN client ON client.id = client_id LIMIT 1",
    "DELETE FROM note_client WHERE number = (SELECT max (number) FROM note_client)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (LoketDatabase) database = create_sound_store ();
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *path = store_build_path ("store.db");

      store_execute (database, damages[i]);
      problems = check (database);
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_nonnull (strstr (problems->pdata[0], " is not found by just what the notes say"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
test_words_of_nobody_are_found (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();

  store_execute (database, "INSERT INTO note_word (rowid, words) VALUES (4294967296 + 77777, 'x')");
  assert_one_problem (database, "The search in notes finds 1 clients who are not there");
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *expected;
} Damage;

/* What another program could have written past our rules. */
static const Damage damages[] = {
  { "date", "UPDATE assessment SET requested_on = '2026-02-30'",
    "Requested on “2026-02-30” is not a date" },
  { "future", "UPDATE promise SET made_on = '2026-11-22', due_on = '2027-01-01', "
              "done_on = '2026-11-22'", "Made on “2026-11-22” lies in the future" },
  { "order", "UPDATE assessment SET taken_on = '2026-11-01'", "Taken on “2026-11-01” lies before" },
  { "code", "UPDATE session SET channel = 'pigeon' WHERE id = (SELECT min(id) FROM session)",
    "Channel “pigeon” is not in the list" },
  { "codes", "UPDATE session_question SET code = 'why' WHERE position = 2 "
             "AND owner_id = (SELECT min(id) FROM session)",
    "Questions brought “why” is not in the list" },
  { "moment", "UPDATE session SET starts_at = 'noon', ended_at = NULL "
              "WHERE id = (SELECT min(id) FROM session)", "Start “noon” is not" },
  { "number", "UPDATE session SET minutes = -5 WHERE id = (SELECT min(id) FROM session)",
    "Minutes “-5” is not a whole number" },
  { "flag", "UPDATE counsellor SET active = 7 WHERE id = (SELECT min(id) FROM counsellor)",
    "Active “7” is neither yes nor no" },
  { "month", "UPDATE invitation SET month = '2026-13'", "Month “2026-13” is not a month" },
  { "derived", "UPDATE contact SET open_on = '2026-11-01' WHERE id = (SELECT min(id) FROM contact)",
    "Open on does not follow from the rest" },
  { "missing", "UPDATE assessment SET kind = ''", "Kind “” is not in the list" },
};

static void
test_broken_rule_is_found (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (LoketDatabase) database = create_sound_store ();

  store_execute (database, damage->sql);
  assert_one_problem (database, damage->expected);
}

/* An index that lost a row: found by the check of the file, not by reading. */
static void
test_index_that_lacks_a_row_is_found (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketDatabase) database = create_sound_store ();
  g_autofree char *page = NULL;
  g_autofree char *page_size = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gsize size = 0;
  gsize offset;

  page = store_read_text (database, "SELECT rootpage FROM sqlite_schema "
                                    "WHERE name = 'assessment_trajectory'");
  page_size = store_read_text (database, "PRAGMA page_size");
  g_clear_pointer (&database, loket_database_close);

  /* The number of cells of a page of an index stands at its fourth byte. */
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  offset = (gsize) (g_ascii_strtoll (page, NULL, 10) - 1)
           * (gsize) g_ascii_strtoll (page_size, NULL, 10) + 3;
  g_assert_cmpint (contents[offset] << 8 | contents[offset + 1], ==, 1);
  contents[offset + 1] = 0;
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));

  database = loket_database_open (path, LOKET_ACCESS_WRITE, NULL);
  problems = check (database);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), "The file is damaged: "));
}

static void
test_a_hundred_problems_say_enough (void)
{
  g_autoptr (LoketDatabase) database = create_sound_store ();
  g_autoptr (GPtrArray) problems = NULL;

  store_execute (database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                           "LIMIT 300) INSERT INTO office SELECT 'id' || i, 1, '', '' || i FROM n;"
                           "UPDATE office SET name = hex (zeroblob (300)) || name");
  problems = check (database);
  g_assert_cmpuint (problems->len, ==, 100);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/health/sound-store-has-no-problems", test_sound_store_has_no_problems);
  g_test_add_func ("/health/merged-records-are-no-problem", test_merged_records_are_no_problem);
  g_test_add_func ("/health/dangling-reference-is-found", test_dangling_reference_is_found);
  g_test_add_func ("/health/dangling-question-is-found", test_dangling_question_is_found);
  g_test_add_func ("/health/client-without-a-name-to-find-is-found",
                   test_client_without_a_name_to_find_is_found);
  g_test_add_func ("/health/stale-words-of-names-are-found", test_stale_words_of_names_are_found);
  g_test_add_func ("/health/index-of-notes-that-does-not-fit-is-found",
                   test_index_of_notes_that_does_not_fit_is_found);
  g_test_add_func ("/health/words-of-nobody-are-found", test_words_of_nobody_are_found);
  g_test_add_func ("/health/index-that-lacks-a-row-is-found", test_index_that_lacks_a_row_is_found);
  g_test_add_func ("/health/a-hundred-problems-say-enough", test_a_hundred_problems_say_enough);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/health/broken-rule-is-found/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_broken_rule_is_found);
    }

  return g_test_run ();
}
