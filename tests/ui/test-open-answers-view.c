/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of reviewing open answers in the window. */

#include "ui-fixture.h"

#include "loket-import-act.h"
#include "loket-open-answers-view.h"
#include "loket-questionnaires.h"
#include "loket-theme-card.h"

#include <string.h>
#include <time.h>

#define MANY 10000

/* How long a key may take while ten thousand answers are there, on a machine of its own. */
#define MOST_MILLISECONDS 50

typedef struct
{
  LoketDesk *desk;
  LoketQuestionnaire *kto;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static char *
create_file (guint n)
{
  GString *file = g_string_new (
      "respondent_id,year,month_sent,age_group,gender,education,sessions,situation,test_taken,"
      "overall,website,reachability,opening_hours,response_time,clarity,knowledge,tests,advice,"
      "aftercare,heard_via,questions_brought,yield,done_since,next_steps,dissatisfied_about,"
      "remarks\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (file,
                            "R%u,2026,2,27_50,male,mbo4,3,other,no,8,10,9,10,9,9,10,,10,yes_self,"
                            "uwv,retraining,know_what_to_learn,hired,start_new_job,,Zin nummer %u "
                            "over Marieke\n",
                            i, i);

  return g_string_free (file, FALSE);
}

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketImportPlan) plan = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  LoketCsvReader *reader = loket_csv_reader_new_from_data ("test.csv", g_strdup (text),
                                                           strlen (text), &error);

  g_assert_no_error (error);
  plan = loket_import_plan_new (loket_kind_get_by_plural ("responses"), reader, fixture->kto, NULL,
                                &error);
  g_assert_no_error (error);
  g_assert_true (loket_desk_check_import (fixture->desk, plan, &error));
  deed = loket_desk_import (fixture->desk, plan, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  n)
{
  g_autofree char *text = create_file (GPOINTER_TO_UINT (n));
  g_autoptr (LoketSelection) all = loket_selection_new (NULL);
  g_autoptr (GError) error = NULL;

  fixture->desk = ui_fixture_open_desk (0);
  fixture->kto = loket_questionnaires_load ("kto", &error);
  g_assert_no_error (error);
  import (fixture, text);
  fixture->view = loket_open_answers_view_new (fixture->desk);
  fixture->window = ui_fixture_show (fixture->view);
  loket_open_answers_view_set_survey (LOKET_OPEN_ANSWERS_VIEW (fixture->view), fixture->kto, all);
  ui_fixture_settle (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  n)
{
  gpointer gone = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &gone);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
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
  gpointer wanted[] = { fixture->view, (gpointer) text };

  ui_fixture_wait (shows, wanted);
}

static void
test_what_was_decided_is_counted_and_goes_on (Fixture       *fixture,
                                              gconstpointer  n)
{
  wait_for_text (fixture, "0 of 6 reviewed, 6 to go");
  g_assert_true (gtk_widget_activate_action (fixture->view, "answers.release", NULL));
  wait_for_text (fixture, "1 of 6 reviewed, 5 to go");
  g_assert_true (gtk_widget_activate_action (fixture->view, "answers.withhold", NULL));
  wait_for_text (fixture, "2 of 6 reviewed, 4 to go");
  wait_for_text (fixture, "released");
  wait_for_text (fixture, "not shown");
  ui_fixture_settle (fixture->desk);
  wait_for_text (fixture, "2 of 6 reviewed, 4 to go");
}

static void
test_only_the_selected_row_has_acts (Fixture       *fixture,
                                     gconstpointer  n)
{
  GtkWidget *list;
  guint n_shown = 0;

  wait_for_text (fixture, "0 of 6 reviewed, 6 to go");
  list = ui_fixture_find (fixture->view, GTK_TYPE_LIST_VIEW, NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *release = ui_fixture_find (row, GTK_TYPE_BUTTON, "Release");

      n_shown += release != NULL && gtk_widget_get_mapped (release) ? 1 : 0;
    }
  g_assert_cmpuint (n_shown, ==, 1);
}

/* What this thread has worked, whatever else the machine does. */
static double
get_milliseconds (void)
{
  struct timespec worked;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked), ==, 0);

  return (double) worked.tv_sec * 1e3 + (double) worked.tv_nsec / 1e6;
}

static void
test_ten_thousand_answers_do_not_hold_up_a_key (Fixture       *fixture,
                                                gconstpointer  n)
{
  double worst = 0;

  wait_for_text (fixture, "0 of 10000 reviewed, 10000 to go");
  for (guint i = 0; i < 10; i++)
    {
      double start = get_milliseconds ();

      g_assert_true (gtk_widget_activate_action (fixture->view, "answers.release", NULL));
      worst = MAX (worst, get_milliseconds () - start);
    }
  g_test_message ("the slowest key took %.1f ms", worst);
  g_assert_cmpfloat (worst, <, MOST_MILLISECONDS);
  wait_for_text (fixture, "10 of 10000 reviewed, 9990 to go");
}

/* The card shows what may be seen, and no more. */
static void
test_hidden_themes_have_no_bar (Fixture       *fixture,
                                gconstpointer  n)
{
  const LoketItem *item = loket_questionnaire_find_item (fixture->kto, "dissatisfied_about");
  LoketOpenQuestion question = {
    .item = item,
    .n_answered = 36,
    .themes = { .item = item, .n = 36, .n_about = { 10, 6, 12, 5 } },
  };
  GtkWidget *card = g_object_new (LOKET_TYPE_THEME_CARD, NULL);
  GtkWidget *window = ui_fixture_show (card);

  loket_theme_card_set_question (LOKET_THEME_CARD (card), &question);
  g_assert_null (ui_fixture_find (card, GTK_TYPE_LABEL, "Hidden: few answers"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL,
                                     "36 answers, of which 33 coded with a theme"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "5 · 14%"));
  loket_themes_hide (&question.themes);
  loket_theme_card_set_question (LOKET_THEME_CARD (card), &question);
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "Hidden: few answers"));
  g_assert_null (ui_fixture_find (card, GTK_TYPE_LABEL, "5 · 14%"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "36 answers, some without a theme"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add ("/open-answers-view/what-was-decided-is-counted-and-goes-on", Fixture,
              GUINT_TO_POINTER (6), set_up, test_what_was_decided_is_counted_and_goes_on,
              tear_down);
  g_test_add ("/open-answers-view/only-the-selected-row-has-acts", Fixture, GUINT_TO_POINTER (6),
              set_up, test_only_the_selected_row_has_acts, tear_down);
  g_test_add ("/open-answers-view/ten-thousand-answers-do-not-hold-up-a-key", Fixture,
              GUINT_TO_POINTER (MANY), set_up, test_ten_thousand_answers_do_not_hold_up_a_key,
              tear_down);

  g_test_add ("/open-answers-view/hidden-themes-have-no-bar", Fixture, GUINT_TO_POINTER (6),
              set_up, test_hidden_themes_have_no_bar, tear_down);

  return g_test_run ();
}
