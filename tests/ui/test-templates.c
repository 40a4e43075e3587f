/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Builds every template, which finds properties that are newer than our oldest GTK, and sees that
 * everything fits a narrow window and goes away when it is closed. */

#include "ui-fixture.h"

#include "loket-aftercare-page.h"
#include "loket-client-editor.h"
#include "loket-client-tile.h"
#include "loket-clients-page.h"
#include "loket-dossier-view.h"
#include "loket-place-row.h"
#include "loket-satisfaction-page.h"
#include "loket-split-view.h"
#include "loket-stage-strip.h"
#include "loket-today-page.h"
#include "loket-window.h"

/* A window must fit a telephone that is held upright. */
#define NARROW 360

static const char *const places[] = { "today", "clients", "aftercare", "satisfaction" };

typedef GtkWidget *(*CreatePage) (LoketDesk *desk);

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
add_weak_pointer (gpointer object,
                  gpointer where)
{
  *(gpointer *) where = object;
  g_object_add_weak_pointer (object, where);
}

static void
assert_page_comes_and_goes (LoketDesk  *desk,
                            CreatePage  create)
{
  GtkWidget *page = create (desk);
  GtkWidget *window = ui_fixture_show (page);
  gpointer gone;

  add_weak_pointer (page, &gone);
  ui_fixture_settle (desk);
  g_assert_cmpint (get_least_width (page), <=, NARROW);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_for_end (&gone);
}

static void
test_pages (gconstpointer create)
{
  LoketDesk *desk = ui_fixture_open_desk (40);

  assert_page_comes_and_goes (desk, (CreatePage) create);
  ui_fixture_close_desk (desk);
}

static void
test_pages_empty (gconstpointer create)
{
  LoketDesk *desk = ui_fixture_open_desk (0);

  assert_page_comes_and_goes (desk, (CreatePage) create);
  ui_fixture_close_desk (desk);
}

static void
test_small_widgets (void)
{
  GtkWidget *widgets[] = {
    loket_client_tile_new (),
    loket_place_row_new ("today", "Today", "x-office-calendar-symbolic"),
    g_object_new (LOKET_TYPE_STAGE_STRIP, NULL),
    g_object_new (LOKET_TYPE_DOSSIER_VIEW, NULL),
    g_object_new (LOKET_TYPE_SPLIT_VIEW, NULL),
  };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_object_ref_sink (widgets[i]);
      g_test_message ("%s", G_OBJECT_TYPE_NAME (widgets[i]));
      g_assert_cmpint (get_least_width (widgets[i]), <=, NARROW);
      g_assert_finalize_object (widgets[i]);
    }
}

static void
test_client_editor (void)
{
  LoketDesk *desk = ui_fixture_open_desk (0);
  GtkWidget *editor = loket_client_editor_new (desk, NULL);
  gpointer gone;

  add_weak_pointer (editor, &gone);
  gtk_window_present (GTK_WINDOW (editor));
  g_assert_cmpint (get_least_width (editor), <=, NARROW);
  gtk_window_close (GTK_WINDOW (editor));
  ui_fixture_wait_for_end (&gone);
  ui_fixture_close_desk (desk);
}

static gboolean
has_clients (gpointer window)
{
  return ui_fixture_find (window, LOKET_TYPE_CLIENT_TILE, NULL) != NULL;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
has_record (gpointer window)
{
  GtkWidget *view = ui_fixture_find (window, LOKET_TYPE_DOSSIER_VIEW, NULL);

  return view != NULL && loket_dossier_view_get_client (LOKET_DOSSIER_VIEW (view)) != NULL;
}

static void
visit_places (GtkWidget *window,
              LoketDesk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (window, "win.place", "s", places[i]);
      g_test_message ("%s", places[i]);
      ui_fixture_settle (desk);
      g_assert_cmpint (get_least_width (window), <=, NARROW + 20);
    }

  gtk_widget_activate_action (window, "win.place", "s", "clients");
  ui_fixture_wait (has_clients, window);
  loket_clients_page_open_first (LOKET_CLIENTS_PAGE (
    ui_fixture_find (window, LOKET_TYPE_CLIENTS_PAGE, NULL)));
  ui_fixture_wait (has_record, window);
  g_assert_cmpint (get_least_width (window), <=, NARROW + 20);
}

static void
test_window (void)
{
  LoketDesk *desk = ui_fixture_open_desk (40);
  g_autoptr (GSettings) settings = g_settings_new ("org.loketten.Loketten");
  GtkWidget *window = GTK_WIDGET (loket_window_new (ui_fixture_get_application (), settings));
  gpointer gone;

  add_weak_pointer (window, &gone);
  gtk_window_present (GTK_WINDOW (window));
  loket_window_set_desk (LOKET_WINDOW (window), desk);
  ui_fixture_wait (is_mapped, window);
  visit_places (window, desk);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_for_end (&gone);
  ui_fixture_close_desk (desk);
}

static void
test_window_closed_while_loading (void)
{
  LoketDesk *desk = ui_fixture_open_desk (40);
  g_autoptr (GSettings) settings = g_settings_new ("org.loketten.Loketten");
  GtkWidget *window = GTK_WIDGET (loket_window_new (ui_fixture_get_application (), settings));
  gpointer gone;

  add_weak_pointer (window, &gone);
  gtk_window_present (GTK_WINDOW (window));
  loket_window_set_desk (LOKET_WINDOW (window), desk);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_widget_activate_action (window, "win.place", "s", places[i]);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_for_end (&gone);
  ui_fixture_close_desk (desk);
}

static void
test_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/loketten/Loketten/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_present (overlay);
  gtk_window_destroy (overlay);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_data_func ("/templates/today-page", loket_today_page_new, test_pages);
  g_test_add_data_func ("/templates/today-page-empty", loket_today_page_new, test_pages_empty);
  g_test_add_data_func ("/templates/clients-page", loket_clients_page_new, test_pages);
  g_test_add_data_func ("/templates/clients-page-empty", loket_clients_page_new,
                        test_pages_empty);
  g_test_add_data_func ("/templates/aftercare-page", loket_aftercare_page_new, test_pages);
  g_test_add_data_func ("/templates/aftercare-page-empty", loket_aftercare_page_new,
                        test_pages_empty);
  g_test_add_data_func ("/templates/satisfaction-page", loket_satisfaction_page_new, test_pages);
  g_test_add_data_func ("/templates/satisfaction-page-empty", loket_satisfaction_page_new,
                        test_pages_empty);
  g_test_add_func ("/templates/small-widgets", test_small_widgets);
  g_test_add_func ("/templates/client-editor", test_client_editor);
  g_test_add_func ("/templates/help-overlay", test_help_overlay);
  g_test_add_func ("/templates/window", test_window);
  g_test_add_func ("/templates/window-closed-while-loading", test_window_closed_while_loading);

  return g_test_run ();
}
