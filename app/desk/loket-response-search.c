/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds a response by whatever people know it by. */

#include "loketten-config.h"

#include "loket-response-search.h"

#include "loket-error.h"
#include "loket-preferences.h"
#include "loket-record-table.h"
#include "loket-response-number.h"
#include "loket-response.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes over @records, of which those of the questionnaire count; NULL when they could not be
 * read. */
static gboolean
add_records (GPtrArray          *found,
             LoketQuestionnaire *questionnaire,
             GPtrArray          *records)
{
  g_autoptr (GPtrArray) owned = records;

  for (guint i = 0; owned != NULL && i < owned->len; i++)
    {
      if (g_str_equal (loket_record_get_text (owned->pdata[i], LOKET_RESPONSE_QUESTIONNAIRE),
                       loket_questionnaire_get_id (questionnaire)))
        g_ptr_array_add (found, g_object_ref (owned->pdata[i]));
    }

  return owned != NULL;
}

/* The number as it is kept, or without the questionnaire that it begins with, or without the wave
 * that it ends with. */
static gboolean
find_numbers (LoketRecordTable    *table,
              LoketQuestionnaire  *questionnaire,
              const char          *what,
              GPtrArray           *found,
              GError             **error)
{
  const char *id = loket_questionnaire_get_id (questionnaire);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (numbers, g_strconcat (id, "/", what, NULL));
  g_ptr_array_add (numbers, g_strdup (what));
  for (guint i = 0; i < loket_questionnaire_get_n_waves (questionnaire); i++)
    {
      g_autofree char *wave =
          g_strdup_printf ("%d", loket_questionnaire_get_wave (questionnaire, i)->number);

      g_ptr_array_add (numbers, loket_response_number_create (
                                    id, (LoketCsvField) { what, strlen (what) }, wave));
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      if (!add_records (found, questionnaire,
                        loket_record_table_load_where (table, LOKET_RESPONSE_RESPONSE_NO,
                                                       numbers->pdata[i], error)))
        return FALSE;
    }

  return TRUE;
}

/* Keeps the first way to know it that leads anywhere. */
static GPtrArray *
find_all (LoketDatabase       *database,
          LoketQuestionnaire  *questionnaire,
          const char          *what,
          GError             **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_response_kind);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *token = g_ascii_strup (what, -1);

  if (!find_numbers (table, questionnaire, what, found, error)
      || (found->len == 0
          && !add_records (found, questionnaire,
                           loket_record_table_load_where (table, LOKET_RESPONSE_TOKEN, token,
                                                          error)))
      || (found->len == 0
          && !add_records (found, questionnaire,
                           loket_record_table_load_where (table, LOKET_RESPONSE_CLIENT, what,
                                                          error))))
    return NULL;

  return g_steal_pointer (&found);
}

/* The waves of @found in words, with their numbers: "0 (Before), 1 (Afterwards)". */
static char *
dup_waves (LoketQuestionnaire *questionnaire,
           const GPtrArray    *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const char *number = loket_record_get_text (found->pdata[i], LOKET_RESPONSE_WAVE);
      int wave = loket_questionnaire_find_wave (questionnaire,
                                                (int) g_ascii_strtoll (number, NULL, 10));

      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, number);
      if (wave >= 0)
        g_string_append_printf (
            text, " (%s)",
            loket_texts_get (&loket_questionnaire_get_wave (questionnaire, (guint) wave)->text,
                             loket_preferences_get_language ()));
    }

  return g_string_free (text, FALSE);
}

/**
 * loket_response_search:
 * @what: the number of a response, of a respondent or of a client, or a token
 * @wave: (nullable): the number of the wave, where one answers in several
 * @error: %LOKET_ERROR_NOT_FOUND with a sentence when there is none, or more than one
 *
 * Returns: (transfer full) (nullable): the response
 */
LoketRecord *
loket_response_search (LoketDatabase       *database,
                       LoketQuestionnaire  *questionnaire,
                       const char          *what,
                       const char          *wave,
                       GError             **error)
{
  g_autoptr (GPtrArray) found = find_all (database, questionnaire, what, error);
  g_autofree char *waves = NULL;

  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_object_ref (found->pdata[0]);
  for (guint i = 0; i < found->len; i++)
    {
      if (g_strcmp0 (loket_record_get_value (found->pdata[i], LOKET_RESPONSE_WAVE), wave) == 0)
        return g_object_ref (found->pdata[i]);
    }
  if (found->len == 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("There is no response “%s”"), what);
      return NULL;
    }

  waves = dup_waves (questionnaire, found);
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
               /* Translators: a number or token, and numbers of waves with their names */
               _("“%s” answered more than once; type the wave as well: %s"), what, waves);

  return NULL;
}
