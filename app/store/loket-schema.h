/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The schema of a store: its steps, and whether a file has it. */

#pragma once

#include "loket-clock.h"
#include "loket-database.h"

G_BEGIN_DECLS

#define LOKET_SCHEMA_STEPS "/org/loketten/Loketten/schema"

int      loket_schema_get_latest (const char     *steps);
gboolean loket_schema_upgrade    (LoketDatabase  *database,
                                  const char     *steps,
                                  LoketClock     *clock,
                                  GError        **error);
gboolean loket_schema_check      (LoketDatabase  *database,
                                  const char     *steps,
                                  GError        **error);

G_END_DECLS
