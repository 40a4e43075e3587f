/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A column for each bin, its per cent above it where that fits. */

#include "loketten-config.h"

#include "loket-histogram-chart.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define PLOT_HEIGHT  7
#define HEAD_HEIGHT  1.4
#define FOOT_HEIGHT  1.5
#define LINE_HEIGHT  1.1 /* of each further line of a label */
#define MOST_WIDTH   4.2 /* of a column and the gap beside it */
#define GAP_SHARE    0.18
#define NUMBER_ROOM  0.3
#define LABEL_LINES  3

typedef struct
{
  char *label;  /* (owned) */
  char *percent;  /* (owned) */
  guint count;
  LoketInk fill;
} Bin;

typedef struct
{
  LoketDrawing drawing;
  char *title;   /* (owned) */
  guint base;
  guint most;
  GArray *bins;  /* (owned) of Bin */
} Chart;

static void
clear_bin (gpointer data)
{
  Bin *bin = data;

  g_free (bin->label);
  g_free (bin->percent);
}

static guint
count_lines (const Chart    *chart,
             LoketLettering *lettering,
             double          width)
{
  guint most = 1;

  for (guint i = 0; i < chart->bins->len; i++)
    most = MAX (most, loket_lettering_count_lines (lettering, LOKET_FACE_SMALL,
                                                   g_array_index (chart->bins, Bin, i).label,
                                                   width));

  return MIN (most, LABEL_LINES);
}

static void
add_bin (const Chart     *chart,
         LoketScene      *scene,
         guint            index,
         const LoketRect *slot,
         gboolean         has_number)
{
  const Bin *bin = &g_array_index (chart->bins, Bin, index);
  double height = slot->height * bin->count / chart->most;
  double bottom = slot->y + slot->height, gap = GAP_SHARE * slot->width / 2;

  loket_scene_add_area (scene, index,
                        &(LoketRect) { slot->x, 0, slot->width, bottom + FOOT_HEIGHT * scene->em });
  if (bin->count == 0)
    return;
  loket_scene_add_box (scene,
                       &(LoketRect) { slot->x + gap, bottom - height, slot->width - 2 * gap,
                                      height },
                       bin->fill, bin->fill >= LOKET_INK_FILL && bin->fill < LOKET_INK_OUTLINE
                                      ? bin->fill + LOKET_N_BANDS
                                      : LOKET_INK_NONE);
  if (has_number)
    loket_scene_add_text (scene, &(LoketLine) { bin->percent, LOKET_FACE_SMALL,
                                                LOKET_ALIGN_CENTRE, LOKET_INK_TEXT,
                                                slot->x + slot->width / 2,
                                                bottom - height - 0.6 * scene->em });
}

static void
add_label (const Chart     *chart,
           LoketScene      *scene,
           guint            index,
           const LoketRect *slot,
           guint            n_lines)
{
  const Bin *bin = &g_array_index (chart->bins, Bin, index);
  LoketMark *mark = loket_scene_add_text (
      scene, &(LoketLine) { bin->label, LOKET_FACE_SMALL, LOKET_ALIGN_CENTRE,
                            LOKET_INK_SECONDARY, slot->x + slot->width / 2,
                            slot->y + slot->height + FOOT_HEIGHT / 2 * scene->em });

  if (n_lines < 2)
    return;
  mark->room = slot->width - 0.3 * scene->em;
  mark->n_lines = n_lines;
}

static gboolean
has_numbers (const Chart    *chart,
             LoketLettering *lettering,
             double          width)
{
  for (guint i = 0; i < chart->bins->len; i++)
    {
      if (loket_lettering_get_width (lettering, LOKET_FACE_SMALL,
                                     g_array_index (chart->bins, Bin, i).percent)
              + NUMBER_ROOM * loket_lettering_get_em (lettering) > width)
        return FALSE;
    }

  return TRUE;
}

static LoketScene *
compose (const LoketDrawing *drawing,
         LoketLettering     *lettering,
         double              width)
{
  const Chart *chart = (const Chart *) drawing;
  double em = loket_lettering_get_em (lettering);
  LoketScene *scene = loket_scene_new (em, width);
  double slot = fmin (MOST_WIDTH * em, width / MAX (1, chart->bins->len));
  guint n_lines = count_lines (chart, lettering, slot - 0.3 * em);
  gboolean has_number = has_numbers (chart, lettering, slot);
  double bottom = (HEAD_HEIGHT + PLOT_HEIGHT) * em;

  for (guint i = 0; i < chart->bins->len; i++)
    {
      const LoketRect box = { i * slot, HEAD_HEIGHT * em, slot, PLOT_HEIGHT * em };

      add_bin (chart, scene, i, &box, has_number);
      add_label (chart, scene, i, &box, n_lines);
    }
  loket_scene_add_rule (scene, &(LoketRect) { 0, bottom, chart->bins->len * slot, 0 },
                        LOKET_INK_AXIS);
  scene->height = ceil (bottom + (FOOT_HEIGHT + (n_lines - 1) * LINE_HEIGHT) * em);

  return scene;
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "number"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "share"), LOKET_CELL_SHARE);
  for (guint i = 0; i < chart->bins->len; i++)
    {
      const Bin *bin = &g_array_index (chart->bins, Bin, i);

      loket_sheet_add_text (sheet, bin->label);
      loket_sheet_add_count (sheet, bin->count);
      loket_sheet_add_share (sheet, bin->count, chart->base);
    }

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_array_unref (chart->bins);
}

/**
 * loket_histogram_chart_new:
 * @bins: (array length=n_bins): are copied, and stay in this order
 *
 * Returns: (transfer full): a column for each, its per cent of all bins together
 */
LoketDrawing *
loket_histogram_chart_new (const char     *title,
                           const LoketBin *bins,
                           guint           n_bins)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = loket_drawing_alloc (&klass, sizeof (Chart));

  chart->title = g_strdup (title);
  chart->bins = g_array_new (FALSE, TRUE, sizeof (Bin));
  g_array_set_clear_func (chart->bins, clear_bin);
  chart->most = 1;
  for (guint i = 0; i < n_bins; i++)
    {
      chart->base += bins[i].count;
      chart->most = MAX (chart->most, bins[i].count);
    }
  for (guint i = 0; i < n_bins; i++)
    {
      const Bin bin = { g_strdup (bins[i].label), loket_figure_percent (bins[i].count, chart->base),
                        bins[i].count, bins[i].fill };

      g_array_append_val (chart->bins, bin);
    }

  return &chart->drawing;
}

static LoketInk
find_ink (LoketQuestionnaire *questionnaire,
          int                 grade)
{
  guint n_bands = loket_questionnaire_get_n_bands (questionnaire);

  for (guint i = 0; n_bands == LOKET_BAND_NA && i < n_bands; i++)
    {
      const LoketBand *band = loket_questionnaire_get_band (questionnaire, i);

      if (grade >= band->min && grade <= band->max)
        return LOKET_INK_FILL + i;
    }

  return LOKET_INK_ACCENT;
}

/**
 * loket_histogram_chart_new_grades:
 * @question: a grade, which is not hidden
 *
 * Returns: (transfer full): a column for each grade from 1, in the colour of its band
 */
LoketDrawing *
loket_histogram_chart_new_grades (LoketQuestionnaire         *questionnaire,
                                  const LoketQuestionSummary *question,
                                  const char                 *language)
{
  static const char *const labels[LOKET_GRADE_MAX] = { "1", "2", "3", "4", "5",
                                                       "6", "7", "8", "9", "10" };
  LoketBin bins[LOKET_GRADE_MAX];

  for (int i = 0; i < LOKET_GRADE_MAX; i++)
    bins[i] = (LoketBin) { labels[i], question->histogram[i], find_ink (questionnaire, i + 1) };

  return loket_histogram_chart_new (loket_texts_get (&question->item->label, language), bins,
                                    LOKET_GRADE_MAX);
}
