/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Codes by their labels, dates written out, flags as yes or no. */

#include "loketten-config.h"

#include "loket-field-words.h"

#include "loket-client.h"
#include "loket-date.h"
#include "loket-sentences.h"
#include "loket-session.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer texts are shortened where they stand beside others. */
#define LONGEST 160

static char *
format_codes (LoketCodes *codes,
              const char *list,
              const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            loket_codes_get_label (codes, list, parts[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "which_work=answered;retraining=follow_up" */
static char *
format_outcomes (LoketCodes *codes,
                 const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "",
                              loket_codes_get_label (codes, "questions_brought", pair[0]),
                              loket_codes_get_label (codes, "question_outcome", pair[1]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those that were merged by their numbers. */
static char *
format_merged (const char *value)
{
  g_auto (GStrv) items = g_strsplit (value, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *number = NULL;

      if (loket_client_read_merged (items[i], &id, &number))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "phone=2026-11-21,client;*=,import" */
static char *
format_confirmed (LoketCodes *codes,
                  const char *value)
{
  g_auto (GStrv) entries = g_strsplit (value, ";", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (entries[i], "=,", 3);
      int field;

      if (g_strv_length (parts) != 3)
        continue;
      field = loket_kind_find_field (&loket_client_kind, parts[0]);
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? ", " : "",
                              field >= 0 ? loket_kind_get_field_title (&loket_client_kind,
                                                                       (guint) field)
                                         : _("Everything else"));
      if (loket_date_is_valid (parts[1]))
        {
          g_autofree char *day = loket_sentences_format_year_day (parts[1], "");

          g_string_append_printf (text, "%s, ", day);
        }
      g_string_append (text, loket_codes_get_label (codes, "intake_source", parts[2]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_moment (const char *moment)
{
  g_autofree char *day = loket_sentences_format_year_day (moment, "");

  return g_strdup_printf ("%s, %s", day, moment + LOKET_DATE_LENGTH + 1);
}

/**
 * loket_field_words_format:
 * @codes: the office's lists
 * @kind: a kind of record
 * @field: a field of that kind
 * @value: (nullable): what stands in it; of a reference what the person is to read
 *
 * Returns: (transfer full) (nullable): the words; NULL when nothing stands there
 */
char *
loket_field_words_format (LoketCodes      *codes,
                          const LoketKind *kind,
                          guint            field,
                          const char      *value)
{
  const LoketField *facts = &kind->fields[field];

  if (facts->type == LOKET_FIELD_FLAG)
    return g_strdup (g_strcmp0 (value, "1") == 0 ? _("yes") : _("no"));
  if (value == NULL)
    return NULL;
  if (kind == &loket_session_kind && field == LOKET_SESSION_QUESTION_OUTCOMES)
    return format_outcomes (codes, value);
  if (kind == &loket_client_kind && field == LOKET_CLIENT_MERGED)
    return format_merged (value);
  if (kind == &loket_client_kind && field == LOKET_CLIENT_CONFIRMED)
    return format_confirmed (codes, value);
  if (facts->type == LOKET_FIELD_CODE || facts->type == LOKET_FIELD_CODES)
    return format_codes (codes, facts->list, value);
  if (facts->type == LOKET_FIELD_DATE && loket_date_is_valid (value))
    return loket_sentences_format_year_day (value, "");
  if (facts->type == LOKET_FIELD_MOMENT && loket_moment_is_valid (value))
    return format_moment (value);

  return g_strdup (value);
}

/**
 * loket_field_words_shorten:
 *
 * Returns: (transfer full) (nullable): the beginning of a long text, on one line; NULL when the
 *   text is short enough to be shown as it is
 */
char *
loket_field_words_shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST)
    return NULL;

  beginning = g_utf8_substring (text, 0, LONGEST);
  g_strdelimit (beginning, "\n", ' ');

  return g_strconcat (g_strchomp (beginning), "…", NULL);
}
