/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on, as the store has it. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"
#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketOfficeChange:
 * @draft: a setting, closing days, a counsellor or an absence
 * @is_removed: whether it is there no more, else it is as the draft says
 *
 * A change of what the office agreed on.
 */
typedef struct
{
  const LoketDraft *draft;
  gboolean is_removed;
} LoketOfficeChange;

LoketRules *loket_office_rules_load       (LoketDatabase            *database,
                                           GError                  **error);
LoketRules *loket_office_rules_load_after (LoketDatabase            *database,
                                           const LoketOfficeChange  *change,
                                           GError                  **error);

G_END_DECLS
