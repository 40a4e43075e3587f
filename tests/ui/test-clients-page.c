/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The list of clients beside a record. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-client-tile.h"
#include "loket-clients-page.h"

typedef struct
{
  LoketDesk *desk;
  const char *own;
  const char *other;
  LoketClientsPage *page;
  GtkWidget *window;
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->page = LOKET_CLIENTS_PAGE (loket_clients_page_new (fixture->desk));
  fixture->window = ui_fixture_show (GTK_WIDGET (fixture->page));
  ui_fixture_settle (fixture->desk);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
}

static void
set_up_people (Fixture       *fixture,
               gconstpointer  data)
{
  set_up (fixture, data);
  fixture->own = work_add_client (fixture->desk, "Ali", "Demir");
  fixture->other = work_add_client (fixture->desk, "Zoë", "Bakker");
  work_add_trajectory (fixture->desk, fixture->own, loket_desk_get_counsellor_id (fixture->desk));
  open_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_close_desk (fixture->desk);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return ui_fixture_find (fixture->window, GTK_TYPE_LABEL, text) != NULL;
}

static void
search (Fixture    *fixture,
        const char *text)
{
  loket_clients_page_search (fixture->page, text);
  ui_fixture_settle (fixture->desk);
}

static const char *
get_shown_id (Fixture *fixture)
{
  LoketClient *client = loket_clients_page_get_client (fixture->page);

  return client != NULL ? loket_record_get_id (LOKET_RECORD (client)) : NULL;
}

static void
test_own_clients (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_true (shows (fixture, "1 client with an open trajectory"));
  g_assert_true (shows (fixture, "Ali Demir"));
  g_assert_false (shows (fixture, "Zoë Bakker"));
  g_assert_true (shows (fixture, "No Client Chosen"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  search (fixture, "zoe");
  g_assert_true (shows (fixture, "1 found"));
  g_assert_true (shows (fixture, "Zoë Bakker"));
  search (fixture, "");
  g_assert_true (shows (fixture, "Ali Demir"));
  g_assert_false (shows (fixture, "Zoë Bakker"));
}

static void
test_open_first (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Enter is pressed before the answer is there. */
  loket_clients_page_search (fixture->page, "bakker");
  loket_clients_page_open_first (fixture->page);
  ui_fixture_settle (fixture->desk);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpstr (get_shown_id (fixture), ==, fixture->other);
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  search (fixture, "q<q & q");
  g_assert_true (shows (fixture, "Nobody Found"));
  g_assert_null (ui_fixture_find (fixture->window, GTK_TYPE_BUTTON, "Show All Clients"));
  g_assert_nonnull (ui_fixture_find (fixture->window, GTK_TYPE_BUTTON, "New Client"));
}

static void
test_show_everybody (Fixture       *fixture,
                     gconstpointer  data)
{
  open_page (fixture);
  g_assert_true (shows (fixture, "No Clients Here"));
  work_add_client (fixture->desk, "Zoë", "Bakker");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "clients.show-everybody", NULL);
  ui_fixture_settle (fixture->desk);
  g_assert_true (shows (fixture, "Zoë Bakker"));
  g_assert_true (shows (fixture, "1 client"));
}

static void
test_show_client (Fixture       *fixture,
                  gconstpointer  data)
{
  loket_clients_page_show_client (fixture->page, fixture->other);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpstr (get_shown_id (fixture), ==, fixture->other);
  g_assert_false (shows (fixture, "No Client Chosen"));
  /* Side by side there is nothing to go back from. */
  g_assert_false (loket_clients_page_can_go_back (fixture->page));
  g_assert_false (loket_clients_page_go_back (fixture->page));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

#define ADD(name, up, func) g_test_add ("/clients-page/" name, Fixture, NULL, up, func, tear_down)
  ADD ("begins-with-own-clients", set_up_people, test_own_clients);
  ADD ("finds-without-accents", set_up_people, test_search);
  ADD ("opens-the-first-once-it-is-there", set_up_people, test_open_first);
  ADD ("says-that-nobody-is-found", set_up_people, test_nobody);
  ADD ("shows-everybody", set_up, test_show_everybody);
  ADD ("shows-a-client-by-id", set_up_people, test_show_client);
#undef ADD

  return g_test_run ();
}
