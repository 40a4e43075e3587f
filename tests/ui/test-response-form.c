/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the form in which responses are typed over. */

#include "ui-fixture.h"

#include "loket-questionnaires.h"
#include "loket-response-form.h"
#include "loket-response-question.h"

/* A window must fit a telephone that is held upright. */
#define NARROW 360

typedef struct
{
  LoketDesk *desk;
  LoketQuestionnaire *kto;
  GtkWidget *form;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
  fixture->kto = loket_questionnaires_load ("kto", NULL);
  g_assert_nonnull (fixture->kto);
  fixture->form = loket_response_form_new (fixture->desk, fixture->kto, NULL);
  gtk_window_present (GTK_WINDOW (fixture->form));
  ui_fixture_settle (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer gone = fixture->form;

  g_object_add_weak_pointer (G_OBJECT (fixture->form), &gone);
  gtk_window_destroy (GTK_WINDOW (fixture->form));
  ui_fixture_wait_for_end (&gone);
  g_object_unref (fixture->kto);
  ui_fixture_close_desk (fixture->desk);
}

static gboolean
shows (gpointer user_data)
{
  gpointer *wanted = user_data;

  return ui_fixture_find (wanted[0], GTK_TYPE_LABEL, wanted[1]) != NULL;
}

static void
wait_for_text (Fixture    *fixture,
               const char *text)
{
  gpointer wanted[] = { fixture->form, (gpointer) text };

  ui_fixture_wait (shows, wanted);
}

static void
test_fits_a_narrow_window (Fixture       *fixture,
                           gconstpointer  data)
{
  int least;

  gtk_widget_measure (fixture->form, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
}

static void
test_empty_response_is_not_saved (Fixture       *fixture,
                                  gconstpointer  data)
{
  gtk_widget_activate_action (fixture->form, "response.save", NULL);
  wait_for_text (fixture, "Nothing has been answered yet");
}

/* By mouse as by key. */
static void
test_saving_goes_on_to_the_next (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *question = ui_fixture_find (fixture->form, LOKET_TYPE_RESPONSE_QUESTION, NULL);
  GtkWidget *eight = gtk_widget_get_parent (ui_fixture_find (question, GTK_TYPE_LABEL, "8"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eight), TRUE);
  wait_for_text (fixture, "1 of 21 answered");
  gtk_widget_activate_action (fixture->form, "response.save", NULL);
  wait_for_text (fixture, "0 of 21 answered");
  g_assert_cmpint (loket_response_question_get_item (LOKET_RESPONSE_QUESTION (question)), ==, 0);
}

/* Nothing is asked before it is kept, but what is missing is said. */
static void
test_tells_what_is_missing (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *question = ui_fixture_find (fixture->form, LOKET_TYPE_RESPONSE_QUESTION, NULL);
  GtkWidget *eight = gtk_widget_get_parent (ui_fixture_find (question, GTK_TYPE_LABEL, "8"));

  wait_for_text (fixture, "No office yet: it will count in the figures of all offices only");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eight), TRUE);
  wait_for_text (fixture, "1 of 21 answered");
  gtk_widget_activate_action (fixture->form, "response.save", NULL);
  wait_for_text (fixture, "Response entered, 20 of 21 questions without an answer");
}

/* What was typed goes at the second stroke. */
static void
test_closing_asks_for_a_second_stroke (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *question = ui_fixture_find (fixture->form, LOKET_TYPE_RESPONSE_QUESTION, NULL);
  GtkWidget *two = gtk_widget_get_parent (ui_fixture_find (question, GTK_TYPE_LABEL, "2"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (two), TRUE);
  wait_for_text (fixture, "1 of 22 answered");
  gtk_window_close (GTK_WINDOW (fixture->form));
  wait_for_text (fixture, "This response is not saved: close once more to throw it away");
}

static void
add (const char *rule,
     void        (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/response-form/", rule, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  add ("fits-a-narrow-window", test_fits_a_narrow_window);
  add ("empty-response-is-not-saved", test_empty_response_is_not_saved);
  add ("saving-goes-on-to-the-next", test_saving_goes_on_to_the_next);
  add ("tells-what-is-missing", test_tells_what_is_missing);
  add ("closing-asks-for-a-second-stroke", test_closing_asks_for_a_second_stroke);

  return g_test_run ();
}
