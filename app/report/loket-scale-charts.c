/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Statements with the same options stand in one chart; the options that are reported together come
 * first. */

#include "loketten-config.h"

#include "loket-scale-charts.h"

#include "loket-histogram-chart.h"
#include "loket-likert-chart.h"
#include "loket-paired.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A chart of more rows would be too high to be read on a page. */
#define MOST_ROWS 14

/* The options of an item that are no lack of an answer, the best first: those that are reported
 * together stand at that end. */
static GArray *
order_options (const LoketItem *item)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_options = loket_item_get_n_options (item);
  gboolean is_first = (item->top & 1) != 0;

  for (guint i = 0; i < n_options; i++)
    {
      guint number = is_first || item->top == 0 ? i : n_options - 1 - i;

      if (!loket_item_get_option (item, number)->is_missing)
        g_array_append_val (order, number);
    }

  return order;
}

static gboolean
has_same_options (const LoketItem *one,
                  const LoketItem *other)
{
  if (loket_item_get_n_options (one) != loket_item_get_n_options (other) || one->top != other->top)
    return FALSE;
  for (guint i = 0; i < loket_item_get_n_options (one); i++)
    {
      if (!g_str_equal (loket_item_get_option (one, i)->code,
                        loket_item_get_option (other, i)->code))
        return FALSE;
    }

  return TRUE;
}

static guint
get_count (const LoketQuestionSummary *question,
           const char                 *code)
{
  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);

      if (g_str_equal (share->code, code))
        return share->count;
    }

  return 0;
}

/* @label: (transfer none): outlives the row. */
static void
add_row (GArray                     *rows,
         const LoketQuestionSummary *question,
         const GArray               *order,
         const char                 *label)
{
  LoketLikertRow row = { .id = question->item->id, .label = label, .is_hidden = question->hidden };

  for (guint i = 0; !question->hidden && i < order->len; i++)
    row.counts[i] = get_count (question, loket_item_get_option (
                                             question->item, g_array_index (order, guint, i))
                                             ->code);
  if (!question->hidden)
    row.missing = question->na;
  if (!question->hidden && question->has_top)
    {
      row.top = question->top.count;
      row.top_base = question->top.base;
    }
  g_array_append_val (rows, row);
}

/* One row, or one for each measurement. */
static void
add_rows (GArray                     *rows,
          GPtrArray                  *labels,
          const LoketSummary         *summary,
          const LoketQuestionSummary *question,
          const GArray               *order,
          const char                 *language)
{
  const char *label = loket_texts_get (&question->item->label, language);

  if (question->waves == NULL || question->waves->len == 0)
    add_row (rows, question, order, label);
  for (guint i = 0; question->waves != NULL && i < question->waves->len; i++)
    {
      const LoketQuestionSummary *wave = g_ptr_array_index (question->waves, i);
      const LoketWave *asked =
          loket_questionnaire_get_wave (summary->request->questionnaire, (guint) wave->wave);
      char *named = g_strdup_printf ("%s · %s", label, loket_texts_get (&asked->text, language));

      g_ptr_array_add (labels, named);
      add_row (rows, wave, order, named);
    }
}

static const char *
get_missing (const LoketItem *item,
             const char      *language)
{
  for (guint i = 0; i < loket_item_get_n_options (item); i++)
    {
      if (loket_item_get_option (item, i)->is_missing)
        return loket_texts_get (&loket_item_get_option (item, i)->text, language);
    }

  return NULL;
}

/* Of statements in a row, from @first to before @end. */
static LoketDrawing *
draw_statements (const LoketSummary *summary,
                 guint               first,
                 guint               end,
                 const char         *language)
{
  const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, first);
  const LoketItem *item = question->item;
  g_autoptr (GArray) order = order_options (item);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (LoketLikertRow));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const char *options[LOKET_LIKERT_MOST] = { NULL };
  LoketLikertScale scale = { .options = options,
                             .n_options = MIN (order->len, LOKET_LIKERT_MOST),
                             .missing = get_missing (item, language) };

  g_array_set_size (order, scale.n_options);
  for (guint i = 0; i < order->len; i++)
    options[i] = loket_texts_get (
        &loket_item_get_option (item, g_array_index (order, guint, i))->text, language);
  for (guint i = first; i < end; i++)
    add_rows (rows, labels, summary, g_ptr_array_index (summary->questions, i), order, language);
  scale.title = item->block != NULL ? loket_texts_get (&item->block->text, language)
                                    : loket_texts_get (&item->label, language);
  scale.top = item->top != 0 ? loket_texts_get (&item->top_text, language) : "";

  return loket_likert_chart_new (&scale, (const LoketLikertRow *) (gconstpointer) rows->data,
                                 rows->len);
}

/* Where a run of statements with the same options ends, or as many as stand in one chart. */
static guint
find_end (const LoketSummary *summary,
          guint               first)
{
  const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, first);
  guint n_rows = 0, end = first;

  while (end < summary->questions->len)
    {
      const LoketQuestionSummary *next = g_ptr_array_index (summary->questions, end);

      n_rows += next->waves != NULL ? MAX (1, next->waves->len) : 1;
      if (next->item->kind != LOKET_ITEM_LIKERT
          || !has_same_options (question->item, next->item)
          || (n_rows > MOST_ROWS && end > first))
        break;
      end++;
    }

  return end;
}

/**
 * loket_scale_charts_new_likert:
 *
 * Returns: (transfer full) (element-type LoketDrawing): a chart for each run of statements with the
 *   same options
 */
GPtrArray *
loket_scale_charts_new_likert (const LoketSummary *summary,
                               const char         *language)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_drawing_unref);
  guint end = 0;

  for (guint first = 0; first < summary->questions->len; first = MAX (end, first + 1))
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, first);

      if (question->item->kind != LOKET_ITEM_LIKERT)
        continue;
      end = find_end (summary, first);
      g_ptr_array_add (charts, draw_statements (summary, first, end, language));
    }

  return charts;
}

/**
 * loket_scale_charts_new_number:
 * @question: a number, which is not hidden
 *
 * Returns: (transfer full): a column for each of its bands
 */
LoketDrawing *
loket_scale_charts_new_number (const LoketQuestionSummary *question,
                               const char                 *language)
{
  g_autoptr (GArray) bins = g_array_new (FALSE, TRUE, sizeof (LoketBin));

  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);
      const LoketBin bin = { share->text != NULL ? loket_texts_get (share->text, language) : "–",
                             share->count, LOKET_INK_ACCENT };

      g_array_append_val (bins, bin);
    }

  return loket_histogram_chart_new (loket_texts_get (&question->item->label, language),
                                    (const LoketBin *) (gconstpointer) bins->data, bins->len);
}

static const char *
get_trend (const LoketPaired *paired)
{
  static const char *const words[] = { N_("no demonstrable difference"), N_("▲ better"),
                                       N_("▼ worse") };

  return _(words[paired->trend]);
}

static char *
name_waves (LoketQuestionnaire *questionnaire,
            const LoketPaired  *paired,
            const char         *language)
{
  return g_strdup_printf (
      "%s → %s",
      loket_texts_get (&loket_questionnaire_get_wave (questionnaire, paired->from)->text, language),
      loket_texts_get (&loket_questionnaire_get_wave (questionnaire, paired->to)->text, language));
}

static void
add_pairs (LoketSheet                 *sheet,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question,
           const char                 *language)
{
  for (guint i = 0; question->paired != NULL && i < question->paired->len; i++)
    {
      const LoketPaired *paired = &g_array_index (question->paired, LoketPaired, i);
      g_autofree char *waves =
          name_waves (summary->request->questionnaire, paired, language);

      loket_sheet_add_text (sheet, loket_texts_get (&question->item->label, language));
      loket_sheet_add_text (sheet, waves);
      if (paired->hidden)
        {
          loket_sheet_add_text (sheet, _("Hidden: it could be traced to persons."));
          loket_sheet_fill_row (sheet);
          continue;
        }
      loket_sheet_add_count (sheet, paired->test.n);
      loket_sheet_add_decimal (sheet, paired->mean_before);
      loket_sheet_add_decimal (sheet, paired->mean_after);
      loket_sheet_add_text (sheet, get_trend (paired));
    }
}

/**
 * loket_scale_charts_tabulate_waves:
 *
 * Returns: (transfer full): what the same persons answered in two measurements; without rows when
 *   nothing came back
 */
LoketSheet *
loket_scale_charts_tabulate_waves (const LoketSummary *summary,
                                   const char         *language)
{
  LoketSheet *sheet = loket_sheet_new (_("Before and after"));

  loket_sheet_add_column (sheet, _("Question"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Measurements"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("pairs"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, _("before"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, _("after"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, C_ ("chart", "change"), LOKET_CELL_TEXT);
  for (guint i = 0; i < summary->questions->len; i++)
    add_pairs (sheet, summary, g_ptr_array_index (summary->questions, i), language);

  return sheet;
}
