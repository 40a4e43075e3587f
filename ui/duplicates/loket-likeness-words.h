/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Says in words why two records look like one person. */

#pragma once

#include "loket-client.h"
#include "loket-likeness.h"

G_BEGIN_DECLS

char       *loket_likeness_words_format_reasons (guint               reasons);
const char *loket_likeness_words_get_level      (LoketLikenessLevel  level);
char       *loket_likeness_words_format_client  (LoketClient        *client);
char       *loket_likeness_words_format_value   (LoketCodes         *codes,
                                                 LoketRecord        *client,
                                                 guint               field);

G_END_DECLS
