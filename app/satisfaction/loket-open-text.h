/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The text of an open answer: the theme it was coded with, and words that may name a person. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

/**
 * LoketOpenWord:
 * @start: its first character
 * @end: the character behind its last
 * @is_hint: whether it may name a person, or be a number or an address of one
 *
 * A word of a text.
 */
typedef struct
{
  guint start;
  guint end;
  gboolean is_hint;
} LoketOpenWord;

const char *loket_open_text_split (const LoketItem *item,
                                   const char      *text,
                                   int             *theme);
GArray     *loket_open_text_words (const char      *text,
                                   GHashTable      *names);

G_END_DECLS
