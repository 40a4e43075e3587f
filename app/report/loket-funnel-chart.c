/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws the funnel, and says each own unit in a row. What lies outside the limits has no colour of
 * its own: it is a reason to ask, not a verdict. */

#include "loketten-config.h"

#include "loket-funnel-chart.h"

#include "loket-funnel-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define OTHER_RADIUS 0.24
#define OWN_RADIUS   0.36
#define RING_RADIUS  0.72
#define OWN_LINE     0.136
#define POINT_AREA   1.4
#define N_STEPS      96 /* of a curve */

#define NEAR_LIMIT 1.96
#define FAR_LIMIT  3.09

typedef struct
{
  const LoketFunnelChart *chart;
  const LoketFunnelLayout *layout;
  LoketScene *scene;
} Canvas;

static void
add_text (const Canvas *canvas,
          LoketLine     line)
{
  line.face = LOKET_FACE_SMALL;
  line.ink = LOKET_INK_SECONDARY;
  loket_scene_add_text (canvas->scene, &line);
}

static double
get_n (const Canvas *canvas,
       guint         step)
{
  double last = canvas->layout->x.high;

  /* Steps are short where the curve is steep. */
  return LOKET_FUNNEL_FROM + (last - LOKET_FUNNEL_FROM) * pow ((double) step / N_STEPS, 2);
}

/* Between the limits at @z below and above. */
static void
add_region (const Canvas *canvas,
            double        z,
            LoketInk      ink)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 2 * (N_STEPS + 1); i++)
    {
      gboolean is_back = i > N_STEPS;
      double n = get_n (canvas, is_back ? 2 * N_STEPS + 1 - i : i);
      double limit = loket_funnel_chart_get_limit (canvas->chart, n, is_back ? -z : z);
      const double place[] = { loket_funnel_layout_get_x (canvas->layout, n),
                               loket_funnel_layout_get_y (canvas->layout, limit) };

      g_array_append_vals (points, place, 2);
    }
  loket_scene_add_path (canvas->scene, LOKET_MARK_SHAPE, points)->fill = ink;
}

/* Only as far as it stays within the plot. */
static void
add_curve (const Canvas *canvas,
           double        z,
           gboolean      is_dashed)
{
  const LoketScale *scale = &canvas->layout->y;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));
  LoketMark *mark = NULL;

  for (guint i = 0; i <= N_STEPS; i++)
    {
      double n = get_n (canvas, i);
      double limit = loket_funnel_chart_get_limit (canvas->chart, n, z);
      const double place[] = { loket_funnel_layout_get_x (canvas->layout, n),
                               loket_funnel_layout_get_y (canvas->layout, limit) };

      if (limit >= scale->low && limit <= scale->high)
        g_array_append_vals (points, place, 2);
    }
  mark = loket_scene_add_path (canvas->scene, LOKET_MARK_LINE, points);
  mark->ink = LOKET_INK_AXIS;
  mark->thickness = 0.09 * canvas->scene->em;
  mark->is_dashed = is_dashed;
}

static void
add_grid (const Canvas *canvas)
{
  const LoketFunnelLayout *layout = canvas->layout;
  const LoketRect *plot = &layout->plot;
  double em = canvas->scene->em, bottom = plot->y + plot->height;

  double mean;

  for (guint i = 0; (mean = loket_scale_get_line (&layout->y, i)) <= layout->y.high + 0.001; i++)
    {
      g_autofree char *text = g_strdup_printf (layout->y.step < 1 ? "%.1f" : "%.0f", mean);
      double y = loket_funnel_layout_get_y (layout, mean);

      loket_scene_add_rule (canvas->scene, &(LoketRect) { plot->x, y, plot->width, 0 },
                            LOKET_INK_GRID);
      add_text (canvas, (LoketLine) { .text = text, .align = LOKET_ALIGN_RIGHT,
                                      .x = plot->x - em / 2, .middle = y });
    }
  loket_scene_add_rule (canvas->scene, &(LoketRect) { plot->x, bottom, plot->width, 0 },
                        LOKET_INK_AXIS);
  for (double n = 0; n <= layout->x.high; n += layout->x.step)
    {
      g_autofree char *text = g_strdup_printf ("%'.0f", n);
      double x = loket_funnel_layout_get_x (layout, n);

      loket_scene_add_rule (canvas->scene, &(LoketRect) { x, bottom, 0, em / 3 }, LOKET_INK_AXIS);
      add_text (canvas, (LoketLine) { .text = text, .align = LOKET_ALIGN_CENTRE, .x = x,
                                      .middle = bottom + em });
    }
}

static void
add_axis_names (const Canvas   *canvas,
                LoketLettering *lettering)
{
  const LoketRect *plot = &canvas->layout->plot;
  double half =
      loket_lettering_get_width (lettering, LOKET_FACE_SMALL, _("number of grades (n)")) / 2;
  double em = canvas->scene->em;

  add_text (canvas, (LoketLine) { .text = _("adjusted mean"), .align = LOKET_ALIGN_LEFT, .x = 0,
                                  .middle = 0.7 * em });
  add_text (canvas, (LoketLine) { .text = _("number of grades (n)"), .align = LOKET_ALIGN_CENTRE,
                                  .x = fmax (half, plot->x + plot->width / 2),
                                  .middle = plot->y + plot->height + 2.5 * em });
}

/* At the right end; names that would touch are moved apart. */
static void
add_limit_names (const Canvas *canvas)
{
  static const double limits[] = { FAR_LIMIT, NEAR_LIMIT, 0, -NEAR_LIMIT, -FAR_LIMIT };
  const LoketFunnelLayout *layout = canvas->layout;
  double em = canvas->scene->em;
  g_autofree char *overall =
      /* Translators: the mean of all */
      g_strdup_printf (_("mean %.1f"), floor (canvas->chart->overall * 10 + 0.5) / 10);
  g_autofree char *far = g_strdup_printf ("%.1f%%", 99.8);
  const char *const names[] = { far, "95%", overall, "95%", far };
  double places[G_N_ELEMENTS (limits)];

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    places[i] = loket_funnel_layout_get_y (
        layout, loket_funnel_chart_get_limit (canvas->chart, layout->x.high, limits[i]));
  for (int i = 1; i >= 0; i--)
    places[i] = fmin (places[i], places[i + 1] - em);
  for (guint i = 3; i < G_N_ELEMENTS (limits); i++)
    places[i] = fmax (places[i], places[i - 1] + em);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    add_text (canvas, (LoketLine) { .text = names[i], .align = LOKET_ALIGN_LEFT,
                                    .x = layout->plot.x + layout->plot.width + em / 2,
                                    .middle = places[i] });
}

static void
add_other (const Canvas          *canvas,
           const LoketFunnelUnit *unit)
{
  LoketMark *mark = loket_scene_add_dot (
      canvas->scene, loket_funnel_layout_get_x (canvas->layout, unit->unit.n),
      loket_funnel_layout_get_y (canvas->layout, unit->unit.adjusted),
      OTHER_RADIUS * canvas->scene->em, LOKET_INK_CARD);

  mark->ink = LOKET_INK_PAST;
  mark->thickness = 0.09 * canvas->scene->em;
}

static void
add_own (const Canvas *canvas,
         guint         index)
{
  const LoketFunnelUnit *unit = loket_funnel_chart_get_own (canvas->chart, index);
  const LoketFunnelName *name = &g_array_index (canvas->layout->names, LoketFunnelName, index);
  double em = canvas->scene->em;
  double x = loket_funnel_layout_get_x (canvas->layout, unit->unit.n);
  double y = loket_funnel_layout_get_y (canvas->layout, unit->unit.adjusted);
  LoketMark *mark = NULL;

  if (unit->is_selected)
    {
      mark = loket_scene_add_dot (canvas->scene, x, y, RING_RADIUS * em, LOKET_INK_CARD);
      mark->ink = LOKET_INK_ACCENT;
      mark->thickness = 0.1 * em;
    }
  mark = loket_scene_add_dot (canvas->scene, x, y, OWN_RADIUS * em,
                              unit->is_thin ? LOKET_INK_CARD : LOKET_INK_ACCENT);
  mark->ink = LOKET_INK_ACCENT;
  mark->thickness = OWN_LINE * em;
  loket_scene_add_area (canvas->scene, index,
                        &(LoketRect) { x - POINT_AREA / 2 * em, y - POINT_AREA / 2 * em,
                                       POINT_AREA * em, POINT_AREA * em });
  if (!name->is_named)
    return;
  mark = loket_scene_add_text (
      canvas->scene, &(LoketLine) { unit->name, LOKET_FACE_STRONG, LOKET_ALIGN_LEFT,
                                    LOKET_INK_TEXT, name->box.x,
                                    name->box.y + name->box.height / 2 });
  mark->has_halo = TRUE;
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const LoketFunnelChart *chart = (const LoketFunnelChart *) drawing;
  g_autoptr (LoketFunnelLayout) layout = loket_funnel_layout_new (chart, lettering, width);
  LoketScene *scene = loket_scene_new (layout->em, width);
  const Canvas canvas = { chart, layout, scene };
  double middle = loket_funnel_layout_get_y (layout, chart->overall);

  scene->height = layout->height;
  add_region (&canvas, FAR_LIMIT, LOKET_INK_OUTER);
  add_region (&canvas, NEAR_LIMIT, LOKET_INK_INNER);
  add_grid (&canvas);
  loket_scene_add_rule (scene, &(LoketRect) { layout->plot.x, middle, layout->plot.width, 0 },
                        LOKET_INK_AXIS);
  for (int sign = -1; sign <= 1; sign += 2)
    {
      add_curve (&canvas, sign * NEAR_LIMIT, FALSE);
      add_curve (&canvas, sign * FAR_LIMIT, TRUE);
    }
  add_axis_names (&canvas, lettering);
  add_limit_names (&canvas);
  for (guint i = 0; i < chart->units->len; i++)
    {
      const LoketFunnelUnit *unit = &g_array_index (chart->units, LoketFunnelUnit, i);

      if (!unit->is_own)
        add_other (&canvas, unit);
    }
  for (guint i = 0; i < chart->own->len; i++)
    add_own (&canvas, i);

  return scene;
}

static const char *
get_verdict (const LoketFairUnit *unit)
{
  if (unit->adjusted > unit->limits998.high)
    return _("above 99.8%");
  if (unit->adjusted < unit->limits998.low)
    return _("below 99.8%");
  if (unit->adjusted > unit->limits95.high)
    return _("above 95%");
  if (unit->adjusted < unit->limits95.low)
    return _("below 95%");

  return _("within 95%");
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const LoketFunnelChart *chart = (const LoketFunnelChart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "grade"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, C_ ("chart", "expected"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, C_ ("chart", "adjusted"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  for (guint i = 0; i < chart->own->len; i++)
    {
      const LoketFunnelUnit *own = loket_funnel_chart_get_own (chart, i);
      const LoketFairUnit *unit = &own->unit;
      g_autofree char *verdict = g_strconcat (get_verdict (unit), own->is_thin ? " · " : "",
                                              own->is_thin ? _("thin") : "", NULL);

      loket_sheet_add_text (sheet, own->name);
      loket_sheet_add_count (sheet, unit->n);
      loket_sheet_add_decimal (sheet, unit->observed);
      loket_sheet_add_decimal (sheet, unit->expected);
      loket_sheet_add_decimal (sheet, unit->adjusted);
      loket_sheet_add_text (sheet, verdict);
    }

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  LoketFunnelChart *chart = (LoketFunnelChart *) drawing;

  g_free (chart->title);
  g_array_unref (chart->units);
  g_array_unref (chart->own);
}

static void
clear_unit (gpointer data)
{
  g_free (((LoketFunnelUnit *) data)->name);
}

static void
add_unit (LoketFunnelChart        *chart,
          const LoketFair         *fair,
          const LoketFairUnit     *unit,
          const char              *name,
          const LoketFunnelChoice *choice)
{
  gboolean is_selected = choice->selected != NULL && g_str_equal (choice->selected, name);
  gboolean is_own = is_selected || (choice->own != NULL && g_strv_contains (choice->own, name));
  const LoketFunnelUnit point = { g_strdup (name), *unit, is_own, FALSE, is_selected };
  guint number = chart->units->len;

  g_array_append_val (chart->units, point);
  if (!is_own)
    return;
  g_array_append_val (chart->own, number);
  loket_drawing_add_target (&chart->drawing, loket_grouping_get_id (&fair->by), name);
}

/**
 * loket_funnel_chart_new:
 * @question: a grade of @summary that was compared fairly
 *
 * Own units are in the order of their names, never of their grades. A click on one means that
 * counsellor or office.
 *
 * Returns: (transfer full) (nullable): the plot; NULL when there is nothing to compare
 */
LoketDrawing *
loket_funnel_chart_new (const LoketSummary         *summary,
                        const LoketQuestionSummary *question,
                        const LoketFunnelChoice    *choice)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  const LoketFair *fair = question->fair;
  LoketFunnelChart *chart = NULL;

  if (fair == NULL || fair->units->len == 0)
    return NULL;

  chart = loket_drawing_alloc (&klass, sizeof (LoketFunnelChart));
  chart->title = g_strdup (loket_grouping_is_person (&fair->by) ? _("Counsellors") : _("Offices"));
  chart->overall = fair->overall;
  chart->spread = fair->sd * sqrt (fair->dispersion);
  chart->units = g_array_new (FALSE, TRUE, sizeof (LoketFunnelUnit));
  g_array_set_clear_func (chart->units, clear_unit);
  chart->own = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (fair->units, LoketFairUnit, i);

      add_unit (chart, fair, unit,
                loket_frame_get_group_value (summary->frame, &fair->by, unit->group), choice);
    }
  for (guint i = 0; i < chart->units->len; i++)
    {
      LoketFunnelUnit *unit = &g_array_index (chart->units, LoketFunnelUnit, i);

      unit->is_thin = unit->unit.n < question->item->thin;
    }

  return &chart->drawing;
}
