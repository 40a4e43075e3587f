/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes the rows of a chart of grades from a summary, and says them in words. */

#include "loketten-config.h"

#include "loket-band-rows.h"

#include "loket-disclosure.h"
#include "loket-figures.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
clear_row (gpointer data)
{
  LoketBandRow *row = data;

  g_free (row->label);
  g_free (row->mean_text);
  g_free (row->interval_text);
  g_free (row->n_text);
  g_free (row->past_text);
}

static char *
dup_past_text (const LoketQuestionSummary *question)
{
  static const char *const glyphs[] = { "", "▲ ", "▼ " };
  g_autofree char *mean = loket_figure_mean (&question->against);

  if (question->is_new)
    return g_strdup (_("new"));

  return question->has_against ? g_strconcat (glyphs[question->change], mean, NULL) : g_strdup ("");
}

static LoketBandRow
create_row (const LoketQuestionSummary *question,
            const char                 *label)
{
  LoketBandRow row = { .is_hidden = question->hidden, .low = NAN, .high = NAN, .past = NAN };

  row.label = g_strdup (label);
  if (row.is_hidden)
    return row;

  row.is_thin = question->n < question->item->thin;
  row.base = question->base;
  row.n = question->n;
  for (guint i = 0; i < MIN (question->shares->len, LOKET_N_BANDS); i++)
    row.counts[i] = g_array_index (question->shares, LoketShare, i).count;
  row.grades = question->grades;
  row.mean = loket_moments_get_mean (&question->grades);
  row.low = question->ci95.low;
  row.high = question->ci95.high;
  row.has_past = question->has_against;
  if (row.has_past)
    {
      row.against = question->against;
      row.past = loket_moments_get_mean (&question->against);
    }
  row.change = question->change;
  row.mean_text = loket_figure_mean (&question->grades);
  row.interval_text = loket_figure_interval (&question->ci95);
  row.n_text = loket_figure_count (question->n);
  row.past_text = dup_past_text (question);

  return row;
}

/* Bands are good, sufficient and insufficient, in this order. */
static void
name_bands (LoketBandChart     *chart,
            LoketQuestionnaire *questionnaire,
            const char         *language)
{
  for (guint i = 0; i < LOKET_BAND_NA; i++)
    {
      const LoketBand *band = loket_questionnaire_get_band (questionnaire, i);

      chart->names[i] = g_strdup (loket_texts_get (&band->label, language));
      chart->keys[i] = g_strdup_printf ("%s %d–%d", chart->names[i], band->min, band->max);
    }
  chart->names[LOKET_BAND_NA] = g_strdup (loket_questionnaire_get_na_label (questionnaire,
                                                                            language));
  chart->keys[LOKET_BAND_NA] = g_strdup (chart->names[LOKET_BAND_NA]);
}

/**
 * loket_band_rows_begin:
 * @thin: how many answers a row needs not to be thin
 *
 * Makes a chart without rows.
 */
void
loket_band_rows_begin (LoketBandChart *chart,
                       guint           thin)
{
  chart->rows = g_array_new (FALSE, TRUE, sizeof (LoketBandRow));
  g_array_set_clear_func (chart->rows, clear_row);
  chart->thin_text = g_strdup_printf (_("thin: n below %u"), thin);
  chart->hidden_text = g_strdup_printf (_("Hidden: fewer than %d answers."), LOKET_DISCLOSURE_MIN);
}

/**
 * loket_band_rows_add:
 * @label: what the row is called
 *
 * Adds a row with the figures of @question.
 */
void
loket_band_rows_add (LoketBandChart             *chart,
                     const char                 *label,
                     const LoketQuestionSummary *question)
{
  LoketBandRow row = create_row (question, label);

  g_array_append_val (chart->rows, row);
}

/**
 * loket_band_rows_fill:
 * @summary: of a questionnaire with three bands
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 *
 * Makes a row for each question with a grade. The first grade that is asked is the total.
 */
void
loket_band_rows_fill (LoketBandChart     *chart,
                      const LoketSummary *summary,
                      const char         *language)
{
  const LoketRequest *request = summary->request;
  const LoketQuestionSummary *total = loket_summary_find_total (summary);

  loket_band_rows_begin (chart, total != NULL ? total->item->thin : 0);
  name_bands (chart, request->questionnaire, language);
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind != LOKET_ITEM_GRADE)
        continue;
      loket_band_rows_add (chart, loket_texts_get (&question->item->label, language), question);
      if (!question->hidden && question->has_against && chart->past_name == NULL)
        chart->past_name = loket_period_to_words (&request->against);
      loket_drawing_add_target (&chart->drawing, LOKET_TARGET_QUESTION, question->item->id);
    }
  if (chart->rows->len > 0)
    g_array_index (chart->rows, LoketBandRow, 0).is_total = TRUE;
}

void
loket_band_rows_clear (LoketBandChart *chart)
{
  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      g_free (chart->keys[i]);
      g_free (chart->names[i]);
    }
  g_free (chart->title);
  g_free (chart->past_name);
  g_free (chart->thin_text);
  g_free (chart->hidden_text);
  g_array_unref (chart->rows);
}

/**
 * loket_band_chart_get_row:
 * @index: below the number of rows
 *
 * Returns: (transfer none): the row
 */
const LoketBandRow *
loket_band_chart_get_row (const LoketBandChart *chart,
                          guint                 index)
{
  return &g_array_index (chart->rows, LoketBandRow, index);
}

/**
 * loket_band_row_has_bar:
 *
 * Returns: whether enough answered to show shares: of 12 persons, one would look like 8%
 */
gboolean
loket_band_row_has_bar (const LoketBandRow *row)
{
  return !row->is_hidden && !row->is_thin && row->base > 0;
}

/**
 * loket_band_chart_has_bars:
 *
 * Returns: whether any row has a bar
 */
gboolean
loket_band_chart_has_bars (const LoketBandChart *chart)
{
  for (guint i = 0; !chart->is_means && i < chart->rows->len; i++)
    {
      if (loket_band_row_has_bar (loket_band_chart_get_row (chart, i)))
        return TRUE;
    }

  return FALSE;
}

static void
append_shares (GString              *text,
               const LoketBandChart *chart,
               const LoketBandRow   *row)
{
  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      g_autofree char *percent = loket_figure_percent (row->counts[i], row->base);

      if (i < LOKET_BAND_NA || row->counts[i] > 0)
        g_string_append_printf (text, ", %s %s", chart->names[i], percent);
    }
}

static void
append_past (GString              *text,
             const LoketBandChart *chart,
             const LoketBandRow   *row)
{
  const char *const words[] = { _("no demonstrable difference"), _("rise"), _("fall") };

  if (chart->past_name == NULL || *row->past_text == '\0')
    return;
  if (row->has_past && !chart->is_untested)
    g_string_append_printf (text, "; %s: %s, %s", chart->past_name, row->past_text,
                            words[row->change]);
  else
    g_string_append_printf (text, "; %s: %s", chart->past_name, row->past_text);
}

/**
 * loket_band_chart_describe:
 * @index: a row
 *
 * Returns: (transfer full): all figures of the row in words, for a screen reader
 */
char *
loket_band_chart_describe (const LoketBandChart *chart,
                           guint                 index)
{
  const LoketBandRow *row = loket_band_chart_get_row (chart, index);
  GString *text = g_string_new (row->label);

  if (row->is_hidden)
    {
      g_string_append_printf (text, ": %s", chart->hidden_text);
      return g_string_free (text, FALSE);
    }

  /* Translators: a mean grade and a number of answers */
  g_string_append_printf (text, _(": mean %s, n %s"), row->mean_text, row->n_text);
  if (*row->interval_text != '\0')
    /* Translators: an interval such as 7.80–7.95 */
    g_string_append_printf (text, _(", 95%% interval %s"), row->interval_text);
  if (loket_band_row_has_bar (row) && !chart->is_means)
    append_shares (text, chart, row);
  else if (row->is_thin)
    g_string_append_printf (text, ", %s", chart->thin_text);
  append_past (text, chart, row);

  return g_string_free (text, FALSE);
}

static void
add_columns (LoketSheet           *sheet,
             const LoketBandChart *chart)
{
  g_autofree char *past_n = NULL;

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  for (guint i = 0; !chart->is_means && i < LOKET_N_BANDS; i++)
    loket_sheet_add_column (sheet, chart->names[i], LOKET_CELL_SHARE);
  if (!chart->is_means)
    loket_sheet_add_column (sheet, C_ ("chart", "asked"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "mean"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, _("95% interval"), LOKET_CELL_INTERVAL);
  if (chart->past_name == NULL)
    return;

  /* Translators: a number of answers in a period */
  past_n = g_strdup_printf (_("n %s"), chart->past_name);
  loket_sheet_add_column (sheet, chart->past_name, LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, past_n, LOKET_CELL_COUNT);
  if (!chart->is_untested)
    loket_sheet_add_column (sheet, C_ ("chart", "change"), LOKET_CELL_TEXT);
}

static void
add_shares (LoketSheet         *sheet,
            const LoketBandRow *row)
{
  for (guint i = 0; i < LOKET_N_BANDS; i++)
    {
      if (loket_band_row_has_bar (row))
        loket_sheet_add_share (sheet, row->counts[i], row->base);
      else
        loket_sheet_add_text (sheet, "");
    }
  loket_sheet_add_count (sheet, row->base);
}

static void
add_past (LoketSheet           *sheet,
          const LoketBandChart *chart,
          const LoketBandRow   *row)
{
  const char *const words[] = { "–", _("▲ rise"), _("▼ fall") };

  if (!row->has_past)
    {
      loket_sheet_add_text (sheet, row->past_text);
      return;
    }
  loket_sheet_add_mean (sheet, &row->against);
  loket_sheet_add_count (sheet, row->against.n);
  if (!chart->is_untested)
    loket_sheet_add_text (sheet, words[row->change]);
}

/**
 * loket_band_chart_tabulate:
 *
 * Returns: (transfer full): all figures, a row for each question
 */
LoketSheet *
loket_band_chart_tabulate (const LoketBandChart *chart)
{
  LoketSheet *sheet = loket_sheet_new (chart->title != NULL ? chart->title : _("Grades"));

  add_columns (sheet, chart);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const LoketBandRow *row = loket_band_chart_get_row (chart, i);
      const LoketInterval interval = { row->low, row->high };

      loket_sheet_add_text (sheet, row->label);
      if (row->is_hidden)
        {
          loket_sheet_add_text (sheet, chart->hidden_text);
          loket_sheet_fill_row (sheet);
          continue;
        }
      if (!chart->is_means)
        add_shares (sheet, row);
      loket_sheet_add_count (sheet, row->n);
      loket_sheet_add_mean (sheet, &row->grades);
      loket_sheet_add_interval (sheet, &interval);
      if (chart->past_name != NULL)
        add_past (sheet, chart, row);
      loket_sheet_fill_row (sheet);
    }

  return sheet;
}
