/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts by which work gets done from a list: one record, one click, or several at once. */

#pragma once

#include "loket-desk.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/**
 * LoketWorkAct:
 * @LOKET_ACT_TAKE: a sign-up that nobody has taken becomes that of a counsellor, or of who works
 *   at the desk
 * @LOKET_ACT_RESPOND: the client of a sign-up has heard from us today
 * @LOKET_ACT_HELD: a planned session was held
 * @LOKET_ACT_NO_SHOW: the client did not come to a planned session
 * @LOKET_ACT_CANCEL: a planned session was called off
 * @LOKET_ACT_REACH: the client of a contact was reached today
 * @LOKET_ACT_MISS: the client of a contact was not reached
 * @LOKET_ACT_KEEP: a promise was kept today
 * @LOKET_ACT_DROP_PROMISE: a promise need not be kept any more
 * @LOKET_ACT_TEST_TAKEN: a test was taken, today as far as we know
 * @LOKET_ACT_TEST_RESULT: the result of a test came in today
 * @LOKET_ACT_TEST_DISCUSSED: the result of a test was discussed with the client today
 * @LOKET_ACT_SNOOZE: a contact reminds later; the date on which it is due stays
 * @LOKET_ACT_SNOOZE_PROMISE: a promise reminds later; the date that was promised stays
 * @LOKET_ACT_MOVE: a contact becomes due on another date; the first one is kept
 * @LOKET_ACT_MOVE_PROMISE: another date is agreed with the client for a promise
 * @LOKET_ACT_ASSIGN: a contact becomes that of another counsellor
 * @LOKET_ACT_ASSIGN_PROMISE: a promise is kept by another counsellor
 * @LOKET_ACT_ASSIGN_SIGN_UP: a sign-up that was taken becomes that of another counsellor
 */
typedef enum
{
  LOKET_ACT_TAKE,
  LOKET_ACT_RESPOND,
  LOKET_ACT_HELD,
  LOKET_ACT_NO_SHOW,
  LOKET_ACT_CANCEL,
  LOKET_ACT_REACH,
  LOKET_ACT_MISS,
  LOKET_ACT_KEEP,
  LOKET_ACT_DROP_PROMISE,
  LOKET_ACT_TEST_TAKEN,
  LOKET_ACT_TEST_RESULT,
  LOKET_ACT_TEST_DISCUSSED,
  LOKET_ACT_SNOOZE,
  LOKET_ACT_SNOOZE_PROMISE,
  LOKET_ACT_MOVE,
  LOKET_ACT_MOVE_PROMISE,
  LOKET_ACT_ASSIGN,
  LOKET_ACT_ASSIGN_PROMISE,
  LOKET_ACT_ASSIGN_SIGN_UP,
  LOKET_N_WORK_ACTS
} LoketWorkAct;

/**
 * LoketBulkAct:
 * @LOKET_BULK_SNOOZE: all remind later
 * @LOKET_BULK_MOVE: all become due on another date
 * @LOKET_BULK_ASSIGN: all become those of one counsellor
 *
 * What can be done to several at once.
 */
typedef enum
{
  LOKET_BULK_SNOOZE,
  LOKET_BULK_MOVE,
  LOKET_BULK_ASSIGN,
  LOKET_N_BULK_ACTS
} LoketBulkAct;

void loket_desk_work_async        (LoketDesk           *desk,
                                   LoketWorkAct         act,
                                   const char          *record_id,
                                   const char          *value,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
int  loket_work_act_find          (LoketBulkAct         bulk,
                                   LoketWorkType        type);
int  loket_work_act_find_for_test (const LoketWork     *work);
const char *
     loket_work_act_get_record    (LoketWorkAct         act,
                                   const LoketWork     *work);
void loket_desk_work_on_all_async (LoketDesk           *desk,
                                   LoketBulkAct         bulk,
                                   GPtrArray           *items,
                                   const char          *value,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

G_END_DECLS
