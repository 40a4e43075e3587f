/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The last part of a report: what its words mean and how its figures were computed. */

#include "loketten-config.h"

#include "loket-report-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *meaning;
} definitions[] = {
  { N_("Answers (n)"),
    N_("The persons who answered that question; of a grade: those who gave one.") },
  { N_("Response"),
    N_("Answers as a share of the clients who were invited. Unknown where the number invited was "
       "not given for that part.") },
  { N_("Mean grade"), N_("Of those who gave a whole grade from 1 to 10, rounded half up.") },
  { N_("Good, sufficient, insufficient"),
    N_("Grades 8–10, 6–7 and 1–5, as a share of those who were asked, n/a included. By rounding "
       "they may add up to 99 or 101.") },
  /* xgettext:no-c-format */
  { N_("95% interval"),
    N_("Where the figure would lie if everybody had answered: of a mean by Student’s t, of a share "
       "by Wilson.") },
  { N_("Rise, fall, higher, lower"),
    N_("Demonstrable at two-sided 5%: means by Welch’s t-test, shares by the z-test of two "
       "proportions with pooled variance. A group is held against all other answers.") },
  { N_("No demonstrable difference"),
    N_("The difference may be chance. That does not mean that there is none.") },
  { N_("Many comparisons"),
    N_("Of a hundred comparisons without any difference about five come out as demonstrable: read "
       "single ones as an indication.") },
  { N_("Thin"), N_("Rests on fewer than 30 answers: one other grade moves it visibly.") },
  { N_("Hidden"),
    N_("Groups with 1 to 4 answers are not shown, nor the smallest other group where they could be "
       "worked out from it.") },
  { N_("Adjusted mean"),
    N_("The mean of all plus what an office or counsellor gets more or less than such clients give "
       "on average (age, gender, education, situation).") },
  { N_("Ranking"),
    N_("Only offices with at least 50 grades (30 for tests); equal means share a rank. Persons are "
       "never ranked.") },
};

void
loket_report_write_definitions (const LoketReportWriter *writer)
{
  loket_report_add_text (writer->report, LOKET_BLOCK_TOPIC, _("How to read this report"));
  loket_report_add_text (writer->report, LOKET_BLOCK_HEADING, _("Definitions"));
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    loket_report_add_bullet (writer->report, _(definitions[i].word), _(definitions[i].meaning));
}

/* The same for a spreadsheet. */
LoketSheet *
loket_report_tabulate_definitions (void)
{
  LoketSheet *sheet = loket_sheet_new (_("Definitions"));

  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  loket_sheet_add_column (sheet, "", LOKET_CELL_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      loket_sheet_add_text (sheet, _(definitions[i].word));
      loket_sheet_add_text (sheet, _(definitions[i].meaning));
    }

  return sheet;
}
