/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Measures what the places Today and Follow-up read from a store for a counsellor, and what Today
 * reads for a team lead: bench-worklist STORE COUNSELLOR TEAM-LEAD.
 * Prints one line per reading with its median in ms. */

#include <stdio.h>
#include <stdlib.h>

#include "loket-counts.h"
#include "loket-follow-ups.h"
#include "loket-worklist.h"

#define N_RUNS 9

typedef void (*LoadFunc) (LoketDesk           *desk,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data);

static void
load_today (LoketDesk           *desk,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  loket_desk_load_worklist_async (desk, FALSE, 0, NULL, callback, user_data);
}

static void
load_team_leads_today (LoketDesk           *desk,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  loket_desk_load_worklist_async (desk, FALSE, 100, NULL, callback, user_data);
}

static void
load_everybodys_today (LoketDesk           *desk,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  loket_desk_load_worklist_async (desk, TRUE, 0, NULL, callback, user_data);
}

static void
load_counts (LoketDesk           *desk,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  loket_desk_load_counts_async (desk, NULL, callback, user_data);
}

static void
load_follow_ups (LoketDesk           *desk,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  const LoketFollowUpFilter filter = {
    .counsellor_id = loket_desk_get_counsellor_id (desk),
    .weeks = 4,
  };

  loket_desk_load_follow_ups_async (desk, &filter, NULL, callback, user_data);
}

static void
load_everybodys_follow_ups (LoketDesk           *desk,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  const LoketFollowUpFilter filter = { .scope = LOKET_FOLLOW_UPS_ALL };

  loket_desk_load_follow_ups_async (desk, &filter, NULL, callback, user_data);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(gboolean *) user_data = TRUE;
}

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure (LoketDesk  *desk,
         const char *name,
         LoadFunc    load)
{
  double times[N_RUNS] = { 0 };
  double first;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean is_done = FALSE;

      load (desk, loaded_cb, &is_done);
      while (!is_done)
        g_main_context_iteration (NULL, TRUE);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }

  first = times[0];
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  printf ("%-32s %8.1f ms (%.1f to %.1f, first %.1f)\n", name, times[N_RUNS / 2], times[0],
          times[N_RUNS - 1], first);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new (g_getenv ("LOKETTEN_NOW"), &error);
  g_autoptr (LoketDesk) desk = NULL;

  if (argc != 4 || clock == NULL)
    {
      fprintf (stderr, "usage: bench-worklist STORE COUNSELLOR TEAM-LEAD\n");
      return 2;
    }

  desk = loket_desk_open (argv[1], LOKET_ACCESS_WRITE, clock, &error);
  if (desk == NULL || !loket_desk_identify (desk, argv[2], NULL, "bench", &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  measure (desk, "today, own", load_today);
  measure (desk, "today, everybody's", load_everybodys_today);
  measure (desk, "counts", load_counts);
  measure (desk, "follow-up, own, 4 weeks", load_follow_ups);
  measure (desk, "follow-up, everybody's, all", load_everybodys_follow_ups);
  if (!loket_desk_identify (desk, argv[3], NULL, "bench", &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  measure (desk, "today, team lead's", load_team_leads_today);
  loket_desk_close (desk);

  return 0;
}
