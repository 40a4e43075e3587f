/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The clauses of a sentence, each of which can hold a promise. */

#pragma once

#include "loket-note-tokens.h"

G_BEGIN_DECLS

/**
 * LoketClauseKind:
 * @LOKET_CLAUSE_MAIN: says something
 * @LOKET_CLAUSE_CONDITION: says when something holds: als, indien, mocht
 * @LOKET_CLAUSE_CONTENT: says what was promised, thought or said: dat
 * @LOKET_CLAUSE_SUBORDINATE: says more about something: of, omdat, die
 * @LOKET_CLAUSE_PURPOSE: says what for: om
 */
typedef enum
{
  LOKET_CLAUSE_MAIN,
  LOKET_CLAUSE_CONDITION,
  LOKET_CLAUSE_CONTENT,
  LOKET_CLAUSE_SUBORDINATE,
  LOKET_CLAUSE_PURPOSE
} LoketClauseKind;

/**
 * LoketClause:
 * @kind: what it is
 * @tokens: its words
 * @n_tokens: how many there are
 * @opened_by: the mark before it, LOKET_MARK_NONE when there is none
 * @closed_by: the mark after it, LOKET_MARK_NONE when there is none
 */
typedef struct
{
  LoketClauseKind kind;
  const LoketNoteToken *tokens;
  guint n_tokens;
  char opened_by;
  char closed_by;
} LoketClause;

gboolean loket_clause_read_next  (const LoketNoteToken *tokens,
                                  guint                 n_tokens,
                                  guint                *at,
                                  LoketClause          *clause);
gboolean loket_clause_has_role   (const LoketClause    *self,
                                  guint                 roles);
gboolean loket_clause_has_at     (const LoketClause    *self,
                                  guint                 at,
                                  guint                 roles);
gboolean loket_clause_is_word_at (const LoketClause    *self,
                                  guint                 at,
                                  const char           *text);

G_END_DECLS
