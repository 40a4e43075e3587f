/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads and writes the text in which a client's record keeps what was confirmed:
 * "phone=2026-11-21,client;email=,import", with "*" for all fields that are not named. */

#include "loket-confirmed.h"

#include <string.h>

/* All that is not named. */
#define OTHERS "*"

/* Where a fact comes from of which nothing was noted: the client said it when signing up. */
#define SIGN_UP "sign_up"

static char *
find_entry (const char *text,
            const char *name)
{
  g_auto (GStrv) entries = g_strsplit (text, ";", -1);
  gsize length = strlen (name);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      if (strncmp (entries[i], name, length) == 0 && entries[i][length] == '=')
        return g_strdup (entries[i] + length + 1);
    }

  return NULL;
}

/**
 * loket_confirmed_get:
 * @client: a client
 * @field: one of its fields
 *
 * Returns: where the value of the field comes from; the sign-up, when nothing else was noted
 */
LoketConfirmation
loket_confirmed_get (LoketRecord *client,
                     guint        field)
{
  const char *text = loket_record_get_text (client, LOKET_CLIENT_CONFIRMED);
  LoketConfirmation confirmation = { .source = SIGN_UP };
  g_autofree char *entry = find_entry (text, loket_client_kind.fields[field].name);
  const char *comma;

  if (entry == NULL)
    entry = find_entry (text, OTHERS);
  comma = entry != NULL ? strchr (entry, ',') : NULL;
  if (comma == NULL)
    {
      g_strlcpy (confirmation.on.text, loket_record_get_text (client, LOKET_CLIENT_REGISTERED_ON),
                 sizeof confirmation.on.text);
      return confirmation;
    }

  confirmation.source = g_intern_string (comma + 1);
  if (comma - entry == LOKET_DATE_LENGTH)
    memcpy (confirmation.on.text, entry, LOKET_DATE_LENGTH);

  return confirmation;
}

/**
 * loket_confirmed_is_newer:
 * @client: a client
 * @other: another, or the same in another record
 * @field: one of their fields
 *
 * Returns: whether the value of @client was confirmed on a later day than that of @other; a day
 *   that nobody knows is before all others
 */
gboolean
loket_confirmed_is_newer (LoketRecord *client,
                          LoketRecord *other,
                          guint        field)
{
  const LoketConfirmation own = loket_confirmed_get (client, field);
  const LoketConfirmation others = loket_confirmed_get (other, field);

  return g_strcmp0 (own.on.text, others.on.text) > 0;
}

static void
set_entry (LoketDraft *client,
           const char *name,
           const char *on,
           const char *source)
{
  g_auto (GStrv) entries = g_strsplit (loket_draft_get_text (client, LOKET_CLIENT_CONFIRMED), ";",
                                       -1);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = strlen (name);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      if (*entries[i] != '\0'
          && !(strncmp (entries[i], name, length) == 0 && entries[i][length] == '='))
        g_string_append_printf (text, "%s;", entries[i]);
    }
  g_string_append_printf (text, "%s=%s,%s", name, on != NULL ? on : "", source);
  loket_draft_set_value (client, LOKET_CLIENT_CONFIRMED, text->str);
}

/**
 * loket_confirmed_set:
 * @client: a draft of a client
 * @field: one of its fields
 * @on: (nullable): the day on which it was confirmed, YYYY-MM-DD; NULL when it was not
 * @source: a code of the list "intake_source"
 */
void
loket_confirmed_set (LoketDraft *client,
                     guint       field,
                     const char *on,
                     const char *source)
{
  set_entry (client, loket_client_kind.fields[field].name, on, source);
}

/**
 * loket_confirmed_set_all:
 * @client: a draft of a client
 * @source: a code of the list "intake_source"
 *
 * Says where everything comes from of which nothing else is noted, and that nobody confirmed it.
 */
void
loket_confirmed_set_all (LoketDraft *client,
                         const char *source)
{
  set_entry (client, OTHERS, NULL, source);
}
