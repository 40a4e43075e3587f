/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How work stands at a moment: late, due, coming, put off. Pure: "now" is an argument. */

#pragma once

#include "loket-rules.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/* An appointment counts as over when it began this long ago. */
#define LOKET_APPOINTMENT_MINUTES 60

/**
 * LoketWorkStanding:
 * @LOKET_WORK_DONE: done, on the date
 * @LOKET_WORK_LATE: overdue by so many working days
 * @LOKET_WORK_DUE: due today
 * @LOKET_WORK_COMING: due on the date, in so many calendar days
 * @LOKET_WORK_MOVED: as coming; the date is another one than was agreed first
 * @LOKET_WORK_SNOOZED: the counsellor is reminded at the moment
 * @LOKET_WORK_SOON: an appointment of today, in so many minutes
 * @LOKET_WORK_GOING_ON: an appointment that began less than an hour ago
 * @LOKET_WORK_OVER: a passed appointment that nobody gave an outcome
 * @LOKET_WORK_STALLED: nothing happens since the date
 */
typedef enum
{
  LOKET_WORK_DONE,
  LOKET_WORK_LATE,
  LOKET_WORK_DUE,
  LOKET_WORK_COMING,
  LOKET_WORK_MOVED,
  LOKET_WORK_SNOOZED,
  LOKET_WORK_SOON,
  LOKET_WORK_GOING_ON,
  LOKET_WORK_OVER,
  LOKET_WORK_STALLED
} LoketWorkStanding;

/**
 * LoketWorkState:
 * @standing: how it stands
 * @amount: days or minutes, as @standing says
 * @at: the date, of what is snoozed and of appointments the moment
 */
typedef struct
{
  LoketWorkStanding standing;
  int amount;
  LoketDateText at;
} LoketWorkState;

LoketDateText  loket_work_get_due   (const LoketWork  *work,
                                     const LoketRules *rules);
gboolean       loket_work_is_open   (const LoketWork  *work);
LoketWorkState loket_work_get_state (const LoketWork  *work,
                                     const LoketRules *rules,
                                     const char       *now);

G_END_DECLS
