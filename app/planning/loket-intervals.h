/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The intervals of after-care and reminders, in working days, and how often a client is tried. */

#pragma once

#define LOKET_DAYS_TO_RESPOND    3
#define LOKET_DAYS_TO_TAKE_TEST 10
#define LOKET_DAYS_TO_RESULT     5
#define LOKET_DAYS_TO_DISCUSS    5
#define LOKET_DAYS_TO_STALL     30
#define LOKET_DAYS_TO_RETRY      2
#define LOKET_MOST_ATTEMPTS      3

/* How far the first screen looks ahead. */
#define LOKET_DAYS_AHEAD         5

/* When a promise is due that names no day. */
#define LOKET_DAYS_TO_CALL_BACK  2
#define LOKET_DAYS_TO_SEND       2
#define LOKET_DAYS_TO_FIND_OUT   5
#define LOKET_DAYS_TO_KEEP       5
