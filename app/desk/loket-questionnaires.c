/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads the questionnaires that come with the program. */

#include "loketten-config.h"

#include "loket-questionnaires.h"

#include "loket-error.h"
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
