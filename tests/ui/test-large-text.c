/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Every place fits a narrow window in Dutch with text of twice the size. */

#include "loketten-config.h"

#include "ui-fixture.h"

#include "loket-chart.h"
#include "loket-client-editor.h"
#include "loket-clients-page.h"
#include "loket-dossier-view.h"
#include "loket-form-dialog.h"
#include "loket-open-answers-view.h"
#include "loket-satisfaction-page.h"
#include "loket-survey-process.h"
#include "loket-window.h"

#include <libintl.h>
#include <locale.h>

#define NARROW 360
/* As many dots per inch as GTK counts them, times two. */
#define LARGE_TEXT (2 * 96 * 1024)

static const char *const places[] = { "today", "clients", "aftercare", "satisfaction" };

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* Which widget asks for the room: the way down to it. */
static void
tell_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;

  g_test_message ("%s asks for %d: “%s”", G_OBJECT_TYPE_NAME (widget), get_least_width (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child)
          && (widest == NULL || get_least_width (child) > get_least_width (widest)))
        widest = child;
    }
  if (widest != NULL)
    tell_widest (widest);
}

static void
assert_narrow (GtkWidget  *widget,
               const char *where)
{
  if (get_least_width (widget) <= NARROW)
    return;

  tell_widest (widget);
  g_test_message ("%s is too wide", where);
  g_test_fail ();
}

static gboolean
has_record (gpointer window)
{
  GtkWidget *view = ui_fixture_find (window, LOKET_TYPE_DOSSIER_VIEW, NULL);

  return view != NULL && loket_dossier_view_get_client (LOKET_DOSSIER_VIEW (view)) != NULL;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
open_window (LoketDesk *desk)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.loketten.Loketten");
  GtkWidget *window = GTK_WIDGET (loket_window_new (ui_fixture_get_application (), settings));

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 800);
  gtk_window_present (GTK_WINDOW (window));
  loket_window_set_desk (LOKET_WINDOW (window), desk);
  ui_fixture_wait (is_mapped, window);

  return window;
}

static void
visit_places (GtkWidget *window,
              LoketDesk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (window, "win.place", "s", places[i]);
      ui_fixture_settle (desk);
      assert_narrow (window, places[i]);
    }
}

/* Its figures come in later. */
static gboolean
has_figures (gpointer view)
{
  GtkWidget *chart = ui_fixture_find (view, LOKET_TYPE_CHART, NULL);

  return LOKET_IS_OPEN_ANSWERS_VIEW (view) || LOKET_IS_SURVEY_PROCESS (view)
         || (chart != NULL && loket_chart_get_drawing (LOKET_CHART (chart)) != NULL);
}

static gboolean
has_views (gpointer window)
{
  return ui_fixture_find (window, ADW_TYPE_VIEW_STACK, NULL) != NULL;
}

static GtkWidget *
find_class (GtkWidget  *within,
            const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (within, css_class) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, css_class);

  return found;
}

/* Nothing of the filters is covered by the cards. */
static gboolean
has_whole_head (gpointer user_data)
{
  AdwViewStack *views = user_data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (views), LOKET_TYPE_SATISFACTION_PAGE);
  graphene_rect_t head, body;

  return gtk_widget_compute_bounds (find_class (page, "place-head"), page, &head)
         && gtk_widget_compute_bounds (GTK_WIDGET (views), page, &body)
         && head.size.height > 0 && head.origin.y + head.size.height <= body.origin.y + 1;
}

static void
visit_views (GtkWidget *window,
             LoketDesk *desk)
{
  AdwViewStack *views;
  GListModel *pages;

  gtk_widget_activate_action (window, "win.place", "s", "satisfaction");
  ui_fixture_wait (has_views, window);
  views = ADW_VIEW_STACK (ui_fixture_find (window, ADW_TYPE_VIEW_STACK, NULL));
  pages = G_LIST_MODEL (adw_view_stack_get_pages (views));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      adw_view_stack_set_visible_child (views, adw_view_stack_page_get_child (page));
      ui_fixture_wait (has_figures, adw_view_stack_page_get_child (page));
      ui_fixture_settle (desk);
      assert_narrow (window, adw_view_stack_page_get_name (page));
      ui_fixture_wait (has_whole_head, views);
    }
}

static void
close_window (GtkWidget *window,
              LoketDesk *desk)
{
  gpointer gone = window;

  g_object_add_weak_pointer (gone, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_for_end (&gone);
  ui_fixture_close_desk (desk);
}

static gboolean
has_whole_title (gpointer window)
{
  GtkWidget *page = ui_fixture_find (window, LOKET_TYPE_SATISFACTION_PAGE, NULL);
  GtkWidget *title = ui_fixture_find (page, GTK_TYPE_LABEL, "Tevredenheid");

  return title != NULL
         && pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (title))) == 1;
}

static void
test_places (void)
{
  LoketDesk *desk = ui_fixture_open_desk (40);
  GtkWidget *window = open_window (desk);

  visit_places (window, desk);
  ui_fixture_wait (has_whole_title, window);
  close_window (window, desk);
}

static void
test_places_of_team_lead (void)
{
  LoketDesk *desk = ui_fixture_open_desk (40);
  GtkWidget *window = open_window (desk);

  ui_fixture_settle (desk);
  gtk_widget_activate_action (window, "win.work-as", "s", "A003");
  ui_fixture_settle (desk);
  visit_places (window, desk);
  visit_views (window, desk);
  close_window (window, desk);
}

static void
test_places_before_the_first_client (void)
{
  LoketDesk *desk = ui_fixture_open_desk (0);
  GtkWidget *window = open_window (desk);

  visit_places (window, desk);
  close_window (window, desk);
}

/* The forms that the record opens, as far as they make sense for it. */
static void
visit_dialogs (GtkWidget *window,
               LoketDesk *desk)
{
  static const char *const actions[] = {
    "win.close-trajectory", "win.reopen-trajectory", "win.new-trajectory",
    "win.assign-trajectory", "win.review-client",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();

      gtk_widget_activate_action (window, actions[i], NULL);
      ui_fixture_settle (desk);
      for (guint k = g_list_model_get_n_items (toplevels); k > 0; k--)
        {
          g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, k - 1);

          if (!LOKET_IS_FORM_DIALOG (toplevel))
            continue;
          assert_narrow (toplevel, actions[i]);
          gtk_window_destroy (GTK_WINDOW (toplevel));
        }
    }
}

static void
test_record_and_form (void)
{
  LoketDesk *desk = ui_fixture_open_desk (40);
  GtkWidget *window = open_window (desk);
  GtkWidget *editor;

  gtk_widget_activate_action (window, "win.place", "s", "clients");
  ui_fixture_settle (desk);
  loket_clients_page_open_first (LOKET_CLIENTS_PAGE (
    ui_fixture_find (window, LOKET_TYPE_CLIENTS_PAGE, NULL)));
  ui_fixture_wait (has_record, window);
  assert_narrow (window, "record");
  visit_dialogs (window, desk);

  gtk_widget_activate_action (window, "win.log-session", NULL);
  ui_fixture_settle (desk);
  assert_narrow (window, "session");

  editor = loket_client_editor_new (desk, NULL);
  gtk_window_present (GTK_WINDOW (editor));
  assert_narrow (editor, "form");
  gtk_window_destroy (GTK_WINDOW (editor));
  close_window (window, desk);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);
  g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, BUILD_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  g_object_set (gtk_settings_get_default (),
                "gtk-xft-dpi", LARGE_TEXT,
                "gtk-decoration-layout", "appmenu:close",
                NULL);

  g_test_add_func ("/large-text/places", test_places);
  g_test_add_func ("/large-text/places-of-team-lead", test_places_of_team_lead);
  g_test_add_func ("/large-text/places-before-the-first-client",
                   test_places_before_the_first_client);
  g_test_add_func ("/large-text/record-and-form", test_record_and_form);

  return g_test_run ();
}
