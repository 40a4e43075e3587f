/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads one item of a questionnaire from its file. */

#include "loket-item-json.h"

static const char * const kinds[] = { "grade", "single", "multiple", "likert", "number", "open" };

static gboolean
read_kind (const LoketJsonPlace  *place,
           LoketItemKind         *kind,
           GError               **error)
{
  g_autofree char *word = loket_json_read_id (place, "type", error);

  if (word == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (word, kinds[i]))
        continue;
      if (i == LOKET_ITEM_LIKERT || i == LOKET_ITEM_NUMBER)
        return loket_json_refuse (place, "type", "is of a kind that cannot be summed up yet",
                                  error);
      *kind = (LoketItemKind) i;
      return TRUE;
    }
  return loket_json_refuse (place, "type", "must be grade, single, multiple or open", error);
}

static gboolean
read_optional_texts (const LoketJsonPlace  *place,
                     const char            *member,
                     LoketTexts            *texts,
                     GError               **error)
{
  return !json_object_has_member (place->object, member) ||
         loket_json_read_texts (place, member, texts, error);
}

/* Fills @options in place: what was read of it is freed with its array when this fails. */
static gboolean
read_option (const LoketJsonPlace  *place,
             const char            *member,
             GArray                *options,
             GError               **error)
{
  g_auto (LoketJsonPlace) at = { 0 };
  guint index = options->len;
  LoketOption *option = NULL;

  g_array_set_size (options, index + 1);
  option = &g_array_index (options, LoketOption, index);
  if (!loket_json_read_element (place, member, index, &at, error) ||
      !loket_json_read_texts (&at, "text", &option->text, error) ||
      !read_optional_texts (&at, "people", &option->people, error) ||
      !loket_json_read_int (&at, "introduced", &option->introduced, error))
    return FALSE;
  option->code = loket_json_read_id (&at, "code", error);
  if (option->code == NULL)
    return FALSE;
  option->length = strlen (option->code);
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (g_array_index (options, LoketOption, i).code, option->code))
        return loket_json_refuse (&at, "code", "is used twice", error);
    }
  return TRUE;
}

/**
 * loket_options_read_json:
 * @options: (element-type LoketOption): an empty array, to be filled
 */
gboolean
loket_options_read_json (const LoketJsonPlace  *place,
                         const char            *member,
                         GArray                *options,
                         GError               **error)
{
  JsonArray *array = loket_json_read_array (place, member, error);
  guint n_options = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    return FALSE;
  if (n_options == 0 || n_options > LOKET_ITEM_MAX_OPTIONS)
    return loket_json_refuse (place, member, "must hold from 1 to 36 options", error);
  for (guint i = 0; i < n_options; i++)
    {
      if (!read_option (place, member, options, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_wordings (const LoketJsonPlace  *place,
               LoketItem             *item,
               GError               **error)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (place->object, "wording"))
    return TRUE;
  array = loket_json_read_array (place, "wording", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      LoketWording *wording = NULL;

      g_array_set_size (item->wordings, i + 1);
      wording = &g_array_index (item->wordings, LoketWording, i);
      if (!loket_json_read_element (place, "wording", i, &at, error) ||
          !loket_json_read_texts (&at, "text", &wording->text, error) ||
          !loket_json_read_int (&at, "until", &wording->until, error))
        return FALSE;
      if (wording->until == 0)
        return loket_json_refuse (&at, "until", "must be the last year of this wording", error);
    }
  return TRUE;
}

static gboolean
read_grade (const LoketJsonPlace  *place,
            LoketItem             *item,
            GError               **error)
{
  int min = 0;
  int max = 0;

  if (!loket_json_read_int (place, "min", &min, error) ||
      !loket_json_read_int (place, "max", &max, error))
    return FALSE;
  if (min != 1 || max != LOKET_GRADE_MAX)
    return loket_json_refuse (place, "max",
                              "must be 10 and “min” 1: other scales cannot be summed up yet",
                              error);
  item->offers_na = json_object_get_boolean_member_with_default (place->object, "na", FALSE);
  return TRUE;
}

static gboolean
read_numbers (const LoketJsonPlace  *place,
              LoketItem             *item,
              GError               **error)
{
  int threshold = (int) item->threshold;
  int thin = (int) item->thin;

  if (!loket_json_read_int (place, "threshold", &threshold, error) ||
      !loket_json_read_int (place, "thin", &thin, error) ||
      !loket_json_read_int (place, "options_since", &item->options_since, error))
    return FALSE;
  item->threshold = (guint) threshold;
  item->thin = (guint) thin;
  return TRUE;
}

/**
 * loket_item_new_from_json:
 * @threshold: for an item that does not say otherwise
 * @thin: likewise
 *
 * Returns: (transfer full) (nullable): the item without its route, or NULL with
 *   %LOKET_ERROR_INVALID saying where in the file what is wrong
 */
LoketItem *
loket_item_new_from_json (const LoketJsonPlace  *place,
                          guint                  threshold,
                          guint                  thin,
                          GError               **error)
{
  g_autoptr (LoketItem) item = loket_item_new ();

  item->threshold = threshold;
  item->thin = thin;
  item->id = loket_json_read_id (place, "id", error);
  if (item->id == NULL || !read_kind (place, &item->kind, error) ||
      !loket_json_read_texts (place, "text", &item->text, error) ||
      !loket_json_read_texts (place, "label", &item->label, error) ||
      !read_optional_texts (place, "topic", &item->topic, error) ||
      !read_wordings (place, item, error) || !read_numbers (place, item, error))
    return NULL;
  if (item->kind == LOKET_ITEM_GRADE && !read_grade (place, item, error))
    return NULL;
  if ((item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_MULTIPLE) &&
      !loket_options_read_json (place, "options", item->options, error))
    return NULL;
  if (item->kind == LOKET_ITEM_OPEN && json_object_has_member (place->object, "themes") &&
      !loket_options_read_json (place, "themes", item->options, error))
    return NULL;
  loket_item_index_options (item);
  return g_steal_pointer (&item);
}

static gboolean
route_on_grade (const LoketJsonPlace  *place,
                const char            *op,
                LoketItem             *item,
                GError               **error)
{
  int value = -1;

  if (!loket_json_read_int (place, "value", &value, error))
    return FALSE;
  if (value < 1 || value > LOKET_GRADE_MAX)
    return loket_json_refuse (place, "value", "must be a grade", error);
  if (!g_str_equal (op, "<") && !g_str_equal (op, "<="))
    return loket_json_refuse (place, "op", "must be < or <= after a grade", error);
  for (int grade = 1; grade < value + (op[1] == '='); grade++)
    item->route_codes |= G_GUINT64_CONSTANT (1) << grade;
  return TRUE;
}

static gboolean
route_on_choice (const LoketJsonPlace  *place,
                 const char            *op,
                 LoketItem             *item,
                 GError               **error)
{
  g_auto (GStrv) codes = NULL;

  if (g_str_equal (op, "in"))
    codes = loket_json_read_ids (place, "values", error);
  else if (g_str_equal (op, "=="))
    codes = (GStrv) g_malloc0_n (2, sizeof (char *));
  else
    return loket_json_refuse (place, "op", "must be == or in after a choice", error);
  if (codes != NULL && g_str_equal (op, "=="))
    codes[0] = loket_json_read_id (place, "value", error);
  if (codes == NULL || codes[0] == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int number = loket_item_find_option (item->route_item, codes[i], strlen (codes[i]));

      if (number < 0)
        return loket_json_refuse (place, "value", "is not an option of that item", error);
      item->route_codes |= G_GUINT64_CONSTANT (1) << (number + 1);
    }
  return TRUE;
}

/**
 * loket_item_read_route:
 * @questionnaire: whose items are all there by now: one may be routed on one that stands after it
 */
gboolean
loket_item_read_route (LoketItem             *item,
                       LoketQuestionnaire    *questionnaire,
                       const LoketJsonPlace  *place,
                       GError               **error)
{
  g_auto (LoketJsonPlace) base = { 0 };
  g_auto (LoketJsonPlace) route = { 0 };
  g_autofree char *id = NULL;
  const char *op = NULL;

  if (!json_object_has_member (place->object, "base"))
    return TRUE;
  if (!loket_json_read_object (place, "base", &base, error))
    return FALSE;
  if (!json_object_has_member (base.object, "route") ||
      json_object_get_null_member (base.object, "route"))
    return TRUE;
  if (!loket_json_read_object (&base, "route", &route, error))
    return FALSE;
  id = loket_json_read_id (&route, "item", error);
  if (id == NULL)
    return FALSE;
  item->route_item = loket_questionnaire_find_item (questionnaire, id);
  if (item->route_item == NULL || item->route_item == item)
    return loket_json_refuse (&route, "item", "must be another item of this questionnaire", error);
  op = json_object_get_string_member_with_default (route.object, "op", "");
  if (item->route_item->kind == LOKET_ITEM_GRADE)
    return route_on_grade (&route, op, item, error);
  if (item->route_item->kind == LOKET_ITEM_SINGLE)
    return route_on_choice (&route, op, item, error);
  return loket_json_refuse (&route, "item", "must be a grade or a single choice", error);
}
