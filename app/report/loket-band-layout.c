/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives everything of a chart of grades its place; all measures are in em, never in pixels. */

#include "loketten-config.h"

#include "loket-band-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEIGHT    2.15
#define COMPACT_HEIGHT 1.45
#define BAR_HEIGHT    1.45
#define LINE_HEIGHT   1.3 /* of a label that takes several lines */
#define NOTE_HEIGHT   1.25
#define STACK_GAP     0.9 /* between rows whose label stands above the bar */
#define KEY_HEIGHT    1.6
#define KEY_SQUARE    1.1 /* the square of a key and the space behind it */
#define KEY_GAP       1.1
#define COLUMN_GAP    1.6
#define RULE_GAP      0.35 /* from the total to its rule, and from there to the next row */
#define PLOT_WIDTH    9.0
#define LABEL_SHARE   0.34 /* labels take no more of the width */
#define NUMBER_MARGIN 0.5 /* a number in a bar needs so much more than its own width */
#define LABEL_LINES   3
#define MEANS_COLUMNS_FROM 28 /* without bars, columns need less */
#define MOST_STEPS    4   /* more numbers do not fit beside each other */

static double
get_widest (LoketLettering       *lettering,
            const LoketBandChart *chart,
            gsize                 offset,
            LoketFace             face)
{
  double widest = 0;

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);
      const char *text = G_STRUCT_MEMBER (const char *, row, offset);
      LoketFace used = face == LOKET_FACE_BODY && row->is_total ? LOKET_FACE_STRONG : face;

      if (text != NULL)
        widest = MAX (widest, loket_lettering_get_width (lettering, used, text));
    }

  return widest;
}

static double
get_mean_width (LoketLettering       *lettering,
                const LoketBandChart *chart)
{
  return MAX (get_widest (lettering, chart, G_STRUCT_OFFSET (LoketBandRow, mean_text),
                          LOKET_FACE_STRONG),
              loket_lettering_get_width (lettering, LOKET_FACE_SMALL, C_ ("chart", "mean")));
}

static LoketScale
find_scale (const LoketBandChart *chart)
{
  LoketRange range;

  loket_range_clear (&range);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);

      if (row->is_hidden)
        continue;
      loket_range_add_interval (&range, row->mean, row->low, row->high);
      if (row->has_past)
        loket_range_add (&range, row->past);
    }

  return loket_scale_for_grades (&range, MOST_STEPS);
}

/* From the right: the other period, n, the plot, the mean; the bar takes what is left. */
static void
set_columns (LoketBandLayout      *layout,
             const LoketBandChart *chart,
             LoketLettering       *lettering)
{
  double em = layout->em;
  double mean = get_mean_width (lettering, chart);
  double n = get_widest (lettering, chart, G_STRUCT_OFFSET (LoketBandRow, n_text), LOKET_FACE_BODY);
  double past = get_widest (lettering, chart, G_STRUCT_OFFSET (LoketBandRow, past_text),
                            LOKET_FACE_BODY);
  double label = get_widest (lettering, chart, G_STRUCT_OFFSET (LoketBandRow, label),
                             LOKET_FACE_BODY);
  double right = 0;

  if (chart->past_name != NULL)
    past = MAX (past, loket_lettering_get_width (lettering, LOKET_FACE_SMALL, chart->past_name));

  layout->past_right = layout->width;
  layout->n_right = layout->width - (chart->past_name != NULL ? past + COLUMN_GAP * em : 0);
  right = layout->n_right - n - COLUMN_GAP * em;
  layout->label_width = ceil (fmin (label, LABEL_SHARE * layout->width)) + 1;

  if (layout->has_bars)
    {
      layout->plot_width = PLOT_WIDTH * em;
      layout->plot_x = right - layout->plot_width - em / 2;
      layout->mean_right = layout->has_plot ? layout->plot_x - 1.5 * COLUMN_GAP * em : right;
      layout->bar_x = layout->label_width + em;
      layout->bar_width = layout->mean_right - mean - em - layout->bar_x;
    }
  else
    {
      layout->mean_right = right;
      layout->thin_right = right - mean - em / 2;
      right = layout->thin_right
              - loket_lettering_get_width (lettering, LOKET_FACE_SMALL, _("thin"))
              - COLUMN_GAP * em;
      layout->plot_x = layout->label_width + COLUMN_GAP * em;
      layout->plot_width = right - layout->plot_x;
      layout->bar_x = layout->plot_x + em / 2;
    }
}

static void
set_stacked_columns (LoketBandLayout      *layout,
                     const LoketBandChart *chart,
                     LoketLettering       *lettering)
{
  double em = layout->em;
  double thin = loket_lettering_get_width (lettering, LOKET_FACE_SMALL, _("thin"));

  layout->bar_x = 0;
  layout->bar_width = layout->width;
  layout->mean_right = layout->width;
  layout->thin_right = layout->width - get_mean_width (lettering, chart) - em / 2;
  layout->label_width = layout->thin_right - em / 2 - (layout->has_bars ? 0 : thin);
  layout->past_right = layout->width;
  layout->plot_x = em;
  layout->plot_width = layout->width - 2 * em;

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);
      g_autofree char *note = loket_band_layout_dup_note (row);
      g_autofree char *past = loket_band_layout_dup_past (chart, row);

      if (loket_lettering_get_width (lettering, LOKET_FACE_SMALL, note) + em
              + loket_lettering_get_width (lettering, LOKET_FACE_SMALL, past)
          > layout->width)
        layout->has_split_notes = TRUE;
    }
}

/* On one line that ends where the bars end; when that is too narrow, on several lines. Gives the
 * height that they take. */
static double
place_keys (LoketBandLayout      *layout,
            const LoketBandChart *chart,
            LoketLettering       *lettering)
{
  double em = layout->em;
  double right = layout->bar_x + layout->bar_width;
  double widths[LOKET_N_BANDS];
  double total = -KEY_GAP * em;
  double x = 0, middle = KEY_HEIGHT / 2 * em;

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      widths[i] = KEY_SQUARE * em
                  + loket_lettering_get_width (lettering, LOKET_FACE_SMALL, chart->keys[i]);
      total += widths[i] + KEY_GAP * em;
    }

  if (!layout->is_stacked && total <= right)
    x = right - total;
  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      if (x > 0 && x + widths[i] > right + 1)
        {
          x = 0;
          middle += KEY_HEIGHT * em;
        }
      layout->keys[i] = (LoketBandKey) { x, middle };
      x += widths[i] + KEY_GAP * em;
    }

  return middle + KEY_HEIGHT / 2 * em;
}

static void
place_segments (LoketBandLayout    *layout,
                const LoketBandRow *row,
                LoketLettering     *lettering,
                LoketBandPlace     *place)
{
  guint before = 0;

  if (!loket_band_row_has_bar (row))
    return;

  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      LoketBandSegment *segment = &place->segments[i];
      g_autofree char *number = NULL;

      segment->x = layout->bar_x + layout->bar_width * before / row->base;
      segment->width = layout->bar_width * row->counts[i] / row->base;
      segment->percent = (guint) loket_round_ratio (row->counts[i], row->base, 100);
      number = g_strdup_printf ("%u", segment->percent);
      segment->has_number = row->counts[i] > 0
                            && loket_lettering_get_width (lettering, LOKET_FACE_BODY, number)
                                   + NUMBER_MARGIN * layout->em <= segment->width;
      before += row->counts[i];
    }
}

/* Without bars a row needs less. */
static double
get_row_height (const LoketBandLayout *layout)
{
  return layout->is_compact ? COMPACT_HEIGHT : ROW_HEIGHT;
}

static LoketBandPlace
place_row (LoketBandLayout    *layout,
           const LoketBandRow *row,
           LoketLettering     *lettering,
           double              top)
{
  LoketBandPlace place = { .top = top };
  double em = layout->em;
  double label = 0;

  place.label_lines = loket_lettering_count_lines (
      lettering, row->is_total ? LOKET_FACE_STRONG : LOKET_FACE_BODY, row->label,
      layout->label_width);
  place.label_lines = MIN (place.label_lines, LABEL_LINES);
  label = (place.label_lines - 1) * LINE_HEIGHT * em;

  if (layout->is_stacked)
    {
      place.label_middle = top + BAR_HEIGHT / 2 * em;
      place.bar_top = top + BAR_HEIGHT * em + label;
      place.note_middle = place.bar_top + layout->bar_height + (0.2 + NOTE_HEIGHT / 2) * em;
      place.bottom = place.note_middle + NOTE_HEIGHT / 2 * em
                     + (layout->has_split_notes ? NOTE_HEIGHT * em : 0);
    }
  else
    {
      place.bottom = top + get_row_height (layout) * em + label;
      place.label_middle = (top + place.bottom - label) / 2;
      place.bar_top = (top + place.bottom - layout->bar_height) / 2;
    }
  place_segments (layout, row, lettering, &place);

  return place;
}

static void
place_rows (LoketBandLayout      *layout,
            const LoketBandChart *chart,
            LoketLettering       *lettering,
            double                top)
{
  double em = layout->em;

  layout->plot_top = top;
  layout->plot_bottom = top;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);
      LoketBandPlace place = place_row (layout, row, lettering, top);

      g_array_append_val (layout->places, place);
      layout->plot_bottom = place.bottom;
      top = place.bottom;
      if (layout->is_stacked)
        top += STACK_GAP * em;
      else if (row->is_total && i + 1 < chart->rows->len)
        {
          layout->rule_y = top + RULE_GAP * em;
          top += 2 * RULE_GAP * em;
        }
    }
  layout->height = ceil (layout->plot_bottom + em / 4);
}

/**
 * loket_band_layout_new:
 * @chart: what is shown
 * @lettering: the letters that it is drawn with
 * @width: how wide it is, in the units of the size of the letters
 *
 * Columns fall away as the chart gets narrower in em: the plot of means below 55, all columns
 * below 40, where the label comes to stand above the bar; means alone have columns from 28 on.
 * Without a row that may have a bar, the plot takes the place of the bars.
 *
 * Returns: (transfer full): the place of everything
 */
LoketBandLayout *
loket_band_layout_new (const LoketBandChart *chart,
                       LoketLettering       *lettering,
                       double                width)
{
  LoketBandLayout *layout = g_new0 (LoketBandLayout, 1);
  double em = loket_lettering_get_em (lettering);
  double header = KEY_HEIGHT * em;

  layout->em = em;
  layout->width = width;
  layout->bar_height = BAR_HEIGHT * em;
  layout->rule_y = -1;
  layout->is_stacked =
      width < (chart->is_means ? MEANS_COLUMNS_FROM : LOKET_BAND_COLUMNS_FROM) * em;
  layout->has_bars = loket_band_chart_has_bars (chart);
  layout->is_compact = chart->is_means;
  layout->has_plot = !layout->has_bars || width >= LOKET_BAND_PLOT_FROM * em;
  layout->places = g_array_new (FALSE, TRUE, sizeof (LoketBandPlace));
  layout->scale = find_scale (chart);
  if (layout->is_stacked)
    set_stacked_columns (layout, chart, lettering);
  else
    set_columns (layout, chart, lettering);
  if (layout->has_bars)
    header = place_keys (layout, chart, lettering);
  layout->header_middle = header - KEY_HEIGHT / 2 * em;
  place_rows (layout, chart, lettering, header + em / 4);

  return layout;
}

void
loket_band_layout_free (LoketBandLayout *layout)
{
  g_array_unref (layout->places);
  g_free (layout);
}

/**
 * loket_band_layout_get_place:
 * @row: the index of a row of the chart
 *
 * Returns: (transfer none): where it stands
 */
const LoketBandPlace *
loket_band_layout_get_place (const LoketBandLayout *layout,
                             guint                  row)
{
  return &g_array_index (layout->places, LoketBandPlace, row);
}

/**
 * loket_band_layout_get_x:
 *
 * Returns: where @grade stands in the plot; a grade beyond the scale stands at its end
 */
double
loket_band_layout_get_x (const LoketBandLayout *layout,
                         double                 grade)
{
  return layout->plot_x + loket_scale_get_share (&layout->scale, grade) * layout->plot_width;
}

/**
 * loket_band_layout_dup_note:
 *
 * Returns: (transfer full): the figures under a bar: n and the interval of the mean
 */
char *
loket_band_layout_dup_note (const LoketBandRow *row)
{
  if (row->is_hidden)
    return g_strdup ("");
  if (*row->interval_text == '\0')
    return g_strdup_printf (_("n %s"), row->n_text);

  /* Translators: a number of answers, and an interval such as 7.80–7.95 */
  return g_strdup_printf (_("n %s · 95%% %s"), row->n_text, row->interval_text);
}

/**
 * loket_band_layout_dup_past:
 *
 * Returns: (transfer full): the mean of the other period under a bar, empty when there is none
 */
char *
loket_band_layout_dup_past (const LoketBandChart *chart,
                            const LoketBandRow   *row)
{
  if (chart->past_name == NULL || row->is_hidden || *row->past_text == '\0')
    return g_strdup ("");

  return g_strdup_printf ("%s: %s", chart->past_name, row->past_text);
}
