/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the layout of what stands at the top of a form. */

#include "loket-header-layout.h"

#define BUTTON 80
#define TITLE  120
#define HEIGHT 20
#define GAP    6

typedef struct
{
  GtkWidget *box;
  GtkWidget *start;
  GtkWidget *title;
  GtkWidget *end;
} Fixture;

static GtkWidget *
append (GtkWidget *box,
        int        width)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, HEIGHT);
  gtk_box_append (GTK_BOX (box), child);

  return child;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (fixture->box, g_object_new (LOKET_TYPE_HEADER_LAYOUT, NULL));
  fixture->start = append (fixture->box, BUTTON);
  fixture->title = append (fixture->box, TITLE);
  fixture->end = append (fixture->box, BUTTON);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->box);
}

/* Returns the height that it took. */
static int
lay_out (Fixture *fixture,
         int      width)
{
  int height;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation) { 0, 0, width, height }, -1);

  return height;
}

static void
assert_place (GtkWidget *child,
              int        x,
              int        y,
              int        width)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
}

static void
test_title_stands_in_the_middle (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_assert_cmpint (lay_out (fixture, 600), ==, HEIGHT);
  assert_place (fixture->start, 0, 0, BUTTON);
  assert_place (fixture->title, 240, 0, TITLE);
  assert_place (fixture->end, 600 - BUTTON, 0, BUTTON);
}

static void
test_title_gives_way_to_a_wide_button (Fixture       *fixture,
                                       gconstpointer  data)
{
  gtk_widget_set_size_request (fixture->end, 260, HEIGHT);
  lay_out (fixture, 600);
  assert_place (fixture->title, 600 - 260 - GAP - TITLE, 0, TITLE);
}

static void
test_title_goes_below_the_buttons (Fixture       *fixture,
                                   gconstpointer  data)
{
  int width = 2 * BUTTON + TITLE + 2 * GAP - 1;

  g_assert_cmpint (lay_out (fixture, width), ==, 2 * HEIGHT + GAP);
  assert_place (fixture->start, 0, 0, BUTTON);
  assert_place (fixture->end, width - BUTTON, 0, BUTTON);
  assert_place (fixture->title, 0, HEIGHT + GAP, width);
}

/* No button is ever narrower than its words. */
static void
test_buttons_go_below_each_other (Fixture       *fixture,
                                  gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, TITLE);
  g_assert_cmpint (lay_out (fixture, 2 * BUTTON + GAP - 1), ==, 3 * HEIGHT + 2 * GAP);
  assert_place (fixture->title, 0, 0, 2 * BUTTON + GAP - 1);
  assert_place (fixture->end, 0, HEIGHT + GAP, 2 * BUTTON + GAP - 1);
  assert_place (fixture->start, 0, 2 * (HEIGHT + GAP), 2 * BUTTON + GAP - 1);
}

static void
test_sides_change_where_people_read_from_the_right (Fixture       *fixture,
                                                    gconstpointer  data)
{
  gtk_widget_set_direction (fixture->start, GTK_TEXT_DIR_RTL);
  lay_out (fixture, 600);
  assert_place (fixture->start, 600 - BUTTON, 0, BUTTON);
  assert_place (fixture->end, 0, 0, BUTTON);
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

  add_test ("/header-layout/title-stands-in-the-middle", test_title_stands_in_the_middle);
  add_test ("/header-layout/title-gives-way-to-a-wide-button",
            test_title_gives_way_to_a_wide_button);
  add_test ("/header-layout/title-goes-below-the-buttons", test_title_goes_below_the_buttons);
  add_test ("/header-layout/buttons-go-below-each-other", test_buttons_go_below_each_other);
  add_test ("/header-layout/sides-change-where-people-read-from-the-right",
            test_sides_change_where_people_read_from_the_right);

  return g_test_run ();
}
