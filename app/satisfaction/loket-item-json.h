/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads one item of a questionnaire from its file. */

#pragma once

#include "loket-json-reader.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

LoketItem *loket_item_new_from_json (const LoketJsonPlace  *place,
                                     guint                  threshold,
                                     guint                  thin,
                                     GError               **error);
gboolean   loket_options_read_json  (const LoketJsonPlace  *place,
                                     const char            *member,
                                     GArray                *options,
                                     GError               **error);

gboolean   loket_bands_read_json    (const LoketJsonPlace  *place,
                                     const char            *member,
                                     int                    least,
                                     int                    most,
                                     GArray                *bands,
                                     GError               **error);

G_END_DECLS
