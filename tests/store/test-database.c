/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of one connection: errors in words, transactions, statements, interrupting. */

#include "loket-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static LoketDatabase *
open_database (const char  *name,
               LoketAccess  access)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (GError) error = NULL;
  LoketDatabase *database = loket_database_open (path, access, &error);

  g_assert_no_error (error);

  return database;
}

static void
assert_fails (LoketDatabase *database,
              const char    *sql,
              int            code,
              const char    *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_database_execute (database, sql, &error));
  g_assert_error (error, LOKET_ERROR, code);
  store_assert_says (error, loket_database_get_path (database));
  store_assert_says (error, words);
}

static void
test_missing_file_is_not_made_unasked (void)
{
  static const LoketAccess accesses[] = { LOKET_ACCESS_READ, LOKET_ACCESS_WRITE };
  g_autofree char *path = store_build_path ("missing.db");

  for (guint i = 0; i < G_N_ELEMENTS (accesses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (loket_database_open (path, accesses[i], &error));
      g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
      store_assert_says (error, "it cannot be opened");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A path may not smuggle options in. */
static void
test_path_is_no_address (void)
{
  g_autofree char *folder = store_build_path ("");
  g_autofree char *wanted = g_build_filename (folder, "file:x.db?mode=memory", NULL);
  g_autoptr (LoketDatabase) database = open_database ("file:x.db?mode=memory", LOKET_ACCESS_CREATE);

  store_execute (database, "CREATE TABLE t (x TEXT)");
  g_assert_true (g_file_test (wanted, G_FILE_TEST_EXISTS));
}

static void
test_other_file_is_no_database (void)
{
  g_autofree char *path = store_build_path ("letter.odt");
  g_autoptr (LoketDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (8192, 'x');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  database = loket_database_open (path, LOKET_ACCESS_WRITE, &error);
  if (database != NULL)
    loket_database_execute (database, "SELECT * FROM sqlite_schema", &error);
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT);
  store_assert_says (error, "this is not a store of Loketten");
}

/* Overwrites @length bytes of a file with nonsense. */
static void
damage (const char *name,
        gsize       offset,
        gsize       length)
{
  g_autofree char *path = store_build_path (name);
  g_autofree char *contents = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memset (contents + offset, 0xA5, length);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

static void
test_damage_is_called_damage (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autofree char *page_size = NULL;

  store_execute (database, "CREATE TABLE t (x TEXT);"
                           "INSERT INTO t VALUES (hex (randomblob (20000)))");
  page_size = store_read_text (database, "PRAGMA page_size");
  g_clear_pointer (&database, loket_database_close);
  damage ("a.db", (gsize) g_ascii_strtoll (page_size, NULL, 10), 3000);

  database = open_database ("a.db", LOKET_ACCESS_WRITE);
  assert_fails (database, "SELECT * FROM t", LOKET_ERROR_CORRUPT, "the file is damaged");
}

static void
test_reader_may_not_write (void)
{
  g_autoptr (LoketDatabase) writer = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (LoketDatabase) reader = NULL;

  store_execute (writer, "CREATE TABLE t (x TEXT)");
  reader = open_database ("a.db", LOKET_ACCESS_READ);
  assert_fails (reader, "INSERT INTO t VALUES ('x')", LOKET_ERROR_READ_ONLY, "it may only be read");
}

static void
test_full_disk_is_called_full (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autofree char *count = NULL;

  store_execute (database, "CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('kept');"
                           "PRAGMA max_page_count = 4");
  assert_fails (database, "INSERT INTO t VALUES (hex (randomblob (50000)))", LOKET_ERROR_STORAGE,
                "the disk is full; nothing was changed");
  count = store_read_text (database, "SELECT group_concat (x) FROM t");
  g_assert_cmpstr (count, ==, "kept");
}

static void
test_other_writer_is_called_by_name (void)
{
  g_autoptr (LoketDatabase) first = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (LoketDatabase) second = NULL;
  g_autoptr (GError) error = NULL;

  store_execute (first, "CREATE TABLE t (x TEXT)");
  second = open_database ("a.db", LOKET_ACCESS_WRITE);
  store_execute (second, "PRAGMA busy_timeout = 50");

  g_assert_true (loket_database_begin (first, TRUE, NULL));
  g_assert_false (loket_database_begin (second, TRUE, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, "another program is writing to it");
  g_clear_error (&error);

  g_assert_true (loket_database_commit (first, NULL));
  g_assert_true (loket_database_begin (second, TRUE, &error));
  loket_database_roll_back (second);
}

static void
test_broken_rule_is_a_constraint (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);

  store_execute (database, "CREATE TABLE t (x TEXT PRIMARY KEY, n INTEGER) STRICT;"
                           "CREATE TABLE u (t TEXT REFERENCES t (x)) STRICT;"
                           "INSERT INTO t VALUES ('a', 1)");
  assert_fails (database, "INSERT INTO t VALUES ('a', 2)", LOKET_ERROR_CONSTRAINT, "UNIQUE");
  assert_fails (database, "INSERT INTO u VALUES ('b')", LOKET_ERROR_CONSTRAINT, "FOREIGN KEY");
  assert_fails (database, "INSERT INTO t VALUES ('b', 'two')", LOKET_ERROR_CONSTRAINT, "INTEGER");
}

/* What a foreign file could use against us is switched off. */
static void
test_connection_is_hardened (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);

  store_execute (database, "CREATE TABLE t (x TEXT)");
  assert_fails (database, "SELECT load_extension ('x')", LOKET_ERROR_STORAGE, "not authorized");
  assert_fails (database, "SELECT \"nonsense\" FROM t", LOKET_ERROR_STORAGE, "no such column");
  assert_fails (database, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
                LOKET_ERROR_STORAGE, "may not be modified");
}

static void
test_settings_are_as_they_should_be (void)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } settings[] = {
    { "PRAGMA foreign_keys", "1" }, { "PRAGMA synchronous", "2" }, { "PRAGMA secure_delete", "1" },
    { "PRAGMA temp_store", "2" }, { "PRAGMA trusted_schema", "0" },
  };
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = store_read_text (database, settings[i].sql);

      g_assert_cmpstr (value, ==, settings[i].expected);
    }
}

static void
test_rolling_back_leaves_nothing (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autofree char *count = NULL;

  store_execute (database, "CREATE TABLE t (x TEXT)");
  g_assert_true (loket_database_begin (database, TRUE, NULL));
  store_execute (database, "INSERT INTO t VALUES ('x')");
  loket_database_roll_back (database);
  /* Once more does no harm. */
  loket_database_roll_back (database);

  count = store_read_text (database, "SELECT count(*) FROM t");
  g_assert_cmpstr (count, ==, "0");
}

/* A statement that stands on a row must not keep the transaction open. */
static void
test_committing_ends_what_is_being_read (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;
  LoketStatement *statement;

  store_execute (database, "CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('a'), ('b')");
  g_assert_true (loket_database_begin (database, TRUE, NULL));
  statement = loket_database_prepare (database, "SELECT x FROM t", &error);
  g_assert_cmpint (loket_statement_step (statement, &error), ==, LOKET_STEP_ROW);
  g_assert_true (loket_database_commit (database, &error));
  g_assert_no_error (error);
  g_assert_true (loket_database_begin (database, TRUE, &error));
  loket_database_roll_back (database);
}

static void
test_commit_that_fails_is_rolled_back (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  store_execute (database, "CREATE TABLE t (x TEXT PRIMARY KEY); CREATE TABLE u (t TEXT "
                           "REFERENCES t (x) DEFERRABLE INITIALLY DEFERRED)");
  g_assert_true (loket_database_begin (database, TRUE, NULL));
  store_execute (database, "INSERT INTO u VALUES ('nobody')");
  g_assert_false (loket_database_commit (database, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);

  count = store_read_text (database, "SELECT count(*) FROM u");
  g_assert_cmpstr (count, ==, "0");
}

static void
test_same_text_is_the_same_statement (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  LoketStatement *first, *again;

  store_execute (database, "CREATE TABLE t (x TEXT, n INTEGER)");
  first = loket_database_prepare (database, "INSERT INTO t VALUES ($1, $2)", NULL);
  loket_statement_bind_text (first, 1, "a");
  loket_statement_bind_integer (first, 2, 9);
  g_assert_true (loket_statement_run (first, NULL));

  /* It comes back without the values of the last time. */
  again = loket_database_prepare (database, "INSERT INTO t VALUES ($1, $2)", NULL);
  g_assert_true (again == first);
  g_assert_true (loket_statement_run (again, NULL));
  g_assert_cmpint (loket_database_count_changes (database), ==, 1);

  g_assert_true (loket_database_prepare (database, "SELECT 1", NULL) != first);
}

static void
test_values_come_back_as_they_went_in (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;
  LoketStatement *statement;

  store_execute (database, "CREATE TABLE t (a TEXT, b TEXT, c TEXT, d INTEGER)");
  statement = loket_database_prepare (database, "INSERT INTO t VALUES ($1, $2, $3, $4)", NULL);
  loket_statement_bind_text (statement, 1, "Öztürk 👍\n'; DROP TABLE t; --");
  loket_statement_bind_text (statement, 2, NULL);
  loket_statement_bind_text (statement, 3, "abc");
  loket_statement_bind_integer (statement, 4, G_MAXINT64);
  g_assert_true (loket_statement_run (statement, &error));

  statement = loket_database_prepare (database, "SELECT a, b, c, d FROM t", NULL);
  g_assert_cmpint (loket_statement_step (statement, &error), ==, LOKET_STEP_ROW);
  g_assert_cmpstr (loket_statement_get_text (statement, 0), ==, "Öztürk 👍\n'; DROP TABLE t; --");
  g_assert_null (loket_statement_get_text (statement, 1));
  g_assert_cmpstr (loket_statement_get_text (statement, 2), ==, "abc");
  g_assert_cmpint (loket_statement_get_integer (statement, 3), ==, G_MAXINT64);
  g_assert_cmpint (loket_statement_step (statement, &error), ==, LOKET_STEP_DONE);
}

static void
test_wrong_sql_is_said (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_database_prepare (database, "SELECT * FROM nowhere", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, "nowhere");
}

/* Counts for some seconds, if nobody stops it. */
#define ENDLESS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n " \
                "LIMIT 200000000) SELECT count(*) FROM n"

static gpointer
interrupt_soon (gpointer user_data)
{
  g_usleep (20000);
  loket_database_interrupt (user_data);

  return NULL;
}

static void
test_interrupting_cancels (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  GThread *thread = g_thread_new ("interrupt", interrupt_soon, database);

  g_assert_false (loket_database_execute (database, ENDLESS, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);

  loket_database_resume (database);
  one = store_read_text (database, "SELECT 1");
  g_assert_cmpstr (one, ==, "1");
}

/* SQLite forgets it when nothing runs; we do not. */
static void
test_interrupting_between_statements_cancels (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;
  LoketStatement *statement;

  store_execute (database, "CREATE TABLE t (x TEXT)");
  statement = loket_database_prepare (database, "INSERT INTO t VALUES ('y')", NULL);
  g_assert_true (loket_database_begin (database, TRUE, NULL));
  store_execute (database, "INSERT INTO t VALUES ('x')");
  loket_database_interrupt (database);

  g_assert_cmpint (loket_statement_step (statement, &error), ==, LOKET_STEP_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (loket_database_commit (database, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  loket_database_resume (database);
  count = store_read_text (database, "SELECT count(*) FROM t");
  g_assert_cmpstr (count, ==, "0");
}

static void
test_copy_is_whole_while_others_write (void)
{
  g_autofree char *path = store_build_path ("copy.db");
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (LoketDatabase) writer = NULL;
  g_autoptr (LoketDatabase) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;
  g_autofree char *mode = NULL;

  store_execute (database, "PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT);"
                           "INSERT INTO t VALUES (hex (randomblob (100000)))");
  writer = open_database ("a.db", LOKET_ACCESS_WRITE);
  g_assert_true (loket_database_begin (writer, TRUE, NULL));
  store_execute (writer, "INSERT INTO t VALUES ('not yet')");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (loket_database_copy_to (database, path, &error));
  g_assert_no_error (error);
  g_assert_true (loket_database_commit (writer, NULL));

  copy = open_database ("copy.db", LOKET_ACCESS_READ);
  count = store_read_text (copy, "SELECT count(*) FROM t");
  mode = store_read_text (copy, "PRAGMA journal_mode");
  g_assert_cmpstr (count, ==, "1");
  g_assert_cmpstr (mode, ==, "delete");
}

/* A lock that does not go away must not pass for an empty store. */
static void
test_copy_that_is_kept_waiting_fails (void)
{
  g_autofree char *path = store_build_path ("copy.db");
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  g_autoptr (LoketDatabase) writer = NULL;
  g_autoptr (GError) error = NULL;

  store_execute (database, "CREATE TABLE t (x TEXT); PRAGMA busy_timeout = 50");
  writer = open_database ("a.db", LOKET_ACCESS_WRITE);
  store_execute (writer, "BEGIN EXCLUSIVE");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_false (loket_database_copy_to (database, path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  loket_database_roll_back (writer);
}

static void
test_data_goes_with_the_connection (void)
{
  g_autoptr (LoketDatabase) database = open_database ("a.db", LOKET_ACCESS_CREATE);
  GObject *data = g_object_new (G_TYPE_OBJECT, NULL);
  gpointer watched = data;

  g_object_add_weak_pointer (data, &watched);
  g_assert_null (loket_database_get_data (database, "thing"));
  loket_database_set_data (database, "thing", data, g_object_unref);
  g_assert_true (loket_database_get_data (database, "thing") == data);
  g_clear_pointer (&database, loket_database_close);
  g_assert_null (watched);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/database/missing-file-is-not-made-unasked",
                   test_missing_file_is_not_made_unasked);
  g_test_add_func ("/database/path-is-no-address", test_path_is_no_address);
  g_test_add_func ("/database/other-file-is-no-database", test_other_file_is_no_database);
  g_test_add_func ("/database/damage-is-called-damage", test_damage_is_called_damage);
  g_test_add_func ("/database/reader-may-not-write", test_reader_may_not_write);
  g_test_add_func ("/database/full-disk-is-called-full", test_full_disk_is_called_full);
  g_test_add_func ("/database/other-writer-is-called-by-name", test_other_writer_is_called_by_name);
  g_test_add_func ("/database/broken-rule-is-a-constraint", test_broken_rule_is_a_constraint);
  g_test_add_func ("/database/connection-is-hardened", test_connection_is_hardened);
  g_test_add_func ("/database/settings-are-as-they-should-be", test_settings_are_as_they_should_be);
  g_test_add_func ("/database/rolling-back-leaves-nothing", test_rolling_back_leaves_nothing);
  g_test_add_func ("/database/committing-ends-what-is-being-read",
                   test_committing_ends_what_is_being_read);
  g_test_add_func ("/database/commit-that-fails-is-rolled-back",
                   test_commit_that_fails_is_rolled_back);
  g_test_add_func ("/database/same-text-is-the-same-statement",
                   test_same_text_is_the_same_statement);
  g_test_add_func ("/database/values-come-back-as-they-went-in",
                   test_values_come_back_as_they_went_in);
  g_test_add_func ("/database/wrong-sql-is-said", test_wrong_sql_is_said);
  g_test_add_func ("/database/interrupting-cancels", test_interrupting_cancels);
  g_test_add_func ("/database/interrupting-between-statements-cancels",
                   test_interrupting_between_statements_cancels);
  g_test_add_func ("/database/copy-is-whole-while-others-write",
                   test_copy_is_whole_while_others_write);
  g_test_add_func ("/database/copy-that-is-kept-waiting-fails",
                   test_copy_that_is_kept_waiting_fails);
  g_test_add_func ("/database/data-goes-with-the-connection", test_data_goes_with_the_connection);

  return g_test_run ();
}
