/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads derived groups from the file of a questionnaire. */

#include "loketten-config.h"

#include "loket-derived-json.h"

#include <glib/gi18n-lib.h>

#include "loket-condition-json.h"
#include "loket-item-json.h"

static gboolean
has_options (const LoketItem *item)
{
  return item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_LIKERT ||
         item->kind == LOKET_ITEM_MULTIPLE;
}

/* Without overlap an option belongs to one group, so that a respondent is counted once. */
static gboolean
read_group_options (LoketDerived          *derived,
                    guint                  number,
                    const LoketJsonPlace  *place,
                    GError               **error)
{
  g_auto (GStrv) codes = loket_json_read_ids (place, "options", error);
  guint64 members = 0;

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int option = loket_item_find_option (derived->from, codes[i], strlen (codes[i]));

      if (option < 0 || (!derived->overlaps && derived->group_of[option + 1] != 0))
        return loket_json_refuse (place, "options",
                                  _("names an option that is unknown or in a group already"),
                                  error);
      derived->group_of[option + 1] = (guint8) (number + 1);
      members |= G_GUINT64_CONSTANT (1) << option;
    }
  g_array_append_val (derived->members, members);
  return TRUE;
}

static gboolean
read_groups (LoketDerived          *derived,
             const LoketJsonPlace  *place,
             LoketQuestionnaire    *questionnaire,
             GError               **error)
{
  g_autofree char *from_id = loket_json_read_id (place, "from", error);

  if (from_id == NULL || !loket_json_read_flag (place, "overlapping", &derived->overlaps, error) ||
      !loket_options_read_json (place, "groups", derived->groups, error))
    return FALSE;
  derived->from = loket_questionnaire_find_item (questionnaire, from_id);
  if (derived->from == NULL || !has_options (derived->from))
    return loket_json_refuse (place, "from", _("must be a choice of this questionnaire"), error);
  if (derived->from->kind == LOKET_ITEM_MULTIPLE && !derived->overlaps)
    return loket_json_refuse (place, "overlapping",
                              _("must be true: one can choose options of several groups"), error);
  if (derived->overlaps && derived->groups->len > LOKET_DERIVED_MAX_OVERLAPPING)
    return loket_json_refuse (place, "groups", _("must be 7 at most where they overlap"), error);
  for (guint i = 0; i < derived->groups->len; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "groups", i, &at, error) ||
          !read_group_options (derived, i, &at, error))
        return FALSE;
    }
  return TRUE;
}

/* From 0 to all conditions, each number is a group. */
static gboolean
add_counts (LoketDerived          *derived,
            const LoketJsonPlace  *place,
            GError               **error)
{
  JsonArray *array = loket_json_read_array (place, "count_of", error);
  guint n_conditions = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    return FALSE;
  if (n_conditions == 0 || n_conditions >= LOKET_ITEM_MAX_OPTIONS)
    return loket_json_refuse (place, "count_of", _("must hold from 1 to 35 conditions"), error);
  for (guint i = 0; i <= n_conditions; i++)
    {
      LoketOption *group = NULL;

      g_array_set_size (derived->groups, i + 1);
      group = &g_array_index (derived->groups, LoketOption, i);
      group->code = g_strdup_printf ("%u", i);
      group->length = strlen (group->code);
      group->text.nl = g_strdup (group->code);
      group->text.en = g_strdup (group->code);
    }
  return TRUE;
}

/**
 * loket_derived_new_from_json:
 * @questionnaire: whose items are all there
 *
 * Returns: (transfer full) (nullable): the groups, a count without its conditions; NULL with
 *   %LOKET_ERROR_INVALID saying where in the file what is wrong
 */
LoketDerived *
loket_derived_new_from_json (const LoketJsonPlace  *place,
                             LoketQuestionnaire    *questionnaire,
                             GError               **error)
{
  g_autoptr (LoketDerived) derived = loket_derived_new ();
  gboolean is_count = loket_json_has (place, "count_of");

  derived->id = loket_json_read_id (place, "id", error);
  if (derived->id == NULL || !loket_json_read_texts (place, "text", &derived->text, error))
    return NULL;
  if (loket_questionnaire_find_item (questionnaire, derived->id) != NULL ||
      loket_questionnaire_find_derived (questionnaire, derived->id) != NULL)
    {
      loket_json_refuse (place, "id", _("is used twice"), error);
      return NULL;
    }
  if (is_count ? !add_counts (derived, place, error)
               : !read_groups (derived, place, questionnaire, error))
    return NULL;
  derived->has_column = is_count || derived->overlaps ||
                        !loket_questionnaire_counts_unanswered (questionnaire);
  return g_steal_pointer (&derived);
}

/**
 * loket_derived_read_conditions:
 * @questionnaire: whose items and groups are all there
 *
 * Reads what is counted; nothing for other groups.
 */
gboolean
loket_derived_read_conditions (LoketDerived          *derived,
                               const LoketJsonPlace  *place,
                               LoketQuestionnaire    *questionnaire,
                               GError               **error)
{
  for (guint i = 0; derived->from == NULL && i + 1 < derived->groups->len; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      LoketCondition condition = { NULL };

      if (!loket_json_read_element (place, "count_of", i, &at, error) ||
          !loket_condition_read_json (&condition, questionnaire, &at, error))
        return FALSE;
      g_array_append_val (derived->conditions, condition);
    }
  return TRUE;
}
