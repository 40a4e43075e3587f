/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads waves, and what is asked as one, from the file of a questionnaire. */

#include "loketten-config.h"

#include "loket-wave-json.h"

#include <glib/gi18n-lib.h>

#include "loket-questionnaire-private.h"

static gboolean
read_wave (LoketQuestionnaire    *self,
           const LoketJsonPlace  *place,
           GError               **error)
{
  LoketWave *wave = NULL;
  int number = -1;

  if (!loket_json_read_int (place, "number", &number, error))
    return FALSE;
  if (number < 0 || number > LOKET_WAVE_MAX)
    return loket_json_refuse (place, "number", _("must be from 0 to 31"), error);
  if (loket_questionnaire_find_wave (self, number) >= 0)
    return loket_json_refuse (place, "number", _("is used twice"), error);
  g_array_set_size (self->waves, self->waves->len + 1);
  wave = &g_array_index (self->waves, LoketWave, self->waves->len - 1);
  wave->number = number;
  wave->code = loket_json_read_id (place, "code", error);
  return wave->code != NULL && loket_json_read_texts (place, "text", &wave->text, error);
}

/* [[0, 1], [0, 2]]. */
static gboolean
read_pair (LoketQuestionnaire    *self,
           const LoketJsonPlace  *paired,
           JsonNode              *node,
           GError               **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  int waves[2] = { -1, -1 };
  LoketWavePair pair = { 0, 0 };

  for (guint i = 0; array != NULL && json_array_get_length (array) == 2 && i < 2; i++)
    {
      JsonNode *number = json_array_get_element (array, i);

      if (json_node_get_value_type (number) == G_TYPE_INT64)
        waves[i] = loket_questionnaire_find_wave (self, (int) json_node_get_int (number));
    }
  if (waves[0] < 0 || waves[1] < 0 || waves[0] == waves[1])
    return loket_json_refuse (paired, "compare",
                              _("must hold pairs of two different waves"), error);
  pair = (LoketWavePair) { (guint) waves[0], (guint) waves[1] };
  g_array_append_val (self->pairs, pair);
  return TRUE;
}

/* Which waves are compared: as the file says, else the first with each later one. */
static gboolean
read_pairs (LoketQuestionnaire    *self,
            const LoketJsonPlace  *root,
            GError               **error)
{
  g_auto (LoketJsonPlace) summary = { 0 };
  g_auto (LoketJsonPlace) paired = { 0 };
  JsonArray *array = NULL;

  if (!loket_json_read_object (root, "summary", &summary, error))
    return FALSE;
  for (guint i = 1; !loket_json_has (&summary, "paired") && i < self->waves->len; i++)
    {
      LoketWavePair pair = { 0, i };

      g_array_append_val (self->pairs, pair);
    }
  if (!loket_json_has (&summary, "paired"))
    return TRUE;
  if (!loket_json_read_object (&summary, "paired", &paired, error))
    return FALSE;
  array = loket_json_read_array (&paired, "compare", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_pair (self, &paired, json_array_get_element (array, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * loket_waves_read_json:
 * @root: the file; one that says nothing of waves has one
 */
gboolean
loket_waves_read_json (LoketQuestionnaire    *self,
                       const LoketJsonPlace  *root,
                       GError               **error)
{
  JsonArray *array = NULL;

  if (!loket_json_has (root, "waves"))
    return TRUE;
  array = loket_json_read_array (root, "waves", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (root, "waves", i, &at, error) ||
          !read_wave (self, &at, error))
        return FALSE;
    }
  return read_pairs (self, root, error);
}

static gboolean
read_block (LoketQuestionnaire    *self,
            const LoketJsonPlace  *place,
            GError               **error)
{
  LoketBlock *block = g_new0 (LoketBlock, 1);
  gboolean is_used = FALSE;

  g_ptr_array_add (self->blocks, block);
  block->id = loket_json_read_id (place, "id", error);
  if (block->id == NULL || !loket_json_read_texts (place, "text", &block->text, error))
    return FALSE;
  for (guint i = 0; i + 1 < self->blocks->len; i++)
    {
      const LoketBlock *other = g_ptr_array_index (self->blocks, i);

      is_used = is_used || g_str_equal (other->id, block->id);
    }
  return !is_used || loket_json_refuse (place, "id", _("is used twice"), error);
}

/**
 * loket_blocks_read_json:
 * @root: the file
 */
gboolean
loket_blocks_read_json (LoketQuestionnaire    *self,
                        const LoketJsonPlace  *root,
                        GError               **error)
{
  JsonArray *array = NULL;

  if (!loket_json_has (root, "blocks"))
    return TRUE;
  array = loket_json_read_array (root, "blocks", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (root, "blocks", i, &at, error) ||
          !read_block (self, &at, error))
        return FALSE;
    }
  return TRUE;
}
