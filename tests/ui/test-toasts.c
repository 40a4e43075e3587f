/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A toast can be read whole, and covers nothing. */

#include "loket-toasts.h"

#include "ui-fixture.h"

#define LONG "Mehmet Aydın & Zn: no answer, again on Tuesday 24 November in the afternoon"

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  GtkWidget *last;   /* a button at the end of the content */
  LoketToasts *toasts;
  double whole;      /* where the content ends without a toast */
} Fixture;

static gboolean
has_height (gpointer user_data)
{
  return gtk_widget_get_height (user_data) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->content = gtk_scrolled_window_new ();
  gtk_widget_set_size_request (fixture->content, 300, -1);
  gtk_widget_set_vexpand (fixture->content, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->content), box);
  for (int i = 0; i < 40; i++)
    {
      fixture->last = gtk_button_new_with_label ("Done");
      gtk_box_append (GTK_BOX (box), fixture->last);
    }
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->content);
  fixture->window = ui_fixture_show (overlay);
  ui_fixture_wait (has_height, fixture->content);
  fixture->toasts = loket_toasts_new (ADW_TOAST_OVERLAY (overlay), fixture->content);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->toasts);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static double
get_bottom (Fixture   *fixture,
            GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &place));

  return place.origin.y + place.size.height;
}

static gboolean
is_above_toast (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *label = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, LONG);
  graphene_rect_t toast;

  return label != NULL && gtk_widget_compute_bounds (label, fixture->window, &toast)
         && toast.size.height > 0
         && get_bottom (fixture, fixture->content) <= toast.origin.y
         && get_bottom (fixture, fixture->last) <= toast.origin.y;
}

static gboolean
is_whole (gpointer user_data)
{
  Fixture *fixture = user_data;

  return get_bottom (fixture, fixture->content) == fixture->whole;
}

static gboolean
is_laid_out (gpointer user_data)
{
  GtkWidget *label = ui_fixture_find (((Fixture *) user_data)->window, GTK_TYPE_LABEL, LONG);

  return label != NULL && gtk_widget_get_width (label) > 0;
}

static void
test_covers_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  AdwToast *toast;

  fixture->whole = get_bottom (fixture, fixture->content);
  /* The last one, at the end of the window, has the keyboard. */
  gtk_widget_grab_focus (fixture->last);
  toast = g_object_ref (loket_toasts_offer (fixture->toasts, LONG, "_Undo"));
  ui_fixture_wait (is_above_toast, fixture);

  adw_toast_dismiss (toast);
  ui_fixture_wait (is_whole, fixture);
  g_object_unref (toast);
}

static void
test_is_read_whole (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *label;

  loket_toasts_say (fixture->toasts, LONG);
  ui_fixture_wait (is_laid_out, fixture);
  label = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, LONG);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_cmpint (gtk_widget_get_width (label), <=, gtk_widget_get_width (fixture->window));
}

static gboolean
is_first_shown (gpointer user_data)
{
  return ui_fixture_find (((Fixture *) user_data)->window, GTK_TYPE_LABEL, "First") != NULL;
}

/* Two things are said at once, and the second one is dismissed before it has come to rest. */
static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (AdwToast) second = NULL;
  gboolean is_animated;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  loket_toasts_offer (fixture->toasts, "First", "_Undo");
  ui_fixture_wait (is_first_shown, fixture);
  second = g_object_ref (loket_toasts_offer (fixture->toasts, "Second", "_Undo"));
  adw_toast_dismiss (second);
  ui_fixture_wait (is_first_shown, fixture);

  g_object_get (settings, "gtk-enable-animations", &is_animated, NULL);
  g_assert_true (is_animated);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add ("/toasts/covers-nothing", Fixture, NULL, set_up, test_covers_nothing, tear_down);
  g_test_add ("/toasts/comes-back-after-what-is-said-meanwhile", Fixture, NULL, set_up,
              test_comes_back, tear_down);
  g_test_add ("/toasts/is-read-whole", Fixture, NULL, set_up, test_is_read_whole, tear_down);

  return g_test_run ();
}
