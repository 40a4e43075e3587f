/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A period as people say it. */

#pragma once

#include "loket-period.h"

G_BEGIN_DECLS

char *loket_period_to_words (const LoketPeriod *period);

G_END_DECLS
