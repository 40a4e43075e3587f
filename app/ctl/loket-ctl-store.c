/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes a store, copies it, and looks it over. */

#include "loketten-config.h"

#include "loket-ctl-store.h"

#include "loket-backup.h"

#include <glib/gi18n-lib.h>

static int
run_init (LoketCtl  *ctl,
          int        argc,
          char     **argv)
{
  g_autoptr (GError) error = NULL;

  if (!loket_ctl_parse (&loket_ctl_init, NULL, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;

  if (loket_ctl_open_desk (ctl, LOKET_ACCESS_CREATE, &error) == NULL)
    return loket_ctl_fail (error);

  g_print (_("The store is ready: %s\n"), loket_ctl_get_path (ctl));

  return LOKET_EXIT_DONE;
}

static int
run_backup (LoketCtl  *ctl,
            int        argc,
            char     **argv)
{
  g_autoptr (GError) error = NULL;
  LoketDesk *desk;

  if (!loket_ctl_parse (&loket_ctl_backup, NULL, 1, &argc, &argv))
    return LOKET_EXIT_USAGE;

  desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  if (desk == NULL || !loket_desk_back_up (desk, argv[1], &error))
    return loket_ctl_fail (error);

  g_print (_("The backup is complete and was checked: %s\n"), argv[1]);

  return LOKET_EXIT_DONE;
}

static int
run_check (LoketCtl  *ctl,
           int        argc,
           char     **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  LoketDesk *desk;

  if (!loket_ctl_parse (&loket_ctl_check, NULL, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;

  desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  if (desk != NULL)
    problems = loket_desk_check (desk, &error);
  if (problems == NULL)
    return loket_ctl_fail (error);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("loketctl: %s\n", (const char *) g_ptr_array_index (problems, i));

  if (problems->len > 0)
    return LOKET_EXIT_FAILED;

  g_print (_("The store is sound: %s\n"), loket_ctl_get_path (ctl));

  return LOKET_EXIT_DONE;
}

const LoketVerb loket_ctl_init = {
  "init", "", N_("create the store, or bring it up to date"), run_init
};

const LoketVerb loket_ctl_backup = {
  "backup", N_("FILE"), N_("copy the store while it is in use, and check the copy"), run_backup
};

const LoketVerb loket_ctl_check = {
  "check", "", N_("check the file, the references and the rules of all records"), run_check
};
