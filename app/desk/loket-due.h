/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is due on a day, the most urgent first: the list of the verb "due". */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketDue:
 * @client_no: the number of the client
 * @trajectory_no: the number of the trajectory
 * @kind: a code of the list "contact_kind", or "promise"
 * @due_on: when it is due, after it was moved, YYYY-MM-DD
 * @overdue_days: by how many working days it is overdue, 0 when it is not
 * @is_high: whether it goes first: the client has no work and no benefit or one of the
 *   municipality, or it is overdue
 * @counsellor: (nullable): the code of who does it on the day; NULL when nobody does
 * @attempt: which attempt it is, from 1
 * @is_escalated: whether the team lead sees it: it is overdue by more days than agreed on, or the
 *   late first response to a sign-up that nobody took
 * @reason: what asks for it, in words
 */
typedef struct
{
  char *client_no;
  char *trajectory_no;
  char *kind;
  LoketDateText due_on;
  int overdue_days;
  gboolean is_high;
  char *counsellor;
  int attempt;
  gboolean is_escalated;
  char *reason;
} LoketDue;

GPtrArray *loket_desk_load_due (LoketDesk   *desk,
                                const char  *on,
                                const char  *counsellor,
                                const char  *kind,
                                GError     **error);

G_END_DECLS
