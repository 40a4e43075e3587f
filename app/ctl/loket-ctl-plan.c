/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes what is missing, and says how many. */

#include "loketten-config.h"

#include "loket-ctl-plan.h"

#include "loket-replan-act.h"

#include <glib/gi18n-lib.h>

static int
run_plan (LoketCtl  *ctl,
          int        argc,
          char     **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  LoketReplanned replanned;
  LoketDesk *desk;

  if (!loket_ctl_parse (&loket_ctl_plan, NULL, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;

  desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_WRITE, &error);
  if (desk != NULL)
    deed = loket_desk_replan (desk, &replanned, &error);
  if (deed == NULL)
    return loket_ctl_fail (error);

  g_print (g_dngettext (GETTEXT_PACKAGE, "%u contact is new\n", "%u contacts are new\n",
                        replanned.n_made),
           replanned.n_made);
  if (replanned.n_moved > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u contact has another date\n",
                          "%u contacts have another date\n", replanned.n_moved),
             replanned.n_moved);
  if (replanned.n_cancelled > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u contact is needed no more and was cancelled\n",
                          "%u contacts are needed no more and were cancelled\n",
                          replanned.n_cancelled),
             replanned.n_cancelled);

  return LOKET_EXIT_DONE;
}

const LoketVerb loket_ctl_plan = {
  "plan", "", N_("make every contact that the rules ask for"), run_plan
};
