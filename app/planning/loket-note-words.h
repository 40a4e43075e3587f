/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The Dutch words that matter when a note is searched for promises. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketWordRole:
 * @LOKET_WORD_I: the counsellor
 * @LOKET_WORD_WE: the counsellor and the desk
 * @LOKET_WORD_DESK: the desk, or a colleague
 * @LOKET_WORD_YOU: the client, spoken to; some of them are objects or possessives as well
 * @LOKET_WORD_CLIENT: the client, or somebody else, spoken of as a subject
 * @LOKET_WORD_US: the counsellor as an object
 * @LOKET_WORD_NEGATION: what is said is not so
 * @LOKET_WORD_VEIL: what is said is possible, wished or was once meant
 * @LOKET_WORD_SELF: the client is asked, or does it, or both do it together
 * @LOKET_WORD_WILL: an auxiliary of the future, with "ik"
 * @LOKET_WORD_WILLS: the same in the third person
 * @LOKET_WORD_WE_WILL: the same in the plural
 * @LOKET_WORD_IF: opens a condition
 * @LOKET_WORD_THAT: opens a subordinate clause
 * @LOKET_WORD_POINTER: the same, unless it points at something: "dat vraag ik na"
 * @LOKET_WORD_JOINER: may open a clause of its own
 * @LOKET_WORD_DETERMINER: what follows is a noun
 * @LOKET_WORD_PROMISED: somebody gave a promise
 * @LOKET_WORD_SAID: somebody's words follow
 * @LOKET_WORD_TE: the particle before an infinitive
 * @LOKET_WORD_BECOMES: the auxiliary of the passive
 * @LOKET_WORD_GETS: the client receives
 * @LOKET_WORD_FOLLOWS: something will come
 * @LOKET_WORD_SENDABLE: what a desk sends
 * @LOKET_WORD_NEWS: what a desk tells
 * @LOKET_WORD_CLIENTS_OWN: what only a client can send
 * @LOKET_WORD_PARTY: somebody else than the client whom one calls
 * @LOKET_WORD_FINITE: a finite verb that promises nothing
 * @LOKET_WORD_ABBREVIATION: its full stop does not end a sentence
 * @LOKET_WORD_LIGHT: may stand before an elided subject
 * @LOKET_WORD_CUE: makes a promise of a bare infinitive
 * @LOKET_WORD_PREPOSITION: stands before a noun
 */
typedef enum
{
  LOKET_WORD_I = 1 << 0,
  LOKET_WORD_WE = 1 << 1,
  LOKET_WORD_DESK = 1 << 2,
  LOKET_WORD_YOU = 1 << 3,
  LOKET_WORD_CLIENT = 1 << 4,
  LOKET_WORD_US = 1 << 5,
  LOKET_WORD_NEGATION = 1 << 6,
  LOKET_WORD_VEIL = 1 << 7,
  LOKET_WORD_SELF = 1 << 8,
  LOKET_WORD_WILL = 1 << 9,
  LOKET_WORD_WILLS = 1 << 10,
  LOKET_WORD_WE_WILL = 1 << 11,
  LOKET_WORD_IF = 1 << 12,
  LOKET_WORD_THAT = 1 << 13,
  LOKET_WORD_POINTER = 1 << 14,
  LOKET_WORD_JOINER = 1 << 15,
  LOKET_WORD_DETERMINER = 1 << 16,
  LOKET_WORD_PROMISED = 1 << 17,
  LOKET_WORD_SAID = 1 << 18,
  LOKET_WORD_TE = 1 << 19,
  LOKET_WORD_BECOMES = 1 << 20,
  LOKET_WORD_GETS = 1 << 21,
  LOKET_WORD_FOLLOWS = 1 << 22,
  LOKET_WORD_SENDABLE = 1 << 23,
  LOKET_WORD_NEWS = 1 << 24,
  LOKET_WORD_CLIENTS_OWN = 1 << 25,
  LOKET_WORD_PARTY = 1 << 26,
  LOKET_WORD_FINITE = 1 << 27,
  LOKET_WORD_ABBREVIATION = 1 << 28,
  LOKET_WORD_LIGHT = 1 << 29,
  LOKET_WORD_CUE = 1 << 30,
} LoketWordRole;

#define LOKET_WORD_PREPOSITION (1u << 31)

/**
 * LoketVerbForm:
 * @LOKET_VERB_NONE: not a form of a verb that promises
 * @LOKET_VERB_STEM: with "ik": bel
 * @LOKET_VERB_THIRD: with "het loket": belt
 * @LOKET_VERB_PLURAL: with "wij", and the infinitive: bellen
 * @LOKET_VERB_PARTICIPLE: with "wordt": gebeld
 */
typedef enum
{
  LOKET_VERB_NONE,
  LOKET_VERB_STEM,
  LOKET_VERB_THIRD,
  LOKET_VERB_PLURAL,
  LOKET_VERB_PARTICIPLE
} LoketVerbForm;

/**
 * LoketVerbTrait:
 * @LOKET_VERB_BARE: promises without its particle as well
 * @LOKET_VERB_NOUN: its stem is also a noun
 * @LOKET_VERB_WITH_SUBJECT: its stem promises only beside "ik"
 * @LOKET_VERB_WEAK: its infinitive alone is rather an activity than a promise
 * @LOKET_VERB_CALLS: has a person as its object
 * @LOKET_VERB_PLANS: "voor maandag" is the day itself
 * @LOKET_VERB_REFLEXIVE: with "je" it asks the client: "meld je aan"
 * @LOKET_VERB_AFTER_WILL: promises only after an auxiliary: "probeer te bereiken"
 */
typedef enum
{
  LOKET_VERB_BARE = 1 << 0,
  LOKET_VERB_NOUN = 1 << 1,
  LOKET_VERB_WITH_SUBJECT = 1 << 2,
  LOKET_VERB_WEAK = 1 << 3,
  LOKET_VERB_CALLS = 1 << 4,
  LOKET_VERB_PLANS = 1 << 5,
  LOKET_VERB_AFTER_WILL = 1 << 6,
  LOKET_VERB_REFLEXIVE = 1 << 7,
} LoketVerbTrait;

/**
 * LoketVerb:
 * @forms: its forms, by LoketVerbForm less one; that of the stem names the verb
 * @particles: (nullable): what can be separated from it, between spaces
 * @companions: (nullable): words of which one must stand in the same clause, between spaces
 * @kind: (nullable): the code of the kind of promise; %NULL when it promises nothing
 * @traits: how it promises
 *
 * A stem may have several rows, one after the other.
 */
typedef struct
{
  const char *forms[4];
  const char *particles;
  const char *companions;
  const char *kind;
  guint traits;
} LoketVerb;

/**
 * LoketDateRole:
 * @LOKET_DATE_NONE: says nothing about a day
 * @LOKET_DATE_OFFSET: so many days from today
 * @LOKET_DATE_WEEKDAY: 1 for Monday to 7
 * @LOKET_DATE_MONTH: 1 to 12
 * @LOKET_DATE_WORKING_DAYS, @LOKET_DATE_DAYS, @LOKET_DATE_WEEKS, @LOKET_DATE_MONTHS,
 *   @LOKET_DATE_HOURS: units
 * @LOKET_DATE_COUNT: a number in words
 * @LOKET_DATE_SOME: a few
 * @LOKET_DATE_NEXT: volgende
 * @LOKET_DATE_COMING: aanstaande
 * @LOKET_DATE_THIS: deze
 * @LOKET_DATE_PART: 1 for the begin, 2 for the middle, 3 for the end of a week or month
 * @LOKET_DATE_WEEKEND: weekend
 * @LOKET_DATE_PAST: what is beside it lies in the past
 */
typedef enum
{
  LOKET_DATE_NONE,
  LOKET_DATE_OFFSET,
  LOKET_DATE_WEEKDAY,
  LOKET_DATE_MONTH,
  LOKET_DATE_WORKING_DAYS,
  LOKET_DATE_DAYS,
  LOKET_DATE_WEEKS,
  LOKET_DATE_MONTHS,
  LOKET_DATE_HOURS,
  LOKET_DATE_COUNT,
  LOKET_DATE_SOME,
  LOKET_DATE_NEXT,
  LOKET_DATE_COMING,
  LOKET_DATE_THIS,
  LOKET_DATE_PART,
  LOKET_DATE_WEEKEND,
  LOKET_DATE_PAST
} LoketDateRole;

/**
 * LoketWord:
 * @text: the word in lower case and without accents; empty when it is not in the lists
 * @roles: what it can be, of LoketWordRole and LOKET_WORD_PREPOSITION
 * @form: which form of @verb it is
 * @verb: (nullable): the first row of the verb
 * @particle: (nullable): the particle that is written together with the verb
 * @date: what it says about a day
 * @value: a number that belongs to @date
 */
typedef struct
{
  const char *text;
  guint roles;
  LoketVerbForm form;
  const LoketVerb *verb;
  const char *particle;
  LoketDateRole date;
  int value;
} LoketWord;

extern const LoketVerb loket_note_verbs[];
extern const guint loket_note_n_verbs;

const LoketWord *loket_note_words_find (const char *text);
gboolean         loket_note_words_has  (const char *list,
                                        const char *text);

G_END_DECLS
