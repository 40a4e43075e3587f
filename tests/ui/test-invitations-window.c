/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The window with invitations fits a narrow screen with text of twice the size, leaves its rows under
 * the hands of a person, and goes away. */

#include "loketten-config.h"

#include "ui-fixture.h"

#include "loket-candidates.h"
#include "loket-exclusion-act.h"
#include "loket-exclusion-dialog.h"
#include "loket-invitations-window.h"
#include "loket-invite-act.h"

#include <libintl.h>
#include <locale.h>

#define NARROW 360
/* As many dots per inch as GTK counts them, times two. */
#define LARGE_TEXT (2 * 96 * 1024)

static gboolean
is_narrow (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least <= NARROW;
}

typedef struct
{
  GtkWidget *window;
  char *text;
} Expected;

static gboolean
is_said (gpointer user_data)
{
  const Expected *expected = user_data;

  return ui_fixture_find (expected->window, GTK_TYPE_LABEL, expected->text) != NULL;
}

static void
expect (GtkWidget  *window,
        const char *words,
        guint       number)
{
  g_autofree char *text = g_strdup_printf ("%u %s", number, words);
  Expected expected = { window, text };

  ui_fixture_wait (is_said, &expected);
}

static void
close_window (GtkWidget *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (gone, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_for_end (&gone);
}

static void
test_fits_before_and_after_the_draw (void)
{
  LoketDesk *desk = ui_fixture_open_desk (120);
  GtkWidget *window = loket_invitations_window_new (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  candidates = loket_desk_load_candidates (desk, UI_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (candidates->open->len, >, 1);
  gtk_window_present (GTK_WINDOW (window));
  expect (window, "klanten kunnen nu worden uitgenodigd.", candidates->open->len);
  g_assert_true (is_narrow (window));

  /* The window follows what others do. */
  deed = loket_desk_invite (desk, UI_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  expect (window, "klanten zijn vandaag uitgenodigd.", candidates->open->len);
  g_assert_true (is_narrow (window));
  close_window (window);
  ui_fixture_close_desk (desk);
}

static GtkWidget *
find_row (GtkWidget            *window,
          const LoketSurveyRow *candidate)
{
  GtkWidget *row = ui_fixture_find (window, ADW_TYPE_ACTION_ROW, candidate->client_name);

  g_assert_nonnull (row);

  return row;
}

/* Whoever presses a button while the window reads again would press in vain. */
static void
test_rows_stay_while_it_reads (void)
{
  LoketDesk *desk = ui_fixture_open_desk (120);
  GtkWidget *window = loket_invitations_window_new (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  GtkWidget *second, *third, *button;

  candidates = loket_desk_load_candidates (desk, UI_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (candidates->open->len, >, 2);
  gtk_window_present (GTK_WINDOW (window));
  expect (window, "klanten kunnen nu worden uitgenodigd.", candidates->open->len);
  second = find_row (window, candidates->open->pdata[1]);
  third = find_row (window, candidates->open->pdata[2]);
  button = ui_fixture_find (second, GTK_TYPE_BUTTON, NULL);
  g_assert_true (gtk_widget_grab_focus (button));

  g_signal_emit_by_name (desk, "changed");
  ui_fixture_settle (desk);
  g_assert_true (find_row (window, candidates->open->pdata[1]) == second);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == button);

  /* Of what changed only the one row goes, and the next one takes its place. */
  loket_desk_exclude_async (desk,
                            ((LoketSurveyRow *) candidates->open->pdata[1])->trajectory_id, "ill",
                            NULL, NULL, NULL, NULL);
  expect (window, "klanten kunnen nu worden uitgenodigd.", candidates->open->len - 1);
  g_assert_true (find_row (window, candidates->open->pdata[2]) == third);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == third);
  close_window (window);
  ui_fixture_close_desk (desk);
}

static void
test_form_fits (void)
{
  LoketDesk *desk = ui_fixture_open_desk (120);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  GtkWidget *form;

  candidates = loket_desk_load_candidates (desk, UI_FIXTURE_TODAY, &error);
  g_assert_no_error (error);
  form = loket_exclusion_dialog_new (desk, candidates->open->pdata[0]);
  gtk_window_present (GTK_WINDOW (form));
  g_assert_true (is_narrow (form));
  close_window (form);
  ui_fixture_close_desk (desk);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);
  g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, BUILD_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  g_object_set (gtk_settings_get_default (),
                "gtk-xft-dpi", LARGE_TEXT,
                "gtk-decoration-layout", "appmenu:close",
                NULL);

  g_test_add_func ("/invitations-window/fits-before-and-after-the-draw",
                   test_fits_before_and_after_the_draw);
  g_test_add_func ("/invitations-window/rows-stay-while-it-reads", test_rows_stay_while_it_reads);
  g_test_add_func ("/invitations-window/form-fits", test_form_fits);

  return g_test_run ();
}
