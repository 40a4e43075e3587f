/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A small file beside the store, and the thread that writes it: typing never waits for either. */

#include "loket-forms.h"

#include "loket-error.h"
#include "loket-form-table.h"
#include "loket-place.h"
#include "loket-schema.h"
#include "loket-worker.h"

#include <errno.h>
#include <glib/gstdio.h>

#define STEPS LOKET_SCHEMA_STEPS "/drafts"

/* How long what was typed may wait in memory, in milliseconds. */
#define DELAY 500

/* How long a form that was thrown away can be brought back, in days. */
#define DAYS_DISCARDED 7

struct _LoketForms
{
  GObject parent_instance;

  LoketClock *clock;
  LoketWorker *worker;  /* (nullable): once closed */
  char *damaged;        /* (nullable): where a file that could not be read was put */
  GHashTable *waiting;  /* id -> LoketForm: to be written */
  GHashTable *written;  /* (nullable): id -> LoketForm: what is being written at this moment */
  guint timeout_id;
};

enum
{
  KEPT,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketForms, loket_forms, G_TYPE_OBJECT)

static void
loket_forms_dispose (GObject *object)
{
  LoketForms *self = LOKET_FORMS (object);

  loket_forms_close (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (loket_forms_parent_class)->dispose (object);
}

static void
loket_forms_finalize (GObject *object)
{
  LoketForms *self = LOKET_FORMS (object);

  g_clear_pointer (&self->written, g_hash_table_unref);
  g_hash_table_unref (self->waiting);
  g_free (self->damaged);

  G_OBJECT_CLASS (loket_forms_parent_class)->finalize (object);
}

static void
loket_forms_class_init (LoketFormsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_forms_dispose;
  object_class->finalize = loket_forms_finalize;

  /**
   * LoketForms::kept:
   * @id: the id of a form
   * @stamp: when, UTC
   *
   * A form is on disk as it was given to loket_forms_keep () last.
   */
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * LoketForms::problem:
   * @reason: what the disk said
   *
   * What was typed could not be put on disk. Unless the file is being closed, it is tried again.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
loket_forms_init (LoketForms *self)
{
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) loket_form_free);
}

static char *
dup_stamp_of_old (LoketClock *clock)
{
  g_autoptr (GDateTime) now = loket_clock_dup_now (clock);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autoptr (GDateTime) old = g_date_time_add_days (utc, -DAYS_DISCARDED);

  return g_date_time_format (old, "%Y-%m-%dT%H:%M:%S.000Z");
}

static gboolean
forget_old (LoketDatabase  *database,
            LoketClock     *clock,
            GError        **error)
{
  g_autofree char *before = dup_stamp_of_old (clock);

  if (!loket_database_begin (database, TRUE, error))
    return FALSE;
  if (loket_form_table_remove_old (database, before, error))
    return loket_database_commit (database, error);

  loket_database_roll_back (database);

  return FALSE;
}

static gboolean
prepare_file (const char  *path,
              LoketClock  *clock,
              GError     **error)
{
  g_autoptr (LoketDatabase) database = NULL;

  if (!loket_place_create (path, error))
    return FALSE;
  database = loket_database_open (path, LOKET_ACCESS_WRITE, error);

  return database != NULL && loket_schema_upgrade (database, STEPS, clock, error)
         && loket_schema_check (database, STEPS, error)
         && loket_database_set_log (database, TRUE, error)
         && forget_old (database, clock, error);
}

/* What cannot be read is put aside, for somebody who may still read it. */
static char *
put_aside (const char  *path,
           LoketClock  *clock,
           GError     **error)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *stamp = loket_clock_dup_stamp (clock);
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, stamp);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (path, ends[i], NULL);
      g_autofree char *to = g_strconcat (aside, ends[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE, "%s: %s", from, g_strerror (errno));
          return NULL;
        }
    }

  return g_steal_pointer (&aside);
}

/**
 * loket_forms_open:
 * @store_path: the path of the store; the forms lie beside it
 * @clock: the clock
 * @error: why nothing can be kept
 *
 * Opens the file, and makes it when it is not there. One that is damaged is put aside. Blocks.
 *
 * Returns: (transfer full) (nullable): the forms
 */
LoketForms *
loket_forms_open (const char  *store_path,
                  LoketClock  *clock,
                  GError     **error)
{
  g_autoptr (LoketForms) self = g_object_new (LOKET_TYPE_FORMS, NULL);
  g_autofree char *path = g_strconcat (store_path, "-drafts", NULL);
  g_autoptr (GError) failure = NULL;

  self->clock = g_object_ref (clock);
  if (!prepare_file (path, clock, &failure))
    {
      if (!g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }

      self->damaged = put_aside (path, clock, error);
      if (self->damaged == NULL || !prepare_file (path, clock, error))
        return NULL;
    }

  self->worker = loket_worker_new ("loketten-drafts", path, LOKET_ACCESS_WRITE, error);

  return self->worker != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * loket_forms_get_damaged:
 *
 * Returns: (transfer none) (nullable): where a file that could not be read was put; NULL when the
 *   file was sound
 */
const char *
loket_forms_get_damaged (LoketForms *self)
{
  g_return_val_if_fail (LOKET_IS_FORMS (self), NULL);

  return self->damaged;
}

/* What is written in one go. */
typedef struct
{
  GPtrArray *forms;
  char *stamp;
} Batch;

static Batch *
take_waiting (LoketForms *self)
{
  Batch *batch = g_new0 (Batch, 1);
  GHashTableIter iter;
  gpointer form;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  batch->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_form_free);
  batch->stamp = loket_clock_dup_stamp (self->clock);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, NULL, &form))
    g_ptr_array_add (batch->forms, loket_form_copy (form));
  g_hash_table_remove_all (self->waiting);

  return batch;
}

static void
free_batch (Batch *batch)
{
  g_ptr_array_unref (batch->forms);
  g_free (batch->stamp);
  g_free (batch);
}

static gpointer
write_batch (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  Batch *batch = input;

  for (guint i = 0; i < batch->forms->len; i++)
    {
      if (!loket_form_table_put (database, batch->forms->pdata[i], batch->stamp, error))
        return NULL;
    }

  return batch;
}

static gboolean write_waiting_cb (gpointer user_data);

static void
wait_to_write (LoketForms *self)
{
  if (self->timeout_id == 0 && self->written == NULL)
    self->timeout_id = g_timeout_add (DELAY, write_waiting_cb, self);
}

/* What could not be written waits again, unless something newer of the same form does, or the form
 * is over. */
static void
put_back (LoketForms *self)
{
  GHashTableIter iter;
  gpointer id, form;

  g_hash_table_iter_init (&iter, self->written);
  while (g_hash_table_iter_next (&iter, &id, &form))
    {
      if (!g_hash_table_contains (self->waiting, id))
        g_hash_table_insert (self->waiting, g_strdup (id), loket_form_copy (form));
    }
}

static void
batch_written_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  LoketForms *self = LOKET_FORMS (object);
  Batch *batch = user_data;
  g_autoptr (GError) error = NULL;

  /* Closing has taken care of it. */
  if (self->worker == NULL)
    {
      free_batch (batch);
      return;
    }

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      put_back (self);
      g_signal_emit (self, signals[PROBLEM], 0, error->message);
    }
  else
    {
      for (guint i = 0; i < batch->forms->len; i++)
        g_signal_emit (self, signals[KEPT], 0, loket_form_get_id (batch->forms->pdata[i]),
                       batch->stamp);
    }

  g_clear_pointer (&self->written, g_hash_table_unref);
  if (g_hash_table_size (self->waiting) > 0)
    wait_to_write (self);
  free_batch (batch);
}

static gboolean
write_waiting_cb (gpointer user_data)
{
  LoketForms *self = user_data;
  Batch *batch;
  GTask *task;

  self->timeout_id = 0;
  batch = take_waiting (self);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) loket_form_free);
  for (guint i = 0; i < batch->forms->len; i++)
    g_hash_table_insert (self->written, g_strdup (loket_form_get_id (batch->forms->pdata[i])),
                         loket_form_copy (batch->forms->pdata[i]));
  task = g_task_new (self, NULL, batch_written_cb, batch);
  g_task_set_source_tag (task, loket_forms_keep);
  loket_worker_queue (self->worker, write_batch, batch, NULL, NULL, task);

  return G_SOURCE_REMOVE;
}

/**
 * loket_forms_keep:
 * @form: what a person has typed so far, which is copied
 *
 * Puts a form on disk, within half a second; the newest text of a form counts. Emits
 * #LoketForms::kept when it is there.
 */
void
loket_forms_keep (LoketForms      *self,
                  const LoketForm *form)
{
  g_return_if_fail (LOKET_IS_FORMS (self));
  g_return_if_fail (self->worker != NULL);

  g_hash_table_insert (self->waiting, g_strdup (loket_form_get_id (form)), loket_form_copy (form));
  wait_to_write (self);
}

/**
 * loket_forms_close:
 *
 * Puts what waits on disk and closes the file. Blocks for as long as the disk takes.
 */
void
loket_forms_close (LoketForms *self)
{
  g_autoptr (GError) error = NULL;
  Batch *batch;

  g_return_if_fail (LOKET_IS_FORMS (self));

  if (self->worker == NULL)
    return;

  /* What is being written at this moment may fail yet: it is written once more. */
  if (self->written != NULL)
    put_back (self);
  batch = take_waiting (self);
  if (batch->forms->len > 0 && loket_worker_run (self->worker, write_batch, batch, &error) == NULL)
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
  free_batch (batch);
  g_clear_pointer (&self->worker, loket_worker_stop);
}

static gpointer
load_forms (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_form_table_load (database, error);
}

/**
 * loket_forms_load_async:
 *
 * Loads the forms that are open: what was being typed when the program ended.
 */
void
loket_forms_load_async (LoketForms          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_FORMS (self));
  g_return_if_fail (self->worker != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_forms_load_async);
  loket_worker_queue (self->worker, load_forms, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                      task);
}

/**
 * loket_forms_load_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LoketForm): the forms, oldest first
 */
GPtrArray *
loket_forms_load_finish (LoketForms    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is done to one form, when it is over. */
typedef struct
{
  char *id;
  char *stamp;  /* (nullable): when it is thrown away; NULL when it is saved */
} End;

static void
free_end (End *end)
{
  g_free (end->id);
  g_free (end->stamp);
  g_free (end);
}

static gpointer
end_form (LoketDatabase  *database,
          gpointer        input,
          GError        **error)
{
  End *end = input;
  gboolean done;

  if (end->stamp != NULL)
    done = loket_form_table_discard (database, end->id, end->stamp, error);
  else
    done = loket_form_table_remove (database, end->id, error);

  return done ? end : NULL;
}

static void
form_ended_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_signal_emit (object, signals[PROBLEM], 0, error->message);
}

static void
queue_end (LoketForms *self,
           const char *id,
           char       *stamp)
{
  GTask *task;
  End *end;

  /* The store knows what was saved, also when the file is closed. */
  if (self->worker == NULL)
    {
      g_free (stamp);
      return;
    }

  task = g_task_new (self, NULL, form_ended_cb, NULL);
  end = g_new0 (End, 1);
  end->id = g_strdup (id);
  end->stamp = stamp;
  g_hash_table_remove (self->waiting, id);
  if (self->written != NULL)
    g_hash_table_remove (self->written, id);
  g_task_set_source_tag (task, queue_end);
  loket_worker_queue (self->worker, end_form, end, (GDestroyNotify) free_end, NULL, task);
}

/**
 * loket_forms_discard:
 * @id: the id of a form
 *
 * Throws a form away. It is open again when it is kept once more, which undoes this. Does nothing
 * once the file is closed.
 */
void
loket_forms_discard (LoketForms *self,
                     const char *id)
{
  g_return_if_fail (LOKET_IS_FORMS (self));

  queue_end (self, id, loket_clock_dup_stamp (self->clock));
}

/**
 * loket_forms_remove:
 * @id: the id of a form
 *
 * Removes a form of which everything is saved in the store. Does nothing once the file is closed.
 */
void
loket_forms_remove (LoketForms *self,
                    const char *id)
{
  g_return_if_fail (LOKET_IS_FORMS (self));

  queue_end (self, id, NULL);
}
