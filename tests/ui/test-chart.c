/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart that is drawn anew goes on pointing at what the keyboard pointed at. */

#include "ui-fixture.h"

#include "loket-chart.h"
#include "loket-kept-chart.h"

static LoketDrawing *
draw (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketKeptRow));

  for (guint i = 0; names[i] != NULL; i++)
    {
      const LoketKeptRow row = { names[i], NULL, 5, 9 };

      g_array_append_val (rows, row);
    }

  return loket_kept_chart_new ("Kept", "counsellor", (LoketKeptRow *) rows->data, rows->len);
}

static void
press (GtkWidget *chart,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
}

static void
activated_cb (GtkWidget  *chart,
              const char *by,
              const char *value,
              char      **activated)
{
  g_free (*activated);
  *activated = g_strdup (value);
}

static void
test_points_at_the_same (void)
{
  GtkWidget *chart = g_object_new (LOKET_TYPE_CHART, NULL);
  GtkWidget *window = ui_fixture_show (chart);
  g_autofree char *activated = NULL;

  g_signal_connect (chart, "target-activated", G_CALLBACK (activated_cb), &activated);
  loket_chart_set_drawing (LOKET_CHART (chart), draw ("a b c"), "Kept", TRUE);
  g_assert_true (gtk_widget_grab_focus (chart));
  press (chart, GDK_KEY_Down);
  press (chart, GDK_KEY_Down);
  press (chart, GDK_KEY_Return);
  g_assert_cmpstr (activated, ==, "b");

  loket_chart_set_drawing (LOKET_CHART (chart), draw ("x a b c"), "Kept", TRUE);
  g_clear_pointer (&activated, g_free);
  press (chart, GDK_KEY_Return);
  g_assert_cmpstr (activated, ==, "b");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == chart);

  /* What is not there any more cannot be pointed at. */
  loket_chart_set_drawing (LOKET_CHART (chart), draw ("x a c"), "Kept", TRUE);
  g_clear_pointer (&activated, g_free);
  press (chart, GDK_KEY_Return);
  g_assert_null (activated);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/chart/points-at-the-same-when-drawn-anew", test_points_at_the_same);

  return g_test_run ();
}
