/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The rules by which a promise, a test or a closing leads to contacts. */

#include "loket-follow-up.h"

#include "loket-intervals.h"

#include <string.h>

/**
 * loket_follow_up_get_response:
 * @rules: (nullable): what the office chose
 * @opened_on: the day on which the client signed up, YYYY-MM-DD
 *
 * Returns: the day on which the client is answered at the latest, by the days of the office: who
 *   asks for help does not wait until somebody is back
 */
LoketDateText
loket_follow_up_get_response (const LoketRules *rules,
                              const char       *opened_on)
{
  return loket_rules_get_due (rules, NULL, LOKET_RULE_RESPOND, opened_on);
}

/**
 * loket_follow_up_get_callback:
 * @rules: (nullable): what the office chose
 * @promised_on: the day on which the client was promised to be called back, YYYY-MM-DD
 *
 * Returns: the day on which the client is called: that day, or the working day of the office after
 *   it. A promise does not wait for a counsellor who is free on the day.
 */
LoketDateText
loket_follow_up_get_callback (const LoketRules *rules,
                              const char       *promised_on)
{
  return loket_working_days_move_on (loket_rules_get_days (rules, NULL), promised_on);
}

/**
 * loket_follow_up_is_callback:
 *
 * Returns: whether the counsellor promised to call, and not something else
 */
gboolean
loket_follow_up_is_callback (LoketRecord *promise)
{
  return g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_KIND), "callback")
         && g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "counsellor");
}

/**
 * loket_follow_up_is_call_of:
 * @rules: (nullable): what the office chose
 * @contact: a contact, open or closed
 * @promise: a promise, open or closed
 *
 * Returns: whether @contact is the call that was promised. One that says for what it was planned is
 *   of that; one that came from a file does not say so, and is the call when it is due on the day
 *   of the promise, or on the working day after it.
 */
gboolean
loket_follow_up_is_call_of (const LoketRules *rules,
                            LoketRecord      *contact,
                            LoketRecord      *promise)
{
  const char *cause = loket_record_get_value (contact, LOKET_CONTACT_CAUSE);
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);
  const char *promised_on = loket_record_get_text (promise, LOKET_PROMISE_DUE_ON);

  if (!g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), "callback")
      || !loket_follow_up_is_callback (promise))
    return FALSE;
  if (cause != NULL)
    return g_str_equal (cause, loket_record_get_id (promise));
  if (!g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_TRAJECTORY_NO),
                    loket_record_get_text (promise, LOKET_PROMISE_TRAJECTORY_NO)))
    return FALSE;

  return g_str_equal (due_on, promised_on)
         || g_str_equal (due_on, loket_follow_up_get_callback (rules, promised_on).text);
}

static LoketRule
get_promise_rule (const char *kind)
{
  if (g_str_equal (kind, "callback"))
    return LOKET_RULE_CALL_BACK;
  if (g_str_equal (kind, "send"))
    return LOKET_RULE_SEND;
  if (g_str_equal (kind, "find_out"))
    return LOKET_RULE_FIND_OUT;

  return LOKET_RULE_KEEP;
}

/**
 * loket_follow_up_get_promise:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who promises
 * @kind: a code of the list "promise_kind"
 * @made_on: the day on which it was promised, YYYY-MM-DD
 *
 * Returns: the working day on which a promise is due that names no day
 */
LoketDateText
loket_follow_up_get_promise (const LoketRules *rules,
                             const char       *counsellor_id,
                             const char       *kind,
                             const char       *made_on)
{
  return loket_rules_get_due (rules, counsellor_id, get_promise_rule (kind), made_on);
}

/**
 * loket_follow_up_get_aftercare:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who will contact the client
 * @wish: (nullable): the client's wish, a code of the list "aftercare"
 * @closed_on: the day on which the trajectory is closed, YYYY-MM-DD
 * @contacts: (out): the contacts, earliest first
 *
 * Returns: how many contacts the wish asks for; 0 when the client wants none or takes the
 *   initiative
 */
guint
loket_follow_up_get_aftercare (const LoketRules *rules,
                               const char       *counsellor_id,
                               const char       *wish,
                               const char       *closed_on,
                               LoketAftercare    contacts[static LOKET_MOST_AFTERCARE])
{
  const LoketWorkingDays *days = loket_rules_get_days (rules, counsellor_id);
  int weeks[LOKET_MOST_AFTERCARE];
  guint n = 0;

  if (g_strcmp0 (wish, "yes_once") == 0)
    n = loket_rules_get_numbers (rules, LOKET_RULE_AFTERCARE_ONCE, closed_on, weeks);
  else if (g_strcmp0 (wish, "yes_longer") == 0)
    n = loket_rules_get_numbers (rules, LOKET_RULE_AFTERCARE_LONGER, closed_on, weeks);

  for (guint i = 0; i < n; i++)
    {
      contacts[i].weeks = weeks[i];
      contacts[i].meant_on = loket_date_add_days (closed_on, 7 * weeks[i]);
      contacts[i].due_on = loket_working_days_add_weeks (days, closed_on, weeks[i]);
    }

  return n;
}

/**
 * loket_follow_up_get_meant:
 * @rules: (nullable): what the office chose
 * @kind: a code of the list "contact_kind", of a contact so many working days after something
 * @from: the day of that, a date or a moment
 *
 * Returns: the day on which the contact is due where the office is closed on holidays alone, and
 *   nobody is ever away; what else is known of the calendar makes it that day or a later one
 */
LoketDateText
loket_follow_up_get_meant (const LoketRules *rules,
                           const char       *kind,
                           const char       *from)
{
  static const struct
  {
    const char *kind;
    LoketRule rule;
  } kinds[] = {
    { "first_response", LOKET_RULE_RESPOND },
    { "assessment_pending", LOKET_RULE_TAKE_TEST },
    { "assessment_result", LOKET_RULE_RESULT },
    { "assessment_debrief", LOKET_RULE_DISCUSS },
    { "stalled", LOKET_RULE_STALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].kind, kind))
        return loket_working_days_add (NULL, from, loket_rules_get (rules, kinds[i].rule, from));
    }

  return loket_date_add_days (from, 0);
}

/**
 * loket_follow_up_is_settled:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who will contact the client
 * @wish: (nullable): the client's wish, a code of the list "aftercare"
 * @closed_on: the day on which the trajectory was closed, YYYY-MM-DD
 * @series: (element-type LoketSeriesDue): the contacts there are after this closing, without those
 *   that were cancelled, earliest first
 *
 * Returns: whether there are as many contacts as the wish asks for of which those to come are due
 *   on the days on which it asks for them, or more of which none is to come: then there is nothing
 *   to plan
 */
gboolean
loket_follow_up_is_settled (const LoketRules *rules,
                            const char       *counsellor_id,
                            const char       *wish,
                            const char       *closed_on,
                            GArray           *series)
{
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = loket_follow_up_get_aftercare (rules, counsellor_id, wish, closed_on, contacts);

  for (guint i = 0; i < series->len; i++)
    {
      const LoketSeriesDue *due = &g_array_index (series, LoketSeriesDue, i);

      if (due->is_open
          && (series->len != n || !g_str_equal (due->due_on.text, contacts[i].due_on.text)))
        return FALSE;
    }

  return n <= series->len;
}

/**
 * loket_follow_up_get_stalled:
 * @rules: (nullable): what the office chose
 * @counsellor_id: (nullable): the id of who advises the client
 * @silent_since: the day from which nothing was heard of the client, YYYY-MM-DD
 *
 * Returns: the day on which somebody asks what became of it
 */
LoketDateText
loket_follow_up_get_stalled (const LoketRules *rules,
                             const char       *counsellor_id,
                             const char       *silent_since)
{
  return loket_rules_get_due (rules, counsellor_id, LOKET_RULE_STALL, silent_since);
}

/**
 * loket_follow_up_is_foreseen:
 * @rules: (nullable): what the office chose
 * @stalled_on: the day on which a client will have been silent for long, YYYY-MM-DD
 * @today: YYYY-MM-DD
 *
 * Most clients speak before: it is not foretold before the week in which it is so.
 *
 * Returns: whether that week has come
 */
gboolean
loket_follow_up_is_foreseen (const LoketRules *rules,
                             const char       *stalled_on,
                             const char       *today)
{
  LoketDateText horizon = loket_working_days_add (loket_rules_get_days (rules, NULL), today,
                                                  LOKET_DAYS_AHEAD);

  return strcmp (stalled_on, horizon.text) <= 0;
}
