/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads in the change log what a merge did, tells what has happened since, and takes it back.
 *
 * When nothing happened since, both records are as they were. Else nothing that came later is lost:
 * a field that was changed since keeps what it says, and a trajectory that was opened since stays
 * with the record that stayed. */

#include "loketten-config.h"

#include "loket-unmerge-act.h"

#include "loket-change-table.h"
#include "loket-error.h"
#include "loket-item-set.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

#include <glib/gi18n-lib.h>

void
loket_merge_free (LoketMerge *merge)
{
  g_free (merge->act);
  g_free (merge->at);
  g_free (merge->counsellor);
  g_free (merge->kept_id);
  g_free (merge->gone_id);
  g_free (merge->name);
  g_free (merge->number);
  g_ptr_array_unref (merge->later_fields);
  g_free (merge);
}

/* The act that removed the record last: the log of a record begins with the latest. */
static gboolean
find_act (LoketDatabase  *database,
          const char     *gone_id,
          char          **act,
          GError        **error)
{
  g_autoptr (GPtrArray) changes = loket_change_table_load_record (database, gone_id, error);

  *act = NULL;
  for (guint i = 0; changes != NULL && i < changes->len && *act == NULL; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (g_str_equal (change->field, "removed"))
        *act = g_strdup (change->act);
    }

  return changes != NULL;
}

static const char *
find_old_value (GPtrArray  *changes,
                const char *record_id,
                guint       field)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (g_str_equal (change->record_id, record_id)
          && g_str_equal (change->field, loket_client_kind.fields[field].name))
        return change->old_value != NULL ? change->old_value : "";
    }

  return "";
}

/* A field of the record that stayed, as the merge left it, or changed since. */
static void
note_field (LoketMerge         *merge,
            LoketRecord        *kept,
            const LoketChange  *change)
{
  int field = loket_kind_find_field (&loket_client_kind, change->field);

  if (field < 0 || loket_client_kind.fields[field].flags & LOKET_FIELD_SET)
    return;

  if (g_strcmp0 (loket_record_get_value (kept, (guint) field), change->new_value) != 0)
    g_ptr_array_add (merge->later_fields,
                     g_strdup (loket_kind_get_field_title (&loket_client_kind, (guint) field)));
}

static gboolean
count_later (LoketMerge     *merge,
             LoketDatabase  *database,
             GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_trajectory_kind);
  g_autoptr (GPtrArray) trajectories = NULL;

  trajectories = loket_record_table_load_where (table, LOKET_TRAJECTORY_CLIENT_NO, merge->kept_id,
                                                error);
  /* Ids grow with time: what was made since lies behind the act. */
  for (guint i = 0; trajectories != NULL && i < trajectories->len; i++)
    merge->n_later += g_strcmp0 (loket_record_get_id (trajectories->pdata[i]), merge->act) > 0;

  return trajectories != NULL;
}

/* Reads the merge of @gone_id into @kept; nothing when it was another into which it was merged
 * first. */
static gboolean
read_merge (LoketDatabase  *database,
            LoketRecord    *kept,
            const char     *gone_id,
            LoketMerge    **found,
            GError        **error)
{
  g_autoptr (LoketMerge) merge = g_new0 (LoketMerge, 1);
  g_autoptr (GPtrArray) changes = NULL;
  gboolean is_ours = FALSE;

  merge->later_fields = g_ptr_array_new_with_free_func (g_free);
  merge->gone_id = g_strdup (gone_id);
  merge->kept_id = g_strdup (loket_record_get_id (kept));
  if (!find_act (database, gone_id, &merge->act, error))
    return FALSE;
  if (merge->act == NULL)
    return TRUE;

  changes = loket_change_table_load_act (database, merge->act, error);
  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (g_str_equal (change->record_id, merge->kept_id))
        {
          is_ours = TRUE;
          note_field (merge, kept, change);
        }
      merge->n_moved += g_str_equal (change->kind, loket_trajectory_kind.name);
    }
  if (!is_ours)
    return TRUE;

  merge->at = g_strdup (((LoketChange *) changes->pdata[0])->at);
  merge->counsellor = g_strdup (((LoketChange *) changes->pdata[0])->counsellor);
  merge->number = g_strdup (find_old_value (changes, gone_id, LOKET_CLIENT_CLIENT_NO));
  merge->name = loket_client_join_name (
    find_old_value (changes, gone_id, LOKET_CLIENT_GIVEN_NAME),
    find_old_value (changes, gone_id, LOKET_CLIENT_PREFIX),
    find_old_value (changes, gone_id, LOKET_CLIENT_FAMILY_NAME));
  if (!count_later (merge, database, error))
    return FALSE;

  *found = g_steal_pointer (&merge);

  return TRUE;
}

/**
 * loket_merge_load_all:
 * @client_id: the id of a client
 *
 * Returns: (transfer full) (nullable) (element-type LoketMerge): the records that were merged into
 *   this one and can be taken apart again, the first first
 */
GPtrArray *
loket_merge_load_all (LoketDatabase  *database,
                      const char     *client_id,
                      GError        **error)
{
  g_autoptr (GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_merge_free);
  g_autoptr (LoketRecord) kept = NULL;
  g_auto (GStrv) items = NULL;

  kept = loket_record_table_load (loket_record_table_get (database, &loket_client_kind), client_id,
                                  error);
  if (kept == NULL)
    return NULL;

  items = g_strsplit (loket_record_get_text (kept, LOKET_CLIENT_MERGED), ";", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *number = NULL;
      LoketMerge *merge = NULL;

      if (!loket_client_read_merged (items[i], &id, &number))
        continue;
      if (!read_merge (database, kept, id, &merge, error))
        return NULL;
      if (merge != NULL)
        g_ptr_array_add (merges, merge);
    }

  return g_steal_pointer (&merges);
}

static gpointer
load_merges (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  return loket_merge_load_all (database, input, error);
}

/**
 * loket_desk_load_merges_async:
 * @client_id: the id of a client
 *
 * Loads what was merged into a record.
 */
void
loket_desk_load_merges_async (LoketDesk           *desk,
                              const char          *client_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  loket_desk_read_async (desk, load_merges, g_strdup (client_id), g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * loket_desk_load_merges_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LoketMerge): as loket_merge_load_all () says
 */
GPtrArray *
loket_desk_load_merges_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}

/* The record that the act changed by merging another into it. */
static gboolean
find_kept (LoketDatabase  *database,
           const char     *act,
           LoketRecord   **kept,
           char          **merged,
           GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_client_kind);
  const char *name = loket_client_kind.fields[LOKET_CLIENT_MERGED].name;
  g_autoptr (GPtrArray) changes = loket_change_table_load_act (database, act, error);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (!g_str_equal (change->field, name) || change->new_value == NULL)
        continue;
      *merged = loket_item_set_take (change->new_value, change->old_value);
      *kept = loket_record_table_load (table, change->record_id, &failure);
      if (*kept == NULL && !g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return changes != NULL;
}

static gboolean
unmerge (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  g_autoptr (LoketRecord) kept = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *left = NULL;

  if (!find_kept (loket_act_get_database (act), input, &kept, &merged, error))
    return FALSE;

  if (kept == NULL)
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                           _("The record was merged with another again: take that apart first"));
      return FALSE;
    }

  left = loket_item_set_take (merged, loket_record_get_value (kept, LOKET_CLIENT_MERGED));
  if (merged == NULL || left != NULL)
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                           _("These records were taken apart already"));
      return FALSE;
    }

  return loket_act_take_back (act, input, LOKET_UNDO_KEEP_LATER, error);
}

/**
 * loket_desk_unmerge:
 * @act: the id of an act that merged
 * @error: %LOKET_ERROR_CONFLICT when it was taken back already, or when the record that stayed was
 *   merged into another since
 *
 * Takes a merge back and waits for it. What was changed or opened since stays as and where it is.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_unmerge (LoketDesk   *desk,
                    const char  *act,
                    GError     **error)
{
  return loket_desk_act (desk, "client.unmerge", unmerge, (gpointer) act, error);
}

/**
 * loket_desk_unmerge_async:
 *
 * Takes a merge back; finish with loket_desk_act_finish ().
 */
void
loket_desk_unmerge_async (LoketDesk           *desk,
                          const char          *act,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  loket_desk_act_async (desk, "client.unmerge", unmerge, g_strdup (act), g_free, cancellable,
                        callback, user_data);
}
