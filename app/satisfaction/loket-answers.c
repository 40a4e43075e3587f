/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The coded answers of one response: a text of fixed width with every answer at its own place. */

#include "loketten-config.h"

#include "loket-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-derived.h"
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

/* What keeps @item from being asked, or NULL. */
static const LoketCondition *
find_hindrance (const LoketItem                 *item,
                const LoketQuestionnaireVersion *version,
                const char                      *answers)
{
  for (guint i = 0; i < item->route->len; i++)
    {
      const LoketCondition *condition = &g_array_index (item->route, LoketCondition, i);

      if (!loket_condition_holds (condition, version, answers))
        return condition;
    }
  return NULL;
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

  return find_hindrance (item, version, answers) == NULL;
}

static gboolean
refuse_not_asked (const LoketQuestionnaireVersion  *version,
                  const LoketItem                  *item,
                  const char                       *answers,
                  GError                          **error)
{
  const char *decides = loket_condition_get_id (find_hindrance (item, version, answers));
  g_autoptr (GString) text = g_string_new (NULL);

  if (item->kind == LOKET_ITEM_OPEN)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: is answered, but %s decides that it is not asked"), item->id, decides);
      return FALSE;
    }
  loket_item_append_text (item, loket_questionnaire_version_get_place (version, item, answers),
                          text);
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               /* Translators: a question, its answer, and the question that decides */
               _("%s: “%s” is answered, but %s decides that it is not asked"), item->id, text->str,
               decides);
  return FALSE;
}

/**
 * loket_answers_set_derived:
 * @index: of derived groups that have a place in @version
 * @text: (array length=length): the group as in a file, empty for none; need not end in a NUL
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID naming groups, value and reason
 */
gboolean
loket_answers_set_derived (const LoketQuestionnaireVersion  *version,
                           guint                             index,
                           const char                       *text,
                           gsize                             length,
                           char                             *answers,
                           GError                          **error)
{
  return loket_derived_encode (g_ptr_array_index (version->derived, index), text, length,
                               answers + g_array_index (version->derived_offsets, guint, index),
                               error);
}

/* A group that is given must be the one that the answers lead to, where they are there. */
static gboolean
check_derived (const LoketQuestionnaireVersion  *version,
               const char                       *answers,
               GError                          **error)
{
  for (guint i = 0; i < version->derived->len; i++)
    {
      const LoketDerived *derived = g_ptr_array_index (version->derived, i);
      const char *place = answers + g_array_index (version->derived_offsets, guint, i);
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean is_known = FALSE;
      guint code = 0;

      if (*place == LOKET_NO_ANSWER)
        continue;
      code = loket_derived_work_out (derived, version, answers, &is_known);
      if (!is_known || code == loket_derived_decode (derived, place))
        continue;
      loket_answers_append_derived (version, i, answers, text);
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: “%s” is not the group that the answers lead to"), derived->id, text->str);
      return FALSE;
    }
  return TRUE;
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
      gboolean is_asked = item->route->len == 0 || loket_answers_is_asked (version, i, answers);

      if (item->kind == LOKET_ITEM_OPEN)
        continue;
      if (!is_asked && *place != LOKET_NO_ANSWER)
        return refuse_not_asked (version, item, answers, error);
      if (is_asked && item->na_when_empty && item->kind == LOKET_ITEM_GRADE &&
          *place == LOKET_NO_ANSWER)
        *place = '-';
    }
  return check_derived (version, answers, error);
}

/**
 * loket_answers_check_wave:
 * @wave: the number of the wave in which they were given
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when an item is answered that @wave does not ask
 */
gboolean
loket_answers_check_wave (const LoketQuestionnaireVersion  *version,
                          int                               wave,
                          const char                       *answers,
                          GError                          **error)
{
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      const char *place = answers + loket_questionnaire_version_get_offset (version, i);
      g_autoptr (GString) text = NULL;

      if (item->kind == LOKET_ITEM_OPEN || *place == LOKET_NO_ANSWER ||
          loket_item_is_in_wave (item, wave))
        continue;
      text = g_string_new (NULL);
      loket_item_append_text (item, place, text);
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   /* Translators: a question, its answer, and the number of a measurement */
                   _("%s: “%s” is answered, but wave %d does not ask it"), item->id, text->str,
                   wave);
      return FALSE;
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

static gboolean
is_place_of (const LoketItem *item,
             const char      *place)
{
  if (item->kind == LOKET_ITEM_NUMBER)
    return memcmp (place, "....", LOKET_NUMBER_WIDTH) == 0 ||
           loket_item_decode_place (item, place) < loket_item_get_n_codes (item) - 1;
  for (guint i = 0; i < loket_item_get_width (item); i++)
    {
      if (!is_character_of (item, place[i]) ||
          (place[i] == LOKET_NO_ANSWER) != (place[0] == LOKET_NO_ANSWER))
        return FALSE;
    }
  return TRUE;
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

      if (!is_place_of (item, place))
        return FALSE;
      if (loket_item_get_width (item) > 0 && *place != LOKET_NO_ANSWER &&
          !loket_answers_is_asked (version, i, answers))
        return FALSE;
    }
  return check_derived (version, answers, NULL);
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
  return refuse_not_asked (version, loket_questionnaire_version_get_item (version, index), answers,
                           error);
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

/**
 * loket_answers_append_derived:
 * @text: where the groups that were given at place @index are added as they stand in a file
 */
void
loket_answers_append_derived (const LoketQuestionnaireVersion *version,
                              guint                            index,
                              const char                      *answers,
                              GString                         *text)
{
  const LoketDerived *derived = g_ptr_array_index (version->derived, index);
  const char *place = answers + g_array_index (version->derived_offsets, guint, index);
  guint code = loket_derived_decode (derived, place);
  gboolean first = TRUE;

  for (guint i = 0; *place != LOKET_NO_ANSWER && i < derived->groups->len; i++)
    {
      if (derived->overlaps ? (code >> i & 1) == 0 : code != i + 1)
        continue;
      if (!first)
        g_string_append_c (text, ';');
      g_string_append (text, g_array_index (derived->groups, LoketOption, i).code);
      first = FALSE;
    }
}
