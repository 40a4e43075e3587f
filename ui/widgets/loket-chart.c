/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws a chart in the font and the colours of the window; says it to who cannot see. */

#include "loket-chart.h"

#include <adwaita.h>
#include <math.h>

/* In the size of the font. */
#define LEAST_WIDTH   9
#define NATURAL_WIDTH 63

struct _LoketChart
{
  GtkWidget parent_instance;

  LoketDrawing *drawing;  /* (nullable) */
  LoketScene *scene;      /* (nullable): as it was composed last, for its width and font */
  int focus;              /* what the keyboard points at, -1: nothing */
};

enum
{
  TARGET_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketChart, loket_chart, GTK_TYPE_WIDGET)

/* The size of the font in pixels, enlarged text included. */
static double
get_em (LoketChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * pango_cairo_context_get_resolution (context) / 72;
}

static LoketChartStyle
get_style (LoketChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  AdwStyleManager *manager =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return (LoketChartStyle) {
    get_em (self),
    pango_font_description_get_family (pango_context_get_font_description (context)),
    adw_style_manager_get_dark (manager)
  };
}

/* Composed again only when the width or the font changed. */
static const LoketScene *
get_scene (LoketChart *self,
           double      width)
{
  const LoketChartStyle style = get_style (self);

  if (self->scene != NULL
      && (fabs (self->scene->width - width) > 0.01 || fabs (self->scene->em - style.em) > 0.01))
    g_clear_pointer (&self->scene, loket_scene_free);
  if (self->scene == NULL)
    self->scene = loket_drawing_compose (self->drawing, &style, width);

  return self->scene;
}

static GtkSizeRequestMode
loket_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
loket_chart_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  LoketChart *self = LOKET_CHART (widget);
  const LoketChartStyle style = get_style (self);
  int least = (int) ceil (LEAST_WIDTH * style.em);

  *minimum = *natural = 0;
  if (self->drawing == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = (int) ceil (NATURAL_WIDTH * style.em);
    }
  else
    *minimum = *natural = (int) ceil (
        get_scene (self, for_size > 0 ? MAX (for_size, least) : ceil (NATURAL_WIDTH * style.em))
            ->height);
}

/* Around what the keyboard points at. */
static void
draw_focus (LoketChart       *self,
            const LoketScene *scene,
            cairo_t          *cr)
{
  const LoketPalette *palette = loket_palette_get (get_style (self).is_dark);
  LoketRect box;

  if (self->focus < 0 || !gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !loket_scene_get_area (scene, (guint) self->focus, &box))
    return;

  cairo_rectangle (cr, box.x + 1, box.y + 1, box.width - 2, box.height - 2);
  loket_colour_set (cr, palette->accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
loket_chart_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  LoketChart *self = LOKET_CHART (widget);
  const LoketChartStyle style = get_style (self);
  g_autoptr (LoketLettering) lettering = NULL;
  const LoketScene *scene = NULL;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->drawing == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  lettering = loket_lettering_new (style.em, style.family);
  scene = get_scene (self, gtk_widget_get_width (widget));
  loket_scene_draw (scene, lettering, loket_palette_get (style.is_dark), cr);
  draw_focus (self, scene, cr);
  cairo_destroy (cr);
}

static int
find (LoketChart *self,
      double      x,
      double      y)
{
  if (self->drawing == NULL)
    return -1;

  return loket_scene_find (get_scene (self, gtk_widget_get_width (GTK_WIDGET (self))), x, y);
}

static gboolean
loket_chart_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard_tooltip,
                           GtkTooltip *tooltip)
{
  LoketChart *self = LOKET_CHART (widget);
  g_autofree char *text = NULL;
  int index = keyboard_tooltip ? self->focus : find (self, x, y);

  if (self->drawing == NULL || index < 0)
    return FALSE;

  text = loket_drawing_describe (self->drawing, (guint) index);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* What a click on @index would mean; a chart that takes no keyboard answers no click either. */
static const LoketTarget *
get_target (LoketChart *self,
            int         index)
{
  if (self->drawing == NULL || index < 0 || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return NULL;

  return loket_drawing_get_target (self->drawing, (guint) index);
}

static gboolean
activate (LoketChart *self,
          int         index)
{
  const LoketTarget *target = get_target (self, index);

  if (target == NULL)
    return FALSE;

  g_signal_emit (self, signals[TARGET_ACTIVATED], 0, target->by, target->value);

  return TRUE;
}

static void
released_cb (LoketChart *self,
             int         n_press,
             double      x,
             double      y)
{
  activate (self, find (self, x, y));
}

static void
motion_cb (LoketChart *self,
           double      x,
           double      y)
{
  gboolean is_target = get_target (self, find (self, x, y)) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_target ? "pointer" : NULL);
}

/* To the next or previous thing that a click would mean something on. */
static gboolean
move_focus (LoketChart *self,
            int         step)
{
  int n = self->drawing != NULL ? (int) self->drawing->targets->len : 0;

  for (int index = self->focus < 0 && step < 0 ? n - 1 : self->focus + step;
       index >= 0 && index < n; index += step)
    {
      g_autofree char *text = NULL;

      if (get_target (self, index) == NULL)
        continue;
      self->focus = index;
      text = loket_drawing_describe (self->drawing, (guint) index);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                      text, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return TRUE;
    }

  return FALSE;
}

static gboolean
key_pressed_cb (LoketChart      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Right:
      return move_focus (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      return move_focus (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate (self, self->focus);
    default:
      return FALSE;
    }
}

static void
loket_chart_finalize (GObject *object)
{
  LoketChart *self = LOKET_CHART (object);

  g_clear_pointer (&self->scene, loket_scene_free);
  g_clear_pointer (&self->drawing, loket_drawing_unref);

  G_OBJECT_CLASS (loket_chart_parent_class)->finalize (object);
}

static void
loket_chart_class_init (LoketChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = loket_chart_finalize;
  widget_class->get_request_mode = loket_chart_get_request_mode;
  widget_class->measure = loket_chart_measure;
  widget_class->snapshot = loket_chart_snapshot;
  widget_class->query_tooltip = loket_chart_query_tooltip;

  /**
   * LoketChart::target-activated:
   * @by: the id of a grouping or an item
   * @value: a value of it
   *
   * Somebody wants to see the responses that a part of the chart stands for.
   */
  signals[TARGET_ACTIVATED] =
      g_signal_new ("target-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
loket_chart_init (LoketChart *self)
{
  AdwStyleManager *manager =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->focus = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
has_targets (const LoketDrawing *drawing)
{
  for (guint i = 0; i < drawing->targets->len; i++)
    {
      if (loket_drawing_get_target (drawing, i) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Where the keyboard points at the same as in another drawing; -1 when there is no such thing. */
static int
find_again (const LoketDrawing *drawing,
            const LoketTarget  *before)
{
  for (guint i = 0; drawing != NULL && before != NULL && i < drawing->targets->len; i++)
    {
      const LoketTarget *target = loket_drawing_get_target (drawing, i);

      if (target != NULL && g_str_equal (target->by, before->by)
          && g_strcmp0 (target->value, before->value) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * loket_chart_set_drawing:
 * @drawing: (transfer full) (nullable): what is shown
 * @title: (nullable): what the chart tells
 * @is_active: whether a click on a part of it is answered: then it takes the keyboard too
 *
 * The keyboard goes on pointing at what it pointed at, when that is in @drawing too.
 */
void
loket_chart_set_drawing (LoketChart   *self,
                         LoketDrawing *drawing,
                         const char   *title,
                         gboolean      is_active)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LOKET_IS_CHART (self));

  self->focus = find_again (drawing, get_target (self, self->focus));
  g_clear_pointer (&self->scene, loket_scene_free);
  g_clear_pointer (&self->drawing, loket_drawing_unref);
  self->drawing = drawing;
  gtk_widget_set_focusable (GTK_WIDGET (self),
                            is_active && drawing != NULL && has_targets (drawing));
  text = drawing != NULL ? loket_drawing_to_text (drawing) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * loket_chart_get_drawing:
 *
 * Returns: (transfer none) (nullable): what is shown, to save it as a picture
 */
LoketDrawing *
loket_chart_get_drawing (LoketChart *self)
{
  g_return_val_if_fail (LOKET_IS_CHART (self), NULL);

  return self->drawing;
}
