/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The one window: the places on the left, the place one is at on the right. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WINDOW (loket_window_get_type ())

G_DECLARE_FINAL_TYPE (LoketWindow, loket_window, LOKET, WINDOW, AdwApplicationWindow)

LoketWindow *loket_window_new              (AdwApplication *application,
                                            GSettings      *settings);
void         loket_window_set_desk         (LoketWindow    *self,
                                            LoketDesk      *desk);
void         loket_window_show_start_error (LoketWindow    *self,
                                            const GError   *error);

G_END_DECLS
