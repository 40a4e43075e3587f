/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * loketten-reminders: reminds of what is due, whether or not there is a window. */

#include "loketten-config.h"

#include "loket-reminders.h"

#include <locale.h>
#include <glib/gi18n-lib.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (LoketReminders) reminders = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_file_test (BUILD_LOCALEDIR, G_FILE_TEST_IS_DIR) ? BUILD_LOCALEDIR : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("loketten-reminders");

  reminders = loket_reminders_new ();

  return g_application_run (G_APPLICATION (reminders), argc, argv);
}
