/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One item of a questionnaire, and how an answer to it is written as characters and as codes. */

#include "loketten-config.h"

#include "loket-item.h"

#include <string.h>

#include "loket-condition.h"

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
  item->bands = loket_bands_new ();
  item->route = g_array_new (FALSE, TRUE, sizeof (LoketCondition));
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
  g_clear_pointer (&item->bands, g_array_unref);
  g_clear_pointer (&item->route, g_array_unref);
  loket_texts_clear (&item->top_text);
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
 * Returns: how many characters an answer takes in the store; 0 for an open item, whose answers are
 *   kept elsewhere
 */
guint
loket_item_get_width (const LoketItem *item)
{
  if (item->kind == LOKET_ITEM_OPEN)
    return 0;
  if (item->kind == LOKET_ITEM_NUMBER)
    return LOKET_NUMBER_WIDTH;
  return item->kind == LOKET_ITEM_MULTIPLE ? item->options->len : 1;
}

/**
 * loket_item_get_n_columns:
 *
 * Returns: how many columns of codes it has in memory; 0 for an open item
 */
guint
loket_item_get_n_columns (const LoketItem *item)
{
  return item->kind == LOKET_ITEM_NUMBER ? 1 : loket_item_get_width (item);
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
  if (item->kind == LOKET_ITEM_NUMBER)
    return (guint) (item->valid_max - item->valid_min + 1) + item->options->len + 3;
  return item->kind == LOKET_ITEM_MULTIPLE ? LOKET_CODE_CHOSEN + 2 : item->options->len + 2;
}

/**
 * loket_item_is_answer:
 *
 * Returns: whether @code counts as an answer; of a number only what counts
 */
gboolean
loket_item_is_answer (const LoketItem *item,
                      guint            code)
{
  guint n_codes = loket_item_get_n_codes (item);

  if (item->kind == LOKET_ITEM_NUMBER)
    n_codes = (guint) (item->valid_max - item->valid_min) + 3;
  return code > 0 && code + 1 < n_codes;
}

/**
 * loket_item_is_measured:
 *
 * Returns: whether its answers have a mean
 */
gboolean
loket_item_is_measured (const LoketItem *item)
{
  return item->kind == LOKET_ITEM_GRADE || item->kind == LOKET_ITEM_LIKERT ||
         item->kind == LOKET_ITEM_NUMBER;
}

/**
 * loket_item_is_in_wave:
 *
 * Returns: whether the item is asked in the wave of that number
 */
gboolean
loket_item_is_in_wave (const LoketItem *item,
                       int              wave)
{
  return wave >= 0 && wave <= LOKET_WAVE_MAX && (item->waves >> wave & 1) != 0;
}
