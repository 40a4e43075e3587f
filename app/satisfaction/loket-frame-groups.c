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

static const GArray *
get_options (const LoketGrouping *grouping)
{
  return grouping->derived != NULL ? grouping->derived->groups : grouping->item->options;
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

  return names != NULL ? loket_names_get_size (names) : get_options (grouping)->len + 1;
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
  for (guint i = 1; i <= get_options (grouping)->len; i++)
    g_array_append_val (order, i);
  return order;
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
  options = get_options (grouping);
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
  return g_array_index (get_options (grouping), LoketOption, group - 1).code;
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

  if (names != NULL)
    return loket_names_get (names, group);
  return loket_texts_get (&g_array_index (get_options (grouping), LoketOption, group - 1).text,
                          language);
}
