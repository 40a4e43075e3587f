/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A spreadsheet file (XLSX) of records, row by row, that can be read back without a change.
 *
 * Rows go to disk as they come, so that it takes no memory how many they are. */

#include "loketten-config.h"

#include "loket-record-book.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "loket-error.h"
#include "loket-plain-numbers.h"

struct _LoketRecordBook
{
  char *folder;          /* (owned) (nullable): of the file, until it is read */
  char *path;            /* (owned) */
  lxw_workbook *book;    /* (owned) (nullable): until it is written */
  lxw_worksheet *sheet;  /* borrowed from the book */
  lxw_format *head;
  lxw_format *day;
  lxw_format *moment;
  lxw_row_t row;
  lxw_col_t column;
  lxw_error failure;     /* the first */
};

/**
 * loket_record_book_new:
 * @sheet: what the sheet is called
 *
 * Returns: (transfer full) (nullable): a book whose next cell is the first of the header
 */
LoketRecordBook *
loket_record_book_new (const char  *sheet,
                       GError     **error)
{
  g_autoptr (LoketRecordBook) self = g_new0 (LoketRecordBook, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  self->folder = g_dir_make_tmp ("loketten-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;

  self->path = g_build_filename (self->folder, "records.xlsx", NULL);
  options.tmpdir = self->folder;
  self->book = workbook_new_opt (self->path, &options);
  self->head = workbook_add_format (self->book);
  format_set_bold (self->head);
  self->day = workbook_add_format (self->book);
  format_set_num_format (self->day, "dd-mm-yyyy");
  self->moment = workbook_add_format (self->book);
  format_set_num_format (self->moment, "dd-mm-yyyy hh:mm");
  self->sheet = workbook_add_worksheet (self->book, sheet);
  worksheet_freeze_panes (self->sheet, 1, 1);

  return g_steal_pointer (&self);
}

void
loket_record_book_free (LoketRecordBook *self)
{
  if (self->book != NULL)
    workbook_close (self->book);
  if (self->folder != NULL)
    {
      g_unlink (self->path);
      g_rmdir (self->folder);
    }
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static gboolean
read_number (const char *value,
             double     *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (value, &end);

  return end != value && *end == '\0';
}

static gboolean
read_moment (const char      *value,
             LoketRecordCell  kind,
             lxw_datetime    *moment)
{
  int length = 0;

  *moment = (lxw_datetime) { 0 };
  if (kind == LOKET_RECORD_CELL_DAY)
    sscanf (value, "%4d-%2d-%2d%n", &moment->year, &moment->month, &moment->day, &length);
  else
    sscanf (value, "%4d-%2d-%2dT%2d:%2d%n", &moment->year, &moment->month, &moment->day,
            &moment->hour, &moment->min, &length);

  /* Before March 1900 spreadsheets count a day that there never was. */
  return length > 0 && value[length] == '\0' && moment->year > 1900;
}

static lxw_error
write_value (LoketRecordBook *self,
             const char      *value,
             LoketRecordCell  kind)
{
  gboolean is_day = kind == LOKET_RECORD_CELL_DAY || kind == LOKET_RECORD_CELL_MOMENT;
  lxw_datetime moment;
  double number;

  if (self->row == 0)
    return worksheet_write_string (self->sheet, 0, self->column, value, self->head);
  if (kind == LOKET_RECORD_CELL_FLAG)
    return worksheet_write_boolean (self->sheet, self->row, self->column, *value == '1', NULL);
  if (kind == LOKET_RECORD_CELL_NUMBER && read_number (value, &number))
    return worksheet_write_number (self->sheet, self->row, self->column, number, NULL);
  if (is_day && read_moment (value, kind, &moment))
    return worksheet_write_datetime (self->sheet, self->row, self->column, &moment,
                                     kind == LOKET_RECORD_CELL_DAY ? self->day : self->moment);

  return worksheet_write_string (self->sheet, self->row, self->column, value, NULL);
}

/**
 * loket_record_book_add:
 * @value: (nullable): what stands in the next cell of the row; of the first row always text
 */
void
loket_record_book_add (LoketRecordBook *self,
                       const char      *value,
                       LoketRecordCell  kind)
{
  lxw_error failure = LXW_NO_ERROR;

  if (value != NULL && *value != '\0')
    {
      locale_t before = loket_plain_numbers_begin ();

      failure = write_value (self, value, kind);
      loket_plain_numbers_end (before);
    }
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
  self->column++;
}

/**
 * loket_record_book_end:
 *
 * Ends the row.
 */
void
loket_record_book_end (LoketRecordBook *self)
{
  self->row++;
  self->column = 0;
}

static gboolean
check (lxw_error   failure,
       GError    **error)
{
  if (failure == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE,
               /* Translators: what the library that writes spreadsheets says, in English */
               _("the spreadsheet cannot hold all of it: %s"), lxw_strerror (failure));

  return FALSE;
}

/**
 * loket_record_book_finish:
 * @error: %LOKET_ERROR_STORAGE when there is no room for it, or more than a spreadsheet can hold
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
loket_record_book_finish (LoketRecordBook  *self,
                          GError          **error)
{
  locale_t before = loket_plain_numbers_begin ();
  lxw_error failure = workbook_close (g_steal_pointer (&self->book));
  char *data = NULL;
  gsize length = 0;

  loket_plain_numbers_end (before);
  if (!check (self->failure, error) || !check (failure, error)
      || !g_file_get_contents (self->path, &data, &length, error))
    return NULL;

  return g_bytes_new_take (data, length);
}
