/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Places three children: a button, a title and a button. They stand side by side; where there is
 * too little room for that, the title stands below the buttons; and where even these do not fit,
 * the three stand below each other. */

#include "loket-header-layout.h"

#define SPACING 6

struct _LoketHeaderLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketHeaderLayout, loket_header_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *start;
  GtkWidget *title;
  GtkWidget *end;
} Children;

static Children
get_children (GtkWidget *widget)
{
  Children children = { .start = gtk_widget_get_first_child (widget) };

  children.title = gtk_widget_get_next_sibling (children.start);
  children.end = gtk_widget_get_next_sibling (children.title);

  return children;
}

static int
get_minimum (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* In the middle of the whole, or as near to it as the buttons leave room. Returns the height. */
static int
place_line (const Children *children,
            gboolean        has_title,
            int             width,
            gboolean        is_measuring)
{
  int start = get_width (children->start);
  int end = get_width (children->end);
  int title = has_title ? get_width (children->title) : 0;
  int x = MAX (start + SPACING, MIN ((width - title) / 2, width - end - SPACING - title));
  int height = MAX (get_height (children->start, start), get_height (children->end, end));
  gboolean is_mirrored = gtk_widget_get_direction (children->start) == GTK_TEXT_DIR_RTL;

  if (has_title)
    height = MAX (height, get_height (children->title, title));
  if (is_measuring)
    return height;

  place (children->start, is_mirrored ? width - start : 0, 0, start, height);
  place (children->end, is_mirrored ? 0 : width - end, 0, end, height);
  if (has_title)
    place (children->title, is_mirrored ? width - x - title : x, 0, title, height);

  return height;
}

static int
place_below (GtkWidget *child,
             int        y,
             int        width,
             gboolean   is_measuring)
{
  int height = get_height (child, width);

  if (!is_measuring)
    place (child, 0, y, width, height);

  return y + height + SPACING;
}

/* Returns the height of it all. */
static int
place_all (const Children *children,
           int             width,
           gboolean        is_measuring)
{
  int buttons = get_width (children->start) + SPACING + get_width (children->end);
  int y;

  if (buttons + SPACING + get_width (children->title) <= width)
    return place_line (children, TRUE, width, is_measuring);

  if (buttons <= width)
    {
      y = place_line (children, FALSE, width, is_measuring) + SPACING;
      return place_below (children->title, y, width, is_measuring) - SPACING;
    }

  y = place_below (children->title, 0, width, is_measuring);
  y = place_below (children->end, y, width, is_measuring);

  return place_below (children->start, y, width, is_measuring) - SPACING;
}

static void
loket_header_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  Children children = get_children (widget);
  int least = MAX (get_minimum (children.title),
                   MAX (get_minimum (children.start), get_minimum (children.end)));
  int wanted = get_width (children.start) + get_width (children.title) + get_width (children.end)
               + 2 * SPACING;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wanted;
      return;
    }

  *minimum = place_all (&children, for_size >= 0 ? MAX (for_size, least) : wanted, TRUE);
  *natural = *minimum;
}

static void
loket_header_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  Children children = get_children (widget);

  place_all (&children, width, FALSE);
}

static GtkSizeRequestMode
loket_header_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
loket_header_layout_class_init (LoketHeaderLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = loket_header_layout_get_request_mode;
  manager_class->measure = loket_header_layout_measure;
  manager_class->allocate = loket_header_layout_allocate;
}

static void
loket_header_layout_init (LoketHeaderLayout *self)
{
}
