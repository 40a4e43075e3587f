/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a questionnaire from its file. */

#include "loketten-config.h"

#include "loket-questionnaire-private.h"

#include <glib/gi18n-lib.h>

#include "loket-condition-json.h"
#include "loket-derived-json.h"
#include "loket-error.h"
#include "loket-item-json.h"
#include "loket-json-reader.h"
#include "loket-wave-json.h"

static gboolean
read_item_waves (LoketQuestionnaire    *self,
                 LoketItem             *item,
                 const LoketJsonPlace  *place,
                 GError               **error)
{
  JsonArray *array = NULL;

  item->waves = loket_json_has (place, "waves") ? 0 : G_MAXUINT32;
  if (item->waves != 0)
    return TRUE;
  array = loket_json_read_array (place, "waves", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64 number = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                      : -1;

      if (number < 0 || number > LOKET_WAVE_MAX ||
          (self->waves->len > 0 && loket_questionnaire_find_wave (self, (int) number) < 0))
        return loket_json_refuse (place, "waves", _("names a wave that there is not"), error);
      item->waves |= 1u << number;
    }
  if (item->waves == 0)
    return loket_json_refuse (place, "waves", _("must name a wave"), error);
  return TRUE;
}

static gboolean
read_item_block (LoketQuestionnaire    *self,
                 LoketItem             *item,
                 const LoketJsonPlace  *place,
                 GError               **error)
{
  g_autofree char *id = NULL;

  if (!loket_json_has (place, "block"))
    return TRUE;
  id = loket_json_read_id (place, "block", error);
  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LoketBlock *block = g_ptr_array_index (self->blocks, i);

      if (g_str_equal (block->id, id))
        item->block = block;
    }
  if (item->block == NULL)
    return loket_json_refuse (place, "block", _("is not one of “blocks”"), error);
  return TRUE;
}

/* What depends on the questionnaire as a whole. */
static gboolean
place_item (LoketQuestionnaire    *self,
            LoketItem             *item,
            const LoketJsonPlace  *place,
            GError               **error)
{
  item->na_when_empty = self->has_na;
  item->counts_unanswered = self->counts_unanswered;
  item->counts_missing = self->counts_missing;
  return loket_json_read_flag (place, "missing_in_denominator", &item->counts_missing, error) &&
         read_item_waves (self, item, place, error) && read_item_block (self, item, place, error);
}

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
        return loket_json_refuse (&at, "id", _("is used twice"), error);
      if (!place_item (self, item, &at, error))
        return FALSE;
      g_ptr_array_add (self->items, g_steal_pointer (&item));
    }
  if (self->items->len == 0)
    return loket_json_refuse (place, "items", _("must hold an item"), error);
  return TRUE;
}

static gboolean
read_routes (LoketQuestionnaire    *self,
             const LoketJsonPlace  *place,
             GError               **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "items", i, &at, error) ||
          !loket_route_read_json (g_ptr_array_index (self->items, i), self, &at, error))
        return FALSE;
    }
  return loket_routes_check (self, place, error);
}

/* Whether @version has everything that @conditions are about. */
static gboolean
asks_all (const LoketQuestionnaireVersion *version,
          const GArray                    *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const LoketCondition *condition = &g_array_index (conditions, LoketCondition, i);
      const LoketItem *item =
          condition->item != NULL ? condition->item : condition->derived->from;

      if (item != NULL && loket_questionnaire_version_find (version, item) < 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_derived (LoketQuestionnaire        *self,
             LoketQuestionnaireVersion *version)
{
  for (guint i = 0; i < self->derived->len; i++)
    {
      const LoketDerived *derived = g_ptr_array_index (self->derived, i);

      if (derived->has_column)
        loket_questionnaire_version_add_derived (version, derived);
    }
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
        return loket_json_refuse (place, "from",
                                  _("must be later than in the version before"), error);
    }
  version = loket_questionnaire_version_new (from);
  ids = loket_json_read_ids (place, "items", error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LoketItem *item = loket_questionnaire_find_item (self, ids[i]);

      if (item == NULL || loket_questionnaire_version_find (version, item) >= 0)
        return loket_json_refuse (place, "items",
                                  _("names an item that is unknown or there already"),
                                  error);
      loket_questionnaire_version_add_item (version, item);
    }
  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);

      if (!asks_all (version, item->route))
        return loket_json_refuse (place, "items", _("leaves out an item that decides on another"),
                                  error);
    }
  add_derived (self, version);
  g_ptr_array_add (self->versions, g_steal_pointer (&version));
  return TRUE;
}

/* A file without versions is its only one, whatever the year. */
static void
add_only_version (LoketQuestionnaire *self)
{
  LoketQuestionnaireVersion *version = loket_questionnaire_version_new (0);

  for (guint i = 0; i < self->items->len; i++)
    loket_questionnaire_version_add_item (version, g_ptr_array_index (self->items, i));
  add_derived (self, version);
  g_ptr_array_add (self->versions, version);
}

static gboolean
read_versions (LoketQuestionnaire    *self,
               const LoketJsonPlace  *place,
               GError               **error)
{
  JsonArray *array = NULL;

  if (!loket_json_has (place, "versions"))
    {
      add_only_version (self);
      return TRUE;
    }
  array = loket_json_read_array (place, "versions", error);
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return loket_json_refuse (place, "versions", _("must hold a version"), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "versions", i, &at, error) ||
          !read_version (self, &at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_derived (LoketQuestionnaire    *self,
              const LoketJsonPlace  *place,
              GError               **error)
{
  JsonArray *array = NULL;
  guint n_derived = 0;

  if (!loket_json_has (place, "derived"))
    return TRUE;
  array = loket_json_read_array (place, "derived", error);
  if (array == NULL)
    return FALSE;
  n_derived = json_array_get_length (array);
  for (guint i = 0; i < 2 * n_derived; i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      LoketDerived *derived = NULL;

      if (!loket_json_read_element (place, "derived", i % n_derived, &at, error))
        return FALSE;
      /* A count may be of groups that stand after it. */
      if (i >= n_derived)
        {
          if (!loket_derived_read_conditions (g_ptr_array_index (self->derived, i - n_derived),
                                              &at, self, error))
            return FALSE;
          continue;
        }
      derived = loket_derived_new_from_json (&at, self, error);
      if (derived == NULL)
        return FALSE;
      g_ptr_array_add (self->derived, derived);
    }
  return TRUE;
}

static gboolean
read_na (LoketQuestionnaire    *self,
         const LoketJsonPlace  *summary,
         GError               **error)
{
  g_auto (LoketJsonPlace) na = { 0 };

  self->has_na = loket_json_has (summary, "na");
  if (self->has_na)
    return loket_json_read_object (summary, "na", &na, error) &&
           loket_json_read_texts (&na, "label", &self->na_label, error);
  self->na_label = (LoketTexts) { g_strdup ("n.v.t."), g_strdup ("n/a") };
  return TRUE;
}

static gboolean
read_summary (LoketQuestionnaire    *self,
              const LoketJsonPlace  *root,
              GError               **error)
{
  g_auto (LoketJsonPlace) summary = { 0 };
  int threshold = 50;
  int thin = 30;

  self->counts_missing = TRUE;
  if (!loket_json_read_object (root, "summary", &summary, error) ||
      (loket_json_has (&summary, "grade_bands") &&
       !loket_bands_read_json (&summary, "grade_bands", 1, LOKET_GRADE_MAX, self->bands, error)) ||
      !read_na (self, &summary, error) ||
      !loket_json_read_flag (&summary, "missing_in_denominator", &self->counts_missing, error) ||
      !loket_json_read_flag (&summary, "not_answered_in_denominator", &self->counts_unanswered,
                             error) ||
      !loket_json_read_int (&summary, "threshold", &threshold, error) ||
      !loket_json_read_int (&summary, "thin", &thin, error))
    return FALSE;
  self->threshold = (guint) threshold;
  self->thin = (guint) thin;
  self->case_mix = loket_json_has (&summary, "case_mix")
                       ? loket_json_read_ids (&summary, "case_mix", error)
                       : g_new0 (char *, 1);
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
      const LoketDerived *derived = loket_questionnaire_find_derived (self, self->case_mix[i]);

      if ((item == NULL || item->kind != LOKET_ITEM_SINGLE) &&
          (derived == NULL || derived->overlaps))
        return loket_json_refuse (&summary, "case_mix",
                                  _("must name single choices and derived groups without overlap"),
                                  error);
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
    return loket_json_refuse (root, "format", _("must be 1"), error);
  self->id = loket_json_read_id (root, "id", error);
  return self->id != NULL && loket_json_read_texts (root, "title", &self->title, error) &&
         (!loket_json_has (root, "label")
          || loket_json_read_texts (root, "label", &self->label, error)) &&
         read_summary (self, root, error) && loket_waves_read_json (self, root, error) &&
         loket_blocks_read_json (self, root, error) && read_items (self, root, error) &&
         read_derived (self, root, error) && read_routes (self, root, error) &&
         read_versions (self, root, error) && check_case_mix (self, root, error);
}

/* "<data>:3:5: Parse error: ..." becomes "own.json:3: Parse error: ...". */
static void
refuse_text (const char    *name,
             const GError  *parse_error,
             GError       **error)
{
  const char *line = strchr (parse_error->message, ':');
  const char *reason = line != NULL ? strstr (line, ": ") : NULL;

  if (reason != NULL && g_ascii_isdigit (line[1]))
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s:%lu%s", name,
                 strtoul (line + 1, NULL, 10), reason);
  else
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s", name, parse_error->message);
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
  g_autofree char *text = length < 0 ? g_strdup (json) : g_strndup (json, (gsize) length);
  const LoketJsonFile file = { name, text };
  JsonNode *node = NULL;

  if (!json_parser_load_from_data (parser, json, length, &parse_error))
    {
      refuse_text (name, parse_error, error);
      return FALSE;
    }
  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s: must hold an object"), name);
      return FALSE;
    }
  root.file = &file;
  root.object = json_node_get_object (node);
  root.where = g_strdup ("");
  return read_root (self, &root, error);
}
