/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A report on how satisfied clients are: conclusions, every chart with the table behind it, and how
 * it was computed. It is made once, then laid out for paper, a PDF or a printer. */

#pragma once

#include "loket-drawing.h"
#include "loket-report-annex.h"
#include "loket-summary.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_BLOCK_TOPIC, /* a few words above a heading */
  LOKET_BLOCK_TITLE, /* of the report */
  LOKET_BLOCK_HEADING, /* a finding: begins a page */
  LOKET_BLOCK_SUBHEADING,
  LOKET_BLOCK_LEAD, /* under a heading */
  LOKET_BLOCK_BODY,
  LOKET_BLOCK_NOTE,
  LOKET_BLOCK_BULLET, /* a conclusion, and what it rests on */
  LOKET_BLOCK_QUOTE, /* what somebody wrote */
  LOKET_BLOCK_FIGURES, /* the four of the overview */
  LOKET_BLOCK_CHART,
  LOKET_BLOCK_TABLE
} LoketReportBlockKind;

typedef struct
{
  LoketReportBlockKind kind;
  char          *text; /* (owned) (nullable) */
  char          *note; /* (owned) (nullable) of a bullet */
  LoketDrawing  *drawing; /* (owned) (nullable) */
  LoketSheet    *sheet; /* (owned) (nullable) */
  GPtrArray     *figures; /* (owned) (nullable) of LoketKeyFigure */
} LoketReportBlock;

/* What a report says about itself. */
typedef struct
{
  const char        *language; /* in which the questionnaire speaks */
  const char        *today; /* YYYY-MM-DD, by the clock of the desk */
  const char *const *own; /* (nullable) codes of counsellors that have a name in the funnel plot */
  const LoketReportAnnex *annex; /* (nullable) what stands beside the figures */
} LoketReportFacts;

typedef struct
{
  char   *title; /* (owned) */
  char   *language; /* (owned) of its text */
  char   *scope; /* (owned) whose answers, of what period */
  char   *made_on; /* (owned) YYYY-MM-DD */
  char   *method; /* (owned) stands at the foot of each page */
  char   *footer; /* (owned) likewise: title, reference date, filter */
  GArray *blocks; /* (owned) of LoketReportBlock */
} LoketReport;

LoketReport      *loket_report_new       (const LoketSummary     *summary,
                                          const LoketReportFacts *facts);
LoketReport      *loket_report_new_questions
                                         (const LoketSummary     *summary,
                                          const LoketReportFacts *facts);
LoketReport      *loket_report_new_drivers
                                         (const LoketSummary     *summary,
                                          const LoketReportFacts *facts);
char             *loket_report_dup_drivers_lead
                                         (const LoketSummary     *summary);
void              loket_report_add_drivers
                                         (LoketRequest           *request);
void              loket_report_free      (LoketReport            *report);
const LoketReportBlock *loket_report_get_block (const LoketReport      *report,
                                          guint                   number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReport, loket_report_free)

G_END_DECLS
