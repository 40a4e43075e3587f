/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Something that must hold of the other answers: for a question to be asked, or to be counted. */

#include "loket-condition.h"

#include "loket-derived.h"

/**
 * loket_condition_get_id:
 *
 * Returns: (transfer none): the id of the item or of the groups that decide
 */
const char *
loket_condition_get_id (const LoketCondition *condition)
{
  return condition->item != NULL ? condition->item->id : condition->derived->id;
}

/**
 * loket_condition_known:
 *
 * Returns: whether @answers say anything about what decides
 */
gboolean
loket_condition_known (const LoketCondition            *condition,
                       const LoketQuestionnaireVersion *version,
                       const char                      *answers)
{
  const char *place = NULL;

  if (condition->derived != NULL)
    return loket_derived_get_code (condition->derived, version, answers) != 0;
  place = loket_questionnaire_version_get_place (version, condition->item, answers);
  return place != NULL && *place != LOKET_NO_ANSWER;
}

/* Of a multiple choice: whether one of the options is chosen. */
static gboolean
is_any_chosen (const LoketCondition *condition,
               const char           *place)
{
  for (guint i = 0; i < condition->item->options->len; i++)
    {
      if (place[i] == '1' && (condition->codes >> i & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_groups (const LoketCondition            *condition,
              const LoketQuestionnaireVersion *version,
              const char                      *answers)
{
  guint code = loket_derived_get_code (condition->derived, version, answers);

  if (condition->derived->overlaps)
    return (condition->codes & (guint64) code << 1) != 0;
  return (condition->codes >> code & 1) != 0;
}

/**
 * loket_condition_holds:
 * @version: whose answers they are
 * @answers: as loket_answers_finish() left them
 *
 * Returns: whether the condition holds; never when what decides was not answered
 */
gboolean
loket_condition_holds (const LoketCondition            *condition,
                       const LoketQuestionnaireVersion *version,
                       const char                      *answers)
{
  const char *place = NULL;
  int number = 0;

  if (condition->derived != NULL)
    return is_in_groups (condition, version, answers);
  place = loket_questionnaire_version_get_place (version, condition->item, answers);
  if (place == NULL)
    return FALSE;
  if (condition->item->kind == LOKET_ITEM_MULTIPLE)
    return is_any_chosen (condition, place);
  if (condition->item->kind == LOKET_ITEM_NUMBER)
    return loket_item_decode_number (place, &number) && number >= condition->least &&
           number <= condition->most;
  return (condition->codes >> loket_item_decode (condition->item, *place) & 1) != 0;
}
