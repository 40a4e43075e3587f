/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which a trajectory is closed: what it asks, what it shows, and what it refuses. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-client.h"
#include "loket-closing-dialog.h"
#include "loket-promise-row.h"
#include "loket-promise.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"

typedef struct
{
  LoketDesk *desk;
  GtkWidget *dialog;  /* (nullable): once it is closed */
  char *client_id;
  char *trajectory_id;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
  fixture->client_id = g_strdup (work_add_client (fixture->desk, "Mehmet", "Aydın"));
  fixture->trajectory_id =
    g_strdup (work_add_trajectory (fixture->desk, fixture->client_id,
                                   loket_desk_get_counsellor_id (fixture->desk)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_fixture_wait_for_end (&fixture->dialog);
  ui_fixture_close_desk (fixture->desk);
  g_free (fixture->client_id);
  g_free (fixture->trajectory_id);
}

static const char *
add_promise (Fixture    *fixture,
             const char *text)
{
  return work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
                   fixture->trajectory_id, LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND,
                   "send", LOKET_PROMISE_DUE_ON, "2026-11-24", LOKET_PROMISE_TEXT, text, -1);
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = loket_closing_dialog_new (fixture->desk, fixture->client_id,
                                              fixture->trajectory_id);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ui_fixture_settle (fixture->desk);
}

static gboolean
can_accept (Fixture *fixture)
{
  return gtk_widget_get_sensitive (ui_fixture_find (fixture->dialog, GTK_TYPE_BUTTON,
                                                    "_Close Trajectory"));
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_assert_nonnull (ui_fixture_find (fixture->dialog, GTK_TYPE_LABEL, text));
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer user_data)
{
  const Expected *expected = user_data;

  return ui_fixture_find (expected->fixture->dialog, GTK_TYPE_LABEL, expected->text) != NULL;
}

static void
wait_shown (Fixture    *fixture,
            const char *text)
{
  Expected expected = { fixture, text };

  ui_fixture_wait (is_shown, &expected);
}

static void
choose (Fixture *fixture,
        int      number)
{
  gtk_widget_activate_action (fixture->dialog, "closing.choose-wish", "i", number);
}

static gboolean
is_gone (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

static void
test_asks_for_a_choice (Fixture       *fixture,
                        gconstpointer  data)
{
  open_dialog (fixture);
  g_assert_false (can_accept (fixture));
  assert_shown (fixture, "Choose what the client wants");
  choose (fixture, 3);
  g_assert_true (can_accept (fixture));
  assert_shown (fixture, "Mon 4 Jan 2027");
  assert_shown (fixture, "moved on from Fri 1 Jan");
  choose (fixture, 1);
  assert_shown (fixture, "Nothing is planned");
  /* There are no more than four. */
  choose (fixture, 7);

  gtk_widget_activate_action (fixture->dialog, "form.accept", NULL);
  ui_fixture_wait (is_gone, &fixture->dialog);
}

/* The act is done after the dialog is gone, and has nobody to tell it to. */
static void
test_may_be_closed_while_a_promise_is_kept (Fixture       *fixture,
                                            gconstpointer  data)
{
  const char *id = add_promise (fixture, "Folder");

  open_dialog (fixture);
  gtk_widget_activate_action (fixture->dialog, "closing.keep-promise", "s", id);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_fixture_settle (fixture->desk);
  ui_fixture_wait (is_gone, &fixture->dialog);
}

static void
test_one_session_asks_for_a_second (Fixture       *fixture,
                                    gconstpointer  data)
{
  work_add (fixture->desk, &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
            fixture->trajectory_id, LOKET_SESSION_STARTS_AT, "2026-11-19T10:00",
            LOKET_SESSION_STATE, "held", -1);
  open_dialog (fixture);
  choose (fixture, 1);
  g_assert_false (can_accept (fixture));
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (ui_fixture_find (fixture->dialog, ADW_TYPE_COMBO_ROW,
                                    "There was one session. Was a second one offered?")), 1);
  g_assert_true (can_accept (fixture));
}

/* What was chosen stays as it is. */
static void
test_names_open_promises (Fixture       *fixture,
                          gconstpointer  data)
{
  add_promise (fixture, "Folder <mbo> & kosten");
  open_dialog (fixture);
  assert_shown (fixture, "Folder <mbo> & kosten");
  choose (fixture, 4);
  gtk_widget_activate_action (fixture->dialog, "form.accept", NULL);
  wait_shown (fixture, "Promised to the client, and still open: “Folder <mbo> & kosten”. "
                       "Keep it first");
  assert_shown (fixture, "Fri 4 Dec 2026");
  g_assert_true (can_accept (fixture));

  gtk_widget_activate_action (ui_fixture_find (fixture->dialog, LOKET_TYPE_PROMISE_ROW, NULL),
                              "promise.keep", NULL);
  wait_shown (fixture, "none");
  gtk_widget_activate_action (fixture->dialog, "form.accept", NULL);
  ui_fixture_wait (is_gone, &fixture->dialog);
}

static void
test_who_objects_gets_nothing (Fixture       *fixture,
                               gconstpointer  data)
{
  LoketRecord *client = work_load (fixture->desk, &loket_client_kind, fixture->client_id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (client);
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_flag (draft, LOKET_CLIENT_NO_CONTACT, TRUE);
  deed = loket_desk_save (fixture->desk, "client.save", draft, NULL);
  g_assert_nonnull (deed);
  g_object_unref (client);

  open_dialog (fixture);
  choose (fixture, 4);
  assert_shown (fixture,
                "The client wants no contact. Nothing is planned, whatever is chosen here.");
  g_assert_null (ui_fixture_find (fixture->dialog, GTK_TYPE_LABEL, "Fri 4 Dec 2026"));
  g_assert_true (can_accept (fixture));
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  add_test ("/closing-dialog/asks-for-a-choice", test_asks_for_a_choice);
  add_test ("/closing-dialog/may-be-closed-while-a-promise-is-kept",
            test_may_be_closed_while_a_promise_is_kept);
  add_test ("/closing-dialog/one-session-asks-for-a-second", test_one_session_asks_for_a_second);
  add_test ("/closing-dialog/names-open-promises", test_names_open_promises);
  add_test ("/closing-dialog/who-objects-gets-nothing", test_who_objects_gets_nothing);

  return g_test_run ();
}
