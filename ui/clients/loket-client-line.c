/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The same facts in the same order wherever a client is named. */

#include "loketten-config.h"

#include "loket-client-line.h"

#include <glib/gi18n.h>

/**
 * loket_client_line_new:
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): a line with the age and the situation, as far as they are known
 */
GString *
loket_client_line_new (LoketClient *client,
                       LoketCodes  *codes,
                       const char  *today)
{
  GString *line = g_string_new (NULL);
  const char *situation = loket_record_get_value (LOKET_RECORD (client), LOKET_CLIENT_SITUATION);
  int age = loket_client_get_age (client, today);

  if (age >= 0)
    g_string_append_printf (line, ngettext ("%d year", "%d years", (gulong) age), age);
  if (situation != NULL)
    loket_client_line_append (line, loket_codes_get_label (codes, "situation", situation));

  return line;
}

/**
 * loket_client_line_append:
 * @fact: (nullable): what comes behind the others; nothing when it is not known
 */
void
loket_client_line_append (GString    *line,
                          const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? "  ·  " : "", fact);
}
