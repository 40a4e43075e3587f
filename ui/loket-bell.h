/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Starts the program that reminds, and tells it to look when something changed. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

#define LOKET_TYPE_BELL (loket_bell_get_type ())

G_DECLARE_FINAL_TYPE (LoketBell, loket_bell, LOKET, BELL, GObject)

LoketBell *loket_bell_new (GDBusConnection *connection,
                           LoketDesk       *desk);

G_END_DECLS
