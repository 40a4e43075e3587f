/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps marks and areas, finds what is pointed at, and draws.
 *
 * On a surface of dots boxes stand on whole dots and thin lines between two; on paper nothing
 * moves. */

#include "loket-scene.h"

#include <math.h>

#define HAIRLINE 0.068 /* of the size of the font: 1 pixel at the usual size */
#define HALO     0.28
#define NOTICE_EDGE   0.15
#define NOTICE_HEIGHT 1.1
#define DASH     0.3
#define DASH_GAP 0.2

/* What all drawing needs. */
typedef struct
{
  const LoketScene *scene;
  LoketLettering *lettering;
  const LoketPalette *palette;
  cairo_t *cr;
  gboolean is_snapped;
} Painter;

static void
clear_mark (gpointer data)
{
  LoketMark *mark = data;

  g_clear_pointer (&mark->points, g_array_unref);
  g_free (mark->text);
}

/**
 * loket_scene_new:
 * @em: the size of the body font; all else is measured in the same unit
 *
 * Returns: (transfer full): a scene without anything in it, and without a height
 */
LoketScene *
loket_scene_new (double em,
                 double width)
{
  LoketScene *scene = g_new0 (LoketScene, 1);

  scene->em = em;
  scene->width = width;
  scene->marks = g_array_new (FALSE, TRUE, sizeof (LoketMark));
  g_array_set_clear_func (scene->marks, clear_mark);
  scene->areas = g_array_new (FALSE, TRUE, sizeof (LoketArea));

  return scene;
}

void
loket_scene_free (LoketScene *scene)
{
  g_array_unref (scene->marks);
  g_array_unref (scene->areas);
  g_free (scene);
}

/* Valid until the next one is added. */
static LoketMark *
add_mark (LoketScene    *scene,
          LoketMarkKind  kind)
{
  LoketMark mark = { .kind = kind };

  g_array_append_val (scene->marks, mark);

  return &g_array_index (scene->marks, LoketMark, scene->marks->len - 1);
}

/**
 * loket_scene_add_box:
 * @fill: may be %LOKET_INK_NONE, and so may @outline
 */
void
loket_scene_add_box (LoketScene      *scene,
                     const LoketRect *box,
                     LoketInk         fill,
                     LoketInk         outline)
{
  LoketMark *mark = add_mark (scene, LOKET_MARK_BOX);

  mark->box = *box;
  mark->fill = fill;
  mark->ink = outline;
}

/**
 * loket_scene_add_rule:
 * @from_to: where it starts, and how far it goes to the right or down
 *
 * Adds a line that is as thin as it can be.
 */
void
loket_scene_add_rule (LoketScene      *scene,
                      const LoketRect *from_to,
                      LoketInk         ink)
{
  loket_scene_add_line (scene, from_to, ink, 0);
}

/**
 * loket_scene_add_line:
 * @from_to: where it starts, and how far it goes to the right and down
 * @thickness: 0: as thin as it can be
 *
 * Returns: (transfer none): to be changed before the next mark is added
 */
LoketMark *
loket_scene_add_line (LoketScene      *scene,
                      const LoketRect *from_to,
                      LoketInk         ink,
                      double           thickness)
{
  const double ends[] = { from_to->x, from_to->y, from_to->x + from_to->width,
                          from_to->y + from_to->height };
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));
  LoketMark *mark = NULL;

  g_array_append_vals (points, ends, G_N_ELEMENTS (ends));
  mark = loket_scene_add_path (scene, LOKET_MARK_LINE, points);
  mark->ink = ink;
  mark->thickness = thickness;

  return mark;
}

/**
 * loket_scene_add_path:
 * @kind: %LOKET_MARK_LINE or %LOKET_MARK_SHAPE
 * @points: (transfer full) (element-type double): x and y in turn
 *
 * Returns: (transfer none): to be given its ink before the next mark is added
 */
LoketMark *
loket_scene_add_path (LoketScene    *scene,
                      LoketMarkKind  kind,
                      GArray        *points)
{
  LoketMark *mark = add_mark (scene, kind);

  mark->points = points;

  return mark;
}

/**
 * loket_scene_add_dot:
 *
 * Returns: (transfer none): to be given an outline before the next mark is added
 */
LoketMark *
loket_scene_add_dot (LoketScene *scene,
                     double      x,
                     double      y,
                     double      radius,
                     LoketInk    fill)
{
  LoketMark *mark = add_mark (scene, LOKET_MARK_DOT);

  mark->x = x;
  mark->middle = y;
  mark->radius = radius;
  mark->fill = fill;

  return mark;
}

/**
 * loket_scene_add_text:
 * @line: is copied
 *
 * Returns: (transfer none): to be given room for more lines before the next mark is added
 */
LoketMark *
loket_scene_add_text (LoketScene      *scene,
                      const LoketLine *line)
{
  LoketMark *mark = add_mark (scene, LOKET_MARK_TEXT);

  mark->text = g_strdup (line->text);
  mark->face = line->face;
  mark->align = line->align;
  mark->ink = line->ink;
  mark->x = line->x;
  mark->middle = line->middle;
  mark->n_lines = 1;

  return mark;
}

/**
 * loket_scene_add_notice:
 * @lettering: in which it will be drawn
 * @line: is copied; begins at its left
 * @room: how wide it may be
 *
 * Adds a text in place of marks: no line of a grid runs through it.
 */
void
loket_scene_add_notice (LoketScene      *scene,
                        LoketLettering  *lettering,
                        const LoketLine *line,
                        double           room)
{
  double width = fmin (room, loket_lettering_get_width (lettering, line->face, line->text));
  double left = fmin (line->x, NOTICE_EDGE * scene->em);
  double height = NOTICE_HEIGHT * scene->em;

  loket_scene_add_box (scene,
                       &(LoketRect) { line->x - left, line->middle - height / 2, left + width,
                                      height },
                       LOKET_INK_CARD, LOKET_INK_NONE);
  loket_scene_add_text (scene, line)->room = room;
}

/**
 * loket_scene_begin:
 * @tag: the name that a PDF has for what follows, such as "TR"
 */
void
loket_scene_begin (LoketScene *scene,
                   const char *tag)
{
  add_mark (scene, LOKET_MARK_BEGIN)->text = g_strdup (tag);
}

/**
 * loket_scene_end:
 * @tag: what ends
 */
void
loket_scene_end (LoketScene *scene,
                 const char *tag)
{
  add_mark (scene, LOKET_MARK_END)->text = g_strdup (tag);
}

/**
 * loket_scene_add_area:
 * @index: what is pointed at in @box
 */
void
loket_scene_add_area (LoketScene      *scene,
                      guint            index,
                      const LoketRect *box)
{
  const LoketArea area = { index, *box };

  g_array_append_val (scene->areas, area);
}

/**
 * loket_scene_get_mark:
 *
 * Returns: (transfer none): the mark
 */
const LoketMark *
loket_scene_get_mark (const LoketScene *scene,
                      guint             number)
{
  return &g_array_index (scene->marks, LoketMark, number);
}

/**
 * loket_scene_find:
 *
 * Returns: the index of what is there, of several the one whose middle is nearest; -1 for nothing
 */
int
loket_scene_find (const LoketScene *scene,
                  double            x,
                  double            y)
{
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < scene->areas->len; i++)
    {
      const LoketArea *area = &g_array_index (scene->areas, LoketArea, i);
      const LoketRect *box = &area->box;
      double distance = hypot (x - box->x - box->width / 2, y - box->y - box->height / 2);

      if (x < box->x || x >= box->x + box->width || y < box->y || y >= box->y + box->height
          || distance >= nearest)
        continue;
      nearest = distance;
      found = (int) area->index;
    }

  return found;
}

/**
 * loket_scene_get_area:
 * @box: (out caller-allocates): where @index can be pointed at
 *
 * Returns: whether it can be
 */
gboolean
loket_scene_get_area (const LoketScene *scene,
                      guint             index,
                      LoketRect        *box)
{
  for (guint i = 0; i < scene->areas->len; i++)
    {
      const LoketArea *area = &g_array_index (scene->areas, LoketArea, i);

      if (area->index != index)
        continue;
      *box = area->box;
      return TRUE;
    }

  return FALSE;
}

static double
snap (const Painter *painter,
      double         place)
{
  return painter->is_snapped ? round (place) : place;
}

static double
get_hairline (const Painter *painter)
{
  double width = HAIRLINE * painter->scene->em;

  return painter->is_snapped ? fmax (1, round (width)) : width;
}

/* Lines stand between two whole units, so that they are as thin as they can be. */
static double
snap_line (const Painter *painter,
           double         place)
{
  return painter->is_snapped ? floor (place) + get_hairline (painter) / 2 : place;
}

static void
set_ink (const Painter *painter,
         LoketInk       ink)
{
  loket_colour_set (painter->cr, loket_palette_get_ink (painter->palette, ink));
}

static void
draw_box (const Painter   *painter,
          const LoketMark *mark)
{
  double x = snap (painter, mark->box.x), y = snap (painter, mark->box.y);
  double width = snap (painter, mark->box.x + mark->box.width) - x;
  double height = snap (painter, mark->box.y + mark->box.height) - y;
  double line = fmin (get_hairline (painter), width / 2);

  if (mark->fill != LOKET_INK_NONE)
    {
      cairo_rectangle (painter->cr, x, y, width, height);
      set_ink (painter, mark->fill);
      cairo_fill (painter->cr);
    }
  if (mark->ink != LOKET_INK_NONE)
    {
      cairo_rectangle (painter->cr, x + line / 2, y + line / 2, width - line, height - line);
      set_ink (painter, mark->ink);
      cairo_set_line_width (painter->cr, line);
      cairo_stroke (painter->cr);
    }
}

/* A thin line that goes straight down or to the right is sharp. */
static void
trace (const Painter   *painter,
       const LoketMark *mark)
{
  const double *places = (const double *) (gconstpointer) mark->points->data;
  gboolean is_thin = mark->kind == LOKET_MARK_LINE && mark->thickness <= 0;
  gboolean is_down = is_thin && mark->points->len == 4 && places[0] == places[2];
  gboolean is_right = is_thin && mark->points->len == 4 && places[1] == places[3];

  for (guint i = 0; i + 1 < mark->points->len; i += 2)
    cairo_line_to (painter->cr, is_down ? snap_line (painter, places[i]) : places[i],
                   is_right ? snap_line (painter, places[i + 1]) : places[i + 1]);
}

static void
draw_line (const Painter   *painter,
           const LoketMark *mark)
{
  double em = painter->scene->em;
  double dash = mark->thickness > 0 ? DASH : 0.7 * DASH;
  const double dashes[] = { dash * em, DASH_GAP * em };

  trace (painter, mark);
  set_ink (painter, mark->ink);
  cairo_set_line_width (painter->cr,
                        mark->thickness > 0 ? mark->thickness : get_hairline (painter));
  cairo_set_dash (painter->cr, dashes, mark->is_dashed ? 2 : 0, 0);
  cairo_stroke (painter->cr);
  cairo_set_dash (painter->cr, NULL, 0, 0);
}

static void
draw_dot (const Painter   *painter,
          const LoketMark *mark)
{
  cairo_new_sub_path (painter->cr);
  cairo_arc (painter->cr, mark->x, mark->middle, mark->radius, 0, 2 * G_PI);
  if (mark->fill != LOKET_INK_NONE)
    {
      set_ink (painter, mark->fill);
      cairo_fill_preserve (painter->cr);
    }
  if (mark->ink != LOKET_INK_NONE)
    {
      set_ink (painter, mark->ink);
      cairo_set_line_width (painter->cr,
                            mark->thickness > 0 ? mark->thickness : get_hairline (painter));
      cairo_stroke_preserve (painter->cr);
    }
  cairo_new_path (painter->cr);
}

static void
draw_text (const Painter   *painter,
           const LoketMark *mark)
{
  const LoketLine line = { mark->text, mark->face, mark->align, mark->ink, mark->x,
                           mark->middle };

  if (mark->has_halo)
    {
      set_ink (painter, LOKET_INK_CARD);
      loket_lettering_trace (painter->lettering, painter->cr, &line);
      cairo_set_line_width (painter->cr, HALO * painter->scene->em);
      cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (painter->cr);
    }
  set_ink (painter, mark->ink);
  if (mark->room > 0)
    loket_lettering_draw_within (painter->lettering, painter->cr, &line, mark->room,
                                 mark->n_lines);
  else
    loket_lettering_draw (painter->lettering, painter->cr, &line);
}

static void
draw_mark (const Painter   *painter,
           const LoketMark *mark)
{
  switch (mark->kind)
    {
    case LOKET_MARK_BOX:
      draw_box (painter, mark);
      break;
    case LOKET_MARK_LINE:
      draw_line (painter, mark);
      break;
    case LOKET_MARK_SHAPE:
      trace (painter, mark);
      set_ink (painter, mark->fill);
      cairo_fill (painter->cr);
      break;
    case LOKET_MARK_DOT:
      draw_dot (painter, mark);
      break;
    case LOKET_MARK_BEGIN:
      cairo_tag_begin (painter->cr, mark->text, NULL);
      break;
    case LOKET_MARK_END:
      cairo_tag_end (painter->cr, mark->text);
      break;
    case LOKET_MARK_TEXT:
    default:
      draw_text (painter, mark);
    }
}

static gboolean
has_dots (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG
         && type != CAIRO_SURFACE_TYPE_PS;
}

/**
 * loket_scene_draw:
 * @lettering: of the size of the scene
 * @cr: what it is drawn on, from its origin
 *
 * Draws without a background, for a card of the colour of the palette.
 */
void
loket_scene_draw (const LoketScene   *scene,
                  LoketLettering     *lettering,
                  const LoketPalette *palette,
                  cairo_t            *cr)
{
  const Painter painter = { scene, lettering, palette, cr, has_dots (cr) };

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < scene->marks->len; i++)
    draw_mark (&painter, loket_scene_get_mark (scene, i));
  cairo_restore (cr);
}
