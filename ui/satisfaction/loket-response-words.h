/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The answers of a response, and what was changed of them, in words. */

#pragma once

#include "loket-response-reading.h"
#include "loket-response-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

char      *loket_response_words_format_answer (const LoketItem           *item,
                                               const char                *value);
char      *loket_response_words_format_change (const LoketResponseChange *change);
char      *loket_response_words_format_when   (const LoketResponseChange *change);
GtkWidget *loket_response_words_create_row    (const LoketResponseChange *change);
char      *loket_response_words_format_left   (LoketResponseSheet        *sheet);
char      *loket_response_words_format_saved  (LoketResponseSheet        *sheet,
                                               gboolean                   is_correction);
void       loket_response_words_count         (LoketResponseSheet        *sheet,
                                               guint                     *n_asked,
                                               guint                     *n_answered);

G_END_DECLS
