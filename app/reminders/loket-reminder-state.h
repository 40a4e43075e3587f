/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was told and what was put off, kept over restarts. There are no names in it. */

#pragma once

#include "loket-digest-plan.h"

G_BEGIN_DECLS

LoketDigestState loket_reminder_state_load (void);
gboolean         loket_reminder_state_save (const LoketDigestState  *state,
                                            GError                 **error);

G_END_DECLS
