/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds what is overdue by more than the office allows, and sign-ups answered too late. */

#include "loket-late-work.h"

#include "loket-work-state.h"
#include "loket-worklist-table.h"

#include <string.h>

/* How many of each are read at most, those that wait longest first. */
#define MOST 200

/**
 * loket_work_get_overdue_days:
 * @work: something that asks for work
 * @rules: (nullable): what the office agreed on
 * @now: a moment
 *
 * Returns: by how many working days it is late, also while a reminder is put off; 0 when it is not
 */
int
loket_work_get_overdue_days (const LoketWork  *work,
                             const LoketRules *rules,
                             const char       *now)
{
  LoketDateText due = loket_work_get_due (work, rules);

  if (loket_date_get_day (due.text) >= loket_date_get_day (now))
    return 0;

  return loket_working_days_count_late (loket_rules_get_days (rules, NULL), due.text, now);
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
 * A sign-up that nobody took escalates as soon as its first response is late, everything else when
 * it is overdue by more working days than the office allows.
 *
 * Returns: whether a team lead sees it, whose ever it is
 */
gboolean
loket_work_is_escalated (const LoketWork  *work,
                         const LoketRules *rules,
                         const char       *now)
{
  int days;

  if (!loket_work_is_open (work) || work->type == LOKET_WORK_APPOINTMENT
      || work->type == LOKET_WORK_ASSESSMENT)
    return FALSE;

  days = loket_work_get_overdue_days (work, rules, now);

  return days > (is_untaken (work) ? 0 : loket_rules_get (rules, LOKET_RULE_ESCALATE, now));
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

/* A sign-up that nobody has taken stands on everybody's list already. */
static gboolean
is_with_another (const LoketWork   *work,
                 const char *const *owned)
{
  if (work->counsellor_id == NULL)
    return !is_untaken (work);

  return !g_strv_contains (owned, work->counsellor_id);
}

/**
 * loket_late_work_load:
 * @owned: whose work stands on the list of the team lead anyhow
 * @now: a moment
 *
 * Returns: (transfer full) (nullable) (element-type LoketWorkItem): what has escalated of all
 *   others, what waits longest first
 */
GPtrArray *
loket_late_work_load (LoketDatabase      *database,
                      const LoketRules   *rules,
                      const char *const  *owned,
                      const char         *now,
                      GError            **error)
{
  /* First responses come in before what is late by so little that nobody needs to know. */
  static const struct
  {
    LoketWorkType type;
    const char *kind;
  } readings[] = {
    { LOKET_WORK_SIGN_UP, NULL },
    { LOKET_WORK_CONTACT, "first_response" },
    { LOKET_WORK_CONTACT, NULL },
    { LOKET_WORK_PROMISE, NULL },
  };
  LoketDateText yesterday = loket_date_add_days (now, -1);
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const LoketWorkQuery query = {
        .type = readings[i].type,
        .kind = readings[i].kind,
        .from = "",
        .until = yesterday.text,
        .most = MOST,
      };

      if (!loket_worklist_table_load (database, &query, items, error))
        return NULL;
    }

  for (guint i = 0; i < items->len; i++)
    {
      const LoketWork *work = loket_work_item_get (items->pdata[i]);

      if (is_with_another (work, owned) && loket_work_is_escalated (work, rules, now)
          && g_hash_table_add (seen, work->record_id))
        g_ptr_array_add (late, g_object_ref (items->pdata[i]));
    }
  g_ptr_array_sort_with_data (late, compare_due, (gpointer) rules);

  return g_steal_pointer (&late);
}
