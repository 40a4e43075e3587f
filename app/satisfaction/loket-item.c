/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One item of a questionnaire, and how an answer to it is written as characters and as codes. */

#include "loketten-config.h"

#include "loket-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

void
loket_option_clear (LoketOption *option)
{
  g_clear_pointer (&option->code, g_free);
  loket_texts_clear (&option->text);
  loket_texts_clear (&option->people);
}

static void
clear_wording (gpointer data)
{
  LoketWording *wording = data;

  loket_texts_clear (&wording->text);
}

/**
 * loket_item_new:
 *
 * Returns: (transfer full): an item of which nothing is set
 */
LoketItem *
loket_item_new (void)
{
  LoketItem *item = g_new0 (LoketItem, 1);

  item->wordings = g_array_new (FALSE, TRUE, sizeof (LoketWording));
  item->options = g_array_new (FALSE, TRUE, sizeof (LoketOption));
  g_array_set_clear_func (item->wordings, clear_wording);
  g_array_set_clear_func (item->options, (GDestroyNotify) loket_option_clear);
  return item;
}

void
loket_item_free (LoketItem *item)
{
  g_clear_pointer (&item->id, g_free);
  loket_texts_clear (&item->text);
  loket_texts_clear (&item->label);
  loket_texts_clear (&item->topic);
  g_clear_pointer (&item->wordings, g_array_unref);
  g_clear_pointer (&item->options, g_array_unref);
  g_free (item);
}

/* Codes of one list differ in length or in one of these three characters more often than not;
 * what does collide is settled by comparing. */
static guint
hash_code (const char *code,
           gsize       length)
{
  if (length == 0)
    return 0;
  return (guint) (length * 7 + (guchar) code[0] * 31 + (guchar) code[length / 2] * 17 +
                  (guchar) code[length - 1]);
}

/**
 * loket_item_index_options:
 *
 * Makes the options findable by code. To be called once they are all there.
 */
void
loket_item_index_options (LoketItem *item)
{
  memset (item->lookup, 0, sizeof item->lookup);
  for (guint i = 0; i < item->options->len; i++)
    {
      const LoketOption *option = loket_item_get_option (item, i);
      guint slot = hash_code (option->code, option->length) % G_N_ELEMENTS (item->lookup);

      while (item->lookup[slot] != 0)
        slot = (slot + 1) % G_N_ELEMENTS (item->lookup);
      item->lookup[slot] = (guint8) (i + 1);
    }
}

/**
 * loket_item_get_text:
 * @year: a year, or 0 for the present wording
 *
 * Returns: (transfer none): the question as it was put in @year
 */
const char *
loket_item_get_text (const LoketItem *item,
                     int              year,
                     const char      *language)
{
  for (guint i = 0; year != 0 && i < item->wordings->len; i++)
    {
      const LoketWording *wording = &g_array_index (item->wordings, LoketWording, i);

      if (year <= wording->until)
        return loket_texts_get (&wording->text, language);
    }
  return loket_texts_get (&item->text, language);
}

/**
 * loket_item_get_n_options:
 *
 * Returns: how many options can be chosen
 */
guint
loket_item_get_n_options (const LoketItem *item)
{
  return item->options->len;
}

/**
 * loket_item_get_option:
 * @number: below the number of options
 *
 * Returns: (transfer none): the option
 */
const LoketOption *
loket_item_get_option (const LoketItem *item,
                       guint            number)
{
  return &g_array_index (item->options, LoketOption, number);
}

/**
 * loket_item_find_option:
 * @code: need not end in a NUL
 *
 * Returns: the number of the option, from 0, or -1 when there is none with that code
 */
int
loket_item_find_option (const LoketItem *item,
                        const char      *code,
                        gsize            length)
{
  guint slot = hash_code (code, length) % G_N_ELEMENTS (item->lookup);

  while (item->lookup[slot] != 0)
    {
      const LoketOption *option = loket_item_get_option (item, item->lookup[slot] - 1u);

      if (option->length == length && memcmp (option->code, code, length) == 0)
        return item->lookup[slot] - 1;
      slot = (slot + 1) % G_N_ELEMENTS (item->lookup);
    }
  return -1;
}

/**
 * loket_item_get_width:
 *
 * Returns: how many characters an answer takes in the store, which is also the number of columns
 *   in memory; 0 for an open item, whose answers are kept elsewhere
 */
guint
loket_item_get_width (const LoketItem *item)
{
  if (item->kind == LOKET_ITEM_OPEN)
    return 0;
  return item->kind == LOKET_ITEM_MULTIPLE ? item->options->len : 1;
}

/**
 * loket_item_get_n_codes:
 *
 * Returns: how many codes one column of the item can hold, 0 (not asked) included
 */
guint
loket_item_get_n_codes (const LoketItem *item)
{
  if (item->kind == LOKET_ITEM_GRADE)
    return LOKET_GRADE_NA + 1;
  return item->kind == LOKET_ITEM_MULTIPLE ? LOKET_CODE_CHOSEN + 2 : item->options->len + 2;
}

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

  number = find_option_of_year (item, year, text, length, error);
  if (number < 0)
    return FALSE;
  *place = (char) (number < 10 ? '0' + number : 'a' + number - 10);
  return TRUE;
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
  guint code = loket_item_decode (item, *place);
  gboolean first = TRUE;

  if (code == loket_item_get_n_codes (item) - 1)
    return;
  if (item->kind == LOKET_ITEM_GRADE)
    {
      g_string_append_printf (text, "%u", code);
      return;
    }
  if (item->kind == LOKET_ITEM_SINGLE)
    {
      g_string_append (text, loket_item_get_option (item, code - 1)->code);
      return;
    }
  for (guint i = 0; i < loket_item_get_width (item); i++)
    {
      if (place[i] != '1')
        continue;
      if (!first)
        g_string_append_c (text, ';');
      g_string_append (text, loket_item_get_option (item, i)->code);
      first = FALSE;
    }
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

static guint
decode_choice (char character)
{
  if (character >= '0' && character <= '9')
    return (guint) (character - '0') + 1;
  if (character >= 'a' && character <= 'z')
    return (guint) (character - 'a') + 11;
  return G_MAXUINT;
}

/**
 * loket_item_decode:
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
    code = decode_choice (character);
  return MIN (code, none);
}
