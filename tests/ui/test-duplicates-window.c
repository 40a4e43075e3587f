/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of going through the pairs: each act is about the pair that is shown. */

#include "ui-fixture.h"

#include "loket-alike-view.h"
#include "loket-confirmed.h"
#include "loket-duplicates-window.h"
#include "loket-merge-dialog.h"
#include "loket-save-act.h"
#include "loket-store.h"

static gpointer
execute (LoketDatabase  *database,
         gpointer        input,
         GError        **error)
{
  return loket_database_execute (database, input, error) ? g_strdup ("") : NULL;
}

/* Behind the back of the acts, as a fault of the disk would. */
static void
break_store (LoketDesk  *desk,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  done = loket_store_write (loket_desk_get_store (desk), execute, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static void
add_client (LoketDesk  *desk,
            const char *name,
            const char *birth_date)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, name);
  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, "Karin");
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, birth_date);
  loket_draft_set_value (draft, LOKET_CLIENT_POSTCODE, "1013 AB");
  deed = loket_desk_save (desk, "client.save", draft, &error);
  g_assert_no_error (error);
}

typedef struct
{
  GtkWidget *window;
  GType type;
  const char *text;
} Sought;

static gboolean
is_there (gpointer user_data)
{
  const Sought *sought = user_data;

  return ui_fixture_find (sought->window, sought->type, sought->text) != NULL;
}

static void
wait_for (GtkWidget  *window,
          GType       type,
          const char *text)
{
  Sought sought = { window, type, text };

  ui_fixture_wait (is_there, &sought);
}

/* A pair that cannot be read can be tried again, or skipped. */
static void
test_failure_leaves_the_way_on_open (void)
{
  LoketDesk *desk = ui_fixture_open_desk (1);
  gpointer window;

  add_client (desk, "Dekker", "1980-10-02");
  add_client (desk, "Dekker", "1980-10-02");
  add_client (desk, "Vermeulen", "1990-03-05");
  add_client (desk, "Vermeulen", "1990-03-05");
  window = loket_duplicates_window_new (desk);
  g_object_add_weak_pointer (window, &window);
  gtk_window_present (window);
  wait_for (window, GTK_TYPE_BUTTON, "Not the Same (2)");

  break_store (desk, "ALTER TABLE client RENAME COLUMN not_same TO broken");
  g_assert_true (gtk_widget_activate_action (window, "pair.skip", NULL));
  wait_for (window, GTK_TYPE_LABEL, "This Pair Could Not Be Read");
  break_store (desk, "ALTER TABLE client RENAME COLUMN broken TO not_same");
  g_assert_true (gtk_widget_activate_action (window, "pair.try-again", NULL));
  wait_for (window, GTK_TYPE_BUTTON, "Not the Same (2)");
  g_assert_true (gtk_widget_activate_action (window, "pair.skip", NULL));
  wait_for (window, GTK_TYPE_LABEL, "Those Were All Pairs");

  gtk_window_destroy (window);
  ui_fixture_wait_for_end (&window);
  ui_fixture_close_desk (desk);
}

/* The form says that it could not look, and goes on as soon as it can. */
static void
test_warning_that_cannot_be_given_is_said (void)
{
  LoketDesk *desk = ui_fixture_open_desk (1);
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  GtkWidget *view = g_object_new (LOKET_TYPE_ALIKE_VIEW, NULL);
  gpointer window;

  add_client (desk, "Dekker", "1980-10-02");
  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, "Dekker");
  loket_draft_set_value (draft, LOKET_CLIENT_GIVEN_NAME, "Karin");
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, "1980-10-02");
  loket_alike_view_set_desk (LOKET_ALIKE_VIEW (view), desk);
  window = ui_fixture_show (view);
  g_object_add_weak_pointer (window, &window);

  break_store (desk, "ALTER TABLE client RENAME COLUMN postcode TO broken");
  loket_alike_view_look (LOKET_ALIKE_VIEW (view), draft);
  wait_for (window, ADW_TYPE_ACTION_ROW, "Could not look for the same person");
  break_store (desk, "ALTER TABLE client RENAME COLUMN broken TO postcode");
  loket_alike_view_look (LOKET_ALIKE_VIEW (view), draft);
  wait_for (window, ADW_TYPE_ACTION_ROW, "Karin Dekker");

  gtk_window_destroy (window);
  ui_fixture_wait_for_end (&window);
  ui_fixture_close_desk (desk);
}

static GtkWidget *
find_undo (GtkWidget *window)
{
  return ui_fixture_find (window, GTK_TYPE_BUTTON, "_Undo");
}

static gboolean
has_undo (gpointer window)
{
  return find_undo (window) != NULL;
}

/* The first pair is taken back while the second is still being judged. */
static void
test_undo_goes_to_its_own_pair (void)
{
  static const char *const names[] = { "Dekker", "Vermeulen", "Zwart" };
  static const char *const dates[] = { "1980-10-02", "1990-03-05", "1964-12-21" };
  LoketDesk *desk = ui_fixture_open_desk (1);
  gpointer window;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    add_client (desk, names[i / 2], dates[i / 2]);
  window = loket_duplicates_window_new (desk);
  g_object_add_weak_pointer (window, &window);
  gtk_window_present (window);

  wait_for (window, GTK_TYPE_LABEL, "1 of 3");
  g_assert_true (gtk_widget_activate_action (window, "pair.tell-apart", NULL));
  wait_for (window, GTK_TYPE_LABEL, "2 of 3");
  ui_fixture_wait (has_undo, window);
  g_assert_true (gtk_widget_activate_action (window, "pair.tell-apart", NULL));
  g_signal_emit_by_name (find_undo (window), "clicked");
  wait_for (window, GTK_TYPE_LABEL, "1 of 3");

  gtk_window_destroy (window);
  ui_fixture_wait_for_end (&window);
  ui_fixture_close_desk (desk);
}

static LoketClient *
create_client (const char *phone,
               const char *confirmed)
{
  const char *values[LOKET_CLIENT_N_FIELDS] = { NULL, };

  values[LOKET_CLIENT_CLIENT_NO] = phone;
  values[LOKET_CLIENT_FAMILY_NAME] = "Dekker";
  values[LOKET_CLIENT_PHONE] = phone;
  values[LOKET_CLIENT_CONFIRMED] = confirmed;

  return LOKET_CLIENT (loket_record_new (&loket_client_kind, phone, 1, values));
}

static gboolean
is_chosen (GtkWidget  *dialog,
           const char *value)
{
  GtkWidget *list = ui_fixture_find (dialog, GTK_TYPE_LIST_BOX, NULL);
  GtkWidget *row = gtk_widget_get_last_child (list);
  GtkWidget *label = ui_fixture_find (row, GTK_TYPE_LABEL, value);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_widget_get_parent (label)));
}

/* Of two values, the one that was confirmed last is offered. */
static void
test_offers_what_was_confirmed_last (void)
{
  LoketDesk *desk = ui_fixture_open_desk (1);
  LoketClient *older = create_client ("0611111111", "*=,import");
  LoketClient *newer = create_client ("0622222222", "phone=2026-11-20,client");

  for (guint i = 0; i < 2; i++)
    {
      gpointer dialog = loket_merge_dialog_new (desk, i == 0 ? older : newer,
                                                i == 0 ? newer : older);

      g_object_add_weak_pointer (dialog, &dialog);
      gtk_window_present (dialog);
      wait_for (dialog, GTK_TYPE_LABEL, "Telephone");
      g_assert_true (is_chosen (dialog, "0622222222"));
      gtk_window_destroy (dialog);
      ui_fixture_wait_for_end (&dialog);
    }

  g_object_unref (older);
  g_object_unref (newer);
  ui_fixture_close_desk (desk);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/duplicates-window/failure-leaves-the-way-on-open",
                   test_failure_leaves_the_way_on_open);
  g_test_add_func ("/duplicates-window/undo-goes-to-its-own-pair",
                   test_undo_goes_to_its_own_pair);
  g_test_add_func ("/duplicates-window/warning-that-cannot-be-given-is-said",
                   test_warning_that_cannot_be_given_is_said);
  g_test_add_func ("/duplicates-window/offers-what-was-confirmed-last",
                   test_offers_what_was_confirmed_last);

  return g_test_run ();
}
