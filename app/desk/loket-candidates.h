/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who can be invited to the satisfaction survey on a day, and who is not, and why. */

#pragma once

#include "loket-candidate-table.h"
#include "loket-desk.h"
#include "loket-survey-window.h"

G_BEGIN_DECLS

#define LOKET_SURVEY_QUESTIONNAIRE "kto"

/**
 * LoketCandidates:
 * @day: the day
 * @open: (element-type LoketSurveyRow): who can be invited, those first whose window closes first
 * @excluded: (element-type LoketSurveyRow): whose window is open, and who is not invited by a rule
 *   or for a reason that a counsellor gave
 * @n_drawn: how many were invited on that day
 *
 * Those whose window is open on a day, and who were not invited before.
 */
typedef struct
{
  LoketDateText day;
  GPtrArray *open;
  GPtrArray *excluded;
  guint n_drawn;
} LoketCandidates;

/**
 * LoketExclusionCount:
 * @counsellor: (nullable): the code of a counsellor
 * @counsellor_name: (nullable): the name, else the code
 * @list: the list of @reason: "survey_rule" or "survey_exclusion"
 * @reason: a code
 * @count: how many
 *
 * How many clients of a counsellor are not invited for a reason.
 */
typedef struct
{
  const char *counsellor;
  const char *counsellor_name;
  const char *list;
  const char *reason;
  guint count;
} LoketExclusionCount;

void             loket_candidates_free              (LoketCandidates       *self);
LoketCandidates *loket_candidates_load              (LoketDatabase         *database,
                                                     const char            *day,
                                                     GError               **error);
GArray          *loket_candidates_count_exclusions  (LoketCandidates       *self);
const char      *loket_candidates_get_reason        (LoketCandidates       *self,
                                                     const LoketSurveyRow  *candidate,
                                                     const char           **list);
LoketCandidates *loket_desk_load_candidates         (LoketDesk             *desk,
                                                     const char            *day,
                                                     GError               **error);
void             loket_desk_load_candidates_async   (LoketDesk             *desk,
                                                     GCancellable          *cancellable,
                                                     GAsyncReadyCallback    callback,
                                                     gpointer               user_data);
LoketCandidates *loket_desk_load_candidates_finish  (LoketDesk             *desk,
                                                     GAsyncResult          *result,
                                                     GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketCandidates, loket_candidates_free)

G_END_DECLS
