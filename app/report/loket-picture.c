/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A picture has a title and says what it is about, since it travels without its page. */

#include "loketten-config.h"

#include "loket-picture.h"

#include "loket-error.h"
#include "loket-report-pdf.h"

#include <cairo-svg.h>
#include <math.h>

/* In dots or points. */
#define EM      16
#define WIDTH   (60 * EM)
#define MARGIN  (1.5 * EM)
#define GAP     EM

/* For twice as many dots: sharp on any screen and in any document. */
#define PNG_SCALE 2

/* Everything of the picture in its place, at its final size. */
typedef struct
{
  LoketLettering *lettering;
  LoketScene *texts;
  LoketScene *chart;
  double chart_y;
  double height;
} Picture;

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->lettering, loket_lettering_free);
  g_clear_pointer (&picture->texts, loket_scene_free);
  g_clear_pointer (&picture->chart, loket_scene_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

/* Gives the height below the text. */
static double
add_text (Picture    *picture,
          const char *text,
          LoketFace   face,
          double      y)
{
  double size = EM * (face == LOKET_FACE_SMALL ? 0.85 : 1);
  const LoketLine line = { text, face, LOKET_ALIGN_LEFT,
                           face == LOKET_FACE_SMALL ? LOKET_INK_SECONDARY : LOKET_INK_TEXT, 0,
                           y + 0.65 * size };
  LoketMark *mark = loket_scene_add_text (picture->texts, &line);

  mark->room = WIDTH;
  mark->n_lines = loket_lettering_count_lines (picture->lettering, face, text, WIDTH);

  return y + mark->n_lines * 1.3 * size;
}

static void
compose (Picture            *picture,
         const LoketDrawing *drawing,
         const char         *title,
         const char         *footer)
{
  double y = 0;

  picture->lettering = loket_lettering_new (EM, LOKET_REPORT_FONT);
  picture->texts = loket_scene_new (EM, WIDTH);
  picture->chart = drawing->klass->compose (drawing, picture->lettering, WIDTH);
  if (title != NULL && *title != '\0')
    y = add_text (picture, title, LOKET_FACE_STRONG, y) + GAP;
  picture->chart_y = y;
  y += picture->chart->height;
  if (footer != NULL && *footer != '\0')
    y = add_text (picture, footer, LOKET_FACE_SMALL, y + GAP);
  picture->height = ceil (y + 2 * MARGIN);
}

static void
draw (const Picture *picture,
      cairo_t       *cr)
{
  const LoketPalette *palette = loket_palette_get (FALSE);

  loket_colour_set (cr, palette->card);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  loket_scene_draw (picture->texts, picture->lettering, palette, cr);
  cairo_translate (cr, 0, picture->chart_y);
  loket_scene_draw (picture->chart, picture->lettering, palette, cr);
}

static cairo_status_t
append_data (void         *closure,
             const guchar *data,
             guint         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (GByteArray      *data,
        cairo_status_t   status,
        GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (data);

  g_byte_array_unref (data);
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_STORAGE, cairo_status_to_string (status));

  return NULL;
}

/**
 * loket_picture_to_png:
 * @title: (nullable): what the chart tells
 * @footer: (nullable): whose answers, of what period
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the file, on a light card
 */
GBytes *
loket_picture_to_png (const LoketDrawing  *drawing,
                      const char          *title,
                      const char          *footer,
                      GError             **error)
{
  g_auto (Picture) picture = { NULL };
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  compose (&picture, drawing, title, footer);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) (PNG_SCALE * (WIDTH + 2 * MARGIN)),
                                        (int) (PNG_SCALE * picture.height));
  cr = cairo_create (surface);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  draw (&picture, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_data, data);
  cairo_surface_destroy (surface);

  return finish (data, status, error);
}

/**
 * loket_picture_to_svg:
 *
 * The same in lines, to be made larger without end.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
loket_picture_to_svg (const LoketDrawing  *drawing,
                      const char          *title,
                      const char          *footer,
                      GError             **error)
{
  g_auto (Picture) picture = { NULL };
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  compose (&picture, drawing, title, footer);
  surface = cairo_svg_surface_create_for_stream (append_data, data, WIDTH + 2 * MARGIN,
                                                 picture.height);
  cr = cairo_create (surface);
  draw (&picture, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return finish (data, status, error);
}
