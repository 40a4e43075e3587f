/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Plans the contacts that the rules ask for. */

#pragma once

#include "loket-ctl.h"

G_BEGIN_DECLS

extern const LoketVerb loket_ctl_plan;

G_END_DECLS
