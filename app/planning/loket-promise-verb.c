/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts a verb together with what belongs to it: "neem ... contact op", "zoek ... uit". */

#include "loket-promise-rules.h"

/* "Op" in "op dinsdag" and "in" in "in januari" are no particles. */
static gboolean
is_before_date (const LoketClause *clause,
                guint              at)
{
  const LoketNoteToken *next = &clause->tokens[at + 1];

  return at + 1 < clause->n_tokens
         && (next->number >= 0 || next->word->date != LOKET_DATE_NONE
             || loket_note_token_has_role (next, LOKET_WORD_DETERMINER))
         && loket_note_words_has ("op na in voor over", clause->tokens[at].word->text);
}

/* A particle stands at the end, before an addition, or directly after its verb. */
static gboolean
is_particle (const LoketClause *clause,
             const LoketVerb   *verb,
             guint              verb_at,
             guint              at)
{
  const LoketNoteToken *next = &clause->tokens[at + 1];

  if (!loket_note_words_has (verb->particles, clause->tokens[at].word->text)
      || is_before_date (clause, at))
    return FALSE;

  return at + 1 >= clause->n_tokens || at == verb_at + 1
         || next->number >= 0 || next->word->date != LOKET_DATE_NONE
         || loket_note_token_has_role (next, LOKET_WORD_PREPOSITION | LOKET_WORD_LIGHT
                                               | LOKET_WORD_TE);
}

/* The particle of a finite verb comes after it, that of an infinitive before "te". */
static gboolean
find_particle (const LoketClause *clause,
               const LoketVerb   *verb,
               guint              verb_at,
               guint             *found)
{
  for (guint at = clause->n_tokens - 1; at > verb_at; at--)
    {
      if (is_particle (clause, verb, verb_at, at))
        {
          *found = at;
          return TRUE;
        }
    }

  if (verb_at >= 2 && loket_clause_has_at (clause, verb_at - 1, LOKET_WORD_TE)
      && loket_note_words_has (verb->particles, clause->tokens[verb_at - 2].word->text))
    {
      *found = verb_at - 2;
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_companion (const LoketClause *clause,
                const LoketVerb   *verb,
                guint             *found)
{
  for (guint at = 0; at < clause->n_tokens; at++)
    {
      if (loket_note_words_has (verb->companions, clause->tokens[at].word->text))
        {
          *found = at;
          return TRUE;
        }
    }

  return FALSE;
}

static void
extend (LoketPromiseMatch *match,
        guint              at)
{
  match->first = MIN (match->first, at);
  match->last = MAX (match->last, at);
}

/* In "na overleg met school" the school is not the one who is called. */
static gboolean
is_after_noun (const LoketClause *clause,
               guint              at)
{
  const LoketWord *word = at > 0 ? clause->tokens[at - 1].word : NULL;

  return word != NULL && (word->text[0] == '\0' || word->form == LOKET_VERB_STEM);
}

/* Calling the employer is finding something out; calling about the employer is not. */
static gboolean
has_party (const LoketClause *clause,
           guint              verb_at)
{
  for (guint at = 0; at < clause->n_tokens; at++)
    {
      const LoketNoteToken *token = &clause->tokens[at];
      guint before = at;

      if (!loket_note_token_has_role (token, LOKET_WORD_PARTY)
          && !(token->acronym && token->word->text[0] == '\0'))
        continue;
      while (before > 0
             && loket_clause_has_at (clause, before - 1,
                                     LOKET_WORD_DETERMINER | LOKET_WORD_LIGHT))
        before--;
      if (before > 0
          && (before - 1 == verb_at
              || ((loket_clause_is_word_at (clause, before - 1, "met")
                   || loket_clause_is_word_at (clause, before - 1, "naar"))
                  && (before - 2 == verb_at || !is_after_noun (clause, before - 1)))
              || loket_clause_has_at (clause, before - 1, LOKET_WORD_I | LOKET_WORD_WE)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
try_row (const LoketClause *clause,
         const LoketVerb   *verb,
         guint              at,
         LoketPromiseMatch *match)
{
  gboolean joined = clause->tokens[at].word->particle != NULL;
  guint found;

  *match = (LoketPromiseMatch) { .first = at, .last = at };

  if (verb->companions != NULL)
    {
      if (!find_companion (clause, verb, &found))
        return FALSE;
      extend (match, found);
    }
  if (verb->particles != NULL && !joined)
    {
      if (find_particle (clause, verb, at, &found))
        extend (match, found);
      else if (verb->companions == NULL && (verb->traits & LOKET_VERB_BARE) == 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_promise_match_verb:
 * @clause: a clause
 * @at: the place of a word
 * @match: (out): the verb with what belongs to it
 * @traits: (out): its traits, of LoketVerbTrait; LOKET_VERB_WEAK goes when something belongs to it
 *
 * Returns: whether the word is a verb that promises, and has what it needs
 */
gboolean
loket_promise_match_verb (const LoketClause *clause,
                          guint              at,
                          LoketPromiseMatch *match,
                          guint             *traits)
{
  const LoketWord *word = clause->tokens[at].word;
  const LoketVerb *end = loket_note_verbs + loket_note_n_verbs;

  for (const LoketVerb *row = word->verb;
       row != NULL && row < end && g_str_equal (row->forms[0], word->verb->forms[0]); row++)
    {
      if (!try_row (clause, row, at, match))
        continue;

      if (row->kind == NULL)
        return FALSE;
      match->kind = row->kind;
      match->plans = (row->traits & LOKET_VERB_PLANS) != 0;
      *traits = row->traits;
      if (word->particle != NULL || match->first != match->last)
        *traits &= ~(guint) LOKET_VERB_WEAK;
      if ((row->traits & LOKET_VERB_CALLS) != 0 && has_party (clause, at))
        match->kind = "find_out";

      return TRUE;
    }

  return FALSE;
}
