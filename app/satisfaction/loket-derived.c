/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groups made from answers: options taken together, or a count of what holds. */

#include "loketten-config.h"

#include "loket-derived.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

/**
 * loket_derived_new:
 *
 * Returns: (transfer full): groups of which nothing is set
 */
LoketDerived *
loket_derived_new (void)
{
  LoketDerived *derived = g_new0 (LoketDerived, 1);

  derived->groups = g_array_new (FALSE, TRUE, sizeof (LoketOption));
  g_array_set_clear_func (derived->groups, (GDestroyNotify) loket_option_clear);
  derived->members = g_array_new (FALSE, TRUE, sizeof (guint64));
  derived->conditions = g_array_new (FALSE, TRUE, sizeof (LoketCondition));
  return derived;
}

void
loket_derived_free (LoketDerived *derived)
{
  g_clear_pointer (&derived->id, g_free);
  g_clear_pointer (&derived->groups, g_array_unref);
  g_clear_pointer (&derived->members, g_array_unref);
  g_clear_pointer (&derived->conditions, g_array_unref);
  loket_texts_clear (&derived->text);
  g_free (derived);
}

/**
 * loket_derived_get_width:
 *
 * Returns: how many characters it takes among the answers
 */
guint
loket_derived_get_width (const LoketDerived *derived)
{
  if (!derived->has_column)
    return 0;
  return derived->overlaps ? derived->groups->len : 1;
}

/**
 * loket_derived_get_n_codes:
 *
 * Returns: how many codes a respondent can have, 0 included
 */
guint
loket_derived_get_n_codes (const LoketDerived *derived)
{
  return derived->overlaps ? 1u << derived->groups->len : derived->groups->len + 1;
}

static guint
count_conditions (const LoketDerived              *derived,
                  const LoketQuestionnaireVersion *version,
                  const char                      *answers,
                  gboolean                        *is_known)
{
  guint count = 0;

  *is_known = TRUE;
  for (guint i = 0; i < derived->conditions->len; i++)
    {
      const LoketCondition *condition = &g_array_index (derived->conditions, LoketCondition, i);

      *is_known = *is_known && loket_condition_known (condition, version, answers);
      count += loket_condition_holds (condition, version, answers) ? 1 : 0;
    }
  return *is_known ? count + 1 : 0;
}

/* A bit for each option that was chosen. */
static guint64
get_chosen (const LoketItem *item,
            const char      *place)
{
  guint64 chosen = 0;
  guint code = 0;

  if (item->kind != LOKET_ITEM_MULTIPLE)
    {
      code = loket_item_decode (item, *place);
      return code > 0 && code <= item->options->len ? G_GUINT64_CONSTANT (1) << (code - 1) : 0;
    }
  for (guint i = 0; i < item->options->len; i++)
    chosen |= (guint64) (place[i] == '1') << i;
  return chosen;
}

/**
 * loket_derived_work_out:
 * @is_known: (out): whether the answers that it is made of are there
 *
 * Returns: the code that follows from the answers to the items
 */
guint
loket_derived_work_out (const LoketDerived              *derived,
                        const LoketQuestionnaireVersion *version,
                        const char                      *answers,
                        gboolean                        *is_known)
{
  const char *place = NULL;
  guint64 chosen = 0;
  guint code = 0;

  if (derived->from == NULL)
    return count_conditions (derived, version, answers, is_known);
  place = loket_questionnaire_version_get_place (version, derived->from, answers);
  *is_known = place != NULL && *place != LOKET_NO_ANSWER;
  if (!*is_known)
    return 0;
  if (!derived->overlaps)
    return derived->group_of[loket_item_decode (derived->from, *place)];
  chosen = get_chosen (derived->from, place);
  for (guint i = 0; i < derived->members->len; i++)
    {
      if ((g_array_index (derived->members, guint64, i) & chosen) != 0)
        code |= 1u << i;
    }
  return code;
}

/**
 * loket_derived_get_code:
 *
 * Returns: the code that was given with the answers, else the one that follows from them
 */
guint
loket_derived_get_code (const LoketDerived              *derived,
                        const LoketQuestionnaireVersion *version,
                        const char                      *answers)
{
  const char *given = loket_questionnaire_version_get_derived_place (version, derived, answers);
  gboolean is_known = FALSE;

  if (given != NULL && *given != LOKET_NO_ANSWER)
    return loket_derived_decode (derived, given);
  return loket_derived_work_out (derived, version, answers, &is_known);
}

/* The number of a group from 0, or -1. */
static int
find_group (const LoketDerived  *derived,
            const char          *text,
            gsize                length,
            GError             **error)
{
  g_autofree char *value = NULL;

  for (guint i = 0; i < derived->groups->len; i++)
    {
      const LoketOption *group = &g_array_index (derived->groups, LoketOption, i);

      if (group->length == length && memcmp (group->code, text, length) == 0)
        return (int) i;
    }
  value = g_utf8_make_valid (text, (gssize) MIN (length, 80));
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s: “%s” is not one of the groups"),
               derived->id, value);
  return -1;
}

/**
 * loket_derived_encode:
 * @text: (array length=length): a group as in a file, several with `;` where they overlap
 * @place: (out caller-allocates): room for loket_derived_get_width() characters
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID, naming id, value and reason
 */
gboolean
loket_derived_encode (const LoketDerived  *derived,
                      const char          *text,
                      gsize                length,
                      char                *place,
                      GError             **error)
{
  const char *end = text + length;

  memset (place, length > 0 && derived->overlaps ? '0' : LOKET_NO_ANSWER,
          loket_derived_get_width (derived));
  while (length > 0 && text <= end)
    {
      const char *stop = derived->overlaps ? memchr (text, ';', (gsize) (end - text)) : NULL;
      gsize part = (gsize) ((stop != NULL ? stop : end) - text);
      int number = find_group (derived, text, part, error);

      if (number < 0)
        return FALSE;
      if (derived->overlaps)
        place[number] = '1';
      else
        *place = loket_item_get_character ((guint) number);
      text += part + 1;
    }
  return TRUE;
}

/**
 * loket_derived_decode:
 * @place: loket_derived_get_width() characters as loket_derived_encode() made them
 *
 * Returns: the code; 0 for what was not given or cannot stand there
 */
guint
loket_derived_decode (const LoketDerived *derived,
                      const char         *place)
{
  guint code = 0;

  if (!derived->overlaps)
    {
      code = loket_item_get_number (*place) + 1;
      return code <= derived->groups->len ? code : 0;
    }
  for (guint i = 0; i < derived->groups->len; i++)
    code |= place[i] == '1' ? 1u << i : 0;
  return code;
}
