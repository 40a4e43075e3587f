/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verb process: how the work goes, by counsellor or office. */

#pragma once

#include "loket-ctl.h"

G_BEGIN_DECLS

extern const LoketVerb loket_ctl_process;

G_END_DECLS
