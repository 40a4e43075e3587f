/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The timeline of a client on the screen: long, filtered, opened, corrected. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-contact.h"
#include "loket-correction.h"
#include "loket-dossier-view.h"
#include "loket-event-row.h"
#include "loket-promise.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-timeline.h"

#define MANY 300

static const char *
add_session (UiRecord   *fixture,
             const char *starts_at,
             const char *note)
{
  return work_add (fixture->desk, &loket_session_kind,
                   LOKET_SESSION_TRAJECTORY_NO, fixture->trajectory,
                   LOKET_SESSION_STARTS_AT, starts_at, LOKET_SESSION_STATE, "held",
                   LOKET_SESSION_NOTE_CLIENT, note, -1);
}

static void
add_many (UiRecord *fixture)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *starts_at = g_strdup_printf ("%u-%02u-%02uT10:00", 2021 + i / 60,
                                                    1 + (i / 5) % 12, 1 + i % 28);

      add_session (fixture, starts_at, "A note");
    }
}

static guint
count_rows (GtkWidget *widget)
{
  guint count = LOKET_IS_EVENT_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);

  return count;
}

static gboolean
shows (UiRecord   *fixture,
       const char *text)
{
  return ui_fixture_find (fixture->window, GTK_TYPE_LABEL, text) != NULL;
}

/* A client of five years is on the screen at once, and the rest is there when it is asked for. */
static void
test_long_client_is_quick (UiRecord      *fixture,
                           gconstpointer  data)
{
  g_autoptr (GtkWidget) timeline = NULL;
  gint64 begun;

  add_many (fixture);
  ui_record_show (fixture, fixture->client);
  g_assert_cmpuint (count_rows (fixture->window), ==, 40);

  timeline = g_object_ref_sink (g_object_new (LOKET_TYPE_TIMELINE, NULL));
  begun = g_get_monotonic_time ();
  loket_timeline_show (LOKET_TIMELINE (timeline), fixture->desk,
                       loket_dossier_view_get_dossier (fixture->view));
  g_test_message ("%u events take %" G_GINT64_FORMAT " ms of the window's time", MANY,
                  (g_get_monotonic_time () - begun) / 1000);

  for (guint i = 0; i < MANY / 40 + 1; i++)
    gtk_widget_activate_action (ui_fixture_find (fixture->window, LOKET_TYPE_EVENT_ROW, NULL),
                                "timeline.more", NULL);
  g_assert_cmpuint (count_rows (fixture->window), ==, MANY + 1);
}

static void
test_row_opens_and_stays_open (UiRecord      *fixture,
                               gconstpointer  data)
{
  GtkWidget *row;

  add_session (fixture, "2026-11-10T13:00", "First <b>line</b> & more\nsecond line 🙂\nمرحبا");
  ui_record_show (fixture, fixture->client);
  row = ui_fixture_find (fixture->window, LOKET_TYPE_EVENT_ROW, NULL);
  g_assert_true (shows (fixture, "First <b>line</b> & more"));
  g_assert_false (loket_event_row_is_open (LOKET_EVENT_ROW (row)));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (shows (fixture, "First <b>line</b> & more\nsecond line 🙂\nمرحبا"));

  /* Another session comes in: what was open stays open. */
  add_session (fixture, "2026-11-02T13:00", "Earlier");
  ui_record_show (fixture, fixture->client);
  g_assert_true (shows (fixture, "Earlier"));
  g_assert_true (shows (fixture, "First <b>line</b> & more\nsecond line 🙂\nمرحبا"));
}

static void
test_milestones (UiRecord      *fixture,
                 gconstpointer  data)
{
  add_session (fixture, "2026-11-10T13:00", NULL);
  add_session (fixture, "2026-11-12T13:00", NULL);
  ui_record_show (fixture, fixture->client);

  g_assert_true (shows (fixture, "Sign-up · 3 Nov 2025"));
  g_assert_true (shows (fixture, "Intake · 10 Nov 2026"));
  g_assert_false (shows (fixture, "Intake · 12 Nov 2026"));
}

static LoketCorrection *
find_correction (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LOKET_IS_CORRECTION (window))
        return LOKET_CORRECTION (window);
    }

  return NULL;
}

/* A wrong date is refused by name, and what was typed stays. */
static void
test_correction_refuses_by_name (UiRecord      *fixture,
                                 gconstpointer  data)
{
  const char *promise = work_add (fixture->desk, &loket_promise_kind,
                                  LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory,
                                  LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "send",
                                  LOKET_PROMISE_DUE_ON, "2026-11-24", LOKET_PROMISE_TEXT, "Folder",
                                  -1);
  g_autofree char *key = g_strconcat (promise, ":", NULL);
  g_autoptr (LoketRecord) record = NULL;
  GtkWidget *form, *entry;

  ui_record_show (fixture, fixture->client);
  gtk_widget_activate_action (ui_fixture_find (fixture->window, LOKET_TYPE_EVENT_ROW, NULL),
                              "timeline.correct", "s", key);
  form = GTK_WIDGET (find_correction ());
  g_assert_nonnull (form);
  ui_fixture_settle (fixture->desk);
  entry = ui_fixture_find (form, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "30-2-2026");
  gtk_widget_activate_action (form, "correction.save", NULL);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30-2-2026");

  /* A day without its year is the next one. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "4-12");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_widget_activate_action (form, "correction.save", NULL);
  while (find_correction () != NULL)
    g_main_context_iteration (NULL, TRUE);
  record = work_load (fixture->desk, &loket_promise_kind, promise);
  g_assert_cmpstr (loket_record_get_value (record, LOKET_PROMISE_DUE_ON), ==, "2026-12-04");
}

static GtkWidget *
find_row (UiRecord   *fixture,
          const char *text)
{
  GtkWidget *label = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, LOKET_TYPE_EVENT_ROW);
}

/* The promise has no row of its own; the call says how it went, the promise what it was for. */
static void
test_promise_of_a_call_is_corrected (UiRecord      *fixture,
                                     gconstpointer  data)
{
  g_autofree char *promise = g_strdup (
    work_add (fixture->desk, &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
              fixture->trajectory, LOKET_PROMISE_BY, "counsellor", LOKET_PROMISE_KIND, "callback",
              LOKET_PROMISE_DUE_ON, "2025-11-14", LOKET_PROMISE_TEXT, "Brochure",
              LOKET_PROMISE_DONE_ON, "2025-11-13", LOKET_PROMISE_OUTCOME, "kept", -1));
  g_autoptr (LoketRecord) record = NULL;
  GtkWidget *row, *button, *entry;

  work_add (fixture->desk, &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
            LOKET_CONTACT_KIND, "callback", LOKET_CONTACT_DUE_ON, "2025-11-14",
            LOKET_CONTACT_DONE_ON, "2025-11-13", LOKET_CONTACT_OUTCOME, "reached", -1);
  ui_record_show (fixture, fixture->client);
  row = find_row (fixture, "Call back: Reached");
  loket_event_row_set_open (LOKET_EVENT_ROW (row), TRUE);
  button = ui_fixture_find (row, GTK_TYPE_BUTTON, "Correct the Promise…");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (find_correction ());
  ui_fixture_settle (fixture->desk);
  entry = ui_fixture_find (GTK_WIDGET (find_correction ()), ADW_TYPE_ENTRY_ROW, "Done on");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "12-11-2025");
  gtk_widget_activate_action (GTK_WIDGET (find_correction ()), "correction.save", NULL);
  while (find_correction () != NULL)
    g_main_context_iteration (NULL, TRUE);

  record = work_load (fixture->desk, &loket_promise_kind, promise);
  g_assert_cmpstr (loket_record_get_value (record, LOKET_PROMISE_DONE_ON), ==, "2025-11-12");
}

static gboolean
has_focus (UiRecord  *fixture,
           GtkWidget *widget)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window)) == widget;
}

/* Others save while one is about to press: only what they changed is made anew. */
static void
test_rows_stay (UiRecord      *fixture,
                gconstpointer  data)
{
  const char *middle = add_session (fixture, "2026-11-12T13:00", "Middle");
  GtkWidget *early, *button, *milestone;
  g_autoptr (LoketRecord) record = NULL;
  g_autoptr (LoketDraft) draft = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  add_session (fixture, "2026-11-10T13:00", "Early");
  ui_record_show (fixture, fixture->client);
  milestone = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Sign-up · 3 Nov 2025");
  early = find_row (fixture, "Early");
  loket_event_row_set_open (LOKET_EVENT_ROW (early), TRUE);
  ui_fixture_settle (fixture->desk);
  button = ui_fixture_find (early, GTK_TYPE_BUTTON, "Correct…");
  g_assert_true (gtk_widget_grab_focus (button));

  record = work_load (fixture->desk, &loket_session_kind, middle);
  draft = loket_draft_new_from_record (record);
  loket_draft_set_value (draft, LOKET_SESSION_NOTE_CLIENT, "Changed");
  deed = loket_desk_save (fixture->desk, "test.change", draft, NULL);
  add_session (fixture, "2026-11-14T13:00", "Latest");
  ui_fixture_settle (fixture->desk);
  g_assert_true (shows (fixture, "Latest") && shows (fixture, "Changed"));
  g_assert_false (shows (fixture, "Middle"));
  g_assert_true (find_row (fixture, "Early") == early);
  g_assert_true (loket_event_row_is_open (LOKET_EVENT_ROW (early)));
  g_assert_true (has_focus (fixture, button));
  g_assert_true (ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Sign-up · 3 Nov 2025")
                 == milestone);
}

static GtkWidget *
find_more (UiRecord *fixture)
{
  GtkWidget *label = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Show Earlier Changes");

  g_assert_nonnull (label);

  return gtk_widget_get_parent (label);
}

static guint
count_changes (UiRecord *fixture)
{
  GtkWidget *more = find_more (fixture);
  GtkWidget *list = gtk_widget_get_first_child (gtk_widget_get_parent (more));
  guint n = 0;

  while (!GTK_IS_LIST_BOX (list))
    list = gtk_widget_get_next_sibling (list);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;

  return n;
}

/* Whoever reads the earlier changes goes on reading while others save. */
static void
test_changes_stay (UiRecord      *fixture,
                   gconstpointer  data)
{
  GtkWidget *more;

  add_many (fixture);
  ui_record_show (fixture, fixture->client);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "dossier.show-changes", NULL);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpuint (count_changes (fixture), ==, 30);
  more = find_more (fixture);
  gtk_widget_activate_action (more, "history.more", NULL);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpuint (count_changes (fixture), ==, 60);
  g_assert_true (gtk_widget_grab_focus (more));

  g_signal_emit_by_name (fixture->desk, "changed");
  ui_fixture_settle (fixture->desk);
  g_assert_cmpuint (count_changes (fixture), ==, 60);
  add_session (fixture, "2026-11-14T13:00", "Latest");
  ui_fixture_settle (fixture->desk);
  g_assert_cmpuint (count_changes (fixture), ==, 61);
  g_assert_true (has_focus (fixture, more));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/timeline/" name, UiRecord, NULL, ui_record_set_up, func, ui_record_tear_down)
  ADD ("long-client-is-quick", test_long_client_is_quick);
  ADD ("row-opens-and-stays-open", test_row_opens_and_stays_open);
  ADD ("sign-up-and-intake-are-milestones", test_milestones);
  ADD ("rows-stay-while-others-save", test_rows_stay);
  ADD ("changes-stay-while-others-save", test_changes_stay);
  ADD ("correction-refuses-by-name", test_correction_refuses_by_name);
  ADD ("promise-of-a-call-is-corrected", test_promise_of_a_call_is_corrected);
#undef ADD

  return g_test_run ();
}
