/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Plans what the rules ask for when the desk is opened, and on each new day. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

#define LOKET_TYPE_DAILY_PLAN (loket_daily_plan_get_type ())

G_DECLARE_FINAL_TYPE (LoketDailyPlan, loket_daily_plan, LOKET, DAILY_PLAN, GObject)

LoketDailyPlan *loket_daily_plan_new (LoketDesk *desk);

G_END_DECLS
