/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The names of the rules, what they usually are, and what they can be. */

#include "loket-rule.h"

/* After domain practice; every office may choose otherwise. */
static const LoketRuleFacts facts[LOKET_N_RULES] = {
  [LOKET_RULE_RESPOND] = { "days.respond", "3", 0, 60, 1 },
  [LOKET_RULE_TAKE_TEST] = { "days.take_test", "10", 1, 250, 1 },
  [LOKET_RULE_RESULT] = { "days.result", "5", 1, 250, 1 },
  [LOKET_RULE_DISCUSS] = { "days.discuss", "5", 1, 250, 1 },
  [LOKET_RULE_STALL] = { "days.stall", "30", 5, 250, 1 },
  [LOKET_RULE_RETRY] = { "days.retry", "2", 1, 60, 1 },
  [LOKET_RULE_ATTEMPTS] = { "attempts.most", "3", 1, 9, 1 },
  [LOKET_RULE_ESCALATE] = { "days.escalate", "5", 0, 60, 1 },
  [LOKET_RULE_CALL_BACK] = { "days.call_back", "2", 0, 60, 1 },
  [LOKET_RULE_SEND] = { "days.send", "2", 0, 60, 1 },
  [LOKET_RULE_FIND_OUT] = { "days.find_out", "5", 0, 60, 1 },
  [LOKET_RULE_KEEP] = { "days.keep", "5", 0, 60, 1 },
  [LOKET_RULE_AFTERCARE_ONCE] = { "weeks.aftercare_once", "6", 1, 104, 1 },
  [LOKET_RULE_AFTERCARE_LONGER] = { "weeks.aftercare_longer", "2;6;12;26", 1, 104,
                                    LOKET_MOST_AFTERCARE },
};

/**
 * loket_rule_get_facts:
 *
 * Returns: (transfer none): the name of the rule's setting, and what it may be
 */
const LoketRuleFacts *
loket_rule_get_facts (LoketRule rule)
{
  g_return_val_if_fail (rule < LOKET_N_RULES, NULL);

  return &facts[rule];
}

/**
 * loket_rule_find:
 * @name: the name of a setting
 *
 * Returns: the rule whose setting it is, a #LoketRule; -1 when it is none's
 */
int
loket_rule_find (const char *name)
{
  for (int i = 0; i < LOKET_N_RULES; i++)
    {
      if (g_str_equal (facts[i].name, name))
        return i;
    }

  return -1;
}

/**
 * loket_rule_parse:
 * @rule: a rule
 * @value: whole numbers joined by ';', each larger than the one before it
 * @numbers: (out): the numbers
 *
 * Returns: how many there are; 0 when the rule cannot be that
 */
guint
loket_rule_parse (LoketRule   rule,
                  const char *value,
                  int         numbers[static LOKET_MOST_AFTERCARE])
{
  const LoketRuleFacts *may = &facts[rule];
  guint n = 0;

  for (const char *rest = value;; rest++)
    {
      char *end = NULL;
      gint64 number = g_ascii_isdigit (*rest) ? g_ascii_strtoll (rest, &end, 10) : -1;

      if (n == may->n_most || number < may->least || number > may->most
          || (n > 0 && number <= numbers[n - 1]))
        return 0;

      numbers[n++] = (int) number;
      if (*end == '\0')
        return n;
      if (*end != ';')
        return 0;
      rest = end;
    }
}

/**
 * loket_rule_is_valid:
 * @value: a whole number, or several joined by ';', the smallest first
 *
 * Returns: whether the rule can be that
 */
gboolean
loket_rule_is_valid (LoketRule   rule,
                     const char *value)
{
  int numbers[LOKET_MOST_AFTERCARE];

  g_return_val_if_fail (rule < LOKET_N_RULES, FALSE);

  return loket_rule_parse (rule, value, numbers) > 0;
}
