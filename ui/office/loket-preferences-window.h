/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on, and what this person prefers at this machine. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_PREFERENCES_WINDOW (loket_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (LoketPreferencesWindow, loket_preferences_window, LOKET, PREFERENCES_WINDOW,
                      AdwWindow)

GtkWidget *loket_preferences_window_new (LoketDesk *desk,
                                         GSettings *settings);

G_END_DECLS
