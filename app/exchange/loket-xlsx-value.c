/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What numbers in a spreadsheet mean: days, times, plain numbers.
 *
 * After ECMA-376, part 1, 18.8.30 (formats of numbers) and 18.17.4 (dates): a day is a number of
 * days, counted from the beginning of 1900 (with a 29 February that there never was) or of 1904. */

#include "loket-xlsx-value.h"

#include <math.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)
#define LAST_DAY        2958465 /* 31 December 9999, in days since 1900 */
#define LEAP_DAY        60      /* the one that there never was */
/* 1 January 1904, in days since 1900. */
#define DAYS_UNTIL_1904 1462

/**
 * loket_xlsx_value_get_builtin:
 * @id: of a format that every spreadsheet has
 *
 * Returns: as what it shows numbers
 */
LoketXlsxFormat
loket_xlsx_value_get_builtin (guint id)
{
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
      || id == 55 || id == 56)
    return LOKET_XLSX_TIME;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return LOKET_XLSX_DAY;

  return LOKET_XLSX_NUMBER;
}

/* "[h]", "[mm]": what stands between the brackets is all hours, minutes or seconds. */
static gboolean
is_elapsed (const char *p)
{
  gsize length = strspn (p + 1, "hmsHMS");

  return length > 0 && p[1 + length] == ']';
}

/* Skips what stands for itself: a text between quotes, one sign after a backslash, a colour or a
 * locale between brackets. Hours that do not end at 24 are between brackets too. */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if (*p == '[' && !is_elapsed (p))
    end = strchr (p, ']');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    end = p + 1;

  return end != NULL ? end + 1 : p;
}

/**
 * loket_xlsx_value_parse_format:
 * @code: a format: "dd-mm-yyyy", "[h]:mm", "0.00"
 *
 * Returns: as what it shows numbers
 */
LoketXlsxFormat
loket_xlsx_value_parse_format (const char *code)
{
  gboolean has_day = FALSE;
  gboolean has_month_or_minute = FALSE;
  gboolean has_time = FALSE;

  if (g_ascii_strcasecmp (code, "general") == 0)
    return LOKET_XLSX_NUMBER;
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p);

      if (next != p)
        {
          p = next;
          continue;
        }
      has_day = has_day || strchr ("yYdD", *p) != NULL;
      has_month_or_minute = has_month_or_minute || *p == 'm' || *p == 'M';
      has_time = has_time || strchr ("hHsS", *p) != NULL;
      p++;
    }
  if (has_day || (has_month_or_minute && !has_time))
    return LOKET_XLSX_DAY;

  return has_time ? LOKET_XLSX_TIME : LOKET_XLSX_NUMBER;
}

static char *
format_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == floor (value) && fabs (value) < 1e15)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", value == 0 ? 0 : value);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);

  return g_strdup (buffer);
}

static char *
format_time (gint64 minutes)
{
  return g_strdup_printf ("%02d:%02d", (int) (minutes / 60), (int) (minutes % 60));
}

static char *
format_day (gint64   days,
            gint64   minutes,
            gboolean since_1904)
{
  g_autofree char *time = minutes > 0 ? format_time (minutes) : NULL;
  GDate date;

  days += since_1904 ? DAYS_UNTIL_1904 : 0;
  if (days < 1 || days > LAST_DAY || days == LEAP_DAY)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) (days > LEAP_DAY ? days - 1 : days));

  return g_strdup_printf ("%04d-%02d-%02d%s%s", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), time != NULL ? "T" : "",
                          time != NULL ? time : "");
}

/**
 * loket_xlsx_value_format:
 * @since_1904: whether days are counted from 1904 on, else from 1900
 *
 * Returns: (transfer full) (nullable): @value as it stands in a file of ours: `2023-05-01`,
 *   `2023-05-01T09:30`, `09:30`, `7`, `7.5`; NULL when it is no day that there was
 */
char *
loket_xlsx_value_format (double          value,
                         LoketXlsxFormat format,
                         gboolean        since_1904)
{
  gint64 minutes = 0;

  if (format == LOKET_XLSX_NUMBER)
    return isfinite (value) ? format_number (value) : NULL;
  if (!(value >= 0 && value <= LAST_DAY + 1))
    return NULL;

  minutes = (gint64) floor (value * MINUTES_PER_DAY + 0.5);
  if (format == LOKET_XLSX_TIME && value < 1)
    return format_time (minutes % MINUTES_PER_DAY);
  if (format == LOKET_XLSX_TIME)
    return format_time (minutes);

  return format_day (minutes / MINUTES_PER_DAY, minutes % MINUTES_PER_DAY, since_1904);
}

/* A sign that XML cannot hold: _x000D_. */
static gboolean
read_escape (const char *p,
             gunichar   *sign)
{
  *sign = 0;
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *sign = *sign << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
    }

  return p[6] == '_';
}

/**
 * loket_xlsx_value_append_text:
 * @to: gets the text with what was escaped in it, and lines that end in LF
 */
void
loket_xlsx_value_append_text (GString    *to,
                              const char *text)
{
  gunichar sign = 0;

  for (const char *p = text; *p != '\0';)
    {
      if (!read_escape (p, &sign))
        {
          if (*p != '\r')
            g_string_append_c (to, *p);
          p++;
          continue;
        }
      if (sign != '\r' && sign != 0 && g_unichar_validate (sign))
        g_string_append_unichar (to, sign);
      p += strlen ("_x0000_");
    }
}
