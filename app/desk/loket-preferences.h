/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What this person prefers at this machine, the same for every program. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char       *loket_preferences_dup_store      (const char *given);
char       *loket_preferences_dup_counsellor (void);
const char *loket_preferences_get_language   (void);

G_END_DECLS
