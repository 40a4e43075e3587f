/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What stands in a field, as a person says it. */

#pragma once

#include "loket-codes.h"
#include "loket-kind.h"

G_BEGIN_DECLS

char *loket_field_words_format  (LoketCodes      *codes,
                                 const LoketKind *kind,
                                 guint            field,
                                 const char      *value);
char *loket_field_words_shorten (const char      *text);

G_END_DECLS
