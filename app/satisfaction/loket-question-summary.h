/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the answers to one question amount to. */

#pragma once

#include "loket-counts.h"
#include "loket-fair.h"
#include "loket-paired.h"
#include "loket-ranking.h"
#include "loket-request.h"

G_BEGIN_DECLS

/* Against another period, or against all others: only where the difference is significant. */
typedef enum
{
  LOKET_CHANGE_NONE,
  LOKET_CHANGE_UP,
  LOKET_CHANGE_DOWN
} LoketChange;

/* By which test a change or difference was judged. */
typedef enum
{
  LOKET_TEST_NONE,
  LOKET_TEST_WELCH, /* of two means */
  LOKET_TEST_Z, /* of two shares */
  LOKET_TEST_WILCOXON /* of pairs */
} LoketTest;

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
  double            p; /* of the z test, NaN where undefined */
  LoketChange       change;
  double            adjusted_p; /* after Holm when that was asked for, else @p */
} LoketShare;

/* One group of one grouping. Nothing but its name is set when it is hidden. */
typedef struct
{
  LoketGrouping by;
  guint         group; /* as the frame numbers it */
  gboolean      hidden;
  guint         base;
  guint         n; /* who answered; of a grade: who gave one */
  LoketMoments  grades; /* of a grade; numbers and values of a scale alike */
  LoketMoments  others; /* likewise: of all others, with whom it is compared */
  double        p; /* of a grade or scale: against all others */
  LoketChange   differs;
  GArray       *shares; /* (owned) of LoketShare */
  guint         na;
  gboolean      has_top;
  LoketShare    top; /* of a likert item: the options that are reported together */
  double        median; /* of a number, else NaN */
  LoketTest     test; /* whose @p it is: of the top share where there is one, else of the mean */
  double        adjusted_p; /* after Holm when that was asked for, else @p */
  gboolean      is_thin;
} LoketGroupSummary;

typedef struct _LoketQuestionSummary LoketQuestionSummary;

struct _LoketQuestionSummary
{
  const LoketItem *item; /* borrowed from the questionnaire */
  gboolean         hidden; /* fewer than 5 answered: nothing below is set */
  guint            base; /* who was asked */
  guint            n; /* who answered; of a grade: who gave one */
  guint            na; /* n.v.t. or a missing option; of a choice among @n */
  guint32          histogram[LOKET_GRADE_MAX]; /* of a grade: how many gave 1 to 10 */
  LoketMoments     grades; /* numbers and values of a scale alike */
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
  gboolean         is_thin; /* rests on few people */
  LoketTest        test; /* whose @p it is */
  double           adjusted_p; /* after Holm when that was asked for, else @p */
  guint            outside; /* of a number: how many gave one that does not count */
  double           median; /* of a number, else NaN */
  gboolean         has_top;
  LoketShare       top; /* of a likert item: the options that are reported together */
  int              wave; /* index of the only wave that it is about, or -1 */
  GPtrArray       *waves; /* (owned) of LoketQuestionSummary, when several waves ask it */
  GArray          *paired; /* (owned) of LoketPaired */
};

/* What all questions of a summary are made from; borrowed throughout. */
typedef struct
{
  LoketFrame         *frame;
  const LoketRequest *request;
  const LoketTally   *tally; /* by the groupings of the request, then by office */
  const LoketTally   *against; /* (nullable) */
  int                 year; /* the last of the period */
  int                 against_year;
  const LoketSelection *selection; /* of the wave, else that of the request */
  int                 wave; /* index of the only wave that is looked at, or -1 */
  gboolean            has_groups; /* whether groups are told apart */
} LoketSummarySource;

const char           *loket_test_get_name         (LoketTest                 test);

LoketQuestionSummary *loket_question_summary_new  (const LoketSummarySource *source,
                                                   const LoketItem          *item);
LoketQuestionSummary *loket_question_summary_hide (const LoketItem          *item,
                                                   int                       wave);
void                  loket_question_summary_free (LoketQuestionSummary     *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketQuestionSummary, loket_question_summary_free)

G_END_DECLS
