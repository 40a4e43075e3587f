/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Members of a JSON object that must be there and be right, or an error says where they are not. */

#include "loketten-config.h"

#include "loket-json-reader.h"

#include <glib/gi18n-lib.h>

#include "loket-error.h"
#include "loket-json-line.h"

void
loket_json_place_clear (LoketJsonPlace *place)
{
  g_clear_pointer (&place->where, g_free);
}

/* "12:", or nothing for what is not found. */
static char *
dup_line (const LoketJsonPlace *place,
          const char           *member)
{
  guint line = loket_json_line_find (place->file->text, place->where, member);

  return line > 0 ? g_strdup_printf ("%u:", line) : g_strdup ("");
}

/**
 * loket_json_refuse:
 * @place: an object of a file
 * @member: which of its members is at fault
 * @reason: what is wrong with it, for the end of a sentence that begins with its name
 *
 * Returns: always FALSE, for the caller to return; the error says file, line, place and reason
 */
gboolean
loket_json_refuse (const LoketJsonPlace  *place,
                   const char            *member,
                   const char            *reason,
                   GError               **error)
{
  g_autofree char *line = dup_line (place, member);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s:%s %s%s“%s” %s", place->file->name,
               line, place->where, *place->where != '\0' ? ": " : "", member, reason);
  return FALSE;
}

/**
 * loket_json_has:
 *
 * Returns: whether @place has such a member, and it is not null
 */
gboolean
loket_json_has (const LoketJsonPlace *place,
                const char           *member)
{
  return json_object_has_member (place->object, member) &&
         !json_object_get_null_member (place->object, member);
}

/**
 * loket_json_read_object:
 * @place: an object of the file
 * @member: the name of one of its members
 * @found: (out caller-allocates): the object there, to be cleared with loket_json_place_clear ()
 * @error: %LOKET_ERROR_INVALID, with the place, when it is something else
 *
 * Returns: whether there is such an object
 */
gboolean
loket_json_read_object (const LoketJsonPlace  *place,
                        const char            *member,
                        LoketJsonPlace        *found,
                        GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return loket_json_refuse (place, member, _("must be an object"), error);
  found->object = json_node_get_object (node);
  found->file = place->file;
  found->where = *place->where != '\0' ? g_strdup_printf ("%s.%s", place->where, member)
                                       : g_strdup (member);
  return TRUE;
}

/**
 * loket_json_read_array:
 * @place: an object of the file
 * @member: the name of one of its members
 * @error: %LOKET_ERROR_INVALID, with the place, when it is not a list
 *
 * Returns: (transfer none) (nullable): the list, which belongs to the file
 */
JsonArray *
loket_json_read_array (const LoketJsonPlace  *place,
                       const char            *member,
                       GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  loket_json_refuse (place, member, _("must be a list"), error);
  return NULL;
}

/**
 * loket_json_read_element:
 * @place: an object of the file
 * @member: the name of a member that is a list of objects
 * @index: below its length
 * @found: (out caller-allocates): the object there, to be cleared with loket_json_place_clear ()
 * @error: %LOKET_ERROR_INVALID, with the place, when it is something else
 *
 * Returns: whether there is such an object
 */
gboolean
loket_json_read_element (const LoketJsonPlace  *place,
                         const char            *member,
                         guint                  index,
                         LoketJsonPlace        *found,
                         GError               **error)
{
  JsonArray *array = loket_json_read_array (place, member, error);
  JsonNode *node = NULL;

  if (array == NULL)
    return FALSE;
  node = json_array_get_element (array, index);
  found->file = place->file;
  found->where = g_strdup_printf ("%s%s%s[%u]", place->where, *place->where != '\0' ? "." : "",
                                  member, index);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autofree char *line = dup_line (found, NULL);

      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s:%s “%s” must be an object",
                   place->file->name, line, found->where);
      return FALSE;
    }
  found->object = json_node_get_object (node);
  return TRUE;
}

static gboolean
is_id (const char *text)
{
  if (*text == '\0')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_' && *p != '-')
        return FALSE;
    }
  return TRUE;
}

/**
 * loket_json_read_id:
 *
 * Returns: (transfer full) (nullable): a word of small letters, digits, `_` and `-`, or NULL
 */
char *
loket_json_read_id (const LoketJsonPlace  *place,
                    const char            *member,
                    GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING &&
      is_id (json_node_get_string (node)))
    return json_node_dup_string (node);
  loket_json_refuse (place, member,
                     _("must be a word of small letters, digits, “_” and “-”"), error);
  return NULL;
}

static char *
read_text (const LoketJsonPlace  *place,
           const char            *member,
           GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);
  g_autofree char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strstrip (json_node_dup_string (node));
  if (text != NULL && *text != '\0')
    return g_steal_pointer (&text);
  loket_json_refuse (place, member, text != NULL ?
                     _("must not be empty") : _("must be a text"), error);
  return NULL;
}

/**
 * loket_json_read_texts:
 * @place: an object of the file
 * @member: the name of a member that holds a text in each language
 * @texts: (out caller-allocates): the texts, to be cleared with loket_texts_clear ()
 * @error: %LOKET_ERROR_INVALID, with the place, when one of them is missing or empty
 *
 * Returns: whether all of them are there
 */
gboolean
loket_json_read_texts (const LoketJsonPlace  *place,
                       const char            *member,
                       LoketTexts            *texts,
                       GError               **error)
{
  g_auto (LoketJsonPlace) languages = { 0 };

  if (!loket_json_read_object (place, member, &languages, error))
    return FALSE;
  texts->nl = read_text (&languages, "nl", error);
  if (texts->nl == NULL)
    return FALSE;
  texts->en = read_text (&languages, "en", error);
  return texts->en != NULL;
}

/**
 * loket_json_read_flag:
 * @value: (inout): left alone when the member is not there
 */
gboolean
loket_json_read_flag (const LoketJsonPlace  *place,
                      const char            *member,
                      gboolean              *value,
                      GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (!loket_json_has (place, member))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return loket_json_refuse (place, member, _("must be true or false"), error);
  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * loket_json_read_int:
 * @value: (inout): left alone when the member is not there
 */
gboolean
loket_json_read_int (const LoketJsonPlace  *place,
                     const char            *member,
                     int                   *value,
                     GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, member);
  gint64 number = 0;

  if (!loket_json_has (place, member))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return loket_json_refuse (place, member, _("must be a whole number"), error);
  number = json_node_get_int (node);
  if (number < 0 || number > 9999)
    return loket_json_refuse (place, member, _("must be from 0 to 9999"), error);
  *value = (int) number;
  return TRUE;
}

/**
 * loket_json_read_ids:
 *
 * Returns: (transfer full) (nullable): a list of words
 */
GStrv
loket_json_read_ids (const LoketJsonPlace  *place,
                     const char            *member,
                     GError               **error)
{
  JsonArray *array = loket_json_read_array (place, member, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        {
          loket_json_refuse (place, member, _("must be a list of words"), error);
          return NULL;
        }
      g_strv_builder_add (ids, json_node_get_string (node));
    }
  return g_strv_builder_end (ids);
}
