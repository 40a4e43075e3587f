/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks for the session in which it was said: that of the promise, else the last one held. */

#include "loket-origin.h"

#include "loket-excerpt.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"

#include <string.h>

typedef struct
{
  LoketWorkItem *item;
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_object_unref (request->item);
  g_free (request);
}

void
loket_origin_free (LoketOrigin *self)
{
  g_free (self->note);
  g_free (self->noted_on);
  g_free (self->next_session);
  g_free (self);
}

/* The id of the session in which a promise was made, when it says so. */
static gboolean
find_session_of_promise (LoketDatabase    *database,
                         const LoketWork  *work,
                         char            **session_id,
                         GError          **error)
{
  g_autoptr (LoketRecord) promise = NULL;

  if (work->type != LOKET_WORK_PROMISE)
    return TRUE;

  promise = loket_record_table_load (loket_record_table_get (database, &loket_promise_kind),
                                     work->record_id, error);
  if (promise == NULL)
    return FALSE;

  *session_id = g_strdup (loket_record_get_value (promise, LOKET_PROMISE_SESSION));

  return TRUE;
}

static gboolean
is_in_state (LoketRecord *session,
             const char  *state)
{
  return g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), state);
}

/* The session that is meant, else the last one that was held. */
static LoketRecord *
find_session (GPtrArray  *sessions,
              const char *session_id)
{
  LoketRecord *last = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];

      if (g_strcmp0 (loket_record_get_id (session), session_id) == 0)
        return session;
      if (is_in_state (session, "held")
          && (last == NULL
              || strcmp (loket_record_get_text (session, LOKET_SESSION_STARTS_AT),
                         loket_record_get_text (last, LOKET_SESSION_STARTS_AT)) > 0))
        last = session;
    }

  return last;
}

static const char *
find_next (GPtrArray  *sessions,
           const char *now)
{
  const char *next = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const char *starts_at = loket_record_get_text (sessions->pdata[i], LOKET_SESSION_STARTS_AT);

      if (is_in_state (sessions->pdata[i], "planned") && strcmp (starts_at, now) > 0
          && (next == NULL || strcmp (starts_at, next) < 0))
        next = starts_at;
    }

  return next;
}

/* Around the words of what is to be done. */
static char *
dup_excerpt (LoketRecord *session,
             const char  *about)
{
  const char *note = loket_record_get_value (session, LOKET_SESSION_NOTE_CLIENT);
  g_auto (GStrv) words = loket_excerpt_split (about != NULL ? about : "");
  g_autoptr (LoketExcerpt) excerpt = NULL;

  if (note == NULL)
    note = loket_record_get_value (session, LOKET_SESSION_NOTE_INTERNAL);
  if (note == NULL)
    return NULL;

  excerpt = loket_excerpt_new (note, (const char *const *) words);

  return g_strdup (excerpt->text);
}

static gpointer
load_origin (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  const Request *request = input;
  const LoketWork *work = loket_work_item_get (request->item);
  g_autoptr (LoketOrigin) origin = g_new0 (LoketOrigin, 1);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *session_id = NULL;
  LoketRecord *session;

  if (!find_session_of_promise (database, work, &session_id, error))
    return NULL;

  sessions = loket_record_table_load_where (loket_record_table_get (database, &loket_session_kind),
                                            LOKET_SESSION_TRAJECTORY_NO, work->trajectory_id,
                                            error);
  if (sessions == NULL)
    return NULL;

  origin->next_session = g_strdup (find_next (sessions, request->now.text));
  session = find_session (sessions, session_id);
  if (session != NULL)
    {
      origin->note = dup_excerpt (session, work->text);
      origin->noted_on = g_strndup (loket_record_get_text (session, LOKET_SESSION_STARTS_AT),
                                    LOKET_DATE_LENGTH);
    }

  return g_steal_pointer (&origin);
}

/**
 * loket_desk_load_origin_async:
 * @item: something that asks for work
 *
 * Reads what it came from.
 */
void
loket_desk_load_origin_async (LoketDesk           *desk,
                              LoketWorkItem       *item,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->item = g_object_ref (item);
  request->now = loket_clock_get_moment (loket_desk_get_clock (desk));
  loket_desk_read_async (desk, load_origin, request, (GDestroyNotify) free_request,
                         (GDestroyNotify) loket_origin_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_origin_finish:
 *
 * Returns: (transfer full) (nullable): what it came from
 */
LoketOrigin *
loket_desk_load_origin_finish (LoketDesk     *desk,
                               GAsyncResult  *result,
                               GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
