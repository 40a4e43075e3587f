/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of backups and of looking a store over. */

#include "desk-fixture.h"
#include "loket-backup.h"
#include "loket-error.h"
#include "loket-session.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
assert_no_file (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_error ("%s was left behind", path);
}

static void
assert_nothing_left (const char *path)
{
  static const char *const ends[] = { "", ".partial", ".partial-journal", ".partial-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      assert_no_file (file);
    }
}

static void
test_backup_holds_everything (void)
{
  g_autofree char *path = store_build_path ("backup.db");
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDesk) restored = NULL;
  g_autofree char *id = desk_save_client (desk, "Öztürk");
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (loket_desk_back_up (desk, path, &error));
  g_assert_no_error (error);
  assert_no_file (partial);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  restored = desk_open ("backup.db");
  name = desk_read_text (restored, "SELECT id || ' ' || family_name FROM client");
  g_assert_true (g_str_has_prefix (name, id));
  g_assert_true (g_str_has_suffix (name, "Öztürk"));
}

/* It can be read from a disk to which nothing can be written. */
static void
test_backup_is_one_file (void)
{
  g_autofree char *path = store_build_path ("backup.db");
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDatabase) database = NULL;
  g_autofree char *mode = NULL;

  g_assert_true (loket_desk_back_up (desk, path, NULL));
  database = loket_database_open (path, LOKET_ACCESS_READ, NULL);
  mode = store_read_text (database, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
}

static void
test_file_that_is_there_is_not_overwritten (void)
{
  g_autofree char *path = store_build_path ("backup.db");
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "thesis", -1, NULL));
  g_assert_false (loket_desk_back_up (desk, path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  store_assert_says (error, "there is a file with this name already");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "thesis");
}

static void
test_store_is_not_its_own_backup (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_desk_back_up (desk, path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_free (desk_save_client (desk, "Jansen"));
}

static void
test_folder_that_is_not_there_is_named (void)
{
  g_autofree char *path = store_build_path ("nowhere/backup.db");
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_desk_back_up (desk, path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, path);
  assert_nothing_left (path);
}

/* What an earlier one left that was broken off is no hindrance. */
static void
test_remains_of_an_earlier_one_go (void)
{
  g_autofree char *path = store_build_path ("backup.db");
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (partial, "half", -1, NULL));
  g_assert_true (loket_desk_back_up (desk, path, &error));
  g_assert_no_error (error);
  assert_no_file (partial);
}

typedef struct
{
  char *path;
  int stop;     /* atomic */
  int n_saved;  /* atomic */
} Writing;

static gpointer
write_on (gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (LoketDesk) desk = loket_desk_open (writing->path, LOKET_ACCESS_WRITE, clock, NULL);

  while (!g_atomic_int_get (&writing->stop))
    {
      g_free (desk_save_client (desk, "Jansen"));
      g_atomic_int_inc (&writing->n_saved);
    }

  return NULL;
}

/* Each backup is the store at one moment: as many clients as words by which they are found. */
static void
test_backup_is_whole_while_others_write (void)
{
  Writing writing = { store_build_path ("store.db"), 0, 0 };
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  GThread *thread = g_thread_new ("writing", write_on, &writing);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("backup-%u.db", i);
      g_autofree char *path = store_build_path (name);
      g_autoptr (LoketDatabase) backup = NULL;
      g_autofree char *whole = NULL;
      g_autoptr (GError) error = NULL;
      int before = g_atomic_int_get (&writing.n_saved);

      while (g_atomic_int_get (&writing.n_saved) < before + 3)
        g_usleep (1000);
      g_assert_true (loket_desk_back_up (desk, path, &error));
      g_assert_no_error (error);

      backup = loket_database_open (path, LOKET_ACCESS_READ, &error);
      whole = store_read_text (backup,
                               "SELECT (SELECT count(*) FROM client) = (SELECT count(*) FROM "
                               "change_log) AND (SELECT count(*) FROM client) = (SELECT count(*) "
                               "FROM client_name WHERE place = 2)");
      g_assert_cmpstr (whole, ==, "1");
    }

  g_atomic_int_set (&writing.stop, 1);
  g_thread_join (thread);
  g_free (writing.path);
}

/* Empties the page of an index in the file, while the store is closed. */
static void
damage_index (const char *name,
              const char *index)
{
  g_autofree char *path = store_build_path (name);
  g_autofree char *sql = NULL;
  g_autofree char *page = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (LoketDatabase) database = loket_database_open (path, LOKET_ACCESS_READ, NULL);
  gsize size = 0;

  sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", index);
  page = store_read_text (database, sql);
  g_clear_pointer (&database, loket_database_close);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  contents[(g_ascii_strtoll (page, NULL, 10) - 1) * 4096 + 4] = 0;
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

static LoketDesk *
open_damaged (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDraft) session = desk_create_example (desk, &loket_session_kind);
  g_autoptr (LoketDeed) deed = desk_save (desk, session);

  loket_desk_close (desk);
  damage_index ("store.db", "session_start");

  return desk_open ("store.db");
}

/* A backup that looks whole and is not would be found out on the worst of days. */
static void
test_damaged_store_gives_no_backup (void)
{
  g_autofree char *path = store_build_path ("backup.db");
  g_autoptr (LoketDesk) desk = open_damaged ();
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_desk_back_up (desk, path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT);
  store_assert_says (error, "the copy is not sound");
  assert_nothing_left (path);
}

static void
test_check_says_that_a_store_is_sound (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *id = desk_save_client (desk, "Jansen");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  problems = loket_desk_check (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_check_names_each_problem (void)
{
  g_autoptr (LoketDesk) desk = open_damaged ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *last;

  desk_execute (desk, "UPDATE session SET channel = 'pigeon'");
  problems = loket_desk_check (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >=, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "The file is damaged"));
  last = g_ptr_array_index (problems, problems->len - 1);
  g_assert_nonnull (strstr (last, "Channel “pigeon” is not in the list"));
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/backup/backup-holds-everything", test_backup_holds_everything);
  g_test_add_func ("/backup/backup-is-one-file", test_backup_is_one_file);
  g_test_add_func ("/backup/file-that-is-there-is-not-overwritten",
                   test_file_that_is_there_is_not_overwritten);
  g_test_add_func ("/backup/store-is-not-its-own-backup", test_store_is_not_its_own_backup);
  g_test_add_func ("/backup/folder-that-is-not-there-is-named",
                   test_folder_that_is_not_there_is_named);
  g_test_add_func ("/backup/remains-of-an-earlier-one-go", test_remains_of_an_earlier_one_go);
  g_test_add_func ("/backup/backup-is-whole-while-others-write",
                   test_backup_is_whole_while_others_write);
  g_test_add_func ("/backup/damaged-store-gives-no-backup", test_damaged_store_gives_no_backup);
  g_test_add_func ("/backup/check-says-that-a-store-is-sound",
                   test_check_says_that_a_store_is_sound);
  g_test_add_func ("/backup/check-names-each-problem", test_check_names_each_problem);

  return g_test_run ();
}
