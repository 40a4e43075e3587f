/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a trajectory stands. */

#include "ui-fixture.h"

#include "loket-stage-strip.h"

static const LoketStageFacts in_sessions = {
  .answered = TRUE,
  .n_sessions = 2,
};

static GtkWidget *
show_strip (int width)
{
  LoketStageStrip *strip = g_object_new (LOKET_TYPE_STAGE_STRIP, NULL);
  const char *details[LOKET_N_STAGES] = { [LOKET_STAGE_SESSIONS] = "2 held" };
  GtkWidget *window = gtk_window_new ();

  loket_stage_strip_set_stages (strip, &in_sessions, details);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (strip));
  gtk_window_present (GTK_WINDOW (window));

  return GTK_WIDGET (strip);
}

static gboolean
has_steps (gpointer strip)
{
  return ui_fixture_find (strip, GTK_TYPE_LABEL, "2 held") != NULL;
}

static gboolean
has_sentence (gpointer strip)
{
  return ui_fixture_find (strip, GTK_TYPE_LABEL, "Step 3 of 8: sessions") != NULL;
}

static gboolean
has_only_steps (gpointer strip)
{
  return has_steps (strip) && !has_sentence (strip);
}

static gboolean
has_only_sentence (gpointer strip)
{
  return has_sentence (strip) && !has_steps (strip);
}

static void
test_wide (void)
{
  GtkWidget *strip = show_strip (900);

  ui_fixture_wait (has_only_steps, strip);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Step 3 of 8: sessions");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (strip)));
}

static void
test_narrow (void)
{
  GtkWidget *strip = show_strip (300);

  ui_fixture_wait (has_only_sentence, strip);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (strip)));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/stage-strip/shows-all-steps-in-wide-window", test_wide);
  g_test_add_func ("/stage-strip/says-the-step-in-narrow-window", test_narrow);

  return g_test_run ();
}
