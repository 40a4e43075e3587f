/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns the file for programs into one for a Dutch spreadsheet: a byte order mark, semicolons, a
 * comma as the decimal sign. Figures are the same, digit by digit, but for those of a counsellor
 * below the threshold. */

#include "loket-dutch-csv.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* The first columns name what the figures are about. */
#define N_TEXT_COLUMNS 5

/* One field without its quotes; gives where it ends. */
static const char *
read_field (const char *csv,
            GString    *field)
{
  gboolean is_quoted = *csv == '"';

  g_string_truncate (field, 0);
  for (csv += is_quoted; *csv != '\0'; csv++)
    {
      if (is_quoted && csv[0] == '"' && csv[1] != '"')
        return csv + 1;
      if (!is_quoted && strchr (",\n", *csv) != NULL)
        return csv;
      if (is_quoted && *csv == '"')
        csv++;
      g_string_append_c (field, *csv);
    }

  return csv;
}

/* A spreadsheet takes text that begins like this for a formula; after a space it does not. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_text (GString    *csv,
             const char *text)
{
  gboolean is_quoted = strpbrk (text, ";\"\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');
  if (looks_like_formula (text))
    g_string_append_c (csv, ' ');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  if (is_quoted)
    g_string_append_c (csv, '"');
}

static void
append_figure (GString *csv,
               GString *figure)
{
  g_strdelimit (figure->str, ".", ',');
  g_string_append (csv, figure->str);
}

/**
 * loket_summary_to_dutch_csv:
 *
 * Returns: (transfer full): the lines of loket_summary_to_csv_for_people(), with a byte order mark,
 *   semicolons and decimal commas
 */
char *
loket_summary_to_dutch_csv (const LoketSummary *summary)
{
  g_autofree char *machine = loket_summary_to_csv_for_people (summary);
  g_autoptr (GString) field = g_string_new (NULL);
  GString *csv = g_string_new (BYTE_ORDER_MARK);
  const char *next = machine;
  guint column = 0;

  while (*next != '\0')
    {
      next = read_field (next, field);
      if (column < N_TEXT_COLUMNS)
        append_text (csv, field->str);
      else
        append_figure (csv, field);
      column = *next == '\n' ? 0 : column + 1;
      g_string_append (csv, *next == '\n' ? "\r\n" : *next == ',' ? ";" : "");
      next += *next != '\0';
    }

  return g_string_free (csv, FALSE);
}
