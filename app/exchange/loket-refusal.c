/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Refusals and the sentence that a person reads about one. */

#include "loketten-config.h"

#include "loket-refusal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_VALUE 60

/* On one line, at most LONGEST_VALUE characters, printable: the value goes to terminals. */
static char *
shorten_value (const char *value,
               gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (value, MIN (length, 8 * LONGEST_VALUE));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (n++ == LONGEST_VALUE)
        {
          g_string_append (text, "…");
          break;
        }
      g_string_append_unichar (text, g_unichar_isprint (character) ? character : ' ');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * loket_refusal_new:
 * @line: the line of the file, counted from 1
 * @column: (nullable): the name of the column
 * @value: (nullable): what stands there
 * @length: the length of @value in bytes, or -1 when it ends in a NUL
 * @reason: what is wrong
 *
 * Returns: (transfer full): the refusal
 */
LoketRefusal *
loket_refusal_new (guint       line,
                   const char *column,
                   const char *value,
                   gssize      length,
                   const char *reason)
{
  LoketRefusal *self = g_new0 (LoketRefusal, 1);

  self->line = line;
  self->column = g_strdup (column);
  if (value != NULL)
    self->value = shorten_value (value, length < 0 ? strlen (value) : (gsize) length);
  self->reason = g_strdup (reason);

  return self;
}

void
loket_refusal_free (LoketRefusal *self)
{
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

/**
 * loket_refusal_to_string:
 * @self: a refusal
 * @file: the name of the file
 *
 * Returns: (transfer full): one line that names file, line, column, value and reason
 */
char *
loket_refusal_to_string (const LoketRefusal *self,
                         const char         *file)
{
  if (self->column == NULL)
    /* Translators: file name, line, reason: "clients.csv, line 3: has 5 fields …" */
    return g_strdup_printf (_("%s, line %u: %s"), file, self->line, self->reason);

  if (self->value == NULL || self->value[0] == '\0')
    /* Translators: file name, line, name of a column, reason */
    return g_strdup_printf (_("%s, line %u, column %s: %s"), file, self->line, self->column,
                            self->reason);

  /* Translators: file name, line, name of a column, the value that stands there, reason */
  return g_strdup_printf (_("%s, line %u, column %s, “%s”: %s"), file, self->line, self->column,
                          self->value, self->reason);
}
