/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A filled dot with a word differs demonstrably; a hollow one does not, or rests on few answers. */

#include "loketten-config.h"

#include "loket-difference-chart.h"

#include "loket-figures.h"
#include "loket-point.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define HEAD_HEIGHT  1.6
#define ROW_HEIGHT   1.57
#define LINE_HEIGHT  1.3 /* of each further line of a label */
#define PLOT_HEIGHT  1.4 /* of a plot that stands under its label */
#define COLUMN_GAP   0.9
#define LABEL_SHARE  0.36 /* labels take no more of the width */
#define STACKED_FROM 26   /* below this width a label stands above its plot */
#define TIGHT_LABEL  7 /* a label needs so much beside the figures */
#define LABEL_LINES  2
#define MOST_STEPS   4
#define NO_TURN      9 /* of a group that is told of in words only */

typedef struct
{
  char *label;  /* (owned) */
  gboolean is_hidden;
  gboolean is_thin;
  LoketChange differs;
  LoketMoments grades;
  LoketInterval ci95;
} Row;

typedef struct
{
  LoketDrawing drawing;
  char *name;           /* (owned) of the grouping */
  LoketScale scale;
  LoketMoments all;
  GArray *rows;         /* (owned) of Row */
} Chart;

/* Where everything stands. */
typedef struct
{
  const Chart *chart;
  LoketLettering *lettering;
  LoketScene *scene;
  gboolean is_stacked;
  gboolean is_tight;  /* the label takes lines of its own above the figures */
  double label_width;
  double word_right;
  double mean_right;
  double n_right;
  LoketRect plot;  /* of all rows */
} Place;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->label);
}

static const char *
get_word (const Row *row)
{
  if (row->is_hidden)
    return "";
  if (row->differs != LOKET_CHANGE_NONE)
    return row->differs == LOKET_CHANGE_UP ? _("higher") : _("lower");

  return row->is_thin ? _("thin") : "";
}

static const char *
get_hidden_text (void)
{
  return _("Hidden: it could be traced to persons.");
}

static double
get_widest_figure (const Place *place,
                   char        *(*format) (const Row *row),
                   LoketFace     face,
                   const char   *title)
{
  double widest = loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, title);

  for (guint i = 0; i < place->chart->rows->len; i++)
    {
      g_autofree char *text = format (&g_array_index (place->chart->rows, Row, i));

      widest = fmax (widest, loket_lettering_get_width (place->lettering, face, text));
    }

  return widest;
}

static char *
format_n (const Row *row)
{
  return row->is_hidden ? g_strdup ("") : loket_figure_count (row->grades.n);
}

static char *
format_mean (const Row *row)
{
  return row->is_hidden ? g_strdup ("") : loket_figure_mean (&row->grades);
}

static char *
format_word (const Row *row)
{
  return g_strdup (get_word (row));
}

static char *
format_label (const Row *row)
{
  return g_strdup (row->label);
}

/* From the right: n, the mean, the word; the plot takes what the labels leave. */
static void
set_columns (Place *place)
{
  double em = place->scene->em, width = place->scene->width;
  double label = get_widest_figure (place, format_label, LOKET_FACE_BODY, "");
  double word = get_widest_figure (place, format_word, LOKET_FACE_STRONG, "");
  double mean = get_widest_figure (place, format_mean, LOKET_FACE_STRONG, C_ ("chart", "mean"));
  double n = get_widest_figure (place, format_n, LOKET_FACE_BODY, "n");

  place->is_stacked = width < STACKED_FROM * em;
  place->n_right = width;
  place->mean_right = width - n - COLUMN_GAP * em;
  place->word_right = place->mean_right - mean - 0.6 * em;
  if (place->is_stacked)
    {
      place->label_width = place->word_right - word - em / 2;
      place->is_tight = place->label_width < fmin (label, TIGHT_LABEL * em);
      if (place->is_tight)
        place->label_width = width;
      place->plot.x = em;
      place->plot.width = width - 2 * em;
      return;
    }
  place->label_width = ceil (fmin (label, LABEL_SHARE * width)) + 1;
  place->plot.x = place->label_width + 1.2 * em;
  place->plot.width = place->word_right - word - em - place->plot.x;
}

static guint
count_lines (const Place *place,
             const Row   *row)
{
  return MIN (LABEL_LINES, loket_lettering_count_lines (place->lettering, LOKET_FACE_BODY,
                                                        row->label, place->label_width));
}

static double
get_row_height (const Place *place,
                const Row   *row)
{
  double more = (count_lines (place, row) - 1) * LINE_HEIGHT;

  return (ROW_HEIGHT * (place->is_tight ? 2 : 1) + more + (place->is_stacked ? PLOT_HEIGHT : 0))
         * place->scene->em;
}

static void
add_head (const Place *place)
{
  LoketScene *scene = place->scene;
  double middle = HEAD_HEIGHT / 2 * scene->em;

  loket_point_add_names (scene, &place->chart->scale, &place->plot,
                         place->is_stacked ? middle + HEAD_HEIGHT * scene->em : middle);
  loket_scene_add_text (scene, &(LoketLine) { C_ ("chart", "mean"), LOKET_FACE_SMALL,
                                              LOKET_ALIGN_RIGHT, LOKET_INK_SECONDARY,
                                              place->mean_right, middle });
  loket_scene_add_text (scene, &(LoketLine) { "n", LOKET_FACE_SMALL, LOKET_ALIGN_RIGHT,
                                              LOKET_INK_SECONDARY, place->n_right, middle });
}

/* The lines behind the dots, that of everybody dashed. */
static void
add_lines (const Place *place,
           double       top,
           double       height)
{
  double mean = loket_moments_get_mean (&place->chart->all);
  const LoketRect plot = { place->plot.x, top, place->plot.width, height };
  const LoketRect line = {
    plot.x + loket_scale_get_share (&place->chart->scale, mean) * plot.width, top, 0, height
  };

  loket_point_add_lines (place->scene, &place->chart->scale, &plot);
  loket_scene_add_line (place->scene, &line, LOKET_INK_SECONDARY, 0)->is_dashed = TRUE;
}

static void
add_figures (const Place *place,
             const Row   *row,
             double       middle)
{
  gboolean differs = row->differs != LOKET_CHANGE_NONE;
  g_autofree char *n = format_n (row);
  g_autofree char *mean = format_mean (row);

  loket_scene_add_text (place->scene, &(LoketLine) { n, LOKET_FACE_BODY, LOKET_ALIGN_RIGHT,
                                                     LOKET_INK_SECONDARY, place->n_right,
                                                     middle });
  loket_scene_add_text (place->scene,
                        &(LoketLine) { mean, differs ? LOKET_FACE_STRONG : LOKET_FACE_BODY,
                                       LOKET_ALIGN_RIGHT, LOKET_INK_TEXT, place->mean_right,
                                       middle });
  if (*get_word (row) != '\0')
    loket_scene_add_text (place->scene,
                          &(LoketLine) { get_word (row),
                                         differs ? LOKET_FACE_STRONG : LOKET_FACE_SMALL,
                                         LOKET_ALIGN_RIGHT,
                                         differs ? LOKET_INK_TEXT : LOKET_INK_SECONDARY,
                                         place->word_right, middle });
}

static void
add_point (const Place *place,
           const Row   *row,
           double       middle)
{
  gboolean differs = row->differs != LOKET_CHANGE_NONE;
  const LoketPoint point = { .mean = loket_moments_get_mean (&row->grades),
                             .low = row->ci95.low,
                             .high = row->ci95.high,
                             .middle = middle,
                             .is_hollow = !differs || row->is_thin,
                             .is_dashed = row->is_thin,
                             .ink = differs ? LOKET_INK_ACCENT : LOKET_INK_SECONDARY };

  loket_point_add (place->scene, &point, &place->chart->scale, place->plot.x, place->plot.width);
}

/* Gives the height at which the next row begins. */
static double
add_row (const Place *place,
         guint        index,
         double       top)
{
  const Row *row = &g_array_index (place->chart->rows, Row, index);
  double em = place->scene->em, height = get_row_height (place, row);
  double middle = top + ROW_HEIGHT / 2 * em;
  double point = place->is_stacked ? top + height - PLOT_HEIGHT / 2 * em : middle;
  LoketMark *mark = NULL;

  loket_scene_add_area (place->scene, index,
                        &(LoketRect) { 0, top, place->scene->width, height });
  if (place->is_stacked)
    add_lines (place, top + height - PLOT_HEIGHT * em, PLOT_HEIGHT * em);
  mark = loket_scene_add_text (place->scene,
                               &(LoketLine) { row->label, LOKET_FACE_BODY, LOKET_ALIGN_LEFT,
                                              LOKET_INK_TEXT, 0, middle });
  mark->room = place->label_width;
  mark->n_lines = count_lines (place, row);
  if (row->is_hidden)
    {
      loket_scene_add_notice (
          place->scene, place->lettering,
          &(LoketLine) { get_hidden_text (), LOKET_FACE_SMALL, LOKET_ALIGN_LEFT,
                         LOKET_INK_SECONDARY, place->plot.x, point },
          place->scene->width - place->plot.x);
      return top + height;
    }
  add_point (place, row, point);
  add_figures (place, row, place->is_tight ? point - (PLOT_HEIGHT + ROW_HEIGHT) / 2 * em : middle);

  return top + height;
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const Chart *chart = (const Chart *) drawing;
  double em = loket_lettering_get_em (lettering);
  LoketScene *scene = loket_scene_new (em, width);
  Place place = { chart, lettering, scene };
  double top = 0;

  set_columns (&place);
  place.plot.y = HEAD_HEIGHT * (place.is_stacked ? 2 : 1) * em;
  for (guint i = 0; i < chart->rows->len; i++)
    place.plot.height += get_row_height (&place, &g_array_index (chart->rows, Row, i));

  add_head (&place);
  if (!place.is_stacked)
    add_lines (&place, place.plot.y, place.plot.height);
  top = place.plot.y;
  for (guint i = 0; i < chart->rows->len; i++)
    top = add_row (&place, i, top);
  scene->height = ceil (top + em / 4);

  return scene;
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->name);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "mean"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, _("95% interval"), LOKET_CELL_INTERVAL);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, _("than all others"), LOKET_CELL_TEXT);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const Row *row = &g_array_index (chart->rows, Row, i);

      loket_sheet_add_text (sheet, row->label);
      if (row->is_hidden)
        {
          loket_sheet_add_text (sheet, get_hidden_text ());
          loket_sheet_fill_row (sheet);
          continue;
        }
      loket_sheet_add_mean (sheet, &row->grades);
      loket_sheet_add_interval (sheet, &row->ci95);
      loket_sheet_add_count (sheet, row->grades.n);
      if (row->differs != LOKET_CHANGE_NONE)
        loket_sheet_add_text (sheet, get_word (row));
      else
        loket_sheet_add_text (sheet, row->is_thin ? _("thin") : _("no demonstrable difference"));
    }

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->name);
  g_array_unref (chart->rows);
}

/* Who are about no trajectory are in no row of a fact. */
static gboolean
is_nowhere (const LoketGroupSummary *group)
{
  return group->by.kind == LOKET_GROUPING_FACT
         && group->group == loket_facts_get_nowhere (group->by.item);
}

/**
 * loket_difference_chart_find_scale:
 *
 * Returns: a scale that holds all groups of all groupings of @question, so that charts beside each
 *   other can be compared
 */
LoketScale
loket_difference_chart_find_scale (const LoketQuestionSummary *question)
{
  LoketRange range;

  loket_range_clear (&range);
  if (question->grades.n > 0)
    loket_range_add (&range, loket_moments_get_mean (&question->grades));
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);
      LoketInterval interval = loket_moments_get_interval (&group->grades);

      if (!group->hidden && group->grades.n > 0 && !loket_grouping_is_person (&group->by)
          && !is_nowhere (group))
        loket_range_add_interval (&range, loket_moments_get_mean (&group->grades), interval.low,
                                  interval.high);
    }

  return loket_scale_for_grades (&range, MOST_STEPS);
}

static void
add_group (Chart                      *chart,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question,
           const LoketGroupSummary    *group,
           const char                 *language)
{
  const Row row = {
    g_strdup (loket_frame_get_group_text (summary->frame, &group->by, group->group, language)),
    group->hidden,
    group->n < question->item->thin,
    group->differs,
    group->grades,
    loket_moments_get_interval (&group->grades)
  };

  g_array_append_val (chart->rows, row);
  loket_drawing_add_target (
      &chart->drawing, group->hidden ? NULL : loket_grouping_get_id (&group->by),
      loket_frame_get_group_value (summary->frame, &group->by, group->group));
}

/* Who gave no real answer stands last, whatever the order of the questionnaire. */
static guint
get_turn (const LoketSummary      *summary,
          const LoketGroupSummary *group)
{
  const char *value = loket_frame_get_group_value (summary->frame, &group->by, group->group);

  if (group->by.item == NULL)
    return 0;
  if (is_nowhere (group))
    return NO_TURN;

  return g_str_equal (value, "other") ? 1
         : g_str_equal (value, "dont_know") ? 2
         : g_str_equal (value, "not_say") ? 3 : 0;
}

/* Everybody among whom the groups are compared: any of them, and all others. */
static LoketMoments
get_all (const LoketQuestionSummary *question,
         const LoketGrouping        *by)
{
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (group->test != LOKET_TEST_NONE && loket_grouping_is_equal (&group->by, by))
        return loket_moments_add (&group->grades, &group->others);
    }

  return question->grades;
}

static const char *
get_name (const LoketGrouping *by,
          const char          *language)
{
  if (by->kind == LOKET_GROUPING_OFFICE)
    return _("Office");
  if (by->kind == LOKET_GROUPING_COUNSELLOR)
    return _("Counsellor");

  return loket_texts_get (by->derived != NULL ? &by->derived->text : &by->item->label, language);
}

/**
 * loket_difference_chart_new:
 * @question: a grade of @summary, which is not hidden
 * @by: a grouping of @summary, not of persons
 * @scale: of all charts beside it, see loket_difference_chart_find_scale()
 * @language: in which the questionnaire speaks
 *
 * A click on a row means the group.
 *
 * Returns: (transfer full): a row for each group that has answers
 */
LoketDrawing *
loket_difference_chart_new (const LoketSummary         *summary,
                            const LoketQuestionSummary *question,
                            const LoketGrouping        *by,
                            const LoketScale           *scale,
                            const char                 *language)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = loket_drawing_alloc (&klass, sizeof (Chart));

  chart->name = g_strdup (get_name (by, language));
  chart->scale = *scale;
  chart->all = get_all (question, by);
  chart->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (chart->rows, clear_row);
  for (guint turn = 0; turn <= 3; turn++)
    {
      for (guint i = 0; i < question->groups->len; i++)
        {
          const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

          if (loket_grouping_is_equal (&group->by, by) && get_turn (summary, group) == turn)
            add_group (chart, summary, question, group, language);
        }
    }

  return &chart->drawing;
}
