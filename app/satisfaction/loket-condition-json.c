/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads from the file of a questionnaire what must hold of other answers. */

#include "loketten-config.h"

#include "loket-condition-json.h"

#include <glib/gi18n-lib.h>

/* After a grade or a number: `<`, `<=`, `==`. */
static gboolean
read_limit (LoketCondition        *condition,
            const LoketJsonPlace  *place,
            const char            *op,
            GError               **error)
{
  int value = -1;

  if (!loket_json_read_int (place, "value", &value, error))
    return FALSE;
  if (value < 0)
    return loket_json_refuse (place, "value", _("must be a whole number"), error);
  if (!g_str_equal (op, "<") && !g_str_equal (op, "<=") && !g_str_equal (op, "=="))
    return loket_json_refuse (place, "op",
                              _("must be <, <= or == after a grade or a number"), error);
  condition->least = g_str_equal (op, "==") ? value : 0;
  condition->most = g_str_equal (op, "<") ? value - 1 : value;
  if (condition->item->kind != LOKET_ITEM_GRADE)
    return TRUE;
  if (value < 1 || value > LOKET_GRADE_MAX)
    return loket_json_refuse (place, "value", _("must be a grade"), error);
  for (int grade = MAX (1, condition->least); grade <= condition->most; grade++)
    condition->codes |= G_GUINT64_CONSTANT (1) << grade;
  return TRUE;
}

/* The codes that `value` or `values` name. */
static GStrv
read_values (const LoketJsonPlace  *place,
             const char            *op,
             GError               **error)
{
  g_auto (GStrv) codes = NULL;

  if (!g_str_equal (op, "=="))
    return loket_json_read_ids (place, "values", error);
  codes = (GStrv) g_malloc0_n (2, sizeof (char *));
  codes[0] = loket_json_read_id (place, "value", error);
  return codes[0] != NULL ? g_steal_pointer (&codes) : NULL;
}

static int
find_group (const LoketDerived *derived,
            const char         *code)
{
  for (guint i = 0; i < derived->groups->len; i++)
    {
      if (g_str_equal (g_array_index (derived->groups, LoketOption, i).code, code))
        return (int) i;
    }
  return -1;
}

/* `==` or `in` after a choice or a group, `any_of` after a multiple choice. */
static gboolean
read_options (LoketCondition        *condition,
              const LoketJsonPlace  *place,
              const char            *op,
              GError               **error)
{
  gboolean is_multiple = condition->item != NULL && condition->item->kind == LOKET_ITEM_MULTIPLE;
  const char *member = g_str_equal (op, "==") ? "value" : "values";
  g_auto (GStrv) codes = NULL;

  if (is_multiple && !g_str_equal (op, "any_of"))
    return loket_json_refuse (place, "op", _("must be any_of after a multiple choice"), error);
  if (!is_multiple && !g_str_equal (op, "==") && !g_str_equal (op, "in"))
    return loket_json_refuse (place, "op", _("must be == or in after a choice"), error);
  codes = read_values (place, op, error);
  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int number = condition->item != NULL
                       ? loket_item_find_option (condition->item, codes[i], strlen (codes[i]))
                       : find_group (condition->derived, codes[i]);

      if (number < 0)
        return loket_json_refuse (place, member, _("is not an option of that item"), error);
      /* Options of a multiple choice are columns of their own, others are codes from 1. */
      condition->codes |= G_GUINT64_CONSTANT (1) << (is_multiple ? number : number + 1);
    }
  if (condition->codes == 0)
    return loket_json_refuse (place, member, _("must name an option"), error);
  return TRUE;
}

/**
 * loket_condition_read_json:
 * @condition: (out): what must hold
 * @questionnaire: whose items and groups are all there
 * @place: `item`, `op`, and `value` or `values`
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID saying where in the file what is wrong
 */
gboolean
loket_condition_read_json (LoketCondition        *condition,
                           LoketQuestionnaire    *questionnaire,
                           const LoketJsonPlace  *place,
                           GError               **error)
{
  g_autofree char *id = loket_json_read_id (place, "item", error);
  const char *op = NULL;

  if (id == NULL)
    return FALSE;
  condition->item = loket_questionnaire_find_item (questionnaire, id);
  condition->derived = loket_questionnaire_find_derived (questionnaire, id);
  if (condition->item == NULL && condition->derived == NULL)
    return loket_json_refuse (place, "item", _("must be an item of this questionnaire"), error);
  if (condition->item != NULL && condition->item->kind == LOKET_ITEM_OPEN)
    return loket_json_refuse (place, "item", _("must not be an open question"), error);
  op = json_object_get_string_member_with_default (place->object, "op", "");
  if (condition->item != NULL && (condition->item->kind == LOKET_ITEM_GRADE ||
                                  condition->item->kind == LOKET_ITEM_NUMBER))
    return read_limit (condition, place, op, error);
  return read_options (condition, place, op, error);
}

static gboolean
append_condition (LoketItem             *item,
                  LoketQuestionnaire    *questionnaire,
                  const LoketJsonPlace  *place,
                  GError               **error)
{
  LoketCondition condition = { NULL };

  if (!loket_condition_read_json (&condition, questionnaire, place, error))
    return FALSE;
  if (condition.item == item)
    return loket_json_refuse (place, "item",
                              _("must be another item of this questionnaire"), error);
  g_array_append_val (item->route, condition);
  if (item->route_item == NULL)
    item->route_item = condition.item != NULL ? condition.item : condition.derived->from;
  return TRUE;
}

/**
 * loket_route_read_json:
 * @questionnaire: whose items are all there by now: one may be routed on one that stands after it
 * @place: the item
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID saying where in the file what is wrong
 */
gboolean
loket_route_read_json (LoketItem             *item,
                       LoketQuestionnaire    *questionnaire,
                       const LoketJsonPlace  *place,
                       GError               **error)
{
  g_auto (LoketJsonPlace) base = { 0 };
  g_auto (LoketJsonPlace) route = { 0 };
  JsonArray *all = NULL;

  if (!loket_json_has (place, "base"))
    return TRUE;
  if (!loket_json_read_object (place, "base", &base, error))
    return FALSE;
  if (!loket_json_has (&base, "route"))
    return TRUE;
  if (!loket_json_read_object (&base, "route", &route, error))
    return FALSE;
  if (!loket_json_has (&route, "all"))
    return append_condition (item, questionnaire, &route, error);
  all = loket_json_read_array (&route, "all", error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (&route, "all", i, &at, error) ||
          !append_condition (item, questionnaire, &at, error))
        return FALSE;
    }
  return TRUE;
}

/* What is being followed, from one to what it depends on. */
typedef struct
{
  GHashTable *done; /* (owned) items and derived groups that lead to no loop */
  GPtrArray  *path; /* (owned) of borrowed pointers to them */
  GPtrArray  *ids; /* (owned) of borrowed ids, in the same order */
} Walk;

static gboolean follow_all (Walk         *walk,
                            const GArray *conditions);

/* FALSE when it comes back to where it was. */
static gboolean
follow (Walk         *walk,
        gpointer      thing,
        const char   *id,
        const GArray *conditions,
        gpointer      from)
{
  const LoketItem *item = from;
  gboolean is_loop = g_ptr_array_find (walk->path, thing, NULL);

  if (g_hash_table_contains (walk->done, thing))
    return TRUE;
  g_ptr_array_add (walk->path, thing);
  g_ptr_array_add (walk->ids, (gpointer) id);
  if (is_loop || !follow_all (walk, conditions) ||
      (item != NULL && !follow (walk, from, item->id, item->route, NULL)))
    return FALSE;
  g_ptr_array_set_size (walk->path, (int) walk->path->len - 1);
  g_ptr_array_set_size (walk->ids, (int) walk->ids->len - 1);
  g_hash_table_add (walk->done, thing);
  return TRUE;
}

static gboolean
follow_all (Walk         *walk,
            const GArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const LoketCondition *condition = &g_array_index (conditions, LoketCondition, i);
      const LoketItem *item = condition->item;
      const LoketDerived *derived = condition->derived;

      if (item != NULL && !follow (walk, (gpointer) item, item->id, item->route, NULL))
        return FALSE;
      if (derived != NULL && !follow (walk, (gpointer) derived, derived->id, derived->conditions,
                                      (gpointer) derived->from))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_waves (const LoketItem       *item,
             const LoketJsonPlace  *place,
             GError               **error)
{
  for (guint i = 0; i < item->route->len; i++)
    {
      const LoketItem *other = g_array_index (item->route, LoketCondition, i).item;

      if (other != NULL && (item->waves & ~other->waves) != 0)
        return loket_json_refuse (place, "waves",
                                  _("hold one that does not ask what it is routed on"),
                                  error);
    }
  return TRUE;
}

/**
 * loket_routes_check:
 * @questionnaire: of which items, groups and routes are all there
 * @root: its file
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID when an item can only be asked if it was asked already
 */
gboolean
loket_routes_check (LoketQuestionnaire    *questionnaire,
                    const LoketJsonPlace  *root,
                    GError               **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Walk walk = { done, path, ids };

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);
      g_auto (LoketJsonPlace) at = { 0 };
      g_autofree char *chain = NULL;
      g_autofree char *reason = NULL;

      if (!loket_json_read_element (root, "items", i, &at, error) ||
          !check_waves (item, &at, error))
        return FALSE;
      if (follow (&walk, (gpointer) item, item->id, item->route, NULL))
        continue;
      g_ptr_array_add (ids, NULL);
      chain = g_strjoinv (" → ", (char **) ids->pdata);
      reason = g_strdup_printf (_("is a loop: %s"), chain);
      return loket_json_refuse (&at, "base", reason, error);
    }
  return TRUE;
}
