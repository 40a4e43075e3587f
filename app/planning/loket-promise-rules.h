/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a clause is a promise of the counsellor. */

#pragma once

#include "loket-note-clauses.h"

G_BEGIN_DECLS

/**
 * LoketPromiseSetting:
 * @promised: a clause before it said that something was promised
 * @of_client: a label before it, "Actie klant:", gives it to the client, or defines something
 * @of_action: a label before it, "Actie:", asks for a deed
 *
 * What the clauses before one in the same sentence say about it.
 */
typedef struct
{
  gboolean promised;
  gboolean of_client;
  gboolean of_action;
} LoketPromiseSetting;

/**
 * LoketPromiseMatch:
 * @first: the first word of the promise in its clause
 * @last: its last word
 * @kind: the code of its kind
 * @plans: whether something is planned for a day
 */
typedef struct
{
  guint first;
  guint last;
  const char *kind;
  gboolean plans;
} LoketPromiseMatch;

gboolean loket_promise_rules_match   (const LoketClause         *clause,
                                      const LoketPromiseSetting *setting,
                                      LoketPromiseMatch         *match);
gboolean loket_promise_has_cue       (const LoketClause         *clause);

/* The constructions that are told apart; each returns whether @clause is one. */
gboolean loket_promise_match_verb    (const LoketClause         *clause,
                                      guint                      at,
                                      LoketPromiseMatch         *match,
                                      guint                     *traits);
gboolean loket_promise_match_passive (const LoketClause         *clause,
                                      LoketPromiseMatch         *match);
gboolean loket_promise_match_receipt (const LoketClause         *clause,
                                      LoketPromiseMatch         *match);
gboolean loket_promise_match_bare    (const LoketClause         *clause,
                                      const LoketPromiseSetting *setting,
                                      LoketPromiseMatch         *match);

G_END_DECLS
