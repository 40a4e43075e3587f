/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Themes are told of all offices together only, and of each month in one table only: where a table
 * of the same months left before, only the very same figures may leave again. So no two tables can
 * be subtracted. */

#include "loketten-config.h"

#include "loket-released-themes.h"

#include "loket-disclosure.h"
#include "loket-open-answer-table.h"
#include "loket-themes.h"

#include <string.h>

/* The themes of one question in one release. */
typedef struct
{
  LoketPeriod period;
  char *line;  /* (owned) as it is kept */
} Table;

struct _LoketReleasedThemes
{
  GArray *tables;  /* (owned) of Table */
};

static void
clear_table (gpointer data)
{
  g_free (((Table *) data)->line);
}

/**
 * loket_released_themes_new:
 *
 * Returns: (transfer full): that no themes left yet
 */
LoketReleasedThemes *
loket_released_themes_new (void)
{
  LoketReleasedThemes *self = g_new0 (LoketReleasedThemes, 1);

  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (self->tables, clear_table);

  return self;
}

void
loket_released_themes_free (LoketReleasedThemes *self)
{
  g_array_unref (self->tables);
  g_free (self);
}

/**
 * loket_released_themes_read:
 * @released: what left before, of the same questionnaire
 * @tables: its tables, as they were kept
 *
 * Learns which themes left.
 */
void
loket_released_themes_read (LoketReleasedThemes *self,
                            const LoketReleased *released,
                            const char          *tables)
{
  const char *place = strstr (tables, "\nthemes\t");

  while (place != NULL && g_str_has_prefix (place, "\nthemes\t"))
    {
      const char *end = strchr (place + 1, '\n');
      Table table = { released->period, NULL };

      if (end == NULL)
        return;
      table.line = g_strndup (place + 1, (gsize) (end - place));
      g_array_append_val (self->tables, table);
      place = end;
    }
}

/* Up to and with the id of the question. */
static gboolean
is_same_question (const char *one,
                  const char *other)
{
  gsize length = strlen ("themes\t");

  length += strcspn (one + length, "\t") + 1;

  return strncmp (one, other, length) == 0;
}

static gboolean
may_leave (const LoketReleasedThemes *self,
           const LoketPeriod         *period,
           const char                *line)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = &g_array_index (self->tables, Table, i);
      gboolean is_same = table->period.first == period->first
                         && table->period.last == period->last && g_str_equal (table->line, line);

      if (is_same_question (table->line, line) && table->period.first <= period->last
          && period->first <= table->period.last && !is_same)
        return FALSE;
    }

  return TRUE;
}

static gboolean
count_answer (const LoketOpenAnswerRow  *row,
              gpointer                   user_data,
              GError                   **error)
{
  GPtrArray *all = user_data;

  for (guint i = 0; i < all->len; i++)
    {
      LoketThemes *themes = all->pdata[i];

      if (g_str_equal (themes->item->id, row->item))
        loket_themes_add (themes, row->text);
    }

  return TRUE;
}

static GPtrArray *
create_all (LoketQuestionnaire *questionnaire)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      if (item->kind == LOKET_ITEM_OPEN && loket_item_get_n_options (item) > 0)
        g_ptr_array_add (all, loket_themes_new (item));
    }

  return all;
}

/* Of few who wrote nothing is said at all, nor where no answer has a theme. */
static void
close_all (const LoketReleasedThemes *self,
           const LoketPeriod         *period,
           GPtrArray                 *all)
{
  for (guint i = all->len; i > 0; i--)
    {
      LoketThemes *themes = all->pdata[i - 1];
      g_autofree char *line = NULL;

      if (loket_themes_count_coded (themes) == 0 || loket_disclosure_is_hidden (themes->n))
        {
          g_ptr_array_remove_index (all, i - 1);
          continue;
        }
      loket_themes_hide (themes);
      line = loket_themes_write (themes);
      themes->is_kept = !may_leave (self, period, line);
    }
}

/**
 * loket_released_themes_finish:
 * @request: what is to leave now
 * @error: why the store could not be read
 *
 * Returns: (transfer full) (nullable) (element-type LoketThemes): the themes of the period of
 *   @request, none where it picks answers by anything else; they belong to its questionnaire
 */
GPtrArray *
loket_released_themes_finish (const LoketReleasedThemes  *self,
                              LoketDatabase              *database,
                              const LoketRequest         *request,
                              GError                    **error)
{
  const LoketPeriod *period = loket_selection_get_period (request->selection);
  LoketDateText first = loket_month_get_first_day (period->first);
  LoketDateText last = loket_month_get_first_day (period->last);
  const LoketOpenAnswerQuery query = { loket_questionnaire_get_id (request->questionnaire),
                                       first.text, last.text };
  g_autoptr (GPtrArray) all = NULL;

  if (loket_selection_get_n_filters (request->selection) > 0)
    return g_ptr_array_new_with_free_func (g_free);

  /* Months only. */
  first.text[strlen ("2023-01")] = '\0';
  last.text[strlen ("2023-01")] = '\0';
  all = create_all (request->questionnaire);
  if (all->len > 0
      && !loket_open_answer_table_for_each (database, &query, count_answer, all, error))
    return NULL;
  close_all (self, period, all);

  return g_steal_pointer (&all);
}

/**
 * loket_released_themes_write:
 * @themes: (element-type LoketThemes): that leave now
 *
 * Returns: (transfer full): what is to be kept behind the tables
 */
char *
loket_released_themes_write (const GPtrArray *themes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < themes->len; i++)
    {
      const LoketThemes *one = themes->pdata[i];
      g_autofree char *line = loket_themes_write (one);

      if (!one->is_kept)
        g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}
