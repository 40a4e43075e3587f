/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Its length is the number from which answers are compared; what is more stops at its end. */

#include "loketten-config.h"

#include "loket-progress-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define HEAD        0.5 /* the mark stands out above the bar, and below it */
#define BAR_HEIGHT  1.25
#define NAME_HEIGHT 1.3
#define NAME_GAP    1
#define MARK        0.136
#define MARGIN      0.5 /* a number in a bar needs so much more than its own width */

typedef struct
{
  LoketDrawing drawing;
  char *title;         /* (owned) */
  char *period;        /* (owned) */
  char *thin_name;     /* (owned) of the mark */
  char *end_name;      /* (owned) of the end of the bar */
  char *number;        /* (owned) in the first part */
  char *more;          /* (owned) (nullable): in the second part */
  LoketProgress progress;
} Chart;

typedef struct
{
  const Chart *chart;
  LoketLettering *lettering;
  LoketScene *scene;
  LoketRect bar;
} Place;

static double
get_x (const Place *place,
       guint        n)
{
  const LoketProgress *progress = &place->chart->progress;

  return place->bar.width * MIN (n, progress->threshold) / progress->threshold;
}

static void
add_part (const Place *place,
          guint        from,
          guint        until,
          guint        band,
          const char  *text)
{
  LoketScene *scene = place->scene;
  const LoketRect box = { get_x (place, from), place->bar.y,
                          get_x (place, until) - get_x (place, from), place->bar.height };

  if (box.width <= 0)
    return;

  loket_scene_add_box (scene, &box, LOKET_INK_FILL + band, LOKET_INK_OUTLINE + band);
  if (loket_lettering_get_width (place->lettering, LOKET_FACE_BODY, text) + MARGIN * scene->em
      <= box.width)
    loket_scene_add_text (scene, &(LoketLine) { text, LOKET_FACE_BODY, LOKET_ALIGN_CENTRE,
                                                LOKET_INK_LABEL + band, box.x + box.width / 2,
                                                box.y + box.height / 2 });
}

static void
add_name (const Place *place,
          const char  *name,
          LoketAlign   align,
          double       x,
          guint        line)
{
  double middle = place->bar.y + place->bar.height
                  + (HEAD + (line + 0.5) * NAME_HEIGHT) * place->scene->em;

  loket_scene_add_text (place->scene, &(LoketLine) { name, LOKET_FACE_SMALL, align,
                                                     LOKET_INK_SECONDARY, x, middle });
}

/* The names of the begin, the mark and the end, on as many lines as they need. Gives how many. */
static guint
add_names (const Place *place)
{
  const Chart *chart = place->chart;
  double gap = NAME_GAP * place->scene->em, width = place->bar.width;
  double begin = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, chart->period);
  double thin = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, chart->thin_name);
  double end = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, chart->end_name);
  double x = fmin (get_x (place, chart->progress.thin), width - end - gap - thin / 2);
  guint line = 0;

  add_name (place, chart->period, LOKET_ALIGN_LEFT, 0, line);
  if (x - thin / 2 < begin + gap)
    line++;
  if (x - thin / 2 < 0)
    {
      add_name (place, chart->thin_name, LOKET_ALIGN_LEFT, 0, line++);
      add_name (place, chart->end_name, LOKET_ALIGN_RIGHT, width, line);
      return line + 1;
    }
  add_name (place, chart->thin_name, LOKET_ALIGN_CENTRE, x, line);
  add_name (place, chart->end_name, LOKET_ALIGN_RIGHT, width, line);

  return line + 1;
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const Chart *chart = (const Chart *) drawing;
  const LoketProgress *progress = &chart->progress;
  double em = loket_lettering_get_em (lettering);
  LoketScene *scene = loket_scene_new (em, width);
  const Place place = { chart, lettering, scene,
                        { 0, HEAD * em, width, BAR_HEIGHT * em } };
  const LoketRect mark = { get_x (&place, progress->thin), 0, 0, (2 * HEAD + BAR_HEIGHT) * em };

  loket_scene_add_box (scene, &place.bar, LOKET_INK_CARD, LOKET_INK_PAST);
  add_part (&place, 0, progress->n, LOKET_BAND_GOOD, chart->number);
  if (chart->more != NULL)
    add_part (&place, progress->n, progress->n_rolling, LOKET_BAND_SUFFICIENT,
              chart->more);
  loket_scene_add_line (scene, &mark, LOKET_INK_TEXT, MARK * em);
  scene->height = ceil ((2 * HEAD + BAR_HEIGHT + add_names (&place) * NAME_HEIGHT) * em);

  return scene;
}

static void
add_row (LoketSheet *sheet,
         const char *name,
         guint       n)
{
  loket_sheet_add_text (sheet, name);
  loket_sheet_add_count (sheet, n);
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  const LoketProgress *progress = &chart->progress;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  add_row (sheet, chart->period, progress->n);
  if (chart->more != NULL)
    add_row (sheet, _("24 months"), progress->n_rolling);
  add_row (sheet, _("no longer thin"), progress->thin);
  add_row (sheet, _("compared"), progress->threshold);

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_free (chart->period);
  g_free (chart->thin_name);
  g_free (chart->end_name);
  g_free (chart->number);
  g_free (chart->more);
}

/**
 * loket_progress_chart_new:
 * @progress: of a period that is not hidden; what is hidden over 24 months is left out
 * @title: what it tells
 * @period: what the period is called
 *
 * Returns: (transfer full): a bar of what the period has, what the months before add to it, and
 *   what is missing
 */
LoketDrawing *
loket_progress_chart_new (const LoketProgress *progress,
                          const char          *title,
                          const char          *period)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = loket_drawing_alloc (&klass, sizeof (Chart));

  chart->progress = *progress;
  chart->title = g_strdup (title);
  chart->period = g_strdup (period);
  /* Translators: from so many answers on a figure is not thin */
  chart->thin_name = g_strdup_printf (_("%u: no longer thin"), progress->thin);
  /* Translators: from so many answers on there are comparisons */
  chart->end_name = g_strdup_printf (_("%u: compared"), progress->threshold);
  chart->number = g_strdup_printf ("%u", progress->n);
  if (!progress->is_rolling_hidden && progress->n_rolling > progress->n)
    /* Translators: how many answers came earlier, and how many there are with them */
    chart->more = g_strdup_printf (_("+ %u earlier = %u"), progress->n_rolling - progress->n,
                                   progress->n_rolling);

  return &chart->drawing;
}
