/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Cleaning and folding of text that people type. */

#include "loket-text.h"

#include <string.h>

/* Control characters say nothing to a person; line ends and tabs only count in notes. */
static gboolean
is_kept (gunichar character,
         gboolean many_lines)
{
  if (character == '\n' || character == '\t')
    return many_lines;

  return !g_unichar_iscntrl (character) && character != 0xFEFF;
}

/* Whatever ends a line somewhere ends it here as "\n". */
static gunichar
read_character (const char *p)
{
  gunichar character = g_utf8_get_char (p);

  if (character == '\r' && p[1] != '\n')
    return '\n';

  return character == 0x2028 || character == 0x2029 ? '\n' : character;
}

/* Also the white space that ASCII does not know, as from a web page. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * loket_text_is_clean:
 * @text: a text
 *
 * Returns: whether loket_text_clean () would surely return @text as it is: true for nearly all that
 *   people type
 */
gboolean
loket_text_is_clean (const char *text)
{
  const char *p = text;

  while (*p >= ' ' && *p <= '~')
    p++;

  return *p == '\0' && *text != ' ' && (p == text || p[-1] != ' ');
}

/**
 * loket_text_clean:
 * @text: UTF-8; bytes that are not become U+FFFD
 * @many_lines: whether line ends and tabs may stay
 *
 * Removes control characters and white space at both ends, makes line ends and tabs one space
 * where they may not stay, and composes accents (Unicode NFC).
 *
 * Returns: (transfer full): the clean text, perhaps empty
 */
char *
loket_text_clean (const char *text,
                  gboolean    many_lines)
{
  g_autofree char *valid = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GString) clean = NULL;

  if (loket_text_is_clean (text))
    return g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = read_character (p);

      if (is_kept (character, many_lines))
        g_string_append_unichar (clean, character);
      else if (character == '\n' || character == '\t')
        g_string_append_c (clean, ' ');
    }

  stripped = strip (clean->str);

  return g_utf8_normalize (stripped, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* Letters that do not decompose into a base letter and an accent. */
static const char *
get_plain_letters (gunichar character)
{
  switch (character)
    {
    case 0x131: return "i";
    case 0xDF: return "ss";
    case 0xE6: return "ae";
    case 0xF8: return "o";
    case 0x111: case 0xF0: return "d";
    case 0x142: return "l";
    case 0x153: return "oe";
    case 0xFE: return "th";
    default: return NULL;
    }
}

static void
append_folded (GString  *folded,
               gunichar  character)
{
  const char *plain = get_plain_letters (character);

  if (plain != NULL)
    g_string_append (folded, plain);
  else if (g_unichar_isalnum (character))
    g_string_append_unichar (folded, character);
  else if (character == '\'' || character == 0x2019 || character == '.')
    return;
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* Nearly all that people type needs none of Unicode's tables. */
static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;

  return *text == '\0';
}

static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  gsize length = 0;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isalnum (*text))
        folded[length++] = g_ascii_tolower (*text);
      else if (*text != '\'' && *text != '.' && length > 0 && folded[length - 1] != ' ')
        folded[length++] = ' ';
    }
  if (length > 0 && folded[length - 1] == ' ')
    length--;
  folded[length] = '\0';

  return folded;
}

/**
 * loket_text_fold:
 * @text: UTF-8
 *
 * Makes a text comparable however it was typed: lower case, without accents, apostrophes and
 * full stops; all other signs and white space become one space.
 *
 * Returns: (transfer full): the folded text, perhaps empty
 */
char *
loket_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *lower = NULL;
  g_autoptr (GString) folded = NULL;

  if (is_ascii (text))
    return fold_ascii (text);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  lower = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  folded = g_string_sized_new (strlen (lower));
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_ismark (character))
        append_folded (folded, character);
    }

  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * loket_text_get_digits:
 * @phone: a telephone number as typed
 *
 * Returns: (transfer full): its digits in the national form: +31 6, 0031 6 and 06 all begin with
 *   06; empty when there are none
 */
char *
loket_text_get_digits (const char *phone)
{
  g_autoptr (GString) digits = g_string_sized_new (16);
  gboolean international = FALSE;

  for (const char *p = phone; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (*p == '+' && digits->len == 0)
        international = TRUE;
    }

  if (international && g_str_has_prefix (digits->str, "31"))
    g_string_erase (digits, 0, 2);
  else if (g_str_has_prefix (digits->str, "0031"))
    g_string_erase (digits, 0, 4);
  else
    return g_string_free (g_steal_pointer (&digits), FALSE);

  if (digits->len > 0 && digits->str[0] != '0')
    g_string_prepend_c (digits, '0');

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * loket_text_is_phone:
 *
 * Returns: whether @text is a telephone number or a part of one: digits, and what people write
 *   between them
 */
gboolean
loket_text_is_phone (const char *text)
{
  return strspn (text, "+0123456789 -()./") == strlen (text)
         && strpbrk (text, "0123456789") != NULL;
}

/**
 * loket_text_has_digits:
 * @phone: (nullable): a telephone number as typed
 * @text: what is sought
 *
 * Returns: whether @text is the beginning or the end of @phone, however either is written
 */
gboolean
loket_text_has_digits (const char *phone,
                       const char *text)
{
  g_autofree char *digits = NULL, *sought = NULL;

  if (phone == NULL || !loket_text_is_phone (text))
    return FALSE;

  digits = loket_text_get_digits (phone);
  sought = loket_text_get_digits (text);

  return *sought != '\0'
         && (g_str_has_prefix (digits, sought) || g_str_has_suffix (digits, sought));
}
