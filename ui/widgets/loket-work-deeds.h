/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Does what a row of work offers, and says so with a way back. */

#pragma once

#include "loket-desk.h"
#include "loket-postponement.h"
#include "loket-window-deed.h"
#include "loket-work-acts.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

LoketRetry       loket_work_deeds_plan_retry      (const LoketWork *work,
                                                   LoketDesk       *desk);
LoketWindowDeed *loket_work_deeds_do              (GtkWidget       *widget,
                                                   LoketDesk       *desk,
                                                   LoketWorkItem   *item,
                                                   LoketWorkAct     act,
                                                   const char      *until);
char            *loket_work_deeds_format_assigned (GPtrArray       *items,
                                                   LoketCounsellor *counsellor);
void             loket_work_deeds_do_all          (GtkWidget       *widget,
                                                   LoketDesk       *desk,
                                                   LoketBulkAct     bulk,
                                                   GPtrArray       *items,
                                                   const char      *until);
LoketWindowDeed *loket_work_deeds_do_quietly      (GtkWidget       *widget,
                                                   LoketDesk       *desk,
                                                   LoketWorkItem   *item,
                                                   LoketWorkAct     act,
                                                   const char      *until);

G_END_DECLS
