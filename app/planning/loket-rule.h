/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The agreements of which an office can change the amount. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many amounts a rule can have. */
#define LOKET_MOST_AFTERCARE 8

/**
 * LoketRule:
 * @LOKET_RULE_RESPOND: working days in which a sign-up is answered
 * @LOKET_RULE_TAKE_TEST: working days in which a test is taken after it was asked for
 * @LOKET_RULE_RESULT: working days in which its result is in
 * @LOKET_RULE_DISCUSS: working days in which the result is discussed
 * @LOKET_RULE_STALL: working days of silence after which a trajectory is stalled
 * @LOKET_RULE_RETRY: working days after which somebody who was not reached is tried again
 * @LOKET_RULE_ATTEMPTS: how often somebody is tried
 * @LOKET_RULE_ESCALATE: what is overdue by more working days shows at the team lead
 * @LOKET_RULE_CALL_BACK: working days to call back when no day was named
 * @LOKET_RULE_SEND: working days to send something when no day was named
 * @LOKET_RULE_FIND_OUT: working days to find something out when no day was named
 * @LOKET_RULE_KEEP: working days for another promise when no day was named
 * @LOKET_RULE_AFTERCARE_ONCE: weeks after closing, for who wants contact once
 * @LOKET_RULE_AFTERCARE_LONGER: weeks after closing, for who wants contact for longer: several
 *
 * An agreement of which the office can change the amount.
 */
typedef enum
{
  LOKET_RULE_RESPOND,
  LOKET_RULE_TAKE_TEST,
  LOKET_RULE_RESULT,
  LOKET_RULE_DISCUSS,
  LOKET_RULE_STALL,
  LOKET_RULE_RETRY,
  LOKET_RULE_ATTEMPTS,
  LOKET_RULE_ESCALATE,
  LOKET_RULE_CALL_BACK,
  LOKET_RULE_SEND,
  LOKET_RULE_FIND_OUT,
  LOKET_RULE_KEEP,
  LOKET_RULE_AFTERCARE_ONCE,
  LOKET_RULE_AFTERCARE_LONGER,
  LOKET_N_RULES
} LoketRule;

/**
 * LoketRuleFacts:
 * @name: the name of its setting
 * @usual: what holds until the office chooses otherwise: a whole number, or several joined by ';'
 * @least: the smallest number that makes sense
 * @most: the largest
 * @n_most: how many numbers there may be
 */
typedef struct
{
  const char *name;
  const char *usual;
  int least;
  int most;
  guint n_most;
} LoketRuleFacts;

const LoketRuleFacts *loket_rule_get_facts (LoketRule   rule);
int                   loket_rule_find      (const char *name);
gboolean              loket_rule_is_valid  (LoketRule   rule,
                                            const char *value);
guint                 loket_rule_parse     (LoketRule   rule,
                                            const char *value,
                                            int         numbers[static LOKET_MOST_AFTERCARE]);

G_END_DECLS
