/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts what asks for work. */

#include "loket-counts.h"

#include "loket-office-rules.h"
#include "loket-owned-work.h"
#include "loket-work-state.h"
#include "loket-worklist-table.h"
#include "loket-worklist.h"

typedef struct
{
  char *counsellor_id;  /* (nullable): everybody's */
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_free (request->counsellor_id);
  g_free (request);
}

/* Of the work of those who are @owned, or of everybody's. */
static gint64
count_work (LoketDatabase      *database,
            const Request      *request,
            LoketWorkType       type,
            const char *const  *owned,
            const char         *until,
            GError            **error)
{
  const LoketWorkQuery query = {
    .type = type,
    .but_untaken = TRUE,
    .from = "",
    .until = until,
    .most = LOKET_COUNTS_MOST,
  };

  return loket_owned_work_count (database, &query, owned, request->now.text, error);
}

/* Sign-ups that were taken stand among what is due once the first response is. */
static gboolean
count_sign_ups (LoketDatabase      *database,
                const Request      *request,
                const LoketRules   *rules,
                const char *const  *owned,
                guint              *n_due,
                GError            **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  const LoketWorkQuery query = {
    .type = LOKET_WORK_SIGN_UP,
    .from = "",
    .until = today.text,
    .most = LOKET_COUNTS_MOST,
  };

  if (!loket_owned_work_load (database, &query, owned, items, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    *n_due += loket_work_get_group (loket_work_item_get (items->pdata[i]), rules,
                                    request->now.text) == LOKET_WORK_GROUP_DUE;

  return TRUE;
}

static gpointer
load_counts (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  static const LoketWorkType types[] = {
    LOKET_WORK_UNTAKEN, LOKET_WORK_APPOINTMENT, LOKET_WORK_CONTACT, LOKET_WORK_PROMISE,
  };
  const Request *request = input;
  g_autofree LoketCounts *counts = g_new0 (LoketCounts, 1);
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  g_auto (GStrv) owned = NULL;
  guint n_sign_ups = 0;
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  LoketDateText over = loket_moment_add_minutes (request->now.text, -LOKET_APPOINTMENT_MINUTES);

  if (rules == NULL)
    return NULL;

  if (request->counsellor_id != NULL)
    owned = loket_rules_dup_owned (rules, request->counsellor_id, request->now.text);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gint64 count = count_work (database, request, types[i], (const char *const *) owned,
                                 types[i] == LOKET_WORK_APPOINTMENT ? over.text : today.text,
                                 error);

      if (count < 0)
        return NULL;

      counts->today = MIN (counts->today + (guint) count, LOKET_COUNTS_MOST);
      if (types[i] == LOKET_WORK_CONTACT || types[i] == LOKET_WORK_PROMISE)
        counts->aftercare = MIN (counts->aftercare + (guint) count, LOKET_COUNTS_MOST);
    }

  if (!count_sign_ups (database, request, rules, (const char *const *) owned, &n_sign_ups, error))
    return NULL;
  counts->today = MIN (counts->today + n_sign_ups, LOKET_COUNTS_MOST);

  return g_steal_pointer (&counts);
}

/**
 * loket_desk_load_counts_async:
 *
 * Counts what asks for work from who works at the desk.
 */
void
loket_desk_load_counts_async (LoketDesk           *desk,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));

  loket_desk_read_async (desk, load_counts, request, (GDestroyNotify) free_request, g_free,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_load_counts_finish:
 *
 * Returns: (transfer full) (nullable): the counts, to be freed with g_free ()
 */
LoketCounts *
loket_desk_load_counts_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
