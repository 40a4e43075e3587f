/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sorts options, and draws a bar for each with its per cent behind it and a change in words. */

#include "loketten-config.h"

#include "loket-option-chart.h"

#include "loket-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In em. */
#define KEY_HEIGHT   1.8
#define KEY_BAR      2 /* from the left of a key to its text */
#define KEY_GAP      1.5
#define BAR_HEIGHT   0.95
#define PAST_HEIGHT  0.4
#define PAST_GAP     0.07
#define ROW_GAP      0.95
#define LABEL_GAP    0.8
#define TEXT_GAP     0.5
#define LINE_HEIGHT  1.3
#define LABEL_SHARE  0.4
#define STACKED_FROM 40 /* below this width a label stands above its bar */
#define LABEL_LINES  3
#define MOST_STRETCH 2 /* bars of small shares grow no longer than this makes them */

typedef struct
{
  char *label;    /* (owned) */
  char *percent;  /* (owned) */
  char *note;     /* (owned) the other period, or the interval */
  LoketShare share;
} Row;

typedef struct
{
  LoketDrawing drawing;
  char *title;      /* (owned) */
  char *name;       /* (owned) of the period, with n */
  char *past_name;  /* (owned) (nullable) of the other one; NULL: nothing is compared */
  GArray *rows;     /* (owned) of Row */
} Chart;

typedef struct
{
  const Chart *chart;
  LoketLettering *lettering;
  LoketScene *scene;
  gboolean is_stacked;
  double label_width;
  double bar_x;
  double scale;  /* how long a bar of everybody would be */
  double top;    /* of the first row */
} Place;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->percent);
  g_free (row->note);
}

static double
get_share (const LoketShare *share)
{
  return loket_share_get (share->count, share->base);
}

static double
get_past (const LoketShare *share)
{
  return share->has_against ? loket_share_get (share->against_count, share->against_base) : 0;
}

static const Row *
get_row (const Chart *chart,
         guint        index)
{
  return &g_array_index (chart->rows, Row, index);
}

static LoketFace
get_face (const Row *row)
{
  return row->share.change != LOKET_CHANGE_NONE ? LOKET_FACE_STRONG : LOKET_FACE_BODY;
}

static double
get_note_width (const Place *place,
                const Row   *row)
{
  LoketFace face =
      row->share.change != LOKET_CHANGE_NONE ? LOKET_FACE_STRONG : LOKET_FACE_SMALL;
  double percent = loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG, row->percent);

  return percent + 2 * TEXT_GAP * place->scene->em
         + loket_lettering_get_width (place->lettering, face, row->note);
}

/* The longest bar leaves as much room as any text behind a bar needs. */
static void
set_columns (Place *place)
{
  double em = place->scene->em, width = place->scene->width;
  double widest = 0;

  place->is_stacked = width < STACKED_FROM * em;
  for (guint i = 0; i < place->chart->rows->len; i++)
    widest = fmax (widest, loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG,
                                                      get_row (place->chart, i)->label));
  place->label_width = place->is_stacked ? width : ceil (fmin (widest, LABEL_SHARE * width)) + 1;
  place->bar_x = place->is_stacked ? 0 : place->label_width + LABEL_GAP * em;
  place->scale = MOST_STRETCH * (width - place->bar_x);
  for (guint i = 0; i < place->chart->rows->len; i++)
    {
      const Row *row = get_row (place->chart, i);
      double share = get_share (&row->share), past = get_past (&row->share);
      double room = width - place->bar_x - get_note_width (place, row) - em / 2;

      if (share > 0)
        place->scale = fmin (place->scale, room / share);
      if (past > 0)
        place->scale = fmin (place->scale, (width - place->bar_x) / past);
    }
  place->scale = fmax (place->scale, em);
}

static double
get_key_width (const Place *place,
               const char  *text)
{
  return KEY_BAR * place->scene->em
         + loket_lettering_get_width (place->lettering, LOKET_FACE_SMALL, text);
}

static void
add_key (const Place *place,
         gboolean     is_past,
         double       x,
         double       middle)
{
  const char *text = is_past ? place->chart->past_name : place->chart->name;
  double em = place->scene->em, height = (is_past ? PAST_HEIGHT : BAR_HEIGHT) * em;

  loket_scene_add_box (place->scene,
                       &(LoketRect) { x, middle - height / 2, (KEY_BAR - 0.5) * em, height },
                       is_past ? LOKET_INK_PAST : LOKET_INK_ACCENT, LOKET_INK_NONE);
  loket_scene_add_text (place->scene, &(LoketLine) { text, LOKET_FACE_SMALL, LOKET_ALIGN_LEFT,
                                                     LOKET_INK_SECONDARY, x + KEY_BAR * em,
                                                     middle });
}

/* Beside each other at the right, or under each other where that does not fit. */
static void
add_keys (Place *place)
{
  double em = place->scene->em, middle = (KEY_HEIGHT - 0.2) / 2 * em;
  double past = 0, both = 0;

  if (place->chart->past_name == NULL)
    return;

  past = get_key_width (place, place->chart->past_name);
  both = past + get_key_width (place, place->chart->name) + KEY_GAP * em;
  place->top = KEY_HEIGHT * em;
  if (both <= place->scene->width)
    {
      add_key (place, FALSE, place->scene->width - both, middle);
      add_key (place, TRUE, place->scene->width - past, middle);
      return;
    }
  add_key (place, FALSE, 0, middle);
  add_key (place, TRUE, 0, middle + KEY_HEIGHT * em);
  place->top += KEY_HEIGHT * em;
}

static void
add_label (const Place *place,
           const Row   *row,
           double       middle,
           guint        n_lines)
{
  const LoketLine line = { row->label, get_face (row),
                           place->is_stacked ? LOKET_ALIGN_LEFT : LOKET_ALIGN_RIGHT,
                           LOKET_INK_TEXT, place->is_stacked ? 0 : place->label_width, middle };
  LoketMark *mark = loket_scene_add_text (place->scene, &line);

  mark->room = place->label_width;
  mark->n_lines = n_lines;
}

static void
add_bar (const Place *place,
         const Row   *row,
         double       top)
{
  LoketScene *scene = place->scene;
  double em = scene->em, middle = top + BAR_HEIGHT / 2 * em;
  double length = get_share (&row->share) * place->scale;
  double x = place->bar_x + length + TEXT_GAP * em;
  gboolean has_changed = row->share.change != LOKET_CHANGE_NONE;

  loket_scene_add_box (scene, &(LoketRect) { place->bar_x, top, length, BAR_HEIGHT * em },
                       LOKET_INK_ACCENT, LOKET_INK_NONE);
  if (row->share.has_against)
    loket_scene_add_box (scene,
                         &(LoketRect) { place->bar_x, top + (BAR_HEIGHT + PAST_GAP) * em,
                                        get_past (&row->share) * place->scale, PAST_HEIGHT * em },
                         LOKET_INK_PAST, LOKET_INK_NONE);
  loket_scene_add_text (scene, &(LoketLine) { row->percent, LOKET_FACE_STRONG, LOKET_ALIGN_LEFT,
                                              LOKET_INK_TEXT, x, middle });
  x += TEXT_GAP * em
       + loket_lettering_get_width (place->lettering, LOKET_FACE_STRONG, row->percent);
  loket_scene_add_text (
      scene, &(LoketLine) { row->note, has_changed ? LOKET_FACE_STRONG : LOKET_FACE_SMALL,
                            LOKET_ALIGN_LEFT, has_changed ? LOKET_INK_TEXT : LOKET_INK_SECONDARY,
                            x, middle });
}

/* Gives the height at which the next row begins. */
static double
add_row (const Place *place,
         guint        index,
         double       top)
{
  const Row *row = get_row (place->chart, index);
  double em = place->scene->em;
  guint n_lines = MIN (LABEL_LINES,
                       loket_lettering_count_lines (place->lettering, get_face (row), row->label,
                                                    place->label_width));
  double more = (n_lines - 1) * LINE_HEIGHT * em;
  double bar = place->is_stacked ? top + LINE_HEIGHT * em + more : top + more / 2;
  double bottom = bar + (BAR_HEIGHT + (row->share.has_against ? PAST_GAP + PAST_HEIGHT : 0)) * em
                  + (place->is_stacked ? 0 : more / 2);

  loket_scene_add_area (place->scene, index,
                        &(LoketRect) { 0, top, place->scene->width, bottom - top });
  add_label (place, row, place->is_stacked ? top + em / 2 : top + BAR_HEIGHT / 2 * em, n_lines);
  add_bar (place, row, bar);

  return bottom + ROW_GAP * em;
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

  place.top = em / 4;
  set_columns (&place);
  add_keys (&place);
  top = place.top;
  for (guint i = 0; i < chart->rows->len; i++)
    top = add_row (&place, i, top);
  scene->height = ceil (top - ROW_GAP * em + em / 2);

  return scene;
}

static LoketSheet *
tabulate (const LoketDrawing *drawing)
{
  static const char *const words[] = { N_("no demonstrable difference"), N_("▲ rise"),
                                       N_("▼ fall") };
  const Chart *chart = (const Chart *) drawing;
  LoketSheet *sheet = loket_sheet_new (chart->title);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "number"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, chart->name, LOKET_CELL_SHARE);
  if (chart->past_name != NULL)
    {
      loket_sheet_add_column (sheet, chart->past_name, LOKET_CELL_SHARE);
      loket_sheet_add_column (sheet, C_ ("chart", "change"), LOKET_CELL_TEXT);
    }
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const Row *row = get_row (chart, i);

      loket_sheet_add_text (sheet, row->label);
      loket_sheet_add_count (sheet, row->share.count);
      loket_sheet_add_share (sheet, row->share.count, row->share.base);
      if (chart->past_name != NULL && row->share.has_against)
        {
          loket_sheet_add_share (sheet, row->share.against_count, row->share.against_base);
          loket_sheet_add_text (sheet, _(words[row->share.change]));
        }
      loket_sheet_fill_row (sheet);
    }

  return sheet;
}

static void
clear (LoketDrawing *drawing)
{
  Chart *chart = (Chart *) drawing;

  g_free (chart->title);
  g_free (chart->name);
  g_free (chart->past_name);
  g_array_unref (chart->rows);
}

/* Codes with a number in them, such as 1, 2, 5plus or 18_27, stand in an order of their own. */
static gboolean
is_ordered (const LoketItem *item)
{
  for (guint i = 0; i < item->options->len; i++)
    {
      if (strpbrk (g_array_index (item->options, LoketOption, i).code, "0123456789") != NULL)
        return TRUE;
    }

  return FALSE;
}

static guint
get_turn (const LoketShare *share)
{
  return g_str_equal (share->code, "other") ? 1
         : g_str_equal (share->code, "dont_know") ? 2
         : g_str_equal (share->code, "not_say") ? 3 : 0;
}

static int
compare_shares (gconstpointer one,
                gconstpointer other)
{
  const LoketShare *a = *(const LoketShare *const *) one;
  const LoketShare *b = *(const LoketShare *const *) other;

  if (get_turn (a) != get_turn (b))
    return get_turn (a) < get_turn (b) ? -1 : 1;
  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;

  return a < b ? -1 : a > b;
}

static char *
dup_note (const LoketShare *share,
          const char       *past_period)
{
  g_autofree char *past = loket_figure_percent (share->against_count, share->against_base);

  if (!share->has_against && isnan (share->ci95.low))
    return g_strdup ("");
  if (!share->has_against)
    /* Translators: an interval in per cent, such as 32–36% */
    return g_strdup_printf (_("95%%: %.0f–%.0f%%"), floor (share->ci95.low * 100 + 0.5),
                            floor (share->ci95.high * 100 + 0.5));
  if (share->change == LOKET_CHANGE_UP)
    /* Translators: a share in the other period */
    return g_strdup_printf (_("▲ rise, was %s"), past);
  if (share->change == LOKET_CHANGE_DOWN)
    return g_strdup_printf (_("▼ fall, was %s"), past);

  return g_strdup_printf ("%s: %s", past_period, past);
}

static void
add_shares (Chart                      *chart,
            const LoketQuestionSummary *question,
            const char                 *past_period,
            const char                 *language)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < question->shares->len; i++)
    g_ptr_array_add (sorted, &g_array_index (question->shares, LoketShare, i));
  if (!is_ordered (question->item))
    g_ptr_array_sort (sorted, compare_shares);

  for (guint i = 0; i < sorted->len; i++)
    {
      const LoketShare *share = g_ptr_array_index (sorted, i);
      const Row row = { g_strdup (loket_texts_get (share->text, language)),
                        loket_figure_percent (share->count, share->base),
                        dup_note (share, past_period), *share };
      gboolean is_group = question->item->kind == LOKET_ITEM_SINGLE;

      g_array_append_val (chart->rows, row);
      loket_drawing_add_target (&chart->drawing, is_group ? question->item->id : NULL,
                                share->code);
    }
}

/* @period: (nullable): NULL: every month. */
static char *
name_period (const LoketPeriod *period,
             guint              n)
{
  g_autofree char *words =
      period != NULL ? loket_period_to_words (period) : g_strdup (_("All periods"));
  g_autofree char *count = loket_figure_count (n);

  /* Translators: a period and a number of answers */
  return g_strdup_printf (_("%s, n %s"), words, count);
}

static Chart *
create_chart (const LoketDrawingClass *klass,
              const LoketItem         *item,
              const LoketRequest      *request,
              guint                    n,
              const char              *language)
{
  Chart *chart = loket_drawing_alloc (klass, sizeof (Chart));

  chart->title = g_strdup (loket_texts_get (&item->label, language));
  chart->name = name_period (
      request->has_period ? loket_selection_get_period (request->selection) : NULL, n);
  chart->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (chart->rows, clear_row);

  return chart;
}

/**
 * loket_option_chart_new:
 * @question: a single or multiple choice of @summary, which is not hidden
 * @language: in which the questionnaire speaks
 *
 * The most chosen option comes first and “other” last, unless options have an order of their own.
 * A click on an option of a single choice means that group.
 *
 * Returns: (transfer full): a bar for each option
 */
LoketDrawing *
loket_option_chart_new (const LoketSummary         *summary,
                        const LoketQuestionSummary *question,
                        const char                 *language)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  const LoketRequest *request = summary->request;
  Chart *chart = create_chart (&klass, question->item, request, question->n, language);
  g_autofree char *past = loket_period_to_words (&request->against);

  if (question->has_against && question->shares->len > 0)
    chart->past_name =
        name_period (&request->against,
                     g_array_index (question->shares, LoketShare, 0).against_base);
  add_shares (chart, question, past, language);

  return &chart->drawing;
}

/* The most frequent first; the order of what is hidden tells nothing. */
static int
compare_themes (gconstpointer one,
                gconstpointer other)
{
  const Row *a = one;
  const Row *b = other;

  return a->share.count != b->share.count ? (a->share.count > b->share.count ? -1 : 1)
                                          : g_strcmp0 (a->share.code, b->share.code);
}

/**
 * loket_option_chart_new_themes:
 * @summary: of the same answers
 * @themes: what they are about
 * @language: in which the questionnaire speaks
 *
 * Returns: (transfer full): a bar for each theme that is not hidden
 */
LoketDrawing *
loket_option_chart_new_themes (const LoketSummary *summary,
                               const LoketThemes  *themes,
                               const char         *language)
{
  static const LoketDrawingClass klass = { compose, tabulate, NULL, clear };
  Chart *chart = create_chart (&klass, themes->item, summary->request, themes->n, language);

  for (guint i = 0; i < loket_item_get_n_options (themes->item); i++)
    {
      const LoketOption *option = loket_item_get_option (themes->item, i);
      guint count = themes->n_about[i];
      const Row row = { g_strdup (loket_texts_get (&option->text, language)),
                        loket_figure_percent (count, themes->n), loket_figure_count (count),
                        { .code = option->code, .count = count, .base = themes->n } };

      if (count > 0 && !themes->hidden[i])
        g_array_append_val (chart->rows, row);
      else
        clear_row ((gpointer) &row);
    }
  g_array_sort (chart->rows, compare_themes);
  for (guint i = 0; i < chart->rows->len; i++)
    loket_drawing_add_target (&chart->drawing, NULL, get_row (chart, i)->share.code);

  return &chart->drawing;
}
