/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Merges two records of one person, or remembers that they are of two.
 *
 * Whatever refers to the record that goes refers to the one that stays from then on. The log keeps
 * all values of the record that goes, and the one that stays keeps its number and its id: so both
 * lead to the client, and undoing the act gives both records back as they were. */

#include "loketten-config.h"

#include "loket-merge-act.h"

#include "loket-confirmed.h"
#include "loket-error.h"
#include "loket-intake.h"
#include "loket-item-set.h"
#include "loket-record-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LoketDraft *kept;
  LoketClient *gone;
} Merging;

static Merging *
create_merging (const LoketDraft *kept,
                LoketClient      *gone)
{
  Merging *merging = g_new0 (Merging, 1);

  merging->kept = loket_draft_copy (kept);
  merging->gone = g_object_ref (gone);

  return merging;
}

static void
free_merging (Merging *merging)
{
  loket_draft_free (merging->kept);
  g_object_unref (merging->gone);
  g_free (merging);
}

/* The record that goes must still be as the person saw it who chose between the two. */
static LoketRecord *
load_gone (LoketAct  *act,
           Merging   *merging,
           GError   **error)
{
  LoketRecord *seen = LOKET_RECORD (merging->gone);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (seen);
  g_autoptr (LoketRecord) record = NULL;
  int field;

  record = loket_record_table_load (loket_record_table_get (loket_act_get_database (act),
                                                            &loket_client_kind),
                                    loket_record_get_id (seen), error);
  if (record == NULL || loket_record_get_version (record) == loket_record_get_version (seen))
    return g_steal_pointer (&record);

  field = MAX (loket_draft_find_conflict (draft, record), 0);
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
               _("%s: somebody else changed this meanwhile to “%s”"),
               loket_kind_get_field_title (&loket_client_kind, (guint) field),
               loket_record_get_text (record, (guint) field));

  return NULL;
}

/* What refers to the record that goes through @field of @kind. */
static gboolean
move_records (LoketAct         *act,
              const LoketKind  *kind,
              guint             field,
              const char       *from,
              const char       *to,
              GError          **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kind);
  g_autoptr (GPtrArray) records = loket_record_table_load_where (table, field, from, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (LoketDraft) draft = loket_draft_new_from_record (records->pdata[i]);

      loket_draft_set_value (draft, field, to);
      if (!loket_act_save (act, draft, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_all (LoketAct    *act,
          const char  *from,
          const char  *to,
          GError     **error)
{
  const LoketKind *const *kinds = loket_kind_get_all ();

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          const LoketField *field = &kinds[k]->fields[i];

          if (field->type == LOKET_FIELD_REFERENCE
              && g_strcmp0 (field->list, loket_client_kind.name) == 0
              && !move_records (act, kinds[k], i, from, to, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Who was told apart from one of the two is told apart from both; the two are not apart. */
static void
join_sets (LoketDraft  *kept,
           LoketRecord *gone)
{
  g_autofree char *merged = loket_client_write_merged (LOKET_CLIENT (gone));
  g_autofree char *all_merged = NULL;
  g_autofree char *told_apart = NULL;
  g_autofree char *without_gone = NULL;
  g_autofree char *without_both = NULL;

  all_merged = loket_item_set_add (loket_draft_get_value (kept, LOKET_CLIENT_MERGED), merged);
  told_apart = loket_item_set_add (loket_draft_get_value (kept, LOKET_CLIENT_NOT_SAME),
                                   loket_record_get_value (gone, LOKET_CLIENT_NOT_SAME));
  without_gone = loket_item_set_take (told_apart, loket_record_get_id (gone));
  without_both = loket_item_set_take (without_gone, loket_draft_get_id (kept));

  loket_draft_set_value (kept, LOKET_CLIENT_MERGED, all_merged);
  loket_draft_set_value (kept, LOKET_CLIENT_NOT_SAME, without_both);
}

/* Whether what was chosen for @field is what the record that goes says of it; when both say the
 * same, the one counts in which it was confirmed last. */
static gboolean
comes_from (const LoketDraft *kept,
            LoketRecord      *gone,
            guint             field)
{
  LoketRecord *before = loket_draft_get_record (kept);

  return !loket_draft_differs_from (kept, gone, field)
         && (loket_draft_differs_from (kept, before, field)
             || loket_confirmed_is_newer (gone, before, field));
}

/* A value keeps the day and the source of its own record. Where nothing was noted, they follow from
 * the day of the registration, of which only one stays. */
static void
keep_confirmations (LoketDraft  *kept,
                    LoketRecord *gone)
{
  LoketRecord *before = loket_draft_get_record (kept);
  gboolean is_moved = loket_draft_differs_from (kept, before, LOKET_CLIENT_REGISTERED_ON);

  for (guint i = 0; i < LOKET_CLIENT_N_FIELDS; i++)
    {
      LoketRecord *source;
      LoketConfirmation confirmation;

      if (!loket_intake_asks_for (i) || loket_draft_get_value (kept, i) == NULL)
        continue;
      source = comes_from (kept, gone, i) ? gone : before;
      confirmation = loket_confirmed_get (source, i);
      if (source == gone || is_moved)
        loket_confirmed_set (kept, i, confirmation.on.text, confirmation.source);
    }
}

static gboolean
merge (LoketAct  *act,
       gpointer   input,
       GError   **error)
{
  Merging *merging = input;
  const char *kept_id = loket_draft_get_id (merging->kept);
  g_autoptr (LoketRecord) gone = load_gone (act, merging, error);

  if (gone == NULL)
    return FALSE;

  if (g_str_equal (loket_record_get_id (gone), kept_id))
    {
      g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                           _("A record cannot be merged with itself"));
      return FALSE;
    }

  join_sets (merging->kept, gone);
  keep_confirmations (merging->kept, gone);

  return move_all (act, loket_record_get_id (gone), kept_id, error)
         && loket_act_remove (act, gone, error)
         && loket_act_save (act, merging->kept, error);
}

/**
 * loket_desk_merge:
 * @kept: the draft of the client whose record stays, with what was chosen for it
 * @gone: the client whose record becomes part of the other, as it was seen
 * @error: %LOKET_ERROR_CONFLICT, naming the field, when one of the two was changed meanwhile
 *
 * Merges two records of one person and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_merge (LoketDesk         *desk,
                  const LoketDraft  *kept,
                  LoketClient       *gone,
                  GError           **error)
{
  Merging *merging = create_merging (kept, gone);
  LoketDeed *deed = loket_desk_act (desk, "client.merge", merge, merging, error);

  free_merging (merging);

  return deed;
}

/**
 * loket_desk_merge_async:
 *
 * Merges two records of one person; finish with loket_desk_act_finish ().
 */
void
loket_desk_merge_async (LoketDesk           *desk,
                        const LoketDraft    *kept,
                        LoketClient         *gone,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  loket_desk_act_async (desk, "client.merge", merge, create_merging (kept, gone),
                        (GDestroyNotify) free_merging, cancellable, callback, user_data);
}

static gboolean
tell_apart (LoketAct  *act,
            gpointer   input,
            GError   **error)
{
  char **ids = input;
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_client_kind);
  g_autoptr (LoketRecord) record = loket_record_table_load (table, ids[0], error);
  g_autoptr (LoketDraft) draft = NULL;
  g_autofree char *not_same = NULL;

  if (record == NULL)
    return FALSE;

  draft = loket_draft_new_from_record (record);
  not_same = loket_item_set_add (loket_draft_get_value (draft, LOKET_CLIENT_NOT_SAME), ids[1]);
  loket_draft_set_value (draft, LOKET_CLIENT_NOT_SAME, not_same);

  return loket_act_save (act, draft, error);
}

/**
 * loket_desk_tell_apart:
 * @id: the id of a client
 * @other_id: the id of another, who is somebody else
 * @error: %LOKET_ERROR_NOT_FOUND when the client is gone
 *
 * Remembers that these are two persons, and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_tell_apart (LoketDesk   *desk,
                       const char  *id,
                       const char  *other_id,
                       GError     **error)
{
  const char *ids[] = { id, other_id, NULL };

  return loket_desk_act (desk, "client.tell-apart", tell_apart, ids, error);
}

/**
 * loket_desk_tell_apart_async:
 *
 * Remembers that these are two persons; finish with loket_desk_act_finish ().
 */
void
loket_desk_tell_apart_async (LoketDesk           *desk,
                             const char          *id,
                             const char          *other_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const char *ids[] = { id, other_id, NULL };

  loket_desk_act_async (desk, "client.tell-apart", tell_apart, g_strdupv ((char **) ids),
                        (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}
