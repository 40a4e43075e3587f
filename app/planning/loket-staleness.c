/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the rules by which facts grow old, and applies them. */

#include "loket-staleness.h"

#include <string.h>

/**
 * loket_staleness_get_months:
 * @rules: (nullable): what the office chose, "phone=12;situation=3"; NULL for the defaults
 * @field: the name of a field
 *
 * Returns: after how many months the field is asked after; 0 for never
 */
int
loket_staleness_get_months (const char *rules,
                            const char *field)
{
  g_auto (GStrv) entries = g_strsplit (rules != NULL ? rules : LOKET_STALENESS_DEFAULT, ";", -1);
  gsize length = strlen (field);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      if (strncmp (entries[i], field, length) == 0 && entries[i][length] == '=')
        return (int) g_ascii_strtoll (entries[i] + length + 1, NULL, 10);
    }

  return 0;
}

static int
read_number (const char *text,
             int         length)
{
  g_autofree char *digits = g_strndup (text, (gsize) length);

  return (int) g_ascii_strtoll (digits, NULL, 10);
}

/* Whole months: from the 31st of August it is one month on the 1st of October. */
static int
count_months (const char *from,
              const char *until)
{
  int years = read_number (until, 4) - read_number (from, 4);
  int months = read_number (until + 5, 2) - read_number (from + 5, 2);

  return 12 * years + months - (strncmp (until + 8, from + 8, 2) < 0 ? 1 : 0);
}

/**
 * loket_staleness_is_stale:
 * @rules: (nullable): as loket_staleness_get_months () takes them
 * @field: the name of a field
 * @confirmed_on: the day on which it was confirmed last, YYYY-MM-DD; "" for never
 * @today: YYYY-MM-DD
 *
 * Returns: whether the field is to be asked after
 */
gboolean
loket_staleness_is_stale (const char *rules,
                          const char *field,
                          const char *confirmed_on,
                          const char *today)
{
  int months = loket_staleness_get_months (rules, field);

  if (months <= 0)
    return FALSE;

  return !loket_date_is_valid (confirmed_on) || count_months (confirmed_on, today) >= months;
}
