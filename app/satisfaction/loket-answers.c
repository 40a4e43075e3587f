/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The coded answers of one response: a text of fixed width with every answer at its own place. */

#include "loketten-config.h"

#include "loket-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

/**
 * loket_answers_clear:
 * @answers: (out caller-allocates): room for the width of @version and a NUL
 *
 * Sets every answer to "no answer".
 */
void
loket_answers_clear (const LoketQuestionnaireVersion *version,
                     char                            *answers)
{
  memset (answers, LOKET_NO_ANSWER, version->width);
  answers[version->width] = '\0';
}

/**
 * loket_answers_set:
 * @index: of an item of @version that is not open
 * @text: (array length=length): the answer as in a file, empty for none; need not end in a NUL
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID naming item, value and reason
 */
gboolean
loket_answers_set (const LoketQuestionnaireVersion  *version,
                   guint                             index,
                   const char                       *text,
                   gsize                             length,
                   char                             *answers,
                   GError                          **error)
{
  return loket_item_encode (loket_questionnaire_version_get_item (version, index), version->from,
                            text, length,
                            answers + loket_questionnaire_version_get_offset (version, index),
                            error);
}

/**
 * loket_answers_is_asked:
 *
 * Returns: whether the routing leads a respondent with these answers to item @index
 */
gboolean
loket_answers_is_asked (const LoketQuestionnaireVersion *version,
                        guint                            index,
                        const char                      *answers)
{
  const LoketItem *item = loket_questionnaire_version_get_item (version, index);
  const LoketItem *route = item->route_item;
  guint place = 0;

  if (route == NULL)
    return TRUE;
  place = loket_questionnaire_version_get_offset (
      version, (guint) loket_questionnaire_version_find (version, route));
  return (item->route_codes >> loket_item_decode (route, answers[place]) & 1) != 0;
}

static gboolean
refuse_not_asked (const LoketItem  *item,
                  GError          **error)
{
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("%s: is answered, but %s decides that it is not asked"), item->id,
               item->route_item->id);
  return FALSE;
}

/**
 * loket_answers_finish:
 *
 * Looks at the answers together: an item that the routing leaves out has no answer, and a grade
 * that was asked and not given is n.v.t.
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when an item is answered that was not asked
 */
gboolean
loket_answers_finish (const LoketQuestionnaireVersion  *version,
                      char                             *answers,
                      GError                          **error)
{
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      char *place = answers + loket_questionnaire_version_get_offset (version, i);
      gboolean is_asked = item->route_item == NULL || loket_answers_is_asked (version, i, answers);

      if (item->kind == LOKET_ITEM_OPEN)
        continue;
      if (!is_asked && *place != LOKET_NO_ANSWER)
        return refuse_not_asked (item, error);
      if (is_asked && item->kind == LOKET_ITEM_GRADE && *place == LOKET_NO_ANSWER)
        *place = '-';
    }
  return TRUE;
}

static gboolean
is_character_of (const LoketItem *item,
                 char             character)
{
  if (character == LOKET_NO_ANSWER || (character == '-' && item->kind == LOKET_ITEM_GRADE))
    return TRUE;
  return loket_item_decode (item, character) < loket_item_get_n_codes (item) - 1;
}

/**
 * loket_answers_are_valid:
 *
 * Returns: whether @answers could have been made by loket_answers_set() and loket_answers_finish():
 *   for checking a store
 */
gboolean
loket_answers_are_valid (const LoketQuestionnaireVersion *version,
                         const char                      *answers)
{
  if (strlen (answers) != version->width)
    return FALSE;
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      const char *place = answers + loket_questionnaire_version_get_offset (version, i);
      guint width = loket_item_get_width (item);

      for (guint k = 0; k < width; k++)
        {
          if (!is_character_of (item, place[k]))
            return FALSE;
          if ((place[k] == LOKET_NO_ANSWER) != (place[0] == LOKET_NO_ANSWER))
            return FALSE;
        }
      if (width > 0 && *place != LOKET_NO_ANSWER && !loket_answers_is_asked (version, i, answers))
        return FALSE;
    }
  return TRUE;
}

/**
 * loket_answers_check_open:
 * @index: of an open item that somebody answered
 * @answers: the finished answers to the others
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when it was not asked
 */
gboolean
loket_answers_check_open (const LoketQuestionnaireVersion  *version,
                          guint                             index,
                          const char                       *answers,
                          GError                          **error)
{
  if (loket_answers_is_asked (version, index, answers))
    return TRUE;
  return refuse_not_asked (loket_questionnaire_version_get_item (version, index), error);
}

/**
 * loket_answers_append_text:
 * @text: where the answer to item @index is added as it stands in a file
 */
void
loket_answers_append_text (const LoketQuestionnaireVersion *version,
                           guint                            index,
                           const char                      *answers,
                           GString                         *text)
{
  const LoketItem *item = loket_questionnaire_version_get_item (version, index);

  g_return_if_fail (item->kind != LOKET_ITEM_OPEN);

  loket_item_append_text (item, answers + loket_questionnaire_version_get_offset (version, index),
                          text);
}
