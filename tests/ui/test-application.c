/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The program from its first window to its last, on a store of its own. */

#include "ui-fixture.h"

#include "loket-application.h"
#include "loket-client-editor.h"
#include "loket-client.h"
#include "loket-save-act.h"
#include "loket-window.h"

#include <glib/gstdio.h>

typedef struct
{
  GtkApplication *application;
  char *folder;
  char *store;
  char *log;       /* of the store: there as long as it is open */
  GSourceFunc act; /* what is done once the place Today is there */
  guint n_rounds;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("loketten-XXXXXX", NULL);
  fixture->store = g_build_filename (fixture->folder, "office.db", NULL);
  fixture->log = g_strconcat (fixture->store, "-wal", NULL);
  fixture->application = GTK_APPLICATION (loket_application_new ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) files = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->application);
  g_assert_false (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->store);
  g_free (fixture->log);
}

static GtkWindow *
get_window (Fixture *fixture)
{
  GList *link = gtk_application_get_windows (fixture->application);

  while (link != NULL && !LOKET_IS_WINDOW (link->data))
    link = link->next;

  return link != NULL ? link->data : NULL;
}

static GtkWindow *
get_editor (Fixture *fixture)
{
  GList *link = gtk_application_get_windows (fixture->application);

  while (link != NULL && !LOKET_IS_CLIENT_EDITOR (link->data))
    link = link->next;

  return link != NULL ? link->data : NULL;
}

static void
quit (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
}

static void
open_form (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (get_window (fixture)), "win.new-client", NULL);
  g_assert_nonnull (get_editor (fixture));
}

static gboolean
look_cb (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWindow *window = get_window (fixture);

  if (window == NULL
      || ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Counsellor") == NULL)
    {
      if (window == NULL
          || ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Team lead") == NULL)
        return G_SOURCE_CONTINUE;
    }

  return fixture->act (fixture);
}

static void
run (Fixture     *fixture,
     GSourceFunc  act)
{
  char *words[] = { (char *) "loketten", (char *) "--store", fixture->store, NULL };

  fixture->act = act;
  g_timeout_add (20, look_cb, fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 3, words), ==, 0);
}

static gboolean
quit_over_empty_form (gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
  open_form (fixture);
  quit (fixture);
  g_assert_null (gtk_application_get_windows (fixture->application));

  return G_SOURCE_REMOVE;
}

/* tear_down () sees that the store was closed. */
static void
test_quitting_closes_every_window (Fixture       *fixture,
                                   gconstpointer  data)
{
  run (fixture, quit_over_empty_form);
}

static gboolean
quit_over_filled_form (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *row;

  open_form (fixture);
  row = ui_fixture_find (GTK_WIDGET (get_editor (fixture)), ADW_TYPE_ENTRY_ROW, "Family name");
  gtk_editable_set_text (GTK_EDITABLE (row), "Nooitgedacht");
  quit (fixture);
  g_assert_null (get_editor (fixture));
  g_assert_nonnull (get_window (fixture));
  quit (fixture);
  g_assert_null (get_window (fixture));

  return G_SOURCE_REMOVE;
}

static void
test_quitting_keeps_the_window_of_a_filled_form (Fixture       *fixture,
                                                 gconstpointer  data)
{
  run (fixture, quit_over_filled_form);
}

static gboolean
save_and_quit (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *row;

  open_form (fixture);
  row = ui_fixture_find (GTK_WIDGET (get_editor (fixture)), ADW_TYPE_ENTRY_ROW, "Family name");
  gtk_editable_set_text (GTK_EDITABLE (row), "Nooitgedacht");
  gtk_widget_activate_action (GTK_WIDGET (get_editor (fixture)), "editor.save", NULL);
  gtk_window_destroy (get_editor (fixture));
  quit (fixture);

  return G_SOURCE_REMOVE;
}

static void
test_quitting_writes_what_was_begun (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketClock) clock = loket_clock_new (NULL, NULL);
  g_autoptr (LoketDesk) desk = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);

  run (fixture, save_and_quit);

  /* The first client was number one: the next cannot have the number. */
  desk = loket_desk_open (fixture->store, LOKET_ACCESS_WRITE, clock, NULL);
  loket_draft_set_value (draft, LOKET_CLIENT_CLIENT_NO, "K0000001");
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Jansen");
  deed = loket_desk_save (desk, "client.save", draft, NULL);
  g_assert_null (deed);
  loket_desk_close (desk);
}

#define ADD(name, test) \
  g_test_add ("/application/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  ADD ("quitting-closes-every-window", test_quitting_closes_every_window);
  ADD ("quitting-keeps-the-window-of-a-filled-form",
       test_quitting_keeps_the_window_of_a_filled_form);
  ADD ("quitting-writes-what-was-begun", test_quitting_writes_what_was_begun);

  return g_test_run ();
}
