/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reading of dates, moments, numbers, flags and codes from files.
 *
 * What could mean two things is refused and never guessed. The errors are reasons: they follow
 * upon file, line, column and value in a LoketRefusal. */

#include "loketten-config.h"

#include "loket-csv-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

#define MOST_DIGITS 9

static const char *const month_names[] = {
  N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
  N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (LOKET_ERROR, LOKET_ERROR_INVALID, format, args);
  va_end (args);

  return FALSE;
}

/* Compares with a pattern in which 9 stands for any digit. */
static gboolean
looks_like (LoketCsvField  field,
            const char    *pattern)
{
  if (field.length != strlen (pattern))
    return FALSE;

  for (gsize i = 0; i < field.length; i++)
    {
      if (pattern[i] == '9' ? !g_ascii_isdigit (field.text[i]) : field.text[i] != pattern[i])
        return FALSE;
    }

  return TRUE;
}

static int
read_digits (const char *text,
             gsize       n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    number = 10 * number + (text[i] - '0');

  return number;
}

static gboolean
check_date (const LoketDateText  *date,
            gboolean              day_first,
            GError              **error)
{
  int year = read_digits (date->text, 4);
  int month = read_digits (date->text + 5, 2);
  int day = read_digits (date->text + 8, 2);

  if (loket_date_is_valid (date->text))
    return TRUE;

  if (month < 1 || month > 12)
    return day_first ? refuse (error, _("there is no month %d; the day is written first"), month)
                     : refuse (error, _("there is no month %d"), month);

  if (day < 1 || year < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    /* Translators: name of a month, year, day */
    return refuse (error, _("%s %d has no day %d"), _(month_names[month - 1]), year, day);

  return refuse (error, _("the year %d cannot be right"), year);
}

/* The reason why what looks like no date at all is refused. */
static gboolean
refuse_date (LoketCsvField   field,
             GError        **error)
{
  if (memchr (field.text, '/', field.length) != NULL || looks_like (field, "99.99.9999"))
    return refuse (error, _("it is not clear which number is the day; write dates as YYYY-MM-DD or "
                            "DD-MM-YYYY, with hyphens"));

  if (looks_like (field, "99-99-99") || looks_like (field, "9-9-99"))
    return refuse (error, _("its year has two digits; write it with four"));

  return refuse (error, _("is not a date; write dates as YYYY-MM-DD or DD-MM-YYYY"));
}

/**
 * loket_csv_value_read_date:
 * @field: YYYY-MM-DD or DD-MM-YYYY
 * @date: (out): the date as YYYY-MM-DD
 * @error: return location for an error
 *
 * Returns: whether @field is a date that exists; else LOKET_ERROR_INVALID with the reason
 */
gboolean
loket_csv_value_read_date (LoketCsvField    field,
                           LoketDateText   *date,
                           GError         **error)
{
  gboolean day_first = looks_like (field, "99-99-9999");

  memset (date, 0, sizeof *date);

  if (day_first)
    {
      memcpy (date->text, field.text + 6, 4);
      date->text[4] = date->text[7] = '-';
      memcpy (date->text + 5, field.text + 3, 2);
      memcpy (date->text + 8, field.text, 2);
    }
  else if (looks_like (field, "9999-99-99"))
    memcpy (date->text, field.text, field.length);
  else
    return refuse_date (field, error);

  return check_date (date, day_first, error);
}

/**
 * loket_csv_value_read_moment:
 * @field: YYYY-MM-DDTHH:MM
 * @moment: (out): the same
 * @error: return location for an error
 *
 * Returns: whether @field is a moment that exists; else LOKET_ERROR_INVALID with the reason
 */
gboolean
loket_csv_value_read_moment (LoketCsvField    field,
                             LoketDateText   *moment,
                             GError         **error)
{
  LoketDateText date = { 0 };

  if (!looks_like (field, "9999-99-99T99:99"))
    return refuse (error, _("is not a date with a time; write it as YYYY-MM-DDTHH:MM"));

  memset (moment, 0, sizeof *moment);
  memcpy (moment->text, field.text, LOKET_MOMENT_LENGTH);
  memcpy (date.text, field.text, LOKET_DATE_LENGTH);

  if (!check_date (&date, FALSE, error))
    return FALSE;

  if (!loket_moment_is_valid (moment->text))
    return refuse (error, _("there is no time %s"), moment->text + LOKET_DATE_LENGTH + 1);

  return TRUE;
}

/**
 * loket_csv_value_read_flag:
 * @field: yes or no
 * @flag: (out): whether it is yes
 * @error: return location for an error
 *
 * Returns: whether @field is one of the two; else LOKET_ERROR_INVALID with the reason
 */
gboolean
loket_csv_value_read_flag (LoketCsvField   field,
                           gboolean       *flag,
                           GError        **error)
{
  *flag = field.length == 3 && memcmp (field.text, "yes", 3) == 0;

  return *flag || (field.length == 2 && memcmp (field.text, "no", 2) == 0)
         || refuse (error, _("is neither yes nor no"));
}

/**
 * loket_csv_value_read_integer:
 * @field: digits
 * @number: (out): their value
 * @error: return location for an error
 *
 * Returns: whether @field is a whole number, not negative, of at most nine digits; else
 *   LOKET_ERROR_INVALID with the reason
 */
gboolean
loket_csv_value_read_integer (LoketCsvField   field,
                              int            *number,
                              GError        **error)
{
  gboolean are_digits = field.length > 0;

  for (gsize i = 0; i < field.length; i++)
    are_digits = are_digits && g_ascii_isdigit (field.text[i]);

  if (!are_digits)
    return refuse (error, _("is not a whole number"));

  if (field.length > MOST_DIGITS)
    return refuse (error, _("is too large a number"));

  *number = read_digits (field.text, field.length);

  return TRUE;
}

/**
 * loket_csv_value_read_code:
 * @field: a code
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the code; NULL with LOKET_ERROR_INVALID when @field has
 *   signs in it that codes do not have
 */
char *
loket_csv_value_read_code (LoketCsvField   field,
                           GError        **error)
{
  for (gsize i = 0; i < field.length; i++)
    {
      char sign = field.text[i];

      if (sign == ';')
        {
          refuse (error, _("holds more than one code"));
          return NULL;
        }
      if (!g_ascii_isalnum (sign) && sign != '_' && sign != '-')
        {
          refuse (error, _("is not a code; codes have letters, digits, _ and - only"));
          return NULL;
        }
    }

  return g_strndup (field.text, field.length);
}

/**
 * loket_csv_value_read_codes:
 * @field: codes with ';' between them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the codes as they stand there; NULL with
 *   LOKET_ERROR_INVALID when one is empty, is there twice or is no code
 */
char *
loket_csv_value_read_codes (LoketCsvField   field,
                            GError        **error)
{
  g_autofree char *codes = g_strndup (field.text, field.length);
  g_auto (GStrv) parts = g_strsplit (codes, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      LoketCsvField part = { parts[i], strlen (parts[i]) };
      g_autofree char *code = loket_csv_value_read_code (part, error);

      if (code == NULL)
        return NULL;

      if (part.length == 0)
        {
          refuse (error, _("a code is missing beside a semicolon"));
          return NULL;
        }

      for (guint k = 0; k < i; k++)
        {
          if (g_str_equal (parts[k], parts[i]))
            {
              refuse (error, _("the code %s is there twice"), parts[i]);
              return NULL;
            }
        }
    }

  return g_steal_pointer (&codes);
}
