/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks, on the thread that reads, for clients who look like a draft. */

#include "loket-alike.h"

#include "loket-likeness-table.h"
#include "loket-record-table.h"

void
loket_alike_free (LoketAlike *alike)
{
  g_object_unref (alike->client);
  g_free (alike);
}

typedef struct
{
  const char *id;  /* borrowed: the candidate's */
  LoketLikeness likeness;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->likeness.score > second->likeness.score)
    return -1;
  if (first->likeness.score < second->likeness.score)
    return 1;

  return g_strcmp0 (first->id, second->id);
}

static GArray *
score (const LoketDraft *draft,
       GPtrArray        *candidates)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (LoketPerson) person = loket_person_new_from_draft (draft);

  for (guint i = 0; i < candidates->len; i++)
    {
      const LoketCandidate *candidate = candidates->pdata[i];
      Hit hit = { candidate->id, loket_likeness_compare (person, candidate->person) };

      if (hit.likeness.level > LOKET_LIKENESS_NONE
          && g_strcmp0 (candidate->id, loket_draft_get_id (draft)) != 0)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);

  return hits;
}

/* Somebody may have said already that these are two. */
static gboolean
is_told_apart (const LoketDraft *draft,
               LoketClient      *client)
{
  const char *id = loket_draft_get_id (draft);

  return loket_client_is_told_apart_by (client,
                                        loket_draft_get_value (draft, LOKET_CLIENT_NOT_SAME))
         || (id != NULL && LOKET_IS_CLIENT (loket_draft_get_record (draft))
             && loket_client_is_not_same (client, LOKET_CLIENT (loket_draft_get_record (draft))));
}

/**
 * loket_alike_find:
 * @draft: a client, perhaps half typed
 *
 * Returns: (transfer full) (nullable) (element-type LoketAlike): at most %LOKET_ALIKE_MOST clients
 *   who may be the same person, the likeliest first
 */
GPtrArray *
loket_alike_find (LoketDatabase     *database,
                  const LoketDraft  *draft,
                  GError           **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_client_kind);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_alike_free);
  g_autoptr (GPtrArray) candidates = loket_likeness_table_find (database, draft, error);
  g_autoptr (GArray) hits = NULL;

  if (candidates == NULL)
    return NULL;

  hits = score (draft, candidates);
  for (guint i = 0; i < hits->len && found->len < LOKET_ALIKE_MOST; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      g_autoptr (LoketRecord) record = loket_record_table_load (table, hit->id, error);
      LoketAlike *alike;

      if (record == NULL)
        return NULL;
      if (is_told_apart (draft, LOKET_CLIENT (record)))
        continue;

      alike = g_new0 (LoketAlike, 1);
      alike->client = LOKET_CLIENT (g_steal_pointer (&record));
      alike->likeness = hit->likeness;
      g_ptr_array_add (found, alike);
    }

  return g_steal_pointer (&found);
}

static gpointer
find_alike (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_alike_find (database, input, error);
}

/**
 * loket_desk_find_alike_async:
 * @draft: a client, perhaps half typed; it is copied
 *
 * Looks for clients who may be the same person.
 */
void
loket_desk_find_alike_async (LoketDesk           *desk,
                             const LoketDraft    *draft,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  loket_desk_read_async (desk, find_alike, loket_draft_copy (draft),
                         (GDestroyNotify) loket_draft_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_find_alike_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LoketAlike): as loket_alike_find () says
 */
GPtrArray *
loket_desk_find_alike_finish (LoketDesk     *desk,
                              GAsyncResult  *result,
                              GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
