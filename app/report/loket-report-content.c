/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Writes the parts of a report: conclusions first, then each chart with what it is read by. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-band-chart.h"
#include "loket-difference-chart.h"
#include "loket-figures.h"
#include "loket-findings.h"
#include "loket-histogram-chart.h"
#include "loket-key-figures.h"
#include "loket-option-chart.h"
#include "loket-period-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CONCLUSIONS 8

/* Where no grade is asked there are two figures only. */
static GPtrArray *
create_figures (const LoketSummary *summary)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_key_figure_free);
  gboolean has_grades = loket_summary_find_total (summary) != NULL;

  for (guint i = has_grades ? 0 : LOKET_KEY_FIGURE_ANSWERS; i < LOKET_N_KEY_FIGURES; i++)
    g_ptr_array_add (figures, loket_key_figure_new (summary, i));

  return figures;
}

static const LoketShare *
find_most_chosen (const LoketQuestionSummary *question)
{
  const LoketShare *most = NULL;

  for (guint i = 0; i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);

      if (most == NULL || share->count > most->count)
        most = share;
    }

  return most;
}

/* A question with options that is not one by which answers are grouped anyway. */
static gboolean
is_choice (const LoketQuestionSummary *question)
{
  return (question->item->kind == LOKET_ITEM_SINGLE || question->item->kind == LOKET_ITEM_MULTIPLE)
         && !question->hidden && question->shares->len > 0;
}

static char *
dup_choice_title (const LoketQuestionSummary *question,
                  const char                 *language)
{
  const LoketShare *most = find_most_chosen (question);
  g_autofree char *percent = loket_figure_percent (most->count, most->base);

  /* Translators: an option, and the per cent that chose it */
  return g_strdup_printf (_("“%s” comes first with %s"),
                          loket_texts_get (most->text, language), percent);
}

static char *
dup_choice_changes (const LoketQuestionSummary *question,
                    const LoketSummary         *summary,
                    const char                 *language)
{
  g_autofree char *past = loket_period_to_words (&summary->request->against);
  GString *text = g_string_new (NULL);

  if (question->is_new)
    /* Translators: a period */
    g_string_append_printf (text, _("Not asked in this way in %s, so not compared."), past);
  for (guint i = 0; question->has_against && i < question->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (question->shares, LoketShare, i);
      g_autofree char *now = loket_figure_percent (share->count, share->base);
      g_autofree char *was = loket_figure_percent (share->against_count, share->against_base);

      if (share->change == LOKET_CHANGE_NONE)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              share->change == LOKET_CHANGE_UP
                                  /* Translators: an option, its share, its share in a period */
                                  ? _("▲ rise: %s %s, was %s.")
                                  : _("▼ fall: %s %s, was %s."),
                              loket_texts_get (share->text, language), now, was);
    }
  if (question->has_against && text->len == 0)
    /* Translators: a period */
    g_string_append_printf (text, _("No answer differs demonstrably from %s."), past);

  return g_string_free (text, FALSE);
}

static void
add_group_conclusions (const LoketReportWriter *writer)
{
  g_autoptr (GPtrArray) findings =
      loket_findings_groups (writer->summary, writer->language, MOST_CONCLUSIONS);

  for (guint i = 0; i < findings->len; i++)
    {
      const LoketFinding *finding = g_ptr_array_index (findings, i);

      loket_report_add_bullet (writer->report, finding->sentence, finding->note);
    }
}

static void
add_choice_conclusions (const LoketReportWriter *writer)
{
  const GPtrArray *questions = writer->summary->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);
      g_autofree char *title = NULL;
      g_autofree char *changes = NULL;
      g_autofree char *sentence = NULL;

      if (!is_choice (question) || question->item->kind != LOKET_ITEM_MULTIPLE)
        continue;
      title = dup_choice_title (question, writer->language);
      changes = dup_choice_changes (question, writer->summary, writer->language);
      sentence = g_strdup_printf ("%s: %s.",
                                  loket_texts_get (&question->item->label, writer->language),
                                  title);
      loket_report_add_bullet (writer->report, sentence, changes);
    }
}

/* The title page: what was found, in sentences. */
void
loket_report_write_cover (const LoketReportWriter *writer)
{
  const LoketSummary *summary = writer->summary;
  LoketReport *report = writer->report;
  const char *title = loket_questionnaire_get_title (summary->request->questionnaire,
                                                     writer->language);
  g_autofree char *finding = NULL;
  g_autofree char *changes = NULL;
  guint first = 0;

  loket_report_add_text (report, LOKET_BLOCK_TOPIC, title);
  loket_report_add_text (report, LOKET_BLOCK_TITLE, report->title);
  loket_report_add_text (report, LOKET_BLOCK_LEAD, report->scope);
  loket_report_take_figures (report, create_figures (summary));
  if (summary->totals.hidden || summary->totals.responses == 0)
    {
      loket_report_add_text (report, LOKET_BLOCK_BODY,
                             summary->totals.hidden
                                 ? _("This period has 1 to 4 answers: too few to show anything.")
                                 : _("There are no answers in this period."));
      return;
    }

  loket_report_add_text (report, LOKET_BLOCK_SUBHEADING, _("What we see"));
  first = report->blocks->len;
  if (loket_report_find_total (summary) != NULL)
    {
      finding = loket_findings_title (summary, writer->language);
      changes = loket_findings_changes (summary, writer->language);
      loket_report_add_bullet (report, finding, changes);
      add_group_conclusions (writer);
    }
  add_choice_conclusions (writer);
  if (report->blocks->len == first)
    g_array_set_size (report->blocks, first - 1);
}

/* Bars, then means with their intervals. */
void
loket_report_write_grades (const LoketReportWriter *writer)
{
  LoketDrawing *bands = loket_band_chart_new (writer->summary, writer->language);
  const LoketQuestionSummary *total = loket_report_find_total (writer->summary);
  g_autofree char *note = NULL;
  g_autofree char *distribution = NULL;

  if (bands == NULL)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("Moments of truth"));
  loket_report_take_text (writer->report, LOKET_BLOCK_HEADING,
                          loket_findings_title (writer->summary, writer->language));
  loket_report_take_text (writer->report, LOKET_BLOCK_LEAD,
                          loket_findings_changes (writer->summary, writer->language));
  note = loket_findings_note (writer->summary, writer->language);
  loket_report_take_chart (writer->report, bands, note);
  /* Of a few the chart shows means already, and each single grade would be a bar. */
  if (total == NULL || total->is_thin)
    return;

  loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING, _("Mean with 95% interval"));
  loket_report_take_drawing (writer->report,
                             loket_band_chart_new_means (writer->summary, writer->language));

  /* Translators: a question */
  distribution = g_strdup_printf (_("How often each grade was given: %s"),
                                  loket_texts_get (&total->item->label, writer->language));
  loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING, distribution);
  loket_report_take_chart (writer->report,
                           loket_histogram_chart_new_grades (
                               writer->summary->request->questionnaire, total, writer->language),
                           NULL);
}

static void
add_groups (const LoketReportWriter    *writer,
            const LoketQuestionSummary *total,
            const LoketGrouping        *by,
            const LoketScale           *scale)
{
  g_autofree char *note = loket_findings_how_to_read (writer->summary);
  g_autofree char *finding =
      loket_findings_grouping (total, by, writer->language);

  loket_report_add_text (writer->report, LOKET_BLOCK_SUBHEADING, finding);
  loket_report_take_chart (
      writer->report,
      loket_difference_chart_new (writer->summary, total, by, scale, writer->language),
      note);
}

/* Of the first grade, by every group of clients that was asked for. */
void
loket_report_write_groups (const LoketReportWriter *writer)
{
  const LoketQuestionSummary *total = loket_report_find_total (writer->summary);
  const GArray *by = writer->summary->request->by;
  gboolean has_head = FALSE;
  LoketScale scale;

  if (total == NULL)
    return;

  scale = loket_difference_chart_find_scale (total);
  for (guint i = 0; i < by->len; i++)
    {
      const LoketGrouping *grouping = &g_array_index (by, LoketGrouping, i);

      if (grouping->item == NULL || grouping->kind == LOKET_GROUPING_FACT)
        continue;
      if (!has_head)
        {
          loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC,
                                 loket_texts_get (&total->item->label, writer->language));
          loket_report_add_text (writer->report, LOKET_BLOCK_HEADING,
                                 _("Differences between groups of clients"));
          loket_report_add_text (writer->report, LOKET_BLOCK_LEAD,
                                 _("A link, not a cause: groups differ in more than one way."));
        }
      has_head = TRUE;
      add_groups (writer, total, grouping, &scale);
    }
}

static void
add_choice (const LoketReportWriter    *writer,
            const LoketQuestionSummary *question)
{
  LoketReport *report = writer->report;
  gboolean is_multiple = question->item->kind == LOKET_ITEM_MULTIPLE;
  g_autoptr (GString) note = NULL;

  loket_report_add_text (report, LOKET_BLOCK_TOPIC,
                         loket_texts_get (&question->item->text, writer->language));
  loket_report_take_text (report, LOKET_BLOCK_SUBHEADING,
                          dup_choice_title (question, writer->language));
  loket_report_take_text (report, LOKET_BLOCK_BODY,
                          dup_choice_changes (question, writer->summary, writer->language));
  note = g_string_new (is_multiple ? _("Per cent of those who were asked; several answers are "
                                       "possible, so together more than 100%.")
                                   : _("Per cent of those who were asked."));
  if (writer->summary->request->has_against)
    g_string_append_printf (note, " %s",
                            _("▲ and ▼: demonstrable (z-test of shares, two-sided 5%)."));
  loket_report_take_chart (report,
                           loket_option_chart_new (writer->summary, question, writer->language),
                           note->str);
}

/* Every question with options. */
void
loket_report_write_choices (const LoketReportWriter *writer)
{
  const GPtrArray *questions = writer->summary->questions;
  gboolean has_head = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (questions, i);

      if (!is_choice (question))
        continue;
      if (!has_head)
        loket_report_add_text (writer->report, LOKET_BLOCK_HEADING,
                               _("What clients answered to the other questions"));
      has_head = TRUE;
      add_choice (writer, question);
    }
}
