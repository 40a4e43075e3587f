/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A note as words and marks, with their places counted in characters. */

#pragma once

#include "loket-note-words.h"

G_BEGIN_DECLS

/* The marks of tokens that are no words; the other ones stand for themselves. */
#define LOKET_MARK_NONE '\0'
#define LOKET_MARK_STOP '.'
#define LOKET_MARK_LINE '\n'
#define LOKET_MARK_DASH '-'

/**
 * LoketNoteToken:
 * @start: its first character, counted in characters from the start of the note
 * @end: the character after its last
 * @mark: LOKET_MARK_NONE for a word; else one of . ? ! , ; : ( ) " / - and the end of a line
 * @number: a number without a sign, or the day of a date such as 4-12; -1 when it is neither
 * @month: the month of a date such as 4-12; 0 when there is none
 * @year: the year of a date such as 4-12-2026; 0 when there is none
 * @numeric: whether it begins with a digit
 * @ordinal: whether @number is written 4e
 * @capital: whether it begins with a capital letter
 * @acronym: whether it consists of capital letters, two at least
 * @quoted: whether it stands between quotation marks
 * @word: what is known of the word
 */
typedef struct
{
  guint start;
  guint end;
  char mark;
  short number;
  short month;
  short year;
  guint numeric : 1;
  guint ordinal : 1;
  guint capital : 1;
  guint acronym : 1;
  guint quoted : 1;
  const LoketWord *word;
} LoketNoteToken;

GArray  *loket_note_tokens_read       (const char           *note,
                                       guint                *length);
gboolean loket_note_token_is          (const LoketNoteToken *self,
                                       const char           *text);
gboolean loket_note_token_has_role    (const LoketNoteToken *self,
                                       guint                 roles);

G_END_DECLS
