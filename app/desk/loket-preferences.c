/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the settings, the environment and the language of who started the program. */

#include "loketten-config.h"

#include "loket-preferences.h"

/* The settings are not installed in every place: "" then. */
static char *
dup_setting (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return g_strdup ("");

  settings = g_settings_new_full (schema, NULL, NULL);

  return g_settings_get_string (settings, key);
}

/**
 * loket_preferences_dup_store:
 * @given: (nullable): the path that stands on the command line
 *
 * Finds the store: @given, else `LOKETTEN_STORE`, else what is set at this machine, else the usual
 * place in the data folder of this person.
 *
 * Returns: (transfer full): its path
 */
char *
loket_preferences_dup_store (const char *given)
{
  const char *environment = g_getenv ("LOKETTEN_STORE");
  g_autofree char *set = NULL;

  if (given != NULL)
    return g_strdup (given);
  if (environment != NULL && *environment != '\0')
    return g_strdup (environment);

  set = dup_setting ("store");
  if (*set != '\0')
    return g_steal_pointer (&set);

  return g_build_filename (g_get_user_data_dir (), "loketten", "loketten.db", NULL);
}

/**
 * loket_preferences_dup_counsellor:
 *
 * Returns: (transfer full): the code of the counsellor who was chosen in the window; "" for none
 */
char *
loket_preferences_dup_counsellor (void)
{
  return dup_setting ("counsellor");
}

/**
 * loket_preferences_get_language:
 *
 * Returns: (transfer none): the code of the language in which lists and questionnaires speak to
 *   this person, of those that they have: "nl" or "en"
 */
const char *
loket_preferences_get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "nl") ? "nl" : "en";
}
