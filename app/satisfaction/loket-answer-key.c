/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Digits are grades and numbers, letters are options. */

#include "loketten-config.h"

#include "loket-answer-key.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More digits than any number that is asked for has. */
#define MOST_DIGITS 4

static char *
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, reason);

  return NULL;
}

static char *
press_grade (const LoketItem  *item,
             gunichar          key,
             GError          **error)
{
  if (key == 'n' && !item->offers_na)
    return refuse (error, _("n/a is not one of the answers here"));
  if (key == 'n')
    return g_strdup ("");
  if (key == '0')
    return g_strdup ("10");
  if (key >= '1' && key <= '9')
    return g_strdup_printf ("%c", (char) key);

  return refuse (error, _("Type a digit: 1 to 9, 0 for 10"));
}

/* The option of a letter: "a" is the first, behind "z" come the digits; -1 when there is none. */
static int
find_option (const LoketItem *item,
             int              from,
             gunichar         key)
{
  int number = -1;

  if (key >= 'a' && key <= 'z')
    number = (int) (key - 'a');
  else if (key >= '0' && key <= '9' && item->kind != LOKET_ITEM_NUMBER)
    number = (int) (key - '0') + 26;

  if (number < 0 || (guint) number >= item->options->len
      || loket_item_get_option (item, (guint) number)->introduced > from)
    return -1;

  return number;
}

/* Whether option @i can stand beside option @number that was just chosen. */
static gboolean
goes_with (const LoketItem *item,
           guint            i,
           guint            number)
{
  return i == number
         || (!loket_item_get_option (item, i)->is_exclusive
             && !loket_item_get_option (item, number)->is_exclusive);
}

/* The codes of a multiple answer with one put in or taken out, in the order of the options. */
static char *
toggle (const LoketItem *item,
        const char      *value,
        guint            number)
{
  g_auto (GStrv) chosen = g_strsplit (value != NULL ? value : "", ";", -1);
  const char *toggled = loket_item_get_option (item, number)->code;
  gboolean is_added = !g_strv_contains ((const char *const *) chosen, toggled);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < item->options->len; i++)
    {
      const char *code = loket_item_get_option (item, i)->code;
      gboolean is_chosen = g_strv_contains ((const char *const *) chosen, code)
                           && (!is_added || goes_with (item, i, number));

      if (is_chosen != (i == number))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ";" : "", code);
    }

  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static char *
press_option (const LoketItem  *item,
              int               from,
              const char       *value,
              gunichar          key,
              GError          **error)
{
  int number = find_option (item, from, key);

  if (number < 0)
    return refuse (error, _("No option has that letter"));

  return item->kind == LOKET_ITEM_MULTIPLE
             ? toggle (item, value, (guint) number)
             : g_strdup (loket_item_get_option (item, (guint) number)->code);
}

static char *
press_number (const LoketItem  *item,
              int               from,
              const char       *value,
              gunichar          key,
              GError          **error)
{
  gboolean is_typing = value != NULL && strspn (value, "0123456789") == strlen (value);

  if (key < '0' || key > '9')
    return press_option (item, from, value, key, error);
  if (is_typing && strlen (value) >= MOST_DIGITS)
    return refuse (error, _("The number is too long"));

  return g_strdup_printf ("%s%c", is_typing ? value : "", (char) key);
}

/**
 * loket_answer_key_press:
 * @item: an item that is not open
 * @from: the year of the version of the questionnaire: options that came later have no letter
 * @value: (nullable): the answer so far, as it stands in a file; NULL when there is none
 * @key: a character that was typed
 * @answer: (out): (transfer full): the answer with the key; "" is n.v.t. to a grade, else none
 * @error: %LOKET_ERROR_INVALID when the key answers nothing here
 *
 * Digits are grades, 0 being 10, and numbers; n is n.v.t.; letters are options.
 *
 * Returns: whether the key answers the item
 */
gboolean
loket_answer_key_press (const LoketItem  *item,
                        int               from,
                        const char       *value,
                        gunichar          key,
                        char            **answer,
                        GError          **error)
{
  gunichar small = g_unichar_tolower (key);

  switch (item->kind)
    {
    case LOKET_ITEM_GRADE:
      *answer = press_grade (item, small, error);
      break;
    case LOKET_ITEM_NUMBER:
      *answer = press_number (item, from, value, small, error);
      break;
    case LOKET_ITEM_SINGLE:
    case LOKET_ITEM_MULTIPLE:
    case LOKET_ITEM_LIKERT:
      *answer = press_option (item, from, value, small, error);
      break;
    case LOKET_ITEM_OPEN:
    default:
      *answer = NULL;
      break;
    }

  return *answer != NULL;
}
