/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verbs about the store as a whole: init, backup, check. */

#pragma once

#include "loket-ctl.h"

G_BEGIN_DECLS

extern const LoketVerb loket_ctl_init;
extern const LoketVerb loket_ctl_backup;
extern const LoketVerb loket_ctl_check;

G_END_DECLS
