/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When to try again, and when to be reminded again. */

#pragma once

#include "loket-rules.h"

G_BEGIN_DECLS

#define LOKET_MOST_REMINDERS 3

/**
 * LoketRetry:
 * @attempts: how many attempts there are now
 * @gives_up: whether that was the last one
 * @planned_on: when to try again, when it was not
 */
typedef struct
{
  int attempts;
  gboolean gives_up;
  LoketDateText planned_on;
} LoketRetry;

LoketRetry loket_postponement_plan_retry    (const LoketRules        *rules,
                                             const char              *counsellor_id,
                                             int                      attempts,
                                             const char              *today);
const char *
           loket_postponement_get_other_part
                                            (const char              *at);
guint      loket_postponement_get_reminders (const LoketWorkingDays  *days,
                                             const char              *now,
                                             LoketDateText            reminders
                                               [static LOKET_MOST_REMINDERS]);

G_END_DECLS
