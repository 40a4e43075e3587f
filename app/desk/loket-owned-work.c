/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks for the work of one counsellor after the other. */

#include "loket-owned-work.h"

/* Everybody's work is asked for at once, and what nobody has taken is everybody's. */
static gboolean
is_everybodys (const LoketWorkQuery *query,
               const char *const    *owned)
{
  return owned == NULL || query->type == LOKET_WORK_UNTAKEN;
}

/* What is nobody's is read with what is the last one's: along the same way. */
static gboolean
is_last (const char *const *owned,
         guint              i)
{
  return g_strcmp0 (owned[i + 1], LOKET_WORK_NOBODY) == 0;
}

/* Nobody stands behind all others. */
static gboolean
is_somebody (const char *id)
{
  return id != NULL && !g_str_equal (id, LOKET_WORK_NOBODY);
}

/**
 * loket_owned_work_load:
 * @query: what is wanted, of whomever
 * @owned: (nullable): whose work, as from loket_rules_dup_owned (); NULL for everybody's
 * @items: (element-type LoketWorkItem): what is found is added to it
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_owned_work_load (LoketDatabase         *database,
                       const LoketWorkQuery  *query,
                       const char *const     *owned,
                       GPtrArray             *items,
                       GError               **error)
{
  LoketWorkQuery its_query = *query;

  if (is_everybodys (query, owned))
    return loket_worklist_table_load (database, query, items, error);

  for (guint i = 0; is_somebody (owned[i]); i++)
    {
      its_query.counsellor_id = owned[i];
      its_query.and_nobodys = is_last (owned, i);
      if (!loket_worklist_table_load (database, &its_query, items, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_owned_work_count:
 * @query: what is wanted, of whomever
 * @owned: (nullable): as for loket_owned_work_load ()
 * @awake_at: a moment: what was put off until later is not counted
 *
 * Returns: how many there are; -1 with @error set when the store could not be asked
 */
gint64
loket_owned_work_count (LoketDatabase         *database,
                        const LoketWorkQuery  *query,
                        const char *const     *owned,
                        const char            *awake_at,
                        GError               **error)
{
  LoketWorkQuery its_query = *query;
  gint64 sum = 0;

  if (is_everybodys (query, owned))
    return loket_worklist_table_count (database, query, awake_at, error);

  for (guint i = 0; is_somebody (owned[i]); i++)
    {
      gint64 count;

      its_query.counsellor_id = owned[i];
      its_query.and_nobodys = is_last (owned, i);
      count = loket_worklist_table_count (database, &its_query, awake_at, error);
      if (count < 0)
        return -1;
      sum += count;
    }

  return sum;
}

/**
 * loket_owned_work_count_days:
 * @query: what is wanted, of whomever
 * @owned: (nullable): as for loket_owned_work_load ()
 * @days: (element-type utf8 int): the counts of each day are added to it
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_owned_work_count_days (LoketDatabase         *database,
                             const LoketWorkQuery  *query,
                             const char *const     *owned,
                             GHashTable            *days,
                             GError               **error)
{
  LoketWorkQuery its_query = *query;

  if (is_everybodys (query, owned))
    return loket_worklist_table_count_days (database, query, days, error);

  for (guint i = 0; is_somebody (owned[i]); i++)
    {
      its_query.counsellor_id = owned[i];
      its_query.and_nobodys = is_last (owned, i);
      if (!loket_worklist_table_count_days (database, &its_query, days, error))
        return FALSE;
    }

  return TRUE;
}
