/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb that lists what is due. */

#pragma once

#include "loket-ctl.h"

G_BEGIN_DECLS

extern const LoketVerb loket_ctl_due;

G_END_DECLS
