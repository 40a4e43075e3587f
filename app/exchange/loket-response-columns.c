/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns coded answers into the columns of a file again. */

#include "loket-response-columns.h"

#include <string.h>

#include "loket-answers.h"
#include "loket-derived.h"
#include "loket-response.h"
#include "loket-response-number.h"
#include "loket-response-row.h"
#include "loket-review.h"

static LoketTableType
get_type (const LoketItem *item)
{
  switch (item->kind)
    {
    case LOKET_ITEM_GRADE:
    case LOKET_ITEM_NUMBER:
      return LOKET_TABLE_INTEGER;
    case LOKET_ITEM_MULTIPLE:
      return LOKET_TABLE_CODES;
    case LOKET_ITEM_SINGLE:
    case LOKET_ITEM_LIKERT:
    case LOKET_ITEM_OPEN:
    default:
      return LOKET_TABLE_TEXT;
    }
}

static gboolean
is_number (guint column)
{
  return column == LOKET_RESPONSE_ROW_YEAR || column == LOKET_RESPONSE_ROW_MONTH_SENT
         || column == LOKET_RESPONSE_ROW_WAVE;
}

/**
 * loket_response_columns_create:
 * @questionnaire: what was asked
 * @n_columns: (out): how many columns there are
 *
 * Returns: (transfer container): whose response it is, then a column for each item, then for groups
 *   that can be given instead of what they are made of
 */
LoketTableColumn *
loket_response_columns_create (LoketQuestionnaire *questionnaire,
                               guint              *n_columns)
{
  guint n_items = loket_questionnaire_get_n_items (questionnaire);
  guint n_derived = loket_questionnaire_get_n_derived (questionnaire);
  LoketTableColumn *columns = g_new0 (LoketTableColumn,
                                      LOKET_RESPONSE_ROW_N_EXPORTED + n_items + n_derived);

  for (guint i = 0; i < LOKET_RESPONSE_ROW_N_EXPORTED; i++)
    {
      columns[i].name = loket_response_row_get_name (i);
      columns[i].type = is_number (i) ? LOKET_TABLE_INTEGER : LOKET_TABLE_TEXT;
    }

  for (guint i = 0; i < n_items; i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      columns[LOKET_RESPONSE_ROW_N_EXPORTED + i].name = item->id;
      columns[LOKET_RESPONSE_ROW_N_EXPORTED + i].type = get_type (item);
    }

  *n_columns = LOKET_RESPONSE_ROW_N_EXPORTED + n_items;
  for (guint i = 0; i < n_derived; i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (questionnaire, i);

      if (!derived->has_column)
        continue;
      columns[*n_columns].name = derived->id;
      columns[*n_columns].type = derived->overlaps ? LOKET_TABLE_CODES : LOKET_TABLE_TEXT;
      (*n_columns)++;
    }

  return columns;
}

static GHashTable *
read_open_answers (LoketRecord *response,
                   gboolean     only_released)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *packed = loket_record_get_value (response, LOKET_RESPONSE_OPEN_ANSWERS);
  g_autofree char *released = NULL;
  char *item, *text;

  if (only_released)
    packed = released = loket_review_release (
        packed, loket_record_get_value (response, LOKET_RESPONSE_REVIEW));

  while (loket_response_next_open (&packed, &item, &text))
    g_hash_table_insert (texts, item, text);

  return texts;
}

static char *
dup_answer (const LoketQuestionnaireVersion *version,
            const LoketItem                 *item,
            LoketRecord                     *response)
{
  const char *answers = loket_record_get_text (response, LOKET_RESPONSE_ANSWERS);
  int index = version != NULL ? loket_questionnaire_version_find (version, item) : -1;
  GString *text;

  if (index < 0 || strlen (answers) != version->width)
    return NULL;

  text = g_string_new (NULL);
  loket_answers_append_text (version, (guint) index, answers, text);

  return g_string_free (text, FALSE);
}

/* Groups that were given; what follows from the answers is not written. */
static void
add_derived (GPtrArray                       *values,
             const LoketQuestionnaireVersion *version,
             LoketRecord                     *response)
{
  const char *answers = loket_record_get_text (response, LOKET_RESPONSE_ANSWERS);

  for (guint i = 0; version != NULL && i < version->derived->len; i++)
    {
      GString *text = g_string_new (NULL);

      if (strlen (answers) == version->width)
        loket_answers_append_derived (version, i, answers, text);
      g_ptr_array_add (values, g_string_free (text, FALSE));
    }
}

/* "2" of "2023-02". */
static char *
dup_month (const char *month)
{
  const char *hyphen = strchr (month, '-');

  if (hyphen == NULL)
    return NULL;

  return g_strdup (hyphen + (hyphen[1] == '0' ? 2 : 1));
}

/* The columns that are no items. */
static void
add_attribution (GPtrArray   *values,
                 LoketRecord *response,
                 const char  *trajectory)
{
  const char *number = loket_record_get_text (response, LOKET_RESPONSE_RESPONSE_NO);
  const char *month = loket_record_get_text (response, LOKET_RESPONSE_MONTH);
  const char *wave = loket_record_get_value (response, LOKET_RESPONSE_WAVE);
  const char *client = loket_record_get_value (response, LOKET_RESPONSE_CLIENT);
  const char *office = loket_record_get_value (response, LOKET_RESPONSE_LOKET);
  const char *counsellor = loket_record_get_value (response, LOKET_RESPONSE_COUNSELLOR);

  g_ptr_array_add (values, loket_response_number_dup_respondent (number, wave));
  g_ptr_array_add (values, g_strndup (month, 4));
  g_ptr_array_add (values, dup_month (month));
  g_ptr_array_add (values, g_strdup (wave));
  g_ptr_array_add (values, g_strdup (client));
  g_ptr_array_add (values, g_strdup (office));
  g_ptr_array_add (values, g_strdup (counsellor));
  g_ptr_array_add (values, g_strdup (trajectory));

  g_assert (values->len == LOKET_RESPONSE_ROW_N_EXPORTED);
}

/**
 * loket_response_columns_fill:
 * @questionnaire: what was asked
 * @response: a response to it
 * @trajectory: (nullable): the number of its trajectory
 * @only_released: whether open answers that were not released are left out
 *
 * Returns: (transfer full) (element-type utf8): a value for each column, NULL for empty
 */
GPtrArray *
loket_response_columns_fill (LoketQuestionnaire *questionnaire,
                             LoketRecord        *response,
                             const char         *trajectory,
                             gboolean            only_released)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  const char *month = loket_record_get_text (response, LOKET_RESPONSE_MONTH);
  const LoketQuestionnaireVersion *version = NULL;
  g_autoptr (GHashTable) texts = read_open_answers (response, only_released);

  version = loket_questionnaire_find_version (questionnaire,
                                              (int) g_ascii_strtoll (month, NULL, 10));
  add_attribution (values, response, trajectory);

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      if (item->kind == LOKET_ITEM_OPEN)
        g_ptr_array_add (values, g_strdup (g_hash_table_lookup (texts, item->id)));
      else
        g_ptr_array_add (values, dup_answer (version, item, response));
    }
  add_derived (values, version, response);

  return values;
}
