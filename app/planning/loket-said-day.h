/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A day that somebody names without a calendar: "4 december", "eind volgende week". */

#pragma once

#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketNoteToday:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who writes
 * @date: today, a valid date
 */
typedef struct
{
  const LoketRules *rules;
  const char *counsellor_id;
  const char *date;
} LoketNoteToday;

/**
 * LoketSaidDay:
 * @day: the number of a day, as from loket_date_get_day ()
 * @is_limit: whether it is the last day that is meant
 */
typedef struct
{
  int day;
  gboolean is_limit;
} LoketSaidDay;

/**
 * LoketSaidPart:
 * @LOKET_SAID_WHOLE: a week or month
 * @LOKET_SAID_BEGIN: its begin
 * @LOKET_SAID_MIDDLE: its middle
 * @LOKET_SAID_END: its end
 */
typedef enum
{
  LOKET_SAID_WHOLE,
  LOKET_SAID_BEGIN,
  LOKET_SAID_MIDDLE,
  LOKET_SAID_END
} LoketSaidPart;

int      loket_said_day_get_month      (const LoketNoteToday *today);
int      loket_said_day_get_monday     (const LoketNoteToday *today);
gboolean loket_said_day_set_date       (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   day,
                                        int                   month,
                                        int                   year);
gboolean loket_said_day_set_month_day  (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   day);
gboolean loket_said_day_set_month      (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   month,
                                        LoketSaidPart         part);
void     loket_said_day_set_week       (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   weeks,
                                        LoketSaidPart         part);
gboolean loket_said_day_set_week_no    (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   week);
gboolean loket_said_day_set_weekday_no (LoketSaidDay         *self,
                                        int                   first,
                                        int                   number);
void     loket_said_day_set_months     (LoketSaidDay         *self,
                                        const LoketNoteToday *today,
                                        int                   months);
gboolean loket_said_day_settle         (const LoketSaidDay   *self,
                                        const LoketNoteToday *today,
                                        LoketDateText        *date);

G_END_DECLS
