/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What needs doing first: the groups of the place Today. */

#pragma once

#include "loket-desk.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/* How many of each type are read at most: nobody works through more in a day, nor looks further
 * ahead. */
#define LOKET_WORKLIST_MOST       100
#define LOKET_WORKLIST_MOST_AHEAD 50

/**
 * LoketWorkGroup:
 * @LOKET_WORK_GROUP_UNTAKEN: sign-ups that nobody has taken, oldest first
 * @LOKET_WORK_GROUP_APPOINTMENTS: appointments of today, and passed ones without an outcome
 * @LOKET_WORK_GROUP_DUE: overdue and due today, longest waiting first
 * @LOKET_WORK_GROUP_ELSEWHERE: for a team lead, what waits too long with others
 * @LOKET_WORK_GROUP_COMING: the coming five working days
 * @LOKET_WORK_GROUP_WAITING: what waits for somebody else
 * @LOKET_WORK_GROUP_LATER: what needs nothing yet
 */
typedef enum
{
  LOKET_WORK_GROUP_UNTAKEN,
  LOKET_WORK_GROUP_APPOINTMENTS,
  LOKET_WORK_GROUP_DUE,
  LOKET_WORK_GROUP_ELSEWHERE,
  LOKET_WORK_GROUP_COMING,
  LOKET_WORK_GROUP_WAITING,
  LOKET_WORK_N_GROUPS,
  LOKET_WORK_GROUP_LATER = LOKET_WORK_N_GROUPS
} LoketWorkGroup;

/**
 * LoketWorklist:
 * @now: the moment that it is made for
 * @groups: (element-type LoketWorkItem): the groups, each in the order of its urgency
 * @is_cut: of each group, whether there is more than was read
 * @n_elsewhere: how many wait too long with others, also when not all of them were read
 * @n_late: how many of those in the group of what is due are late
 * @n_escalated: of each group, how many a team lead sees as well
 * @has_clients: whether there are clients at all
 */
typedef struct
{
  LoketDateText now;
  GPtrArray *groups[LOKET_WORK_N_GROUPS];
  gboolean is_cut[LOKET_WORK_N_GROUPS];
  guint n_elsewhere;
  guint n_late;
  guint n_escalated[LOKET_WORK_N_GROUPS];
  gboolean has_clients;
} LoketWorklist;

LoketWorkGroup loket_work_get_group             (const LoketWork      *work,
                                                 const LoketRules     *rules,
                                                 const char           *now);
LoketWorklist *loket_worklist_new               (GPtrArray            *items,
                                                 const LoketRules     *rules,
                                                 const char           *now);
void           loket_worklist_free              (LoketWorklist        *self);

LoketWorklist *loket_desk_load_worklist         (LoketDesk            *desk,
                                                 gboolean              everybody,
                                                 GError              **error);
void           loket_desk_load_worklist_async   (LoketDesk            *desk,
                                                 gboolean              everybody,
                                                 guint                 n_elsewhere,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
LoketWorklist *loket_desk_load_worklist_finish  (LoketDesk            *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketWorklist, loket_worklist_free)

G_END_DECLS
