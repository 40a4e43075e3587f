/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts what a reminder sums up, out of the groups of the place Today. */

#include "loket-digest.h"

#include "loket-work-state.h"

#include <string.h>

/* Where something is counted, if anywhere. */
static guint *
find_count (LoketDigest      *self,
            LoketWorkGroup    group,
            const LoketWork  *work,
            const LoketRules *rules,
            const char       *now)
{
  LoketWorkStanding standing = loket_work_get_state (work, rules, now).standing;
  gboolean is_late = standing == LOKET_WORK_LATE;

  switch (group)
    {
    case LOKET_WORK_GROUP_UNTAKEN:
      return is_late ? &self->n_sign_ups : NULL;
    case LOKET_WORK_GROUP_APPOINTMENTS:
      return standing == LOKET_WORK_OVER ? &self->n_appointments : NULL;
    case LOKET_WORK_GROUP_DUE:
      if (is_late)
        return &self->n_late;
      return standing != LOKET_WORK_SNOOZED ? &self->n_today : NULL;
    case LOKET_WORK_GROUP_WAITING:
      return standing == LOKET_WORK_STALLED ? &self->n_today : NULL;
    case LOKET_WORK_GROUP_COMING:
      /* Not due yet, but the counsellor wanted to hear of it today. */
      return work->snoozed_until != NULL && standing != LOKET_WORK_SNOOZED
                 && strncmp (work->snoozed_until, now, LOKET_DATE_LENGTH) == 0
               ? &self->n_today
               : NULL;
    /* Somebody else's. */
    case LOKET_WORK_GROUP_ELSEWHERE:
    case LOKET_WORK_GROUP_LATER:
    default:
      return NULL;
    }
}

/**
 * loket_digest_new:
 * @worklist: what asks for work
 * @rules: (nullable): what the office agreed on
 *
 * Returns: (transfer full): what a reminder at its moment sums up
 */
LoketDigest *
loket_digest_new (const LoketWorklist *worklist,
                  const LoketRules    *rules)
{
  LoketDigest *self = g_new0 (LoketDigest, 1);
  g_autoptr (GHashTable) clients = g_hash_table_new (g_str_hash, g_str_equal);
  static const LoketWorkGroup groups[] = {
    LOKET_WORK_GROUP_DUE, LOKET_WORK_GROUP_WAITING, LOKET_WORK_GROUP_COMING,
    LOKET_WORK_GROUP_APPOINTMENTS, LOKET_WORK_GROUP_UNTAKEN,
  };

  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GPtrArray *items = worklist->groups[groups[i]];

      for (guint j = 0; j < items->len; j++)
        {
          const LoketWork *work = loket_work_item_get (items->pdata[j]);
          guint *count = find_count (self, groups[i], work, rules, worklist->now.text);

          if (count == NULL)
            continue;
          (*count)++;
          if (g_hash_table_add (clients, work->client_id))
            g_ptr_array_add (self->names, g_strdup (work->client_name));
          if (self->names->len == 1 && self->client_id == NULL)
            self->client_id = g_strdup (work->client_id);
        }
    }
  if (self->names->len != 1)
    g_clear_pointer (&self->client_id, g_free);

  return self;
}

void
loket_digest_free (LoketDigest *self)
{
  g_ptr_array_unref (self->names);
  g_free (self->client_id);
  g_free (self);
}

/**
 * loket_digest_is_empty:
 *
 * Returns: whether nothing asks for attention
 */
gboolean
loket_digest_is_empty (const LoketDigest *self)
{
  return self->names->len == 0;
}

/**
 * loket_worklist_dup_wakes:
 * @worklist: what asks for work
 *
 * Returns: (transfer full): the moments until which any of it was put off, in no order
 */
GStrv
loket_worklist_dup_wakes (const LoketWorklist *worklist)
{
  g_autoptr (GStrvBuilder) wakes = g_strv_builder_new ();

  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    {
      GPtrArray *items = worklist->groups[i];

      for (guint j = 0; i != LOKET_WORK_GROUP_ELSEWHERE && j < items->len; j++)
        {
          const LoketWork *work = loket_work_item_get (items->pdata[j]);

          if (work->snoozed_until != NULL)
            g_strv_builder_add (wakes, work->snoozed_until);
        }
    }

  return g_strv_builder_end (wakes);
}
