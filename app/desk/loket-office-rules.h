/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on, as the store has it. */

#pragma once

#include "loket-database.h"
#include "loket-rules.h"

G_BEGIN_DECLS

LoketRules *loket_office_rules_load (LoketDatabase  *database,
                                     GError        **error);

G_END_DECLS
