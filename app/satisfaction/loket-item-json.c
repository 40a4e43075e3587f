/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads one item of a questionnaire from its file. */

#include "loketten-config.h"

#include "loket-item-json.h"

#include <glib/gi18n-lib.h>

/* Of an option: none was given. */
#define NO_VALUE -1

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
      *kind = (LoketItemKind) i;
      return TRUE;
    }
  return loket_json_refuse (place, "type",
                            _("must be grade, likert, single, multiple, number or open"), error);
}

static gboolean
read_optional_texts (const LoketJsonPlace  *place,
                     const char            *member,
                     LoketTexts            *texts,
                     GError               **error)
{
  return !loket_json_has (place, member) || loket_json_read_texts (place, member, texts, error);
}

static void
copy_texts (const LoketTexts *from,
            LoketTexts       *to)
{
  to->nl = g_strdup (from->nl);
  to->en = g_strdup (from->en);
}

/* "assumed" where the source does not say so, which is as good as true. */
static gboolean
read_exclusive (const LoketJsonPlace  *place,
                gboolean              *is_exclusive,
                GError               **error)
{
  JsonNode *node = json_object_get_member (place->object, "exclusive");

  *is_exclusive = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING &&
                  g_str_equal (json_node_get_string (node), "assumed");
  return *is_exclusive || loket_json_read_flag (place, "exclusive", is_exclusive, error);
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
      !loket_json_read_int (&at, "introduced", &option->introduced, error) ||
      !loket_json_read_flag (&at, "missing", &option->is_missing, error) ||
      !read_exclusive (&at, &option->is_exclusive, error) ||
      !loket_json_read_flag (&at, "open_text", &option->takes_text, error))
    return FALSE;
  option->value = NO_VALUE;
  if (!loket_json_read_int (&at, "value", &option->value, error))
    return FALSE;
  option->code = loket_json_read_id (&at, "code", error);
  if (option->code == NULL)
    return FALSE;
  option->length = strlen (option->code);
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (g_array_index (options, LoketOption, i).code, option->code))
        return loket_json_refuse (&at, "code", _("is used twice"), error);
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
    return loket_json_refuse (place, member, _("must hold from 1 to 36 options"), error);
  for (guint i = 0; i < n_options; i++)
    {
      if (!read_option (place, member, options, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_band (const LoketJsonPlace  *place,
           int                    least,
           int                    most,
           LoketBand             *band,
           GError               **error)
{
  band->code = loket_json_read_id (place, "code", error);
  if (band->code == NULL || !loket_json_read_texts (place, "text", &band->text, error) ||
      !read_optional_texts (place, "label", &band->label, error) ||
      !loket_json_read_int (place, "min", &band->min, error) ||
      !loket_json_read_int (place, "max", &band->max, error))
    return FALSE;
  if (band->label.nl == NULL)
    copy_texts (&band->text, &band->label);
  if (band->min < least || band->min > band->max || band->max > most)
    return loket_json_refuse (place, "min", _("and “max” must be grades or numbers in that order"),
                              error);
  return TRUE;
}

/**
 * loket_bands_read_json:
 * @least: from which a band can be
 * @most: to which
 * @bands: (element-type LoketBand): an empty array, to be filled
 */
gboolean
loket_bands_read_json (const LoketJsonPlace  *place,
                       const char            *member,
                       int                    least,
                       int                    most,
                       GArray                *bands,
                       GError               **error)
{
  JsonArray *array = loket_json_read_array (place, member, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LoketJsonPlace) at = { 0 };
      const LoketBand *band = NULL;

      g_array_set_size (bands, i + 1);
      band = &g_array_index (bands, LoketBand, i);
      if (!loket_json_read_element (place, member, i, &at, error) ||
          !read_band (&at, least, most, &g_array_index (bands, LoketBand, i), error))
        return FALSE;
      for (guint k = 0; k < i; k++)
        {
          const LoketBand *other = &g_array_index (bands, LoketBand, k);

          if (g_str_equal (other->code, band->code))
            return loket_json_refuse (&at, "code", _("is used twice"), error);
          if (other->min <= band->max && band->min <= other->max)
            return loket_json_refuse (&at, "min", _("is in another band as well"), error);
        }
    }
  return TRUE;
}

static gboolean
read_wordings (const LoketJsonPlace  *place,
               LoketItem             *item,
               GError               **error)
{
  JsonArray *array = NULL;

  /* As a word it says whether a source printed the question so. */
  if (!loket_json_has (place, "wording") ||
      JSON_NODE_HOLDS_VALUE (json_object_get_member (place->object, "wording")))
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
        return loket_json_refuse (&at, "until", _("must be the last year of this wording"), error);
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
                              _("must be 10 and “min” 1: other scales cannot be summed up yet"),
                              error);
  return loket_json_read_flag (place, "na", &item->offers_na, error);
}

/* Each option that is an answer has a place of its own on the scale. */
static gboolean
read_scale (const LoketJsonPlace  *place,
            LoketItem             *item,
            GError               **error)
{
  int n_points = 0;
  int n_said = 0;

  for (guint i = 0; i < item->options->len; i++)
    {
      const LoketOption *option = loket_item_get_option (item, i);
      g_auto (LoketJsonPlace) at = { 0 };

      if (!loket_json_read_element (place, "options", i, &at, error))
        return FALSE;
      if (option->is_missing)
        continue;
      if (option->value == NO_VALUE)
        return loket_json_refuse (&at, "value", _("must say where this option stands on the scale"),
                                  error);
      for (guint k = 0; k < i; k++)
        {
          const LoketOption *other = loket_item_get_option (item, k);

          if (!other->is_missing && other->value == option->value)
            return loket_json_refuse (&at, "value", _("is that of another option as well"), error);
        }
      n_points++;
    }
  n_said = n_points;
  if (!loket_json_read_int (place, "scale_points", &n_said, error))
    return FALSE;
  if (n_points < 2 || n_said != n_points)
    return loket_json_refuse (place, n_points < 2 ? "options" : "scale_points",
                              n_points < 2 ? _("must hold two with a value or more")
                                           : _("is not how many options have a value"), error);
  return TRUE;
}

/* The options whose share together is reported: satisfied and very satisfied. */
static gboolean
read_top (const LoketJsonPlace  *place,
          LoketItem             *item,
          GError               **error)
{
  g_auto (LoketJsonPlace) top = { 0 };
  g_auto (GStrv) codes = NULL;

  if (!loket_json_has (place, "top"))
    return TRUE;
  if (!loket_json_read_object (place, "top", &top, error) ||
      !loket_json_read_texts (&top, "text", &item->top_text, error))
    return FALSE;
  codes = loket_json_read_ids (&top, "codes", error);
  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int number = loket_item_find_option (item, codes[i], strlen (codes[i]));

      if (number < 0 || loket_item_get_option (item, (guint) number)->is_missing)
        return loket_json_refuse (&top, "codes", _("names what is no option on the scale"), error);
      item->top |= G_GUINT64_CONSTANT (1) << number;
    }
  if (item->top == 0)
    return loket_json_refuse (&top, "codes", _("must name an option"), error);
  return TRUE;
}

static gboolean
read_number (const LoketJsonPlace  *place,
             LoketItem             *item,
             GError               **error)
{
  g_auto (LoketJsonPlace) number = { 0 };

  item->valid_max = 100;
  if (loket_json_has (place, "number") &&
      (!loket_json_read_object (place, "number", &number, error) ||
       !loket_json_read_int (&number, "valid_min", &item->valid_min, error) ||
       !loket_json_read_int (&number, "valid_max", &item->valid_max, error)))
    return FALSE;
  if (item->valid_min > item->valid_max)
    return loket_json_refuse (&number, "valid_max", _("must not be below “valid_min”"), error);
  if (item->valid_max - item->valid_min >= LOKET_NUMBER_MAX_RANGE)
    return loket_json_refuse (&number, "valid_max",
                              _("is too far from “valid_min”: 200 numbers can be counted"), error);
  return !loket_json_has (place, "bands") ||
         loket_bands_read_json (place, "bands", item->valid_min, item->valid_max, item->bands,
                                error);
}

static gboolean
read_polarity (const LoketJsonPlace  *place,
               LoketItem             *item,
               GError               **error)
{
  gboolean reversed = FALSE;
  const char *sign = NULL;

  if (!loket_json_read_flag (place, "reversed", &reversed, error))
    return FALSE;
  if (item->kind == LOKET_ITEM_GRADE || item->kind == LOKET_ITEM_LIKERT)
    item->polarity = reversed ? LOKET_POLARITY_WORSE : LOKET_POLARITY_BETTER;
  if (!loket_json_has (place, "polarity"))
    return TRUE;
  sign = json_object_get_string_member_with_default (place->object, "polarity", "");
  if (!g_str_equal (sign, "+") && !g_str_equal (sign, "-") && !g_str_equal (sign, "0"))
    return loket_json_refuse (place, "polarity", _("must be +, - or 0"), error);
  if (reversed && !g_str_equal (sign, "-"))
    return loket_json_refuse (place, "polarity", _("must be - for a reversed item"), error);
  item->polarity = *sign == '+'   ? LOKET_POLARITY_BETTER
                   : *sign == '-' ? LOKET_POLARITY_WORSE
                                  : LOKET_POLARITY_NONE;
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

/* A few words for tables and charts: those of the printed table where there are none. */
static gboolean
read_label (const LoketJsonPlace  *place,
            LoketItem             *item,
            GError               **error)
{
  if (loket_json_has (place, "label"))
    return loket_json_read_texts (place, "label", &item->label, error);
  if (loket_json_has (place, "caption"))
    return loket_json_read_texts (place, "caption", &item->label, error);
  copy_texts (&item->text, &item->label);
  return TRUE;
}

static gboolean
read_by_kind (const LoketJsonPlace  *place,
              LoketItem             *item,
              GError               **error)
{
  gboolean has_options = item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_MULTIPLE ||
                         item->kind == LOKET_ITEM_LIKERT;

  if (item->kind == LOKET_ITEM_NUMBER && loket_json_has (place, "options"))
    {
      JsonArray *options = loket_json_read_array (place, "options", error);

      if (options == NULL)
        return FALSE;
      has_options = json_array_get_length (options) > 0;
    }
  if (item->kind == LOKET_ITEM_OPEN && loket_json_has (place, "themes") &&
      !loket_options_read_json (place, "themes", item->options, error))
    return FALSE;
  if (has_options && !loket_options_read_json (place, "options", item->options, error))
    return FALSE;
  loket_item_index_options (item);
  if (item->kind == LOKET_ITEM_GRADE)
    return read_grade (place, item, error);
  if (item->kind == LOKET_ITEM_LIKERT)
    return read_scale (place, item, error) && read_top (place, item, error);
  return item->kind != LOKET_ITEM_NUMBER || read_number (place, item, error);
}

static gboolean
is_reserved (const char *id)
{
  static const char * const reserved[] = { "office", "counsellor", "wave", "respondent_id", "year",
                                           "month_sent", "client", "loket", "trajectory_no",
                                           "token", NULL };

  return g_strv_contains (reserved, id);
}

/**
 * loket_item_new_from_json:
 * @threshold: for an item that does not say otherwise
 * @thin: likewise
 *
 * Returns: (transfer full) (nullable): the item without its route, block and waves, or NULL with
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
  if (item->id == NULL)
    return NULL;
  if (is_reserved (item->id))
    {
      loket_json_refuse (place, "id", _("is the name of another column of a file of responses"),
                         error);
      return NULL;
    }
  if (!read_kind (place, &item->kind, error) ||
      !loket_json_read_texts (place, "text", &item->text, error) ||
      !read_label (place, item, error) ||
      !read_optional_texts (place, "topic", &item->topic, error) ||
      !read_wordings (place, item, error) || !read_numbers (place, item, error) ||
      !read_by_kind (place, item, error) || !read_polarity (place, item, error))
    return NULL;
  return g_steal_pointer (&item);
}
