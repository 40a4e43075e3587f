/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the records say of the trajectory that a response is about, in bands by which responses can
 * be grouped like by any question. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

typedef enum
{
  LOKET_FACT_SESSIONS, /* held */
  LOKET_FACT_TESTS, /* taken */
  LOKET_FACT_MINUTES, /* of conversation */
  LOKET_FACT_RESPONSE, /* working days from the sign-up to the first response */
  LOKET_FACT_RESULT, /* working days from a test to its result, the longest */
  LOKET_FACT_PROMISES, /* whether the counsellor kept all of them on time */
  LOKET_N_FACTS
} LoketFact;

/* Of one trajectory, up to the moment of the survey. */
typedef struct
{
  guint    sessions;
  guint    tests;
  gboolean knows_minutes; /* of every session */
  guint    minutes;
  int      response_days; /* -1: no first response is known */
  int      result_days; /* -1: no result is known */
  guint    promises; /* that became due */
  guint    kept; /* of these on time */
} LoketFacts;

const LoketItem *loket_fact_get_item     (LoketFact         fact);
int              loket_facts_find        (const char       *id);
void             loket_facts_get_codes   (const LoketFacts *facts,
                                          guint8            codes[LOKET_N_FACTS]);
guint            loket_facts_get_nowhere (const LoketItem  *item);

G_END_DECLS
