/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The groups that the responses of a frame fall into. Group 0 are those without a value. */

#include "loket-frame.h"

#include <string.h>

static const LoketNames *
get_names (LoketFrame          *self,
           const LoketGrouping *grouping)
{
  if (grouping->kind == LOKET_GROUPING_OFFICE)
    return loket_frame_get_office_names (self);
  if (grouping->kind == LOKET_GROUPING_COUNSELLOR)
    return loket_frame_get_counsellor_names (self);
  return NULL;
}

/**
 * loket_frame_get_n_groups:
 *
 * Returns: how many groups there are, group 0 included
 */
guint
loket_frame_get_n_groups (LoketFrame          *self,
                          const LoketGrouping *grouping)
{
  const LoketNames *names = get_names (self, grouping);

  if (grouping->kind == LOKET_GROUPING_WAVE)
    return loket_questionnaire_get_n_waves (loket_frame_get_questionnaire (self)) + 1;
  if (names != NULL)
    return loket_names_get_size (names);
  return loket_grouping_get_options (grouping)->len + 1;
}

/**
 * loket_frame_get_n_values:
 * @base: as loket_grouping_get_base() makes it
 *
 * Returns: how many values its column can have, 0 (not known) included
 */
guint
loket_frame_get_n_values (LoketFrame          *self,
                          const LoketGrouping *base)
{
  if (base->derived != NULL)
    return loket_derived_get_n_codes (base->derived);
  return loket_frame_get_n_groups (self, base);
}

/**
 * loket_frame_is_in_group:
 * @value: of the column that tells the groups of @grouping apart
 * @group: from 0
 *
 * Returns: whether who has @value there is in @group, among others where groups overlap
 */
gboolean
loket_frame_is_in_group (LoketFrame          *self,
                         const LoketGrouping *grouping,
                         guint                value,
                         guint                group)
{
  const LoketDerived *derived = grouping->derived;

  if (derived == NULL)
    return (value < loket_frame_get_n_groups (self, grouping) ? value : 0) == group;
  if (!derived->has_column)
    return derived->group_of[value] == group;
  if (!derived->overlaps)
    return value == group;
  return group == 0 ? value == 0 : (value >> (group - 1) & 1) != 0;
}

/**
 * loket_frame_order_groups:
 *
 * Returns: (transfer full) (element-type guint): the groups from 1 in the order in which they are
 *   shown: offices and counsellors by name, options as in the questionnaire
 */
GArray *
loket_frame_order_groups (LoketFrame          *self,
                          const LoketGrouping *grouping)
{
  const LoketNames *names = get_names (self, grouping);
  GArray *order = NULL;

  if (names != NULL)
    return loket_names_sort (names);
  order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 1; i < loket_frame_get_n_groups (self, grouping); i++)
    g_array_append_val (order, i);
  return order;
}

static int
find_wave (LoketFrame *self,
           const char *code)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (self);

  for (guint i = 0; i < loket_questionnaire_get_n_waves (questionnaire); i++)
    {
      if (g_str_equal (loket_questionnaire_get_wave (questionnaire, i)->code, code))
        return (int) i + 1;
    }
  return -1;
}

/**
 * loket_frame_find_group:
 * @value: name of an office, or code of a counsellor or option
 *
 * Returns: the group, or -1 when no response can have that value
 */
int
loket_frame_find_group (LoketFrame          *self,
                        const LoketGrouping *grouping,
                        const char          *value)
{
  const LoketNames *names = get_names (self, grouping);
  const GArray *options = NULL;

  if (names != NULL)
    return *value != '\0' ? loket_names_find (names, value) : -1;
  if (grouping->kind == LOKET_GROUPING_WAVE)
    return find_wave (self, value);
  options = loket_grouping_get_options (grouping);
  for (guint i = 0; i < options->len; i++)
    {
      if (g_str_equal (g_array_index (options, LoketOption, i).code, value))
        return (int) i + 1;
    }
  return -1;
}

/**
 * loket_frame_get_group_value:
 * @group: from 1
 *
 * Returns: (transfer none): what loket_frame_find_group() finds it by
 */
const char *
loket_frame_get_group_value (LoketFrame          *self,
                             const LoketGrouping *grouping,
                             guint                group)
{
  const LoketNames *names = get_names (self, grouping);

  if (names != NULL)
    return loket_names_get (names, group);
  if (grouping->kind == LOKET_GROUPING_WAVE)
    return loket_questionnaire_get_wave (loket_frame_get_questionnaire (self), group - 1)->code;
  return g_array_index (loket_grouping_get_options (grouping), LoketOption, group - 1).code;
}

/**
 * loket_frame_get_group_text:
 * @group: from 1
 *
 * Returns: (transfer none): the group in the words of @language
 */
const char *
loket_frame_get_group_text (LoketFrame          *self,
                            const LoketGrouping *grouping,
                            guint                group,
                            const char          *language)
{
  const LoketNames *names = get_names (self, grouping);
  const GArray *options = NULL;

  if (names != NULL)
    return loket_names_get (names, group);
  if (grouping->kind == LOKET_GROUPING_WAVE)
    return loket_texts_get (
        &loket_questionnaire_get_wave (loket_frame_get_questionnaire (self), group - 1)->text,
        language);
  options = loket_grouping_get_options (grouping);
  return loket_texts_get (&g_array_index (options, LoketOption, group - 1).text, language);
}

/**
 * loket_frame_get_group_column:
 * @grouping: neither by office nor by counsellor
 *
 * Returns: (transfer none): a code for each row that tells its group: the group itself, of a
 *   derived group without a column the code of its item, of overlapping groups a bit for each
 */
const guint8 *
loket_frame_get_group_column (LoketFrame          *self,
                              const LoketGrouping *grouping)
{
  gboolean is_derived = grouping->derived != NULL && grouping->derived->has_column;
  gconstpointer thing = is_derived ? (gconstpointer) grouping->derived
                                   : (gconstpointer) grouping->item;
  const guint8 *carried = NULL;

  if (grouping->kind == LOKET_GROUPING_WAVE)
    return loket_frame_get_waves (self);
  if (grouping->kind == LOKET_GROUPING_FACT)
    return loket_frame_get_fact_column (self, (LoketFact) loket_facts_find (grouping->item->id));
  carried = g_hash_table_lookup (loket_frame_get_carried (self), thing);
  if (carried != NULL)
    return carried;
  return is_derived ? loket_frame_get_derived_column (self, grouping->derived)
                    : loket_frame_get_column (self, grouping->item, 0);
}

/* The first answer of each person in any wave; @none is the code of those without one. */
static guint8 *
carry (LoketFrame   *self,
       const guint8 *codes,
       guint         none)
{
  const guint32 *persons = loket_frame_get_persons (self);
  gsize n_rows = loket_frame_get_n_rows (self);
  g_autofree guint8 *of_person = g_new0 (guint8, loket_frame_get_n_persons (self) + 1);
  guint8 *carried = g_memdup2 (codes, n_rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      if (persons[row] != 0 && of_person[persons[row]] == 0 && codes[row] != none)
        of_person[persons[row]] = codes[row];
    }
  for (gsize row = 0; row < n_rows; row++)
    {
      if (carried[row] == 0 || carried[row] == none)
        carried[row] = of_person[persons[row]];
    }
  return carried;
}

/**
 * loket_frame_link_waves:
 *
 * Gives every row the groups that its person was in when another wave asked, so that a later
 * measurement can be grouped by what only the first one asked. To be called once all rows are
 * there; without several waves it does nothing.
 */
void
loket_frame_link_waves (LoketFrame *self)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (self);
  GHashTable *carried = loket_frame_get_carried (self);

  if (loket_frame_get_persons (self) == NULL)
    return;
  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      if (item->kind == LOKET_ITEM_SINGLE || item->kind == LOKET_ITEM_LIKERT)
        g_hash_table_insert (carried, (gpointer) item,
                             carry (self, loket_frame_get_column (self, item, 0),
                                    loket_item_get_n_codes (item) - 1));
    }
  for (guint i = 0; i < loket_questionnaire_get_n_derived (questionnaire); i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (questionnaire, i);

      if (derived->has_column)
        g_hash_table_insert (carried, (gpointer) derived,
                             carry (self, loket_frame_get_derived_column (self, derived), 0));
    }
}
