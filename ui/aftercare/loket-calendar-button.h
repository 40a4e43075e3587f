/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A menu from which the calendar of who is at work is saved. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CALENDAR_BUTTON (loket_calendar_button_get_type ())

G_DECLARE_FINAL_TYPE (LoketCalendarButton, loket_calendar_button, LOKET, CALENDAR_BUTTON, AdwBin)

void loket_calendar_button_set_desk (LoketCalendarButton *self,
                                     LoketDesk           *desk);

G_END_DECLS
