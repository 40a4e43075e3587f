/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sets text with Pango, without rounding to the dots of a screen. */

#include "loket-lettering.h"

#include <pango/pangocairo.h>

/* What a small letter measures beside the body. */
#define SMALL 0.85

/* Half the height of a digit, beside the size of its font. */
#define HALF_DIGIT 0.35

/* From one line of a text to the next, beside the size of its font. */
#define LINE_PITCH 1.3

struct _LoketLettering
{
  double em;
  char *family;
  PangoContext *context;
  PangoLayout *layouts[LOKET_N_FACES];  /* one for each face, used again for every text */
};

static PangoLayout *
create_layout (LoketLettering *self,
               LoketFace       face,
               const char     *family)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (family);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (
      font, self->em * (face == LOKET_FACE_SMALL ? SMALL : 1) * PANGO_SCALE);
  pango_font_description_set_weight (
      font, face == LOKET_FACE_STRONG ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);

  /* Digits of equal width, so that columns of figures line up. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/**
 * loket_lettering_new:
 * @em: the size of the body font, in units of what is drawn on; everything in a chart is measured
 *   in it
 * @family: the name of the font family, such as "Cantarell"
 *
 * Returns: (transfer full): letters, for use in one thread
 */
LoketLettering *
loket_lettering_new (double      em,
                     const char *family)
{
  LoketLettering *self = g_new0 (LoketLettering, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->em = em;
  self->family = g_strdup (family);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < LOKET_N_FACES; i++)
    self->layouts[i] = create_layout (self, i, family);

  return self;
}

void
loket_lettering_free (LoketLettering *self)
{
  for (guint i = 0; i < LOKET_N_FACES; i++)
    g_clear_object (&self->layouts[i]);
  g_clear_object (&self->context);
  g_free (self->family);
  g_free (self);
}

/**
 * loket_lettering_get_em:
 *
 * Returns: the size of the letters, in the units of the drawing
 */
double
loket_lettering_get_em (const LoketLettering *self)
{
  return self->em;
}

/**
 * loket_lettering_get_family:
 *
 * Returns: (transfer none): the name of the font family
 */
const char *
loket_lettering_get_family (const LoketLettering *self)
{
  return self->family;
}

static double
get_size (LoketLettering *self,
          LoketFace       face)
{
  return self->em * (face == LOKET_FACE_SMALL ? SMALL : 1);
}

static PangoLayout *
set_text (LoketLettering *self,
          LoketFace       face,
          const char     *text,
          double          width)
{
  PangoLayout *layout = self->layouts[face];

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, -1);

  return layout;
}

/**
 * loket_lettering_get_width:
 *
 * Returns: how wide @text is on one line
 */
double
loket_lettering_get_width (LoketLettering *self,
                           LoketFace       face,
                           const char     *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (set_text (self, face, text, -1), NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/**
 * loket_lettering_count_lines:
 *
 * Returns: how many lines @text takes when none may be wider than @width
 */
guint
loket_lettering_count_lines (LoketLettering *self,
                             LoketFace       face,
                             const char     *text,
                             double          width)
{
  return (guint) pango_layout_get_line_count (set_text (self, face, text, width));
}

static double
find_start (const LoketLine *line,
            double           width)
{
  switch (line->align)
    {
    case LOKET_ALIGN_CENTRE:
      return line->x - width / 2;
    case LOKET_ALIGN_RIGHT:
      return line->x - width;
    case LOKET_ALIGN_LEFT:
    default:
      return line->x;
    }
}

static void
draw_lines (LoketLettering  *self,
            cairo_t         *cr,
            const LoketLine *line,
            PangoLayout     *layout)
{
  double size = get_size (self, line->face);
  double baseline = line->middle + HALF_DIGIT * size;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *set = pango_layout_get_line_readonly (layout, i);
      PangoRectangle logical;

      pango_layout_line_get_extents (set, NULL, &logical);
      cairo_move_to (cr, find_start (line, (double) logical.width / PANGO_SCALE),
                     baseline + i * size * LINE_PITCH);
      pango_cairo_show_layout_line (cr, set);
    }
  cairo_new_path (cr);
}

/**
 * loket_lettering_trace:
 *
 * Adds the outlines of one line of text to the path of @cr.
 */
void
loket_lettering_trace (LoketLettering  *self,
                       cairo_t         *cr,
                       const LoketLine *line)
{
  PangoLayout *layout = set_text (self, line->face, line->text, -1);
  PangoLayoutLine *set = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle logical;

  pango_layout_line_get_extents (set, NULL, &logical);
  cairo_move_to (cr, find_start (line, (double) logical.width / PANGO_SCALE),
                 line->middle + HALF_DIGIT * get_size (self, line->face));
  pango_cairo_layout_line_path (cr, set);
}

/**
 * loket_lettering_draw:
 *
 * Draws one line of text in the colour that @cr draws in.
 */
void
loket_lettering_draw (LoketLettering  *self,
                      cairo_t         *cr,
                      const LoketLine *line)
{
  draw_lines (self, cr, line, set_text (self, line->face, line->text, -1));
}

/**
 * loket_lettering_draw_within:
 * @line: the first line
 * @width: no line is wider
 * @n_lines: there are no more lines; what is left over ends in an ellipsis
 *
 * Draws text that may take several lines.
 */
void
loket_lettering_draw_within (LoketLettering  *self,
                             cairo_t         *cr,
                             const LoketLine *line,
                             double           width,
                             guint            n_lines)
{
  PangoLayout *layout = set_text (self, line->face, line->text, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) n_lines);
  draw_lines (self, cr, line, layout);
}
