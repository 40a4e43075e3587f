/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Full-text search as this engine does it: which words stand at which places. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketNoteWordFunc:
 * @word: a word, folded
 * @place: a place at which it stands
 *
 * Is given an entry of the index.
 */
typedef void (*LoketNoteWordFunc) (const char *word,
                                   gint64      place,
                                   gpointer    user_data);

gboolean        loket_note_word_table_add            (LoketDatabase      *database,
                                                      gint64              place,
                                                      const char         *words,
                                                      GError            **error);
gboolean        loket_note_word_table_remove         (LoketDatabase      *database,
                                                      gint64              place,
                                                      const char         *words,
                                                      GError            **error);
void            loket_note_word_table_begin_batch    (LoketDatabase      *database);
gboolean        loket_note_word_table_store_batch    (LoketDatabase      *database,
                                                      GError            **error);
void            loket_note_word_table_end_batch      (LoketDatabase      *database);
char           *loket_note_word_table_dup_pattern    (LoketDatabase      *database,
                                                      const char         *sought,
                                                      GError            **error);
LoketStatement *loket_note_word_table_search         (LoketDatabase      *database,
                                                      const char         *pattern,
                                                      gint64              first,
                                                      gint64              last,
                                                      GError            **error);
gboolean        loket_note_word_table_for_each       (LoketDatabase      *database,
                                                      LoketNoteWordFunc   func,
                                                      gpointer            user_data,
                                                      GError            **error);

G_END_DECLS
