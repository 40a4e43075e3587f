/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Follows the width of a scrolled window, which changes before its content is placed. */

#include "loketten-config.h"

#include "loket-width-watch.h"

/* In the size of the font: below the first one thing stands under the other, below the second a
 * title would be broken in the middle of its only word. */
#define NARROW_WIDTH 46
#define TINY_WIDTH   16

struct _LoketWidthWatch
{
  GtkWidget *page;                /* borrowed: it holds this */
  GtkAdjustment *across;
  gulong handler;
  LoketWidthFunc changed;
  LoketWidth width;
  guint change_id;
};

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return points * pango_cairo_context_get_resolution (context) / 72;
}

static gboolean
change_cb (gpointer user_data)
{
  LoketWidthWatch *self = user_data;

  self->change_id = 0;
  self->changed (self->page);

  return G_SOURCE_REMOVE;
}

/* What is shown may not change while it is being placed. */
static void
page_size_changed_cb (LoketWidthWatch *self)
{
  double width = gtk_adjustment_get_page_size (self->across) / get_em (self->page);
  LoketWidth kind = width < TINY_WIDTH     ? LOKET_WIDTH_TINY
                    : width < NARROW_WIDTH ? LOKET_WIDTH_NARROW
                                           : LOKET_WIDTH_WIDE;

  if (kind == self->width)
    return;

  self->width = kind;
  if (self->change_id == 0)
    self->change_id = g_idle_add (change_cb, self);
}

/**
 * loket_width_watch_new:
 * @page: (transfer none): whose font is meant; must outlive what is returned
 * @scroller: as wide as the page
 * @changed: called some time after there is another kind of width
 *
 * Returns: (transfer full): a watch that begins as narrow, so that a page can become it
 */
LoketWidthWatch *
loket_width_watch_new (GtkWidget         *page,
                       GtkScrolledWindow *scroller,
                       LoketWidthFunc     changed)
{
  LoketWidthWatch *self = g_new0 (LoketWidthWatch, 1);

  self->page = page;
  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  self->changed = changed;
  self->width = LOKET_WIDTH_NARROW;
  self->handler = g_signal_connect_swapped (self->across, "notify::page-size",
                                            G_CALLBACK (page_size_changed_cb), self);

  return self;
}

void
loket_width_watch_free (LoketWidthWatch *self)
{
  g_clear_handle_id (&self->change_id, g_source_remove);
  g_clear_signal_handler (&self->handler, self->across);
  g_object_unref (self->across);
  g_free (self);
}

/**
 * loket_width_watch_get:
 * @self: a watch
 *
 * Returns: how wide the page is
 */
LoketWidth
loket_width_watch_get (LoketWidthWatch *self)
{
  return self->width;
}
