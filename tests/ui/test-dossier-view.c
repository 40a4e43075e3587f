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

static gboolean
shows (UiRecord   *fixture,
       GType       type,
       const char *text)
{
  return ui_fixture_find (fixture->window, type, text) != NULL;
}

static void
add_session (UiRecord   *fixture,
             const char *starts_at,
             const char *state)
{
  work_add (fixture->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO, fixture->trajectory,
            LOKET_SESSION_STARTS_AT, starts_at, LOKET_SESSION_STATE, state, -1);
}

static void
add_contact (UiRecord   *fixture,
             const char *due_on)
{
  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, due_on, -1);
}

static void
test_facts (UiRecord      *fixture,
            gconstpointer  data)
{
  add_session (fixture, "2026-11-10T13:00", "held");
  add_session (fixture, "2026-11-24T10:30", "planned");
  add_contact (fixture, "2026-11-18");
  ui_record_show (fixture, fixture->client);

  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Jansen & <Zn>"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Tuesday 10 November"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "10 days ago, 13:00"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Tuesday 24 November"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "in 4 days, 10:30"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "2 working days late"));
}

static void
test_nothing_yet (UiRecord      *fixture,
                  gconstpointer  data)
{
  const char *other = work_add_client (fixture->desk, "Ali", "Demir");

  ui_record_show (fixture, other);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "not yet"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "none planned"));
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Nothing has happened yet."));
  g_assert_null (ui_fixture_find (fixture->window, LOKET_TYPE_STAGE_STRIP, NULL));
}

static void
test_filters (UiRecord      *fixture,
              gconstpointer  data)
{
  GtkWidget *chip;

  add_session (fixture, "2026-11-10T13:00", "held");
  add_contact (fixture, "2026-11-18");
  ui_record_show (fixture, fixture->client);
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
test_follows (UiRecord      *fixture,
              gconstpointer  data)
{
  g_autoptr (LoketRecord) client = work_load (fixture->desk, &loket_client_kind, fixture->client);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);

  ui_record_show (fixture, fixture->client);
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Bakker");
  loket_desk_save_async (fixture->desk, "client.save", draft, NULL, saved_cb, NULL);
  while (!shows (fixture, GTK_TYPE_LABEL, "Jansen Bakker"))
    g_main_context_iteration (NULL, TRUE);
}

/* The one that was chosen last is shown, whichever answer comes first. */
static void
test_last_choice (UiRecord      *fixture,
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

#define ADD(name, func) \
  g_test_add ("/dossier-view/" name, UiRecord, NULL, ui_record_set_up, func, ui_record_tear_down)
  ADD ("says-last-next-and-late", test_facts);
  ADD ("says-what-is-not-there", test_nothing_yet);
  ADD ("filters-by-kind", test_filters);
  ADD ("follows-changes", test_follows);
  ADD ("shows-the-last-choice", test_last_choice);
#undef ADD

  return g_test_run ();
}
