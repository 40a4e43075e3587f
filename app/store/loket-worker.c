/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Runs jobs on a thread of its own, each in one transaction. */

#define G_LOG_DOMAIN "loketten-store"

#include "loket-worker.h"

struct _LoketWorker
{
  GThread *thread;
  GAsyncQueue *queue;
  char *path;
  gboolean writes;

  GMutex mutex;
  GCond opened;
  gboolean is_open;
  GError *open_error;       /* (nullable): why opening failed */
  LoketDatabase *database;  /* worker thread only, but for interrupting under the mutex */
  GCancellable *current;    /* (nullable), borrowed: of the job that runs, under the mutex */
};

typedef struct
{
  LoketJob job;             /* NULL ends the worker */
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  GTask *task;              /* (nullable): NULL when somebody waits */
  gulong cancelled_id;

  gboolean done;            /* for who waits, under the mutex */
  GCond *finished;
  gpointer result;
  GError *error;
} Work;

static void
run_work (LoketWorker *self,
          Work        *work)
{
  if (!loket_database_begin (self->database, self->writes, &work->error))
    return;

  work->result = work->job (self->database, work->input, &work->error);

  if (work->result == NULL)
    {
      g_assert (work->error != NULL);
      loket_database_roll_back (self->database);
    }
  else if (!loket_database_commit (self->database, &work->error) && work->free_result != NULL)
    {
      g_clear_pointer (&work->result, work->free_result);
    }
}

/* On the thread of the task: the worker must never drop the last reference to one. */
static gboolean
return_work (gpointer user_data)
{
  Work *work = user_data;
  GCancellable *cancellable = g_task_get_cancellable (work->task);

  g_cancellable_disconnect (cancellable, work->cancelled_id);

  if (work->error != NULL)
    g_task_return_error (work->task, g_steal_pointer (&work->error));
  else
    g_task_return_pointer (work->task, work->result, work->free_result);

  if (work->free_input != NULL)
    work->free_input (work->input);
  g_object_unref (work->task);
  g_free (work);

  return G_SOURCE_REMOVE;
}

static void
run_queued (LoketWorker *self,
            Work        *work)
{
  GCancellable *cancellable = g_task_get_cancellable (work->task);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_mutex_lock (&self->mutex);
  self->current = cancellable;
  g_mutex_unlock (&self->mutex);

  if (!g_cancellable_set_error_if_cancelled (cancellable, &work->error))
    run_work (self, work);

  g_mutex_lock (&self->mutex);
  self->current = NULL;
  loket_database_resume (self->database);
  g_mutex_unlock (&self->mutex);

  g_source_set_priority (source, g_task_get_priority (work->task));
  g_source_set_callback (source, return_work, work, NULL);
  g_source_attach (source, g_task_get_context (work->task));
}

static void
run_awaited (LoketWorker *self,
             Work        *work)
{
  run_work (self, work);

  g_mutex_lock (&self->mutex);
  work->done = TRUE;
  g_cond_signal (work->finished);
  g_mutex_unlock (&self->mutex);
}

static gpointer
worker_main (gpointer user_data)
{
  LoketWorker *self = user_data;
  LoketAccess access = self->writes ? LOKET_ACCESS_WRITE : LOKET_ACCESS_READ;

  g_mutex_lock (&self->mutex);
  self->database = loket_database_open (self->path, access, &self->open_error);
  self->is_open = TRUE;
  g_cond_signal (&self->opened);
  g_mutex_unlock (&self->mutex);

  while (self->database != NULL)
    {
      Work *work = g_async_queue_pop (self->queue);

      if (work->job == NULL)
        {
          g_free (work);
          break;
        }

      if (work->task != NULL)
        run_queued (self, work);
      else
        run_awaited (self, work);
    }

  g_clear_pointer (&self->database, loket_database_close);

  return NULL;
}

static void
clear_worker (LoketWorker *self)
{
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->opened);
  g_clear_error (&self->open_error);
  g_free (self->path);
}

/* A job that is done may still be cancelled, after its worker was stopped. */
static void
release_worker (LoketWorker *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_worker);
}

/**
 * loket_worker_new:
 * @name: the name of the thread
 * @path: the database
 * @access: %LOKET_ACCESS_WRITE for a writer, %LOKET_ACCESS_READ for a reader
 * @error: why the database could not be opened
 *
 * Returns: (transfer full) (nullable): a worker, to be ended with loket_worker_stop ()
 */
LoketWorker *
loket_worker_new (const char   *name,
                  const char   *path,
                  LoketAccess   access,
                  GError      **error)
{
  LoketWorker *self = g_atomic_rc_box_new0 (LoketWorker);

  self->queue = g_async_queue_new ();
  self->path = g_strdup (path);
  self->writes = access != LOKET_ACCESS_READ;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->opened);
  self->thread = g_thread_new (name, worker_main, self);

  g_mutex_lock (&self->mutex);
  while (!self->is_open)
    g_cond_wait (&self->opened, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (self->open_error == NULL)
    return self;

  g_propagate_error (error, g_steal_pointer (&self->open_error));
  g_thread_join (self->thread);
  release_worker (self);

  return NULL;
}

/**
 * loket_worker_stop:
 *
 * Does all jobs that wait, closes the connection and ends the thread.
 */
void
loket_worker_stop (LoketWorker *self)
{
  g_async_queue_push (self->queue, g_new0 (Work, 1));
  g_thread_join (self->thread);
  release_worker (self);
}

/**
 * loket_worker_run:
 * @job: what to do
 * @input: what the job is given
 * @error: why it failed
 *
 * Does a job and waits for it: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): the job's result
 */
gpointer
loket_worker_run (LoketWorker  *self,
                  LoketJob      job,
                  gpointer      input,
                  GError      **error)
{
  GCond finished;
  Work work = { .job = job, .input = input, .finished = &finished };

  g_cond_init (&finished);
  g_async_queue_push (self->queue, &work);

  g_mutex_lock (&self->mutex);
  while (!work.done)
    g_cond_wait (&finished, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_cond_clear (&finished);

  if (work.error != NULL)
    {
      g_propagate_error (error, work.error);
      return NULL;
    }

  return work.result;
}

static void
cancelled_cb (GCancellable *cancellable,
              LoketWorker  *self)
{
  g_mutex_lock (&self->mutex);
  if (self->current == cancellable)
    loket_database_interrupt (self->database);
  g_mutex_unlock (&self->mutex);
}

/**
 * loket_worker_queue:
 * @job: what to do
 * @input: (transfer full): what the job is given
 * @free_input: (nullable): frees @input, on the thread of the task
 * @free_result: (nullable): frees a result that nobody takes
 * @task: (transfer full): returns the result; its cancellable interrupts the job
 *
 * Does a job later, after all that were queued before.
 */
void
loket_worker_queue (LoketWorker    *self,
                    LoketJob        job,
                    gpointer        input,
                    GDestroyNotify  free_input,
                    GDestroyNotify  free_result,
                    GTask          *task)
{
  Work *work = g_new0 (Work, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  work->job = job;
  work->input = input;
  work->free_input = free_input;
  work->free_result = free_result;
  work->task = task;
  if (cancellable != NULL)
    work->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                g_atomic_rc_box_acquire (self),
                                                (GDestroyNotify) release_worker);

  g_async_queue_push (self->queue, work);
}
