/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads contacts and promises through a filter, and cuts them into slices by date. */

#include "loket-follow-ups.h"

#include "loket-counts.h"
#include "loket-intervals.h"
#include "loket-owned-work.h"
#include "loket-work-state.h"
#include "loket-working-days.h"

#include <string.h>

/* Before and behind every date. */
#define BEGINNING ""
#define END "9999-12-31"

static const LoketWorkType types[] = { LOKET_WORK_CONTACT, LOKET_WORK_PROMISE };

static void
free_slice (LoketFollowUpSlice *slice)
{
  g_ptr_array_unref (slice->items);
  g_free (slice);
}

void
loket_follow_ups_free (LoketFollowUps *self)
{
  g_clear_pointer (&self->slices, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_free (self);
}

static const LoketWork *
get_work (gconstpointer element)
{
  return loket_work_item_get (*(LoketWorkItem *const *) element);
}

/* What is open comes first, in the order of its dates; then what was done, the latest first. */
static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const LoketWork *one = get_work (a), *other = get_work (b);
  gboolean is_open = loket_work_is_open (one);
  int order = loket_work_is_open (other) - is_open;

  if (order == 0)
    order = is_open ? strcmp (one->at, other->at) : strcmp (other->at, one->at);
  if (order == 0)
    order = g_utf8_collate (one->client_name, other->client_name);

  return order != 0 ? order : strcmp (one->record_id, other->record_id);
}

static LoketDateText
get_monday (const char *date)
{
  return loket_date_add_days (date, 1 - loket_date_get_weekday (date));
}

static LoketDateText
get_first_of_month (const char *date)
{
  LoketDateText first = loket_date_add_days (date, 0);

  memcpy (first.text + 8, "01", 2);

  return first;
}

/* The slice of an item, still without items; @coming is the last of the coming working days. */
static LoketFollowUpSlice
get_slice (const LoketWork *work,
           const char      *now,
           const char      *coming)
{
  LoketFollowUpSlice slice = { .from = loket_date_add_days (now, 0) };
  int order = strcmp (work->at, slice.from.text);

  if (!loket_work_is_open (work))
    {
      slice.group = LOKET_FOLLOW_UP_DONE;
      slice.from = get_first_of_month (work->at);
    }
  else if (order <= 0)
    {
      slice.group = order < 0 ? LOKET_FOLLOW_UP_LATE : LOKET_FOLLOW_UP_TODAY;
    }
  else if (strcmp (work->at, coming) <= 0)
    {
      slice.group = LOKET_FOLLOW_UP_COMING;
    }
  else
    {
      slice.group = LOKET_FOLLOW_UP_WEEK;
      slice.from = get_monday (work->at);
    }

  return slice;
}

/* The items under their headings; they are put in order first. */
static GPtrArray *
slice_items (GPtrArray  *items,
             const char *now,
             const char *coming)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slice);
  LoketFollowUpSlice *last = NULL;

  g_ptr_array_sort (items, compare_dates);
  for (guint i = 0; i < items->len; i++)
    {
      LoketWorkItem *item = items->pdata[i];
      LoketFollowUpSlice slice = get_slice (loket_work_item_get (item), now, coming);

      if (last == NULL || last->group != slice.group
          || !g_str_equal (last->from.text, slice.from.text))
        {
          last = g_memdup2 (&slice, sizeof slice);
          last->items = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (slices, last);
        }
      g_ptr_array_add (last->items, g_object_ref (item));
    }

  return slices;
}

typedef struct
{
  LoketFollowUpFilter filter;  /* its texts are ours */
  LoketDateText now;
  LoketDateText coming;        /* the last of the coming working days */
  GStrv owned;                 /* (nullable): whose work the counsellor does today */
} Request;

static void
free_request (Request *request)
{
  g_free ((char *) request->filter.counsellor_id);
  g_free ((char *) request->filter.kind);
  g_free ((char *) request->filter.day);
  g_strfreev (request->owned);
  g_free (request);
}

/* Whether the filter lets this type through: "promise" names a type, all else a kind of contact. */
static gboolean
wants_type (const LoketFollowUpFilter *filter,
            LoketWorkType              type)
{
  if (filter->kind == NULL)
    return TRUE;

  return g_str_equal (filter->kind, "promise") == (type == LOKET_WORK_PROMISE);
}

static const char *const *
get_owned (const Request *request)
{
  return (const char *const *) request->owned;
}

static LoketWorkQuery
build_query (const LoketFollowUpFilter *filter,
             LoketWorkType              type,
             const char                *from,
             const char                *until)
{
  LoketWorkQuery query = {
    .type = type,
    .but_untaken = filter->counsellor_id != NULL,
    .kind = type == LOKET_WORK_CONTACT ? filter->kind : NULL,
    .from = from,
    .until = until,
    .most = LOKET_FOLLOW_UPS_MOST + 1,
  };

  return query;
}

static gboolean
load_items (LoketDatabase  *database,
            const Request  *request,
            GPtrArray      *items,
            GError        **error)
{
  const LoketFollowUpFilter *filter = &request->filter;
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  LoketDateText first = loket_date_add_days (today.text, -7 * (int) filter->weeks);
  LoketDateText last = loket_date_add_days (today.text, 7 * (int) filter->weeks);
  const char *open_until = filter->weeks > 0 ? last.text : END;
  const char *done_from = filter->weeks > 0 ? first.text : BEGINNING;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      LoketWorkQuery open = build_query (filter, types[i],
                                         filter->day != NULL ? filter->day : BEGINNING,
                                         filter->day != NULL ? filter->day : open_until);
      LoketWorkQuery done = build_query (filter, types[i], done_from, END);

      /* What was done stays with whose it was. */
      done.done = TRUE;
      done.counsellor_id = filter->counsellor_id;
      if (!wants_type (filter, types[i]))
        continue;
      if (filter->scope != LOKET_FOLLOW_UPS_DONE
          && !loket_owned_work_load (database, &open, get_owned (request), items, error))
        return FALSE;
      if (filter->scope != LOKET_FOLLOW_UPS_OPEN && filter->day == NULL
          && !loket_worklist_table_load (database, &done, items, error))
        return FALSE;
    }

  return TRUE;
}

/* Counts what is open between two dates: contacts and promises, or only what the filter names. */
static gboolean
count_open (LoketDatabase  *database,
            const Request  *request,
            const char     *from,
            const char     *until,
            guint          *n,
            GError        **error)
{
  *n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      LoketWorkQuery query = build_query (&request->filter, types[i], from, until);
      gint64 count;

      if (!wants_type (&request->filter, types[i]))
        continue;

      query.most = LOKET_COUNTS_MOST;
      count = loket_owned_work_count (database, &query, get_owned (request), request->now.text,
                                      error);
      if (count < 0)
        return FALSE;
      *n = MIN (*n + (guint) count, LOKET_COUNTS_MOST);
    }

  return TRUE;
}

static gboolean
count_late (LoketDatabase   *database,
            const Request   *request,
            LoketFollowUps  *follow_ups,
            GError         **error)
{
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  LoketDateText yesterday = loket_date_add_days (request->now.text, -1);

  return count_open (database, request, BEGINNING, yesterday.text, &follow_ups->n_late, error)
         && count_open (database, request, today.text, today.text, &follow_ups->n_today, error);
}

static gboolean
count_days (LoketDatabase   *database,
            const Request   *request,
            LoketFollowUps  *follow_ups,
            GError         **error)
{
  LoketDateText today = loket_date_add_days (request->now.text, 0);
  LoketDateText last = loket_date_add_days (today.text, 7 * LOKET_FOLLOW_UPS_WEEKS + 6);

  follow_ups->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      LoketWorkQuery query = build_query (&request->filter, types[i], today.text, last.text);

      if (wants_type (&request->filter, types[i])
          && !loket_owned_work_count_days (database, &query, get_owned (request),
                                           follow_ups->days, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
load_follow_ups (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketFollowUps) follow_ups = g_new0 (LoketFollowUps, 1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!load_items (database, request, items, error)
      || !count_days (database, request, follow_ups, error)
      || !count_late (database, request, follow_ups, error))
    return NULL;

  g_ptr_array_sort (items, compare_dates);
  follow_ups->is_cut = items->len > LOKET_FOLLOW_UPS_MOST;
  if (follow_ups->is_cut)
    g_ptr_array_set_size (items, LOKET_FOLLOW_UPS_MOST);
  follow_ups->now = request->now;
  follow_ups->slices = slice_items (items, request->now.text, request->coming.text);

  return g_steal_pointer (&follow_ups);
}

/**
 * loket_desk_load_follow_ups_async:
 * @filter: what is wanted, which is copied
 *
 * Reads contacts and promises, the most urgent %LOKET_FOLLOW_UPS_MOST of them.
 */
void
loket_desk_load_follow_ups_async (LoketDesk                 *desk,
                                  const LoketFollowUpFilter *filter,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data)
{
  Request *request = g_new0 (Request, 1);

  request->filter = *filter;
  request->filter.counsellor_id = g_strdup (filter->counsellor_id);
  request->filter.kind = g_strdup (filter->kind);
  request->filter.day = g_strdup (filter->day);
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));
  if (filter->counsellor_id != NULL)
    request->owned = loket_rules_dup_owned (loket_desk_get_rules (desk), filter->counsellor_id,
                                            request->now.text);
  request->coming = loket_working_days_add (
    loket_rules_get_days (loket_desk_get_rules (desk), NULL), request->now.text, LOKET_DAYS_AHEAD);

  loket_desk_read_async (desk, load_follow_ups, request, (GDestroyNotify) free_request,
                         (GDestroyNotify) loket_follow_ups_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_follow_ups_finish:
 *
 * Returns: (transfer full) (nullable): what was found
 */
LoketFollowUps *
loket_desk_load_follow_ups_finish (LoketDesk     *desk,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
