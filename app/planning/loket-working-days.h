/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Working days of a Dutch office: no weekends, no public holidays. */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

/**
 * LoketDates:
 * @from: the first day, YYYY-MM-DD
 * @until: the last day
 */
typedef struct
{
  LoketDateText from;
  LoketDateText until;
} LoketDates;

/**
 * LoketWorkingDays:
 * @good_fridays: (nullable) (element-type LoketDates): when the office is closed on Good Friday
 * @week_days_off: of each day of the week on which somebody does not work 1 << its number; Monday
 *   is 1
 * @closed: (nullable) (element-type LoketDates): when the office is closed
 * @away: (nullable) (element-type LoketDates): when somebody is away
 *
 * What an office chooses, and who works there. All functions take NULL for an office that chose
 * nothing. There is always a working day to come: not all days of the week are off.
 */
typedef struct
{
  GArray *good_fridays;
  guint week_days_off;
  GArray *closed;
  GArray *away;
} LoketWorkingDays;

gboolean      loket_working_days_is_working_day
                                             (const LoketWorkingDays  *self,
                                              const char              *date);
LoketDateText loket_working_days_move_on     (const LoketWorkingDays  *self,
                                              const char              *date);
LoketDateText loket_working_days_add         (const LoketWorkingDays  *self,
                                              const char              *date,
                                              int                      days);
LoketDateText loket_working_days_add_weeks   (const LoketWorkingDays  *self,
                                              const char              *date,
                                              int                      weeks);
int           loket_working_days_count_between
                                             (const LoketWorkingDays  *self,
                                              const char              *from,
                                              const char              *until);
int           loket_working_days_count_late  (const LoketWorkingDays  *self,
                                              const char              *due_on,
                                              const char              *today);

G_END_DECLS
