/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes Dutch postcodes in one way, and leaves those of other countries alone. */

#include "loket-postcode.h"

#include "loket-text.h"

#include <string.h>

/**
 * loket_postcode_tidy:
 * @typed: a postcode as somebody typed it
 *
 * Returns: (transfer full): "1234 AB" for "1234ab" and whatever else is four figures, the first of
 *   which is not 0, and two letters; any other text as it is, without white space around it
 */
char *
loket_postcode_tidy (const char *typed)
{
  char *clean = loket_text_clean (typed, FALSE);
  const char *letters = clean + strspn (clean, "0123456789");
  g_autofree char *dutch = NULL;

  if (letters - clean != 4 || *clean == '0')
    return clean;

  letters += strspn (letters, " -.");
  if (!g_ascii_isalpha (letters[0]) || !g_ascii_isalpha (letters[1]) || letters[2] != '\0')
    return clean;

  dutch = g_strdup_printf ("%.4s %c%c", clean, g_ascii_toupper (letters[0]),
                           g_ascii_toupper (letters[1]));
  g_free (clean);

  return g_steal_pointer (&dutch);
}
