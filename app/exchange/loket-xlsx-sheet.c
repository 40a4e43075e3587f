/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a sheet of a spreadsheet (XLSX) as the text of a CSV file, so that both take one path.
 *
 * The first row with anything in it is the header. Rows keep their numbers as lines; those at the
 * end that only have a colour or a border are not there. */

#include "loketten-config.h"

#include "loket-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"
#include "loket-xlsx-book.h"

#define MOST_COLUMNS 16384
#define MOST_ROWS    1048576
/* Of the text that comes of it: few short cells can point to one long text. */
#define MOST_TEXT    ((gsize) 512 << 20)

typedef enum
{
  NUMBER,
  SHARED_TEXT,
  OWN_TEXT,
  FLAG,
  DAY_TEXT,
  FAULT
} CellKind;

typedef struct
{
  LoketXlsxBook *book;     /* (owned) */
  GString *text;           /* (owned) what the CSV file says */
  GPtrArray *cells;        /* (owned) of GString: of the row that is being read */
  guint n_cells;           /* in the row, up to the last with anything in it */
  gsize row_length;        /* bytes of the row so far */
  guint row;               /* its number, from 1 */
  guint last_row;          /* that was written */

  guint column;            /* of the cell that is being read, from 1 */
  CellKind kind;
  guint style;
  GString *value;          /* (owned) */
  gboolean in_value;
  guint n_hints;           /* how deep in a hint about pronunciation */

  char *header;            /* (owned) (nullable): the first row, as written */
  GStrv names;             /* (owned) (nullable): of its columns */
  LoketCsvSheet sheet;     /* the refusals are owned */
} Reading;

static void
free_cell (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->book, loket_xlsx_book_free);
  if (reading->text != NULL)
    g_string_free (reading->text, TRUE);
  g_clear_pointer (&reading->cells, g_ptr_array_unref);
  g_string_free (reading->value, TRUE);
  g_free (reading->header);
  g_strfreev (reading->names);
  g_clear_pointer (&reading->sheet.refusals, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static const char *
get_name (const Reading *reading)
{
  return loket_xlsx_package_get_name (loket_xlsx_book_get_package (reading->book));
}

static void
refuse_row (const Reading  *reading,
            const char     *reason,
            GError        **error)
{
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s, line %u: %s"), get_name (reading),
               reading->row, reason);
}

/* Notes why the row cannot be taken; what stands in the cell stays. */
static void
refuse_cell (Reading    *reading,
             const char *reason)
{
  const char *column = reading->names != NULL && reading->column <= reading->sheet.n_columns
                           ? reading->names[reading->column - 1]
                           : NULL;

  g_ptr_array_add (reading->sheet.refusals,
                   loket_refusal_new (reading->row, column, reading->value->str,
                                      (gssize) reading->value->len, reason));
}

static void
row_began (Reading                 *reading,
           const LoketXlsxElement  *element,
           GError                 **error)
{
  guint row = loket_xlsx_element_get_number (element, "r", reading->row + 1);

  if (row <= reading->row || row > MOST_ROWS)
    {
      refuse_row (reading, _("the rows after it are damaged"), error);
      return;
    }
  reading->row = row;
  reading->row_length = 0;
  reading->column = 0;
  for (guint i = 0; i < reading->n_cells; i++)
    g_string_truncate (g_ptr_array_index (reading->cells, i), 0);
  reading->n_cells = 0;
}

/* "AB12" is in column 28; 0 for what is none. */
static guint
read_column (const char *reference)
{
  guint column = 0;

  for (const char *p = reference; g_ascii_isupper (*p) && column <= MOST_COLUMNS; p++)
    column = column * 26 + (guint) (*p - 'A') + 1;

  return column;
}

static CellKind
read_kind (const char *type)
{
  static const struct
  {
    const char *type;
    CellKind kind;
  } kinds[] = {
    { "s", SHARED_TEXT }, { "inlineStr", OWN_TEXT }, { "str", OWN_TEXT },
    { "b", FLAG },        { "d", DAY_TEXT },         { "e", FAULT },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].type, type))
        return kinds[i].kind;
    }

  return NUMBER;
}

static void
cell_began (Reading                 *reading,
            const LoketXlsxElement  *element,
            GError                 **error)
{
  g_autofree char *reference = loket_xlsx_element_dup (element, "r");
  g_autofree char *type = loket_xlsx_element_dup (element, "t");
  guint column = reference != NULL ? read_column (reference) : reading->column + 1;

  if (column <= reading->column || column > MOST_COLUMNS)
    {
      refuse_row (reading, _("its cells are damaged"), error);
      return;
    }
  reading->column = column;
  reading->kind = read_kind (type);
  reading->style = loket_xlsx_element_get_number (element, "s", 0);
  g_string_truncate (reading->value, 0);
}

static void
element_began (const LoketXlsxElement  *element,
               gpointer                 user_data,
               GError                 **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element->name, "row"))
    row_began (reading, element, error);
  else if (g_str_equal (element->name, "c"))
    cell_began (reading, element, error);
  reading->n_hints += g_str_equal (element->name, "rPh") ? 1 : 0;
  reading->in_value = reading->column > 0
                      && (g_str_equal (element->name, "v")
                          || (reading->n_hints == 0 && g_str_equal (element->name, "t")));
}

static void
text_came (const char  *text,
           gsize        length,
           gpointer     user_data,
           GError     **error)
{
  Reading *reading = user_data;

  if (reading->in_value)
    g_string_append_len (reading->value, text, (gssize) length);
}

static GString *
take_cell (Reading *reading)
{
  while (reading->cells->len < reading->column)
    g_ptr_array_add (reading->cells, g_string_new (NULL));
  reading->n_cells = reading->column;

  return g_ptr_array_index (reading->cells, reading->column - 1);
}

static void
put_number (Reading *reading,
            GString *cell)
{
  LoketXlsxFormat format = loket_xlsx_book_get_format (reading->book, reading->style);
  char *end = NULL;
  double value = g_ascii_strtod (reading->value->str, &end);
  g_autofree char *text = NULL;

  if (end != reading->value->str && *end == '\0')
    text = loket_xlsx_value_format (value, format, loket_xlsx_book_is_1904 (reading->book));
  g_string_append (cell, text != NULL ? text : reading->value->str);
  if (text == NULL)
    refuse_cell (reading, format == LOKET_XLSX_NUMBER ? _("this is no number")
                                                      : _("this is no day that there was"));
}

static void
put_shared (Reading  *reading,
            GString  *cell,
            GError  **error)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (reading->value->str, &end, 10);
  const char *text = *end == '\0' && number <= G_MAXUINT
                         ? loket_xlsx_book_get_text (reading->book, (guint) number)
                         : NULL;

  if (text != NULL)
    loket_xlsx_value_append_text (cell, text);
  else
    refuse_row (reading, _("its cells are damaged"), error);
}

/* "2023-05-01T00:00:00" is a day, and with hours a moment. */
static void
put_day (Reading *reading,
         GString *cell)
{
  const char *text = reading->value->str;
  const char *time = strchr (text, 'T');

  if (time == NULL || strncmp (time, "T00:00", 6) == 0)
    g_string_append_len (cell, text, time != NULL ? time - text : (gssize) strlen (text));
  else
    g_string_append_len (cell, text, MIN ((gssize) strlen (text), time - text + 6));
}

static void
cell_ended (Reading  *reading,
            GError  **error)
{
  GString *cell;

  if (reading->column == 0 || reading->value->len == 0)
    return;

  cell = take_cell (reading);
  switch (reading->kind)
    {
    case SHARED_TEXT:
      put_shared (reading, cell, error);
      break;
    case OWN_TEXT:
      loket_xlsx_value_append_text (cell, reading->value->str);
      break;
    case FLAG:
      g_string_append (cell, g_str_equal (reading->value->str, "1") ? "yes" : "no");
      break;
    case DAY_TEXT:
      put_day (reading, cell);
      break;
    case FAULT:
      g_string_append (cell, reading->value->str);
      refuse_cell (reading, _("the formula has no result"));
      break;
    case NUMBER:
    default:
      put_number (reading, cell);
      break;
    }
  reading->row_length += cell->len;
  if (reading->text->len + reading->row_length > MOST_TEXT)
    refuse_row (reading, _("unpacked it is larger than any spreadsheet"), error);
}

static void
append_quoted (GString       *text,
               const GString *cell)
{
  if (strpbrk (cell->str, "\",\n") == NULL)
    {
      g_string_append_len (text, cell->str, (gssize) cell->len);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell->str; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_row (Reading *reading)
{
  guint n = MAX (reading->n_cells, reading->sheet.n_columns);

  while (reading->cells->len < n)
    g_ptr_array_add (reading->cells, g_string_new (NULL));
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (reading->text, ',');
      append_quoted (reading->text, g_ptr_array_index (reading->cells, i));
    }
  g_string_append_c (reading->text, '\n');
}

static void
take_header (Reading *reading)
{
  reading->sheet.first_line = reading->row;
  reading->sheet.n_columns = reading->n_cells;
  reading->names = g_new0 (char *, reading->n_cells + 1);
  for (guint i = 0; i < reading->n_cells; i++)
    reading->names[i] = g_strdup (((GString *) g_ptr_array_index (reading->cells, i))->str);
}

static void
row_ended (Reading  *reading,
           GError  **error)
{
  gsize place;

  while (reading->n_cells > 0
         && ((GString *) g_ptr_array_index (reading->cells, reading->n_cells - 1))->len == 0)
    reading->n_cells--;
  if (reading->n_cells == 0)
    return;

  for (; reading->header != NULL && reading->last_row + 1 < reading->row; reading->last_row++)
    g_string_append_c (reading->text, '\n');
  reading->last_row = reading->row;
  if (reading->header == NULL)
    take_header (reading);
  place = reading->text->len;
  append_row (reading);
  if (reading->header == NULL)
    reading->header = g_strdup (reading->text->str);
  else if (g_str_equal (reading->header, reading->text->str + place))
    refuse_row (reading, _("the header is there again: there is more than one table on the sheet"),
                error);
}

static void
element_ended (const char  *name,
               gpointer     user_data,
               GError     **error)
{
  Reading *reading = user_data;

  reading->in_value = FALSE;
  reading->n_hints -= g_str_equal (name, "rPh") ? 1 : 0;
  if (g_str_equal (name, "c"))
    cell_ended (reading, error);
  else if (g_str_equal (name, "row"))
    row_ended (reading, error);
}

static gboolean
read_sheet (Reading     *reading,
            const char  *sheet,
            GError     **error)
{
  const LoketXlsxParser parser = { element_began, element_ended, text_came };
  const char *title = NULL;
  const char *path = loket_xlsx_book_find_sheet (reading->book, sheet, &title, error);

  if (path == NULL
      || !loket_xlsx_package_parse (loket_xlsx_book_get_package (reading->book), path, &parser,
                                    reading, error))
    return FALSE;
  reading->sheet.name = title != NULL ? title : sheet;
  if (reading->header != NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s: there is nothing in it"),
               get_name (reading));

  return FALSE;
}

/**
 * loket_xlsx_sheet_read:
 * @name: the name of the file, for messages
 * @data: what is in it
 * @sheet: what the sheet may be called; where there is none of that name, the first is read
 * @error: %LOKET_ERROR_INVALID with a sentence when the file as a whole is refused
 *
 * Returns: (transfer full) (nullable): a reader of its rows, whose lines are the rows of the sheet
 */
LoketCsvReader *
loket_xlsx_sheet_read (const char  *name,
                       const char  *data,
                       gsize        length,
                       const char  *sheet,
                       GError     **error)
{
  g_auto (Reading) reading = { NULL };
  LoketXlsxPackage *package = NULL;
  gsize text_length;

  reading.text = g_string_new (NULL);
  reading.value = g_string_new (NULL);
  reading.cells = g_ptr_array_new_with_free_func (free_cell);
  reading.sheet.refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_refusal_free);
  package = loket_xlsx_package_new (name, data, length, error);
  if (package != NULL)
    reading.book = loket_xlsx_book_new (package, error);
  if (reading.book == NULL || !read_sheet (&reading, sheet, error))
    return NULL;

  text_length = reading.text->len;

  return loket_csv_reader_new_from_sheet (
      name, g_string_free (g_steal_pointer (&reading.text), FALSE), text_length, &reading.sheet,
      error);
}
