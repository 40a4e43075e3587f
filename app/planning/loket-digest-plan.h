/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When to remind of what is due, and when to look again. Pure: "now" is an argument. */

#pragma once

#include "loket-working-days.h"

G_BEGIN_DECLS

/* For how long "later" puts a digest off. */
#define LOKET_DIGEST_MINUTES_LATER 60

/**
 * LoketDigestHours:
 * @times: (nullable): the set times of a working day, HH:MM; what is no time is passed over
 * @quiet_from: (nullable): from this time of the day on there are no reminders
 * @quiet_until: (nullable): until this time; equal to @quiet_from: no quiet hours
 * @days: (nullable): the working days, on which alone there are reminders
 *
 * When this person wants to be reminded.
 */
typedef struct
{
  const char *const *times;
  const char *quiet_from;
  const char *quiet_until;
  const LoketWorkingDays *days;
} LoketDigestHours;

/**
 * LoketDigestState:
 * @told_until: the moment up to which everything was told; "" for nothing yet
 * @put_off_until: the moment until which digests were put off; "" when they were not
 *
 * What has been, kept over restarts.
 */
typedef struct
{
  LoketDateText told_until;
  LoketDateText put_off_until;
} LoketDigestState;

/**
 * LoketDigestPlan:
 * @is_due: whether to tell now what is due
 * @next: the moment at which to look again, later than now
 * @state: what has been once that was told
 *
 * What to do now.
 */
typedef struct
{
  gboolean is_due;
  LoketDateText next;
  LoketDigestState state;
} LoketDigestPlan;

gboolean        loket_digest_hours_are_quiet (const LoketDigestHours *hours,
                                              const char             *moment);
LoketDigestPlan loket_digest_plan            (const LoketDigestHours *hours,
                                              const LoketDigestState *state,
                                              const char *const      *wakes,
                                              const char             *now);

G_END_DECLS
