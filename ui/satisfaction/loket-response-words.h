/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was changed of a response, in words. */

#pragma once

#include "loket-response-reading.h"

G_BEGIN_DECLS

char *loket_response_words_format_answer (const LoketItem           *item,
                                          const char                *value);
char *loket_response_words_format_change (const LoketResponseChange *change);
char *loket_response_words_format_when   (const LoketResponseChange *change);

G_END_DECLS
