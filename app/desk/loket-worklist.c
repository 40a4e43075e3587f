/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads what asks for work and puts it in groups, the most urgent first. */

#include "loket-worklist.h"

#include "loket-intervals.h"
#include "loket-late-work.h"
#include "loket-office-rules.h"
#include "loket-owned-work.h"
#include "loket-work-state.h"
#include "loket-worklist-table.h"

#include <string.h>

/* When it asks for attention: what was put off does so later than it is due. */
static LoketDateText
get_moment (const LoketWork  *work,
            const LoketRules *rules,
            const char       *now)
{
  LoketDateText moment = loket_work_get_due (work, rules);

  if (work->type == LOKET_WORK_APPOINTMENT)
    g_strlcpy (moment.text, work->at, sizeof moment.text);
  else if (work->snoozed_until != NULL && strcmp (work->snoozed_until, now) > 0)
    g_strlcpy (moment.text, work->snoozed_until, sizeof moment.text);

  return moment;
}

/**
 * loket_work_get_group:
 * @work: something that asks for work
 * @rules: (nullable): what the office agreed on
 * @now: a moment
 *
 * Returns: the group in which it stands on that day
 */
LoketWorkGroup
loket_work_get_group (const LoketWork  *work,
                      const LoketRules *rules,
                      const char       *now)
{
  LoketDateText today = loket_date_add_days (now, 0);
  LoketDateText until = loket_working_days_add (loket_rules_get_days (rules, NULL), now,
                                                LOKET_DAYS_AHEAD);
  LoketDateText moment = get_moment (work, rules, now);
  LoketDateText day = loket_date_add_days (moment.text, 0);
  gboolean is_due = strcmp (day.text, today.text) <= 0;
  gboolean has_woken = work->snoozed_until != NULL && strcmp (work->snoozed_until, now) <= 0;

  if (work->type == LOKET_WORK_UNTAKEN)
    return LOKET_WORK_GROUP_UNTAKEN;
  if (work->type == LOKET_WORK_ASSESSMENT || (work->type == LOKET_WORK_SIGN_UP && !is_due)
      || loket_work_get_state (work, rules, now).standing == LOKET_WORK_STALLED)
    return LOKET_WORK_GROUP_WAITING;
  if (is_due)
    return work->type == LOKET_WORK_APPOINTMENT ? LOKET_WORK_GROUP_APPOINTMENTS
                                                : LOKET_WORK_GROUP_DUE;

  /* Who wanted to hear of it before it is near keeps seeing it. */
  return strcmp (day.text, until.text) <= 0 || has_woken ? LOKET_WORK_GROUP_COMING
                                                         : LOKET_WORK_GROUP_LATER;
}

static const LoketWork *
get_work (gconstpointer element)
{
  return loket_work_item_get (*(LoketWorkItem *const *) element);
}

/* What the order of work depends on besides. */
typedef struct
{
  const LoketRules *rules;
  const char *now;
} World;

static int
compare_urgency (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const World *world = user_data;
  const LoketWork *one = get_work (a), *other = get_work (b);
  LoketDateText one_moment = get_moment (one, world->rules, world->now);
  LoketDateText other_moment = get_moment (other, world->rules, world->now);
  int order = strcmp (one_moment.text, other_moment.text);

  if (order == 0)
    order = g_utf8_collate (one->client_name, other->client_name);

  return order != 0 ? order : strcmp (one->record_id, other->record_id);
}

/**
 * loket_worklist_new:
 * @items: (element-type LoketWorkItem): what asks for work
 * @rules: (nullable): what the office agreed on
 * @now: a moment
 *
 * Returns: (transfer full): the items in groups; what needs nothing yet is left out
 */
LoketWorklist *
loket_worklist_new (GPtrArray        *items,
                    const LoketRules *rules,
                    const char       *now)
{
  LoketWorklist *self = g_new0 (LoketWorklist, 1);
  World world = { rules, now };

  g_strlcpy (self->now.text, now, sizeof self->now.text);
  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      LoketWorkItem *item = g_ptr_array_index (items, i);
      const LoketWork *work = loket_work_item_get (item);
      LoketWorkGroup group = loket_work_get_group (work, rules, now);

      if (group != LOKET_WORK_GROUP_LATER)
        {
          g_ptr_array_add (self->groups[group], g_object_ref (item));
          self->n_escalated[group] += loket_work_is_escalated (work, rules, now);
        }
      if (group == LOKET_WORK_GROUP_DUE
          && loket_work_get_state (work, rules, now).standing == LOKET_WORK_LATE)
        self->n_late++;
    }

  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    g_ptr_array_sort_with_data (self->groups[i], compare_urgency, &world);

  return self;
}

void
loket_worklist_free (LoketWorklist *self)
{
  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    g_ptr_array_unref (self->groups[i]);
  g_free (self);
}

typedef struct
{
  char *counsellor_id;  /* (nullable): everybody's */
  guint n_elsewhere;    /* how much at most of what waits too long with others */
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_free (request->counsellor_id);
  g_free (request);
}

/* What is read, and in which group it shows that there was more. */
static const struct
{
  LoketWorkType type;
  LoketWorkGroup group;
  gboolean put_off;  /* what is due later than the coming days, and wakes before */
} readings[] = {
  { LOKET_WORK_UNTAKEN, LOKET_WORK_GROUP_UNTAKEN },
  { LOKET_WORK_APPOINTMENT, LOKET_WORK_GROUP_APPOINTMENTS },
  { LOKET_WORK_CONTACT, LOKET_WORK_GROUP_DUE },
  { LOKET_WORK_PROMISE, LOKET_WORK_GROUP_DUE },
  { LOKET_WORK_APPOINTMENT, LOKET_WORK_GROUP_COMING },
  { LOKET_WORK_CONTACT, LOKET_WORK_GROUP_COMING },
  { LOKET_WORK_PROMISE, LOKET_WORK_GROUP_COMING },
  { LOKET_WORK_CONTACT, LOKET_WORK_GROUP_COMING, TRUE },
  { LOKET_WORK_PROMISE, LOKET_WORK_GROUP_COMING, TRUE },
  { LOKET_WORK_SIGN_UP, LOKET_WORK_GROUP_WAITING },
  { LOKET_WORK_ASSESSMENT, LOKET_WORK_GROUP_WAITING },
};

static gboolean
load_readings (LoketDatabase     *database,
               const Request     *request,
               const LoketRules  *rules,
               GPtrArray         *items,
               gboolean          *is_cut,
               GError           **error)
{
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  LoketDateText tomorrow = loket_date_add_days (request->now.text, 1);
  LoketDateText until = loket_working_days_add (loket_rules_get_days (rules, NULL),
                                                request->now.text, LOKET_DAYS_AHEAD);
  LoketDateText later = loket_date_add_days (until.text, 1);
  g_auto (GStrv) owned = NULL;

  if (request->counsellor_id != NULL)
    owned = loket_rules_dup_owned (rules, request->counsellor_id, request->now.text);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      gboolean is_coming = readings[i].group == LOKET_WORK_GROUP_COMING;
      guint most = is_coming ? LOKET_WORKLIST_MOST_AHEAD : LOKET_WORKLIST_MOST;
      const LoketWorkQuery query = {
        .type = readings[i].type,
        .but_untaken = TRUE,
        .put_off = readings[i].put_off,
        .from = readings[i].put_off ? later.text : is_coming ? tomorrow.text : "",
        .until = is_coming ? until.text : today.text,
        .most = most,
      };
      guint before = items->len;

      if (!loket_owned_work_load (database, &query, (const char *const *) owned, items, error))
        return FALSE;
      if (items->len - before >= most)
        is_cut[readings[i].group] = TRUE;
    }

  return TRUE;
}

/* Others' work that waits too long. Who looks at everybody's work sees it there. */
static gboolean
load_elsewhere (LoketDatabase     *database,
                const Request     *request,
                const LoketRules  *rules,
                LoketWorklist     *worklist,
                GError           **error)
{
  g_auto (GStrv) owned = NULL;
  GPtrArray *late;

  if (request->counsellor_id == NULL || request->n_elsewhere == 0)
    return TRUE;

  owned = loket_rules_dup_owned (rules, request->counsellor_id, request->now.text);
  late = loket_late_work_load (database, rules, (const char *const *) owned, request->now.text,
                               request->n_elsewhere, &worklist->n_elsewhere, error);
  if (late == NULL)
    return FALSE;

  g_ptr_array_unref (worklist->groups[LOKET_WORK_GROUP_ELSEWHERE]);
  worklist->groups[LOKET_WORK_GROUP_ELSEWHERE] = late;

  return TRUE;
}

static gpointer
load_worklist (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  const Request *request = input;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  g_autofree gboolean *is_cut = g_new0 (gboolean, LOKET_WORK_N_GROUPS);
  gboolean has_clients = FALSE;
  g_autoptr (LoketWorklist) worklist = NULL;

  if (rules == NULL || !load_readings (database, request, rules, items, is_cut, error)
      || !loket_worklist_table_has_clients (database, &has_clients, error))
    return NULL;

  worklist = loket_worklist_new (items, rules, request->now.text);
  memcpy (worklist->is_cut, is_cut, sizeof worklist->is_cut);
  worklist->has_clients = has_clients;
  if (!load_elsewhere (database, request, rules, worklist, error))
    return NULL;

  return g_steal_pointer (&worklist);
}

static Request *
create_request (LoketDesk *desk,
                gboolean   everybody,
                guint      n_elsewhere)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);
  Request *request = g_new0 (Request, 1);

  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));
  if (!everybody)
    request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  if (counsellor != NULL && loket_counsellor_is_team_lead (counsellor))
    request->n_elsewhere = n_elsewhere;

  return request;
}

/**
 * loket_desk_load_worklist:
 * @everybody: whether everybody's work is wanted, instead of that of who works at the desk
 * @error: why it could not be read
 *
 * Reads what asks for work now, but for what waits too long with others. Blocks: for programs
 * without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): what asks for work
 */
LoketWorklist *
loket_desk_load_worklist (LoketDesk  *desk,
                          gboolean    everybody,
                          GError    **error)
{
  Request *request = create_request (desk, everybody, 0);
  LoketWorklist *worklist = loket_store_read (loket_desk_get_store (desk), load_worklist, request,
                                              error);

  free_request (request);

  return worklist;
}

/**
 * loket_desk_load_worklist_async:
 * @everybody: whether everybody's work is wanted, instead of that of who works at the desk
 * @n_elsewhere: how much is wanted at most of what waits too long with others, which a team lead
 *   sees beside own work
 *
 * Reads what asks for work now.
 */
void
loket_desk_load_worklist_async (LoketDesk           *desk,
                                gboolean             everybody,
                                guint                n_elsewhere,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  loket_desk_read_async (desk, load_worklist,
                         create_request (desk, everybody, n_elsewhere),
                         (GDestroyNotify) free_request, (GDestroyNotify) loket_worklist_free,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_load_worklist_finish:
 *
 * Returns: (transfer full) (nullable): what asks for work
 */
LoketWorklist *
loket_desk_load_worklist_finish (LoketDesk     *desk,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
