/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Recognises in a Dutch note what its counsellor promises. */

#pragma once

#include "loket-note-dates.h"

G_BEGIN_DECLS

/**
 * LoketPromiseFinding:
 * @start: the first character of the words that promise, such as "bel u dinsdag terug"
 * @end: the character after their last
 * @sentence_start: the first character of their sentence
 * @sentence_end: the last place at which a cursor is still in the sentence; blanks between the
 *   sentence and the next one are included
 * @kind: a code of the list promise_kind
 * @due_on: a working day, not before today
 * @due_is_said: whether @due_on was said, and is not only what is usual for @kind
 *
 * A promise of the counsellor. Places are counted in characters from the start of the note, as
 * GtkTextBuffer counts them.
 */
typedef struct
{
  guint start;
  guint end;
  guint sentence_start;
  guint sentence_end;
  const char *kind;
  LoketDateText due_on;
  gboolean due_is_said;
} LoketPromiseFinding;

GArray                    *loket_promise_language_find     (const char                *note,
                                                            const LoketNoteToday      *today);
const LoketPromiseFinding *loket_promise_language_get_at   (GArray                    *findings,
                                                            guint                      cursor);
gboolean                   loket_promise_language_read_at  (const char                *note,
                                                            const LoketNoteToday      *today,
                                                            guint                      cursor,
                                                            LoketPromiseFinding       *finding);
char                      *loket_promise_language_dup_text (const char                *note,
                                                            const LoketPromiseFinding *finding);

G_END_DECLS
