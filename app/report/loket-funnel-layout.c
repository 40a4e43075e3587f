/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives the points of a funnel plot their place; a name covers no other name and no own point. */

#include "loketten-config.h"

#include "loket-funnel-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define LEFT_ROOM    2.4 /* for the grades at the axis */
#define TOP_ROOM     2.2
#define BOTTOM_ROOM  3.6
#define RIGHT_GAP    0.5
#define HEIGHT_SHARE 0.72 /* of the width */
#define LEAST_HEIGHT 16
#define MOST_HEIGHT  30
#define NAME_HEIGHT  1.1
#define DOT_ROOM     0.6 /* from the middle of a dot to its name */
#define STEP_ROOM    3.2 /* for a number at the axis */
#define MOST_STEPS_Y 6
#define X_ROOM       1.06 /* the axis goes on a little after the last point */
#define NEAR_LIMIT   1.96

/**
 * loket_funnel_chart_get_limit:
 * @z: 1.96 or 3.09, negative for the lower limit
 *
 * Returns: the adjusted mean beyond which a unit with @n grades lies by chance in 5% or 0.2% of
 *   cases (Spiegelhalter 2005)
 */
double
loket_funnel_chart_get_limit (const LoketFunnelChart *chart,
                              double                  n,
                              double                  z)
{
  return chart->overall + z * chart->spread / sqrt (n);
}

/**
 * loket_funnel_chart_get_own:
 * @index: below the number of own units
 *
 * Returns: (transfer none): a unit with a name
 */
const LoketFunnelUnit *
loket_funnel_chart_get_own (const LoketFunnelChart *chart,
                            guint                   index)
{
  return &g_array_index (chart->units, LoketFunnelUnit, g_array_index (chart->own, guint, index));
}

/* Once it is known how wide the plot is. */
static void
set_scales (LoketFunnelLayout      *layout,
            const LoketFunnelChart *chart)
{
  double n_steps = floor (layout->plot.width / (STEP_ROOM * layout->em));
  LoketRange means;
  double most = LOKET_FUNNEL_FROM;

  loket_range_clear (&means);
  loket_range_add (&means, loket_funnel_chart_get_limit (chart, LOKET_FUNNEL_FROM, NEAR_LIMIT));
  loket_range_add (&means, loket_funnel_chart_get_limit (chart, LOKET_FUNNEL_FROM, -NEAR_LIMIT));
  for (guint i = 0; i < chart->units->len; i++)
    {
      const LoketFunnelUnit *unit = &g_array_index (chart->units, LoketFunnelUnit, i);

      loket_range_add (&means, unit->unit.adjusted);
      most = fmax (most, unit->unit.n);
    }
  layout->x = loket_scale_from_zero (most * X_ROOM, (guint) fmax (1, n_steps));
  layout->y = loket_scale_for_grades (&means, MOST_STEPS_Y);
}

static void
set_plot (LoketFunnelLayout *layout,
          LoketLettering    *lettering,
          double             width)
{
  double em = layout->em;
  double names = fmax (loket_lettering_get_width (lettering, LOKET_FACE_SMALL, "99,8%"),
                       loket_lettering_get_width (lettering, LOKET_FACE_SMALL,
                                                  C_ ("chart", "mean")) + 2 * em);

  layout->plot.x = LEFT_ROOM * em;
  layout->plot.y = TOP_ROOM * em;
  layout->plot.width = width - layout->plot.x - names - RIGHT_GAP * em;
  layout->plot.height = CLAMP (HEIGHT_SHARE * width, LEAST_HEIGHT * em, MOST_HEIGHT * em);
  layout->height = ceil (layout->plot.y + layout->plot.height + BOTTOM_ROOM * em);
}

static gboolean
overlaps (const LoketRect *one,
          const LoketRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

static gboolean
is_within (const LoketRect *inner,
           const LoketRect *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

static LoketRect
get_dot (const LoketFunnelLayout *layout,
         const LoketFunnelUnit   *unit)
{
  double radius = (unit->is_selected ? 0.75 : 0.4) * layout->em;

  return (LoketRect) { loket_funnel_layout_get_x (layout, unit->unit.n) - radius,
                       loket_funnel_layout_get_y (layout, unit->unit.adjusted) - radius,
                       2 * radius, 2 * radius };
}

static gboolean
is_free (const LoketFunnelLayout *layout,
         const LoketFunnelChart  *chart,
         const LoketRect         *box)
{
  if (!is_within (box, &layout->plot))
    return FALSE;
  for (guint i = 0; i < chart->own->len; i++)
    {
      LoketRect dot = get_dot (layout, loket_funnel_chart_get_own (chart, i));

      if (overlaps (box, &dot))
        return FALSE;
    }
  for (guint i = 0; i < layout->names->len; i++)
    {
      const LoketFunnelName *name = &g_array_index (layout->names, LoketFunnelName, i);

      if (name->is_named && overlaps (box, &name->box))
        return FALSE;
    }

  return TRUE;
}

/* Above the dot, else on its right, left, or under it, else a little farther away. */
static LoketFunnelName
find_name (const LoketFunnelLayout *layout,
           const LoketFunnelChart  *chart,
           const LoketFunnelUnit   *unit,
           double                   width)
{
  static const double turns[][2] = { { 0, -1 }, { 1, 0 },  { -1, 0 }, { 0, 1 },
                                     { 1, -1 }, { -1, -1 }, { 1, 1 },  { -1, 1 } };
  double height = NAME_HEIGHT * layout->em;
  double x = loket_funnel_layout_get_x (layout, unit->unit.n);
  double y = loket_funnel_layout_get_y (layout, unit->unit.adjusted);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (turns); i++)
    {
      const double *turn = turns[i % G_N_ELEMENTS (turns)];
      double room = (unit->is_selected ? 1.5 : 1) * DOT_ROOM * layout->em
                    + (i < G_N_ELEMENTS (turns) ? 0 : layout->em);
      const LoketRect box = { x + turn[0] * (room + width / 2) - width / 2,
                              y + turn[1] * (room + height / 2) - height / 2, width, height };

      if (is_free (layout, chart, &box))
        return (LoketFunnelName) { TRUE, box };
    }

  return (LoketFunnelName) { FALSE };
}

/**
 * loket_funnel_layout_new:
 *
 * A name that finds no free place is left out; the table has it.
 *
 * Returns: (transfer full): the place of everything
 */
LoketFunnelLayout *
loket_funnel_layout_new (const LoketFunnelChart *chart,
                         LoketLettering         *lettering,
                         double                  width)
{
  LoketFunnelLayout *layout = g_new0 (LoketFunnelLayout, 1);

  layout->em = loket_lettering_get_em (lettering);
  layout->names = g_array_new (FALSE, TRUE, sizeof (LoketFunnelName));
  set_plot (layout, lettering, width);
  set_scales (layout, chart);
  for (guint i = 0; i < chart->own->len; i++)
    {
      const LoketFunnelUnit *unit = loket_funnel_chart_get_own (chart, i);
      LoketFunnelName name = find_name (
          layout, chart, unit,
          loket_lettering_get_width (lettering, LOKET_FACE_STRONG, unit->name));

      g_array_append_val (layout->names, name);
    }

  return layout;
}

void
loket_funnel_layout_free (LoketFunnelLayout *layout)
{
  g_array_unref (layout->names);
  g_free (layout);
}

/**
 * loket_funnel_layout_get_x:
 *
 * Returns: where @n grades stand
 */
double
loket_funnel_layout_get_x (const LoketFunnelLayout *layout,
                           double                   n)
{
  return layout->plot.x + loket_scale_get_share (&layout->x, n) * layout->plot.width;
}

/**
 * loket_funnel_layout_get_y:
 *
 * Returns: where a mean stands
 */
double
loket_funnel_layout_get_y (const LoketFunnelLayout *layout,
                           double                   mean)
{
  return layout->plot.y
         + (1 - loket_scale_get_share (&layout->y, mean)) * layout->plot.height;
}
