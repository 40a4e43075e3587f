/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The columns of a file of records are the fields of their kind; a reference stands there as the
 * number of what it refers to. */

#include "loket-record-row.h"

#include "loket-csv-value.h"
#include "loket-invitation.h"
#include "loket-session.h"

struct _LoketRecordRow
{
  const LoketKind *kind;
  LoketCsvReader *reader;      /* borrowed: outlives us */
  LoketImportColumns *columns; /* (owned) */
};

/**
 * loket_record_row_is_column:
 * @kind: a kind
 * @field: one of its fields
 *
 * Returns: whether @field is a column of files. The questionnaire of invitations is none: a file
 *   is about one, which the command line names.
 */
gboolean
loket_record_row_is_column (const LoketKind *kind,
                            guint            field)
{
  if (kind == &loket_invitation_kind && field == LOKET_INVITATION_QUESTIONNAIRE)
    return FALSE;

  return (kind->fields[field].flags & (LOKET_FIELD_DERIVED | LOKET_FIELD_INTERNAL)) == 0;
}

static LoketImportColumns *
match_columns (const LoketKind    *kind,
               LoketCsvReader     *reader,
               const char *const  *map,
               GError            **error)
{
  g_autofree LoketImportName *names = g_new0 (LoketImportName, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      /* What is no column has a name that no column can have. */
      names[i].name = "";
      if (!loket_record_row_is_column (kind, i))
        continue;

      names[i].name = kind->fields[i].name;
      names[i].is_required = (kind->fields[i].flags & LOKET_FIELD_REQUIRED) != 0;
      if (kind == &loket_session_kind && i == LOKET_SESSION_NOTE_INTERNAL)
        names[i].other_name = "note";
    }

  return loket_import_columns_new (reader, names, kind->n_fields, map, error);
}

/**
 * loket_record_row_new:
 * @kind: what the rows are
 * @reader: the file; must outlive what is returned
 * @map: (nullable): as loket_import_columns_new ()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader of rows; NULL as loket_import_columns_new ()
 */
LoketRecordRow *
loket_record_row_new (const LoketKind    *kind,
                      LoketCsvReader     *reader,
                      const char *const  *map,
                      GError            **error)
{
  g_autoptr (LoketRecordRow) self = g_new0 (LoketRecordRow, 1);

  self->kind = kind;
  self->reader = reader;
  self->columns = match_columns (kind, reader, map, error);
  if (self->columns == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
loket_record_row_free (LoketRecordRow *self)
{
  g_clear_pointer (&self->columns, loket_import_columns_free);
  g_free (self);
}

LoketImportColumns *
loket_record_row_get_columns (LoketRecordRow *self)
{
  return self->columns;
}

/**
 * loket_record_row_has_field:
 *
 * Returns: whether the file has a column for @field
 */
gboolean
loket_record_row_has_field (LoketRecordRow *self,
                            guint           field)
{
  return loket_import_columns_get (self->columns, field) >= 0;
}

static gboolean
set_date (LoketDraft     *draft,
          guint           field,
          LoketCsvField   value,
          GError        **error)
{
  LoketDateText date;

  if (!loket_csv_value_read_date (value, &date, error))
    return FALSE;

  loket_draft_set_value (draft, field, date.text);

  return TRUE;
}

static gboolean
set_moment (LoketDraft     *draft,
            guint           field,
            LoketCsvField   value,
            GError        **error)
{
  LoketDateText moment;

  if (!loket_csv_value_read_moment (value, &moment, error))
    return FALSE;

  loket_draft_set_value (draft, field, moment.text);

  return TRUE;
}

static gboolean
set_number (LoketDraft     *draft,
            guint           field,
            LoketCsvField   value,
            GError        **error)
{
  int number;

  if (!loket_csv_value_read_integer (value, &number, error))
    return FALSE;

  loket_draft_set_integer (draft, field, number);

  return TRUE;
}

static gboolean
set_flag (LoketDraft     *draft,
          guint           field,
          LoketCsvField   value,
          GError        **error)
{
  gboolean flag;

  if (!loket_csv_value_read_flag (value, &flag, error))
    return FALSE;

  loket_draft_set_flag (draft, field, flag);

  return TRUE;
}

static gboolean
set_codes (LoketDraft     *draft,
           guint           field,
           LoketCsvField   value,
           gboolean        many,
           GError        **error)
{
  g_autofree char *codes = NULL;

  codes = many ? loket_csv_value_read_codes (value, error)
               : loket_csv_value_read_code (value, error);
  if (codes == NULL)
    return FALSE;

  loket_draft_set_value (draft, field, codes);

  return TRUE;
}

static gboolean
set_text (LoketDraft    *draft,
          guint          field,
          LoketCsvField  value)
{
  g_autofree char *text = g_strndup (value.text, value.length);

  loket_draft_set_value (draft, field, text);

  return TRUE;
}

static gboolean
set_field (LoketDraft      *draft,
           guint            field,
           LoketCsvField    value,
           GError         **error)
{
  if (value.length == 0)
    {
      loket_draft_set_value (draft, field, NULL);
      return TRUE;
    }

  switch (loket_draft_get_kind (draft)->fields[field].type)
    {
    case LOKET_FIELD_DATE:
      return set_date (draft, field, value, error);
    case LOKET_FIELD_MOMENT:
      return set_moment (draft, field, value, error);
    case LOKET_FIELD_INTEGER:
      return set_number (draft, field, value, error);
    case LOKET_FIELD_FLAG:
      return set_flag (draft, field, value, error);
    case LOKET_FIELD_CODE:
      return set_codes (draft, field, value, FALSE, error);
    case LOKET_FIELD_CODES:
      return set_codes (draft, field, value, TRUE, error);
    case LOKET_FIELD_REFERENCE:
    case LOKET_FIELD_LINE:
    case LOKET_FIELD_TEXT:
    case LOKET_FIELD_OPEN:
    default:
      return set_text (draft, field, value);
    }
}

/**
 * loket_record_row_fill:
 * @self: a reader of rows, whose file has just read one
 * @draft: gets what the row says, references as numbers; fields for which there is no column stay
 *   as they are
 * @place: (out): where in the row something is wrong
 * @error: return location for an error
 *
 * Returns: whether the row could be read; else LOKET_ERROR_INVALID with the reason for refusing it
 */
gboolean
loket_record_row_fill (LoketRecordRow    *self,
                       LoketDraft        *draft,
                       LoketImportPlace  *place,
                       GError           **error)
{
  const LoketCsvField *fields = loket_csv_reader_get_fields (self->reader);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      int column = loket_import_columns_get (self->columns, i);

      if (column < 0)
        continue;

      place->column = loket_csv_reader_get_column (self->reader, (guint) column);
      place->value = fields[column];
      if (!set_field (draft, i, fields[column], error))
        return FALSE;
    }

  return TRUE;
}
