/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The record of a client on the screen. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-contact.h"
#include "loket-dossier-view.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-stage-strip.h"

typedef struct
{
  LoketDesk *desk;
  const char *client;
  const char *trajectory;
  LoketDossierView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
  fixture->client = work_add_client (fixture->desk, "Jansen", "& <Zn>");
  fixture->trajectory = work_add_trajectory (fixture->desk, fixture->client,
                                             loket_desk_get_counsellor_id (fixture->desk));
  fixture->view = g_object_new (LOKET_TYPE_DOSSIER_VIEW, NULL);
  loket_dossier_view_set_desk (fixture->view, fixture->desk);
  fixture->window = ui_fixture_show (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_close_desk (fixture->desk);
}

static void
show (Fixture    *fixture,
      const char *client)
{
  loket_dossier_view_show_client (fixture->view, client);
  ui_fixture_settle (fixture->desk);
}

static gboolean
shows (Fixture    *fixture,
       GType       type,
       const char *text)
{
  return ui_fixture_find (fixture->window, type, text) != NULL;
}

static void
add_session (Fixture    *fixture,
             const char *starts_at,
             const char *state)
{
  work_add (fixture->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, fixture->trajectory,
            LOKET_SESSION_STARTS_AT, starts_at, LOKET_SESSION_STATE, state, -1);
}

static void
add_contact (Fixture    *fixture,
             const char *due_on)
{
  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, due_on, -1);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  add_session (fixture, "2026-11-10T13:00", "held");
  add_session (fixture, "2026-11-24T10:30", "planned");
  add_contact (fixture, "2026-11-18");
  show (fixture, fixture->client);

  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Jansen & <Zn>"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Tuesday 10 November"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "10 days ago, 13:00"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Tuesday 24 November"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "in 4 days, 10:30"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "2 days late"));
}

static void
test_nothing_yet (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *other = work_add_client (fixture->desk, "Ali", "Demir");

  show (fixture, other);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "not yet"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "none planned"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Nothing has happened yet."));
  g_assert_null (ui_fixture_find (fixture->window, LOKET_TYPE_STAGE_STRIP, NULL));
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *chip;

  add_session (fixture, "2026-11-10T13:00", "held");
  add_contact (fixture, "2026-11-18");
  show (fixture, fixture->client);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Session"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Call back"));

  chip = ui_fixture_find (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "Contacts");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_false (shows (fixture, GTK_TYPE_LABEL, "Session"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Call back"));
  chip = ui_fixture_find (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "Promises");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Nothing matches what you chose above."));
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_fixture_find (fixture->window, GTK_TYPE_LABEL,
                                                                  "Show Everything"),
                                                 GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Session"));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  g_assert_no_error (error);
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LoketRecord) client = work_load (fixture->desk, &loket_client_kind, fixture->client);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);

  show (fixture, fixture->client);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Bakker");
  loket_desk_save_async (fixture->desk, "client.save", draft, NULL, saved_cb, NULL);
  while (!shows (fixture, GTK_TYPE_LABEL, "Jansen Bakker"))
    g_main_context_iteration (NULL, TRUE);
}

/* The one that was chosen last is shown, whichever answer comes first. */
static void
test_last_choice (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *other = work_add_client (fixture->desk, "Ali", "Demir");

  loket_dossier_view_show_client (fixture->view, fixture->client);
  loket_dossier_view_show_client (fixture->view, other);
  ui_fixture_settle (fixture->desk);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Ali Demir"));
  g_assert_cmpstr (loket_record_get_id (LOKET_RECORD (
                     loket_dossier_view_get_client (fixture->view))), ==, other);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/dossier-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("says-last-next-and-late", test_facts);
  ADD ("says-what-is-not-there", test_nothing_yet);
  ADD ("filters-by-kind", test_filters);
  ADD ("follows-changes", test_follows);
  ADD ("shows-the-last-choice", test_last_choice);
#undef ADD

  return g_test_run ();
}
