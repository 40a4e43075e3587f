/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a report about offices and counsellors. Offices are ranked, persons never: they
 * stand in the order of their codes. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include "loket-fair-words.h"
#include "loket-funnel-chart.h"

#include <glib/gi18n-lib.h>

static LoketSheet *
create_ranking (const LoketQuestionSummary *question)
{
  LoketSheet *sheet = loket_sheet_new (_("Ranking of offices"));

  loket_sheet_add_column (sheet, _("Office"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "rank"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "mean"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  for (guint i = 0; i < question->ranking->len; i++)
    {
      const LoketRank *rank = &g_array_index (question->ranking, LoketRank, i);

      loket_sheet_add_text (sheet, rank->name);
      loket_sheet_add_count (sheet, rank->rank);
      loket_sheet_add_decimal (sheet, rank->tenths / 10.0);
      loket_sheet_add_count (sheet, rank->n);
    }

  return sheet;
}

/* Offices that share the first rank, at most three of them by name. */
static char *
dup_ranking_title (const LoketQuestionSummary *question)
{
  const LoketRank *first = &g_array_index (question->ranking, LoketRank, 0);
  GString *names = g_string_new (NULL);
  g_autofree char *joined = NULL;
  guint n_first = 0;

  while (n_first < question->ranking->len
         && g_array_index (question->ranking, LoketRank, n_first).rank == 1)
    n_first++;
  for (guint i = 0; i < n_first && i < 3; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            g_array_index (question->ranking, LoketRank, i).name);
  if (n_first > 3)
    g_string_append (names, " …");
  joined = g_string_free (names, FALSE);

  /* Translators: offices, and their mean grade */
  return g_strdup_printf (
      ngettext ("%s gets the highest grade: %.1f", "%s get the highest grade: %.1f", n_first),
      joined, first->tenths / 10.0);
}

static void
write_ranking (const LoketReportWriter    *writer,
               const LoketQuestionSummary *total)
{
  g_autofree char *lead = NULL;

  if (total->ranking->len < 2)
    return;

  /* Translators: how many offices, and from how many grades on an office is ranked */
  lead = g_strdup_printf (_("%u offices with at least %u grades, ranked by the mean rounded to one "
                            "decimal. Offices that see other clients can differ without being "
                            "better or worse: see the funnel plot."),
                          total->ranking->len, total->item->threshold);
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("Offices"));
  loket_report_take_text (writer->report, LOKET_BLOCK_HEADING, dup_ranking_title (total));
  loket_report_add_text (writer->report, LOKET_BLOCK_LEAD, lead);
  loket_report_take_table (writer->report, create_ranking (total), NULL);
}

static guint
count_outside (const LoketFair *fair)
{
  guint n = 0;

  for (guint i = 0; i < fair->units->len; i++)
    {
      const LoketFairUnit *unit = &g_array_index (fair->units, LoketFairUnit, i);

      n += unit->adjusted > unit->limits95.high || unit->adjusted < unit->limits95.low;
    }

  return n;
}

static char *
dup_funnel_title (const LoketFair *fair)
{
  guint n_units = fair->units->len, n_outside = count_outside (fair);

  if (loket_grouping_is_person (&fair->by))
    /* Translators: how many counsellors of how many */
    return g_strdup_printf (_("%u of %u counsellors lie outside the 95%% limits"), n_outside,
                            n_units);

  /* Translators: how many offices of how many */
  return g_strdup_printf (_("%u of %u offices lie outside the 95%% limits"), n_outside, n_units);
}

static char **
dup_office_names (const LoketReportWriter *writer,
                  const LoketFair         *fair)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **names = NULL;

  for (guint i = 0; i < fair->units->len; i++)
    g_strv_builder_add (builder,
                        loket_frame_get_group_value (
                            writer->summary->frame, &fair->by,
                            g_array_index (fair->units, LoketFairUnit, i).group));
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return names;
}

static void
write_funnel (const LoketReportWriter    *writer,
              const LoketQuestionSummary *total)
{
  gboolean is_person = loket_grouping_is_person (&total->fair->by);
  g_auto (GStrv) offices = is_person ? NULL : dup_office_names (writer, total->fair);
  const LoketFunnelChoice choice = {
    is_person ? writer->own : (const char *const *) offices, NULL
  };
  LoketDrawing *chart = loket_funnel_chart_new (writer->summary, total, &choice);
  g_autofree char *note = NULL;

  if (chart == NULL)
    return;

  note = loket_fair_words_formula (total);
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC,
                         is_person ? _("Counsellors, compared fairly")
                                   : _("Offices, compared fairly"));
  loket_report_take_text (writer->report, LOKET_BLOCK_HEADING, dup_funnel_title (total->fair));
  loket_report_take_text (writer->report, LOKET_BLOCK_LEAD, loket_fair_words_chance (total->fair));
  loket_report_take_chart (writer->report, chart, note);
}

/* Only what the summary was asked to tell apart. */
void
loket_report_write_units (const LoketReportWriter *writer)
{
  const LoketQuestionSummary *total = loket_report_find_total (writer->summary);
  const GArray *by = writer->summary->request->by;
  gboolean has_offices = FALSE;

  if (total == NULL)
    return;

  for (guint i = 0; i < by->len; i++)
    has_offices = has_offices
                  || g_array_index (by, LoketGrouping, i).kind == LOKET_GROUPING_OFFICE;
  if (has_offices)
    write_ranking (writer, total);
  if (total->fair != NULL)
    write_funnel (writer, total);
}
