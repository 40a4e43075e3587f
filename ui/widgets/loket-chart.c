/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws a chart of grades in the font and the colours of the window; says it to who cannot see. */

#include "loket-chart.h"

#include "loket-band-chart.h"

#include <adwaita.h>
#include <math.h>

/* In the size of the font. */
#define LEAST_WIDTH   9
#define NATURAL_WIDTH 63

struct _LoketChart
{
  GtkWidget parent_instance;

  LoketBandChart *chart;  /* (nullable) */
};

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
  if (self->chart == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = (int) ceil (NATURAL_WIDTH * style.em);
    }
  else
    *minimum = *natural = (int) ceil (loket_band_chart_measure (
        self->chart, &style, for_size > 0 ? MAX (for_size, least) : NATURAL_WIDTH * style.em));
}

static void
loket_chart_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  LoketChart *self = LOKET_CHART (widget);
  const LoketChartStyle style = get_style (self);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->chart == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  loket_band_chart_draw (self->chart, &style, cr, gtk_widget_get_width (widget));
  cairo_destroy (cr);
}

static gboolean
loket_chart_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard_tooltip,
                           GtkTooltip *tooltip)
{
  LoketChart *self = LOKET_CHART (widget);
  const LoketChartStyle style = get_style (self);
  g_autofree char *text = NULL;
  int row = -1;

  if (self->chart != NULL)
    row = loket_band_chart_find_row (self->chart, &style, gtk_widget_get_width (widget), y);
  if (row < 0)
    return FALSE;

  text = loket_band_chart_describe (self->chart, (guint) row);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
loket_chart_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_CHART (object)->chart, loket_band_chart_free);

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

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
loket_chart_init (LoketChart *self)
{
  AdwStyleManager *manager =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * loket_chart_set_chart:
 * @chart: (transfer full) (nullable): what is shown
 * @title: (nullable): what the chart tells
 */
void
loket_chart_set_chart (LoketChart     *self,
                       LoketBandChart *chart,
                       const char     *title)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LOKET_IS_CHART (self));

  g_clear_pointer (&self->chart, loket_band_chart_free);
  self->chart = chart;
  text = chart != NULL ? loket_band_chart_to_text (chart) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
