/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Comma-separated values the way a Dutch spreadsheet program opens them by a double click. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

char *loket_summary_to_dutch_csv (const LoketSummary *summary);

G_END_DECLS
