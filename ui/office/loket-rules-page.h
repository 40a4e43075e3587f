/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The intervals that the office agreed on. */

#pragma once

#include "loket-agreements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_RULES_PAGE (loket_rules_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketRulesPage, loket_rules_page, LOKET, RULES_PAGE, AdwPreferencesPage)

void loket_rules_page_show (LoketRulesPage        *self,
                            LoketDesk             *desk,
                            const LoketAgreements *agreements);

G_END_DECLS
