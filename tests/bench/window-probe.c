/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Is preloaded into a GTK program, which need not know of it: tells when its window was painted,
 * does what a person would, tells how much memory it takes, and ends it.
 *
 * PROBE_START is CLOCK_MONOTONIC in microseconds just before the program was started. PROBE_WIDGET
 * (may be missing) is the type of a widget without which the window is not complete. PROBE_STEPS
 * are lines "TYPE ACTION [PARAMETER]": each activates an action of the first widget of the type
 * that is on the screen; "wait" does nothing. Lines "NAME NUMBER" go to the file PROBE_REPORT:
 * first_frame and complete_frame in microseconds, rss in KiB. */

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEP_MILLISECONDS 100

typedef struct
{
  gint64 start;
  gint64 first_frame;
  gint64 complete_frame;
  const char *widget;  /* (nullable) */
  const char *report;
  char **steps;
  guint n_done;
} Probe;

static Probe probe;

static gint64
read_resident_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");

  return line != NULL ? g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static void
write_report (void)
{
  FILE *file = fopen (probe.report, "w");

  if (file == NULL)
    g_error ("cannot write %s", probe.report);
  fprintf (file, "first_frame %" G_GINT64_FORMAT "\ncomplete_frame %" G_GINT64_FORMAT "\nrss %"
           G_GINT64_FORMAT "\n", probe.first_frame, probe.complete_frame, read_resident_kib ());
  fclose (file);
}

/* The first widget of a type that is on the screen, depth first. */
static GtkWidget *
find_widget (GtkWidget  *parent,
             const char *type)
{
  if (!gtk_widget_get_mapped (parent))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (parent), type))
    return parent;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_in_windows (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find_widget (window, type);
    }

  return found;
}

static gboolean
is_window_mapped (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) window = g_list_model_get_item (windows, 0);

  return window != NULL && gtk_widget_get_mapped (window);
}

static void
do_step (const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", 3);
  g_autoptr (GVariant) parameter = NULL;
  GtkWidget *widget;

  if (words[0] == NULL || words[1] == NULL)
    return;

  widget = find_in_windows (words[0]);
  if (words[2] != NULL)
    parameter = g_variant_ref_sink (g_variant_new_parsed (words[2]));
  if (widget == NULL || !gtk_widget_activate_action_variant (widget, words[1], parameter))
    g_error ("cannot do: %s", step);
}

static gboolean
next_step_cb (gpointer user_data)
{
  if (probe.steps[probe.n_done] != NULL)
    {
      do_step (probe.steps[probe.n_done++]);
      return G_SOURCE_CONTINUE;
    }

  write_report ();
  g_application_quit (g_application_get_default ());

  return G_SOURCE_REMOVE;
}

static gboolean
painted_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  gint64 now = g_get_monotonic_time () - probe.start;

  if (!is_window_mapped ())
    return TRUE;
  if (probe.first_frame == 0)
    probe.first_frame = now;
  if (probe.widget != NULL && find_in_windows (probe.widget) == NULL)
    return TRUE;

  probe.complete_frame = now;
  g_timeout_add (STEP_MILLISECONDS, next_step_cb, NULL);

  return FALSE;
}

/* Before main (): frame clocks tell of every frame through a signal, whoever made them. */
__attribute__ ((constructor)) static void
start_probe (void)
{
  const char *start = g_getenv ("PROBE_START");
  const char *steps = g_getenv ("PROBE_STEPS");

  g_unsetenv ("LD_PRELOAD");
  if (start == NULL)
    return;

  probe.start = g_ascii_strtoll (start, NULL, 10);
  probe.widget = g_getenv ("PROBE_WIDGET");
  probe.report = g_getenv ("PROBE_REPORT");
  probe.steps = g_strsplit (steps != NULL ? steps : "", "\n", -1);
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb,
                              NULL, NULL);
}
