/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The CSV reader: RFC 4180, strict, with fields that point into the file as it was read.
 *
 * The whole file is read into memory and not mapped, since a mapped file that somebody shortens
 * meanwhile kills the program. The byte after the text is a line end or a NUL, so that scanning
 * a field needs no check for the end. */

#include "loketten-config.h"

#include "loket-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-csv-text.h"
#include "loket-error.h"

struct _LoketCsvReader
{
  char *name;          /* (owned) */
  char *data;          /* (owned) */
  const char *first;   /* the first row, after the header */
  const char *end;     /* after the last byte that is not a line end */
  const char *next;    /* where the next row begins */
  guint header_line;
  guint first_line;
  guint next_line;
  char separator;
  gboolean stops[256]; /* bytes at which a field that is not quoted ends */

  char **columns;      /* (owned) */
  guint n_columns;

  const char *row;     /* where the row that was read last begins */
  const char *row_end; /* without its line end */
  guint row_line;
  guint n_line_ends;   /* inside its quotes */
  LoketCsvField *fields;
  gboolean *doubled;   /* the fields that have doubled quotes in them */
  gboolean any_doubled;
  GByteArray *scratch; /* (owned): those fields with single quotes */

  char *header_place;  /* (owned): file and line, or sheet and row, of the header */
  gboolean is_sheet;
  GPtrArray *refusals; /* (owned) (nullable): of a sheet, by line */
  guint next_refusal;
};

/* Skips what cannot be read as a row: up to the end of the line that @p is in. */
static void
skip_row (LoketCsvReader *self,
          const char     *p)
{
  const char *line_end = p < self->end ? memchr (p, '\n', self->end - p) : NULL;

  self->row_end = line_end != NULL ? line_end : self->end;
  self->next = line_end != NULL ? line_end + 1 : self->end;
  for (p = self->row; (p = memchr (p, '\n', self->next - p)) != NULL; p++)
    self->next_line++;
}

/* Refuses the row for what stands from @start to @p in @column, and goes on after the line. */
static LoketRefusal *
refuse_field (LoketCsvReader *self,
              guint           column,
              const char     *start,
              const char     *p,
              const char     *reason)
{
  gboolean has_name = column < self->n_columns && self->columns != NULL;

  skip_row (self, p);

  return loket_refusal_new (self->row_line, has_name ? self->columns[column] : NULL, start,
                            p - start, reason);
}

static LoketRefusal *
refuse_unclosed_quote (LoketCsvReader *self,
                       guint           column,
                       const char     *opened)
{
  g_autofree char *reason = NULL;
  const char *line = self->row;
  guint number = self->row_line;

  for (const char *p = self->row; (p = memchr (p, '\n', opened - p)) != NULL; p++)
    {
      line = p + 1;
      number++;
    }

  reason = g_strdup_printf (_("the quote that opens at line %u, character %ld is never closed, so "
                              "nothing can be read from there on"),
                            number, g_utf8_pointer_to_offset (line, opened) + 1);

  return refuse_field (self, column, opened, self->end, reason);
}

/* Refuses the row for the sign at @p, which cannot stand in a field that begins at @start. */
static LoketRefusal *
refuse_sign (LoketCsvReader *self,
             guint           column,
             const char     *start,
             const char     *p)
{
  if (*p == '\0')
    return refuse_field (self, column, start, p, _("there is a NUL character in it"));

  if (*p == '\r')
    return refuse_field (self, column, start, p,
                         _("there is a carriage return in it that ends no line; lines end in LF "
                           "or CR LF"));

  return refuse_field (self, column, start, p + 1,
                       _("there is a quote in it, but it does not begin with one; a value with "
                         "quotes stands between quotes, and its own quotes are doubled"));
}

/* Reads a field that begins with a quote: sets @p after its closing quote. */
static LoketRefusal *
read_quoted (LoketCsvReader  *self,
             guint            column,
             const char     **p,
             LoketCsvField   *field,
             gboolean        *doubled)
{
  const char *opened = *p;
  const char *q = opened + 1;

  *doubled = FALSE;
  while ((q = memchr (q, '"', self->end - q)) != NULL && q + 1 < self->end && q[1] == '"')
    {
      *doubled = TRUE;
      q += 2;
    }

  if (q == NULL)
    return refuse_unclosed_quote (self, column, opened);

  field->text = opened + 1;
  field->length = q - field->text;
  if (memchr (field->text, '\0', field->length) != NULL)
    return refuse_field (self, column, opened, q, _("there is a NUL character in it"));

  for (const char *n = field->text; (n = memchr (n, '\n', q - n)) != NULL; n++)
    self->n_line_ends++;

  *p = q + 1;
  if (!self->stops[(guchar) **p])
    return refuse_field (self, column, opened, *p + 1, _("there is text after its closing quote"));

  return NULL;
}

static void
undouble_quotes (LoketCsvReader *self)
{
  guint8 *to;

  g_byte_array_set_size (self->scratch, self->row_end - self->row);
  to = self->scratch->data;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = self->fields[i].text;
      const char *end = text + self->fields[i].length;

      if (!self->doubled[i])
        continue;

      self->fields[i].text = (const char *) to;
      for (; text < end; text++)
        {
          *to++ = *text;
          if (*text == '"')
            text++;
        }
      self->fields[i].length = to - (guint8 *) self->fields[i].text;
      self->doubled[i] = FALSE;
    }

  self->any_doubled = FALSE;
}

/* Ends the row at @p, where its last field stopped. */
static LoketRefusal *
end_row (LoketCsvReader *self,
         guint           n_fields,
         const char     *p)
{
  g_autofree char *reason = NULL;

  self->row_end = p;
  if (p < self->end && *p == '\r')
    p++;
  self->next = p < self->end ? p + 1 : self->end;
  self->next_line += self->is_sheet ? 1 : 1 + self->n_line_ends;

  if (n_fields == self->n_columns)
    {
      if (self->any_doubled)
        undouble_quotes (self);
      return NULL;
    }

  if (self->row_end == self->row)
    return loket_refusal_new (self->row_line, NULL, NULL, 0, _("the line is empty"));

  reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "has %u field where the header has %u",
                                         "has %u fields where the header has %u", n_fields),
                            n_fields, self->n_columns);

  return loket_refusal_new (self->row_line, NULL, NULL, 0, reason);
}

static LoketRefusal *
read_row (LoketCsvReader *self)
{
  const char *p = self->next;
  LoketRefusal *refusal = NULL;

  self->row = p;
  self->row_line = self->next_line;
  self->n_line_ends = 0;

  for (guint n = 0;; n++)
    {
      LoketCsvField surplus;
      LoketCsvField *field = n < self->n_columns ? &self->fields[n] : &surplus;
      const char *start = p;

      if (*p == '"')
        {
          gboolean doubled = FALSE;

          refusal = read_quoted (self, n, &p, field, &doubled);
          if (refusal != NULL)
            return refusal;
          if (doubled && n < self->n_columns)
            self->doubled[n] = self->any_doubled = TRUE;
        }
      else
        {
          field->text = start;
          while (!self->stops[(guchar) *p])
            p++;
          field->length = p - start;
        }

      if (*p == self->separator)
        p++;
      else if (p >= self->end || *p == '\n' || (*p == '\r' && p[1] == '\n'))
        return end_row (self, n + 1, p);
      else
        return refuse_sign (self, n, start, p);
    }
}

static gboolean
read_header (LoketCsvReader  *self,
             GError         **error)
{
  g_autoptr (LoketRefusal) refusal = NULL;

  if (!self->is_sheet)
    self->separator = loket_csv_text_find_separator (self->name, self->next, self->end,
                                                     &self->n_columns, error);
  if (self->separator == 0)
    return FALSE;

  self->stops[(guchar) self->separator] = TRUE;
  self->fields = g_new0 (LoketCsvField, self->n_columns);
  self->doubled = g_new0 (gboolean, self->n_columns);

  refusal = read_row (self);
  if (refusal != NULL)
    {
      g_autofree char *sentence = loket_refusal_to_string (refusal, self->name);

      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s (in the header)"), sentence);
      return FALSE;
    }

  self->columns = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i] = g_strstrip (g_strndup (self->fields[i].text, self->fields[i].length));

  return loket_csv_text_check_columns (self->header_place, self->columns, self->n_columns, error);
}

/* Takes what is in the file, and reads the header. */
static gboolean
begin (LoketCsvReader  *self,
       char            *data,
       gsize            length,
       GError         **error)
{
  self->data = data;
  self->scratch = g_byte_array_new ();
  self->stops['"'] = self->stops['\r'] = self->stops['\n'] = self->stops['\0'] = TRUE;

  self->next = loket_csv_text_check (self->name, data, length, error);
  if (self->next == NULL)
    return FALSE;

  self->end = data + length;
  while (self->end > self->next && (self->end[-1] == '\n' || self->end[-1] == '\r'))
    self->end--;

  if (self->next == self->end)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s: there is nothing in it"),
                   self->name);
      return FALSE;
    }

  if (!read_header (self, error))
    return FALSE;

  if (self->next >= self->end)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: there is nothing in it but a header"), self->name);
      return FALSE;
    }

  self->first = self->next;
  self->first_line = self->next_line;

  return TRUE;
}

/**
 * loket_csv_reader_new_from_data:
 * @name: the name of the file, for messages
 * @data: (transfer full): what is in it; the byte after it must be a NUL
 * @length: the length of @data without that NUL
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader that has read the header; NULL with
 *   LOKET_ERROR_INVALID when the file as a whole is refused: not UTF-8, a header that cannot be
 *   read, or nothing below it
 */
LoketCsvReader *
loket_csv_reader_new_from_data (const char  *name,
                                char        *data,
                                gsize        length,
                                GError     **error)
{
  g_autoptr (LoketCsvReader) self = g_new0 (LoketCsvReader, 1);

  g_return_val_if_fail (data[length] == '\0', NULL);

  self->name = g_strdup (name);
  self->next_line = self->header_line = 1;
  /* Translators: the name of a file */
  self->header_place = g_strdup_printf (_("%s, line 1"), name);

  return begin (self, data, length, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * loket_csv_reader_new_from_sheet:
 * @sheet: what it was made from; is copied
 *
 * Returns: (transfer full) (nullable): as loket_csv_reader_new_from_data ()
 */
LoketCsvReader *
loket_csv_reader_new_from_sheet (const char           *name,
                                 char                 *data,
                                 gsize                 length,
                                 const LoketCsvSheet  *sheet,
                                 GError              **error)
{
  g_autoptr (LoketCsvReader) self = g_new0 (LoketCsvReader, 1);

  self->name = g_strdup (name);
  self->is_sheet = TRUE;
  self->separator = ',';
  self->n_columns = sheet->n_columns;
  self->next_line = self->header_line = sheet->first_line;
  /* Translators: the names of a file and of a sheet in it, and the number of a row */
  self->header_place = g_strdup_printf (_("%s, sheet %s, row %u"), name, sheet->name,
                                        sheet->first_line);
  self->refusals = g_ptr_array_ref (sheet->refusals);

  return begin (self, data, length, error) ? g_steal_pointer (&self) : NULL;
}

void
loket_csv_reader_free (LoketCsvReader *self)
{
  g_free (self->name);
  g_free (self->header_place);
  g_free (self->data);
  g_strfreev (self->columns);
  g_free (self->fields);
  g_free (self->doubled);
  g_byte_array_unref (self->scratch);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_free (self);
}

/**
 * loket_csv_reader_get_name:
 *
 * Returns: (transfer none): the name of the file, as it stands in messages
 */
const char *
loket_csv_reader_get_name (LoketCsvReader *self)
{
  return self->name;
}

/**
 * loket_csv_reader_get_header_place:
 *
 * Returns: (transfer none): where the header stands, for messages: "clients.csv, line 1", or
 *   "clients.xlsx, sheet Clients, row 3"
 */
const char *
loket_csv_reader_get_header_place (LoketCsvReader *self)
{
  return self->header_place;
}

guint
loket_csv_reader_get_n_columns (LoketCsvReader *self)
{
  return self->n_columns;
}

/**
 * loket_csv_reader_get_column:
 * @self: a reader
 * @column: the position of a column
 *
 * Returns: (transfer none): the name of the column, without white space around it
 */
const char *
loket_csv_reader_get_column (LoketCsvReader *self,
                             guint           column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->columns[column];
}

/**
 * loket_csv_reader_find_column:
 * @self: a reader
 * @name: the name of a column
 *
 * Returns: its position, or -1 when the file has no such column
 */
int
loket_csv_reader_find_column (LoketCsvReader *self,
                              const char     *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_str_equal (self->columns[i], name))
        return (int) i;
    }

  return -1;
}

/* What could not be read of a row of a sheet. */
static LoketRefusal *
find_refusal (LoketCsvReader *self)
{
  const LoketRefusal *known = NULL;

  while (self->refusals != NULL && self->next_refusal < self->refusals->len)
    {
      known = g_ptr_array_index (self->refusals, self->next_refusal);
      if (known->line == self->row_line)
        return loket_refusal_new (known->line, known->column, known->value, -1, known->reason);
      if (known->line > self->row_line)
        return NULL;
      self->next_refusal++;
    }

  return NULL;
}

/**
 * loket_csv_reader_read:
 * @self: a reader
 * @refusal: (out) (transfer full): why a row is refused; set with LOKET_CSV_REFUSED only
 *
 * Reads the next row. A row that cannot be read is refused, and the next call goes on with the
 * line after it; a quote that is never closed takes the rest of the file with it.
 *
 * Returns: whether there is a row, a refusal, or nothing more
 */
LoketCsvResult
loket_csv_reader_read (LoketCsvReader  *self,
                       LoketRefusal   **refusal)
{
  LoketRefusal *found;

  if (self->next >= self->end)
    return LOKET_CSV_DONE;

  found = read_row (self);
  if (found == NULL)
    found = find_refusal (self);
  if (found == NULL)
    return LOKET_CSV_ROW;

  memset (self->doubled, 0, self->n_columns * sizeof *self->doubled);
  self->any_doubled = FALSE;
  *refusal = found;

  return LOKET_CSV_REFUSED;
}

/**
 * loket_csv_reader_get_fields:
 *
 * Returns: (transfer none) (array): the fields of the row that was read last, one for each column;
 *   they hold until the next row is read
 */
const LoketCsvField *
loket_csv_reader_get_fields (LoketCsvReader *self)
{
  return self->fields;
}

/**
 * loket_csv_reader_get_line:
 *
 * Returns: the line, counted from 1, at which the row that was read or refused last begins
 */
guint
loket_csv_reader_get_line (LoketCsvReader *self)
{
  return self->row_line;
}

/**
 * loket_csv_reader_find_line:
 * @self: a reader
 * @text: a place in the file: the text of a raw row
 *
 * Returns: the line of @text, counted from 1
 */
guint
loket_csv_reader_find_line (LoketCsvReader *self,
                            const char     *text)
{
  return self->header_line + loket_csv_text_count_lines (self->data, text, self->is_sheet);
}

/**
 * loket_csv_reader_get_raw_row:
 *
 * Returns: the row that was read or refused last, as it stands in the file, without its line end;
 *   it holds as long as the reader
 */
LoketCsvField
loket_csv_reader_get_raw_row (LoketCsvReader *self)
{
  return (LoketCsvField) { self->row, self->row_end - self->row };
}

/**
 * loket_csv_reader_get_fraction:
 *
 * Returns: how much of the file has been read, from 0 to 1
 */
double
loket_csv_reader_get_fraction (LoketCsvReader *self)
{
  return (double) (self->next - self->first) / (double) (self->end - self->first);
}

/**
 * loket_csv_reader_rewind:
 *
 * Goes back to the first row.
 */
void
loket_csv_reader_rewind (LoketCsvReader *self)
{
  self->next = self->first;
  self->next_line = self->first_line;
  self->next_refusal = 0;
}
