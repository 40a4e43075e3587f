/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was done to the record of a client, in words. */

#pragma once

#include "loket-codes.h"
#include "loket-history.h"

G_BEGIN_DECLS

char *loket_change_words_format_act  (const LoketHistoryAct  *act);
char *loket_change_words_format_when (const LoketHistoryAct  *act);
char *loket_change_words_format_line (const LoketHistoryLine *line,
                                      LoketCodes             *codes,
                                      char                  **whole);

G_END_DECLS
