/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the answers to one question amount to. */

#pragma once

#include "loket-fair.h"
#include "loket-ranking.h"
#include "loket-request.h"
#include "loket-tally.h"

G_BEGIN_DECLS

/* Against another period, or against all others: only where the difference is significant. */
typedef enum
{
  LOKET_CHANGE_NONE,
  LOKET_CHANGE_UP,
  LOKET_CHANGE_DOWN
} LoketChange;

/* A band of grades, n.v.t., or an option. The share is @count of @base. */
typedef struct
{
  const char       *code; /* borrowed from the questionnaire, "na" for n.v.t. */
  const LoketTexts *text; /* (nullable) borrowed likewise, NULL for n.v.t. */
  guint             count;
  guint             base;
  LoketInterval     ci95;
  gboolean          has_against;
  guint             against_count;
  guint             against_base;
  double            p; /* NaN where undefined */
  LoketChange       change;
} LoketShare;

/* One group of one grouping. Nothing but its name is set when it is hidden. */
typedef struct
{
  LoketGrouping by;
  guint         group; /* as the frame numbers it */
  gboolean      hidden;
  guint         base;
  guint         n; /* who answered; of a grade: who gave one */
  LoketMoments  grades; /* of a grade */
  double        p; /* of a grade: against all others */
  LoketChange   differs;
  GArray       *shares; /* (owned) of LoketShare */
} LoketGroupSummary;

typedef struct
{
  const LoketItem *item; /* borrowed from the questionnaire */
  gboolean         hidden; /* fewer than 5 answered: nothing below is set */
  guint            base; /* who was asked */
  guint            n; /* who answered; of a grade: who gave one */
  guint            na;
  guint32          histogram[LOKET_GRADE_MAX]; /* of a grade: how many gave 1 to 10 */
  LoketMoments     grades;
  LoketInterval    ci95; /* of the mean */
  GArray          *shares; /* (owned) of LoketShare: bands and n.v.t., or options */
  gboolean         is_new; /* cannot be compared with the other period */
  gboolean         has_against;
  LoketMoments     against;
  double           p;
  LoketChange      change;
  GPtrArray       *groups; /* (owned) of LoketGroupSummary, in order of grouping and group */
  GArray          *ranking; /* (owned) of LoketRank */
  LoketFair       *fair; /* (owned) (nullable) */
} LoketQuestionSummary;

/* What all questions of a summary are made from; borrowed throughout. */
typedef struct
{
  LoketFrame         *frame;
  const LoketRequest *request;
  const LoketTally   *tally; /* by the groupings of the request, then by office */
  const LoketTally   *against; /* (nullable) */
  int                 year; /* the last of the period */
  int                 against_year;
} LoketSummarySource;

LoketQuestionSummary *loket_question_summary_new  (const LoketSummarySource *source,
                                                   const LoketItem          *item);
void                  loket_question_summary_free (LoketQuestionSummary     *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketQuestionSummary, loket_question_summary_free)

G_END_DECLS
