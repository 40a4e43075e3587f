/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A place and what is to be done there. */

#include "ui-fixture.h"

#include "loket-place-row.h"

static void
assert_shows (GtkWidget  *row,
              const char *count,
              const char *said)
{
  GtkWidget *window = gtk_widget_get_ancestor (row, GTK_TYPE_WINDOW);

  if (count != NULL)
    g_assert_nonnull (ui_fixture_find (window, GTK_TYPE_LABEL, count));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said);
}

static GtkWidget *
show_row (void)
{
  GtkWidget *row = loket_place_row_new ("today", "Today", "x-office-calendar-symbolic");
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_fixture_show (list);

  return row;
}

static void
test_count (void)
{
  GtkWidget *row = show_row ();

  g_assert_cmpstr (loket_place_row_get_place (LOKET_PLACE_ROW (row)), ==, "today");
  assert_shows (row, "Today", "Today");
  loket_place_row_set_count (LOKET_PLACE_ROW (row), 1);
  assert_shows (row, "1", "Today, 1 to do");
  loket_place_row_set_count (LOKET_PLACE_ROW (row), 12);
  assert_shows (row, "12", "Today, 12 to do");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (row)));
}

static void
test_nothing_to_do (void)
{
  GtkWidget *row = show_row ();

  loket_place_row_set_count (LOKET_PLACE_ROW (row), 3);
  loket_place_row_set_count (LOKET_PLACE_ROW (row), 0);
  assert_shows (row, NULL, "Today");
  g_assert_null (ui_fixture_find (row, GTK_TYPE_LABEL, "0"));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (row)));
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/place-row/shows-and-says-a-count", test_count);
  g_test_add_func ("/place-row/shows-no-zero", test_nothing_to_do);

  return g_test_run ();
}
