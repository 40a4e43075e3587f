/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What all charts have in common. */

#include "loket-drawing.h"

static void
clear_target (gpointer data)
{
  LoketTarget *target = data;

  g_free (target->by);
  g_free (target->value);
}

/**
 * loket_drawing_alloc: (skip)
 * @size: of a struct that begins with a LoketDrawing
 *
 * Returns: (transfer full): for a function that makes a kind of chart; released by
 *   loket_drawing_unref()
 */
gpointer
loket_drawing_alloc (const LoketDrawingClass *klass,
                     gsize                    size)
{
  LoketDrawing *drawing = g_atomic_rc_box_alloc0 (size);

  drawing->klass = klass;
  drawing->targets = g_array_new (FALSE, TRUE, sizeof (LoketTarget));
  g_array_set_clear_func (drawing->targets, clear_target);

  return drawing;
}

/**
 * loket_drawing_add_target:
 * @by: (nullable): NULL: a click there means nothing
 *
 * Says what a click on the next index means.
 */
void
loket_drawing_add_target (LoketDrawing *drawing,
                          const char   *by,
                          const char   *value)
{
  const LoketTarget target = { g_strdup (by), g_strdup (value) };

  g_array_append_val (drawing->targets, target);
}

LoketDrawing *
loket_drawing_ref (LoketDrawing *drawing)
{
  return g_atomic_rc_box_acquire (drawing);
}

static void
clear_drawing (gpointer data)
{
  LoketDrawing *drawing = data;

  drawing->klass->clear (drawing);
  g_array_unref (drawing->targets);
}

void
loket_drawing_unref (LoketDrawing *drawing)
{
  g_atomic_rc_box_release_full (drawing, clear_drawing);
}

/**
 * loket_drawing_compose:
 * @width: in the units of the size of the font
 *
 * Returns: (transfer full): everything in its place, without colours yet: the same scene serves a
 *   light and a dark window
 */
LoketScene *
loket_drawing_compose (const LoketDrawing    *drawing,
                       const LoketChartStyle *style,
                       double                 width)
{
  g_autoptr (LoketLettering) lettering = loket_lettering_new (style->em, style->family);

  return drawing->klass->compose (drawing, lettering, width);
}

/**
 * loket_drawing_measure:
 *
 * Returns: how high the chart is when it is @width wide
 */
double
loket_drawing_measure (const LoketDrawing    *drawing,
                       const LoketChartStyle *style,
                       double                 width)
{
  g_autoptr (LoketScene) scene = loket_drawing_compose (drawing, style, width);

  return scene->height;
}

/**
 * loket_drawing_draw:
 * @style: how it is drawn
 * @cr: what it is drawn on, from its origin
 * @width: how wide it is; its height is that of loket_drawing_measure()
 *
 * Draws without a background, for a card of the colour of the palette.
 */
void
loket_drawing_draw (const LoketDrawing    *drawing,
                    const LoketChartStyle *style,
                    cairo_t               *cr,
                    double                 width)
{
  g_autoptr (LoketLettering) lettering = loket_lettering_new (style->em, style->family);
  g_autoptr (LoketScene) scene = drawing->klass->compose (drawing, lettering, width);

  loket_scene_draw (scene, lettering, loket_palette_get (style->is_dark), cr);
}

/**
 * loket_drawing_find:
 *
 * Returns: the index of what is shown at @x and @y of a chart that is @width wide, -1 for nothing
 */
int
loket_drawing_find (const LoketDrawing    *drawing,
                    const LoketChartStyle *style,
                    double                 width,
                    double                 x,
                    double                 y)
{
  g_autoptr (LoketScene) scene = loket_drawing_compose (drawing, style, width);

  return loket_scene_find (scene, x, y);
}

/**
 * loket_drawing_get_target:
 * @index: as loket_drawing_find() gives it
 *
 * Returns: (transfer none) (nullable): the group or option that a click there means
 */
const LoketTarget *
loket_drawing_get_target (const LoketDrawing *drawing,
                          guint               index)
{
  const LoketTarget *target = NULL;

  if (index >= drawing->targets->len)
    return NULL;
  target = &g_array_index (drawing->targets, LoketTarget, index);

  return target->by != NULL ? target : NULL;
}

/**
 * loket_drawing_tabulate:
 *
 * Returns: (transfer full): the figures that the chart shows, a row for each index
 */
LoketSheet *
loket_drawing_tabulate (const LoketDrawing *drawing)
{
  return drawing->klass->tabulate (drawing);
}

/**
 * loket_drawing_describe:
 *
 * Returns: (transfer full): all figures of @index in words, for a tooltip and a screen reader
 */
char *
loket_drawing_describe (const LoketDrawing *drawing,
                        guint               index)
{
  g_autoptr (LoketSheet) sheet = NULL;

  if (drawing->klass->describe != NULL)
    return drawing->klass->describe (drawing, index);

  sheet = loket_drawing_tabulate (drawing);

  return loket_sheet_describe (sheet, index);
}

/**
 * loket_drawing_to_text:
 *
 * Returns: (transfer full): the chart as a table in words, a line for each row
 */
char *
loket_drawing_to_text (const LoketDrawing *drawing)
{
  g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (drawing);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loket_sheet_get_n_rows (sheet); i++)
    {
      g_autofree char *line = loket_drawing_describe (drawing, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}
