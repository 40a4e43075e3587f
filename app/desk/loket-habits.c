/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Learned from the last sessions of the counsellor, and learned anew after each change. */

#define G_LOG_DOMAIN "loketten"

#include "loket-habits.h"

#include "loket-recent-table.h"

/* From so many sessions the habits are learned ... */
#define MOST_SESSIONS 20

/* ... and from fewer no length is. */
#define FEWEST_SESSIONS 3

/* A usual length is a multiple of this, in minutes. */
#define STEP 5

/* Where a session takes place when nothing else is known. */
#define FIRST_CHANNEL "location"

struct _LoketHabits
{
  GObject parent_instance;

  LoketDesk *desk;
  GCancellable *loading;  /* (nullable) */
  char *channel;          /* (nullable): until it is learned */
  int minutes;
};

G_DEFINE_FINAL_TYPE (LoketHabits, loket_habits, G_TYPE_OBJECT)

static guint
count_channel (GPtrArray  *sessions,
               const char *channel)
{
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const LoketRecentSession *session = sessions->pdata[i];

      if (g_strcmp0 (session->channel, channel) == 0)
        n++;
    }

  return n;
}

/* The one that was used most; of two that were used as often, the one that was used last. */
static const char *
find_channel (GPtrArray *sessions)
{
  const char *found = NULL;
  guint most = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const LoketRecentSession *session = sessions->pdata[i];
      guint n = session->channel != NULL ? count_channel (sessions, session->channel) : 0;

      if (n > most)
        {
          found = session->channel;
          most = n;
        }
    }

  return found;
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median, rounded to a multiple of the step; 0 when there are too few. */
static int
find_minutes (GPtrArray *sessions)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (int));
  int median;

  for (guint i = 0; i < sessions->len; i++)
    {
      const LoketRecentSession *session = sessions->pdata[i];

      if (session->minutes > 0)
        g_array_append_val (lengths, session->minutes);
    }
  if (lengths->len < FEWEST_SESSIONS)
    return 0;

  g_array_sort (lengths, compare_minutes);
  median = g_array_index (lengths, int, lengths->len / 2);

  return MAX (STEP, (median + STEP / 2) / STEP * STEP);
}

typedef struct
{
  char *counsellor_id;
  LoketDateText now;
} Request;

static void
free_request (Request *request)
{
  g_free (request->counsellor_id);
  g_free (request);
}

static gpointer
load_sessions (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  const Request *request = input;

  return loket_recent_table_load (database, request->counsellor_id, request->now.text,
                                  MOST_SESSIONS, error);
}

static void
sessions_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LoketHabits) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = loket_desk_read_finish (LOKET_DESK (object), result, &error);

  if (sessions == NULL)
    {
      /* A store that cannot be read is told by the lists; the form begins with less. */
      g_debug ("Cannot learn from the last sessions: %s", error->message);
      return;
    }

  g_free (self->channel);
  self->channel = g_strdup (find_channel (sessions));
  self->minutes = find_minutes (sessions);
}

static void
learn (LoketHabits *self)
{
  const char *counsellor_id = loket_desk_get_counsellor_id (self->desk);
  Request *request;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (counsellor_id == NULL)
    return;

  self->loading = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->counsellor_id = g_strdup (counsellor_id);
  request->now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  loket_desk_read_async (self->desk, load_sessions, request, (GDestroyNotify) free_request,
                         (GDestroyNotify) g_ptr_array_unref, self->loading, sessions_loaded_cb,
                         g_object_ref (self));
}

static void
loket_habits_dispose (GObject *object)
{
  LoketHabits *self = LOKET_HABITS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_habits_parent_class)->dispose (object);
}

static void
loket_habits_finalize (GObject *object)
{
  g_free (LOKET_HABITS (object)->channel);

  G_OBJECT_CLASS (loket_habits_parent_class)->finalize (object);
}

static void
loket_habits_class_init (LoketHabitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_habits_dispose;
  object_class->finalize = loket_habits_finalize;
}

static void
loket_habits_init (LoketHabits *self)
{
}

/**
 * loket_habits_new:
 * @desk: the desk
 *
 * Returns: (transfer full): the habits of who works at the desk, learned before long
 */
LoketHabits *
loket_habits_new (LoketDesk *desk)
{
  LoketHabits *self = g_object_new (LOKET_TYPE_HABITS, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (loket_desk_get_store (desk), "changed", G_CALLBACK (learn), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (learn), self,
                           G_CONNECT_SWAPPED);
  learn (self);

  return self;
}

/**
 * loket_habits_get_channel:
 *
 * Returns: (transfer none): the channel of most of the last twenty sessions, a code of the list
 *   "channel"
 */
const char *
loket_habits_get_channel (LoketHabits *self)
{
  g_return_val_if_fail (LOKET_IS_HABITS (self), FIRST_CHANNEL);

  return self->channel != NULL ? self->channel : FIRST_CHANNEL;
}

/**
 * loket_habits_get_minutes:
 *
 * Returns: how long the last twenty sessions usually took: their median in minutes, rounded to
 *   five; 0 when there are fewer than three
 */
int
loket_habits_get_minutes (LoketHabits *self)
{
  g_return_val_if_fail (LOKET_IS_HABITS (self), 0);

  return self->minutes;
}
