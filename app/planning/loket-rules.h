/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on: intervals with the day from which they hold, days on which it is
 * closed, who works when, and who stands in for whom. */

#pragma once

#include "loket-working-days.h"

G_BEGIN_DECLS

#define LOKET_MOST_AFTERCARE 8

typedef struct _LoketRules LoketRules;

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

/* The setting that says whether the office is closed on Good Friday: "1" or "0". */
#define LOKET_SETTING_GOOD_FRIDAY "closed.good_friday"

const LoketRuleFacts *
         loket_rule_get_facts       (LoketRule         rule);
int      loket_rule_find            (const char       *name);
gboolean loket_rule_is_valid        (LoketRule         rule,
                                     const char       *value);

LoketRules *
         loket_rules_new            (void);
LoketRules *
         loket_rules_ref            (LoketRules       *self);
void     loket_rules_unref          (LoketRules       *self);
gboolean loket_rules_equal          (const LoketRules *self,
                                     const LoketRules *other);
void     loket_rules_add_setting    (LoketRules       *self,
                                     const char       *name,
                                     const char       *valid_from,
                                     const char       *value);
void     loket_rules_add_closure    (LoketRules       *self,
                                     const char       *from,
                                     const char       *until);
void     loket_rules_add_counsellor (LoketRules       *self,
                                     const char       *id,
                                     const char       *week_days,
                                     gboolean          is_active,
                                     gboolean          is_team_lead);
void     loket_rules_add_absence    (LoketRules       *self,
                                     const char       *counsellor_id,
                                     const char       *from,
                                     const char       *until,
                                     const char       *substitute_id);

gboolean loket_rules_is_chosen      (const LoketRules *self,
                                     LoketRule         rule);
int      loket_rules_get            (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on);
const char *
         loket_rules_get_value      (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on);
const char *
         loket_rules_get_text       (const LoketRules *self,
                                     const char       *name,
                                     const char       *on);
guint    loket_rules_get_numbers    (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on,
                                     int               numbers[static LOKET_MOST_AFTERCARE]);
const LoketWorkingDays *
         loket_rules_get_days       (const LoketRules *self,
                                     const char       *counsellor_id);
LoketDateText
         loket_rules_get_due        (const LoketRules *self,
                                     const char       *counsellor_id,
                                     LoketRule         rule,
                                     const char       *date);
const char *
         loket_rules_find_owner     (const LoketRules *self,
                                     const char       *counsellor_id,
                                     const char       *date);
GStrv    loket_rules_dup_owned      (const LoketRules *self,
                                     const char       *owner_id,
                                     const char       *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRules, loket_rules_unref)

G_END_DECLS
