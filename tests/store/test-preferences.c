/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what a person prefers: which store, which counsellor, which language. */

#include "loket-preferences.h"

#include <locale.h>

typedef struct
{
  GSettings *settings;  /* kept in memory while it lives */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_unsetenv ("LOKETTEN_STORE");
  fixture->settings = g_settings_new ("org.loketten.Loketten");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unsetenv ("LOKETTEN_STORE");
  g_settings_reset (fixture->settings, "store");
  g_settings_reset (fixture->settings, "counsellor");
  g_clear_object (&fixture->settings);
}

static void
assert_store (const char *given,
              const char *expected)
{
  g_autofree char *path = loket_preferences_dup_store (given);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_store_is_in_data_folder_unless_said (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "loketten", "loketten.db",
                                             NULL);

  assert_store (NULL, usual);
  g_setenv ("LOKETTEN_STORE", "", TRUE);
  assert_store (NULL, usual);
}

static void
test_nearest_word_about_store_wins (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_settings_set_string (fixture->settings, "store", "/of/settings.db");
  assert_store (NULL, "/of/settings.db");
  g_setenv ("LOKETTEN_STORE", "/of/environment.db", TRUE);
  assert_store (NULL, "/of/environment.db");
  assert_store ("/of/command.db", "/of/command.db");
}

static void
test_counsellor_is_who_was_chosen (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *nobody = loket_preferences_dup_counsellor ();
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (nobody, ==, "");
  g_settings_set_string (fixture->settings, "counsellor", "A002");
  chosen = loket_preferences_dup_counsellor ();
  g_assert_cmpstr (chosen, ==, "A002");
}

static void
test_language_is_one_that_lists_have (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_setenv ("LANGUAGE", "nl_BE", TRUE);
  g_assert_cmpstr (loket_preferences_get_language (), ==, "nl");
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_assert_cmpstr (loket_preferences_get_language (), ==, "en");
  g_unsetenv ("LANGUAGE");
}

#define ADD(name, test) \
  g_test_add ("/preferences/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("store-is-in-data-folder-unless-said", test_store_is_in_data_folder_unless_said);
  ADD ("nearest-word-about-store-wins", test_nearest_word_about_store_wins);
  ADD ("counsellor-is-who-was-chosen", test_counsellor_is_who_was_chosen);
  ADD ("language-is-one-that-lists-have", test_language_is_one_that_lists_have);

  return g_test_run ();
}
