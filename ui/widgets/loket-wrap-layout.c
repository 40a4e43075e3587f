/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Breaks the children of a widget into lines, as words of a text. Children that expand share what
 * is left of their line. */

#include "loket-wrap-layout.h"

/* How wide a line wants to be, in pixels, when there is room for anything. */
#define LINE_WIDTH 560

struct _LoketWrapLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

enum
{
  PROP_0,
  PROP_COLUMN_SPACING,
  PROP_ROW_SPACING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LoketWrapLayout, loket_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A line: from a child to the last one before @end. */
typedef struct
{
  GtkWidget *end;  /* (nullable) */
  int used;        /* width, with the spaces between */
  int height;
  int n_expanding;
} Line;

static GtkWidget *
get_next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first_visible (GtkWidget *widget)
{
  return get_next_visible (gtk_widget_get_first_child (widget));
}

/* How wide a child is in a line of @width: as wide as it wants, if it fits. One that takes what is
 * left of its line does not push others out of it; one that was given a width wants just that. */
static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int minimum, natural, given;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_get_size_request (child, &given, NULL);
  if (given > 0)
    natural = given;
  else if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    natural = MIN (natural, LINE_WIDTH);

  return MAX (minimum, MIN (natural, width));
}

static Line
break_line (LoketWrapLayout *self,
            GtkWidget       *first,
            int              width)
{
  Line line = { NULL };

  for (GtkWidget *child = first; child != NULL;
       child = get_next_visible (gtk_widget_get_next_sibling (child)))
    {
      int space = child == first ? 0 : self->column_spacing;
      int child_width = get_child_width (child, width);

      if (child != first && line.used + space + child_width > width)
        {
          line.end = child;
          break;
        }
      line.used += space + child_width;
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }

  return line;
}

/* Gives each child its width, what is left included, and finds the height of the line. */
static int
place_line (LoketWrapLayout *self,
            GtkWidget       *first,
            const Line      *line,
            int              width,
            int              y,
            int              height)
{
  int extra = MAX (0, width - line->used);
  int x = 0, tallest = 0;
  int n_left = line->n_expanding;

  for (GtkWidget *child = first; child != line->end;
       child = get_next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_child_width (child, width);
      int natural;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = extra / n_left--;

          extra -= share;
          child_width += share;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &natural, NULL, NULL);
      tallest = MAX (tallest, natural);
      if (height >= 0)
        gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, child_width, height }, -1);
      x += child_width + self->column_spacing;
    }

  return tallest;
}

static void
measure_width (LoketWrapLayout *self,
               GtkWidget       *widget,
               int             *minimum,
               int             *natural)
{
  int sum = 0;

  *minimum = 0;
  for (GtkWidget *child = get_first_visible (widget); child != NULL;
       child = get_next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      sum += (sum > 0 ? self->column_spacing : 0) + child_natural;
    }
  *natural = MAX (*minimum, MIN (sum, LINE_WIDTH));
}

static int
measure_height (LoketWrapLayout *self,
                GtkWidget       *widget,
                int              width)
{
  GtkWidget *first = get_first_visible (widget);
  int height = 0;

  while (first != NULL)
    {
      Line line = break_line (self, first, width);

      height += (height > 0 ? self->row_spacing : 0)
                + place_line (self, first, &line, width, 0, -1);
      first = line.end;
    }

  return height;
}

static void
loket_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  LoketWrapLayout *self = LOKET_WRAP_LAYOUT (manager);
  int width_minimum, width_natural;

  measure_width (self, widget, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      *natural = width_natural;
      return;
    }

  *minimum = measure_height (self, widget, for_size >= 0 ? MAX (for_size, width_minimum)
                                                         : width_natural);
  *natural = *minimum;
}

static void
loket_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  LoketWrapLayout *self = LOKET_WRAP_LAYOUT (manager);
  GtkWidget *first = get_first_visible (widget);
  int y = 0;

  while (first != NULL)
    {
      Line line = break_line (self, first, width);
      int tallest = place_line (self, first, &line, width, y, -1);

      place_line (self, first, &line, width, y, tallest);
      y += tallest + self->row_spacing;
      first = line.end;
    }
}

static GtkSizeRequestMode
loket_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
loket_wrap_layout_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LoketWrapLayout *self = LOKET_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_COLUMN_SPACING:
      self->column_spacing = g_value_get_int (value);
      break;
    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_wrap_layout_class_init (LoketWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = loket_wrap_layout_set_property;
  manager_class->get_request_mode = loket_wrap_layout_get_request_mode;
  manager_class->measure = loket_wrap_layout_measure;
  manager_class->allocate = loket_wrap_layout_allocate;

  /**
   * LoketWrapLayout:column-spacing:
   *
   * Pixels between widgets side by side.
   */
  properties[PROP_COLUMN_SPACING] = g_param_spec_int ("column-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                      flags);
  /**
   * LoketWrapLayout:row-spacing:
   *
   * Pixels between lines.
   */
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                   flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
loket_wrap_layout_init (LoketWrapLayout *self)
{
}

/**
 * loket_wrap_layout_new:
 * @column_spacing: pixels between widgets side by side
 * @row_spacing: pixels between lines
 *
 * Returns: (transfer full): a layout, for the children of one widget
 */
GtkLayoutManager *
loket_wrap_layout_new (int column_spacing,
                       int row_spacing)
{
  return g_object_new (LOKET_TYPE_WRAP_LAYOUT, "column-spacing", column_spacing, "row-spacing",
                       row_spacing, NULL);
}
