/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How far one looks ahead. What an office can agree on is in loket-rules.h. */

#pragma once

/* Working days that the first screen shows after today. */
#define LOKET_DAYS_AHEAD 5
