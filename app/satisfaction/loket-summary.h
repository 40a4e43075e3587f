/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How satisfied clients are: every question of a period, compared and grouped as asked for. */

#pragma once

#include "loket-question-summary.h"

G_BEGIN_DECLS

/* The responses of a period as a whole. */
typedef struct
{
  gboolean hidden; /* 1 to 4 responses: nothing else is set */
  guint    responses;
  guint    offices; /* with responses */
  gboolean knows_invited;
  guint64  invited;
} LoketSummaryTotals;

/* Immutable once made; may be made on one thread and read on any. */
typedef struct
{
  LoketFrame        *frame; /* (owned) */
  LoketRequest      *request; /* (owned) */
  LoketSummaryTotals totals;
  LoketSummaryTotals against; /* set when the request has one */
  GPtrArray         *questions; /* (owned) of LoketQuestionSummary, in the order of the file */
  guint              comparisons; /* how many changes and differences were tested */
} LoketSummary;

LoketSummary *loket_summary_new     (LoketFrame         *frame,
                                     const LoketRequest *request);
LoketSummary *loket_summary_ref     (LoketSummary       *summary);
void          loket_summary_unref   (LoketSummary       *summary);

const LoketQuestionSummary *
              loket_summary_find_total
                                    (const LoketSummary *summary);

char         *loket_summary_to_json (const LoketSummary *summary);
char         *loket_summary_to_csv  (const LoketSummary *summary);
char         *loket_summary_to_csv_for_people
                                    (const LoketSummary *summary);
char         *loket_summary_to_text (const LoketSummary *summary,
                                     const char         *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSummary, loket_summary_unref)

G_END_DECLS
