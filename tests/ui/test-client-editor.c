/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form of a client: what it keeps, what it refuses, and what it hands back. */

#include "ui-fixture.h"
#include "work-fixture.h"

#include "loket-client-editor.h"

typedef struct
{
  LoketDesk *desk;
  GtkWidget *editor; /* (nullable): once it is closed */
  char *saved_id;
  char *sentence;
  LoketDraft *discarded;
} Fixture;

static void
saved_cb (Fixture    *fixture,
          const char *client_id,
          const char *sentence,
          const char *act)
{
  g_assert_nonnull (act);
  fixture->saved_id = g_strdup (client_id);
  fixture->sentence = g_strdup (sentence);
}

static void
discarded_cb (Fixture          *fixture,
              const LoketDraft *draft)
{
  fixture->discarded = loket_draft_copy (draft);
}

static void
open_editor (Fixture   *fixture,
             GtkWidget *editor)
{
  fixture->editor = editor;
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &fixture->editor);
  g_signal_connect_swapped (editor, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (editor, "discarded", G_CALLBACK (discarded_cb), fixture);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = ui_fixture_open_desk (0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->editor));
  ui_fixture_wait_for_end (&fixture->editor);
  ui_fixture_close_desk (fixture->desk);
  g_clear_pointer (&fixture->discarded, loket_draft_free);
  g_free (fixture->saved_id);
  g_free (fixture->sentence);
}

static void
type_into (Fixture    *fixture,
           const char *title,
           const char *text)
{
  GtkWidget *row = ui_fixture_find (fixture->editor, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
get_text (Fixture    *fixture,
          const char *title)
{
  return gtk_editable_get_text (
    GTK_EDITABLE (ui_fixture_find (fixture->editor, ADW_TYPE_ENTRY_ROW, title)));
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->editor, "editor.save", NULL);
}

static void
test_new_client (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (LoketRecord) client = NULL;

  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  type_into (fixture, "Given name", "Zoë");
  type_into (fixture, "Prefix (van, de, …)", "van");
  type_into (fixture, "Family name", "Dam & Zn");
  type_into (fixture, "Date of birth (day-month-year)", "1-2-1990");
  save (fixture);
  ui_fixture_wait_for_end (&fixture->editor);

  g_assert_cmpstr (fixture->sentence, ==, "Zoë van Dam & Zn saved");
  g_assert_null (fixture->discarded);
  client = work_load (fixture->desk, &loket_client_kind, fixture->saved_id);
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_FAMILY_NAME), ==, "Dam & Zn");
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_BIRTH_DATE), ==, "1990-02-01");
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_LANGUAGE), ==, "nl");
}

static void
test_tidies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LoketRecord) client = NULL;

  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  type_into (fixture, "Family name", "van der Berg");
  type_into (fixture, "Postcode", "1013ab");
  save (fixture);
  ui_fixture_wait_for_end (&fixture->editor);

  client = work_load (fixture->desk, &loket_client_kind, fixture->saved_id);
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_PREFIX), ==, "van der");
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_FAMILY_NAME), ==, "Berg");
  g_assert_cmpstr (loket_record_get_text (client, LOKET_CLIENT_POSTCODE), ==, "1013 AB");
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  const char *id = work_add_client (fixture->desk, "Ali", "Demir");
  g_autoptr (LoketRecord) client = work_load (fixture->desk, &loket_client_kind, id);
  g_autoptr (LoketRecord) changed = NULL;

  open_editor (fixture, loket_client_editor_new (fixture->desk, LOKET_CLIENT (client)));
  g_assert_cmpstr (get_text (fixture, "Given name"), ==, "Ali");
  type_into (fixture, "Town", "Tiel");
  save (fixture);
  ui_fixture_wait_for_end (&fixture->editor);

  g_assert_cmpstr (fixture->saved_id, ==, id);
  changed = work_load (fixture->desk, &loket_client_kind, id);
  g_assert_cmpstr (loket_record_get_text (changed, LOKET_CLIENT_CITY), ==, "Tiel");
}

static void
test_refuses (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  type_into (fixture, "Given name", "Ali");
  type_into (fixture, "Family name", "Demir");
  type_into (fixture, "Date of birth (day-month-year)", "31-02-1990");
  save (fixture);

  row = ui_fixture_find (fixture->editor, ADW_TYPE_ENTRY_ROW, "Date of birth (day-month-year)");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->editor)), row));
  ui_fixture_settle (fixture->desk);
  g_assert_nonnull (fixture->editor);
  g_assert_null (fixture->saved_id);

  type_into (fixture, "Date of birth (day-month-year)", "28-02-1990");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  save (fixture);
  ui_fixture_wait_for_end (&fixture->editor);
  g_assert_nonnull (fixture->saved_id);
}

static void
test_discards (Fixture       *fixture,
               gconstpointer  data)
{
  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  type_into (fixture, "Given name", "Ali");
  gtk_window_close (GTK_WINDOW (fixture->editor));
  ui_fixture_wait_for_end (&fixture->editor);

  g_assert_nonnull (fixture->discarded);
  open_editor (fixture, loket_client_editor_new_from_draft (fixture->desk, fixture->discarded));
  g_assert_cmpstr (get_text (fixture, "Given name"), ==, "Ali");
}

/* What came back from a closed form is still not saved: closing it again loses nothing either. */
static void
test_discards_again (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (LoketDraft) first = NULL;

  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  type_into (fixture, "Given name", "Ali");
  gtk_window_close (GTK_WINDOW (fixture->editor));
  ui_fixture_wait_for_end (&fixture->editor);
  first = g_steal_pointer (&fixture->discarded);

  open_editor (fixture, loket_client_editor_new_from_draft (fixture->desk, first));
  gtk_window_close (GTK_WINDOW (fixture->editor));
  ui_fixture_wait_for_end (&fixture->editor);
  g_assert_nonnull (fixture->discarded);
}

static void
test_closes_quietly (Fixture       *fixture,
                     gconstpointer  data)
{
  open_editor (fixture, loket_client_editor_new (fixture->desk, NULL));
  gtk_window_close (GTK_WINDOW (fixture->editor));
  ui_fixture_wait_for_end (&fixture->editor);
  g_assert_null (fixture->discarded);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/client-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("makes-a-client", test_new_client);
  ADD ("tells-the-prefix-apart-and-tidies-the-postcode", test_tidies);
  ADD ("changes-a-client", test_change);
  ADD ("stays-open-at-what-is-wrong", test_refuses);
  ADD ("hands-back-what-was-not-saved", test_discards);
  ADD ("hands-back-what-came-back", test_discards_again);
  ADD ("closes-quietly-when-nothing-was-typed", test_closes_quietly);
#undef ADD

  return g_test_run ();
}
