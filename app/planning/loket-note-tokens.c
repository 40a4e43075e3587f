/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads a note character by character, once, whatever it contains. */

#include "loket-note-tokens.h"

#include <stdio.h>
#include <string.h>

/* Longer words are in no list. */
#define LONGEST_WORD 31

typedef struct
{
  const char *at;
  const char *end;
  guint offset;
  gunichar character;
  gsize size;
  gboolean in_quotes;
  GArray *tokens;
} Reader;

/* A word while it is being read. */
typedef struct
{
  char text[LONGEST_WORD + 1];
  guint length;
  guint n_letters;
  guint n_capitals;
  guint n_digits;
  guint n_dots;
  gboolean capital;
  gboolean too_long;
} Spelling;

/* Bytes that are no UTF-8 are read as one unknown character each. */
static gunichar
peek (const char *at,
      const char *end,
      gsize      *size)
{
  gunichar character;

  *size = 1;
  if (at >= end)
    return 0;
  if ((guchar) *at < 0x80)
    return (guchar) *at;

  character = g_utf8_get_char_validated (at, end - at);
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return 0xFFFD;

  *size = (gsize) (g_utf8_next_char (at) - at);

  return character;
}

static void
load (Reader *self)
{
  self->character = peek (self->at, self->end, &self->size);
}

static void
advance (Reader *self)
{
  self->at += self->size;
  self->offset++;
  load (self);
}

static gunichar
peek_next (Reader *self)
{
  gsize size;

  return peek (self->at + self->size, self->end, &size);
}

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019 || character == 0x2018;
}

static gboolean
is_word_character (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character);

  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static gboolean
is_digit (gunichar character)
{
  return character >= '0' && character <= '9';
}

/* Hyphens, apostrophes and full stops hold words together; a slash only a date. */
static gboolean
joins_word (Reader  *self,
            gboolean after_digit)
{
  gunichar next = peek_next (self);

  switch (self->character)
    {
    case '-':
    case '.':
      return is_word_character (next);
    case '/':
      return after_digit && is_digit (next);
    default:
      return is_apostrophe (self->character) && is_word_character (next);
    }
}

/* Lower case, without accents; what has no ASCII letter under its accents is in no list. */
static char
fold (gunichar character)
{
  gunichar parts[8];

  if (character < 0x80)
    return g_ascii_tolower ((char) character);
  if (is_apostrophe (character))
    return '\'';

  g_unichar_fully_decompose (g_unichar_tolower (character), FALSE, parts, G_N_ELEMENTS (parts));

  return parts[0] < 0x80 ? (char) parts[0] : '?';
}

static void
spell (Spelling *self,
       gunichar  character)
{
  if (character == '.')
    self->n_dots++;
  if (is_digit (character))
    self->n_digits++;
  if (g_unichar_isalpha (character))
    {
      self->n_letters++;
      if (g_unichar_isupper (character))
        self->n_capitals++;
    }

  if (self->length == LONGEST_WORD)
    self->too_long = TRUE;
  else if (!g_unichar_ismark (character) || character < 0x80)
    self->text[self->length++] = fold (character);
}

/* "a.s." is looked up as "as". */
static void
drop_dots (Spelling *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->length; i++)
    {
      if (self->text[i] != '.')
        self->text[kept++] = self->text[i];
    }

  self->length = kept;
  self->text[kept] = '\0';
}

/* 4, 4e, 4-12, 4/12, 4-12-2026, 4-12-26; -1 stays for everything else. */
static void
read_number (LoketNoteToken *token,
             const Spelling *spelling)
{
  int day, month, year = 0, length = 0;
  const char *text = spelling->text;

  token->numeric = g_ascii_isdigit (text[0]);
  if (!token->numeric)
    return;

  if (sscanf (text, "%4d%n", &day, &length) == 1
      && (text[length] == '\0' || g_str_equal (text + length, "e")))
    {
      token->number = (short) day;
      token->ordinal = text[length] == 'e';
      return;
    }

  if (sscanf (text, "%2d%*1[-/]%2d%n%*1[-/]%4d%n", &day, &month, &length, &year, &length) >= 2
      && text[length] == '\0')
    {
      token->number = (short) day;
      token->month = (short) month;
      token->year = (short) (year > 0 && year < 100 ? 2000 + year : year);
    }
}

static void
read_word (Reader *self)
{
  LoketNoteToken token = { .start = self->offset, .number = -1, .quoted = self->in_quotes };
  Spelling spelling = { "" };
  gboolean after_digit = FALSE;

  spelling.capital = g_unichar_isupper (self->character);
  do
    {
      after_digit = is_digit (self->character);
      spell (&spelling, self->character);
      advance (self);
    }
  while (self->at < self->end
         && (is_word_character (self->character) || joins_word (self, after_digit)));

  if (spelling.n_dots > 0 && spelling.n_digits == 0)
    {
      drop_dots (&spelling);
      if (self->character == '.' && spelling.length <= spelling.n_dots + 2)
        advance (self);
    }

  token.end = self->offset;
  token.capital = spelling.capital;
  token.acronym = spelling.n_capitals >= 2 && spelling.n_capitals == spelling.n_letters;
  token.word = loket_note_words_find (spelling.too_long ? "" : spelling.text);
  read_number (&token, &spelling);
  g_array_append_val (self->tokens, token);
}

static gboolean
starts_new_sentence (Reader *self)
{
  const char *at = self->at + self->size;
  gsize size;
  gunichar next = peek (at, self->end, &size);

  /* A few blanks at most, so that a page of them is not looked over again and again. */
  for (int i = 0; i < 4 && next != 0 && next != '\n' && g_unichar_isspace (next); i++)
    {
      at += size;
      next = peek (at, self->end, &size);
    }

  return next == 0 || next == '\n' || next == '\r' || g_unichar_isupper (next);
}

/* A full stop ends a sentence, unless it belongs to "mw.", "J." or, before a small letter, "wo."
 * and "4.". */
static gboolean
ends_sentence (Reader *self)
{
  const LoketNoteToken *last;

  if (self->tokens->len == 0)
    return TRUE;

  last = &g_array_index (self->tokens, LoketNoteToken, self->tokens->len - 1);
  if (last->mark != LOKET_MARK_NONE || last->end != self->offset)
    return TRUE;
  if (loket_note_token_has_role (last, LOKET_WORD_ABBREVIATION)
      || (last->capital && last->end - last->start == 1))
    return FALSE;
  if (last->number >= 0 || last->word->date != LOKET_DATE_NONE || last->end - last->start <= 3)
    return starts_new_sentence (self);

  return TRUE;
}

static char
choose_mark (Reader *self)
{
  switch (self->character)
    {
    case '.':
      return ends_sentence (self) ? LOKET_MARK_STOP : LOKET_MARK_NONE;
    case 0x2026:
      return LOKET_MARK_STOP;
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return LOKET_MARK_LINE;
    case '?':
    case '!':
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '/':
      return (char) self->character;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      return '"';
    case '-':
    case '*':
    case '>':
    case '|':
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x2192:
      return LOKET_MARK_DASH;
    default:
      return LOKET_MARK_NONE;
    }
}

static void
read_mark (Reader *self)
{
  LoketNoteToken token = { .start = self->offset, .number = -1 };

  token.mark = choose_mark (self);
  advance (self);
  if (token.mark == LOKET_MARK_NONE)
    return;

  if (token.mark == LOKET_MARK_LINE)
    self->in_quotes = FALSE;
  else if (token.mark == '"')
    self->in_quotes = !self->in_quotes;

  token.end = self->offset;
  token.word = loket_note_words_find ("");
  g_array_append_val (self->tokens, token);
}

/**
 * loket_note_tokens_read:
 * @note: a text; bytes that are no UTF-8 count as a character each
 * @length: (out): how many characters it has
 *
 * Returns: (transfer full) (element-type LoketNoteToken): its words and marks, in order
 */
GArray *
loket_note_tokens_read (const char *note,
                        guint      *length)
{
  Reader reader = { .at = note, .end = note + strlen (note) };

  reader.tokens = g_array_new (FALSE, FALSE, sizeof (LoketNoteToken));
  load (&reader);

  while (reader.at < reader.end)
    {
      if (is_word_character (reader.character)
          || (is_apostrophe (reader.character) && is_word_character (peek_next (&reader))))
        read_word (&reader);
      else
        read_mark (&reader);
    }
  *length = reader.offset;

  return reader.tokens;
}

/**
 * loket_note_token_is:
 * @text: a word in lower case
 *
 * Returns: whether the token is that word, which must be in the lists
 */
gboolean
loket_note_token_is (const LoketNoteToken *self,
                     const char           *text)
{
  return g_str_equal (self->word->text, text);
}

/**
 * loket_note_token_has_role:
 * @roles: one or more of LoketWordRole
 *
 * Returns: whether the token can be any of @roles
 */
gboolean
loket_note_token_has_role (const LoketNoteToken *self,
                           guint                 roles)
{
  return (self->word->roles & roles) != 0;
}
