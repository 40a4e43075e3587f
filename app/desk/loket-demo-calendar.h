/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The calendar of a made-up office: its days by number, and which hours are taken. */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

typedef struct _LoketDemoCalendar LoketDemoCalendar;

LoketDemoCalendar *loket_demo_calendar_new              (const char         *moment,
                                                         int                 years,
                                                         guint               n_counsellors);
void               loket_demo_calendar_free             (LoketDemoCalendar  *self);
int                loket_demo_calendar_get_first        (LoketDemoCalendar  *self);
int                loket_demo_calendar_get_today        (LoketDemoCalendar  *self);
int                loket_demo_calendar_get_minute       (LoketDemoCalendar  *self);
const char        *loket_demo_calendar_get_date         (LoketDemoCalendar  *self,
                                                         int                 day);
LoketDateText      loket_demo_calendar_get_moment       (LoketDemoCalendar  *self,
                                                         int                 day,
                                                         int                 minute);
int                loket_demo_calendar_move_on          (LoketDemoCalendar  *self,
                                                         int                 day);
int                loket_demo_calendar_add              (LoketDemoCalendar  *self,
                                                         int                 day,
                                                         int                 working_days);
int                loket_demo_calendar_add_weeks        (LoketDemoCalendar  *self,
                                                         int                 day,
                                                         int                 weeks);
int                loket_demo_calendar_take_hour        (LoketDemoCalendar  *self,
                                                         guint               counsellor,
                                                         int                 day,
                                                         guint               wish);
int                loket_demo_calendar_get_appointment  (LoketDemoCalendar  *self,
                                                         guint               which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoCalendar, loket_demo_calendar_free)

G_END_DECLS
