/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a questionnaire from its file. */

#include "loket-questionnaire-private.h"

#include "loket-error.h"
#include "loket-item-json.h"
#include "loket-json-reader.h"

static gboolean
read_items (LoketQuestionnaire    *self,
            const LoketJsonPlace  *place,
            GError               **error)
{
  JsonArray *array = loket_json_read_array (place, "items", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      g_autoptr (LoketItem) item = NULL;

      if (!loket_json_read_element (place, "items", i, &at, error))
        return FALSE;
      item = loket_item_new_from_json (&at, self->threshold, self->thin, error);
      if (item == NULL)
        return FALSE;
      if (loket_questionnaire_find_item (self, item->id) != NULL)
        return loket_json_refuse (&at, "id", "is used twice", error);
      g_ptr_array_add (self->items, g_steal_pointer (&item));
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "items", i, &at, error) ||
          !loket_item_read_route (g_ptr_array_index (self->items, i), self, &at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_version (LoketQuestionnaire    *self,
              const LoketJsonPlace  *place,
              GError               **error)
{
  g_autoptr (LoketQuestionnaireVersion) version = NULL;
  g_auto (GStrv) ids = NULL;
  int from = 0;

  if (!loket_json_read_int (place, "from", &from, error))
    return FALSE;
  for (guint i = 0; i < self->versions->len; i++)
    {
      if (loket_questionnaire_get_version (self, i)->from >= from)
        return loket_json_refuse (place, "from", "must be later than in the version before", error);
    }
  version = loket_questionnaire_version_new (from);
  ids = loket_json_read_ids (place, "items", error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LoketItem *item = loket_questionnaire_find_item (self, ids[i]);

      if (item == NULL || loket_questionnaire_version_find (version, item) >= 0)
        return loket_json_refuse (place, "items", "names an item that is unknown or there already",
                                  error);
      loket_questionnaire_version_add_item (version, item);
    }
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);

      if (item->route_item != NULL &&
          loket_questionnaire_version_find (version, item->route_item) < 0)
        return loket_json_refuse (place, "items", "leaves out an item that decides on another",
                                  error);
    }
  g_ptr_array_add (self->versions, g_steal_pointer (&version));
  return TRUE;
}

static gboolean
read_versions (LoketQuestionnaire    *self,
               const LoketJsonPlace  *place,
               GError               **error)
{
  JsonArray *array = loket_json_read_array (place, "versions", error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return loket_json_refuse (place, "versions", "must hold a version", error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "versions", i, &at, error) ||
          !read_version (self, &at, error))
        return FALSE;
    }
  return TRUE;
}

/* An option belongs to one group, so that a respondent is counted once. */
static gboolean
read_group_options (LoketDerived          *derived,
                    guint                  number,
                    const LoketJsonPlace  *place,
                    GError               **error)
{
  g_auto (GStrv) codes = loket_json_read_ids (place, "options", error);

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int option = loket_item_find_option (derived->from, codes[i], strlen (codes[i]));

      if (option < 0 || derived->group_of[option + 1] != 0)
        return loket_json_refuse (place, "options",
                                  "names an option that is unknown or in a group already", error);
      derived->group_of[option + 1] = (guint8) (number + 1);
    }
  return TRUE;
}

static gboolean
read_derived (LoketQuestionnaire    *self,
              const LoketJsonPlace  *place,
              GError               **error)
{
  g_autoptr (LoketDerived) derived = NULL;
  g_autofree char *from_id = loket_json_read_id (place, "from", error);
  const LoketItem *from = NULL;

  if (from_id == NULL)
    return FALSE;
  from = loket_questionnaire_find_item (self, from_id);
  if (from == NULL || from->kind != LOKET_ITEM_SINGLE)
    return loket_json_refuse (place, "from", "must be a single choice of this questionnaire",
                              error);
  derived = loket_derived_new (from);
  derived->id = loket_json_read_id (place, "id", error);
  if (derived->id == NULL || !loket_json_read_texts (place, "text", &derived->text, error) ||
      !loket_options_read_json (place, "groups", derived->groups, error))
    return FALSE;
  if (loket_questionnaire_find_item (self, derived->id) != NULL ||
      loket_questionnaire_find_derived (self, derived->id) != NULL)
    return loket_json_refuse (place, "id", "is used twice", error);
  for (guint i = 0; i < derived->groups->len; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "groups", i, &at, error) ||
          !read_group_options (derived, i, &at, error))
        return FALSE;
    }
  g_ptr_array_add (self->derived, g_steal_pointer (&derived));
  return TRUE;
}

static gboolean
read_all_derived (LoketQuestionnaire    *self,
                  const LoketJsonPlace  *place,
                  GError               **error)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (place->object, "derived"))
    return TRUE;
  array = loket_json_read_array (place, "derived", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "derived", i, &at, error) ||
          !read_derived (self, &at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_bands (LoketQuestionnaire    *self,
            const LoketJsonPlace  *summary,
            GError               **error)
{
  JsonArray *array = loket_json_read_array (summary, "grade_bands", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      LoketBand *band = NULL;

      g_array_set_size (self->bands, i + 1);
      band = &g_array_index (self->bands, LoketBand, i);
      if (!loket_json_read_element (summary, "grade_bands", i, &at, error) ||
          !loket_json_read_texts (&at, "text", &band->text, error) ||
          !loket_json_read_texts (&at, "label", &band->label, error) ||
          !loket_json_read_int (&at, "min", &band->min, error) ||
          !loket_json_read_int (&at, "max", &band->max, error))
        return FALSE;
      band->code = loket_json_read_id (&at, "code", error);
      if (band->code == NULL)
        return FALSE;
      if (band->min < 1 || band->min > band->max || band->max > LOKET_GRADE_MAX)
        return loket_json_refuse (&at, "min", "and “max” must be grades in that order", error);
    }
  return TRUE;
}

static gboolean
read_summary (LoketQuestionnaire    *self,
              const LoketJsonPlace  *root,
              GError               **error)
{
  g_auto (LoketJsonPlace) summary = { 0 };
  g_auto (LoketJsonPlace) na = { 0 };
  int threshold = 50;
  int thin = 30;

  if (!loket_json_read_object (root, "summary", &summary, error) ||
      !read_bands (self, &summary, error) ||
      !loket_json_read_object (&summary, "na", &na, error) ||
      !loket_json_read_texts (&na, "label", &self->na_label, error) ||
      !loket_json_read_int (&summary, "threshold", &threshold, error) ||
      !loket_json_read_int (&summary, "thin", &thin, error))
    return FALSE;
  self->threshold = (guint) threshold;
  self->thin = (guint) thin;
  self->case_mix = loket_json_read_ids (&summary, "case_mix", error);
  return self->case_mix != NULL;
}

/* What the client is corrected for must be known by then. */
static gboolean
check_case_mix (LoketQuestionnaire    *self,
                const LoketJsonPlace  *root,
                GError               **error)
{
  g_auto (LoketJsonPlace) summary = { 0 };

  if (!loket_json_read_object (root, "summary", &summary, error))
    return FALSE;
  for (guint i = 0; self->case_mix[i] != NULL; i++)
    {
      const LoketItem *item = loket_questionnaire_find_item (self, self->case_mix[i]);

      if ((item == NULL || item->kind != LOKET_ITEM_SINGLE) &&
          loket_questionnaire_find_derived (self, self->case_mix[i]) == NULL)
        return loket_json_refuse (&summary, "case_mix",
                                  "must name single choices and derived groups", error);
    }
  return TRUE;
}

static gboolean
read_root (LoketQuestionnaire    *self,
           const LoketJsonPlace  *root,
           GError               **error)
{
  int format = 0;

  if (!loket_json_read_int (root, "format", &format, error))
    return FALSE;
  if (format != 1)
    return loket_json_refuse (root, "format", "must be 1", error);
  self->id = loket_json_read_id (root, "id", error);
  return self->id != NULL && loket_json_read_texts (root, "title", &self->title, error) &&
         read_summary (self, root, error) && read_items (self, root, error) &&
         read_versions (self, root, error) && read_all_derived (self, root, error) &&
         check_case_mix (self, root, error);
}

/**
 * loket_questionnaire_read_json:
 * @name: the name of the file, for errors
 * @json: its text
 * @length: its bytes; -1 up to its NUL
 * @error: %LOKET_ERROR_INVALID, with the place, when it is not a questionnaire
 *
 * Returns: whether the whole of it could be read
 */
gboolean
loket_questionnaire_read_json (LoketQuestionnaire  *self,
                               const char          *name,
                               const char          *json,
                               gssize               length,
                               GError             **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  g_auto (LoketJsonPlace) root = { 0 };
  JsonNode *node = NULL;

  if (!json_parser_load_from_data (parser, json, length, &parse_error))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s", name, parse_error->message);
      return FALSE;
    }
  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: must hold an object", name);
      return FALSE;
    }
  root.object = json_node_get_object (node);
  root.where = g_strdup (name);
  return read_root (self, &root, error);
}
