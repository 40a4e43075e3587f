/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * loketctl: everything that can be done without a window. */

#include "loketten-config.h"

#include "loket-ctl-calendar.h"
#include "loket-ctl-demo.h"
#include "loket-ctl-exchange.h"
#include "loket-ctl-due.h"
#include "loket-ctl-invite.h"
#include "loket-ctl-plan.h"
#include "loket-ctl-process.h"
#include "loket-ctl-satisfaction.h"
#include "loket-ctl-store.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const LoketVerb *const verbs[] = {
  &loket_ctl_init,
  &loket_ctl_demo,
  &loket_ctl_import,
  &loket_ctl_export,
  &loket_ctl_plan,
  &loket_ctl_due,
  &loket_ctl_invitees,
  &loket_ctl_invite,
  &loket_ctl_calendar,
  &loket_ctl_satisfaction,
  &loket_ctl_process,
  &loket_ctl_backup,
  &loket_ctl_check,
};

static void
print_help (void)
{
  g_print (_("usage: loketctl [--store FILE] [--as CODE] VERB ...\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n      %s\n", verbs[i]->name, loket_ctl_get_words (verbs[i]),
             _(verbs[i]->summary));
}

static const LoketVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i]->name, name))
        return verbs[i];
    }

  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char **rest = NULL;
  g_autoptr (LoketCtl) ctl = NULL;
  g_autoptr (GError) error = NULL;
  const LoketVerb *verb;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_file_test (BUILD_LOCALEDIR, G_FILE_TEST_IS_DIR) ? BUILD_LOCALEDIR : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("loketctl");

  words = g_strdupv (argv);
  ctl = loket_ctl_new (&words, &error);
  if (ctl == NULL)
    {
      loket_ctl_fail (error);
      return LOKET_EXIT_USAGE;
    }

  if (words[1] == NULL || g_str_equal (words[1], "--help") || g_str_equal (words[1], "help"))
    {
      print_help ();
      return words[1] == NULL ? LOKET_EXIT_USAGE : LOKET_EXIT_DONE;
    }
  if (g_str_equal (words[1], "--version"))
    {
      g_print ("loketctl %s\n", LOKETTEN_VERSION);
      return LOKET_EXIT_DONE;
    }

  verb = find_verb (words[1]);
  if (verb == NULL)
    {
      g_printerr (_("loketctl: “%s” is not a verb; “loketctl help” lists them\n"), words[1]);
      return LOKET_EXIT_USAGE;
    }

  /* Option parsing moves pointers about; the strings stay ours. */
  rest = g_memdup2 (words + 1, (g_strv_length (words + 1) + 1) * sizeof (char *));

  return verb->run (ctl, (int) g_strv_length (rest), rest);
}
