/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Cuts a sentence at its marks and conjunctions. */

#include "loket-note-clauses.h"

/* A line without marks is cut here, so that no clause is long. */
#define LONGEST_CLAUSE 60

/* How far after "en" a clause of its own shows itself. */
#define JOINER_REACH 3

static gboolean
is_finite (const LoketNoteToken *token)
{
  return token->word->form == LOKET_VERB_STEM || token->word->form == LOKET_VERB_THIRD
         || loket_note_token_has_role (token, LOKET_WORD_WILL | LOKET_WORD_WILLS
                                                | LOKET_WORD_WE_WILL | LOKET_WORD_BECOMES
                                                | LOKET_WORD_VEIL | LOKET_WORD_FINITE);
}

/* Whether "dat", "die" or "wat" points at something, instead of opening a clause. */
static gboolean
is_pointing (const LoketNoteToken *token,
             const LoketNoteToken *end)
{
  const LoketNoteToken *next = token + 1;

  return next == end || next->mark != LOKET_MARK_NONE || next->number >= 0 || is_finite (next)
         || next->word->form == LOKET_VERB_PLURAL || next->word->date != LOKET_DATE_NONE
         || (next->word->roles == 0 && next->word->text[0] != '\0')
         || loket_note_token_has_role (next, LOKET_WORD_LIGHT | LOKET_WORD_PREPOSITION
                                               | LOKET_WORD_SELF);
}

static gboolean
joins_clause (const LoketNoteToken *token,
              const LoketNoteToken *end)
{
  for (int i = 1; i <= JOINER_REACH && token + i < end; i++)
    {
      if (token[i].mark != LOKET_MARK_NONE)
        return FALSE;
      if (is_finite (&token[i])
          || loket_note_token_has_role (&token[i], LOKET_WORD_I | LOKET_WORD_WE | LOKET_WORD_YOU
                                                     | LOKET_WORD_CLIENT))
        return TRUE;
    }

  return FALSE;
}

/* The kind of clause that a word opens; a main clause when it opens none. */
static LoketClauseKind
get_kind (const LoketNoteToken *token,
          const LoketNoteToken *end)
{
  if (loket_note_token_has_role (token, LOKET_WORD_IF))
    return LOKET_CLAUSE_CONDITION;
  if (loket_note_token_has_role (token, LOKET_WORD_THAT))
    return LOKET_CLAUSE_SUBORDINATE;
  if (loket_note_token_has_role (token, LOKET_WORD_POINTER) && !is_pointing (token, end))
    return loket_note_token_is (token, "dat") ? LOKET_CLAUSE_CONTENT : LOKET_CLAUSE_SUBORDINATE;
  if (loket_note_token_is (token, "om") && token + 1 < end && !token[1].numeric)
    return LOKET_CLAUSE_PURPOSE;

  return LOKET_CLAUSE_MAIN;
}

static gboolean
is_cutting_mark (const LoketNoteToken *token)
{
  return token->mark != LOKET_MARK_NONE && token->mark != '/';
}

/**
 * loket_clause_read_next:
 * @tokens: the words and marks of a sentence
 * @n_tokens: how many there are
 * @at: (inout): where to go on; 0 to begin with
 * @clause: (out): the next clause that has words
 *
 * Returns: whether there is one
 */
gboolean
loket_clause_read_next (const LoketNoteToken *tokens,
                        guint                 n_tokens,
                        guint                *at,
                        LoketClause          *clause)
{
  const LoketNoteToken *end = tokens + n_tokens;
  const LoketNoteToken *token = tokens + *at;

  *clause = (LoketClause) { .kind = LOKET_CLAUSE_MAIN };
  while (token < end && is_cutting_mark (token))
    token++;
  if (token == end)
    return FALSE;

  clause->opened_by = token > tokens ? token[-1].mark : LOKET_MARK_NONE;
  clause->kind = get_kind (token, end);
  clause->tokens = token++;

  while (token < end && !is_cutting_mark (token) && token - clause->tokens < LONGEST_CLAUSE
         && get_kind (token, end) == LOKET_CLAUSE_MAIN
         && !(loket_note_token_has_role (token, LOKET_WORD_JOINER) && joins_clause (token, end)))
    token++;

  clause->n_tokens = (guint) (token - clause->tokens);
  clause->closed_by = token < end ? token->mark : LOKET_MARK_NONE;
  *at = (guint) (token - tokens);

  return TRUE;
}

/**
 * loket_clause_has_role:
 * @roles: one or more of LoketWordRole
 *
 * Returns: whether one of its words can be any of @roles
 */
gboolean
loket_clause_has_role (const LoketClause *self,
                       guint              roles)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (loket_note_token_has_role (&self->tokens[i], roles))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_clause_has_at:
 * @at: the place of a word; one that there is not has no role
 * @roles: one or more of LoketWordRole
 *
 * Returns: whether the word @at can be any of @roles
 */
gboolean
loket_clause_has_at (const LoketClause *self,
                     guint              at,
                     guint              roles)
{
  return at < self->n_tokens && loket_note_token_has_role (&self->tokens[at], roles);
}

/**
 * loket_clause_is_word_at:
 * @at: the place of a word; there need not be one
 * @text: a word of the lists
 *
 * Returns: whether the word @at is @text
 */
gboolean
loket_clause_is_word_at (const LoketClause *self,
                         guint              at,
                         const char        *text)
{
  return at < self->n_tokens && loket_note_token_is (&self->tokens[at], text);
}
