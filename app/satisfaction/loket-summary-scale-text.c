/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a summary as text: scales, choices, numbers, and who answered twice. */

#include "loketten-config.h"

#include "loket-summary-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "loket-figures.h"

typedef LoketSummaryWriter Writer;

static const char *
get_label (const Writer    *writer,
           const LoketItem *item)
{
  return loket_texts_get (&item->label, writer->language);
}

static void
add_share_row (Writer           *writer,
               LoketTextTable   *table,
               const LoketShare *share)
{
  static const char * const marks[] = { "", "▲ ", "▼ " };
  g_autofree char *was = loket_figure_percent (share->against_count, share->against_base);

  loket_text_table_take (table, loket_figure_percent (share->count, share->base));
  loket_text_table_add (table, loket_texts_get (share->text, writer->language));
  if (share->has_against)
    /* Translators: a mark for a rise or fall, and the percentage of the period before */
    loket_text_table_take (table, g_strdup_printf (_("%swas %s"), marks[share->change], was));
  loket_text_table_fill_row (table);
}

/* Of a number: its mean and median, and what was left out. */
static void
append_number (Writer                     *writer,
               const LoketQuestionSummary *question)
{
  g_autofree char *mean = loket_figure_mean (&question->grades);

  /* Translators: the mean and the median of numbers */
  g_string_append_printf (writer->text, _("mean %s, median %.1f"), mean, question->median);
  if (question->outside > 0)
    /* Translators: a number of answers */
    g_string_append_printf (writer->text, _("; %u outside what counts"), question->outside);
  g_string_append_c (writer->text, '\n');
}

static gboolean
leaves_out_missing (const LoketQuestionSummary *question)
{
  return question->na > 0 && !question->item->counts_missing;
}

/**
 * loket_summary_writer_append_choice:
 * @question: a choice or a number
 *
 * Appends its shares.
 */
void
loket_summary_writer_append_choice (LoketSummaryWriter         *writer,
                                    const LoketQuestionSummary *question)
{
  g_autoptr (LoketTextTable) table = loket_text_table_new ("rll");
  g_autofree char *n = loket_figure_count (question->n);

  if (question->hidden)
    {
      g_string_append_printf (writer->text, "\n%s\n", get_label (writer, question->item));
      g_string_append_printf (writer->text, "%s\n", _("No figures: fewer than 5 people answered."));
      return;
    }
  g_string_append_printf (writer->text, "\n%s (n %s%s%s)\n", get_label (writer, question->item), n,
                          question->is_new ? ", " : "", question->is_new ? _("new") : "");
  if (question->item->kind == LOKET_ITEM_NUMBER)
    append_number (writer, question);
  for (guint i = 0; i < question->shares->len; i++)
    add_share_row (writer, table, &g_array_index (question->shares, LoketShare, i));
  loket_text_table_append_to (table, writer->text);
  if (leaves_out_missing (question))
    /* Translators: how many chose "don't know" or "no opinion" */
    g_string_append_printf (writer->text, _("Not counted in: %u who did not know.\n"),
                            question->na);
}

/* One row: the share that is reported, the mean of the scale, and how many. */
static void
add_scale_row (Writer                     *writer,
               LoketTextTable             *table,
               const LoketQuestionSummary *question)
{
  static const char * const marks[] = { "", "▲", "▼" };

  loket_text_table_add (table, get_label (writer, question->item));
  if (question->hidden)
    {
      loket_text_table_fill_row (table);
      return;
    }
  loket_text_table_take (table, question->has_top ? loket_figure_percent (question->top.count,
                                                                          question->top.base)
                                                  : g_strdup (""));
  loket_text_table_add (table, question->has_top ? marks[question->top.change] : "");
  loket_text_table_take (table, loket_figure_mean (&question->grades));
  loket_text_table_take (table, loket_figure_count (question->n));
  loket_text_table_take (table, question->na > 0 ? loket_figure_count (question->na)
                                                 : g_strdup (""));
  loket_text_table_add (table, question->is_thin ? _("thin") : "");
}

static void
add_scale_header (Writer          *writer,
                  LoketTextTable  *table,
                  const LoketItem *item)
{
  const char * const header[] = { item->top != 0 ? loket_texts_get (&item->top_text,
                                                                    writer->language)
                                                 : "",
                                  "", _("mean"), "n", _("no opinion") };

  loket_text_table_add (table, "");
  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    loket_text_table_add (table, header[i]);
  loket_text_table_fill_row (table);
}

static gboolean
is_same_scale (const LoketItem *one,
               const LoketItem *other)
{
  return one != NULL && one->block == other->block &&
         g_strcmp0 (one->top_text.nl, other->top_text.nl) == 0;
}

/**
 * loket_summary_writer_append_scales:
 * @questions: (element-type LoketQuestionSummary): of which the likert items are written
 *
 * Appends a table for each block of items on the same scale.
 */
void
loket_summary_writer_append_scales (LoketSummaryWriter *writer,
                                    const GPtrArray    *questions)
{
  g_autoptr (LoketTextTable) table = loket_text_table_new ("lrlrrrl");
  const LoketItem *last = NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (question->item->kind != LOKET_ITEM_LIKERT)
        continue;
      if (!is_same_scale (last, question->item))
        {
          loket_text_table_append_to (table, writer->text);
          g_ptr_array_set_size (table->cells, 0);
          g_string_append_printf (writer->text, "\n%s\n",
                                  question->item->block != NULL
                                      ? loket_texts_get (&question->item->block->text,
                                                         writer->language)
                                      : "");
          add_scale_header (writer, table, question->item);
        }
      add_scale_row (writer, table, question);
      last = question->item;
    }
  loket_text_table_append_to (table, writer->text);
}

static char *
format_mean (double mean)
{
  return isnan (mean) ? g_strdup ("") : g_strdup_printf ("%.2f", mean);
}

static void
add_pair (Writer            *writer,
          LoketTextTable    *table,
          const LoketItem   *item,
          const LoketPaired *paired)
{
  const char * const words[] = { "", _("better"), _("worse") };
  const LoketWave *from = loket_questionnaire_get_wave (writer->questionnaire, paired->from);
  const LoketWave *to = loket_questionnaire_get_wave (writer->questionnaire, paired->to);

  loket_text_table_add (table, get_label (writer, item));
  loket_text_table_take (table,
                         g_strdup_printf ("%s → %s",
                                          loket_texts_get (&from->text, writer->language),
                                          loket_texts_get (&to->text, writer->language)));
  if (paired->hidden)
    {
      loket_text_table_add (table, _("hidden"));
      loket_text_table_fill_row (table);
      return;
    }
  loket_text_table_take (table, loket_figure_count (paired->test.n));
  loket_text_table_take (table, format_mean (paired->mean_before));
  loket_text_table_take (table, format_mean (paired->mean_after));
  loket_text_table_take (table, isnan (paired->test.p)
                                    ? g_strdup ("")
                                    : g_strdup_printf ("p %.3f", paired->adjusted_p));
  loket_text_table_add (table, words[paired->trend]);
}

/**
 * loket_summary_writer_append_pairs:
 *
 * Appends what changed for those who answered in two waves.
 */
void
loket_summary_writer_append_pairs (LoketSummaryWriter *writer)
{
  g_autoptr (LoketTextTable) table = loket_text_table_new ("llrrrrl");

  for (guint i = 0; i < writer->summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (writer->summary->questions, i);

      for (guint k = 0; k < question->paired->len; k++)
        add_pair (writer, table, question->item,
                  &g_array_index (question->paired, LoketPaired, k));
    }
  if (table->cells->len == 0)
    return;
  g_string_append_printf (writer->text, "\n%s\n",
                          _("The same people twice (Wilcoxon's signed-rank test)"));
  loket_text_table_append_to (table, writer->text);
}
