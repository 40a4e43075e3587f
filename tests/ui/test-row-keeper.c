/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list that is filled anew keeps the rows that show the same, with the focus and with presses
 * that are half done. */

#include "ui-fixture.h"

#include "loket-row-keeper.h"

typedef struct
{
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  type)
{
  fixture->list = g_object_new (GPOINTER_TO_SIZE (type), NULL);
  fixture->window = ui_fixture_show (fixture->list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  type)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
create_row (Fixture    *fixture,
            const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkWidget *row;

  if (GTK_IS_BOX (fixture->list))
    return button;

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);

  return row;
}

/* Returns: where the focus was lost, as the keeper tells. */
static int
fill (Fixture    *fixture,
      const char *rows)
{
  LoketRowKeeper *keeper = loket_row_keeper_new (fixture->list);
  g_auto (GStrv) words = g_strsplit (rows, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (loket_row_keeper_keep (keeper, words[i]) == NULL)
        loket_row_keeper_add (keeper, words[i], create_row (fixture, words[i]));
    }

  return loket_row_keeper_finish (keeper);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *words)
{
  return ui_fixture_find (fixture->window, GTK_TYPE_BUTTON, words);
}

static void
assert_shown (Fixture    *fixture,
              const char *rows)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = GTK_IS_LIST_BOX_ROW (row)
                            ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : row;

      g_string_append_printf (shown, "%s%s", shown->len > 0 ? " " : "",
                              gtk_button_get_label (GTK_BUTTON (button)));
    }
  g_assert_cmpstr (shown->str, ==, rows);
}

static void
test_keeps_what_shows_the_same (Fixture       *fixture,
                                gconstpointer  type)
{
  GtkWidget *b, *d;

  fill (fixture, "a b c d");
  b = find (fixture, "b");
  d = find (fixture, "d");
  fill (fixture, "e d b f");
  assert_shown (fixture, "e d b f");
  g_assert_true (find (fixture, "b") == b);
  g_assert_true (find (fixture, "d") == d);

  /* Two may show the same. */
  fill (fixture, "b b e");
  assert_shown (fixture, "b b e");
  g_assert_true (find (fixture, "b") == b);
  fill (fixture, "b");
  assert_shown (fixture, "b");
}

static void
test_focus_stays_in_a_row_that_moves (Fixture       *fixture,
                                      gconstpointer  type)
{
  GtkWidget *c;

  fill (fixture, "a b c d");
  c = find (fixture, "c");
  g_assert_true (gtk_widget_grab_focus (c));
  g_assert_cmpint (fill (fixture, "c d x a"), ==, -1);
  g_assert_cmpint (fill (fixture, "a x c"), ==, -1);
  assert_shown (fixture, "a x c");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == c);
}

static void
test_next_row_takes_the_focus (Fixture       *fixture,
                               gconstpointer  type)
{
  fill (fixture, "a b c");
  g_assert_true (gtk_widget_grab_focus (find (fixture, "b")));
  g_assert_cmpint (fill (fixture, "a c"), ==, 1);
  g_assert_true (loket_row_keeper_focus (fixture->list, 1));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         fixture->list));
  g_assert_cmpint (fill (fixture, "a"), ==, 1);
  g_assert_true (loket_row_keeper_focus (fixture->list, 1));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != NULL);
}

static void
clicked_cb (gboolean *is_clicked)
{
  *is_clicked = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/* A button acts some time after the key was pressed, unless it is taken away. */
static void
test_press_is_not_lost (Fixture       *fixture,
                        gconstpointer  type)
{
  gboolean is_clicked = FALSE;
  GtkWidget *b;

  fill (fixture, "a b c");
  b = find (fixture, "b");
  g_signal_connect_swapped (b, "clicked", G_CALLBACK (clicked_cb), &is_clicked);
  g_assert_true (gtk_widget_activate (b));
  fill (fixture, "c x b");
  g_assert_false (is_clicked);
  ui_fixture_wait (is_true, &is_clicked);
}

/* What the keeper did not make stays in front. */
static void
test_leaves_others_alone (Fixture       *fixture,
                          gconstpointer  type)
{
  GtkWidget *head = create_row (fixture, "head");

  if (GTK_IS_BOX (fixture->list))
    gtk_box_append (GTK_BOX (fixture->list), head);
  else
    gtk_list_box_append (GTK_LIST_BOX (fixture->list), head);
  fill (fixture, "a b");
  fill (fixture, "c a");
  assert_shown (fixture, "head c a");
}

typedef void (*FixtureFunc) (Fixture       *fixture,
                             gconstpointer  type);

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; FixtureFunc run; } cases[] = {
    { "keeps-what-shows-the-same", test_keeps_what_shows_the_same },
    { "focus-stays-in-a-row-that-moves", test_focus_stays_in_a_row_that_moves },
    { "next-row-takes-the-focus", test_next_row_takes_the_focus },
    { "press-is-not-lost", test_press_is_not_lost },
    { "leaves-others-alone", test_leaves_others_alone },
  };
  static const char *const kinds[] = { "box", "list-box" };
  GType types[2];

  ui_fixture_init (&argc, &argv);
  types[0] = GTK_TYPE_BOX;
  types[1] = GTK_TYPE_LIST_BOX;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        {
          g_autofree char *path = g_strdup_printf ("/row-keeper/%s/%s", kinds[i], cases[k].name);

          g_test_add (path, Fixture, GSIZE_TO_POINTER (types[i]), set_up, cases[k].run,
                      tear_down);
        }
    }

  return g_test_run ();
}
