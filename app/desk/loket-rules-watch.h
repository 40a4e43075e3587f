/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on, as it is now. */

#pragma once

#include "loket-rules.h"
#include "loket-store.h"

G_BEGIN_DECLS

#define LOKET_TYPE_RULES_WATCH (loket_rules_watch_get_type ())

G_DECLARE_FINAL_TYPE (LoketRulesWatch, loket_rules_watch, LOKET, RULES_WATCH, GObject)

LoketRulesWatch *loket_rules_watch_new (LoketStore       *store,
                                        GError          **error);
LoketRules      *loket_rules_watch_get (LoketRulesWatch  *self);

G_END_DECLS
