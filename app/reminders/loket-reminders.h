/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The program that reminds: one instance for each session, known by its name on the bus. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LOKET_TYPE_REMINDERS (loket_reminders_get_type ())

G_DECLARE_FINAL_TYPE (LoketReminders, loket_reminders, LOKET, REMINDERS, GApplication)

LoketReminders *loket_reminders_new (void);

G_END_DECLS
