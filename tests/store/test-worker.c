/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the thread that does jobs in order. */

#include "loket-error.h"
#include "loket-worker.h"
#include "store-fixture.h"

#include <string.h>

#define PATIENCE_SECONDS 20

/* What a test and its jobs know of each other. */
typedef struct
{
  LoketWorker *worker;
  GMutex mutex;
  GCond cond;
  gboolean has_begun;   /* under the mutex: the job that waits runs */
  gboolean may_end;     /* under the mutex: the job that waits ends */
  GString *done;        /* main thread: the jobs that came back, in order */
} Fixture;

typedef struct
{
  Fixture *fixture;
  const char *name;
  GError *error;
} Call;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GError) error = NULL;

  store_execute (database, "PRAGMA journal_mode = WAL");
  fixture->worker = loket_worker_new ("test", path, LOKET_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  fixture->done = g_string_new (NULL);
  g_mutex_init (&fixture->mutex);
  g_cond_init (&fixture->cond);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->worker, loket_worker_stop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (fixture->done, TRUE);
  g_mutex_clear (&fixture->mutex);
  g_cond_clear (&fixture->cond);
}

/* Adds an office whose name is the input; the result is a copy of the name. */
static gpointer
add_office (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  LoketStatement *statement;

  statement = loket_database_prepare (database,
                                      "INSERT INTO office (id, version, act, name) "
                                      "VALUES ($1, 1, '', $2)",
                                      error);
  loket_statement_bind_text (statement, 1, input);
  loket_statement_bind_text (statement, 2, input);

  return loket_statement_run (statement, error) ? g_strdup (input) : NULL;
}

static gpointer
add_then_fail (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  g_free (add_office (database, input, NULL));
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, "no");

  return NULL;
}

static gpointer
list_offices (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  char *names = store_read_text (database, "SELECT group_concat (name, ' ') FROM "
                                           "(SELECT name FROM office ORDER BY name)");

  return names != NULL ? names : g_strdup ("");
}

static void
assert_offices (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *names = loket_worker_run (fixture->worker, list_offices, NULL, NULL);

  g_assert_cmpstr (names, ==, expected);
}

/* Writes, tells that it has begun, and does not end until it may. */
static gpointer
wait_inside (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  Fixture *fixture = input;

  g_free (add_office (database, (gpointer) "waiting", NULL));
  g_mutex_lock (&fixture->mutex);
  fixture->has_begun = TRUE;
  g_cond_signal (&fixture->cond);
  while (!fixture->may_end)
    g_cond_wait (&fixture->cond, &fixture->mutex);
  g_mutex_unlock (&fixture->mutex);

  return g_strdup ("waited");
}

/* Counts for minutes, if nobody stops it. */
static gpointer
count_endlessly (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  Fixture *fixture = input;

  g_free (add_office (database, (gpointer) "counting", NULL));
  g_mutex_lock (&fixture->mutex);
  fixture->has_begun = TRUE;
  g_cond_signal (&fixture->cond);
  g_mutex_unlock (&fixture->mutex);

  if (!loket_database_execute (database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                         "FROM n LIMIT 2000000000) SELECT count(*) FROM n", error))
    return NULL;

  return g_strdup ("counted");
}

/* Many short statements instead of one long one, as an import makes them. */
static gpointer
insert_endlessly (LoketDatabase  *database,
                  gpointer        input,
                  GError        **error)
{
  Fixture *fixture = input;

  for (guint i = 0; i < 100000000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *added = add_office (database, name, error);

      if (added == NULL)
        return NULL;
      if (i == 100)
        {
          g_mutex_lock (&fixture->mutex);
          fixture->has_begun = TRUE;
          g_cond_signal (&fixture->cond);
          g_mutex_unlock (&fixture->mutex);
        }
    }

  return g_strdup ("inserted");
}

static void
await_beginning (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  g_mutex_lock (&fixture->mutex);
  while (!fixture->has_begun)
    g_assert_true (g_cond_wait_until (&fixture->cond, &fixture->mutex, end));
  g_mutex_unlock (&fixture->mutex);
}

static void
let_end (Fixture *fixture)
{
  g_mutex_lock (&fixture->mutex);
  fixture->may_end = TRUE;
  g_cond_signal (&fixture->cond);
  g_mutex_unlock (&fixture->mutex);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Call *call = user_data;
  g_autofree char *value = g_task_propagate_pointer (G_TASK (result), &call->error);

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_true ((value != NULL) != (call->error != NULL));
  g_string_append_printf (call->fixture->done, "%s%s ", call->name,
                          call->error == NULL ? ""
                          : g_error_matches (call->error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? ":cancelled" : ":failed");
}

static void
queue (Fixture      *fixture,
       Call         *call,
       const char   *name,
       LoketJob      job,
       GCancellable *cancellable)
{
  GTask *task = g_task_new (NULL, cancellable, done_cb, call);
  gpointer input = job == add_office || job == add_then_fail ? (gpointer) name : fixture;

  g_task_set_check_cancellable (task, FALSE);
  call->fixture = fixture;
  call->name = name;
  call->error = NULL;
  loket_worker_queue (fixture->worker, job, input, NULL, g_free, task);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("A job did not come back");

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @n_calls came back. */
static void
await_calls (Fixture *fixture,
             guint    n_calls)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  for (;;)
    {
      g_auto (GStrv) parts = g_strsplit (fixture->done->str, " ", -1);

      if (g_strv_length (parts) > n_calls)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

static void
test_file_that_cannot_be_opened_is_said (void)
{
  g_autofree char *path = store_build_path ("missing.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_worker_new ("test", path, LOKET_ACCESS_WRITE, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
}

static void
test_jobs_run_in_order (Fixture       *fixture,
                        gconstpointer  data)
{
  Call calls[4];

  queue (fixture, &calls[0], "a", add_office, NULL);
  queue (fixture, &calls[1], "b", add_office, NULL);
  queue (fixture, &calls[2], "c", add_office, NULL);
  assert_offices (fixture, "a b c");
  queue (fixture, &calls[3], "d", add_office, NULL);
  await_calls (fixture, 4);
  g_assert_cmpstr (fixture->done->str, ==, "a b c d ");
}

/* Nothing comes back but through the main loop, though it is long done. */
static void
test_results_come_through_the_main_loop (Fixture       *fixture,
                                         gconstpointer  data)
{
  Call call;

  queue (fixture, &call, "a", add_office, NULL);
  assert_offices (fixture, "a");
  g_assert_cmpstr (fixture->done->str, ==, "");
  await_calls (fixture, 1);
  g_assert_cmpstr (fixture->done->str, ==, "a ");
}

static void
test_job_that_fails_writes_nothing (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Call call;

  g_assert_null (loket_worker_run (fixture->worker, add_then_fail, (gpointer) "x", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  queue (fixture, &call, "y", add_then_fail, NULL);
  await_calls (fixture, 1);
  g_assert_error (call.error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_clear_error (&call.error);
  assert_offices (fixture, "");
}

static void
test_cancelling_ends_the_job_that_runs (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call calls[2];

  queue (fixture, &calls[0], "count", count_endlessly, cancellable);
  queue (fixture, &calls[1], "a", add_office, NULL);
  await_beginning (fixture);
  g_cancellable_cancel (cancellable);
  await_calls (fixture, 2);
  g_assert_cmpstr (fixture->done->str, ==, "count:cancelled a ");
  g_clear_error (&calls[0].error);
  /* Rolled back; and the next job was not hit. */
  assert_offices (fixture, "a");
}

static void
test_cancelling_ends_a_job_of_many_statements (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call calls[2];

  queue (fixture, &calls[0], "insert", insert_endlessly, cancellable);
  queue (fixture, &calls[1], "a", add_office, NULL);
  await_beginning (fixture);
  g_cancellable_cancel (cancellable);
  await_calls (fixture, 2);
  g_assert_cmpstr (fixture->done->str, ==, "insert:cancelled a ");
  g_clear_error (&calls[0].error);
  assert_offices (fixture, "a");
}

static void
test_cancelled_job_is_skipped_in_the_queue (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call calls[3];

  queue (fixture, &calls[0], "wait", wait_inside, NULL);
  queue (fixture, &calls[1], "b", add_office, cancellable);
  queue (fixture, &calls[2], "c", add_office, NULL);
  await_beginning (fixture);
  /* The one that runs belongs to somebody else and goes on. */
  g_cancellable_cancel (cancellable);
  let_end (fixture);
  await_calls (fixture, 3);
  /* A task that ends with an error may come back an iteration later than the next one. */
  g_assert_nonnull (strstr (fixture->done->str, "wait "));
  g_assert_nonnull (strstr (fixture->done->str, "b:cancelled "));
  g_assert_nonnull (strstr (fixture->done->str, "c "));
  g_clear_error (&calls[1].error);
  assert_offices (fixture, "c waiting");
}

static void
test_cancelled_before_it_is_queued (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call call;

  g_cancellable_cancel (cancellable);
  queue (fixture, &call, "a", add_office, cancellable);
  await_calls (fixture, 1);
  g_assert_cmpstr (fixture->done->str, ==, "a:cancelled ");
  g_clear_error (&call.error);
  assert_offices (fixture, "");
}

/* What has been written was not cancelled, and is not said to be. */
static void
test_cancelling_too_late_changes_nothing (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call call;

  queue (fixture, &call, "a", add_office, cancellable);
  assert_offices (fixture, "a");
  g_cancellable_cancel (cancellable);
  await_calls (fixture, 1);
  g_assert_cmpstr (fixture->done->str, ==, "a ");
  assert_offices (fixture, "a");
}

/* A window that goes cancels what it asked for, after the store was closed. */
static void
test_cancelling_after_the_end_does_no_harm (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call call;

  queue (fixture, &call, "a", add_office, cancellable);
  g_clear_pointer (&fixture->worker, loket_worker_stop);
  g_cancellable_cancel (cancellable);
  await_calls (fixture, 1);
  g_assert_cmpstr (fixture->done->str, ==, "a ");
}

static void
test_stopping_does_what_waits (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketDatabase) database = NULL;
  g_autofree char *count = NULL;
  Call calls[50];
  char names[50][4];

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_snprintf (names[i], sizeof names[i], "%u", i);
      queue (fixture, &calls[i], names[i], add_office, NULL);
    }
  g_clear_pointer (&fixture->worker, loket_worker_stop);

  database = loket_database_open (path, LOKET_ACCESS_READ, NULL);
  count = store_read_text (database, "SELECT count(*) FROM office");
  g_assert_cmpstr (count, ==, "50");
  await_calls (fixture, G_N_ELEMENTS (calls));
}

static void
test_input_is_freed_on_the_main_thread (Fixture       *fixture,
                                        gconstpointer  data)
{
  GObject *input = g_object_new (G_TYPE_OBJECT, NULL);
  gpointer watched = input;
  Call call = { fixture, "a", NULL };
  GTask *task = g_task_new (NULL, NULL, done_cb, &call);

  g_object_add_weak_pointer (input, &watched);
  loket_worker_queue (fixture->worker, list_offices, input, g_object_unref, g_free, task);
  assert_offices (fixture, "");
  g_assert_nonnull (watched);
  await_calls (fixture, 1);
  g_assert_null (watched);
}

static void
add (const char *name,
     void (*func) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/worker/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/worker/file-that-cannot-be-opened-is-said",
                   test_file_that_cannot_be_opened_is_said);
  add ("jobs-run-in-order", test_jobs_run_in_order);
  add ("results-come-through-the-main-loop", test_results_come_through_the_main_loop);
  add ("job-that-fails-writes-nothing", test_job_that_fails_writes_nothing);
  add ("cancelling-ends-the-job-that-runs", test_cancelling_ends_the_job_that_runs);
  add ("cancelling-ends-a-job-of-many-statements", test_cancelling_ends_a_job_of_many_statements);
  add ("cancelled-job-is-skipped-in-the-queue", test_cancelled_job_is_skipped_in_the_queue);
  add ("cancelled-before-it-is-queued", test_cancelled_before_it_is_queued);
  add ("cancelling-too-late-changes-nothing", test_cancelling_too_late_changes_nothing);
  add ("cancelling-after-the-end-does-no-harm", test_cancelling_after_the_end_does_no_harm);
  add ("stopping-does-what-waits", test_stopping_does_what_waits);
  add ("input-is-freed-on-the-main-thread", test_input_is_freed_on_the_main_thread);

  return g_test_run ();
}
