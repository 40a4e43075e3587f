/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A sidebar beside its content, or under it. */

#include "ui-fixture.h"

#include "loket-split-view.h"

static GtkWidget *
create_side (int width)
{
  GtkWidget *side = gtk_label_new ("Side");

  gtk_widget_set_size_request (side, width, -1);

  return side;
}

/* The view owns it. */
static GtkWidget *
get_side (LoketSplitView *view,
          const char     *name)
{
  g_autoptr (GtkWidget) side = NULL;

  g_object_get (view, name, &side, NULL);

  return side;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static LoketSplitView *
create_view (void)
{
  return g_object_new (LOKET_TYPE_SPLIT_VIEW,
                       "sidebar", create_side (200), "content", create_side (300), NULL);
}

/* A window that is not made larger than asked for. */
static GtkWidget *
show_in_width (LoketSplitView *view,
               int             width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 400);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static gboolean
is_folded (gpointer view)
{
  return loket_split_view_get_folded (view);
}

static gboolean
has_size (gpointer view)
{
  return gtk_widget_get_width (view) > 0;
}

static void
test_sides (void)
{
  g_autoptr (LoketSplitView) view = g_object_ref_sink (g_object_new (LOKET_TYPE_SPLIT_VIEW, NULL));
  GtkWidget *sidebar = create_side (200), *content = create_side (300);
  guint n_sidebar = 0, n_content = 0;

  g_assert_null (get_side (view, "sidebar"));
  g_assert_null (get_side (view, "content"));
  g_signal_connect_swapped (view, "notify::sidebar", G_CALLBACK (count_cb), &n_sidebar);
  g_signal_connect_swapped (view, "notify::content", G_CALLBACK (count_cb), &n_content);

  loket_split_view_set_sidebar (view, sidebar);
  loket_split_view_set_sidebar (view, sidebar);
  loket_split_view_set_content (view, content);
  loket_split_view_set_content (view, content);
  g_assert_true (get_side (view, "sidebar") == sidebar);
  g_assert_true (get_side (view, "content") == content);
  g_assert_cmpuint (n_sidebar, ==, 1);
  g_assert_cmpuint (n_content, ==, 1);

  loket_split_view_set_content (view, NULL);
  g_assert_null (get_side (view, "content"));
  g_assert_false (loket_split_view_get_show_content (view));
}

static void
test_shows_sidebar_first (void)
{
  g_autoptr (LoketSplitView) view = g_object_ref_sink (create_view ());
  guint n_shown = 0;

  g_assert_false (loket_split_view_get_show_content (view));
  g_signal_connect_swapped (view, "notify::show-content", G_CALLBACK (count_cb), &n_shown);
  loket_split_view_set_show_content (view, TRUE);
  loket_split_view_set_show_content (view, TRUE);
  g_assert_true (loket_split_view_get_show_content (view));
  g_assert_cmpuint (n_shown, ==, 1);
}

static void
test_side_by_side_in_wide_window (void)
{
  LoketSplitView *view = create_view ();
  GtkWidget *window = show_in_width (view, 800);

  ui_fixture_wait (has_size, view);
  g_assert_false (loket_split_view_get_folded (view));
  g_assert_true (gtk_widget_get_child_visible (get_side (view, "sidebar")));
  g_assert_true (gtk_widget_get_child_visible (get_side (view, "content")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What hears of folding may ask for other room at once, which would be a warning while room is
 * being given out; warnings end the test. */
static void
widen_cb (LoketSplitView *view)
{
  gtk_widget_set_size_request (get_side (view, "content"), 320, 80);
}

static void
test_folds_in_narrow_window (void)
{
  LoketSplitView *view = create_view ();
  GtkWidget *window;
  guint n_folded = 0;

  g_signal_connect (view, "notify::folded", G_CALLBACK (widen_cb), NULL);
  g_signal_connect_swapped (view, "notify::folded", G_CALLBACK (count_cb), &n_folded);
  window = show_in_width (view, 360);
  ui_fixture_wait (is_folded, view);
  while (n_folded == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_side (view, "content")),
                                    GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  loket_split_view_set_show_content (view, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_side (view, "sidebar")),
                                    GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/split-view/keeps-its-sides", test_sides);
  g_test_add_func ("/split-view/shows-sidebar-first", test_shows_sidebar_first);
  g_test_add_func ("/split-view/side-by-side-in-wide-window", test_side_by_side_in_wide_window);
  g_test_add_func ("/split-view/folds-in-narrow-window", test_folds_in_narrow_window);

  return g_test_run ();
}
