/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a store, hands jobs to its threads and tells when something changed. */

#define G_LOG_DOMAIN "loketten-store"

#include "loketten-config.h"

#include "loket-store.h"

#include "loket-code-table.h"
#include "loket-error.h"
#include "loket-note-client-table.h"
#include "loket-note-upkeep.h"
#include "loket-place.h"
#include "loket-schema.h"
#include "loketten-data-resources.h"

#include <glib/gstdio.h>

struct _LoketStore
{
  GObject parent_instance;

  char *path;
  LoketClock *clock;
  LoketIds *ids;         /* writer thread only */
  LoketWorker *writer;   /* (nullable): NULL once closed */
  LoketWorker *reader;   /* (nullable): NULL once closed */
  gint64 data_version;   /* of the reader's connection: grows when another program writes */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketStore, loket_store, G_TYPE_OBJECT)

static void
loket_store_dispose (GObject *object)
{
  LoketStore *self = LOKET_STORE (object);

  loket_store_close (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (loket_store_parent_class)->dispose (object);
}

static void
loket_store_finalize (GObject *object)
{
  LoketStore *self = LOKET_STORE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->ids, loket_ids_free);

  G_OBJECT_CLASS (loket_store_parent_class)->finalize (object);
}

static void
loket_store_class_init (LoketStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_store_dispose;
  object_class->finalize = loket_store_finalize;

  /**
   * LoketStore::changed:
   *
   * Records were written, by us or by another program. Emitted on the main thread.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_store_init (LoketStore *self)
{
  /* The linker drops the resources of a static library that nobody names. */
  g_resources_register (loketten_data_get_resource ());
}

/* Also when a start was cut off between the schema and the lists. */
static gboolean
fill_lists (LoketDatabase  *database,
            GError        **error)
{
  gboolean is_complete = FALSE;

  if (!loket_code_table_is_complete (database, &is_complete, error))
    return FALSE;
  if (is_complete)
    return TRUE;

  if (!loket_database_begin (database, TRUE, error))
    return FALSE;
  if (loket_code_table_fill (database, error))
    return loket_database_commit (database, error);

  loket_database_roll_back (database);
  return FALSE;
}

/* A store of an older program has no index of its notes. */
static gboolean
fill_notes (LoketDatabase  *database,
            GError        **error)
{
  gboolean is_filled = FALSE;

  if (!loket_note_client_table_is_filled (database, &is_filled, error))
    return FALSE;
  if (is_filled)
    return TRUE;

  if (!loket_database_begin (database, TRUE, error))
    return FALSE;
  if (loket_note_client_table_is_filled (database, &is_filled, error)
      && (is_filled || loket_note_upkeep_fill (database, error)))
    return loket_database_commit (database, error);

  loket_database_roll_back (database);
  return FALSE;
}

/* Brings the file to our schema before the workers use it. */
static gboolean
bring_up_to_date (LoketStore   *self,
                  LoketAccess   access,
                  GError      **error)
{
  g_autoptr (LoketDatabase) database = NULL;

  /* A log lets others read while we write, but all that is written goes through it first. A store
   * that is filled grows in its own file: should that break off, its journal tells where it
   * began. */
  gboolean has_log = access != LOKET_ACCESS_FILL;

  database = loket_database_open (self->path, LOKET_ACCESS_WRITE, error);
  if (database == NULL || !loket_schema_upgrade (database, LOKET_SCHEMA_STEPS, self->clock, error)
      || !loket_schema_check (database, LOKET_SCHEMA_STEPS, error)
      || !loket_database_set_log (database, has_log, error))
    return FALSE;

  return fill_lists (database, error) && fill_notes (database, error);
}

static gboolean
is_empty (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || status.st_size == 0;
}

/* On the thread that opens. */
static gboolean
prepare_file (LoketStore   *self,
              LoketAccess   access,
              GError      **error)
{
  if (access == LOKET_ACCESS_WRITE || !is_empty (self->path))
    return loket_place_check (self->path, error) && bring_up_to_date (self, access, error);

  if (!loket_place_prepare (self->path, error))
    return FALSE;
  if (bring_up_to_date (self, access, error))
    return TRUE;

  /* Nothing half made stays behind. */
  if (is_empty (self->path))
    g_unlink (self->path);

  return FALSE;
}

/* A number that grows when another connection has written; the job must return a pointer. */
static gpointer
read_data_version (LoketDatabase  *database,
                   gpointer        input,
                   GError        **error)
{
  LoketStatement *statement = loket_database_prepare (database, "PRAGMA data_version", error);

  if (statement == NULL || loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return NULL;

  return GSIZE_TO_POINTER ((gsize) loket_statement_get_integer (statement, 0));
}

/**
 * loket_store_open:
 * @path: the path of the store
 * @access: %LOKET_ACCESS_CREATE or %LOKET_ACCESS_FILL to make it when it is not there, else
 *   %LOKET_ACCESS_WRITE
 * @clock: the clock
 * @error: what is wrong with it, and what to do
 *
 * Opens a store, upgrading its schema where needed. Blocks.
 *
 * Returns: (transfer full) (nullable): the store
 */
LoketStore *
loket_store_open (const char   *path,
                  LoketAccess   access,
                  LoketClock   *clock,
                  GError      **error)
{
  g_autoptr (LoketStore) self = g_object_new (LOKET_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = g_object_ref (clock);
  self->ids = loket_ids_new (clock);

  if (!prepare_file (self, access, error))
    return NULL;

  self->writer = loket_worker_new ("loketten-writer", self->path, LOKET_ACCESS_WRITE, error);
  if (self->writer != NULL)
    self->reader = loket_worker_new ("loketten-reader", self->path, LOKET_ACCESS_READ, error);
  if (self->reader == NULL)
    return NULL;

  /* What others write from now on is a change. */
  self->data_version = (gint64) GPOINTER_TO_SIZE (loket_worker_run (self->reader, read_data_version,
                                                                    NULL, error));

  return self->data_version != 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * loket_store_close:
 *
 * Does all jobs that wait and closes the file. Jobs given afterwards are refused. Blocks: for
 * programs without a window, and for tests.
 */
void
loket_store_close (LoketStore *self)
{
  g_return_if_fail (LOKET_IS_STORE (self));

  g_clear_pointer (&self->reader, loket_worker_stop);
  g_clear_pointer (&self->writer, loket_worker_stop);
}

/* The threads of a store that is closing. */
typedef struct
{
  LoketWorker *writer;
  LoketWorker *reader;
} Workers;

static void
close_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Workers *workers = task_data;

  g_clear_pointer (&workers->reader, loket_worker_stop);
  g_clear_pointer (&workers->writer, loket_worker_stop);
  g_task_return_boolean (task, TRUE);
}

/**
 * loket_store_close_async:
 * @callback: called when all jobs that were given are done and the file is closed
 * @user_data: for @callback
 *
 * Closes the store without waiting. Jobs given from now on are refused. What is not done cannot be
 * cancelled.
 */
void
loket_store_close_async (LoketStore          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Workers *workers;

  g_return_if_fail (LOKET_IS_STORE (self));

  workers = g_new0 (Workers, 1);
  workers->writer = g_steal_pointer (&self->writer);
  workers->reader = g_steal_pointer (&self->reader);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, loket_store_close_async);
  g_task_set_task_data (task, workers, g_free);
  g_task_run_in_thread (task, close_in_thread);
}

/**
 * loket_store_close_finish:
 *
 * Returns: TRUE: closing does not fail, since every job was in a transaction of its own
 */
gboolean
loket_store_close_finish (LoketStore    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * loket_store_get_path:
 *
 * Returns: (transfer none): the path of the file, absolute
 */
const char *
loket_store_get_path (LoketStore *self)
{
  g_return_val_if_fail (LOKET_IS_STORE (self), NULL);

  return self->path;
}

/**
 * loket_store_get_clock:
 *
 * Returns: (transfer none): the clock
 */
LoketClock *
loket_store_get_clock (LoketStore *self)
{
  g_return_val_if_fail (LOKET_IS_STORE (self), NULL);

  return self->clock;
}

/**
 * loket_store_get_ids:
 *
 * Returns: (transfer none): where ids of new records come from; for jobs that write only
 */
LoketIds *
loket_store_get_ids (LoketStore *self)
{
  g_return_val_if_fail (LOKET_IS_STORE (self), NULL);

  return self->ids;
}

static gboolean
refuse_closed (GError **error)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_STORAGE, "The store is closed");

  return FALSE;
}

/**
 * loket_store_read:
 * @job: reads in one snapshot of the store
 * @input: what the job is given
 * @error: why it failed
 *
 * Blocks: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): what @job returned
 */
gpointer
loket_store_read (LoketStore  *self,
                  LoketJob     job,
                  gpointer     input,
                  GError     **error)
{
  g_return_val_if_fail (LOKET_IS_STORE (self), NULL);

  if (self->reader == NULL)
    {
      refuse_closed (error);
      return NULL;
    }

  return loket_worker_run (self->reader, job, input, error);
}

/**
 * loket_store_write:
 * @job: reads and writes in one transaction
 * @input: what the job is given
 * @error: why it failed; then nothing was written
 *
 * Blocks: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): what @job returned
 */
gpointer
loket_store_write (LoketStore  *self,
                   LoketJob     job,
                   gpointer     input,
                   GError     **error)
{
  gpointer result;

  g_return_val_if_fail (LOKET_IS_STORE (self), NULL);

  if (self->writer == NULL)
    {
      refuse_closed (error);
      return NULL;
    }

  result = loket_worker_run (self->writer, job, input, error);
  if (result != NULL)
    g_signal_emit (self, signals[CHANGED], 0);

  return result;
}

static void
queue_job (LoketWorker    *worker,
           LoketJob        job,
           gpointer        input,
           GDestroyNotify  free_input,
           GDestroyNotify  free_result,
           GTask          *task)
{
  if (worker != NULL)
    {
      loket_worker_queue (worker, job, input, free_input, free_result, task);
      return;
    }

  g_task_return_new_error (task, LOKET_ERROR, LOKET_ERROR_STORAGE, "The store is closed");
  g_object_unref (task);
  if (free_input != NULL)
    free_input (input);
}

/**
 * loket_store_read_async:
 * @job: reads in one snapshot of the store, on the thread that reads
 * @input: (transfer full): what the job is given
 * @free_input: (nullable): frees @input
 * @free_result: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): interrupts the job
 * @callback: called when it is done
 */
void
loket_store_read_async (LoketStore          *self,
                        LoketJob             job,
                        gpointer             input,
                        GDestroyNotify       free_input,
                        GDestroyNotify       free_result,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_store_read_async);
  queue_job (self->reader, job, input, free_input, free_result, task);
}

/**
 * loket_store_read_finish:
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
loket_store_read_finish (LoketStore    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * loket_store_write_async:
 * @job: reads and writes in one transaction, on the thread that writes
 * @input: (transfer full): what the job is given
 * @free_input: (nullable): frees @input
 * @free_result: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): ends a job that has not been written yet
 * @callback: called when it is done
 */
void
loket_store_write_async (LoketStore          *self,
                         LoketJob             job,
                         gpointer             input,
                         GDestroyNotify       free_input,
                         GDestroyNotify       free_result,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_store_write_async);
  /* What has been written is not undone by cancelling too late. */
  g_task_set_check_cancellable (task, FALSE);
  queue_job (self->writer, job, input, free_input, free_result, task);
}

/**
 * loket_store_write_finish:
 *
 * Returns: (transfer full) (nullable): what the job returned; after it everybody hears of a change
 */
gpointer
loket_store_write_finish (LoketStore    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  gpointer written;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  written = g_task_propagate_pointer (G_TASK (result), error);
  if (written != NULL)
    g_signal_emit (self, signals[CHANGED], 0);

  return written;
}

static void
data_version_read_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  LoketStore *self = LOKET_STORE (object);
  g_autoptr (GError) error = NULL;
  gint64 version = (gint64) GPOINTER_TO_SIZE (loket_store_read_finish (self, result, &error));

  if (error != NULL)
    {
      g_warning ("Cannot see whether the store changed: %s", error->message);
      return;
    }

  if (self->data_version != version)
    g_signal_emit (self, signals[CHANGED], 0);
  self->data_version = version;
}

/**
 * loket_store_look_for_changes:
 *
 * Emits #LoketStore::changed when somebody has written since the last look: another program, or we
 * ourselves. Does nothing once the store is closed.
 */
void
loket_store_look_for_changes (LoketStore *self)
{
  g_return_if_fail (LOKET_IS_STORE (self));

  if (self->reader != NULL)
    loket_store_read_async (self, read_data_version, NULL, NULL, NULL, NULL, data_version_read_cb,
                            NULL);
}
