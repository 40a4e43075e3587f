/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads back what left the program at one time. */

#include "loket-released.h"

#include <string.h>

#include "loket-error.h"
#include "loket-withheld.h"

static void
free_filter (gpointer data)
{
  LoketReleasedFilter *filter = data;

  g_free (filter->by);
  g_free (filter->value);
  g_free (filter);
}

static void
free_grouping (gpointer data)
{
  LoketReleasedGrouping *grouping = data;

  g_free (grouping->by);
  g_clear_pointer (&grouping->values, g_ptr_array_unref);
  g_free (grouping);
}

static void
free_question (gpointer data)
{
  LoketReleasedQuestion *question = data;

  g_free (question->id);
  g_clear_pointer (&question->groups, g_ptr_array_unref);
  g_free (question);
}

void
loket_released_free (LoketReleased *released)
{
  g_clear_pointer (&released->questionnaire, g_free);
  g_clear_pointer (&released->filters, g_ptr_array_unref);
  g_clear_pointer (&released->groupings, g_ptr_array_unref);
  g_clear_pointer (&released->questions, g_ptr_array_unref);
  g_free (released);
}

static gboolean
read_period (const char  *text,
             LoketPeriod *period)
{
  char *end = NULL;

  period->first = (int) g_ascii_strtoll (text, &end, 10);
  if (*end != ' ')
    return FALSE;
  period->last = (int) g_ascii_strtoll (end + 1, &end, 10);
  return *end == '\0';
}

static gboolean
read_request_line (LoketReleased *released,
                   GStrv          fields)
{
  guint n_fields = g_strv_length (fields);

  if (n_fields == 3 && g_str_equal (fields[0], "where"))
    {
      LoketReleasedFilter *filter = g_new0 (LoketReleasedFilter, 1);

      filter->by = g_strdup (fields[1]);
      filter->value = g_strcompress (fields[2]);
      g_ptr_array_add (released->filters, filter);
      return TRUE;
    }
  if (n_fields != 2)
    return FALSE;
  if (g_str_equal (fields[0], "questionnaire") && released->questionnaire == NULL)
    released->questionnaire = g_strdup (fields[1]);
  else if (g_str_equal (fields[0], "period"))
    return read_period (fields[1], &released->period);
  else if (g_str_equal (fields[0], "against"))
    return released->has_against = read_period (fields[1], &released->against);
  return TRUE;
}

/* The persons behind a figure, and where the next one stands. */
static guint
read_figure (const char **place)
{
  guint n = 0;

  for (const char *c = *place; g_ascii_isdigit (*c); c++)
    n = n * 10 + (guint) g_ascii_digit_value (*c);
  *place += strcspn (*place, "\t");
  if (**place == '\t')
    (*place)++;
  return n;
}

static void
read_by (LoketReleased *released,
         const char    *line)
{
  LoketReleasedGrouping *grouping = g_new0 (LoketReleasedGrouping, 1);
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  grouping->by = g_strdup (fields[0]);
  grouping->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; fields[0] != NULL && fields[i] != NULL; i++)
    g_ptr_array_add (grouping->values, g_strcompress (fields[i]));
  g_ptr_array_add (released->groupings, grouping);
}

static void
read_of (LoketReleased *released,
         const char    *line)
{
  LoketReleasedQuestion *question = g_new0 (LoketReleasedQuestion, 1);
  gsize length = strcspn (line, "\t");
  const char *place = line + length + (line[length] != '\0' ? 1 : 0);

  question->id = g_strndup (line, length);
  question->total = read_figure (&place);
  question->against = read_figure (&place);
  question->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (released->questions, question);
}

/* FALSE when there is no question or grouping that the figures could belong to. */
static gboolean
read_in (LoketReleased *released,
         const char    *line)
{
  LoketReleasedQuestion *question = NULL;
  const LoketReleasedGrouping *grouping = NULL;
  GArray *figures = NULL;

  if (released->questions->len == 0)
    return FALSE;
  question = g_ptr_array_index (released->questions, released->questions->len - 1);
  if (question->groups->len >= released->groupings->len)
    return FALSE;
  grouping = g_ptr_array_index (released->groupings, question->groups->len);
  figures = g_array_sized_new (FALSE, FALSE, sizeof (guint), grouping->values->len);
  for (guint i = 0; i < grouping->values->len; i++)
    {
      guint n = read_figure (&line);

      g_array_append_val (figures, n);
    }
  g_ptr_array_add (question->groups, figures);
  return TRUE;
}

static gboolean
read_table_line (LoketReleased *released,
                 const char    *line)
{
  if (g_str_has_prefix (line, "by\t"))
    read_by (released, line + strlen ("by\t"));
  else if (g_str_has_prefix (line, "of\t"))
    read_of (released, line + strlen ("of\t"));
  else if (g_str_has_prefix (line, "in\t"))
    return read_in (released, line + strlen ("in\t"));
  else if (!g_str_has_prefix (line, "fact") && !g_str_has_prefix (line, "themes\t"))
    /* A grouping without groups: nobody said which office it was. */
    return g_str_equal (line, "in") && read_in (released, "");
  return TRUE;
}

/**
 * loket_released_parse:
 * @request: as loket_released_write_request () wrote it
 * @tables: as loket_released_write_tables () wrote it
 * @at: when it left, as responses arrive
 *
 * Returns: (transfer full) (nullable): what left the program; NULL with %LOKET_ERROR_CORRUPT when
 *   the texts cannot be read
 */
LoketReleased *
loket_released_parse (const char  *request,
                      const char  *tables,
                      guint64      at,
                      GError     **error)
{
  g_autoptr (LoketReleased) released = g_new0 (LoketReleased, 1);
  g_auto (GStrv) request_lines = g_strsplit (request, "\n", -1);
  g_auto (GStrv) table_lines = g_strsplit (tables, "\n", -1);
  gboolean is_read = TRUE;

  released->at = at;
  released->filters = g_ptr_array_new_with_free_func (free_filter);
  released->groupings = g_ptr_array_new_with_free_func (free_grouping);
  released->questions = g_ptr_array_new_with_free_func (free_question);
  for (guint i = 0; request_lines[i] != NULL && *request_lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (request_lines[i], "\t", -1);

      is_read = is_read && read_request_line (released, fields);
    }
  for (guint i = 0; table_lines[i] != NULL && *table_lines[i] != '\0'; i++)
    is_read = is_read && read_table_line (released, table_lines[i]);
  if (is_read && released->questionnaire != NULL)
    return g_steal_pointer (&released);
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CORRUPT,
                       "what left the program earlier cannot be read");
  return NULL;
}

static gboolean
is_fact (const char *by)
{
  g_autofree char *id = loket_released_dup_grouping (by);

  return loket_facts_find (id) >= 0;
}

/**
 * loket_released_has_facts:
 *
 * Returns: whether its figures are told apart by facts of the records
 */
gboolean
loket_released_has_facts (const LoketReleased *released)
{
  for (guint i = 0; i < released->groupings->len; i++)
    {
      if (is_fact (((LoketReleasedGrouping *) g_ptr_array_index (released->groupings, i))->by))
        return TRUE;
    }
  for (guint i = 0; i < released->filters->len; i++)
    {
      if (is_fact (((LoketReleasedFilter *) g_ptr_array_index (released->filters, i))->by))
        return TRUE;
    }
  return FALSE;
}

/**
 * loket_released_find_question:
 * @id: empty for all responses
 *
 * Returns: (transfer none) (nullable): its figures
 */
LoketReleasedQuestion *
loket_released_find_question (const LoketReleased *released,
                              const char          *id)
{
  for (guint i = 0; i < released->questions->len; i++)
    {
      LoketReleasedQuestion *question = g_ptr_array_index (released->questions, i);

      if (g_str_equal (question->id, id))
        return question;
    }
  return NULL;
}

/**
 * loket_released_dup_grouping:
 * @by: of a %LoketReleasedGrouping
 *
 * Returns: (transfer full): the id of the grouping, without the wave
 */
char *
loket_released_dup_grouping (const char *by)
{
  return g_strndup (by, strcspn (by, "@"));
}

/**
 * loket_released_get_wave:
 * @by: of a %LoketReleasedGrouping
 *
 * Returns: (transfer none) (nullable): the wave within which groups are told apart
 */
const char *
loket_released_get_wave (const char *by)
{
  const char *at = strchr (by, '@');

  return at != NULL ? at + 1 : NULL;
}

/**
 * loket_released_is_pairs:
 * @by: of a %LoketReleasedGrouping
 *
 * Returns: whether it is about who answered in two waves
 */
gboolean
loket_released_is_pairs (const char *by)
{
  return g_str_equal (by, LOKET_WITHHELD_PAIRS) || g_str_equal (by, LOKET_WITHHELD_MEANS);
}
