/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Exports: the columns that an import reads, with numbers instead of ids. */

#include "loket-export.h"

#include "loket-invitation.h"
#include "loket-record-row.h"
#include "loket-record-table.h"
#include "loket-references.h"
#include "loket-response.h"
#include "loket-response-columns.h"

typedef struct
{
  const LoketExport *request; /* borrowed: outlives us */
  LoketDatabase *database;    /* borrowed: outlives us */
  LoketTableWriter *writer;
  LoketReferences **references; /* for each field, NULL unless it is a reference */
} Writing;

static LoketTableType
get_type (LoketFieldType type)
{
  switch (type)
    {
    case LOKET_FIELD_INTEGER:
      return LOKET_TABLE_INTEGER;
    case LOKET_FIELD_FLAG:
      return LOKET_TABLE_FLAG;
    case LOKET_FIELD_CODES:
      return LOKET_TABLE_CODES;
    case LOKET_FIELD_DATE:
      return LOKET_TABLE_DAY;
    case LOKET_FIELD_MOMENT:
      return LOKET_TABLE_MOMENT;
    case LOKET_FIELD_LINE:
    case LOKET_FIELD_TEXT:
    case LOKET_FIELD_CODE:
    case LOKET_FIELD_REFERENCE:
    case LOKET_FIELD_OPEN:
    default:
      return LOKET_TABLE_TEXT;
    }
}

/**
 * loket_export_create_columns:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer container) (array length=n_columns): the columns of the file
 */
LoketTableColumn *
loket_export_create_columns (const LoketExport *request,
                             guint             *n_columns)
{
  const LoketKind *kind = request->kind;
  LoketTableColumn *columns;

  if (kind == &loket_response_kind)
    return loket_response_columns_create (request->questionnaire, n_columns);

  *n_columns = 0;
  columns = g_new0 (LoketTableColumn, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!loket_record_row_is_column (kind, i))
        continue;

      columns[*n_columns].name = kind->fields[i].name;
      columns[*n_columns].type = get_type (kind->fields[i].type);
      (*n_columns)++;
    }

  return columns;
}

/* What stands in the file for @field: of a reference the number. */
static gboolean
find_value (Writing      *writing,
            LoketRecord  *record,
            guint         field,
            const char  **value,
            GError      **error)
{
  *value = loket_record_get_value (record, field);

  return *value == NULL || writing->references[field] == NULL
         || loket_references_find (writing->references[field], writing->database, *value, value,
                                   error);
}

static gboolean
write_values (Writing             *writing,
              const char *const   *values,
              GError             **error)
{
  if (writing->request->row != NULL)
    return writing->request->row (values, writing->request->user_data, error);

  return loket_table_writer_write_row (writing->writer, values, writing->request->cancellable,
                                       error);
}

static gboolean
write_response (Writing      *writing,
                LoketRecord  *record,
                GError      **error)
{
  g_autoptr (GPtrArray) values = NULL;
  const char *trajectory = NULL;

  if (!find_value (writing, record, LOKET_RESPONSE_TRAJECTORY_NO, &trajectory, error))
    return FALSE;

  values = loket_response_columns_fill (writing->request->questionnaire, record, trajectory,
                                        writing->request->only_released);

  return write_values (writing, (const char *const *) values->pdata, error);
}

static gboolean
write_other (Writing      *writing,
             LoketRecord  *record,
             GError      **error)
{
  const LoketKind *kind = writing->request->kind;
  const char **values = g_newa0 (const char *, kind->n_fields);
  guint column = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (loket_record_row_is_column (kind, i)
          && !find_value (writing, record, i, &values[column++], error))
        return FALSE;
    }

  return write_values (writing, values, error);
}

/* Responses and invitations of other questionnaires are not in the file. */
static gboolean
is_wanted (const LoketExport *request,
           LoketRecord       *record)
{
  const char *id;

  if (request->kind == &loket_response_kind)
    id = loket_record_get_text (record, LOKET_RESPONSE_QUESTIONNAIRE);
  else if (request->kind == &loket_invitation_kind)
    id = loket_record_get_text (record, LOKET_INVITATION_QUESTIONNAIRE);
  else
    return TRUE;

  return g_str_equal (id, loket_questionnaire_get_id (request->questionnaire));
}

static gboolean
write_record (LoketRecord  *record,
              gpointer      user_data,
              GError      **error)
{
  Writing *writing = user_data;

  if (!is_wanted (writing->request, record))
    return TRUE;

  if (writing->request->kind == &loket_response_kind)
    return write_response (writing, record, error);

  return write_other (writing, record, error);
}

static LoketReferences **
create_references (const LoketKind *kind)
{
  LoketReferences **references = g_new0 (LoketReferences *, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == LOKET_FIELD_REFERENCE)
        references[i]
          = loket_references_new_for_numbers (loket_kind_get_by_name (kind->fields[i].list));
    }

  return references;
}

/**
 * loket_export_write:
 * @request: what to write, how and where
 * @database: the store, in a transaction that reads
 * @error: return location for an error
 *
 * Writes all records of a kind in the order of their numbers.
 *
 * Returns: whether all of them were written
 */
gboolean
loket_export_write (const LoketExport  *request,
                    LoketDatabase      *database,
                    GError            **error)
{
  Writing writing = { request, database, NULL, create_references (request->kind) };
  g_autofree LoketTableColumn *columns = NULL;
  guint n_columns = 0;
  gboolean written;

  columns = loket_export_create_columns (request, &n_columns);
  if (request->row == NULL)
    writing.writer = loket_table_writer_new (request->stream, request->format, columns, n_columns);

  written = loket_record_table_for_each (loket_record_table_get (database, request->kind),
                                         write_record, &writing, error)
            && (writing.writer == NULL
                || loket_table_writer_finish (writing.writer, request->cancellable, error));

  for (guint i = 0; i < request->kind->n_fields; i++)
    g_clear_pointer (&writing.references[i], loket_references_free);
  g_free (writing.references);
  g_clear_pointer (&writing.writer, loket_table_writer_free);

  return written;
}
