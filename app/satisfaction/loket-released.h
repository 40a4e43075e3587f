/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What left the program at one time: of whom it told, and which figures stood in it.
 *
 * It is kept as two texts of lines with fields between tabs, the values of groups escaped as
 * g_strescape() does. The request:
 *
 *     questionnaire  kto
 *     period         24276 24287       first and last month, as loket_month_new() counts
 *     against        24264 24275       only when there is one
 *     where          office  Regio 16  one line for each filter
 *
 * The tables: a line `by` for each grouping, with its id and the values of its groups; then for
 * each question a line `of` with its id, its figure in all and that of the other period, and a line
 * `in` for each grouping, with a figure for each group. Waves are groups by `wave`, and groups
 * within a wave are those of `GROUPING@WAVE`. What the same persons answered in two waves stands by
 * `=pairs`, and by `=means` where the two means are shown, a group for each two waves; a figure is
 * how many they are. Else a figure is `n:sum` for grades (n:, and the numbers
 * of each grade for a question in all), `n:count,count…` by option for others; `-` when it is
 * hidden and empty when nobody answered. The question without an id is all responses.
 *
 * Behind them stand lines of others: `facts` and `fact` of loket-released-facts.h, and `themes` of
 * loket-themes.h. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

typedef struct
{
  char      *by; /* (owned) the id of the grouping */
  GPtrArray *values; /* (owned) of char, of the groups */
} LoketReleasedGrouping;

typedef struct
{
  char      *by; /* (owned) the id of the grouping */
  char      *value; /* (owned) */
} LoketReleasedFilter;

/* How many persons a figure rests on; 0 when it was not shown. */
typedef struct
{
  char      *id; /* (owned) of the question, empty for all responses */
  guint      total;
  guint      against;
  GPtrArray *groups; /* (owned) of GArray of guint, by grouping and group */
} LoketReleasedQuestion;

typedef struct
{
  char        *questionnaire; /* (owned) */
  LoketPeriod  period;
  gboolean     has_against;
  LoketPeriod  against;
  guint64      at; /* when it left, as responses arrive: it counted those that were there */
  GPtrArray   *filters; /* (owned) of LoketReleasedFilter */
  GPtrArray   *groupings; /* (owned) of LoketReleasedGrouping */
  GPtrArray   *questions; /* (owned) of LoketReleasedQuestion */
} LoketReleased;

LoketReleased         *loket_released_parse         (const char           *request,
                                                     const char           *tables,
                                                     guint64               at,
                                                     GError              **error);
void                   loket_released_free          (LoketReleased        *released);
gboolean               loket_released_has_facts     (const LoketReleased  *released);
LoketReleasedQuestion *loket_released_find_question (const LoketReleased  *released,
                                                     const char           *id);

char                  *loket_released_dup_grouping  (const char           *by);
const char            *loket_released_get_wave      (const char           *by);
gboolean               loket_released_is_pairs      (const char           *by);

char                  *loket_released_write_request (const LoketSummary   *summary);
char                  *loket_released_write_tables  (const LoketSummary   *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReleased, loket_released_free)

G_END_DECLS
