/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes a spreadsheet with libxlsxwriter, which can only write to a file of its own: in a folder
 * that nobody else can read, gone before we return. */

#include "loketten-config.h"

#include "loket-workbook.h"

#include "loket-date.h"
#include "loket-error.h"
#include "loket-plain-numbers.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define TITLE_ROW    0
#define HEAD_ROW     2
#define FIRST_ROW    3
#define MOST_WIDTH   60
#define LEAST_WIDTH  8
#define NAME_LENGTH  31 /* the format allows no more */

typedef enum
{
  FORMAT_TITLE,
  FORMAT_HEAD,
  FORMAT_TEXT,
  FORMAT_COUNT,
  FORMAT_NUMBER,
  FORMAT_SHARE,
  FORMAT_EXACT,
  FORMAT_DATE,
  N_FORMATS
} Format;

static void
create_formats (lxw_workbook  *workbook,
                lxw_format   **formats)
{
  static const char *const numbers[N_FORMATS] = {
    [FORMAT_COUNT] = "#,##0", [FORMAT_NUMBER] = "0.0", [FORMAT_SHARE] = "0%",
    [FORMAT_EXACT] = "0.00", [FORMAT_DATE] = "dd-mm-yyyy"
  };

  for (guint i = 0; i < N_FORMATS; i++)
    {
      formats[i] = workbook_add_format (workbook);
      format_set_align (formats[i], LXW_ALIGN_VERTICAL_TOP);
      if (numbers[i] != NULL)
        format_set_num_format (formats[i], numbers[i]);
    }
  format_set_bold (formats[FORMAT_TITLE]);
  format_set_font_size (formats[FORMAT_TITLE], 14);
  format_set_bold (formats[FORMAT_HEAD]);
  format_set_bottom (formats[FORMAT_HEAD], LXW_BORDER_THIN);
  format_set_text_wrap (formats[FORMAT_HEAD]);
  format_set_text_wrap (formats[FORMAT_TEXT]);
}

/* A name may have no more than 31 characters, and none of these; each occurs once. */
static char *
dup_name (const char *title,
          GHashTable *taken)
{
  g_autofree char *plain = g_utf8_substring (
      title, 0, MIN (g_utf8_strlen (title, -1), NAME_LENGTH - 4));
  char *name = NULL;

  g_strdelimit (plain, "[]:*?/\\'", ' ');
  g_strstrip (plain);
  name = g_strdup (*plain != '\0' ? plain : "-");
  for (guint i = 2; g_hash_table_contains (taken, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", plain, i);
    }
  g_hash_table_add (taken, g_strdup (name));

  return name;
}

/* An interval takes two columns. */
static lxw_col_t
find_column (const LoketSheet *sheet,
             guint             column)
{
  lxw_col_t place = 0;

  for (guint i = 0; i < column; i++)
    place += loket_sheet_get_column (sheet, i)->kind == LOKET_CELL_INTERVAL ? 2 : 1;

  return place;
}

static void
write_head (lxw_worksheet     *worksheet,
            const LoketSheet  *sheet,
            lxw_format       **formats)
{
  worksheet_write_string (worksheet, TITLE_ROW, 0, sheet->title, formats[FORMAT_TITLE]);
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const LoketColumn *column = loket_sheet_get_column (sheet, i);
      g_autofree char *low = g_strconcat (column->title, " ≥", NULL);
      g_autofree char *high = g_strconcat (column->title, " ≤", NULL);
      gboolean is_interval = column->kind == LOKET_CELL_INTERVAL;
      lxw_col_t place = find_column (sheet, i);

      worksheet_write_string (worksheet, HEAD_ROW, place, is_interval ? low : column->title,
                              formats[FORMAT_HEAD]);
      if (is_interval)
        worksheet_write_string (worksheet, HEAD_ROW, place + 1, high, formats[FORMAT_HEAD]);
    }
}

static void
write_date (lxw_worksheet   *worksheet,
            lxw_row_t        row,
            lxw_col_t        column,
            const LoketCell *cell,
            lxw_format      *format)
{
  LoketDateText date = loket_date_from_day ((int) cell->number);
  lxw_datetime written = { 0 };

  sscanf (date.text, "%d-%d-%d", &written.year, &written.month, &written.day);
  worksheet_write_datetime (worksheet, row, column, &written, format);
}

/* What looks like a formula is written as text all the same. */
static void
write_cell (lxw_worksheet    *worksheet,
            lxw_row_t         row,
            lxw_col_t         column,
            const LoketCell  *cell,
            lxw_format      **formats)
{
  static const Format kinds[] = { FORMAT_TEXT,  FORMAT_COUNT, FORMAT_NUMBER,
                                  FORMAT_SHARE, FORMAT_EXACT, FORMAT_DATE };

  if (cell->kind == LOKET_CELL_TEXT || isnan (cell->number))
    {
      if (*cell->text != '\0')
        worksheet_write_string (worksheet, row, column, cell->text, formats[FORMAT_TEXT]);
      return;
    }
  if (cell->kind == LOKET_CELL_DATE)
    {
      write_date (worksheet, row, column, cell, formats[FORMAT_DATE]);
      return;
    }
  worksheet_write_number (worksheet, row, column, cell->number, formats[kinds[cell->kind]]);
  if (cell->kind == LOKET_CELL_INTERVAL)
    worksheet_write_number (worksheet, row, column + 1, cell->high, formats[FORMAT_EXACT]);
}

static void
set_widths (lxw_worksheet    *worksheet,
            const LoketSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const LoketColumn *column = loket_sheet_get_column (sheet, i);
      lxw_col_t place = find_column (sheet, i);
      glong widest = LEAST_WIDTH;

      for (guint row = 0; row < loket_sheet_get_n_rows (sheet); row++)
        widest = MAX (widest, g_utf8_strlen (loket_sheet_get_cell (sheet, row, i)->text, -1));
      if (column->kind == LOKET_CELL_TEXT)
        worksheet_set_column (worksheet, place, place, (double) MIN (widest + 2, MOST_WIDTH), NULL);
      else
        worksheet_set_column (worksheet, place,
                              place + (column->kind == LOKET_CELL_INTERVAL ? 1 : 0), 12, NULL);
    }
}

static void
write_sheet (lxw_workbook      *workbook,
             const LoketSheet  *sheet,
             lxw_format       **formats,
             GHashTable        *taken)
{
  g_autofree char *name = dup_name (sheet->title, taken);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, name);

  if (worksheet == NULL)
    return;

  set_widths (worksheet, sheet);
  write_head (worksheet, sheet, formats);
  for (guint row = 0; row < loket_sheet_get_n_rows (sheet); row++)
    {
      for (guint i = 0; i < sheet->columns->len; i++)
        write_cell (worksheet, FIRST_ROW + row, find_column (sheet, i),
                    loket_sheet_get_cell (sheet, row, i), formats);
    }
  worksheet_freeze_panes (worksheet, FIRST_ROW, 1);
  worksheet_set_paper (worksheet, 9);
  worksheet_set_landscape (worksheet);
  worksheet_fit_to_pages (worksheet, 1, 0);
}

static void
set_properties (lxw_workbook *workbook,
                const char   *made_on)
{
  g_autofree char *moment = g_strconcat (made_on, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) made = g_date_time_new_from_iso8601 (moment, NULL);
  lxw_doc_properties properties = { .company = "", .comments = "Loketten " LOKETTEN_VERSION };

  if (made != NULL)
    properties.created = (time_t) g_date_time_to_unix (made);
  workbook_set_properties (workbook, &properties);
}

static lxw_error
write_file (const GPtrArray *sheets,
            const char      *made_on,
            const char      *folder,
            const char      *path)
{
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  locale_t before = loket_plain_numbers_begin ();
  lxw_format *formats[N_FORMATS];
  lxw_error failure;

  create_formats (workbook, formats);
  set_properties (workbook, made_on);
  for (guint i = 0; i < sheets->len; i++)
    write_sheet (workbook, g_ptr_array_index (sheets, i), formats, taken);
  failure = workbook_close (workbook);
  loket_plain_numbers_end (before);

  return failure;
}

/**
 * loket_workbook_new:
 * @sheets: (element-type LoketSheet): become worksheets in this order
 * @made_on: YYYY-MM-DD, stands in the file as the day on which it was made
 * @error: %LOKET_ERROR_STORAGE when there is no room for the file
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
loket_workbook_new (const GPtrArray  *sheets,
                    const char       *made_on,
                    GError          **error)
{
  g_autofree char *folder = g_dir_make_tmp ("loketten-XXXXXX", error);
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize length = 0;
  gboolean is_read = FALSE;
  lxw_error failure;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "sheets.xlsx", NULL);
  failure = write_file (sheets, made_on, folder, path);
  if (failure != LXW_NO_ERROR)
    g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_STORAGE, lxw_strerror (failure));
  else
    is_read = g_file_get_contents (path, &data, &length, error);
  g_unlink (path);
  g_rmdir (folder);

  return is_read ? g_bytes_new_take (data, length) : NULL;
}
