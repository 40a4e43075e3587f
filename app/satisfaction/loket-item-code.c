/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How an answer to an item is written as characters, as codes and as text. */

#include "loketten-config.h"

#include "loket-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

static gboolean
refuse_value (const LoketItem  *item,
              const char       *text,
              gsize             length,
              const char       *reason,
              GError          **error)
{
  g_autofree char *value = g_utf8_make_valid (text, (gssize) MIN (length, 80));

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: “%s” %s", item->id, value, reason);
  return FALSE;
}

static gboolean
encode_grade (const LoketItem  *item,
              const char       *text,
              gsize             length,
              char             *place,
              GError          **error)
{
  if (length == 1 && text[0] >= '1' && text[0] <= '9')
    *place = text[0];
  else if (length == 2 && text[0] == '1' && text[1] == '0')
    *place = 'A';
  else
    return refuse_value (item, text, length, _("is not a whole grade from 1 to 10"), error);
  return TRUE;
}

/* -1 and an error when @text is not an option of @year. */
static int
find_option_of_year (const LoketItem  *item,
                     int               year,
                     const char       *text,
                     gsize             length,
                     GError          **error)
{
  int number = loket_item_find_option (item, text, length);

  if (number < 0)
    {
      refuse_value (item, text, length, _("is not one of the options"), error);
      return -1;
    }
  if (loket_item_get_option (item, (guint) number)->introduced > year)
    {
      refuse_value (item, text, length, _("was not an option yet in that year"), error);
      return -1;
    }
  return number;
}

/* "None of these" stands alone, and so does "don't know". */
static gboolean
check_exclusive (const LoketItem  *item,
                 const char       *place,
                 GError          **error)
{
  guint n_chosen = 0;
  const LoketOption *alone = NULL;

  for (guint i = 0; i < item->options->len; i++)
    {
      const LoketOption *option = loket_item_get_option (item, i);

      n_chosen += place[i] == '1' ? 1 : 0;
      if (place[i] == '1' && (option->is_exclusive || option->is_missing))
        alone = option;
    }
  if (alone == NULL || n_chosen == 1)
    return TRUE;
  return refuse_value (item, alone->code, alone->length, _("cannot be chosen together with others"),
                       error);
}

static gboolean
encode_multiple (const LoketItem  *item,
                 int               year,
                 const char       *text,
                 gsize             length,
                 char             *place,
                 GError          **error)
{
  const char *end = text + length;

  memset (place, '0', item->options->len);
  while (text <= end)
    {
      const char *stop = memchr (text, ';', (gsize) (end - text));
      gsize part = (gsize) ((stop != NULL ? stop : end) - text);
      int number = find_option_of_year (item, year, text, part, error);

      if (number < 0)
        return FALSE;
      if (place[number] == '1')
        return refuse_value (item, text, part, _("is named twice"), error);
      place[number] = '1';
      text += part + 1;
    }
  return check_exclusive (item, place, error);
}

static gboolean
encode_number (const LoketItem  *item,
               const char       *text,
               gsize             length,
               char             *place,
               GError          **error)
{
  int option = loket_item_find_option (item, text, length);
  gsize zeros = 0;

  if (option >= 0)
    {
      memset (place, '-', LOKET_NUMBER_WIDTH);
      *place = loket_item_get_character ((guint) option);
      return TRUE;
    }
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) || length > LOKET_NUMBER_WIDTH)
        return refuse_value (item, text, length, _("is not a whole number from 0 to 9999"), error);
    }
  zeros = LOKET_NUMBER_WIDTH - length;
  memset (place, '0', zeros);
  memcpy (place + zeros, text, length);
  return TRUE;
}

/**
 * loket_item_encode:
 * @year: the year from which the version holds, because options can be younger than their item
 * @text: (array length=length): the answer as in a file; need not end in a NUL, empty is no answer
 * @place: (out caller-allocates): room for loket_item_get_width() characters, which get no NUL
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID, naming item, value and reason, when it is no answer to
 *   this item
 */
gboolean
loket_item_encode (const LoketItem  *item,
                   int               year,
                   const char       *text,
                   gsize             length,
                   char             *place,
                   GError          **error)
{
  int number = 0;

  g_return_val_if_fail (item->kind != LOKET_ITEM_OPEN, FALSE);

  if (length == 0)
    {
      memset (place, LOKET_NO_ANSWER, loket_item_get_width (item));
      return TRUE;
    }
  if (item->kind == LOKET_ITEM_GRADE)
    return encode_grade (item, text, length, place, error);
  if (item->kind == LOKET_ITEM_MULTIPLE)
    return encode_multiple (item, year, text, length, place, error);
  if (item->kind == LOKET_ITEM_NUMBER)
    return encode_number (item, text, length, place, error);

  number = find_option_of_year (item, year, text, length, error);
  if (number < 0)
    return FALSE;
  *place = loket_item_get_character ((guint) number);
  return TRUE;
}

static void
append_chosen (const LoketItem *item,
               const char      *place,
               GString         *text)
{
  gboolean first = TRUE;

  for (guint i = 0; i < item->options->len; i++)
    {
      if (place[i] != '1')
        continue;
      if (!first)
        g_string_append_c (text, ';');
      g_string_append (text, loket_item_get_option (item, i)->code);
      first = FALSE;
    }
}

static void
append_number (const LoketItem *item,
               const char      *place,
               GString         *text)
{
  guint option = loket_item_get_number (*place);
  int number = 0;

  if (loket_item_decode_number (place, &number))
    g_string_append_printf (text, "%d", number);
  else if (option < item->options->len)
    g_string_append (text, loket_item_get_option (item, option)->code);
}

/**
 * loket_item_append_text:
 * @place: loket_item_get_width() characters as loket_item_encode() made them
 * @text: where the answer as it stands in a file is added; nothing for no answer and for n.v.t.
 */
void
loket_item_append_text (const LoketItem *item,
                        const char      *place,
                        GString         *text)
{
  guint code = loket_item_decode_place (item, place);

  if (code == loket_item_get_n_codes (item) - 1)
    return;
  if (item->kind == LOKET_ITEM_GRADE)
    g_string_append_printf (text, "%u", code);
  else if (item->kind == LOKET_ITEM_NUMBER)
    append_number (item, place, text);
  else if (item->kind == LOKET_ITEM_MULTIPLE)
    append_chosen (item, place, text);
  else
    g_string_append (text, loket_item_get_option (item, code - 1)->code);
}

static guint
decode_grade (char character)
{
  if (character >= '1' && character <= '9')
    return (guint) (character - '0');
  return character == 'A' ? 10 : G_MAXUINT;
}

static guint
decode_chosen (char character)
{
  if (character == '0')
    return LOKET_CODE_NOT_CHOSEN;
  return character == '1' ? LOKET_CODE_CHOSEN : G_MAXUINT;
}

/**
 * loket_item_get_character:
 * @number: of an option, from 0
 *
 * Returns: the character that stands for it
 */
char
loket_item_get_character (guint number)
{
  return (char) (number < 10 ? '0' + number : 'a' + number - 10);
}

/**
 * loket_item_get_number:
 *
 * Returns: the number of the option that @character stands for; %LOKET_ITEM_MAX_OPTIONS for none
 */
guint
loket_item_get_number (char character)
{
  if (character >= '0' && character <= '9')
    return (guint) (character - '0');
  if (character >= 'a' && character <= 'z')
    return (guint) (character - 'a') + 10;
  return LOKET_ITEM_MAX_OPTIONS;
}

/**
 * loket_item_decode:
 * @item: no number
 * @character: one of the characters of an answer to a question that was asked
 *
 * Returns: its code; that of "no answer" also for a character that cannot stand there, so that a
 *   damaged row is not counted as an answer
 */
guint
loket_item_decode (const LoketItem *item,
                   char             character)
{
  guint none = loket_item_get_n_codes (item) - 1;
  guint code = none;

  if (item->kind == LOKET_ITEM_GRADE)
    code = decode_grade (character);
  else if (item->kind == LOKET_ITEM_MULTIPLE)
    code = decode_chosen (character);
  else
    code = loket_item_get_number (character) + 1;
  return MIN (code, none);
}

/**
 * loket_item_decode_number:
 * @place: the characters of an answer to a number item
 * @number: (out): the number
 *
 * Returns: whether a number was given
 */
gboolean
loket_item_decode_number (const char *place,
                          int        *number)
{
  *number = 0;
  for (guint i = 0; i < LOKET_NUMBER_WIDTH; i++)
    {
      if (!g_ascii_isdigit (place[i]))
        return FALSE;
      *number = *number * 10 + (place[i] - '0');
    }
  return TRUE;
}

static guint
decode_number_code (const LoketItem *item,
                    const char      *place)
{
  guint n_valid = (guint) (item->valid_max - item->valid_min + 1);
  guint option = loket_item_get_number (*place);
  int number = 0;

  if (loket_item_decode_number (place, &number))
    {
      if (number >= item->valid_min && number <= item->valid_max)
        return (guint) (number - item->valid_min) + 1;
      return n_valid + item->options->len + 1;
    }
  if (place[1] == '-' && option < item->options->len)
    return n_valid + option + 1;
  return loket_item_get_n_codes (item) - 1;
}

/**
 * loket_item_decode_place:
 * @place: the characters of an answer to a question that was asked
 *
 * Returns: the code of its first column, as loket_item_decode()
 */
guint
loket_item_decode_place (const LoketItem *item,
                         const char      *place)
{
  if (item->kind == LOKET_ITEM_NUMBER)
    return decode_number_code (item, place);
  return loket_item_decode (item, *place);
}
