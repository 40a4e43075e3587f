/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is sought in a text, word by word, and the part of the text where it stands. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketExcerpt:
 * @text: a part of the text on one line, with "…" where something was left out
 * @hits: (element-type LoketExcerptHit): which words of it were sought, in their order
 *
 * The words around what was sought.
 */
typedef struct
{
  char *text;
  GArray *hits;
} LoketExcerpt;

/**
 * LoketExcerptHit:
 * @start: the byte of the text with which the word begins
 * @end: the byte behind the word
 */
typedef struct
{
  guint start;
  guint end;
} LoketExcerptHit;

GStrv         loket_excerpt_split   (const char        *text);
gboolean      loket_excerpt_matches (const char        *word,
                                     const char        *sought);
guint         loket_excerpt_count   (const char        *text,
                                     const char *const *sought);
LoketExcerpt *loket_excerpt_new     (const char        *text,
                                     const char *const *sought);
void          loket_excerpt_free    (LoketExcerpt      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketExcerpt, loket_excerpt_free)

G_END_DECLS
