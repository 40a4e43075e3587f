/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves and removes records inside an act, and writes the change log. */

#include "loketten-config.h"

#include "loket-act.h"

#include "loket-bulk-table.h"
#include "loket-change-table.h"
#include "loket-error.h"
#include "loket-note-word-table.h"
#include "loket-number-table.h"
#include "loket-record-table.h"
#include "loket-saved-form-table.h"

#include <glib/gi18n-lib.h>

struct _LoketAct
{
  LoketDatabase *database;    /* borrowed: the writer's */
  LoketIds *ids;              /* borrowed: the store's */
  const LoketChecks *checks;  /* borrowed: outlives us */
  const LoketRules *rules;    /* borrowed: outlives us */
  char *stamp;
  char *counsellor;
  LoketDeed *deed;
};

void
loket_deed_free (LoketDeed *deed)
{
  g_free (deed->id);
  g_free (deed->name);
  g_free (deed->subject_id);
  g_free (deed);
}

/**
 * loket_deed_is_empty:
 *
 * Returns: whether nothing was made, changed or removed: then there is nothing to undo
 */
gboolean
loket_deed_is_empty (const LoketDeed *deed)
{
  return deed->n_created + deed->n_changed + deed->n_removed == 0;
}

static gboolean
write_line (LoketAct     *self,
            const char   *id,
            const char   *kind,
            const char   *record_id,
            const char   *field,
            const char   *old_value,
            const char   *new_value,
            GError      **error)
{
  const LoketChange change = {
    .id = (char *) id,
    .act = self->deed->id,
    .at = self->stamp,
    .counsellor = self->counsellor,
    .kind = (char *) kind,
    .record_id = (char *) record_id,
    .field = (char *) field,
    .old_value = (char *) old_value,
    .new_value = (char *) new_value,
  };

  return loket_change_table_insert (self->database, &change, error);
}

static gboolean
log_change (LoketAct     *self,
            const char   *kind,
            const char   *record_id,
            const char   *field,
            const char   *old_value,
            const char   *new_value,
            GError      **error)
{
  char id[LOKET_ID_LENGTH + 1];

  loket_ids_next (self->ids, id);

  return write_line (self, id, kind, record_id, field, old_value, new_value, error);
}

/**
 * loket_act_begin:
 * @database: the writer's connection, inside a transaction
 * @ids: the store's source of ids
 * @stamp: the time, UTC
 * @counsellor: who acts: the code of a counsellor, or the name of a program
 * @name: what is done: "client.save"; "undo ID" for the undoing of an act
 * @checks: what validation needs
 * @rules: what the office agreed on
 *
 * Returns: (transfer full): an act that has done nothing yet
 */
LoketAct *
loket_act_begin (LoketDatabase      *database,
                 LoketIds           *ids,
                 const char         *stamp,
                 const char         *counsellor,
                 const char         *name,
                 const LoketChecks  *checks,
                 const LoketRules   *rules)
{
  LoketAct *self = g_new0 (LoketAct, 1);
  char id[LOKET_ID_LENGTH + 1];

  loket_ids_read_clock (ids);
  loket_ids_next (ids, id);

  self->database = database;
  self->ids = ids;
  self->checks = checks;
  self->rules = rules;
  self->stamp = g_strdup (stamp);
  self->counsellor = g_strdup (counsellor);
  self->deed = g_new0 (LoketDeed, 1);
  self->deed->id = g_strdup (id);
  self->deed->name = g_strdup (name);
  loket_note_word_table_begin_batch (database);

  return self;
}

void
loket_act_free (LoketAct *self)
{
  loket_note_word_table_end_batch (self->database);
  g_clear_pointer (&self->deed, loket_deed_free);
  g_free (self->stamp);
  g_free (self->counsellor);
  g_free (self);
}

/**
 * loket_act_end:
 * @error: why the log could not be written
 *
 * Ends the act with its own line in the change log, which stands before all others of the act.
 * An act that did nothing leaves none. From now on its notes are found.
 *
 * Returns: (transfer full) (nullable): what the act did
 */
LoketDeed *
loket_act_end (LoketAct  *self,
               GError   **error)
{
  if (!loket_deed_is_empty (self->deed)
      && !write_line (self, self->deed->id, "act", self->deed->id, "act", NULL, self->deed->name,
                      error))
    return NULL;
  if (!loket_note_word_table_store_batch (self->database, error))
    return NULL;

  return g_steal_pointer (&self->deed);
}

/**
 * loket_act_get_database:
 *
 * Returns: (transfer none): the connection of the thread that writes, inside the transaction of
 *   the act
 */
LoketDatabase *
loket_act_get_database (LoketAct *self)
{
  return self->database;
}

/**
 * loket_act_get_checks:
 *
 * Returns: (transfer none): what drafts are checked against in this act: today, and the lists
 */
const LoketChecks *
loket_act_get_checks (LoketAct *self)
{
  return self->checks;
}

/**
 * loket_act_get_rules:
 *
 * Returns: (transfer none): what the office agreed on
 */
const LoketRules *
loket_act_get_rules (LoketAct *self)
{
  return self->rules;
}

/**
 * loket_act_get_id:
 *
 * Returns: (transfer none): the id under which the act stands in the change log
 */
const char *
loket_act_get_id (LoketAct *self)
{
  return self->deed->id;
}

/**
 * loket_act_get_stamp:
 *
 * Returns: (transfer none): the time of the act, UTC
 */
const char *
loket_act_get_stamp (LoketAct *self)
{
  return self->stamp;
}

/**
 * loket_act_get_counsellor:
 *
 * Returns: (transfer none): who acts: the code of a counsellor, or the name of a program
 */
const char *
loket_act_get_counsellor (LoketAct *self)
{
  return self->counsellor;
}

static void
note_record (LoketAct   *self,
             const char *id)
{
  if (self->deed->subject_id == NULL)
    self->deed->subject_id = g_strdup (id);
}

static gboolean
insert_draft (LoketAct          *self,
              LoketRecordTable  *table,
              LoketDraft        *draft,
              GError           **error)
{
  char id[LOKET_ID_LENGTH + 1];

  loket_ids_next (self->ids, id);
  if (!loket_record_table_insert (table, draft, id, self->deed->id, error))
    return FALSE;

  loket_draft_set_id (draft, id);
  note_record (self, id);
  self->deed->n_created++;

  return TRUE;
}

static gboolean
log_differences (LoketAct          *self,
                 const LoketDraft  *draft,
                 LoketRecord       *record,
                 guint             *n_differences,
                 GError           **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & LOKET_FIELD_DERIVED
          || !loket_draft_differs_from (draft, record, i))
        continue;

      (*n_differences)++;
      if (!log_change (self, kind->name, loket_draft_get_id (draft), kind->fields[i].name,
                       loket_record_get_value (record, i), loket_draft_get_value (draft, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update_draft (LoketAct          *self,
              LoketRecordTable  *table,
              LoketDraft        *draft,
              GError           **error)
{
  g_autoptr (LoketRecord) record = NULL;
  guint n_differences = 0;

  record = loket_record_table_load (table, loket_draft_get_id (draft), error);
  if (record == NULL)
    return FALSE;

  /* A lost race: the table names the field that somebody else changed. */
  if (loket_record_get_version (record) != loket_draft_get_version (draft))
    return loket_record_table_update (table, draft, error);

  if (!log_differences (self, draft, record, &n_differences, error))
    return FALSE;
  if (n_differences == 0)
    return TRUE;
  if (!loket_record_table_update (table, draft, error))
    return FALSE;

  note_record (self, loket_draft_get_id (draft));
  self->deed->n_changed++;

  return TRUE;
}

static gboolean
give_number (LoketDatabase  *database,
             LoketDraft     *draft,
             GError        **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  int field = loket_kind_get_number_field (kind);
  g_autofree char *number = NULL;

  if (field < 0 || kind->prefix == NULL || loket_draft_get_value (draft, (guint) field) != NULL)
    return TRUE;

  number = loket_number_table_dup_next (database, kind, error);
  if (number == NULL)
    return FALSE;

  loket_draft_set_value (draft, (guint) field, number);

  return TRUE;
}

static gboolean
validate_draft (LoketAct          *self,
                const LoketDraft  *draft,
                GError           **error)
{
  guint field = 0;

  if (loket_draft_validate (draft, self->checks, &field, error))
    return TRUE;

  g_prefix_error (error, "%s: ", loket_kind_get_field_title (loket_draft_get_kind (draft), field));
  return FALSE;
}

/**
 * loket_act_save:
 * @draft: a draft; a new one gets its id, and its number when it has none
 * @error: %LOKET_ERROR_INVALID, naming the field, when it breaks a rule; %LOKET_ERROR_CONFLICT
 *   when somebody else changed the record first; or what the store said
 *
 * Stores a new record, or the changes of one, field by field in the change log. A draft that
 * changes nothing writes nothing.
 *
 * Returns: whether the record is as the draft says
 */
gboolean
loket_act_save (LoketAct    *self,
                LoketDraft  *draft,
                GError     **error)
{
  LoketRecordTable *table = loket_record_table_get (self->database, loket_draft_get_kind (draft));

  if (!give_number (self->database, draft, error))
    return FALSE;

  loket_draft_complete (draft);
  if (!validate_draft (self, draft, error))
    return FALSE;

  if (loket_draft_is_new (draft))
    return insert_draft (self, table, draft, error);

  return update_draft (self, table, draft, error);
}

/* New drafts that have no number get the numbers that follow on each other. */
static gboolean
give_numbers (LoketAct   *self,
              GPtrArray  *drafts,
              GError    **error)
{
  const char *last = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      LoketDraft *draft = g_ptr_array_index (drafts, i);
      const LoketKind *kind = loket_draft_get_kind (draft);
      int field = loket_kind_get_number_field (kind);
      g_autofree char *number = NULL;

      if (field < 0 || kind->prefix == NULL || loket_draft_get_value (draft, (guint) field) != NULL)
        continue;

      number = last == NULL ? loket_number_table_dup_next (self->database, kind, error)
                            : loket_number_table_dup_after (self->database, kind, last, error);
      if (number == NULL)
        return FALSE;

      loket_draft_set_value (draft, (guint) field, number);
      last = loket_draft_get_value (draft, (guint) field);
    }

  return TRUE;
}

static gboolean
insert_all (LoketAct   *self,
            GPtrArray  *drafts,
            GError    **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      char id[LOKET_ID_LENGTH + 1];

      loket_ids_next (self->ids, id);
      loket_draft_set_id (g_ptr_array_index (drafts, i), id);
    }

  if (!loket_bulk_table_insert (self->database, (LoketDraft *const *) drafts->pdata, drafts->len,
                                self->deed->id, error))
    return FALSE;

  if (drafts->len > 0)
    note_record (self, loket_draft_get_id (g_ptr_array_index (drafts, 0)));
  self->deed->n_created += drafts->len;

  return TRUE;
}

/**
 * loket_act_save_all:
 * @drafts: (element-type LoketDraft): drafts of one kind, all with different numbers or none
 * @error: as loket_act_save () says
 *
 * Does the same as loket_act_save () for each, only faster.
 *
 * Returns: whether all records are as the drafts say
 */
gboolean
loket_act_save_all (LoketAct   *self,
                    GPtrArray  *drafts,
                    GError    **error)
{
  g_autoptr (GPtrArray) created = g_ptr_array_new ();

  if (!give_numbers (self, drafts, error))
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    {
      LoketDraft *draft = g_ptr_array_index (drafts, i);

      loket_draft_complete (draft);
      if (!loket_draft_is_new (draft) && !loket_act_save (self, draft, error))
        return FALSE;
      if (!loket_draft_is_new (draft))
        continue;

      if (!validate_draft (self, draft, error))
        return FALSE;
      g_ptr_array_add (created, draft);
    }

  return insert_all (self, created, error);
}

/**
 * loket_act_next_token:
 * @token: (out): room for a token that nobody can guess
 */
void
loket_act_next_token (LoketAct *self,
                      char      token[static LOKET_TOKEN_LENGTH + 1])
{
  loket_ids_next_token (self->ids, token);
}

/**
 * loket_act_set_subject:
 * @id: the id of the record that the act is about, when that is not the first one
 */
void
loket_act_set_subject (LoketAct   *self,
                       const char *id)
{
  g_free (self->deed->subject_id);
  self->deed->subject_id = g_strdup (id);
}

/**
 * loket_act_note_form:
 * @form_id: the id of the form that the act saves
 * @error: %LOKET_ERROR_CONFLICT when an act has saved it before
 *
 * Sees to it that what a person filled in is saved once, also when the program ended between
 * saving it and forgetting the form.
 *
 * Returns: whether the form is saved by this act
 */
gboolean
loket_act_note_form (LoketAct    *self,
                     const char  *form_id,
                     GError     **error)
{
  gboolean is_saved = FALSE;

  if (!loket_saved_form_table_has (self->database, form_id, &is_saved, error))
    return FALSE;
  if (!is_saved)
    return loket_saved_form_table_insert (self->database, form_id, self->deed->id, error);

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT, _("This was saved already"));

  return FALSE;
}

/**
 * loket_act_restore:
 * @draft: a record that was removed, with its id
 *
 * Stores a removed record again under its own id.
 *
 * Returns: whether it is there again
 */
gboolean
loket_act_restore (LoketAct    *self,
                   LoketDraft  *draft,
                   GError     **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  LoketRecordTable *table = loket_record_table_get (self->database, kind);

  loket_draft_complete (draft);
  if (!loket_record_table_insert (table, draft, loket_draft_get_id (draft), self->deed->id, error))
    return FALSE;

  note_record (self, loket_draft_get_id (draft));
  self->deed->n_created++;

  return log_change (self, kind->name, loket_draft_get_id (draft), "restored", NULL, "1", error);
}

/**
 * loket_act_remove:
 * @record: a record
 *
 * Removes a record; the log keeps all its values.
 *
 * Returns: whether it is gone
 */
gboolean
loket_act_remove (LoketAct     *self,
                  LoketRecord  *record,
                  GError      **error)
{
  const LoketKind *kind = loket_record_get_kind (record);
  const char *id = loket_record_get_id (record);

  if (!loket_record_table_remove (loket_record_table_get (self->database, kind), record, error)
      || !log_change (self, kind->name, id, "removed", NULL, "1", error))
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *value = loket_record_get_value (record, i);

      if (value != NULL && !(kind->fields[i].flags & LOKET_FIELD_DERIVED)
          && !log_change (self, kind->name, id, kind->fields[i].name, value, NULL, error))
        return FALSE;
    }

  self->deed->n_removed++;

  return TRUE;
}
