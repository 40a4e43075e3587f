/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where an interval goes on beyond the scale, an arrow says so. */

#include "loket-point.h"

#include <math.h>

/* In the size of the font. */
#define INTERVAL   0.136
#define DOT_RADIUS 0.3
#define ARROW      0.22
#define NAME_ROOM  2 /* from one number at a scale to the next */

static void
add_arrow (LoketScene       *scene,
           const LoketPoint *point,
           double            x,
           double            direction)
{
  double size = ARROW * scene->em;
  const double places[] = { x - direction * size, point->middle - size, x, point->middle,
                            x - direction * size, point->middle + size };
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));
  LoketMark *mark = NULL;

  g_array_append_vals (points, places, G_N_ELEMENTS (places));
  mark = loket_scene_add_path (scene, LOKET_MARK_LINE, points);
  mark->ink = point->ink;
  mark->thickness = INTERVAL * scene->em;
}

/**
 * loket_point_add:
 * @x: where @scale begins
 * @width: how long it is
 */
void
loket_point_add (LoketScene       *scene,
                 const LoketPoint *point,
                 const LoketScale *scale,
                 double            x,
                 double            width)
{
  double low = x + loket_scale_get_share (scale, point->low) * width;
  double high = x + loket_scale_get_share (scale, point->high) * width;
  const LoketRect line = { low, point->middle, high - low, 0 };
  LoketMark *mark = NULL;

  if (!isnan (point->low) && !isnan (point->high))
    {
      mark = loket_scene_add_line (scene, &line, point->ink, INTERVAL * scene->em);
      mark->is_dashed = point->is_dashed;
      if (point->low < scale->low)
        add_arrow (scene, point, low, -1);
      if (point->high > scale->high)
        add_arrow (scene, point, high, 1);
    }

  mark = loket_scene_add_dot (scene, x + loket_scale_get_share (scale, point->mean) * width,
                              point->middle, DOT_RADIUS * scene->em,
                              point->is_hollow ? LOKET_INK_CARD : point->ink);
  mark->ink = point->is_hollow ? point->ink : LOKET_INK_NONE;
  mark->thickness = INTERVAL * scene->em;
}

/**
 * loket_point_add_names:
 * @names_middle: the height of the names of the lines, of their digits
 *
 * Adds the number of each step of @scale, or of some where all would not fit.
 */
void
loket_point_add_names (LoketScene       *scene,
                       const LoketScale *scale,
                       const LoketRect  *plot,
                       double            names_middle)
{
  LoketScale named = *scale;
  double value;

  while (plot->width * named.step / (scale->high - scale->low) < NAME_ROOM * scene->em
         && named.step < scale->high - scale->low)
    named.step *= 2;
  for (guint i = 0; (value = loket_scale_get_line (&named, i)) <= scale->high + 0.001; i++)
    {
      double x = plot->x + loket_scale_get_share (scale, value) * plot->width;
      g_autofree char *text =
          g_strdup_printf (fmod (named.step, 1) > 0.001 ? "%'.1f" : "%'.0f", value);
      const LoketLine name = { text, LOKET_FACE_SMALL, LOKET_ALIGN_CENTRE, LOKET_INK_SECONDARY, x,
                               names_middle };

      loket_scene_add_text (scene, &name);
    }
}

/**
 * loket_point_add_lines:
 * @plot: where the lines stand
 *
 * Adds a thin line at each step of @scale.
 */
void
loket_point_add_lines (LoketScene       *scene,
                       const LoketScale *scale,
                       const LoketRect  *plot)
{
  double value;

  for (guint i = 0; (value = loket_scale_get_line (scale, i)) <= scale->high + 0.001; i++)
    loket_scene_add_rule (scene,
                          &(LoketRect) { plot->x + loket_scale_get_share (scale, value)
                                                       * plot->width,
                                         plot->y, 0, plot->height },
                          LOKET_INK_GRID);
}
