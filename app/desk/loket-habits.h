/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the counsellor at the desk usually does: the form of a session begins with it. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

#define LOKET_TYPE_HABITS (loket_habits_get_type ())

G_DECLARE_FINAL_TYPE (LoketHabits, loket_habits, LOKET, HABITS, GObject)

LoketHabits *loket_habits_new         (LoketDesk   *desk);
const char  *loket_habits_get_channel (LoketHabits *self);
int          loket_habits_get_minutes (LoketHabits *self);

G_END_DECLS
