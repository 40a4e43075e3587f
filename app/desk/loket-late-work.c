/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds what is overdue by more than the office allows, and sign-ups answered too late. */

#include "loket-late-work.h"

#include "loket-work-state.h"
#include "loket-worklist-table.h"

#include <string.h>

/* Behind every moment until which a reminder can be put off. */
#define ALWAYS "9999-12-31T23:59"

/**
 * loket_late_work_is_escalated:
 * @rules: (nullable): what the office agreed on
 * @due_on: the day on which something is due that is still open
 * @is_untaken: whether it is a sign-up that nobody took
 * @now: a date or a moment
 *
 * A sign-up that nobody took escalates as soon as its first response is late, everything else when
 * it is overdue by more working days than the office allows.
 *
 * Returns: whether a team lead sees it, whose ever it is
 */
gboolean
loket_late_work_is_escalated (const LoketRules *rules,
                              const char       *due_on,
                              gboolean          is_untaken,
                              const char       *now)
{
  int most = is_untaken ? 0 : loket_rules_get (rules, LOKET_RULE_ESCALATE, now);

  return loket_working_days_count_between (loket_rules_get_days (rules, NULL), due_on, now) > most;
}

static gboolean
is_untaken (const LoketWork *work)
{
  return work->type == LOKET_WORK_UNTAKEN
         || (work->type == LOKET_WORK_CONTACT && work->counsellor_id == NULL
             && g_strcmp0 (work->kind, "first_response") == 0);
}

/**
 * loket_work_is_escalated:
 * @work: something that asks for work
 * @rules: (nullable): what the office agreed on
 * @now: a moment
 *
 * Returns: whether a team lead sees it, whose ever it is, also while a reminder is put off
 */
gboolean
loket_work_is_escalated (const LoketWork  *work,
                         const LoketRules *rules,
                         const char       *now)
{
  LoketDateText due = loket_work_get_due (work, rules);

  if (!loket_work_is_open (work) || work->type == LOKET_WORK_APPOINTMENT
      || work->type == LOKET_WORK_ASSESSMENT)
    return FALSE;

  return loket_late_work_is_escalated (rules, due.text, is_untaken (work), now);
}

static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      rules)
{
  const LoketWork *one = loket_work_item_get (*(LoketWorkItem *const *) a);
  const LoketWork *other = loket_work_item_get (*(LoketWorkItem *const *) b);
  LoketDateText one_due = loket_work_get_due (one, rules);
  LoketDateText other_due = loket_work_get_due (other, rules);
  int order = strcmp (one_due.text, other_due.text);

  if (order == 0)
    order = g_utf8_collate (one->client_name, other->client_name);

  return order != 0 ? order : strcmp (one->record_id, other->record_id);
}

/* What is due on this day, or before it, is late by more than the office allows. */
static LoketDateText
get_last_day (const LoketRules *rules,
              const char       *now)
{
  LoketDateText day = loket_date_add_days (now, -1);

  while (!loket_late_work_is_escalated (rules, day.text, FALSE, now))
    day = loket_date_add_days (day.text, -1);

  return day;
}

/* Of sign-ups the date is that of signing up: how late they are is worked out for each. */
static gboolean
load_sign_ups (LoketDatabase         *database,
               const LoketWorkQuery  *query,
               const LoketRules      *rules,
               const char            *now,
               GPtrArray             *late,
               GError               **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  LoketWorkQuery all = *query;

  all.type = LOKET_WORK_SIGN_UP;
  all.most = G_MAXINT;
  if (!loket_worklist_table_load (database, &all, items, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (loket_work_is_escalated (loket_work_item_get (items->pdata[i]), rules, now))
        g_ptr_array_add (late, g_object_ref (items->pdata[i]));
    }

  return TRUE;
}

static gboolean
count_all (LoketDatabase         *database,
           const LoketWorkQuery  *query,
           guint                 *n_all,
           GError               **error)
{
  LoketWorkQuery all = *query;
  gint64 n;

  all.most = G_MAXINT;
  n = loket_worklist_table_count (database, &all, ALWAYS, error);
  *n_all += (guint) MAX (n, 0);

  return n >= 0;
}

/**
 * loket_late_work_load:
 * @owned: whose work stands on the list of the team lead anyhow
 * @now: a moment
 * @most: how many are wanted
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (nullable) (element-type LoketWorkItem): what has escalated of all
 *   others, what waits longest first
 */
GPtrArray *
loket_late_work_load (LoketDatabase      *database,
                      const LoketRules   *rules,
                      const char *const  *owned,
                      const char         *now,
                      guint               most,
                      guint              *n_all,
                      GError            **error)
{
  static const LoketWorkType types[] = { LOKET_WORK_CONTACT, LOKET_WORK_PROMISE };
  LoketDateText last_day = get_last_day (rules, now);
  LoketWorkQuery query = {
    .others_than = owned, .but_untaken = TRUE, .from = "", .until = last_day.text, .most = most,
  };
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_object_unref);

  if (!load_sign_ups (database, &query, rules, now, late, error))
    return NULL;

  *n_all = late->len;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      query.type = types[i];
      if (!loket_worklist_table_load (database, &query, late, error)
          || !count_all (database, &query, n_all, error))
        return NULL;
    }
  g_ptr_array_sort_with_data (late, compare_due, (gpointer) rules);
  if (late->len > most)
    g_ptr_array_set_size (late, (int) most);

  return g_steal_pointer (&late);
}
