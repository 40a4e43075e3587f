/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A small file in the state folder of this person, with two moments in it. */

#include "loketten-config.h"

#include "loket-reminder-state.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define GROUP "reminders"
#define TOLD_UNTIL "told-until"
#define PUT_OFF_UNTIL "put-off-until"

static char *
build_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "loketten", "reminders.ini", NULL);
}

static void
read_moment (GKeyFile      *file,
             const char    *key,
             LoketDateText *moment)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  if (loket_moment_is_valid (text))
    g_strlcpy (moment->text, text, sizeof moment->text);
}

/**
 * loket_reminder_state_load:
 *
 * Returns: what was told and put off; nothing when the file is not there or was damaged
 */
LoketDigestState
loket_reminder_state_load (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = build_path ();
  LoketDigestState state = { 0 };

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return state;

  read_moment (file, TOLD_UNTIL, &state.told_until);
  read_moment (file, PUT_OFF_UNTIL, &state.put_off_until);

  return state;
}

/**
 * loket_reminder_state_save:
 * @state: what was told and put off
 * @error: why it cannot be kept
 *
 * Returns: whether it is kept
 */
gboolean
loket_reminder_state_save (const LoketDigestState  *state,
                           GError                 **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = build_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize length = 0;

  /* What is in the way shows when the file is written. */
  g_mkdir_with_parents (folder, 0700);
  g_key_file_set_string (file, GROUP, TOLD_UNTIL, state->told_until.text);
  g_key_file_set_string (file, GROUP, PUT_OFF_UNTIL, state->put_off_until.text);
  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}
