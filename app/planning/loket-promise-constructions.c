/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Promises that do not name who makes them: "wordt nagestuurd", "u hoort van ons", "uitzoeken". */

#include "loket-promise-rules.h"

/* Before "bellen" they are called, and do not call. */
#define CALLED "klant kl client mw mevr mevrouw dhr meneer heer kandidaat deelnemer"

/* "Door mij", "van het loket". */
static gboolean
is_by_desk (const LoketClause *clause,
            guint              preposition)
{
  guint at = preposition + 1;

  if (loket_clause_has_at (clause, at, LOKET_WORD_DETERMINER))
    at++;

  return loket_clause_has_at (clause, at, LOKET_WORD_US | LOKET_WORD_DESK);
}

static gboolean
find_word (const LoketClause *clause,
           const char        *text,
           guint             *found)
{
  for (guint at = 0; at < clause->n_tokens; at++)
    {
      if (loket_clause_is_word_at (clause, at, text))
        {
          *found = at;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * loket_promise_has_cue:
 * @clause: a clause
 *
 * Returns: whether it says a day, "even" or "nog", which makes a promise of "bellen"
 */
gboolean
loket_promise_has_cue (const LoketClause *clause)
{
  for (guint i = 0; i < clause->n_tokens; i++)
    {
      if (loket_clause_has_at (clause, i, LOKET_WORD_CUE)
          || clause->tokens[i].word->date != LOKET_DATE_NONE)
        return TRUE;
    }

  return FALSE;
}

/* "Er wordt gekeken naar motivatie" tells how things go; "wordt vrijdag geregeld" promises. */
static gboolean
match_participle (const LoketClause *clause,
                  LoketPromiseMatch *match)
{
  for (guint at = clause->n_tokens; at-- > 0;)
    {
      guint traits;

      if (clause->tokens[at].word->form == LOKET_VERB_PARTICIPLE
          && loket_promise_match_verb (clause, at, match, &traits)
          && ((traits & (LOKET_VERB_WEAK | LOKET_VERB_CALLS)) != LOKET_VERB_WEAK
              || loket_promise_has_cue (clause)))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_promise_match_passive:
 * @clause: a clause
 * @match: (out): the words of the promise, and its kind
 *
 * Returns: whether it says that something is going to be done, by nobody else than the desk
 */
gboolean
loket_promise_match_passive (const LoketClause *clause,
                             LoketPromiseMatch *match)
{
  guint by;

  if (clause->kind != LOKET_CLAUSE_MAIN || loket_clause_has_role (clause, LOKET_WORD_TE)
      || (find_word (clause, "door", &by) && !is_by_desk (clause, by)))
    return FALSE;

  for (guint at = 0; at < clause->n_tokens; at++)
    {
      if (loket_clause_has_at (clause, at, LOKET_WORD_BECOMES)
          && match_participle (clause, match))
        {
          match->first = MIN (match->first, at);
          match->last = MAX (match->last, at);
          return TRUE;
        }
    }

  return FALSE;
}

/* "Verslag volgt per mail": something that a desk sends, and not "klant volgt cursus". */
static gboolean
match_follows (const LoketClause *clause,
               guint              at,
               LoketPromiseMatch *match)
{
  const LoketNoteToken *next = &clause->tokens[at + 1];

  if (at + 1 < clause->n_tokens && next->number < 0 && next->word->date == LOKET_DATE_NONE
      && !loket_note_token_has_role (next, LOKET_WORD_LIGHT | LOKET_WORD_PREPOSITION))
    return FALSE;

  for (guint i = 0; i < at; i++)
    {
      if (loket_clause_has_at (clause, i, LOKET_WORD_SENDABLE))
        {
          *match = (LoketPromiseMatch) { .first = i, .last = at, .kind = "send" };
          return TRUE;
        }
    }

  return FALSE;
}

/* "U hoort van ons", "krijgt van mij de folder", "je krijgt het toegestuurd". */
static gboolean
match_gets (const LoketClause *clause,
            guint              at,
            LoketPromiseMatch *match)
{
  const char *text = clause->tokens[at].word->text;
  guint from;

  if (find_word (clause, "van", &from) && is_by_desk (clause, from))
    {
      gboolean news = text[0] == 'h' || loket_clause_has_role (clause, LOKET_WORD_NEWS);

      *match = (LoketPromiseMatch) { .first = MIN (at, from), .last = MAX (at, from + 1),
                                     .kind = news ? "callback" : "send" };
      return TRUE;
    }

  if (text[0] != 'k' || !match_participle (clause, match) || !g_str_equal (match->kind, "send"))
    return FALSE;

  match->first = MIN (match->first, at);

  return !loket_clause_has_role (clause, LOKET_WORD_PARTY);
}

/**
 * loket_promise_match_receipt:
 * @clause: a clause
 * @match: (out): the words of the promise, and its kind
 *
 * Returns: whether it says that the client will receive something from the desk
 */
gboolean
loket_promise_match_receipt (const LoketClause *clause,
                             LoketPromiseMatch *match)
{
  if (clause->kind != LOKET_CLAUSE_MAIN)
    return FALSE;

  for (guint at = 0; at < clause->n_tokens; at++)
    {
      if ((loket_clause_has_at (clause, at, LOKET_WORD_FOLLOWS)
           && match_follows (clause, at, match))
          || (loket_clause_has_at (clause, at, LOKET_WORD_GETS) && match_gets (clause, at, match)))
        return TRUE;
    }

  return FALSE;
}

/* Somebody is named before the infinitive, and not as the one for whom it is done. */
static gboolean
has_other_subject (const LoketClause *clause,
                   guint              verb_at,
                   guint              traits)
{
  for (guint at = 0; at < verb_at; at++)
    {
      if (loket_clause_has_at (clause, at, LOKET_WORD_CLIENT | LOKET_WORD_YOU)
          && !(at > 0 && loket_clause_has_at (clause, at - 1, LOKET_WORD_PREPOSITION))
          && (traits & LOKET_VERB_CALLS) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A bare infinitive stands first, or last but for additions; "over terugbellen" names a thing. */
static gboolean
stands_bare (const LoketClause *clause,
             guint              at)
{
  const LoketNoteToken *next = &clause->tokens[at + 1];

  if (loket_clause_has_at (clause, at - 1, LOKET_WORD_PREPOSITION | LOKET_WORD_DETERMINER))
    return FALSE;

  return at == 0 || at + 1 == clause->n_tokens || next->number >= 0
         || next->word->date != LOKET_DATE_NONE
         || loket_note_token_has_role (next, LOKET_WORD_PREPOSITION | LOKET_WORD_LIGHT
                                               | LOKET_WORD_JOINER);
}

static gboolean
is_strong_enough (const LoketClause         *clause,
                  const LoketPromiseSetting *setting,
                  guint                      at,
                  guint                      traits)
{
  if ((traits & LOKET_VERB_WEAK) == 0)
    return clause->n_tokens > 1 || clause->tokens[at].word->particle != NULL;

  return setting->of_action || loket_promise_has_cue (clause)
         || ((traits & LOKET_VERB_CALLS) != 0 && at > 0
             && loket_note_words_has (CALLED, clause->tokens[at - 1].word->text))
         || (at == 0 && clause->n_tokens > 1
             && !loket_clause_has_at (clause, 1, LOKET_WORD_JOINER));
}

/**
 * loket_promise_match_bare:
 * @clause: a clause
 * @setting: what the clauses before it say
 * @match: (out): the words of the promise, and its kind
 *
 * Returns: whether it is a note to oneself: "uitzoeken: voucher", "folder toesturen"
 */
gboolean
loket_promise_match_bare (const LoketClause         *clause,
                          const LoketPromiseSetting *setting,
                          LoketPromiseMatch         *match)
{
  if (clause->kind != LOKET_CLAUSE_MAIN || setting->of_client
      || loket_clause_has_role (clause, LOKET_WORD_I | LOKET_WORD_WE | LOKET_WORD_WILL
                                          | LOKET_WORD_WILLS | LOKET_WORD_WE_WILL
                                          | LOKET_WORD_FINITE | LOKET_WORD_GETS
                                          | LOKET_WORD_BECOMES | LOKET_WORD_TE | LOKET_WORD_SELF
                                          | LOKET_WORD_US))
    return FALSE;

  for (guint at = 0; at < clause->n_tokens; at++)
    {
      LoketVerbForm form = clause->tokens[at].word->form;
      guint traits;

      if (form == LOKET_VERB_THIRD || form == LOKET_VERB_PARTICIPLE)
        return FALSE;
      if (form == LOKET_VERB_PLURAL && loket_promise_match_verb (clause, at, match, &traits)
          && (traits & LOKET_VERB_AFTER_WILL) == 0 && stands_bare (clause, at)
          && !has_other_subject (clause, at, traits)
          && is_strong_enough (clause, setting, at, traits))
        return TRUE;
    }

  return FALSE;
}
