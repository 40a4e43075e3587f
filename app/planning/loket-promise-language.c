/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Goes through a note sentence by sentence and keeps what its clauses promise. */

#include "loket-promise-language.h"

#include "loket-follow-up.h"
#include "loket-promise-rules.h"
#include "loket-text.h"

#include <string.h>

/* A label such as "Actie klant:" has no more words. */
#define LONGEST_LABEL 4

typedef struct
{
  const LoketNoteToken *tokens;
  guint n_tokens;
  guint start;
  guint end;
} Sentence;

static gboolean
ends_sentence (const LoketNoteToken *token)
{
  return token->mark == LOKET_MARK_STOP || token->mark == LOKET_MARK_LINE || token->mark == '?'
         || token->mark == '!';
}

/* A sentence reaches to where the next one begins. */
static gboolean
read_sentence (GArray   *tokens,
               guint     length,
               guint    *at,
               Sentence *sentence)
{
  const LoketNoteToken *first = (const LoketNoteToken *) (gpointer) tokens->data;
  guint next = *at;

  while (next < tokens->len && ends_sentence (&first[next]))
    next++;
  if (next == tokens->len)
    return FALSE;

  sentence->tokens = &first[next];
  sentence->start = first[next].start;
  while (next < tokens->len && !ends_sentence (&first[next]))
    next++;
  if (next < tokens->len)
    next++;
  sentence->n_tokens = (guint) (&first[next] - sentence->tokens);
  while (next < tokens->len && ends_sentence (&first[next]))
    next++;
  sentence->end = next < tokens->len ? first[next].start - 1 : length;
  *at = next;

  return TRUE;
}

static gboolean
has_words (const Sentence *sentence)
{
  for (guint i = 0; i < sentence->n_tokens; i++)
    {
      if (sentence->tokens[i].mark == LOKET_MARK_NONE)
        return TRUE;
    }

  return FALSE;
}

static void
set_usual_due (LoketPromiseFinding  *finding,
               const LoketNoteToday *today)
{
  finding->due_is_said = FALSE;
  finding->due_on = loket_follow_up_get_promise (today->rules, today->counsellor_id,
                                                 finding->kind, today->date);
}

/* "Vrijdag: bel terug", "navragen, ma": the day may stand in a clause of its own, or in "ik zorg
 * dat u het vrijdag heeft". */
static gboolean
find_due (const LoketClause       *clause,
          const LoketClause       *neighbour,
          const LoketPromiseMatch *match,
          const LoketNoteToday    *today,
          LoketDateText           *due_on)
{
  if (loket_note_dates_find (clause->tokens, clause->n_tokens, today, match->plans, due_on))
    return TRUE;

  return neighbour->n_tokens > 0
         && (loket_note_dates_is_date_only (neighbour->tokens, neighbour->n_tokens)
             || (neighbour->kind == LOKET_CLAUSE_CONTENT && g_str_equal (match->kind, "other")))
         && loket_note_dates_find (neighbour->tokens, neighbour->n_tokens, today, match->plans,
                                   due_on);
}

/* Whether the client must wish it first: "als u dat wilt". */
static gboolean
is_wish (const LoketClause *clause)
{
  if (clause->kind != LOKET_CLAUSE_CONDITION)
    return FALSE;

  for (guint i = 0; i < clause->n_tokens; i++)
    {
      if (loket_clause_has_at (clause, i, LOKET_WORD_VEIL)
          || loket_note_words_has ("nodig vragen behoefte mocht mochten",
                                   clause->tokens[i].word->text))
        return TRUE;
    }

  return FALSE;
}

/* "Klant zegt: ..." */
static gboolean
opens_speech (const LoketClause *clause)
{
  return clause->closed_by == ':' && loket_clause_has_role (clause, LOKET_WORD_SAID);
}

/* "..., zegt hij" */
static gboolean
closes_speech (const LoketClause *clause)
{
  return clause->n_tokens > 0 && loket_clause_has_at (clause, 0, LOKET_WORD_SAID);
}

static gboolean
says_promised (const LoketClause *clause)
{
  gboolean by_us = loket_clause_has_role (clause, LOKET_WORD_I | LOKET_WORD_WE);

  if (!loket_clause_has_role (clause, LOKET_WORD_PROMISED)
      || loket_clause_has_role (clause, LOKET_WORD_VEIL | LOKET_WORD_NEGATION))
    return FALSE;

  for (guint i = 0; i < clause->n_tokens; i++)
    {
      const char *text = clause->tokens[i].word->text;

      if (loket_note_words_has ("heeft is was waren", text))
        return FALSE;
      by_us = by_us || loket_note_words_has ("heb beloof", text);
    }

  return by_us || !loket_clause_has_role (clause, LOKET_WORD_CLIENT);
}

static void
learn_label (const LoketClause   *clause,
             LoketPromiseSetting *setting)
{
  if (clause->closed_by != ':' || clause->n_tokens > LONGEST_LABEL)
    return;

  if (loket_clause_has_role (clause, LOKET_WORD_CLIENT | LOKET_WORD_YOU | LOKET_WORD_FINITE))
    setting->of_client = TRUE;
  else if (loket_clause_has_role (clause, LOKET_WORD_CUE))
    setting->of_action = TRUE;
}

static void
add_finding (GArray                  *findings,
             const Sentence          *sentence,
             const LoketClause       *clause,
             const LoketPromiseMatch *match)
{
  LoketPromiseFinding finding = {
    .start = clause->tokens[match->first].start,
    .end = clause->tokens[match->last].end,
    .sentence_start = sentence->start,
    .sentence_end = sentence->end,
    .kind = match->kind,
  };

  g_array_append_val (findings, finding);
}

static void
search_sentence (const Sentence       *sentence,
                 const LoketNoteToday *today,
                 GArray               *findings)
{
  LoketPromiseSetting setting = { FALSE };
  LoketClause previous = { .n_tokens = 0 };
  LoketClause clause, next;
  guint at = 0;

  while (loket_clause_read_next (sentence->tokens, sentence->n_tokens, &at, &clause))
    {
      LoketPromiseMatch match;
      guint ahead = at;

      if (!loket_clause_read_next (sentence->tokens, sentence->n_tokens, &ahead, &next))
        next.n_tokens = 0;

      if (is_wish (&clause) || opens_speech (&clause))
        return;

      setting.promised = setting.promised || says_promised (&clause);
      learn_label (&clause, &setting);

      if (!closes_speech (&next) && loket_promise_rules_match (&clause, &setting, &match))
        {
          LoketPromiseFinding *finding;

          add_finding (findings, sentence, &clause, &match);
          finding = &g_array_index (findings, LoketPromiseFinding, findings->len - 1);
          finding->due_is_said = find_due (&clause, &next, &match, today, &finding->due_on)
                                 || find_due (&clause, &previous, &match, today, &finding->due_on);
          if (!finding->due_is_said)
            set_usual_due (finding, today);
        }
      previous = clause;
    }
}

/**
 * loket_promise_language_find:
 * @note: a text
 * @today: when it was written; with a valid date
 *
 * Takes time in proportion to the length of @note. A sentence that ends in a question mark
 * promises nothing, nor does what stands between quotation marks.
 *
 * Returns: (transfer full) (element-type LoketPromiseFinding): what its counsellor promises, in
 *   order and not overlapping
 */
GArray *
loket_promise_language_find (const char           *note,
                             const LoketNoteToday *today)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (LoketPromiseFinding));
  g_autoptr (GArray) tokens = NULL;
  Sentence sentence;
  guint length, at = 0;

  g_return_val_if_fail (note != NULL && loket_date_is_valid (today->date), findings);

  tokens = loket_note_tokens_read (note, &length);
  while (read_sentence (tokens, length, &at, &sentence))
    {
      if (sentence.tokens[sentence.n_tokens - 1].mark != '?')
        search_sentence (&sentence, today, findings);
    }

  return findings;
}

/**
 * loket_promise_language_get_at:
 * @findings: (element-type LoketPromiseFinding): as found in a note
 * @cursor: a place in the same note, in characters
 *
 * Returns: (transfer none) (nullable): the promise in which @cursor stands, else the nearest before
 *   it in the same sentence, else the first of that sentence; %NULL when the sentence has none
 */
const LoketPromiseFinding *
loket_promise_language_get_at (GArray *findings,
                               guint   cursor)
{
  const LoketPromiseFinding *nearest = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const LoketPromiseFinding *finding = &g_array_index (findings, LoketPromiseFinding, i);

      if (cursor < finding->sentence_start)
        break;
      if (cursor <= finding->sentence_end && (nearest == NULL || finding->start <= cursor))
        nearest = finding;
    }

  return nearest;
}

/**
 * loket_promise_language_read_at:
 * @note: a text
 * @today: when it was written; with a valid date
 * @cursor: a place in @note, in characters
 * @finding: (out): a promise
 *
 * Makes a promise of the sentence at @cursor: what loket_promise_language_get_at () finds there,
 * else the sentence itself, of kind "other" and with the day that it says.
 *
 * Returns: whether there is a sentence
 */
gboolean
loket_promise_language_read_at (const char           *note,
                                const LoketNoteToday *today,
                                guint                 cursor,
                                LoketPromiseFinding  *finding)
{
  g_autoptr (GArray) findings = loket_promise_language_find (note, today);
  const LoketPromiseFinding *found = loket_promise_language_get_at (findings, cursor);
  g_autoptr (GArray) tokens = NULL;
  Sentence sentence;
  guint length, at = 0;

  if (found != NULL)
    {
      *finding = *found;
      return TRUE;
    }

  tokens = loket_note_tokens_read (note, &length);
  while (read_sentence (tokens, length, &at, &sentence))
    {
      if (cursor < sentence.start || cursor > sentence.end || !has_words (&sentence))
        continue;

      *finding = (LoketPromiseFinding) {
        .start = sentence.start,
        .end = sentence.tokens[sentence.n_tokens - 1].end,
        .sentence_start = sentence.start,
        .sentence_end = sentence.end,
        .kind = "other",
      };
      finding->due_is_said = loket_note_dates_find (sentence.tokens, sentence.n_tokens, today,
                                                    FALSE, &finding->due_on);
      if (!finding->due_is_said)
        set_usual_due (finding, today);
      return TRUE;
    }

  return FALSE;
}

/**
 * loket_promise_language_dup_text:
 * @note: the note in which @finding was found
 * @finding: a promise
 *
 * Returns: (transfer full): the sentence of the promise on one line, without a bullet before it and
 *   without the full stop after it
 */
char *
loket_promise_language_dup_text (const char                *note,
                                 const LoketPromiseFinding *finding)
{
  g_autofree char *valid = g_utf8_make_valid (note, -1);
  g_autofree char *sentence = g_utf8_substring (valid, finding->sentence_start,
                                                finding->sentence_end);
  g_autofree char *clean = loket_text_clean (sentence, FALSE);
  const char *start = clean + strspn (clean, "-*>|,;:. ");
  gsize length = strlen (start);

  while (length > 0 && strchr ("., ", start[length - 1]) != NULL)
    length--;

  return g_strndup (start, length);
}
