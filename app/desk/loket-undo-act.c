/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Undoes an act by reading its lines in the change log backwards.
 *
 * What was changed since by somebody else is not overwritten: undoing then fails, naming it. */

#include "loketten-config.h"

#include "loket-undo-act.h"

#include "loket-change-table.h"
#include "loket-error.h"
#include "loket-invitee.h"
#include "loket-item-set.h"
#include "loket-own-questionnaire.h"
#include "loket-questionnaire-act.h"
#include "loket-record-table.h"
#include "loket-saved-form-table.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_changed (const LoketKind  *kind,
                const char       *name,
                GError          **error)
{
  int field = loket_kind_find_field (kind, name);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
               _("%s, %s: this was changed again afterwards, so it cannot be undone"),
               loket_kind_get_title (kind),
               field >= 0 ? loket_kind_get_field_title (kind, (guint) field) : name);

  return FALSE;
}

/* Others may have added to the set since. */
static void
take_back_items (LoketDraft         *draft,
                 guint               field,
                 const LoketChange  *change)
{
  g_autofree char *set = NULL;

  set = loket_item_set_take_back (loket_draft_get_value (draft, field), change->old_value,
                                  change->new_value);
  loket_draft_set_value (draft, field, set);
}

/* Sets the field of the draft back, when it still says what the act made it say. */
static gboolean
take_back_field (LoketDraft         *draft,
                 const LoketChange  *change,
                 LoketUndoManner     manner,
                 GError            **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  int field = loket_kind_find_field (kind, change->field);

  if (field < 0)
    return TRUE;
  if (kind->fields[field].flags & LOKET_FIELD_SET)
    take_back_items (draft, (guint) field, change);
  else if (g_strcmp0 (loket_draft_get_value (draft, (guint) field), change->new_value) == 0)
    loket_draft_set_value (draft, (guint) field, change->old_value);
  else if (manner == LOKET_UNDO_ALL)
    return refuse_changed (kind, change->field, error);

  return TRUE;
}

/* Somebody outside may hold the token, and answer. */
static gboolean
refuse_handed (LoketRecord  *record,
               GError      **error)
{
  const char *handed_on = NULL;

  if (loket_record_get_kind (record) == &loket_invitee_kind)
    handed_on = loket_record_get_value (record, LOKET_INVITEE_HANDED_ON);
  if (handed_on == NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
               /* Translators: a date. */
               _("the file for the survey was written on %s, and may be with the agency: who is in "
                 "it stays invited"), handed_on);

  return FALSE;
}

/* A questionnaire that was answered, or of which figures left, stays what it is; @draft is NULL
 * when it is to go. */
static gboolean
check_questionnaire (LoketAct          *act,
                     LoketRecord       *record,
                     const LoketDraft  *draft,
                     GError           **error)
{
  if (loket_record_get_kind (record) != &loket_own_questionnaire_kind)
    return TRUE;

  return loket_act_check_questionnaire (
      act, record, loket_record_get_text (record, LOKET_OWN_QUESTIONNAIRE_TITLE),
      draft != NULL ? loket_draft_get_value (draft, LOKET_OWN_QUESTIONNAIRE_SOURCE) : NULL, error);
}

/* Removes a record that the act made, when nobody else has worked on it since. */
static gboolean
remove_made (LoketAct     *act,
             LoketRecord  *record,
             const char   *undone,
             GError      **error)
{
  const char *id = loket_record_get_id (record);
  g_autoptr (GPtrArray) changes = NULL;

  if (!refuse_handed (record, error) || !check_questionnaire (act, record, NULL, error))
    return FALSE;
  if (loket_record_get_version (record) > 1)
    {
      changes = loket_change_table_load_record (loket_act_get_database (act), id, error);
      if (changes == NULL)
        return FALSE;
    }

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const LoketChange *change = g_ptr_array_index (changes, i);

      if (!g_str_equal (change->act, undone) && !g_str_equal (change->act, loket_act_get_id (act)))
        return refuse_changed (loket_record_get_kind (record), change->field, error);
    }

  return loket_act_remove (act, record, error);
}

static gboolean
has_line (GPtrArray  *changes,
          const char *field)
{
  for (guint i = 0; i < changes->len; i++)
    {
      if (g_str_equal (((LoketChange *) g_ptr_array_index (changes, i))->field, field))
        return TRUE;
    }

  return FALSE;
}

/* All lines of one record: what the act did to it, in the order of the log. What is gone by now can
 * only be left so. */
static gboolean
take_back_record (LoketAct         *act,
                  const char       *undone,
                  GPtrArray        *changes,
                  LoketUndoManner   manner,
                  GError          **error)
{
  const LoketChange *first = g_ptr_array_index (changes, 0);
  const LoketKind *kind = loket_kind_get_by_name (first->kind);
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kind);
  const char *id = first->record_id;
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketDraft) draft = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean was_removed = has_line (changes, "removed");

  if (was_removed)
    {
      draft = loket_draft_new (kind);
      loket_draft_set_id (draft, id);
    }
  else
    {
      record = loket_record_table_load (table, id, &failure);
      if (record == NULL && manner == LOKET_UNDO_KEEP_LATER
          && g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
        return TRUE;
      if (record == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!refuse_handed (record, error))
        return FALSE;
      if (has_line (changes, "restored"))
        return remove_made (act, record, undone, error);
      draft = loket_draft_new_from_record (record);
    }

  for (guint i = changes->len; i > 0; i--)
    {
      if (!take_back_field (draft, g_ptr_array_index (changes, i - 1), manner, error))
        return FALSE;
    }
  if (record != NULL && !check_questionnaire (act, record, draft, error))
    return FALSE;

  return was_removed ? loket_act_restore (act, draft, error) : loket_act_save (act, draft, error);
}

/* Removes what the act made, those that refer to others first. */
static gboolean
take_back_created (LoketAct    *act,
                   const char  *undone,
                   guint       *n_removed,
                   GError     **error)
{
  const LoketKind *const *kinds = loket_kind_get_all ();
  guint n_kinds = 0;

  while (kinds[n_kinds] != NULL)
    n_kinds++;

  for (guint i = n_kinds; i > 0; i--)
    {
      LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act), kinds[i - 1]);
      g_autoptr (GPtrArray) records = NULL;

      records = loket_record_table_load_made_by (table, undone, error);
      if (records == NULL)
        return FALSE;

      for (guint r = records->len; r > 0; r--)
        {
          if (!remove_made (act, g_ptr_array_index (records, r - 1), undone, error))
            return FALSE;
        }
      *n_removed += records->len;
    }

  return TRUE;
}

/* The lines of each record together, records in the order in which the act came to them. */
static GPtrArray *
group_by_record (GPtrArray *changes)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      LoketChange *change = g_ptr_array_index (changes, i);
      GPtrArray *group = g_hash_table_lookup (by_id, change->record_id);

      if (g_str_equal (change->kind, "act"))
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_id, change->record_id, group);
        }
      g_ptr_array_add (group, change);
    }

  return g_steal_pointer (&groups);
}

/* What refers to a record that the act made must let go of it before that can be removed. */
static gboolean
take_back_all (LoketAct         *act,
               const char       *undone,
               GPtrArray        *changes,
               LoketUndoManner   manner,
               GError          **error)
{
  g_autoptr (GPtrArray) groups = group_by_record (changes);
  guint n_removed = 0;

  for (guint i = groups->len; i > 0; i--)
    {
      if (!take_back_record (act, undone, g_ptr_array_index (groups, i - 1), manner, error))
        return FALSE;
    }

  if (!take_back_created (act, undone, &n_removed, error))
    return FALSE;
  if (groups->len + n_removed > 0)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
               _("%s: nothing of this act is left that could be undone"), undone);
  return FALSE;
}

/**
 * loket_act_take_back:
 * @act: the act that undoes
 * @undone: the id of the act that is undone
 * @manner: what becomes of what was changed since
 * @error: %LOKET_ERROR_CONFLICT, naming the field, when something was changed again since or undone
 *   already; %LOKET_ERROR_NOT_FOUND when a record that it changed is gone
 *
 * Reads the lines of @undone in the log backwards.
 *
 * Returns: whether it is taken back
 */
gboolean
loket_act_take_back (LoketAct         *act,
                     const char       *undone,
                     LoketUndoManner   manner,
                     GError          **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  changes = loket_change_table_load_act (loket_act_get_database (act), undone, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    return take_back_all (act, undone, changes, manner, error)
           && loket_saved_form_table_remove (loket_act_get_database (act), undone, error);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("%s: there is no such act"), undone);
  return FALSE;
}

static gboolean
undo_act (LoketAct  *act,
          gpointer   input,
          GError   **error)
{
  return loket_act_take_back (act, input, LOKET_UNDO_ALL, error);
}

/**
 * loket_desk_undo:
 * @act: the id of an act; the undoing of an act can itself be undone
 * @error: %LOKET_ERROR_CONFLICT when what the act did was changed again since, or undone already
 *
 * Takes an act back and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_undo (LoketDesk   *desk,
                 const char  *act,
                 GError     **error)
{
  g_autofree char *name = g_strconcat ("undo ", act, NULL);

  return loket_desk_act (desk, name, undo_act, (gpointer) act, error);
}

/**
 * loket_desk_undo_async:
 *
 * Takes an act back; finish with loket_desk_act_finish ().
 */
void
loket_desk_undo_async (LoketDesk           *desk,
                       const char          *act,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autofree char *name = g_strconcat ("undo ", act, NULL);

  loket_desk_act_async (desk, name, undo_act, g_strdup (act), g_free, cancellable, callback,
                        user_data);
}
