/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Working days of a Dutch office: no weekends, no public holidays. */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

/**
 * LoketWorkingDays:
 * @good_friday_off: whether the office is closed on Good Friday
 *
 * What an office chooses. All functions take NULL for an office that chose nothing.
 */
typedef struct
{
  gboolean good_friday_off;
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

G_END_DECLS
