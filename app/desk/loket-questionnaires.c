/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads the questionnaires that come with the program, and those that the office made itself. */

#include "loketten-config.h"

#include "loket-questionnaires.h"

#include "loket-error.h"
#include "loket-own-questionnaire.h"
#include "loket-record-table.h"
#include "loketten-data-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "/org/loketten/Loketten/questionnaires/"

/* An id is never a path. */
static gboolean
is_id (const char *id)
{
  return *id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen (id);
}

/**
 * loket_questionnaires_load:
 * @id: the id of a questionnaire: "kto"
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such questionnaire
 *
 * Returns: (transfer full) (nullable): the questionnaire
 */
LoketQuestionnaire *
loket_questionnaires_load (const char  *id,
                           GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, id, ".json", NULL);
  g_autoptr (GBytes) json = NULL;

  if (is_id (id))
    json = g_resource_lookup_data (loketten_data_get_resource (), path,
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (json == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("there is no questionnaire “%s”"),
                   id);
      return NULL;
    }

  return loket_questionnaire_new_from_json (id, g_bytes_get_data (json, NULL),
                                            (gssize) g_bytes_get_size (json), error);
}

/**
 * loket_questionnaires_load_all:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type LoketQuestionnaire): those that come with the
 *   program, by id
 */
GPtrArray *
loket_questionnaires_load_all (GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = g_resource_enumerate_children (loketten_data_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strcspn (names[i], "."));
      LoketQuestionnaire *questionnaire = loket_questionnaires_load (id, error);

      if (questionnaire == NULL)
        return NULL;
      g_ptr_array_add (all, questionnaire);
    }

  return names != NULL ? g_steal_pointer (&all) : NULL;
}

static LoketQuestionnaire *
read_record (LoketRecord  *record,
             GError      **error)
{
  return loket_questionnaire_new_from_json (
      loket_record_get_text (record, LOKET_OWN_QUESTIONNAIRE_CODE),
      loket_record_get_text (record, LOKET_OWN_QUESTIONNAIRE_SOURCE), -1, error);
}

static gpointer
load_own (LoketDatabase  *database,
          gpointer        input,
          GError        **error)
{
  g_autoptr (LoketRecord) record = NULL;

  if (!loket_record_table_find (loket_record_table_get (database, &loket_own_questionnaire_kind),
                                input, &record, error))
    return NULL;
  if (record == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("there is no questionnaire “%s”"),
                   (const char *) input);
      return NULL;
    }

  return read_record (record, error);
}

/**
 * loket_desk_load_questionnaire:
 * @id: the id of a questionnaire of the program, or of one of the office
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such questionnaire
 *
 * Reads it and waits for it: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): the questionnaire
 */
LoketQuestionnaire *
loket_desk_load_questionnaire (LoketDesk   *desk,
                               const char  *id,
                               GError     **error)
{
  g_autoptr (GError) not_there = NULL;
  LoketQuestionnaire *questionnaire = loket_questionnaires_load (id, &not_there);

  if (questionnaire != NULL)
    return questionnaire;
  if (!g_error_matches (not_there, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&not_there));
      return NULL;
    }

  return loket_store_read (loket_desk_get_store (desk), load_own, (gpointer) id, error);
}

static gboolean
add_own (LoketRecord  *record,
         gpointer      user_data,
         GError      **error)
{
  LoketQuestionnaire *questionnaire = read_record (record, error);

  if (questionnaire != NULL)
    g_ptr_array_add (user_data, questionnaire);

  return questionnaire != NULL;
}

static gpointer
list_all (LoketDatabase  *database,
          gpointer        input,
          GError        **error)
{
  g_autoptr (GPtrArray) all = loket_questionnaires_load_all (error);

  if (all == NULL
      || !loket_record_table_for_each (loket_record_table_get (database,
                                                               &loket_own_questionnaire_kind),
                                       add_own, all, error))
    return NULL;

  return g_steal_pointer (&all);
}

/**
 * loket_desk_list_questionnaires:
 * @error: why the store could not be read
 *
 * Reads all questionnaires that there are and waits for them.
 *
 * Returns: (transfer full) (nullable) (element-type LoketQuestionnaire): those of the program by
 *   id, then those of the office
 */
GPtrArray *
loket_desk_list_questionnaires (LoketDesk  *desk,
                                GError    **error)
{
  return loket_store_read (loket_desk_get_store (desk), list_all, NULL, error);
}

/**
 * loket_desk_list_questionnaires_async:
 *
 * Reads all questionnaires that there are.
 */
void
loket_desk_list_questionnaires_async (LoketDesk           *desk,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  loket_desk_read_async (desk, list_all, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_list_questionnaires_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LoketQuestionnaire): those of the program by
 *   id, then those of the office
 */
GPtrArray *
loket_desk_list_questionnaires_finish (LoketDesk     *desk,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
