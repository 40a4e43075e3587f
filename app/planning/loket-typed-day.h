/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A coming day as a person types it: "4-12", "vr", "over twee weken". */

#pragma once

#include "loket-date.h"

G_BEGIN_DECLS

LoketDateText loket_typed_day_parse (const char *typed,
                                     const char *now);

G_END_DECLS
