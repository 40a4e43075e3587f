/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Encoding and separator of a CSV file. */

#include "loketten-config.h"

#include "loket-csv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define SAMPLE_LENGTH   256

/* Western text in UTF-16 has a NUL in every other byte. */
static gboolean
is_utf16 (const guint8 *data,
          gsize         length)
{
  gsize sample = MIN (length, SAMPLE_LENGTH) / 2 * 2;
  gsize n_even = 0;
  gsize n_odd = 0;

  if (length >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)))
    return TRUE;

  for (gsize i = 0; i < sample; i += 2)
    {
      n_even += data[i] == 0;
      n_odd += data[i + 1] == 0;
    }

  return sample >= 4 && MAX (n_even, n_odd) > sample / 4;
}

static gboolean
is_ascii_word (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);

  return (word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* The first byte that is not UTF-8, or NULL. A NUL is let through: the rows refuse it. */
static const char *
find_bad_byte (const char *text,
               const char *end)
{
  const char *p = text;

  while (p < end)
    {
      while (end - p >= 8 && is_ascii_word (p))
        p += 8;

      if (p == end)
        break;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }

      if (g_utf8_get_char_validated (p, end - p) >= (gunichar) -2)
        return p;

      p = g_utf8_next_char (p);
    }

  return NULL;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint n = 1;

  for (const char *p = text; (p = memchr (p, '\n', end - p)) != NULL; p++)
    n++;

  return n;
}

/**
 * loket_csv_text_check:
 * @name: the name of the file, for messages
 * @data: what is in the file
 * @length: its length in bytes
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): where the text begins, after a byte order mark; NULL with
 *   LOKET_ERROR_INVALID when the file is empty or is not UTF-8
 */
const char *
loket_csv_text_check (const char  *name,
                      const char  *data,
                      gsize        length,
                      GError     **error)
{
  const char *text = data;
  const char *end = data + length;
  const char *bad;

  if (is_utf16 ((const guint8 *) data, length))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s is written in UTF-16; save it as “CSV UTF-8” and try again"), name);
      return NULL;
    }

  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    text += strlen (BYTE_ORDER_MARK);

  bad = find_bad_byte (text, end);
  if (bad != NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   /* Translators: file name, line, the byte in hexadecimal */
                   _("%s, line %u: is not UTF-8 (byte 0x%02X); "
                     "save the file as “CSV UTF-8” and try again"),
                   name, count_lines (text, bad), (guchar) *bad);
      return NULL;
    }

  return text;
}

/* Counts what stands outside quotes in the header line. */
static void
count_separators (const char *header,
                  const char *end,
                  guint       counts[128])
{
  gboolean quoted = FALSE;

  for (const char *p = header; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == '\n' && !quoted)
        return;
      else if (!quoted && (guchar) *p < 128)
        counts[(guchar) *p]++;
    }
}

/**
 * loket_csv_text_find_separator:
 * @name: the name of the file, for messages
 * @header: where the header line begins
 * @end: where the text ends
 * @n_columns: (out): how many columns the header line has
 * @error: return location for an error
 *
 * Returns: ',', ';' or a tab; 0 with LOKET_ERROR_INVALID when the header line has none of them, or
 *   more than one
 */
char
loket_csv_text_find_separator (const char  *name,
                               const char  *header,
                               const char  *end,
                               guint       *n_columns,
                               GError     **error)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[128] = { 0 };
  char separator = 0;

  count_separators (header, end, counts);

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint count = counts[(guchar) candidates[i]];

      if (count > 0 && separator != 0)
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("%s, line 1: the header has more than one of comma, semicolon and tab, so "
                         "it is not clear which of them separates the columns"),
                       name);
          return 0;
        }
      if (count > 0)
        {
          separator = candidates[i];
          *n_columns = count + 1;
        }
    }

  if (separator == 0)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                 _("%s, line 1: the header has no comma, semicolon or tab between its columns"),
                 name);

  return separator;
}

/**
 * loket_csv_text_check_columns:
 * @place: where the header stands, for messages
 * @columns: (array length=n_columns): what the header says
 *
 * Returns: whether each column has a name of its own; else FALSE with LOKET_ERROR_INVALID
 */
gboolean
loket_csv_text_check_columns (const char  *place,
                              char       **columns,
                              guint        n_columns,
                              GError     **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i][0] == '\0')
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("%s: column %u of the header has no name"), place, i + 1);
          return FALSE;
        }

      if (!g_hash_table_add (seen, columns[i]))
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("%s: the column %s is there twice"), place, columns[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * loket_csv_text_count_lines:
 * @text: whole rows
 * @end: a place behind @text
 * @are_rows: whether a line end within quotes does not count
 *
 * Returns: how many lines, or rows, end between @text and @end
 */
guint
loket_csv_text_count_lines (const char *text,
                            const char *end,
                            gboolean    are_rows)
{
  gboolean is_quoted = FALSE;
  guint n = 0;

  if (!are_rows)
    {
      for (; (text = memchr (text, '\n', (gsize) (end - text))) != NULL; text++)
        n++;
      return n;
    }

  for (; text < end; text++)
    {
      is_quoted ^= *text == '"';
      n += *text == '\n' && !is_quoted;
    }

  return n;
}
