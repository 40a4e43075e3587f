/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What responses can be grouped by: office, counsellor, a single choice, a derived group. */

#include "loketten-config.h"

#include "loket-grouping.h"

#include <glib/gi18n-lib.h>

#include "loket-error.h"
#include "loket-facts.h"

static void
add_known (GString    *known,
           const char *id)
{
  if (known->len > 0)
    g_string_append (known, ", ");
  g_string_append (known, id);
}

/* Every id that is one of @questionnaire. */
static char *
dup_known (LoketQuestionnaire *questionnaire)
{
  GString *known = g_string_new ("office, counsellor");

  if (loket_questionnaire_get_n_waves (questionnaire) > 1)
    add_known (known, "wave");
  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      if (item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_LIKERT)
        add_known (known, item->id);
    }
  for (guint i = 0; i < loket_questionnaire_get_n_derived (questionnaire); i++)
    add_known (known, loket_questionnaire_get_derived (questionnaire, i)->id);
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    add_known (known, loket_fact_get_item (i)->id);
  return g_string_free (known, FALSE);
}

static gboolean
refuse_id (LoketQuestionnaire  *questionnaire,
           const char          *id,
           GError             **error)
{
  g_autofree char *known = dup_known (questionnaire);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("“%s” is not a group of the questionnaire “%s”, which has %s"), id,
               loket_questionnaire_get_id (questionnaire), known);
  return FALSE;
}

/**
 * loket_grouping_find:
 * @id: `office`, `counsellor`, `wave`, or the id of an item with one answer, of a derived group or
 *   of a fact
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when @questionnaire knows no such grouping
 */
gboolean
loket_grouping_find (LoketQuestionnaire  *questionnaire,
                     const char          *id,
                     LoketGrouping       *grouping,
                     GError             **error)
{
  const LoketItem *item = loket_questionnaire_find_item (questionnaire, id);
  const LoketDerived *derived = loket_questionnaire_find_derived (questionnaire, id);

  if (g_str_equal (id, "office"))
    *grouping = (LoketGrouping) { LOKET_GROUPING_OFFICE, NULL, NULL };
  else if (g_str_equal (id, "counsellor"))
    *grouping = (LoketGrouping) { LOKET_GROUPING_COUNSELLOR, NULL, NULL };
  else if (derived != NULL)
    *grouping = (LoketGrouping) { LOKET_GROUPING_DERIVED, derived->from, derived };
  else if (g_str_equal (id, "wave") && loket_questionnaire_get_n_waves (questionnaire) > 1)
    *grouping = (LoketGrouping) { LOKET_GROUPING_WAVE, NULL, NULL };
  else if (item != NULL && (item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_LIKERT))
    *grouping = (LoketGrouping) { LOKET_GROUPING_ITEM, item, NULL };
  else if (item == NULL && loket_facts_find (id) >= 0)
    *grouping = (LoketGrouping) { LOKET_GROUPING_FACT,
                                  loket_fact_get_item ((LoketFact) loket_facts_find (id)), NULL };
  else
    return refuse_id (questionnaire, id, error);
  return TRUE;
}

/**
 * loket_grouping_get_options:
 *
 * Returns: (transfer none) (nullable) (element-type LoketOption): the groups that the questionnaire
 *   knows beforehand; NULL for offices, counsellors and waves
 */
const GArray *
loket_grouping_get_options (const LoketGrouping *grouping)
{
  if (grouping->derived != NULL)
    return grouping->derived->groups;
  return grouping->item != NULL ? grouping->item->options : NULL;
}

/**
 * loket_grouping_get_id:
 *
 * Returns: (transfer none): the id by which loket_grouping_find () finds it
 */
const char *
loket_grouping_get_id (const LoketGrouping *grouping)
{
  switch (grouping->kind)
    {
    case LOKET_GROUPING_OFFICE:
      return "office";
    case LOKET_GROUPING_COUNSELLOR:
      return "counsellor";
    case LOKET_GROUPING_ITEM:
    case LOKET_GROUPING_FACT:
      return grouping->item->id;
    case LOKET_GROUPING_DERIVED:
      return grouping->derived->id;
    case LOKET_GROUPING_WAVE:
      return "wave";
    default:
      g_assert_not_reached ();
    }
}

/**
 * loket_grouping_is_person:
 *
 * Returns: whether the groups are persons, who are never ranked
 */
gboolean
loket_grouping_is_person (const LoketGrouping *grouping)
{
  return grouping->kind == LOKET_GROUPING_COUNSELLOR;
}

/**
 * loket_grouping_is_equal:
 *
 * Returns: whether both put the same persons together
 */
gboolean
loket_grouping_is_equal (const LoketGrouping *one,
                         const LoketGrouping *other)
{
  return one->kind == other->kind && one->item == other->item && one->derived == other->derived;
}

/**
 * loket_grouping_get_base:
 *
 * Returns: the grouping by the column that tells the groups of @grouping apart: that of its item
 *   for a derived one without a column
 */
LoketGrouping
loket_grouping_get_base (const LoketGrouping *grouping)
{
  LoketGrouping base = *grouping;

  if (base.derived != NULL && !base.derived->has_column)
    {
      base.kind = LOKET_GROUPING_ITEM;
      base.derived = NULL;
    }
  return base;
}
