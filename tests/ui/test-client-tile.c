/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The line about a client in a list. */

#include "ui-fixture.h"

#include "loket-client-tile.h"
#include "loket-session.h"

#include <string.h>

/* A row to be named: tiles name what holds them. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  LoketClientTile *tile;
  LoketClientItem *item;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->tile = LOKET_CLIENT_TILE (loket_client_tile_new ());
  fixture->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (fixture->row), GTK_WIDGET (fixture->tile));
  fixture->window = ui_fixture_show (fixture->row);
  fixture->item = loket_client_item_new ();
  loket_client_tile_set_item (fixture->tile, fixture->item, NULL, UI_FIXTURE_TODAY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_client_tile_set_item (fixture->tile, NULL, NULL, "");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->item);
}

static LoketClientRow *
create_row (const char *next_session,
            const char *next_due)
{
  LoketClientRow *row = g_new0 (LoketClientRow, 1);

  row->id = g_strdup ("c1");
  row->name = g_strdup ("Jansen & Zn");
  row->opened_on = g_strdup ("2026-11-02");
  row->first_response_on = g_strdup ("2026-11-03");
  row->n_sessions = 1;
  row->next_session = g_strdup (next_session);
  row->next_due = g_strdup (next_due);

  return row;
}

static void
assert_says (Fixture    *fixture,
             const char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  loket_client_item_take_row (fixture->item, create_row ("2026-11-24T10:00", "2026-11-18"));
  g_assert_nonnull (ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Jansen & Zn"));
  g_assert_nonnull (ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "2 working days late"));
  assert_says (fixture, "Jansen & Zn, Sessions, 2 working days late");
}

static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  loket_client_item_take_row (fixture->item, create_row ("2026-11-24T10:00", "2026-11-26"));
  assert_says (fixture, "Jansen & Zn, Sessions, Tue 24 Nov");
  loket_client_item_take_row (fixture->item, create_row ("2026-11-24T10:00", "2026-11-20"));
  assert_says (fixture, "Jansen & Zn, Sessions, today");
  loket_client_item_take_row (fixture->item, create_row (NULL, NULL));
  assert_says (fixture, "Jansen & Zn, Sessions");
}

static void
test_no_trajectory (Fixture       *fixture,
                    gconstpointer  data)
{
  LoketClientRow *row = create_row (NULL, NULL);

  g_clear_pointer (&row->opened_on, g_free);
  loket_client_item_take_row (fixture->item, row);
  assert_says (fixture, "Jansen & Zn, No trajectory");
}

static void
test_other_item (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (LoketClientItem) other = loket_client_item_new ();

  loket_client_tile_set_item (fixture->tile, other, NULL, UI_FIXTURE_TODAY);
  loket_client_item_take_row (fixture->item, create_row (NULL, NULL));
  g_assert_null (ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Jansen & Zn"));
}

/* As a search gives it: with what tells namesakes apart. */
static LoketClientRow *
create_hit (void)
{
  LoketClientRow *row = create_row (NULL, NULL);

  row->is_hit = TRUE;
  row->client_no = g_strdup ("K0000007");
  row->birth_date = g_strdup ("1984-05-01");
  row->city = g_strdup ("Tilburg");

  return row;
}

static void
test_hit (Fixture       *fixture,
          gconstpointer  data)
{
  LoketClientRow *row = create_hit ();

  loket_client_item_take_row (fixture->item, row);
  assert_says (fixture, "Jansen & Zn, 1-5-1984  ·  Tilburg  ·  K0000007, Sessions");

  row = create_hit ();
  g_clear_pointer (&row->birth_date, g_free);
  g_clear_pointer (&row->city, g_free);
  loket_client_item_take_row (fixture->item, row);
  assert_says (fixture, "Jansen & Zn, K0000007, Sessions");

  /* The list says no more than it did. */
  loket_client_item_take_row (fixture->item, create_row (NULL, NULL));
  assert_says (fixture, "Jansen & Zn, Sessions");
}

static gboolean
stop_at_first_bold (PangoAttribute *attribute,
                    gpointer        user_data)
{
  PangoAttribute **found = user_data;

  *found = attribute;

  return FALSE;
}

static void
test_hit_in_a_note (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *const sought[] = { "hef", NULL };
  LoketClientRow *row = create_hit ();
  PangoAttribute *bold = NULL;
  const char *text;
  GtkWidget *label;

  row->note = g_new0 (LoketNote, 1);
  row->note->kind = &loket_session_kind;
  row->note->moment = g_strdup ("2025-11-11T10:00");
  row->excerpt = loket_excerpt_new ("Wil <b>heftruck</b> rijden & zo", sought);
  loket_client_item_take_row (fixture->item, row);

  text = "Session, 11 Nov 2025: Wil <b>heftruck</b> rijden & zo";
  label = ui_fixture_find (fixture->window, GTK_TYPE_LABEL, text);
  g_assert_nonnull (label);
  pango_attr_list_filter (gtk_label_get_attributes (GTK_LABEL (label)), stop_at_first_bold, &bold);
  g_assert_nonnull (bold);
  g_assert_true (g_str_has_prefix (text + bold->start_index, "heftruck<"));
  g_assert_cmpuint (bold->end_index - bold->start_index, ==, strlen ("heftruck"));
  assert_says (fixture, "Jansen & Zn, 1-5-1984  ·  Tilburg  ·  K0000007, "
                        "Session, 11 Nov 2025: Wil <b>heftruck</b> rijden & zo");
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/client-tile/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("says-how-late", test_late);
  ADD ("says-what-comes-first", test_next);
  ADD ("says-there-is-no-trajectory", test_no_trajectory);
  ADD ("follows-one-item", test_other_item);
  ADD ("tells-who-was-found", test_hit);
  ADD ("shows-the-note-with-the-words", test_hit_in_a_note);
#undef ADD

  return g_test_run ();
}
