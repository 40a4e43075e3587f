/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a questionnaire still counts the same answers in the same groups.
 *
 * Figures before and after another definition can be subtracted, and what is left are the answers
 * of those whom it moved. Texts, new options, new groups and later years move nobody. */

#include "loket-definition.h"

#include "loket-derived.h"

/* The first @n bits. */
static guint64
take_bits (guint64 bits,
           guint   n)
{
  return n < 64 ? bits & ((G_GUINT64_CONSTANT (1) << n) - 1) : bits;
}

static guint
count_options (const LoketItem *item)
{
  return item != NULL ? loket_item_get_n_options (item) : 64;
}

static gboolean
is_same_condition (const LoketCondition *before,
                   const LoketCondition *after)
{
  guint n = count_options (before->item);

  return g_str_equal (loket_condition_get_id (before), loket_condition_get_id (after)) &&
         take_bits (before->codes, n) == take_bits (after->codes, n) &&
         before->least == after->least && before->most == after->most;
}

static gboolean
are_same_conditions (const GArray *before,
                     const GArray *after)
{
  if ((before != NULL ? before->len : 0) != (after != NULL ? after->len : 0))
    return FALSE;
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      if (!is_same_condition (&g_array_index (before, LoketCondition, i),
                              &g_array_index (after, LoketCondition, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_item (const LoketItem *before,
              const LoketItem *after)
{
  return before->waves == after->waves && before->offers_na == after->offers_na &&
         before->na_when_empty == after->na_when_empty &&
         before->valid_min == after->valid_min && before->valid_max == after->valid_max &&
         are_same_conditions (before->route, after->route);
}

/* Of the groups that there were, in the options that there were. */
static gboolean
are_same_groups (const LoketDerived *before,
                 const LoketDerived *after)
{
  guint n_options = count_options (before->from);

  if (before->groups->len > after->groups->len)
    return FALSE;
  for (guint i = 0; i < before->groups->len; i++)
    {
      if (!g_str_equal (g_array_index (before->groups, LoketOption, i).code,
                        g_array_index (after->groups, LoketOption, i).code))
        return FALSE;
      if (before->overlaps && take_bits (g_array_index (before->members, guint64, i), n_options) !=
                                  take_bits (g_array_index (after->members, guint64, i), n_options))
        return FALSE;
    }
  for (guint code = 1; before->from != NULL && code <= n_options; code++)
    {
      if (before->group_of[code] != after->group_of[code])
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_derived (const LoketDerived *before,
                 const LoketDerived *after)
{
  if ((before->from != NULL) != (after->from != NULL) ||
      (before->from != NULL && !g_str_equal (before->from->id, after->from->id)))
    return FALSE;
  return before->overlaps == after->overlaps && before->has_column == after->has_column &&
         are_same_groups (before, after) &&
         are_same_conditions (before->conditions, after->conditions);
}

static const LoketDerived *
find_derived (LoketQuestionnaire *questionnaire,
              const char         *id)
{
  for (guint i = 0; i < loket_questionnaire_get_n_derived (questionnaire); i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (questionnaire, i);

      if (g_str_equal (derived->id, id))
        return derived;
    }
  return NULL;
}

static gboolean
is_same_version (const LoketQuestionnaireVersion *before,
                 const LoketQuestionnaireVersion *after)
{
  if (after == NULL || after->from != before->from || after->items->len != before->items->len)
    return FALSE;
  for (guint i = 0; i < before->items->len; i++)
    {
      if (!is_same_item (loket_questionnaire_version_get_item (before, i),
                         loket_questionnaire_version_get_item (after, i)))
        return FALSE;
    }
  return TRUE;
}

/**
 * loket_definition_is_kept:
 * @before: what figures were made with
 * @after: what is to take its place; the items of its versions have the same places
 *
 * Returns: whether @after counts every answer that @before could count, in the same groups
 */
gboolean
loket_definition_is_kept (LoketQuestionnaire *before,
                          LoketQuestionnaire *after)
{
  for (guint i = 0; i < loket_questionnaire_get_n_versions (before); i++)
    {
      const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (before, i);

      if (!is_same_version (version, loket_questionnaire_find_version (after, version->from)))
        return FALSE;
    }
  for (guint i = 0; i < loket_questionnaire_get_n_derived (before); i++)
    {
      const LoketDerived *one = loket_questionnaire_get_derived (before, i);
      const LoketDerived *other = find_derived (after, one->id);

      if (other == NULL || !is_same_derived (one, other))
        return FALSE;
    }
  return TRUE;
}
