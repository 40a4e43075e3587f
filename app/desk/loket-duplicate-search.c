/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Compares clients who have something in common, some thousands at a time, so that others who read
 * need not wait until all are compared. */

#include "loket-duplicate-search.h"

#include "loket-record-table.h"

/* Takes some hundredths of a second. */
#define CLIENTS_PER_STEP 2000

/* What so many have in common says nothing: a telephone number or a postcode that was filled in
 * when none was known. */
#define MOST_SHARING 400

void
loket_pair_free (LoketPair *pair)
{
  g_free (pair->subject_id);
  g_free (pair->second_id);
  g_free (pair);
}

/**
 * loket_duplicate_step_new:
 *
 * Returns: (transfer full): a step that was not run yet
 */
LoketDuplicateStep *
loket_duplicate_step_new (LoketLikenessKey  key,
                          const char       *after,
                          GCancellable     *cancellable)
{
  LoketDuplicateStep *step = g_atomic_rc_box_new0 (LoketDuplicateStep);

  step->key = key;
  step->after = g_strdup (after);
  step->cancellable = g_object_ref (cancellable);
  step->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_pair_free);

  return step;
}

static void
clear_step (LoketDuplicateStep *step)
{
  g_free (step->after);
  g_free (step->last);
  g_object_unref (step->cancellable);
  g_ptr_array_unref (step->pairs);
}

void
loket_duplicate_step_unref (LoketDuplicateStep *step)
{
  g_atomic_rc_box_release_full (step, (GDestroyNotify) clear_step);
}

static void
add_pair (LoketDuplicateStep   *step,
          const LoketCandidate *a,
          const LoketCandidate *b,
          LoketLikeness         likeness)
{
  gboolean is_older = g_strcmp0 (a->id, b->id) < 0;
  LoketPair *pair = g_new0 (LoketPair, 1);

  pair->subject_id = g_strdup (is_older ? a->id : b->id);
  pair->second_id = g_strdup (is_older ? b->id : a->id);
  pair->likeness = likeness;
  g_ptr_array_add (step->pairs, pair);
}

/* Somebody may have said that these are two; few pairs come this far. */
static gboolean
check_pairs (LoketDuplicateStep  *step,
             LoketDatabase       *database,
             GError             **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_client_kind);

  for (guint i = step->pairs->len; i > 0; i--)
    {
      const LoketPair *pair = step->pairs->pdata[i - 1];
      g_autoptr (LoketRecord) first = loket_record_table_load (table, pair->subject_id, error);
      g_autoptr (LoketRecord) second = NULL;

      if (first != NULL)
        second = loket_record_table_load (table, pair->second_id, error);
      if (second == NULL)
        return FALSE;
      if (loket_client_is_not_same (LOKET_CLIENT (first), LOKET_CLIENT (second)))
        g_ptr_array_remove_index_fast (step->pairs, i - 1);
    }

  return TRUE;
}

/* Compares each with each of those that have the same value. */
static gboolean
compare_block (LoketDuplicateStep  *step,
               LoketCandidate     **block,
               guint                n,
               GError             **error)
{
  gboolean by_birth_date = step->key == LOKET_LIKENESS_BY_BIRTH_DATE;

  if (n > MOST_SHARING && !by_birth_date)
    return TRUE;

  for (guint i = 0; i + 1 < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (step->cancellable, error))
        return FALSE;

      for (guint j = i + 1; j < n; j++)
        {
          LoketLikeness likeness;

          if (!loket_person_may_be_named (block[i]->person, block[j]->person))
            continue;
          likeness = loket_likeness_compare (block[i]->person, block[j]->person);
          if (likeness.level > LOKET_LIKENESS_NONE)
            add_pair (step, block[i], block[j], likeness);
        }
    }

  return TRUE;
}

/**
 * loket_duplicate_step_run:
 * @input: a #LoketDuplicateStep
 *
 * A job of the thread that reads: looks at some thousand clients and sets what the step found.
 *
 * Returns: (transfer full) (nullable): the step
 */
gpointer
loket_duplicate_step_run (LoketDatabase  *database,
                          gpointer        input,
                          GError        **error)
{
  LoketDuplicateStep *step = input;
  g_autoptr (GPtrArray) candidates = NULL;
  LoketCandidate **all;
  guint start = 0;

  if (*step->after == '\0' && step->key == 0)
    step->n_clients = loket_record_table_count (loket_record_table_get (database,
                                                                        &loket_client_kind),
                                                error);
  if (step->n_clients < 0
      || !loket_likeness_table_read (database, step->key, step->after, CLIENTS_PER_STEP,
                                     &candidates, &step->last, &step->n_read, error))
    return NULL;

  all = (LoketCandidate **) candidates->pdata;
  for (guint i = 1; i <= candidates->len; i++)
    {
      if (i < candidates->len && g_strcmp0 (all[i]->key, all[start]->key) == 0)
        continue;
      if (!compare_block (step, all + start, i - start, error))
        return NULL;
      start = i;
    }

  return check_pairs (step, database, error) ? g_atomic_rc_box_acquire (step) : NULL;
}
