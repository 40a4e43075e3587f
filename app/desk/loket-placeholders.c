/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills in a text block, and leaves what is not known to be seen. */

#include "loket-placeholders.h"

#include <string.h>

/* The value of the placeholder that is @length bytes long; capitals make no difference. */
static const char *
find_value (const char             *name,
            gsize                   length,
            const LoketPlaceholder *all,
            guint                   n)
{
  g_autofree char *given = g_utf8_casefold (name, (gssize) length);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *known = g_utf8_casefold (all[i].name, -1);

      if (g_str_equal (known, given))
        return all[i].value;
    }

  return NULL;
}

/**
 * loket_placeholders_fill:
 * @text: a text with placeholders between braces
 * @all: (array length=n): what is known
 *
 * A placeholder that is not known, or has no value, stays as it is: it is seen and filled in by
 * hand. What is filled in is not looked at again.
 *
 * Returns: (transfer full): the text, filled in
 */
char *
loket_placeholders_fill (const char             *text,
                         const LoketPlaceholder *all,
                         guint                   n)
{
  GString *filled = g_string_new (NULL);
  const char *rest = text;

  while (*rest != '\0')
    {
      gsize before = strcspn (rest, "{");
      const char *open = rest + before;
      gsize length = *open == '{' ? strcspn (open + 1, "{}") : 0;
      const char *value = NULL;

      g_string_append_len (filled, rest, (gssize) before);
      if (*open == '\0')
        break;

      if (open[1 + length] == '}')
        value = find_value (open + 1, length, all, n);
      if (value != NULL)
        {
          g_string_append (filled, value);
          rest = open + length + 2;
        }
      else
        {
          g_string_append_c (filled, '{');
          rest = open + 1;
        }
    }

  return g_string_free (filled, FALSE);
}
