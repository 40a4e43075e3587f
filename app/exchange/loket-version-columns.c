/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the questions of a questionnaire stand in a file of responses. */

#include "loketten-config.h"

#include "loket-version-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-derived.h"
#include "loket-error.h"
#include "loket-response-row.h"

#define NO_COLUMN -1

static gboolean
is_in_every_version (LoketQuestionnaire *questionnaire,
                     const LoketItem    *item)
{
  for (guint i = 0; i < loket_questionnaire_get_n_versions (questionnaire); i++)
    {
      if (loket_questionnaire_version_find (loket_questionnaire_get_version (questionnaire, i),
                                            item) < 0)
        return FALSE;
    }

  return TRUE;
}

/* A file without any question is one of something else. */
static LoketImportColumns *
check_any_question (LoketImportColumns  *columns,
                    guint                n_names,
                    LoketCsvReader      *reader,
                    GError             **error)
{
  for (guint i = LOKET_RESPONSE_ROW_N_COLUMNS; i < n_names; i++)
    {
      if (loket_import_columns_get (columns, i) != NO_COLUMN)
        return columns;
    }

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("%s: none of the columns is a question of the questionnaire"),
               loket_csv_reader_get_header_place (reader));
  loket_import_columns_free (columns);

  return NULL;
}

/**
 * loket_version_columns_match:
 * @reader: the file; must outlive what is returned
 * @map: (nullable): as loket_import_columns_new ()
 * @error: as loket_import_columns_new (), also when no column is a question
 *
 * Where not answering counts, an item without a column would be counted as not answered: such a
 * file must have all items. Those that came or went with a version are asked for row by row.
 *
 * Returns: (transfer full) (nullable): where the columns stand: those that are no items, then the
 *   items, then the groups
 */
LoketImportColumns *
loket_version_columns_match (LoketQuestionnaire  *questionnaire,
                             LoketCsvReader      *reader,
                             const char *const   *map,
                             GError             **error)
{
  guint n_items = loket_questionnaire_get_n_items (questionnaire);
  guint n_derived = loket_questionnaire_get_n_derived (questionnaire);
  guint n_names = LOKET_RESPONSE_ROW_N_COLUMNS + n_items + n_derived;
  g_autofree LoketImportName *names = g_new0 (LoketImportName, n_names);
  gboolean needs_all = loket_questionnaire_counts_unanswered (questionnaire);
  LoketImportColumns *columns;

  for (guint i = 0; i < LOKET_RESPONSE_ROW_N_COLUMNS; i++)
    names[i].name = loket_response_row_get_name (i);
  names[LOKET_RESPONSE_ROW_RESPONDENT_ID].is_required = TRUE;
  names[LOKET_RESPONSE_ROW_YEAR].is_required = TRUE;
  names[LOKET_RESPONSE_ROW_MONTH_SENT].is_required = needs_all;

  for (guint i = 0; i < n_items; i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      names[LOKET_RESPONSE_ROW_N_COLUMNS + i].name = item->id;
      names[LOKET_RESPONSE_ROW_N_COLUMNS + i].is_required
        = needs_all && is_in_every_version (questionnaire, item);
    }
  for (guint i = 0; i < n_derived; i++)
    names[LOKET_RESPONSE_ROW_N_COLUMNS + n_items + i].name
      = loket_questionnaire_get_derived (questionnaire, i)->id;

  columns = loket_import_columns_new (reader, names, n_names, map, error);

  return columns != NULL ? check_any_question (columns, n_names, reader, error) : NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      version)
{
  return strcmp (loket_questionnaire_version_get_item (version, *(const guint *) a)->id,
                 loket_questionnaire_version_get_item (version, *(const guint *) b)->id);
}

static void
find_derived_columns (LoketVersionColumns *self,
                      LoketQuestionnaire  *questionnaire,
                      LoketImportColumns  *columns)
{
  guint n_items = loket_questionnaire_get_n_items (questionnaire);

  self->derived = g_new (int, self->version->derived->len + 1);
  for (guint i = 0; i < loket_questionnaire_get_n_derived (questionnaire); i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (questionnaire, i);
      guint index;

      if (g_ptr_array_find (self->version->derived, derived, &index))
        self->derived[index] = loket_import_columns_get (
            columns, LOKET_RESPONSE_ROW_N_COLUMNS + n_items + i);
    }
}

/**
 * loket_version_columns_new:
 * @version: of @questionnaire
 * @columns: as loket_version_columns_match () found them
 *
 * Returns: (transfer full): where the items of @version stand
 */
LoketVersionColumns *
loket_version_columns_new (LoketQuestionnaire              *questionnaire,
                           const LoketQuestionnaireVersion *version,
                           LoketImportColumns              *columns)
{
  LoketVersionColumns *self = g_new0 (LoketVersionColumns, 1);

  self->version = version;
  self->columns = g_new (int, loket_questionnaire_version_get_n_items (version));
  self->closed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->not_asked = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < loket_questionnaire_version_get_n_items (version); i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);

      g_array_append_val (item->kind == LOKET_ITEM_OPEN ? self->open : self->closed, i);
    }
  g_array_sort_with_data (self->open, compare_ids, (gpointer) version);

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);
      int index = loket_questionnaire_version_find (version, item);
      int column = loket_import_columns_get (columns, LOKET_RESPONSE_ROW_N_COLUMNS + i);

      if (index >= 0)
        self->columns[index] = column;
      else if (column != NO_COLUMN)
        g_array_append_val (self->not_asked, column);

      if (index >= 0 && column == NO_COLUMN
          && loket_questionnaire_counts_unanswered (questionnaire))
        self->missing = item;
    }
  find_derived_columns (self, questionnaire, columns);

  return self;
}

void
loket_version_columns_free (LoketVersionColumns *self)
{
  g_free (self->columns);
  g_free (self->derived);
  g_array_unref (self->closed);
  g_array_unref (self->open);
  g_array_unref (self->not_asked);
  g_free (self);
}
