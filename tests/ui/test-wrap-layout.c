/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the layout that breaks widgets into lines. */

#include "loket-wrap-layout.h"

#define COLUMN_SPACING 10
#define ROW_SPACING    4

typedef struct
{
  GtkWidget *box;
  GtkWidget *children[3];
} Fixture;

/* Three widgets of 100 by 20 pixels. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (fixture->box,
                                 loket_wrap_layout_new (COLUMN_SPACING, ROW_SPACING));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->children); i++)
    {
      fixture->children[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (fixture->children[i], 100, 20);
      gtk_box_append (GTK_BOX (fixture->box), fixture->children[i]);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->box);
}

static int
measure (Fixture        *fixture,
         GtkOrientation  orientation,
         int             for_size)
{
  int minimum;

  gtk_widget_measure (fixture->box, orientation, for_size, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Lays out in @width and says where a child is: "x y width". */
static void
assert_places (Fixture           *fixture,
               int                width,
               const char *const *expected)
{
  GtkAllocation all = { 0, 0, width, measure (fixture, GTK_ORIENTATION_VERTICAL, width) };

  gtk_widget_size_allocate (fixture->box, &all, -1);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->children); i++)
    {
      g_autofree char *place = NULL;
      GtkAllocation own;

      gtk_widget_get_allocation (fixture->children[i], &own);
      place = g_strdup_printf ("%d %d %d", own.x, own.y, own.width);
      g_assert_cmpstr (place, ==, expected[i]);
    }
}

static void
test_one_line_when_there_is_room (Fixture       *fixture,
                                  gconstpointer  data)
{
  const char *const expected[] = { "0 0 100", "110 0 100", "220 0 100" };

  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 320), ==, 20);
  assert_places (fixture, 320, expected);
}

static void
test_line_breaks_where_the_room_ends (Fixture       *fixture,
                                      gconstpointer  data)
{
  const char *const two[] = { "0 0 100", "110 0 100", "0 24 100" };
  const char *const three[] = { "0 0 100", "0 24 100", "0 48 100" };

  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 319), ==, 44);
  assert_places (fixture, 319, two);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 100), ==, 68);
  assert_places (fixture, 100, three);
}

/* As narrow as its widest child, so that a window can be. */
static void
test_is_as_narrow_as_its_widest_child (Fixture       *fixture,
                                       gconstpointer  data)
{
  gtk_widget_set_size_request (fixture->children[1], 130, 20);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_HORIZONTAL, -1), ==, 130);
}

static void
test_child_that_expands_takes_what_is_left (Fixture       *fixture,
                                            gconstpointer  data)
{
  const char *const expected[] = { "0 0 180", "190 0 100", "300 0 100" };

  gtk_widget_set_hexpand (fixture->children[0], TRUE);
  assert_places (fixture, 400, expected);
}

static void
test_hidden_child_takes_no_room (Fixture       *fixture,
                                 gconstpointer  data)
{
  gtk_widget_set_visible (fixture->children[0], FALSE);
  g_assert_cmpint (measure (fixture, GTK_ORIENTATION_VERTICAL, 210), ==, 20);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  add_test ("/wrap-layout/one-line-when-there-is-room", test_one_line_when_there_is_room);
  add_test ("/wrap-layout/line-breaks-where-the-room-ends", test_line_breaks_where_the_room_ends);
  add_test ("/wrap-layout/is-as-narrow-as-its-widest-child",
            test_is_as_narrow_as_its_widest_child);
  add_test ("/wrap-layout/child-that-expands-takes-what-is-left",
            test_child_that_expands_takes_what_is_left);
  add_test ("/wrap-layout/hidden-child-takes-no-room", test_hidden_child_takes_no_room);

  return g_test_run ();
}
