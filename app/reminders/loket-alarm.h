/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Rings at a moment on the wall, and sleeps until then. */

#pragma once

#include "loket-clock.h"

G_BEGIN_DECLS

#define LOKET_TYPE_ALARM (loket_alarm_get_type ())

G_DECLARE_FINAL_TYPE (LoketAlarm, loket_alarm, LOKET, ALARM, GObject)

LoketAlarm *loket_alarm_new (LoketClock  *clock,
                             GError     **error);
gboolean    loket_alarm_set (LoketAlarm  *self,
                             const char  *moment,
                             GError     **error);

G_END_DECLS
