/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of a store: its two threads, and what it tells of changes. */

#include "loket-code-table.h"
#include "loket-error.h"
#include "loket-office.h"
#include "loket-record-table.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define PATIENCE_SECONDS 20

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static gpointer
add_office (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_office_kind);
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_office_kind);

  loket_draft_set_value (draft, LOKET_OFFICE_NAME, input);

  return loket_record_table_insert (table, draft, input, "act", error) ? input : NULL;
}

static gpointer
count_offices (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  gint64 count = loket_record_table_count (loket_record_table_get (database, &loket_office_kind),
                                           error);

  /* Nought is no pointer. */
  return count < 0 ? NULL : GINT_TO_POINTER (count + 1);
}

static int
count (LoketStore *store)
{
  g_autoptr (GError) error = NULL;
  int result = GPOINTER_TO_INT (loket_store_read (store, count_offices, NULL, &error));

  g_assert_no_error (error);

  return result - 1;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nothing happened");

  return G_SOURCE_REMOVE;
}

static GAsyncResult *
await_result (GAsyncResult **result)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);

  return *result;
}

static void
run_what_waits (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_new_store_is_private_and_in_wal (void)
{
  g_autofree char *path = store_build_path ("folder/store.db");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *mode = NULL;
  g_autoptr (LoketStore) store = store_open ("folder/store.db");
  g_autoptr (LoketDatabase) database = NULL;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  database = loket_database_open (path, LOKET_ACCESS_READ, NULL);
  mode = store_read_text (database, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "wal");
}

static void
test_opening_does_not_make_a_store_unasked (void)
{
  g_autofree char *path = store_build_path ("missing.db");
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_store_open (path, LOKET_ACCESS_WRITE, clock, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What another program keeps there is safe, and what cannot become a store leaves nothing. */
static void
test_making_a_store_keeps_what_is_there (void)
{
  g_autofree char *path = store_build_path ("letter.odt");
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "Geachte heer", -1, NULL));
  g_assert_null (loket_store_open (path, LOKET_ACCESS_CREATE, clock, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Geachte heer");
}

static void
test_closing_leaves_one_file (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (LoketStore) store = store_open ("store.db");

  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
  loket_store_close (store);
  loket_store_close (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  g_clear_object (&store);
  store = store_open ("store.db");
  g_assert_cmpint (count (store), ==, 1);
}

static LoketStore *
open_to_fill (const char  *name,
              GError     **error)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (LoketClock) clock = store_create_clock ();

  return loket_store_open (path, LOKET_ACCESS_FILL, clock, error);
}

/* As long as it is filled, the file has no log; the next who opens it makes one again. */
static void
test_store_to_be_filled_has_no_log (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketStore) store = open_to_fill ("store.db", &error);

  g_assert_no_error (error);
  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  loket_store_close (store);

  g_clear_object (&store);
  store = store_open ("store.db");
  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "b", NULL));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (store), ==, 2);
}

static void
test_store_in_use_is_not_filled (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (open_to_fill ("store.db", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, "another program");
  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_assert_true (loket_store_close_finish (LOKET_STORE (object), result, NULL));
  g_string_append (user_data, "closed");
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_nonnull (loket_store_write_finish (LOKET_STORE (object), result, NULL));
  g_string_append (user_data, "written ");
}

/* What was begun is done first, and nobody has to wait for it. */
static void
test_closing_without_waiting_does_what_waits (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GString) done = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  loket_store_write_async (store, add_office, (gpointer) "a", NULL, NULL, NULL, written_cb, done);
  loket_store_close_async (store, closed_cb, done);
  g_assert_cmpstr (done->str, ==, "");
  g_assert_null (loket_store_write (store, add_office, (gpointer) "b", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  while (!g_str_has_suffix (done->str, "closed"))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (done->str, ==, "written closed");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&store);
  store = store_open ("store.db");
  g_assert_cmpint (count (store), ==, 1);
}

static void
test_reader_sees_what_was_written (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");

  g_assert_cmpint (count (store), ==, 0);
  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
  g_assert_cmpint (count (store), ==, 1);
}

static void
test_reader_may_not_write (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_store_read (store, add_office, (gpointer) "a", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_READ_ONLY);
}

static void
test_writing_tells_of_a_change (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GAsyncResult) result = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_cb), &n_changes);

  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_null (loket_store_write (store, add_office, (gpointer) "a", NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (count (store), ==, 1);
  g_assert_cmpuint (n_changes, ==, 1);

  loket_store_write_async (store, add_office, g_strdup ("b"), g_free, NULL, NULL, result_cb,
                           &result);
  await_result (&result);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_nonnull (loket_store_write_finish (store, result, NULL));
  g_assert_cmpuint (n_changes, ==, 2);
}

/* The records are there, so the lists must hear of it. */
static void
test_change_is_told_though_cancelled_too_late (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_cb), &n_changes);
  loket_store_write_async (store, add_office, (gpointer) "a", NULL, NULL, cancellable, result_cb,
                           &result);
  /* The writer has done it when it does the next job. */
  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "b", NULL));
  g_cancellable_cancel (cancellable);
  await_result (&result);
  g_assert_nonnull (loket_store_write_finish (store, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_answer_that_nobody_wants_is_dropped (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  loket_store_read_async (store, count_offices, NULL, NULL, NULL, cancellable, result_cb, &result);
  g_assert_cmpint (count (store), ==, 0);
  g_cancellable_cancel (cancellable);
  await_result (&result);
  g_assert_null (loket_store_read_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_look_sees_what_another_program_wrote (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (LoketStore) other = store_open ("store.db");
  guint n_changes = 0;

  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_cb), &n_changes);
  loket_store_look_for_changes (store);
  run_what_waits ();
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_nonnull (loket_store_write (other, add_office, (gpointer) "a", NULL));
  loket_store_look_for_changes (store);
  run_what_waits ();
  g_assert_cmpuint (n_changes, ==, 1);

  loket_store_look_for_changes (store);
  run_what_waits ();
  g_assert_cmpuint (n_changes, ==, 1);
}

/* Between opening and the first look, a list has been filled with what was there before. */
static void
test_first_look_sees_what_came_after_opening (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (LoketStore) other = store_open ("store.db");
  guint n_changes = 0;

  g_assert_nonnull (loket_store_write (other, add_office, (gpointer) "a", NULL));
  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_cb), &n_changes);
  loket_store_look_for_changes (store);
  run_what_waits ();
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_closed_store_refuses_jobs (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GError) error = NULL;

  loket_store_close (store);
  g_assert_null (loket_store_read (store, count_offices, NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_null (loket_store_write (store, add_office, (gpointer) "a", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  g_clear_error (&error);

  loket_store_read_async (store, count_offices, g_strdup ("x"), g_free, NULL, NULL, result_cb,
                          &read);
  await_result (&read);
  g_assert_null (loket_store_read_finish (store, read, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  g_clear_error (&error);
  loket_store_write_async (store, add_office, g_strdup ("x"), g_free, NULL, NULL, result_cb,
                           &written);
  await_result (&written);
  g_assert_null (loket_store_write_finish (store, written, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);

  /* A timer that rings late does no harm. */
  loket_store_look_for_changes (store);
  run_what_waits ();
}

static void
test_closing_finishes_what_was_asked (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (GAsyncResult) result = NULL;

  loket_store_write_async (store, add_office, g_strdup ("a"), g_free, NULL, NULL, result_cb,
                           &result);
  loket_store_close (store);
  await_result (&result);
  g_assert_nonnull (loket_store_write_finish (store, result, NULL));

  g_clear_object (&store);
  store = store_open ("store.db");
  g_assert_cmpint (count (store), ==, 1);
}

static void
test_ids_keep_the_clock_of_the_store (void)
{
  g_autoptr (LoketStore) store = store_open ("store.db");
  g_autoptr (LoketIds) same = loket_ids_new (loket_store_get_clock (store));
  char a[LOKET_ID_LENGTH + 1], b[LOKET_ID_LENGTH + 1];

  loket_ids_next (loket_store_get_ids (store), a);
  loket_ids_next (same, b);
  a[13] = b[13] = '\0';
  g_assert_cmpstr (a, ==, b);
}

/* What another start of the program finds. */
static LoketDatabase *
reopen (LoketDatabase *database)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketStore) store = NULL;

  loket_database_close (database);
  store = store_open ("store.db");
  g_clear_object (&store);

  return loket_database_open (path, LOKET_ACCESS_READ, NULL);
}

/* A start that was cut off between the schema and the lists. */
static void
test_lists_are_filled_when_they_are_missing (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *before = store_read_text (database, "SELECT count(*) FROM code");
  g_autofree char *after = NULL;

  store_execute (database, "DELETE FROM code");
  database = reopen (g_steal_pointer (&database));
  after = store_read_text (database, "SELECT count(*) FROM code");
  g_assert_cmpstr (after, ==, before);
}

/* A new version of the program brings codes; what the office retired or renamed stays so. */
static void
test_codes_of_a_newer_version_are_added (void)
{
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *label = NULL;
  g_autofree char *retired = NULL;
  g_autofree char *added = NULL;

  store_execute (database,
                 "UPDATE code SET retired = 1 WHERE list = 'heard_via' AND code = 'facebook';"
                 "UPDATE code SET label_nl = 'Bellen' WHERE list = 'channel' AND code = 'phone';"
                 "DELETE FROM code WHERE list = 'promise_outcome' AND code = 'not_reached'");
  database = reopen (g_steal_pointer (&database));
  label = store_read_text (database, "SELECT label_nl FROM code "
                                     "WHERE list = 'channel' AND code = 'phone'");
  retired = store_read_text (database, "SELECT code FROM code WHERE retired = 1");
  added = store_read_text (database, "SELECT label_nl FROM code "
                                     "WHERE list = 'promise_outcome' AND code = 'not_reached'");
  g_assert_cmpstr (label, ==, "Bellen");
  g_assert_cmpstr (retired, ==, "facebook");
  g_assert_cmpstr (added, ==, "Klant niet bereikt");
}

static gpointer
open_in_thread (gpointer user_data)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketClock) clock = store_create_clock ();
  GError *error = NULL;
  g_autoptr (LoketStore) store = loket_store_open (path, LOKET_ACCESS_CREATE, clock, &error);

  g_assert_true ((store != NULL) == (error == NULL));

  return error;
}

/* Window and reminders start together, before there is a store. */
static void
test_two_can_make_it_at_once (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("open", open_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GError) error = g_thread_join (threads[i]);

      g_assert_no_error (error);
    }
}

static void
test_store_is_freed (void)
{
  LoketStore *store = store_open ("store.db");

  g_assert_nonnull (loket_store_write (store, add_office, (gpointer) "a", NULL));
  g_assert_finalize_object (store);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/store/new-store-is-private-and-in-wal", test_new_store_is_private_and_in_wal);
  g_test_add_func ("/store/opening-does-not-make-a-store-unasked",
                   test_opening_does_not_make_a_store_unasked);
  g_test_add_func ("/store/making-a-store-keeps-what-is-there",
                   test_making_a_store_keeps_what_is_there);
  g_test_add_func ("/store/closing-leaves-one-file", test_closing_leaves_one_file);
  g_test_add_func ("/store/store-to-be-filled-has-no-log", test_store_to_be_filled_has_no_log);
  g_test_add_func ("/store/store-in-use-is-not-filled", test_store_in_use_is_not_filled);
  g_test_add_func ("/store/closing-without-waiting-does-what-waits",
                   test_closing_without_waiting_does_what_waits);
  g_test_add_func ("/store/reader-sees-what-was-written", test_reader_sees_what_was_written);
  g_test_add_func ("/store/reader-may-not-write", test_reader_may_not_write);
  g_test_add_func ("/store/writing-tells-of-a-change", test_writing_tells_of_a_change);
  g_test_add_func ("/store/change-is-told-though-cancelled-too-late",
                   test_change_is_told_though_cancelled_too_late);
  g_test_add_func ("/store/answer-that-nobody-wants-is-dropped",
                   test_answer_that_nobody_wants_is_dropped);
  g_test_add_func ("/store/look-sees-what-another-program-wrote",
                   test_look_sees_what_another_program_wrote);
  g_test_add_func ("/store/first-look-sees-what-came-after-opening",
                   test_first_look_sees_what_came_after_opening);
  g_test_add_func ("/store/closed-store-refuses-jobs", test_closed_store_refuses_jobs);
  g_test_add_func ("/store/closing-finishes-what-was-asked", test_closing_finishes_what_was_asked);
  g_test_add_func ("/store/ids-keep-the-clock-of-the-store", test_ids_keep_the_clock_of_the_store);
  g_test_add_func ("/store/lists-are-filled-when-they-are-missing",
                   test_lists_are_filled_when_they_are_missing);
  g_test_add_func ("/store/codes-of-a-newer-version-are-added", test_codes_of_a_newer_version_are_added);
  g_test_add_func ("/store/two-can-make-it-at-once", test_two_can_make_it_at_once);
  g_test_add_func ("/store/store-is-freed", test_store_is_freed);

  return g_test_run ();
}
