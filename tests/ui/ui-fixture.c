/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a desk on a real file, runs the main loop until something is true, and finds widgets. */

#include "ui-fixture.h"

#include "loket-counts.h"
#include "loket-demo.h"
#include "loket-desk-start.h"
#include "loketten-ui-resources.h"
#include "work-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>

#define SECONDS 20

/**
 * ui_fixture_init:
 *
 * Starts GTK and the test framework, and registers an application as the program would.
 */
void
ui_fixture_init (int    *argc,
                 char ***argv)
{
  setlocale (LC_ALL, "");
  /* Without isolated folders: GTK finds its icons and their types in those of the system. */
  g_test_init (argc, argv, NULL);
  g_resources_register (loketten_ui_get_resource ());
  adw_init ();
}

/**
 * ui_fixture_get_application:
 *
 * Returns: (transfer none): an application with our styles, made once
 */
AdwApplication *
ui_fixture_get_application (void)
{
  static AdwApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = g_object_new (ADW_TYPE_APPLICATION,
                                  "application-id", "org.loketten.Loketten",
                                  "flags", G_APPLICATION_NON_UNIQUE,
                                  "resource-base-path", "/org/loketten/Loketten",
                                  NULL);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

static char *
dup_store_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("loketten-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (folder, "office.db", NULL);
}

static void
remove_store (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
make_office (const char *path,
             LoketClock *clock,
             guint       n_clients)
{
  const LoketDemoOptions options = { .seed = 1, .n_clients = n_clients, .n_years = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDesk) desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, &error);
  g_autoptr (LoketDeed) deed = NULL;

  g_assert_no_error (error);
  if (n_clients > 0)
    {
      g_assert_true (loket_desk_identify (desk, NULL, NULL, "loketctl", &error));
      deed = loket_desk_make_demo (desk, &options, &error);
      g_assert_no_error (error);
    }
  loket_desk_close (desk);
}

/**
 * ui_fixture_open_desk:
 * @n_clients: how many clients the office has had; 0 is the first start
 *
 * Returns: (transfer full): a desk at which the first counsellor works
 */
LoketDesk *
ui_fixture_open_desk (guint n_clients)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new (UI_FIXTURE_NOW, &error);
  g_autofree char *path = dup_store_path ();
  LoketDesk *desk;

  make_office (path, clock, n_clients);
  desk = loket_desk_start (path, clock, "A001", NULL, &error);
  g_assert_no_error (error);
  g_object_set_data (G_OBJECT (desk), "path", g_steal_pointer (&path));

  return desk;
}

/**
 * ui_fixture_close_desk:
 * @desk: (transfer full): a desk that nobody will hold once all answers have come
 */
void
ui_fixture_close_desk (LoketDesk *desk)
{
  g_autofree char *path = g_object_steal_data (G_OBJECT (desk), "path");
  gpointer gone = desk;

  g_object_add_weak_pointer (gone, &gone);
  loket_desk_close (desk);
  g_object_unref (desk);
  ui_fixture_wait_for_end (&gone);
  remove_store (path);
}

static gboolean
too_late_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * ui_fixture_wait:
 * @probe: what is waited for
 *
 * Runs the main loop until the probe is true; fails the test when that takes too long.
 */
void
ui_fixture_wait (UiFixtureProbe probe,
                 gpointer       user_data)
{
  gboolean too_late = FALSE;
  guint id = g_timeout_add_seconds (SECONDS, too_late_cb, &too_late);

  while (!probe (user_data) && !too_late)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (too_late);
  g_source_remove (id);
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/**
 * ui_fixture_wait_for_end:
 * @weak_pointer: a weak pointer to an object that nothing should hold any more
 *
 * Waits until answers that are under way have come and the object is gone.
 */
void
ui_fixture_wait_for_end (gpointer weak_pointer)
{
  ui_fixture_wait (is_null, weak_pointer);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_free (loket_desk_load_counts_finish (LOKET_DESK (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/**
 * ui_fixture_settle:
 *
 * Waits until all that was asked of the desk before has been answered, and what was asked because
 * of the answers too.
 */
void
ui_fixture_settle (LoketDesk *desk)
{
  for (int i = 0; i < 3; i++)
    {
      gboolean counted = FALSE;

      loket_desk_load_counts_async (desk, NULL, counted_cb, &counted);
      ui_fixture_wait (is_true, &counted);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  const char *label = NULL;

  if (text == NULL)
    return TRUE;

  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_label (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    label = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return g_strcmp0 (label, text) == 0;
}

/**
 * ui_fixture_find:
 * @within: where to look
 * @type: what kind of widget
 * @text: (nullable): the text or title that it has
 *
 * Returns: (transfer none) (nullable): the first such widget that is on the screen
 */
GtkWidget *
ui_fixture_find (GtkWidget  *within,
                 GType       type,
                 const char *text)
{
  GtkWidget *child = gtk_widget_get_first_child (within);

  if (g_type_is_a (G_OBJECT_TYPE (within), type) && has_text (within, text)
      && gtk_widget_get_mapped (within))
    return within;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

/**
 * ui_fixture_show:
 * @child: (transfer full): a widget
 *
 * Returns: (transfer none): the window that shows it
 */
GtkWidget *
ui_fixture_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_wait (is_mapped, child);

  return window;
}

void
ui_record_set_up (UiRecord      *record,
                  gconstpointer  data)
{
  record->desk = ui_fixture_open_desk (0);
  record->client = work_add_client (record->desk, "Jansen", "& <Zn>");
  record->trajectory = work_add_trajectory (record->desk, record->client,
                                            loket_desk_get_counsellor_id (record->desk));
  record->view = g_object_new (LOKET_TYPE_DOSSIER_VIEW, NULL);
  loket_dossier_view_set_desk (record->view, record->desk);
  record->window = ui_fixture_show (GTK_WIDGET (record->view));
}

void
ui_record_tear_down (UiRecord      *record,
                     gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (record->window));
  ui_fixture_close_desk (record->desk);
}

/**
 * ui_record_show:
 * @client: the id of a client
 *
 * Shows the record of a client, as it is now.
 */
void
ui_record_show (UiRecord   *record,
                const char *client)
{
  loket_dossier_view_show_client (record->view, client);
  ui_fixture_settle (record->desk);
}
