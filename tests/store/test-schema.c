/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the schema: made fresh, brought up to date, refused. */

#include "loket-error.h"
#include "loket-schema.h"
#include "store-fixture.h"
#include "store-steps.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ONE    "/org/loketten/Test/one"
#define TWO    "/org/loketten/Test/two"
#define THREE  "/org/loketten/Test/three"
#define BROKEN "/org/loketten/Test/broken"

#define N_KILLS 12

static LoketDatabase *
open_database (const char *name)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (GError) error = NULL;
  LoketDatabase *database = loket_database_open (path, LOKET_ACCESS_CREATE, &error);

  g_assert_no_error (error);

  return database;
}

static void
upgrade (LoketDatabase *database,
         const char    *steps)
{
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  loket_schema_upgrade (database, steps, clock, &error);
  g_assert_no_error (error);
  loket_schema_check (database, steps, &error);
  g_assert_no_error (error);
}

/* Sees that neither the upgrade nor anything else touches the file. */
static void
assert_refused (const char *name,
                const char *steps,
                int         code,
                const char *words)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (GBytes) before = store_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (LoketDatabase) database = open_database (name);
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_schema_upgrade (database, steps, clock, &error)
                  && loket_schema_check (database, steps, &error));
  g_assert_error (error, LOKET_ERROR, code);
  store_assert_says (error, path);
  store_assert_says (error, words);

  g_clear_pointer (&database, loket_database_close);
  after = store_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_text (LoketDatabase *database,
             const char    *sql,
             const char    *expected)
{
  g_autofree char *text = store_read_text (database, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_steps_are_counted (void)
{
  g_assert_cmpint (loket_schema_get_latest (TWO), ==, 2);
  g_assert_cmpint (loket_schema_get_latest (THREE), ==, 3);
  g_assert_cmpint (loket_schema_get_latest (LOKET_SCHEMA_STEPS), >=, 1);
  g_assert_cmpint (loket_schema_get_latest ("/nowhere"), ==, 0);
}

static void
test_new_file_gets_the_whole_schema (void)
{
  g_autoptr (LoketDatabase) database = open_database ("new.db");
  g_autofree char *copy = store_build_path ("new.db.before-001-2026-11-21");

  upgrade (database, TWO);
  assert_text (database, "PRAGMA user_version", "2");
  /* The bytes L, O, K, T. */
  assert_text (database, "PRAGMA application_id", "1280265044");
  assert_text (database, "SELECT group_concat (version || ' ' || applied_at) FROM schema_version",
               "1 2026-11-21T09:40:00.000Z,2 2026-11-21T09:40:00.000Z");
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* And once more: nothing to do. */
  upgrade (database, TWO);
}

static void
make_old_store (const char *name)
{
  g_autoptr (LoketDatabase) database = open_database (name);

  upgrade (database, ONE);
  store_execute (database, "INSERT INTO office (id, version, act, name) "
                           "VALUES ('a', 1, 'x', 'Midden-Brabant')");
}

static void
test_upgrade_copies_aside_first (void)
{
  g_autofree char *path = store_build_path ("old.db.before-002-2026-11-21");
  g_autoptr (LoketDatabase) database = NULL;
  g_autoptr (LoketDatabase) copy = NULL;
  GStatBuf status;

  make_old_store ("old.db");
  database = open_database ("old.db");
  upgrade (database, TWO);
  assert_text (database, "SELECT name || ' ' || colour FROM office", "Midden-Brabant blue");

  copy = open_database ("old.db.before-002-2026-11-21");
  assert_text (copy, "PRAGMA user_version", "1");
  assert_text (copy, "SELECT name FROM office", "Midden-Brabant");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_step_that_fails_leaves_the_store_as_it_was (void)
{
  g_autoptr (LoketDatabase) database = NULL;
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  make_old_store ("old.db");
  database = open_database ("old.db");
  g_assert_false (loket_schema_upgrade (database, BROKEN, clock, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, "nowhere");

  assert_text (database, "PRAGMA user_version", "1");
  assert_text (database, "SELECT name FROM office", "Midden-Brabant");
  g_assert_true (loket_schema_check (database, ONE, NULL));

  /* The right program can go on with it, and copies aside anew. */
  upgrade (database, TWO);
}

/* When the copy cannot be made, the store is not touched, and no half copy stays. */
static void
test_no_copy_no_upgrade (void)
{
  g_autofree char *folder = store_build_path ("old.db.before-002-2026-11-21");
  g_autoptr (LoketDatabase) database = NULL;
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  make_old_store ("old.db");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  database = open_database ("old.db");
  g_assert_false (loket_schema_upgrade (database, TWO, clock, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  assert_text (database, "PRAGMA user_version", "1");
}

static void
test_goes_on_where_it_stopped (void)
{
  g_autoptr (LoketDatabase) database = NULL;

  make_old_store ("old.db");
  database = open_database ("old.db");
  upgrade (database, TWO);
  upgrade (database, THREE);
  assert_text (database, "SELECT group_concat (version) FROM schema_version", "1,2,3");
  assert_text (database, "SELECT name FROM shape", "Midden-Brabant");
}

/* Upgrades in a process of its own, which is killed at some moment. */
static void
kill_upgrade (gulong microseconds)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (LoketDatabase) database = open_database ("old.db");
      g_autoptr (LoketClock) clock = store_create_clock ();

      loket_schema_upgrade (database, THREE, clock, NULL);
      _exit (0);
    }

  g_usleep (microseconds);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

static void
test_killed_at_any_moment_it_goes_on (void)
{
  g_autofree char *path = store_build_path ("old.db");
  g_autoptr (GBytes) old = NULL;

  make_old_store ("old.db");
  old = store_read_file (path);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (LoketDatabase) database = NULL;

      store_write_file (path, old);
      kill_upgrade ((gulong) g_test_rand_int_range (0, 6000));
      database = open_database ("old.db");
      upgrade (database, THREE);
      assert_text (database, "PRAGMA integrity_check", "ok");
      assert_text (database, "SELECT name FROM shape", "Midden-Brabant");
    }
}

static void
test_newer_store_is_refused (void)
{
  g_autoptr (LoketDatabase) database = open_database ("newer.db");

  upgrade (database, THREE);
  g_clear_pointer (&database, loket_database_close);
  assert_refused ("newer.db", TWO, LOKET_ERROR_SCHEMA_TOO_NEW,
                  "was made by a newer version of Loketten");
}

static void
make_changed_store (const char *sql)
{
  g_autofree char *path = store_build_path ("changed.db");
  g_autoptr (LoketDatabase) database = NULL;

  g_unlink (path);
  make_old_store ("changed.db");
  database = open_database ("changed.db");
  store_execute (database, sql);
}

static void
test_database_of_another_program_is_refused (void)
{
  static const char *const others[] = {
    "CREATE TABLE bookmarks (url TEXT)",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA application_id = 252006674",
    /* The highest bit is set: a negative number to SQLite. */
    "CREATE TABLE bookmarks (url TEXT); PRAGMA application_id = -266631832",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = -3",
    "PRAGMA user_version = -3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%u.db", i);
      g_autoptr (LoketDatabase) database = open_database (name);

      store_execute (database, others[i]);
      g_clear_pointer (&database, loket_database_close);
      assert_refused (name, ONE, LOKET_ERROR_CORRUPT,
                      "this is a database of another program");
    }
}

static void
test_what_does_not_come_from_us_is_refused (void)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } changes[] = {
    { "CREATE TRIGGER evil AFTER INSERT ON client BEGIN DELETE FROM client; END", "trigger evil" },
    { "CREATE TRIGGER client AFTER INSERT ON client BEGIN DELETE FROM client; END",
      "trigger client" },
    { "CREATE VIEW evil AS SELECT * FROM client", "view evil" },
    { "CREATE TABLE evil (x TEXT)", "table evil" },
    { "CREATE INDEX evil ON client (city)", "index evil" },
    { "ALTER TABLE client ADD COLUMN bsn TEXT", "table client" },
    { "DROP TABLE setting", "tables are missing" },
    { "DROP INDEX client_sort_name", "tables are missing" },
    { "DROP TABLE setting; CREATE VIEW setting AS SELECT 1", "view setting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      make_changed_store (changes[i].sql);
      assert_refused ("changed.db", ONE, LOKET_ERROR_CORRUPT, changes[i].words);
      /* Nor does it run inside the next step. */
      assert_refused ("changed.db", TWO, LOKET_ERROR_CORRUPT, changes[i].words);
    }
}

static void
test_statistics_are_no_change (void)
{
  g_autoptr (LoketDatabase) database = NULL;

  make_old_store ("old.db");
  database = open_database ("old.db");
  store_execute (database, "ANALYZE");
  upgrade (database, ONE);
}

/* The stores that earlier versions made, kept with the tests: they must open for ever after. */
static void
test_released_store_opens (gconstpointer data)
{
  const char *step = data;
  g_autofree char *name = g_strdup_printf ("store-00%s.db", step);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *path = store_build_path ("released.db");
  g_autoptr (GBytes) contents = store_read_file (source);
  g_autoptr (LoketDatabase) database = NULL;

  store_write_file (path, contents);
  database = open_database ("released.db");
  assert_text (database, "PRAGMA user_version", step);
  upgrade (database, LOKET_SCHEMA_STEPS);
  assert_text (database, "PRAGMA integrity_check", "ok");
  assert_text (database, "SELECT count(*) FROM pragma_foreign_key_check", "0");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);
  g_resources_register (store_steps_get_resource ());

  g_test_add_func ("/schema/steps-are-counted", test_steps_are_counted);
  g_test_add_func ("/schema/new-file-gets-the-whole-schema", test_new_file_gets_the_whole_schema);
  g_test_add_func ("/schema/upgrade-copies-aside-first", test_upgrade_copies_aside_first);
  g_test_add_func ("/schema/step-that-fails-leaves-the-store-as-it-was",
                   test_step_that_fails_leaves_the_store_as_it_was);
  g_test_add_func ("/schema/no-copy-no-upgrade", test_no_copy_no_upgrade);
  g_test_add_func ("/schema/goes-on-where-it-stopped", test_goes_on_where_it_stopped);
  g_test_add_func ("/schema/killed-at-any-moment-it-goes-on", test_killed_at_any_moment_it_goes_on);
  g_test_add_func ("/schema/newer-store-is-refused", test_newer_store_is_refused);
  g_test_add_func ("/schema/database-of-another-program-is-refused",
                   test_database_of_another_program_is_refused);
  g_test_add_func ("/schema/what-does-not-come-from-us-is-refused",
                   test_what_does_not_come_from_us_is_refused);
  g_test_add_func ("/schema/statistics-are-no-change", test_statistics_are_no_change);
  g_test_add_data_func ("/schema/released-store-opens-001", "1", test_released_store_opens);
  g_test_add_data_func ("/schema/released-store-opens-002", "2", test_released_store_opens);
  g_test_add_data_func ("/schema/released-store-opens-003", "3", test_released_store_opens);
  g_test_add_data_func ("/schema/released-store-opens-004", "4", test_released_store_opens);
  g_test_add_data_func ("/schema/released-store-opens-005", "5", test_released_store_opens);
  g_test_add_data_func ("/schema/released-store-opens-006", "6", test_released_store_opens);

  return g_test_run ();
}
