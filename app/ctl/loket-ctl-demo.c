/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills an empty store with a made-up office. */

#include "loketten-config.h"

#include "loket-ctl-demo.h"

#include "loket-demo.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define MOST_CLIENTS 2000000
#define MOST_YEARS   20

typedef struct
{
  gint64 started;  /* monotonic time */
  gboolean is_shown;
} Progress;

/* On the thread that writes. */
static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  if (!progress->is_shown && g_get_monotonic_time () - progress->started < G_USEC_PER_SEC)
    return;

  progress->is_shown = TRUE;
  g_printerr ("\r%3d %%", (int) (fraction * 100));
}

static int
make_demo (LoketCtl               *ctl,
           const LoketDemoOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  LoketDesk *desk = loket_ctl_open_desk (ctl, LOKET_ACCESS_FILL, &error);
  Progress *progress = options->user_data;

  if (desk != NULL)
    deed = loket_desk_make_demo (desk, options, &error);
  if (progress->is_shown)
    g_printerr ("\r     \r");
  if (deed == NULL)
    return loket_ctl_fail (error);

  g_print (_("The store holds a made-up office, %u records: %s\n"), deed->n_created,
           loket_ctl_get_path (ctl));

  return LOKET_EXIT_DONE;
}

static int
run_demo (LoketCtl  *ctl,
          int        argc,
          char     **argv)
{
  int seed = 1;
  int n_clients = 1200;
  int n_years = 2;
  GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, NULL, NULL },
    { "clients", 0, 0, G_OPTION_ARG_INT, &n_clients, NULL, NULL },
    { "years", 0, 0, G_OPTION_ARG_INT, &n_years, NULL, NULL },
    { NULL }
  };
  Progress progress = { g_get_monotonic_time (), FALSE };
  LoketDemoOptions options = { 0 };

  if (!loket_ctl_parse (&loket_ctl_demo, entries, 0, &argc, &argv))
    return LOKET_EXIT_USAGE;

  if (n_clients < 0 || n_clients > MOST_CLIENTS || n_years < 1 || n_years > MOST_YEARS)
    {
      g_printerr (_("loketctl demo: 0 to %d clients, 1 to %d years\n"), MOST_CLIENTS, MOST_YEARS);
      return LOKET_EXIT_USAGE;
    }

  options.seed = (guint32) seed;
  options.n_clients = (guint) n_clients;
  options.n_years = n_years;
  options.progress = isatty (STDERR_FILENO) ? progress_cb : NULL;
  options.user_data = &progress;

  return make_demo (ctl, &options);
}

const LoketVerb loket_ctl_demo = {
  "demo", N_("[--seed N] [--clients N] [--years N]"),
  N_("fill an empty store with a made-up office, the same for the same seed"), run_demo
};
