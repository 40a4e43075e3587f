/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Goes through the store step by step and collects the pairs, best first. */

#include "loket-duplicates.h"

#include "loket-duplicate-search.h"
#include "loket-error.h"
#include "loket-record-table.h"

struct _LoketDuplicates
{
  GObject parent_instance;

  LoketDesk *desk;
  GCancellable *cancellable;  /* (nullable): while it is searching */
  GPtrArray *pairs;           /* of LoketPair, best first */
  GHashTable *seen;           /* "ID ID" of the pairs */
  LoketLikenessKey key;
  gint64 n_clients;
  gint64 n_read;              /* of those that have the key of this round */
};

enum
{
  PROGRESSED,
  DONE,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketDuplicates, loket_duplicates, G_TYPE_OBJECT)

static void run_step (LoketDuplicates *self,
                      const char      *after);

static void
loket_duplicates_dispose (GObject *object)
{
  LoketDuplicates *self = LOKET_DUPLICATES (object);

  loket_duplicates_cancel (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_duplicates_parent_class)->dispose (object);
}

static void
loket_duplicates_finalize (GObject *object)
{
  LoketDuplicates *self = LOKET_DUPLICATES (object);

  g_ptr_array_unref (self->pairs);
  g_hash_table_unref (self->seen);

  G_OBJECT_CLASS (loket_duplicates_parent_class)->finalize (object);
}

static void
loket_duplicates_class_init (LoketDuplicatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_duplicates_dispose;
  object_class->finalize = loket_duplicates_finalize;

  /**
   * LoketDuplicates::progressed:
   *
   * Some more clients have been compared.
   */
  signals[PROGRESSED] = g_signal_new ("progressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LoketDuplicates::done:
   *
   * All clients have been compared.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LoketDuplicates::problem:
   * @sentence: why the search ended
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
loket_duplicates_init (LoketDuplicates *self)
{
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_pair_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const LoketPair *first = *(LoketPair *const *) a;
  const LoketPair *second = *(LoketPair *const *) b;

  if (first->likeness.score > second->likeness.score)
    return -1;
  if (first->likeness.score < second->likeness.score)
    return 1;

  return g_strcmp0 (first->subject_id, second->subject_id);
}

/* Who has several things in common is found several times. */
static void
take_pairs (LoketDuplicates    *self,
            LoketDuplicateStep *step)
{
  g_autoptr (GPtrArray) pairs = g_steal_pointer (&step->pairs);

  step->pairs = g_ptr_array_new ();
  while (pairs->len > 0)
    {
      LoketPair *pair = g_ptr_array_steal_index_fast (pairs, pairs->len - 1);

      if (g_hash_table_add (self->seen,
                            g_strconcat (pair->subject_id, " ", pair->second_id, NULL)))
        g_ptr_array_add (self->pairs, pair);
      else
        loket_pair_free (pair);
    }
}

static void
end_search (LoketDuplicates *self)
{
  g_clear_object (&self->cancellable);
  g_ptr_array_sort (self->pairs, compare_pairs);
}

static void
step_run_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketDuplicates) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDuplicateStep) step = loket_desk_read_finish (LOKET_DESK (object), result,
                                                                &error);

  if (step == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      end_search (self);
      g_signal_emit (self, signals[PROBLEM], 0, error->message);
      return;
    }
  if (g_cancellable_is_cancelled (step->cancellable))
    return;

  take_pairs (self, step);
  self->n_clients = MAX (self->n_clients, step->n_clients);
  self->n_read += step->n_read;
  g_signal_emit (self, signals[PROGRESSED], 0);

  if (step->last != NULL)
    {
      run_step (self, step->last);
      return;
    }

  self->key++;
  self->n_read = 0;
  if (self->key < LOKET_LIKENESS_N_KEYS)
    {
      run_step (self, "");
      return;
    }

  end_search (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
run_step (LoketDuplicates *self,
          const char      *after)
{
  loket_desk_read_async (self->desk, loket_duplicate_step_run,
                         loket_duplicate_step_new (self->key, after, self->cancellable),
                         (GDestroyNotify) loket_duplicate_step_unref,
                         (GDestroyNotify) loket_duplicate_step_unref, self->cancellable,
                         step_run_cb, g_object_ref (self));
}

/**
 * loket_duplicates_new:
 *
 * Returns: (transfer full): a search that was not begun yet
 */
LoketDuplicates *
loket_duplicates_new (LoketDesk *desk)
{
  LoketDuplicates *self = g_object_new (LOKET_TYPE_DUPLICATES, NULL);

  self->desk = g_object_ref (desk);

  return self;
}

/**
 * loket_duplicates_search:
 *
 * Forgets what was found and compares all clients with the same date of birth, postcode, telephone
 * or e-mail address, off the main thread and in small steps.
 */
void
loket_duplicates_search (LoketDuplicates *self)
{
  g_return_if_fail (LOKET_IS_DUPLICATES (self));

  loket_duplicates_cancel (self);
  g_ptr_array_set_size (self->pairs, 0);
  g_hash_table_remove_all (self->seen);
  self->key = LOKET_LIKENESS_BY_BIRTH_DATE;
  self->n_read = 0;
  self->cancellable = g_cancellable_new ();
  run_step (self, "");
}

/**
 * loket_duplicates_cancel:
 *
 * Ends the search; what was found so far stays.
 */
void
loket_duplicates_cancel (LoketDuplicates *self)
{
  g_return_if_fail (LOKET_IS_DUPLICATES (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  end_search (self);
}

/**
 * loket_duplicates_is_searching:
 *
 * Returns: whether there may be more pairs than were found so far
 */
gboolean
loket_duplicates_is_searching (LoketDuplicates *self)
{
  g_return_val_if_fail (LOKET_IS_DUPLICATES (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * loket_duplicates_get_progress:
 *
 * Returns: how much of the store has been gone through, from 0 to 1
 */
double
loket_duplicates_get_progress (LoketDuplicates *self)
{
  double round;

  g_return_val_if_fail (LOKET_IS_DUPLICATES (self), 0);

  round = self->n_clients > 0 ? MIN ((double) self->n_read / (double) self->n_clients, 1) : 0;

  return ((double) self->key + round) / LOKET_LIKENESS_N_KEYS;
}

/**
 * loket_duplicates_get_pairs:
 *
 * Returns: (transfer none) (element-type LoketPair): what was found, the likeliest first once the
 *   search is over
 */
GPtrArray *
loket_duplicates_get_pairs (LoketDuplicates *self)
{
  g_return_val_if_fail (LOKET_IS_DUPLICATES (self), NULL);

  return self->pairs;
}

/* The pair may have been merged or told apart since it was found. */
static gpointer
load_pair (LoketDatabase  *database,
           gpointer        input,
           GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_client_kind);
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  char **ids = input;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) failure = NULL;
      LoketRecord *client = loket_record_table_load (table, ids[i], &failure);

      if (client != NULL)
        g_ptr_array_add (clients, client);
      else if (!g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  if (clients->len < 2 || loket_client_is_not_same (clients->pdata[0], clients->pdata[1]))
    g_ptr_array_set_size (clients, 0);

  return g_steal_pointer (&clients);
}

/**
 * loket_desk_load_pair_async:
 * @pair: a pair, which is copied
 *
 * Loads the two clients as they are now.
 */
void
loket_desk_load_pair_async (LoketDesk           *desk,
                            const LoketPair     *pair,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  const char *ids[] = { pair->subject_id, pair->second_id, NULL };

  loket_desk_read_async (desk, load_pair, g_strdupv ((char **) ids), (GDestroyNotify) g_strfreev,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * loket_desk_load_pair_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LoketClient): the two clients; empty when they
 *   are no pair any more
 */
GPtrArray *
loket_desk_load_pair_finish (LoketDesk     *desk,
                             GAsyncResult  *result,
                             GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
