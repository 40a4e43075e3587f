/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who will do what: a verb counts when the counsellor or the desk is its subject. */

#include "loket-promise-rules.h"

/* Whose colleague, or which desk, is meant when the word stands alone. */
#define SOMEBODY_ELSES "haar zijn hun uw je jouw van vorige oud"

static gboolean
is_subject (const LoketClause *clause,
            guint              at,
            guint              roles)
{
  return loket_clause_has_at (clause, at - 1, roles) || loket_clause_has_at (clause, at + 1, roles);
}

/* In a subordinate clause only "bel ik" begins a clause of its own: "als het mag bel ik u". */
static gboolean
can_be_main (const LoketClause *clause,
             guint              at,
             guint              roles)
{
  return clause->kind == LOKET_CLAUSE_MAIN || loket_clause_has_at (clause, at + 1, roles);
}

/* "Het loket stuurt", "stuurt mijn collega". */
static gboolean
is_desk_beside (const LoketClause *clause,
                guint              at)
{
  guint desk = G_MAXUINT;

  if (loket_clause_has_at (clause, at - 1, LOKET_WORD_DESK))
    desk = at - 1;
  else if (loket_clause_has_at (clause, at + 1, LOKET_WORD_DESK))
    desk = at + 1;
  else if (loket_clause_has_at (clause, at + 2, LOKET_WORD_DESK)
           && loket_clause_has_at (clause, at + 1, LOKET_WORD_DETERMINER))
    desk = at + 2;

  return desk != G_MAXUINT
         && (desk == 0
             || !loket_note_words_has (SOMEBODY_ELSES, clause->tokens[desk - 1].word->text));
}

/* What may stand before a verb whose subject is left out. */
static gboolean
is_first (const LoketClause *clause,
          guint              at)
{
  for (guint i = 0; i < at; i++)
    {
      const LoketNoteToken *token = &clause->tokens[i];

      if (token->number < 0 && token->word->date == LOKET_DATE_NONE
          && !loket_note_token_has_role (token, LOKET_WORD_LIGHT | LOKET_WORD_JOINER
                                                  | LOKET_WORD_POINTER | LOKET_WORD_PREPOSITION))
        return FALSE;
    }

  return TRUE;
}

/* "Stuur je cv", "vraag het bij je werkgever", "stuur deze terug" and "bel maar" ask the client for
 * something; "stuur je morgen het verslag" does not. */
static gboolean
asks_client (const LoketClause *clause,
             guint              verb_at)
{
  for (guint i = verb_at + 1; i < clause->n_tokens; i++)
    {
      if (loket_clause_has_at (clause, i, LOKET_WORD_CLIENTS_OWN | LOKET_WORD_PARTY)
          && loket_note_words_has ("je u uw jouw", clause->tokens[i - 1].word->text))
        return TRUE;
      if (loket_clause_is_word_at (clause, i, "via")
          || (loket_clause_is_word_at (clause, i, "vragen")
              && loket_note_words_has ("bij voor", clause->tokens[i - 1].word->text))
          || (loket_clause_is_word_at (clause, i, "deze")
              && loket_clause_is_word_at (clause, i + 1, "terug")))
        return TRUE;
    }

  return loket_clause_has_role (clause, LOKET_WORD_SELF | LOKET_WORD_US)
         || loket_clause_is_word_at (clause, verb_at + 1, "maar");
}

static gboolean
has_participle (const LoketClause *clause)
{
  for (guint i = 0; i < clause->n_tokens; i++)
    {
      if (clause->tokens[i].word->form == LOKET_VERB_PARTICIPLE)
        return TRUE;
    }

  return FALSE;
}

/* "Mail info" is a deed, "mail ontvangen" and "mail van klant" are things. */
static gboolean
is_noun (const LoketClause *clause,
         guint              at)
{
  return at + 1 >= clause->n_tokens || loket_clause_is_word_at (clause, at + 1, "van")
         || loket_clause_is_word_at (clause, at + 1, "over")
         || loket_clause_has_role (clause, LOKET_WORD_FINITE | LOKET_WORD_GETS | LOKET_WORD_BECOMES)
         || has_participle (clause);
}

/* Whether "ik" is left out before the verb or auxiliary @at. */
static gboolean
elides_i (const LoketClause         *clause,
          const LoketPromiseSetting *setting,
          guint                      at)
{
  return clause->kind == LOKET_CLAUSE_MAIN && !setting->of_client && is_first (clause, at)
         && !loket_clause_has_role (clause, LOKET_WORD_I) && !asks_client (clause, at)
         && !(at > 0 && !loket_clause_has_at (clause, at - 1, LOKET_WORD_JOINER)
              && loket_clause_has_at (clause, at + 1, LOKET_WORD_YOU));
}

/* "Heb ik beantwoord": the participle looks like the stem. */
static gboolean
is_past (const LoketClause *clause,
         guint              at)
{
  const LoketVerb *verb = clause->tokens[at].word->verb;

  return g_str_equal (verb->forms[LOKET_VERB_STEM - 1], verb->forms[LOKET_VERB_PARTICIPLE - 1])
         && loket_clause_has_role (clause, LOKET_WORD_FINITE);
}

static gboolean
match_stem (const LoketClause         *clause,
            const LoketPromiseSetting *setting,
            guint                      at,
            LoketPromiseMatch         *match)
{
  guint traits;

  if (!loket_promise_match_verb (clause, at, match, &traits)
      || (traits & LOKET_VERB_AFTER_WILL) != 0 || is_past (clause, at))
    return FALSE;

  if (is_subject (clause, at, LOKET_WORD_I))
    {
      if (loket_clause_has_at (clause, at + 1, LOKET_WORD_I))
        match->last = MAX (match->last, at + 1);

      return can_be_main (clause, at, LOKET_WORD_I);
    }

  return clause->n_tokens > 1 && (traits & LOKET_VERB_WITH_SUBJECT) == 0
         && elides_i (clause, setting, at)
         && !loket_clause_has_at (clause, at + 1, LOKET_WORD_FINITE)
         && !((traits & LOKET_VERB_REFLEXIVE) != 0
              && loket_clause_has_at (clause, at + 1, LOKET_WORD_YOU))
         && !((traits & LOKET_VERB_NOUN) != 0 && is_noun (clause, at));
}

/* "We kijken naar werk" is what both will do in a talk; "we bellen maandag" is not. */
static gboolean
match_we (const LoketClause *clause,
          guint              at,
          LoketPromiseMatch *match)
{
  guint traits;

  if (!is_subject (clause, at, LOKET_WORD_WE) || !can_be_main (clause, at, LOKET_WORD_WE)
      || loket_clause_has_role (clause, LOKET_WORD_SELF)
      || !loket_promise_match_verb (clause, at, match, &traits))
    return FALSE;
  if (loket_clause_has_at (clause, at + 1, LOKET_WORD_WE))
    match->last = MAX (match->last, at + 1);

  return (traits & LOKET_VERB_WEAK) == 0 || loket_promise_has_cue (clause);
}

/* A finite verb that promises, with its subject beside it. */
static gboolean
match_finite (const LoketClause         *clause,
              const LoketPromiseSetting *setting,
              LoketPromiseMatch         *match)
{
  for (guint at = 0; at < clause->n_tokens; at++)
    {
      const LoketWord *word = clause->tokens[at].word;
      gboolean found = FALSE;
      guint traits;

      if (word->form == LOKET_VERB_NONE || word->particle != NULL)
        continue;

      if (word->form == LOKET_VERB_STEM)
        found = match_stem (clause, setting, at, match);
      else if (word->form == LOKET_VERB_PLURAL)
        found = match_we (clause, at, match);

      if (!found && g_str_equal (word->text, word->verb->forms[LOKET_VERB_THIRD - 1]))
        found = clause->kind == LOKET_CLAUSE_MAIN && is_desk_beside (clause, at)
                && loket_promise_match_verb (clause, at, match, &traits);

      if (found)
        return TRUE;
    }

  return FALSE;
}

/* The last infinitive after @from. */
static gboolean
match_infinitive (const LoketClause *clause,
                  guint              from,
                  LoketPromiseMatch *match,
                  guint             *traits)
{
  for (guint at = clause->n_tokens; at-- > from + 1;)
    {
      if (clause->tokens[at].word->form == LOKET_VERB_PLURAL
          && loket_promise_match_verb (clause, at, match, traits))
        return TRUE;
    }

  return FALSE;
}

/* "Ga navragen", "zal ik uitzoeken", "we gaan regelen", "probeer te bereiken". Who is left out
 * before "moet" is rather the client, unless it is "moet nog". */
static gboolean
match_will (const LoketClause         *clause,
            const LoketPromiseSetting *setting,
            LoketPromiseMatch         *match)
{
  for (guint at = 0; at < clause->n_tokens; at++)
    {
      gboolean by_i = loket_clause_has_at (clause, at, LOKET_WORD_WILL)
                      && is_subject (clause, at, LOKET_WORD_I)
                      && can_be_main (clause, at, LOKET_WORD_I);
      gboolean by_we = loket_clause_has_at (clause, at, LOKET_WORD_WE_WILL)
                       && is_subject (clause, at, LOKET_WORD_WE)
                       && !loket_clause_has_role (clause, LOKET_WORD_SELF);
      gboolean by_desk = loket_clause_has_at (clause, at, LOKET_WORD_WILLS)
                         && is_desk_beside (clause, at);
      gboolean elided = loket_clause_has_at (clause, at, LOKET_WORD_WILL)
                        && elides_i (clause, setting, at)
                        && !loket_clause_has_at (clause, at + 1,
                                                 LOKET_WORD_CLIENT | LOKET_WORD_DESK);
      guint traits;

      if (!(by_i || by_we || by_desk || elided) || !match_infinitive (clause, at, match, &traits))
        continue;
      if (elided && loket_clause_is_word_at (clause, at, "moet")
          && ((traits & (LOKET_VERB_WEAK | LOKET_VERB_CALLS)) == LOKET_VERB_WEAK
              || !loket_promise_has_cue (clause)))
        continue;

      match->first = MIN (match->first, at);
      return TRUE;
    }

  return FALSE;
}

/* "(Beloofd) dat ik bel", "dat we terugbellen", "dat mijn collega mailt". */
static gboolean
match_content (const LoketClause *clause,
               LoketPromiseMatch *match)
{
  gboolean by_i = loket_clause_has_role (clause, LOKET_WORD_I);
  gboolean by_we = loket_clause_has_role (clause, LOKET_WORD_WE);
  gboolean by_desk = loket_clause_has_role (clause, LOKET_WORD_DESK);
  gboolean will = loket_clause_has_role (clause, LOKET_WORD_WILL | LOKET_WORD_WILLS);

  for (guint at = clause->n_tokens; at-- > 0;)
    {
      LoketVerbForm form = clause->tokens[at].word->form;
      guint traits;

      if (((by_i && form == LOKET_VERB_STEM) || (by_we && form == LOKET_VERB_PLURAL)
           || (by_desk && form == LOKET_VERB_THIRD)
           || ((by_i || by_desk) && will && form == LOKET_VERB_PLURAL))
          && loket_promise_match_verb (clause, at, match, &traits))
        return TRUE;
    }

  return FALSE;
}

/* "Beloofd om terug te bellen", "toegezegd contact op te nemen". */
static gboolean
match_with_te (const LoketClause *clause,
               LoketPromiseMatch *match)
{
  for (guint at = 1; at < clause->n_tokens; at++)
    {
      guint traits;

      if (clause->tokens[at].word->form == LOKET_VERB_PLURAL
          && loket_clause_has_at (clause, at - 1, LOKET_WORD_TE)
          && loket_promise_match_verb (clause, at, match, &traits))
        return TRUE;
    }

  return FALSE;
}

/* "Zo nodig" is a condition; "ik nodig u uit" is not. */
static gboolean
is_if_needed (const LoketClause *clause)
{
  gboolean found = FALSE;

  for (guint i = 0; i < clause->n_tokens; i++)
    {
      if (loket_clause_is_word_at (clause, i, "uit"))
        return FALSE;
      found = found || loket_clause_is_word_at (clause, i, "nodig");
    }

  return found;
}

/**
 * loket_promise_rules_match:
 * @clause: a clause
 * @setting: what the clauses before it say
 * @match: (out): the words of the promise, and its kind
 *
 * Returns: whether the counsellor or the desk promises something in it
 */
gboolean
loket_promise_rules_match (const LoketClause         *clause,
                           const LoketPromiseSetting *setting,
                           LoketPromiseMatch         *match)
{
  if (clause->tokens[0].quoted
      || loket_clause_has_role (clause, LOKET_WORD_NEGATION | LOKET_WORD_VEIL)
      || is_if_needed (clause))
    return FALSE;

  if (setting->promised
      && (clause->kind == LOKET_CLAUSE_CONTENT ? match_content (clause, match)
                                               : match_with_te (clause, match)))
    return TRUE;

  return match_will (clause, setting, match) || match_finite (clause, setting, match)
         || loket_promise_match_passive (clause, match)
         || loket_promise_match_receipt (clause, match)
         || loket_promise_match_bare (clause, setting, match);
}
