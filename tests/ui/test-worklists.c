/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a person sees in the places Today and Follow-up, and what pressing a button does. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-aftercare-page.h"
#include "loket-contact.h"
#include "loket-day-strip.h"
#include "loket-follow-ups.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-today-page.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"
#include "loket-work-row.h"

/* A page in a window that keeps what it is told to say. */
typedef struct
{
  LoketDesk *desk;
  const char *counsellor;
  const char *trajectory;
  GtkWidget *window;
  GtkWidget *page;
  char *sentence;
  char *act;
} Fixture;

static void
offer_undo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->sentence);
  g_free (fixture->act);
  g_variant_get (parameter, "(ss)", &fixture->sentence, &fixture->act);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
  fixture->counsellor = loket_desk_get_counsellor_id (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle (fixture->desk);
  ui_fixture_close_desk (fixture->desk);
  g_free (fixture->sentence);
  g_free (fixture->act);
}

static void
show_page (Fixture   *fixture,
           GtkWidget *page)
{
  const GActionEntry entries[] = { { "offer-undo", offer_undo_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  fixture->page = page;
  fixture->window = ui_fixture_show (page);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  ui_fixture_settle (fixture->desk);
}

static void
add_client (Fixture    *fixture,
            const char *given_name,
            const char *family_name)
{
  const char *client = work_add_client (fixture->desk, given_name, family_name);

  fixture->trajectory = work_add_trajectory (fixture->desk, client, fixture->counsellor);
}

static const char *
add_contact (Fixture    *fixture,
             const char *kind,
             const char *due_on)
{
  return work_add (fixture->desk, &loket_contact_kind,
                   LOKET_CONTACT_TRAJECTORY_NO, fixture->trajectory,
                   LOKET_CONTACT_KIND, kind, LOKET_CONTACT_DUE_ON, due_on, -1);
}

static void
add_session (Fixture    *fixture,
             const char *starts_at)
{
  work_add (fixture->desk, &loket_session_kind,
            LOKET_SESSION_TRAJECTORY_NO, fixture->trajectory,
            LOKET_SESSION_STARTS_AT, starts_at, LOKET_SESSION_STATE, "planned", -1);
}

static guint
count_rows (GtkWidget *within)
{
  guint n = LOKET_IS_WORK_ROW (within) && gtk_widget_get_mapped (within);

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

typedef struct
{
  GtkWidget *page;
  guint n;
} Expected;

static gboolean
has_rows (gpointer user_data)
{
  const Expected *expected = user_data;

  return count_rows (expected->page) == expected->n;
}

/* An act is written on a thread of its own: what it changes is seen a moment later. */
static void
wait_for_rows (Fixture *fixture,
               guint    n)
{
  Expected expected = { fixture->page, n };

  ui_fixture_wait (has_rows, &expected);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpuint (count_rows (fixture->page), ==, n);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return ui_fixture_find (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = ui_fixture_find (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_settle (fixture->desk);
}

/* Words come first, and a picture underlines them. */
static void
assert_underlined (Fixture    *fixture,
                   const char *words,
                   const char *icon_name)
{
  GtkWidget *label = ui_fixture_find (fixture->page, GTK_TYPE_LABEL, words);
  GtkWidget *icon = gtk_widget_get_prev_sibling (label);

  g_assert_true (GTK_IS_IMAGE (icon));
  g_assert_true (gtk_widget_get_mapped (icon));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (icon)), ==, icon_name);
}

static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  const char *newcomer = work_add_client (fixture->desk, "Youssef", "El Amrani");

  work_add (fixture->desk, &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO, newcomer,
            LOKET_TRAJECTORY_OPENED_ON, "2026-11-17", -1);
  add_client (fixture, "Kees", "Velden");
  add_session (fixture, "2026-11-20T09:30");
  add_session (fixture, "2026-11-20T11:00");
  add_contact (fixture, "aftercare", "2026-11-18");
  work_add (fixture->desk, &loket_promise_kind,
            LOKET_PROMISE_TRAJECTORY_NO, fixture->trajectory, LOKET_PROMISE_BY, "counsellor",
            LOKET_PROMISE_KIND, "send", LOKET_PROMISE_TEXT, "Brochure sturen",
            LOKET_PROMISE_DUE_ON, UI_FIXTURE_TODAY, -1);
  show_page (fixture, loket_today_page_new (fixture->desk));

  wait_for_rows (fixture, 5);
  g_assert_true (shows (fixture, "Friday 20 November  ·  2 appointments, 1 late, 1 for today, "
                                 "1 not taken yet"));
  g_assert_true (shows (fixture, "response today"));
  g_assert_true (shows (fixture, "outcome missing"));
  g_assert_true (shows (fixture, "in 20 minutes"));
  g_assert_true (shows (fixture, "2 working days late"));
  g_assert_true (shows (fixture, "Promised: brochure sturen"));
  assert_underlined (fixture, "2 working days late", "dialog-warning-symbolic");
  assert_underlined (fixture, "today", "alarm-symbolic");
  g_assert_true (gtk_widget_has_css_class (ui_fixture_find (fixture->page, GTK_TYPE_BUTTON, "Open"),
                                           "suggested-action"));
}

static void
test_act_and_undo (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *contact;
  g_autoptr (LoketRecord) reached = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  add_client (fixture, "Kees", "Velden");
  contact = add_contact (fixture, "callback", "2026-11-18");
  add_contact (fixture, "other", "2026-11-19");
  show_page (fixture, loket_today_page_new (fixture->desk));
  wait_for_rows (fixture, 2);

  press (fixture, "Reached");
  wait_for_rows (fixture, 1);
  g_assert_cmpstr (fixture->sentence, ==, "Kees Velden: reached");
  reached = work_load (fixture->desk, &loket_contact_kind, contact);
  g_assert_cmpstr (loket_record_get_value (reached, LOKET_CONTACT_OUTCOME), ==, "reached");

  undone = loket_desk_undo (fixture->desk, fixture->act, NULL);
  g_assert_nonnull (undone);
  ui_fixture_settle (fixture->desk);
  wait_for_rows (fixture, 2);
}

static void
test_focus_goes_on (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *button, *focus;

  add_client (fixture, "Kees", "Velden");
  add_contact (fixture, "callback", "2026-11-17");
  add_contact (fixture, "other", "2026-11-18");
  show_page (fixture, loket_today_page_new (fixture->desk));

  button = ui_fixture_find (fixture->page, GTK_TYPE_BUTTON, "Reached");
  gtk_widget_grab_focus (button);
  press (fixture, "Reached");
  wait_for_rows (fixture, 1);

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_cmpuint (count_rows (focus), ==, 1);
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *client)
{
  GtkWidget *label = ui_fixture_find (fixture->page, GTK_TYPE_LABEL, client);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* What comes first is put off, and goes behind the others. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = NULL;
  const char *first;
  GtkWidget *kees, *mia, *button;

  add_client (fixture, "Jo", "Velden");
  first = add_contact (fixture, "aftercare", "2026-11-23");
  add_client (fixture, "Kees", "Velden");
  add_contact (fixture, "aftercare", "2026-11-24");
  add_client (fixture, "Mia", "Velden");
  add_contact (fixture, "aftercare", "2026-11-25");
  show_page (fixture, loket_aftercare_page_new (fixture->desk));
  wait_for_rows (fixture, 3);
  kees = find_row (fixture, "Kees Velden");
  mia = find_row (fixture, "Mia Velden");
  button = ui_fixture_find (kees, GTK_TYPE_BUTTON, "Reached");
  g_assert_true (gtk_widget_grab_focus (button));

  deed = work_do (fixture->desk, LOKET_ACT_MOVE, first, "2026-11-26", NULL);
  g_assert_nonnull (deed);
  ui_fixture_settle (fixture->desk);
  g_assert_true (gtk_widget_get_first_child (gtk_widget_get_parent (kees)) == kees);
  g_assert_true (find_row (fixture, "Kees Velden") == kees);
  g_assert_true (find_row (fixture, "Mia Velden") == mia);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
}

static void
test_arrow_keys (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row, *list, *focus;

  add_client (fixture, "Kees", "Velden");
  add_session (fixture, "2026-11-20T11:00");
  add_contact (fixture, "aftercare", "2026-11-18");
  show_page (fixture, loket_today_page_new (fixture->desk));
  row = gtk_widget_get_ancestor (ui_fixture_find (fixture->page, LOKET_TYPE_WORK_ROW, NULL),
                                 GTK_TYPE_LIST_BOX_ROW);
  list = gtk_widget_get_parent (row);
  gtk_widget_grab_focus (row);

  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_true (gtk_widget_get_parent (focus) != list);
  g_assert_nonnull (ui_fixture_find (focus, GTK_TYPE_LABEL, "2 working days late"));
}

static void
test_terrible_day (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *more;

  add_client (fixture, "Kees", "Velden");
  for (int i = 0; i < 12; i++)
    add_contact (fixture, "aftercare", "2026-11-18");
  show_page (fixture, loket_today_page_new (fixture->desk));

  wait_for_rows (fixture, 5);
  more = ui_fixture_find (fixture->page, GTK_TYPE_LABEL, "7 more late");
  g_assert_nonnull (more);

  gtk_widget_activate (gtk_widget_get_ancestor (more, GTK_TYPE_LIST_BOX_ROW));
  ui_fixture_settle (fixture->desk);
  wait_for_rows (fixture, 12);
}

static void
test_first_start (Fixture       *fixture,
                  gconstpointer  data)
{
  show_page (fixture, loket_today_page_new (fixture->desk));
  g_assert_true (shows (fixture, "No Clients Yet"));
}

static void
test_all_done (Fixture       *fixture,
               gconstpointer  data)
{
  add_client (fixture, "Kees", "Velden");
  add_session (fixture, "2026-11-23T09:00");
  show_page (fixture, loket_today_page_new (fixture->desk));
  g_assert_true (shows (fixture, "All Caught Up"));
  g_assert_true (shows (fixture, "Nothing is open today. First comes Monday 23 November at 09:00: "
                                 "Kees Velden, Intake."));

  press (fixture, "See What Is Coming");
  wait_for_rows (fixture, 1);
}

static void
test_everybody (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LoketRecord) me = work_load (fixture->desk, &loket_counsellor_kind,
                                          fixture->counsellor);
  GtkWidget *whose;

  fixture->counsellor = work_add_counsellor (fixture->desk, "A002", "counsellor");
  add_client (fixture, "Kees", "Velden");
  add_contact (fixture, "aftercare", "2026-11-18");
  loket_desk_set_counsellor (fixture->desk, LOKET_COUNSELLOR (me));
  show_page (fixture, loket_today_page_new (fixture->desk));
  g_assert_true (shows (fixture, "All Caught Up"));

  press (fixture, "See Everybody's Work");
  wait_for_rows (fixture, 1);
  g_assert_true (shows (fixture, "After-care · A002"));
  whose = ui_fixture_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (whose)), ==, 1);
}

static void
fill_follow_ups (Fixture *fixture)
{
  const char *done;
  g_autoptr (LoketDeed) deed = NULL;

  add_client (fixture, "Kees", "Velden");
  done = add_contact (fixture, "aftercare", "2026-11-17");
  deed = work_do (fixture->desk, LOKET_ACT_REACH, done, NULL, NULL);
  g_assert_nonnull (deed);
  add_contact (fixture, "aftercare", "2026-11-18");
  add_contact (fixture, "aftercare", "2026-11-20");
  add_contact (fixture, "callback", "2026-11-24");
  add_contact (fixture, "aftercare", "2026-12-08");
  add_contact (fixture, "aftercare", "2027-03-08");
}

static GtkDropDown *
get_filter (Fixture *fixture,
            guint    i)
{
  GtkWidget *first = ui_fixture_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);

  for (; i > 0; i--)
    first = gtk_widget_get_next_sibling (first);

  return GTK_DROP_DOWN (first);
}

static void
choose (Fixture *fixture,
        guint    filter,
        guint    line)
{
  gtk_drop_down_set_selected (get_filter (fixture, filter), line);
  ui_fixture_settle (fixture->desk);
}

static void
test_follow_ups (Fixture       *fixture,
                 gconstpointer  data)
{
  fill_follow_ups (fixture);
  show_page (fixture, loket_aftercare_page_new (fixture->desk));

  wait_for_rows (fixture, 4);
  g_assert_true (shows (fixture, "4 open, 1 late, 1 for today"));
  g_assert_true (shows (fixture, "Late"));
  g_assert_true (shows (fixture, "Today"));
  g_assert_true (shows (fixture, "Coming Week"));
  g_assert_true (shows (fixture, "Week 50"));

  choose (fixture, 2, 2);
  wait_for_rows (fixture, 5);
  choose (fixture, 3, LOKET_FOLLOW_UPS_DONE);
  wait_for_rows (fixture, 1);
  g_assert_true (shows (fixture, "reached, Fri 20 Nov"));
  g_assert_null (ui_fixture_find (fixture->page, GTK_TYPE_BUTTON, "Reached"));
  choose (fixture, 3, LOKET_FOLLOW_UPS_ALL);
  wait_for_rows (fixture, 6);
}

static void
test_follow_up_kinds_and_days (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *strip;

  fill_follow_ups (fixture);
  show_page (fixture, loket_aftercare_page_new (fixture->desk));

  /* The second line behind "All kinds": call back. */
  choose (fixture, 1, 2);
  wait_for_rows (fixture, 1);
  choose (fixture, 1, 0);

  strip = ui_fixture_find (fixture->page, LOKET_TYPE_DAY_STRIP, NULL);
  loket_day_strip_set_day (LOKET_DAY_STRIP (strip), "2026-12-08");
  ui_fixture_settle (fixture->desk);
  wait_for_rows (fixture, 1);

  loket_day_strip_set_day (LOKET_DAY_STRIP (strip), "2026-12-09");
  ui_fixture_settle (fixture->desk);
  g_assert_true (shows (fixture, "Nothing Here"));
  press (fixture, "Look at Any Period");
  wait_for_rows (fixture, 5);
}

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *row, *button;
  int dpi;

  add_client (fixture, "Kees", "Velden");
  add_session (fixture, "2026-11-20T09:30");
  show_page (fixture, loket_today_page_new (fixture->desk));
  row = ui_fixture_find (fixture->page, LOKET_TYPE_WORK_ROW, NULL);

  gtk_test_accessible_assert_property (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Kees Velden, Intake, outcome missing, 09:30");
  button = ui_fixture_find (row, GTK_TYPE_BUTTON, "Did not come");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Did not come, Kees Velden");

  /* With the text twice as large all of it still fits a telephone: 360 without the margins. */
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_fixture_settle (fixture->desk);
  g_assert_cmpint (get_least_width (row), <=, 336);
  g_assert_cmpint (get_least_width (fixture->page), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  add_test ("/today/says-how-everything-stands", test_today);
  add_test ("/today/an-act-can-be-undone", test_act_and_undo);
  add_test ("/today/the-focus-goes-on-to-the-next-row", test_focus_goes_on);
  add_test ("/today/rows-stay-when-others-move", test_rows_stay);
  add_test ("/today/arrow-keys-go-from-group-to-group", test_arrow_keys);
  add_test ("/today/a-terrible-day-shows-its-first-rows", test_terrible_day);
  add_test ("/today/the-first-start-leads-to-a-new-client", test_first_start);
  add_test ("/today/says-what-comes-when-all-is-done", test_all_done);
  add_test ("/today/a-team-lead-sees-everybodys-work", test_everybody);
  add_test ("/aftercare/groups-by-date", test_follow_ups);
  add_test ("/aftercare/filters-by-kind-and-day", test_follow_up_kinds_and_days);
  add_test ("/work-row/names-its-controls-and-fits", test_row);

  return g_test_run ();
}
