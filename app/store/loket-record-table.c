/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Inserts, updates, removes and loads records of any kind. */

#include "loketten-config.h"

#include "loket-record-table.h"

#include "loket-apart-table.h"
#include "loket-client.h"
#include "loket-client-name-table.h"
#include "loket-error.h"
#include "loket-note-table.h"
#include "loket-record-columns.h"

#include <glib/gi18n-lib.h>

struct _LoketRecordTable
{
  LoketDatabase *database;  /* borrowed: it owns us */
  const LoketKind *kind;
  char *columns;            /* "version, name ..." */
  LoketStatement *insert;   /* (nullable), borrowed: the statement that is used a million times */
  LoketStatement *find;     /* (nullable), borrowed: likewise */
};

static void
free_table (LoketRecordTable *self)
{
  g_free (self->columns);
  g_free (self);
}

/**
 * loket_record_table_get:
 * @database: a connection
 * @kind: a kind of record
 *
 * Returns: (transfer none): the table of @kind, for as long as the connection is open
 */
LoketRecordTable *
loket_record_table_get (LoketDatabase   *database,
                        const LoketKind *kind)
{
  LoketRecordTable *self = loket_database_get_data (database, kind->name);

  if (self == NULL)
    {
      self = g_new0 (LoketRecordTable, 1);
      self->database = database;
      self->kind = kind;
      self->columns = loket_record_columns_join (kind);
      loket_database_set_data (database, kind->name, self, (GDestroyNotify) free_table);
    }

  return self;
}

static LoketStatement *
prepare_insert (LoketRecordTable  *self,
                GError           **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int parameter = 3;

  if (self->insert != NULL)
    {
      loket_statement_reset (self->insert);
      return self->insert;
    }

  g_string_printf (sql, "INSERT INTO %s (%s, act) VALUES ($1, $2", self->kind->name, self->columns);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (!loket_field_is_stored_apart (&self->kind->fields[i]))
        g_string_append_printf (sql, ", $%d", parameter++);
    }
  g_string_append_printf (sql, ", $%d)", parameter);

  self->insert = loket_database_prepare (self->database, sql->str, error);

  return self->insert;
}

/* Says what the person can do about a number that is taken or a reference that dangles. */
static void
explain_constraint (const LoketDraft  *draft,
                    GError           **error)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  int number = loket_kind_get_number_field (kind);

  if (error == NULL || !g_error_matches (*error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT)
      || number < 0)
    return;

  g_prefix_error (error, _("%s %s: the number is taken, or it refers to something that is not "
                           "there: "),
                  loket_kind_get_title (kind), loket_draft_get_text (draft, (guint) number));
}

/**
 * loket_record_table_insert:
 * @draft: a draft that is complete and valid
 * @id: the id of the new record
 * @act: the act that makes it
 * @error: %LOKET_ERROR_CONSTRAINT when its number is taken or a reference dangles
 *
 * Returns: whether the record was stored
 */
gboolean
loket_record_table_insert (LoketRecordTable  *self,
                           const LoketDraft  *draft,
                           const char        *id,
                           const char        *act,
                           GError           **error)
{
  LoketStatement *statement = prepare_insert (self, error);
  int parameter;

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, id);
  loket_statement_bind_integer (statement, 2, 1);
  parameter = loket_record_columns_bind (statement, 3, draft);
  loket_statement_bind_text (statement, parameter, act);

  if (!loket_statement_run (statement, error))
    {
      explain_constraint (draft, error);
      return FALSE;
    }

  if (self->kind == &loket_client_kind
      && !loket_client_name_table_put (self->database, draft, id, error))
    return FALSE;

  return loket_note_table_put (self->database, draft, id, error)
         && loket_apart_table_put (self->database, draft, id, FALSE, error);
}

/* Tells the person which field somebody else changed meanwhile. */
static gboolean
refuse_conflict (LoketRecordTable  *self,
                 const LoketDraft  *draft,
                 GError           **error)
{
  g_autoptr (LoketRecord) record = NULL;
  int field;

  record = loket_record_table_load (self, loket_draft_get_id (draft), error);
  if (record == NULL)
    return FALSE;

  field = loket_draft_find_conflict (draft, record);
  if (field >= 0)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                 _("%s: somebody else changed this meanwhile to “%s”"),
                 loket_kind_get_field_title (self->kind, (guint) field),
                 loket_record_get_text (record, (guint) field));
  else
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                 _("%s: somebody else saved the same meanwhile"),
                 loket_kind_get_title (self->kind));

  return FALSE;
}

/* Before a client changes: the words of its old name go. */
static gboolean
forget_names (LoketRecordTable  *self,
              const LoketDraft  *draft,
              GError           **error)
{
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketDraft) old = NULL;

  record = loket_record_table_load (self, loket_draft_get_id (draft), error);
  if (record == NULL)
    return FALSE;

  old = loket_draft_new_from_record (record);

  return loket_client_name_table_remove (self->database, old, error);
}

/**
 * loket_record_table_update:
 * @draft: a draft of a record, complete and valid
 * @error: %LOKET_ERROR_CONFLICT, naming the field, when the record is no longer the version that
 *   the draft was made from; %LOKET_ERROR_NOT_FOUND when it is gone
 *
 * Returns: whether the record was changed
 */
gboolean
loket_record_table_update (LoketRecordTable  *self,
                           const LoketDraft  *draft,
                           GError           **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  LoketStatement *statement;
  int parameter = 1;

  if (self->kind == &loket_client_kind && !forget_names (self, draft, error))
    return FALSE;

  g_string_printf (sql, "UPDATE %s SET version = version + 1", self->kind->name);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (!loket_field_is_stored_apart (&self->kind->fields[i]))
        g_string_append_printf (sql, ", %s = $%d",
                                loket_field_get_column (&self->kind->fields[i]), parameter++);
    }
  g_string_append_printf (sql, " WHERE id = $%d AND version = $%d", parameter, parameter + 1);

  statement = loket_database_prepare (self->database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  parameter = loket_record_columns_bind (statement, 1, draft);
  loket_statement_bind_text (statement, parameter, loket_draft_get_id (draft));
  loket_statement_bind_integer (statement, parameter + 1, loket_draft_get_version (draft));

  if (!loket_statement_run (statement, error))
    {
      explain_constraint (draft, error);
      return FALSE;
    }
  if (loket_database_count_changes (self->database) == 0)
    return refuse_conflict (self, draft, error);

  if (self->kind == &loket_client_kind
      && !loket_client_name_table_put (self->database, draft, loket_draft_get_id (draft), error))
    return FALSE;

  return loket_note_table_change (self->database, loket_draft_get_record (draft), draft, error)
         && loket_apart_table_put (self->database, draft, loket_draft_get_id (draft), TRUE, error);
}

/**
 * loket_record_table_remove:
 * @record: a record as it is in the store
 * @error: %LOKET_ERROR_CONFLICT when it is no longer that version; %LOKET_ERROR_CONSTRAINT when
 *   other records refer to it
 *
 * Returns: whether the record was removed
 */
gboolean
loket_record_table_remove (LoketRecordTable  *self,
                           LoketRecord       *record,
                           GError           **error)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);
  g_autofree char *sql = NULL;
  LoketStatement *statement;

  if (self->kind == &loket_client_kind
      && !loket_client_name_table_remove (self->database, draft, error))
    return FALSE;
  if (!loket_apart_table_remove (self->database, self->kind, loket_record_get_id (record), error))
    return FALSE;

  sql = g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND version = $2", self->kind->name);
  statement = loket_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, loket_record_get_id (record));
  loket_statement_bind_integer (statement, 2, loket_record_get_version (record));

  if (!loket_statement_run (statement, error))
    {
      if (error != NULL && g_error_matches (*error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT))
        g_prefix_error (error, _("%s: other records refer to it: "),
                        loket_kind_get_title (self->kind));
      return FALSE;
    }

  if (loket_database_count_changes (self->database) == 0)
    return refuse_conflict (self, draft, error);

  return loket_note_table_remove (self->database, record, error);
}

/* Makes a record of the row that @statement stands on. */
static LoketRecord *
read_row (LoketRecordTable  *self,
          LoketStatement    *statement,
          GError           **error)
{
  const char **values = g_newa0 (const char *, self->kind->n_fields);
  g_auto (GStrv) apart = NULL;
  const char *id = loket_statement_get_text (statement, 0);
  guint n_apart = 0;
  int column = 2;

  if (!loket_apart_table_load (self->database, self->kind, id, &apart, error))
    return NULL;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (!loket_field_is_stored_apart (&self->kind->fields[i]))
        values[i] = loket_statement_get_text (statement, column++);
      else if (*apart[n_apart++] != '\0')
        values[i] = apart[n_apart - 1];
    }

  return loket_record_new (self->kind, id, loket_statement_get_integer (statement, 1), values);
}

/**
 * loket_record_table_load:
 * @id: an id
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such record
 *
 * Returns: (transfer full) (nullable): the record
 */
LoketRecord *
loket_record_table_load (LoketRecordTable  *self,
                         const char        *id,
                         GError           **error)
{
  g_autoptr (LoketRecord) record = NULL;
  g_autofree char *sql = NULL;
  LoketStatement *statement;
  LoketStep step;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", self->columns, self->kind->name);
  statement = loket_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, id);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    record = read_row (self, statement, error);
  else if (step == LOKET_STEP_DONE)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("%s %s: there is no such record"),
                 loket_kind_get_title (self->kind), id);

  return g_steal_pointer (&record);
}

static LoketStatement *
prepare_find (LoketRecordTable  *self,
              GError           **error)
{
  g_autofree char *sql = NULL;
  int field = loket_kind_get_number_field (self->kind);

  g_return_val_if_fail (field >= 0, NULL);

  if (self->find != NULL)
    {
      loket_statement_reset (self->find);
      return self->find;
    }

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = $1", self->columns, self->kind->name,
                         loket_field_get_column (&self->kind->fields[field]));
  self->find = loket_database_prepare (self->database, sql, error);

  return self->find;
}

/**
 * loket_record_table_find:
 * @number: the record's own number
 * @record: (out) (transfer full) (nullable): the record; NULL when no record has that number
 * @error: why it could not be read
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_record_table_find (LoketRecordTable  *self,
                         const char        *number,
                         LoketRecord      **record,
                         GError           **error)
{
  LoketStatement *statement = prepare_find (self, error);
  LoketStep step;

  *record = NULL;
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, number);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    {
      *record = read_row (self, statement, error);
      return *record != NULL;
    }

  return step == LOKET_STEP_DONE;
}

/* Reads all rows of a statement that selects the table's columns. */
static GPtrArray *
load_rows (LoketRecordTable  *self,
           LoketStatement    *statement,
           GError           **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  LoketStep step;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      LoketRecord *record = read_row (self, statement, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return step == LOKET_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * loket_record_table_load_where:
 * @field: the index of a field with a column
 * @value: its value
 *
 * Returns: (transfer full) (nullable) (element-type LoketRecord): the records whose @field is
 *   @value, oldest first; NULL with @error set when they cannot be read
 */
GPtrArray *
loket_record_table_load_where (LoketRecordTable  *self,
                               guint              field,
                               const char        *value,
                               GError           **error)
{
  g_autofree char *sql = NULL;
  LoketStatement *statement;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = $1 ORDER BY id", self->columns,
                         self->kind->name, loket_field_get_column (&self->kind->fields[field]));
  statement = loket_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, value);

  return load_rows (self, statement, error);
}

/**
 * loket_record_table_load_made_by:
 * @act: the id of an act
 *
 * Returns: (transfer full) (nullable) (element-type LoketRecord): the records that @act made and
 *   that are still there, oldest first
 */
GPtrArray *
loket_record_table_load_made_by (LoketRecordTable  *self,
                                 const char        *act,
                                 GError           **error)
{
  g_autofree char *sql = NULL;
  LoketStatement *statement;

  /* Ids grow with time: what the act made lies behind the act itself. */
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id > $1 AND act = $2 ORDER BY id", self->columns,
                         self->kind->name);
  statement = loket_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;

  loket_statement_bind_text (statement, 1, act);
  loket_statement_bind_text (statement, 2, act);

  return load_rows (self, statement, error);
}

/**
 * loket_record_table_for_each:
 * @func: is given each record, in the order of their numbers
 * @user_data: for @func
 *
 * Returns: whether @func was given all of them
 */
gboolean
loket_record_table_for_each (LoketRecordTable  *self,
                             LoketRecordFunc    func,
                             gpointer           user_data,
                             GError           **error)
{
  g_autofree char *sql = NULL;
  LoketStatement *statement;
  LoketStep step;
  int field = loket_kind_get_number_field (self->kind);

  sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s", self->columns, self->kind->name,
                         field < 0 ? "id" : loket_field_get_column (&self->kind->fields[field]));
  statement = loket_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;

  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    {
      g_autoptr (LoketRecord) record = read_row (self, statement, error);

      if (record == NULL || !func (record, user_data, error))
        return FALSE;
    }

  return step == LOKET_STEP_DONE;
}

/**
 * loket_record_table_count:
 *
 * Returns: how many records there are; -1 with @error set when they cannot be counted
 */
gint64
loket_record_table_count (LoketRecordTable  *self,
                          GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", self->kind->name);
  LoketStatement *statement = loket_database_prepare (self->database, sql, error);
  gint64 count;

  if (statement == NULL || loket_statement_step (statement, error) != LOKET_STEP_ROW)
    return -1;

  count = loket_statement_get_integer (statement, 0);

  return loket_statement_run (statement, error) ? count : -1;
}
