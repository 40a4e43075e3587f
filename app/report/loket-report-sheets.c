/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes sheets of a summary. A spreadsheet sorts whatever it is given: hence no grade of a person
 * below the threshold stands in it. */

#include "loketten-config.h"

#include "loket-report-sheets.h"

#include "loket-band-chart.h"
#include "loket-report-private.h"
#include "loket-scale-charts.h"
#include "loket-workbook.h"

#include <glib/gi18n-lib.h>

static void
add_fact (LoketSheet *sheet,
          const char *name,
          const char *text)
{
  loket_sheet_add_text (sheet, name);
  loket_sheet_add_text (sheet, text);
}

static LoketSheet *
create_overview (const LoketSummary     *summary,
                 const LoketReportFacts *facts)
{
  const LoketSummaryTotals *totals = &summary->totals;
  LoketSheet *sheet = loket_sheet_new (_("Overview"));
  g_autofree char *scope = loket_report_dup_scope (summary, facts->language);
  LoketDateText as_of = loket_report_get_as_of (summary, facts->today);

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  add_fact (sheet, _("Questionnaire"),
            loket_questionnaire_get_title (summary->request->questionnaire, facts->language));
  add_fact (sheet, _("Whose answers"), scope);
  loket_sheet_add_text (sheet, _("Reference date"));
  loket_sheet_add_date (sheet, as_of.text);
  loket_sheet_add_text (sheet, _("Made on"));
  loket_sheet_add_date (sheet, facts->today);
  loket_sheet_add_text (sheet, _("Answers (n)"));
  if (totals->hidden)
    loket_sheet_add_text (sheet, _("Not shown: there are 1 to 4 answers."));
  else
    loket_sheet_add_count (sheet, totals->responses);
  if (totals->hidden || !totals->knows_invited)
    return sheet;

  loket_sheet_add_text (sheet, _("Invited"));
  loket_sheet_add_count (sheet, totals->invited);
  loket_sheet_add_text (sheet, _("Response"));
  loket_sheet_add_share (sheet, totals->responses, totals->invited);

  return sheet;
}

static const char *
get_group_name (const LoketSummary      *summary,
                const LoketGroupSummary *group,
                const char              *language)
{
  return loket_frame_get_group_text (summary->frame, &group->by, group->group, language);
}

static const char *
get_grouping_name (const LoketGrouping *by,
                   const char          *language)
{
  if (by->kind == LOKET_GROUPING_OFFICE)
    return _("Office");
  if (by->kind == LOKET_GROUPING_COUNSELLOR)
    return _("Counsellor");

  return loket_texts_get (by->derived != NULL ? &by->derived->text : &by->item->label, language);
}

/* The question, the grouping and the group. */
static void
add_names (LoketSheet                 *sheet,
           const LoketSummary         *summary,
           const LoketQuestionSummary *question,
           const LoketGroupSummary    *group,
           const char                 *language)
{
  loket_sheet_add_text (sheet, loket_texts_get (&question->item->label, language));
  loket_sheet_add_text (sheet, group != NULL ? get_grouping_name (&group->by, language)
                                             : _("Everybody"));
  loket_sheet_add_text (sheet, group != NULL ? get_group_name (summary, group, language) : "");
}

static void
add_grade_group (LoketSheet                 *sheet,
                 const LoketQuestionSummary *question,
                 const LoketGroupSummary    *group)
{
  const char *const words[] = { _("no demonstrable difference"), _("higher"), _("lower") };
  LoketInterval interval = loket_moments_get_interval (&group->grades);

  if (group->hidden)
    {
      loket_sheet_add_text (sheet, _("Hidden: it could be traced to persons."));
      return;
    }
  loket_sheet_add_count (sheet, group->n);
  if (loket_grouping_is_person (&group->by) && group->n < question->item->threshold)
    {
      loket_sheet_add_text (sheet, _("below the threshold"));
      return;
    }
  loket_sheet_add_mean (sheet, &group->grades);
  loket_sheet_add_interval (sheet, &interval);
  for (guint i = 0; i < group->shares->len; i++)
    {
      const LoketShare *share = &g_array_index (group->shares, LoketShare, i);

      loket_sheet_add_share (sheet, share->count, share->base);
    }
  loket_sheet_add_text (sheet, words[group->differs]);
}

static LoketSheet *
create_grade_groups (const LoketSummary *summary,
                     const char         *language)
{
  LoketQuestionnaire *questionnaire = summary->request->questionnaire;
  LoketSheet *sheet = loket_sheet_new (_("Grades by group"));

  loket_sheet_add_column (sheet, _("Question"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Grouped by"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Group"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "mean"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, _("95% interval"), LOKET_CELL_INTERVAL);
  for (guint i = 0; i < loket_questionnaire_get_n_bands (questionnaire); i++)
    loket_sheet_add_column (
        sheet, loket_texts_get (&loket_questionnaire_get_band (questionnaire, i)->label, language),
        LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, loket_questionnaire_get_na_label (questionnaire, language),
                          LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, _("than all others"), LOKET_CELL_TEXT);
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      for (guint k = 0; question->item->kind == LOKET_ITEM_GRADE && k < question->groups->len; k++)
        {
          const LoketGroupSummary *group = g_ptr_array_index (question->groups, k);

          add_names (sheet, summary, question, group, language);
          add_grade_group (sheet, question, group);
          loket_sheet_fill_row (sheet);
        }
    }

  return sheet;
}

static void
add_share (LoketSheet       *sheet,
           const LoketShare *share,
           guint             n,
           const char       *language)
{
  const char *const words[] = { _("no demonstrable difference"), _("▲ rise"), _("▼ fall") };

  loket_sheet_add_text (sheet, loket_texts_get (share->text, language));
  loket_sheet_add_count (sheet, n);
  loket_sheet_add_count (sheet, share->count);
  loket_sheet_add_share (sheet, share->count, share->base);
  if (share->has_against)
    {
      loket_sheet_add_share (sheet, share->against_count, share->against_base);
      loket_sheet_add_text (sheet, words[share->change]);
    }
  loket_sheet_fill_row (sheet);
}

static void
add_shares (LoketSheet                 *sheet,
            const LoketSummary         *summary,
            const LoketQuestionSummary *question,
            const LoketGroupSummary    *group,
            const char                 *language)
{
  const GArray *shares = group != NULL ? group->shares : question->shares;

  if (group != NULL ? group->hidden : question->hidden)
    {
      add_names (sheet, summary, question, group, language);
      loket_sheet_add_text (sheet, _("Hidden: it could be traced to persons."));
      loket_sheet_fill_row (sheet);
      return;
    }
  for (guint i = 0; i < shares->len; i++)
    {
      add_names (sheet, summary, question, group, language);
      add_share (sheet, &g_array_index (shares, LoketShare, i),
                 group != NULL ? group->n : question->n, language);
    }
}

static LoketSheet *
create_choices (const LoketSummary *summary,
                LoketItemKind       kind,
                const char         *title,
                const char         *language)
{
  LoketSheet *sheet = loket_sheet_new (title);

  loket_sheet_add_column (sheet, _("Question"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Grouped by"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Group"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Answer"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "number"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "share"), LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, _("Other period"), LOKET_CELL_SHARE);
  loket_sheet_add_column (sheet, C_ ("chart", "change"), LOKET_CELL_TEXT);
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      if (question->item->kind != kind)
        continue;
      add_shares (sheet, summary, question, NULL, language);
      for (guint k = 0; k < question->groups->len; k++)
        add_shares (sheet, summary, question, g_ptr_array_index (question->groups, k), language);
    }

  return sheet;
}

static LoketSheet *
create_rankings (const LoketSummary *summary,
                 const char         *language)
{
  LoketSheet *sheet = loket_sheet_new (_("Ranking of offices"));

  loket_sheet_add_column (sheet, _("Question"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, _("Office"), LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, C_ ("chart", "rank"), LOKET_CELL_COUNT);
  loket_sheet_add_column (sheet, C_ ("chart", "mean"), LOKET_CELL_NUMBER);
  loket_sheet_add_column (sheet, "n", LOKET_CELL_COUNT);
  for (guint i = 0; i < summary->questions->len; i++)
    {
      const LoketQuestionSummary *question = g_ptr_array_index (summary->questions, i);

      for (guint k = 0; k < question->ranking->len; k++)
        {
          const LoketRank *rank = &g_array_index (question->ranking, LoketRank, k);

          loket_sheet_add_text (sheet, loket_texts_get (&question->item->label, language));
          loket_sheet_add_text (sheet, rank->name);
          loket_sheet_add_count (sheet, rank->rank);
          loket_sheet_add_decimal (sheet, rank->tenths / 10.0);
          loket_sheet_add_count (sheet, rank->n);
        }
    }

  return sheet;
}

/* A sheet without rows is left out. */
static void
take_sheet (GPtrArray  *sheets,
            LoketSheet *sheet)
{
  if (loket_sheet_get_n_rows (sheet) > 0)
    g_ptr_array_add (sheets, sheet);
  else
    loket_sheet_free (sheet);
}

static void
add_grades (GPtrArray          *sheets,
            const LoketSummary *summary,
            const char         *language)
{
  g_autoptr (LoketDrawing) bands = loket_band_chart_new (summary, language);

  if (bands != NULL)
    take_sheet (sheets, loket_drawing_tabulate (bands));
  take_sheet (sheets, create_grade_groups (summary, language));
  take_sheet (sheets, create_rankings (summary, language));
}

/**
 * loket_report_sheets_new:
 * @summary: what may leave the program; see loket_desk_release()
 *
 * Returns: (transfer full) (element-type LoketSheet): an overview, a sheet for each kind of
 *   question that has answers, and what the words mean
 */
GPtrArray *
loket_report_sheets_new (const LoketSummary     *summary,
                         const LoketReportFacts *facts)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_sheet_free);

  take_sheet (sheets, create_overview (summary, facts));
  if (!summary->totals.hidden && summary->totals.responses > 0)
    {
      add_grades (sheets, summary, facts->language);
      take_sheet (sheets, create_choices (summary, LOKET_ITEM_LIKERT, _("Statements"),
                                          facts->language));
      take_sheet (sheets, loket_scale_charts_tabulate_waves (summary, facts->language));
      take_sheet (sheets, create_choices (summary, LOKET_ITEM_NUMBER, _("Numbers"),
                                          facts->language));
      take_sheet (sheets, create_choices (summary, LOKET_ITEM_SINGLE, _("Single answers"),
                                          facts->language));
      take_sheet (sheets, create_choices (summary, LOKET_ITEM_MULTIPLE, _("Several answers"),
                                          facts->language));
    }
  take_sheet (sheets, loket_report_tabulate_definitions ());

  return sheets;
}

/**
 * loket_report_to_xlsx:
 * @summary: what may leave the program; see loket_desk_release()
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): the figures as a spreadsheet file
 */
GBytes *
loket_report_to_xlsx (const LoketSummary      *summary,
                      const LoketReportFacts  *facts,
                      GError                 **error)
{
  g_autoptr (GPtrArray) sheets = loket_report_sheets_new (summary, facts);

  return loket_workbook_new (sheets, facts->today, error);
}
