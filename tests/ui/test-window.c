/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the window says in passing, who works in it, and what it keeps of closed forms. */

#include "ui-fixture.h"

#include "loket-client-editor.h"
#include "loket-window.h"

typedef struct
{
  LoketDesk *desk;
  GSettings *settings;
  GtkWidget *window;
  const char *text;  /* that is waited for */
} Fixture;

static gboolean
has_label (gpointer user_data)
{
  Fixture *fixture = user_data;

  return ui_fixture_find (fixture->window, GTK_TYPE_LABEL, fixture->text) != NULL;
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  fixture->text = text;
  g_test_message ("%s", text);
  ui_fixture_wait (has_label, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (40);
  fixture->settings = g_settings_new ("org.loketten.Loketten");
  fixture->window = GTK_WIDGET (loket_window_new (ui_fixture_get_application (),
                                                  fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  loket_window_set_desk (LOKET_WINDOW (fixture->window), fixture->desk);
  wait_for_label (fixture, "Today");
  ui_fixture_settle (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer gone = fixture->window;

  g_object_add_weak_pointer (gone, &gone);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_wait_for_end (&gone);
  g_settings_reset (fixture->settings, "counsellor");
  g_clear_object (&fixture->settings);
  ui_fixture_close_desk (fixture->desk);
}

/* The form that is open; NULL when there is none. */
static GtkWidget *
get_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LOKET_IS_CLIENT_EDITOR (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
get_name_row (void)
{
  GtkWidget *row = ui_fixture_find (get_form (), ADW_TYPE_ENTRY_ROW, "Family name");

  g_assert_nonnull (row);

  return row;
}

static void
discard_form (Fixture    *fixture,
              const char *name)
{
  gtk_widget_activate_action (fixture->window, "win.new-client", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_name_row ()), name);
  gtk_window_close (GTK_WINDOW (get_form ()));
  g_assert_null (get_form ());
}

/* Presses the button beside a text: a toast that goes may still be seen. */
static void
press_beside (Fixture    *fixture,
              const char *text,
              const char *label)
{
  GtkWidget *place, *button = NULL;

  wait_for_label (fixture, text);
  place = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, text);
  for (; button == NULL; place = gtk_widget_get_parent (place))
    button = ui_fixture_find (place, GTK_TYPE_BUTTON, label);
  g_signal_emit_by_name (button, "clicked");
}

static void
open_again (Fixture    *fixture,
            const char *name)
{
  g_autofree char *sentence = g_strdup_printf ("%s was closed without saving", name);

  press_beside (fixture, sentence, "_Open Again");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_name_row ())), ==, name);
}

static void
test_every_discarded_form_comes_back (Fixture       *fixture,
                                      gconstpointer  data)
{
  discard_form (fixture, "Eerste");
  discard_form (fixture, "Tweede");
  discard_form (fixture, "Derde");

  open_again (fixture, "Derde");
  gtk_window_destroy (GTK_WINDOW (get_form ()));
  open_again (fixture, "Tweede");
  gtk_window_destroy (GTK_WINDOW (get_form ()));
  open_again (fixture, "Eerste");
  gtk_window_destroy (GTK_WINDOW (get_form ()));
}

/* The offer to open a form again stays until it is answered: that must not hide what comes. */
static void
test_what_is_said_is_seen_at_once (Fixture       *fixture,
                                   gconstpointer  data)
{
  discard_form (fixture, "Eerste");
  wait_for_label (fixture, "Eerste was closed without saving");
  gtk_widget_activate_action (fixture->window, "win.show-problem", "s", "Jansen & Zn <b>");
  wait_for_label (fixture, "Jansen & Zn <b>");
}

static void
save_client (Fixture    *fixture,
             const char *name)
{
  g_autofree char *sentence = g_strdup_printf ("%s saved", name);

  gtk_widget_activate_action (fixture->window, "win.new-client", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_name_row ()), name);
  gtk_widget_activate_action (get_form (), "editor.save", NULL);
  wait_for_label (fixture, sentence);
}

static gboolean
can_undo (Fixture *fixture)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo");
}

static void
test_saving_can_be_undone (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_false (can_undo (fixture));
  save_client (fixture, "Eerste");
  g_assert_true (can_undo (fixture));
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  g_assert_false (can_undo (fixture));
  wait_for_label (fixture, "Undone");
}

/* The button of a toast takes back what the toast tells of, the key what was done last. */
static void
test_toast_undoes_its_own_act (Fixture       *fixture,
                               gconstpointer  data)
{
  save_client (fixture, "Eerste");
  save_client (fixture, "Tweede");
  press_beside (fixture, "Tweede saved", "_Undo");
  g_assert_false (can_undo (fixture));
  wait_for_label (fixture, "Undone");
}

static void
test_other_counsellor_takes_over (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *chosen = NULL;

  gtk_widget_activate_action (fixture->window, "win.work-as", "s", "A002");
  wait_for_label (fixture, "Hicham Bouzidi");
  chosen = g_settings_get_string (fixture->settings, "counsellor");
  g_assert_cmpstr (chosen, ==, "A002");
}

static gboolean
has_row (gpointer user_data)
{
  Fixture *fixture = user_data;

  return ui_fixture_find (fixture->window, ADW_TYPE_ACTION_ROW, fixture->text) != NULL;
}

static void
test_nobody_is_asked_who_they_are (Fixture       *fixture,
                                   gconstpointer  data)
{
  loket_desk_set_counsellor (fixture->desk, NULL);
  fixture->text = "Joke van den Akker";
  ui_fixture_wait (has_row, fixture);
  gtk_widget_activate_action (fixture->window, "win.work-as", "s", "A003");
  wait_for_label (fixture, "Team lead");
}

#define ADD(name, test) g_test_add ("/window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  ADD ("every-discarded-form-comes-back", test_every_discarded_form_comes_back);
  ADD ("what-is-said-is-seen-at-once", test_what_is_said_is_seen_at_once);
  ADD ("saving-can-be-undone", test_saving_can_be_undone);
  ADD ("toast-undoes-its-own-act", test_toast_undoes_its_own_act);
  ADD ("other-counsellor-takes-over", test_other_counsellor_takes_over);
  ADD ("nobody-is-asked-who-they-are", test_nobody_is_asked_who_they_are);

  return g_test_run ();
}
