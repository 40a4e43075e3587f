/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All clients who may be in the store twice, one pair at a time. */

#pragma once

#include "loket-duplicates.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_DUPLICATES_WINDOW (loket_duplicates_window_get_type ())

G_DECLARE_FINAL_TYPE (LoketDuplicatesWindow, loket_duplicates_window, LOKET, DUPLICATES_WINDOW,
                      AdwWindow)

GtkWidget *loket_duplicates_window_new (LoketDesk *desk);

G_END_DECLS
